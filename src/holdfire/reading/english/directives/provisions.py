"""Orders in their own words: "Citizens shall not enter", "will be shot on sight", "Guards are to arrest".

Whether such words are an order is decided where the orders of a report are brought together: a single one
told by nobody is only talk.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from holdfire.model.party import ARMED_OR_STATE
from holdfire.model.statement import Directive, Norm
from holdfire.reading.english.acts.act_words import act_of
from holdfire.reading.english.clauses.bidding import is_imperative
from holdfire.reading.english.clauses.conditions import circumstances, only_under_condition
from holdfire.reading.english.clauses.moods import bears_no
from holdfire.reading.english.directives.building import Parts, directive
from holdfire.reading.english.directives.decided import LINES
from holdfire.reading.english.directives.forces import NOBODY, Deontic, negated
from holdfire.reading.english.directives.givers import owner_of
from holdfire.reading.english.directives.norms import norms
from holdfire.reading.english.directives.powers import (
    are_sides,
    can_be_told,
    has_power,
    is_forceful,
    meant_by,
    who_can_order,
)
from holdfire.reading.english.phrases.noun_phrases import longest, means_of, party_of
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

SEVERAL = frozenset({
    "order.provision", "order.are_to", "order.closed", "order.item", "order.kept_out", "order.lawful",
    "order.subject_to",
})  # fmt: skip
SPOKEN = frozenset({"order.imperative", "order.vowed", "order.whoever"})
OWN_WORDS = (
    SEVERAL
    | SPOKEN
    | {
        "order.foretold",
        "order.permitted",
        "order.will",
        "order.have_to",
        "order.not_allowed",
        "order.penalty",
    }
    | {"order.would_cease"}
)
"""The rules that read what may be an order in its own words; alone and told by nobody it is none."""
SUBJECT = ("nsubj", "nsubj:outer", "nsubj:pass")
MAIN = ("root", "conj", "parataxis", "ccomp")
THEY = frozenset({"they", "these", "he"})
"""Who is bound, for those named before: "each sentry gets ten rounds. HE may load only at night"."""
PUNISH = frozenset({"remove", "try", "punish", "fine", "sink", "destroy", "treat", "evict", "prosecute"})


def row_of(site: Site[Lexicon], told: list[int]) -> DirectiveWord:
    """The kind of a provision by whom it binds: two sides agree, the armed have rules, residents are told."""
    tree = site.tree
    if any(are_sides(tree, t) for t in told):
        kind = "agreement"
    else:
        kinds = {p.kind for t in told if (p := party_of(tree, t, site.words)) is not None}
        kind = "standing rule" if kinds & ARMED_OR_STATE else "proclamation"
    return DirectiveWord("obligation", kind, ())


def _provision(site: Site[Lexicon]) -> Directive | None:
    """Forms like "Citizens shall not enter", "live ammunition may be used only if"."""
    tree, verb = site.tree, site.tree.heads[site.anchor]
    if not is_modal(site) or tree.lemmas[site.anchor] == "will":
        return None
    if tree.lemmas[site.anchor] == "can" and not _may_by_rule(site):
        return None
    if site.row == "permission" and not negated(tree, verb) and not only_under_condition(tree, verb):
        return None
    return bound_by(site, verb, "order.provision")


def _may_by_rule(site: Site[Lexicon]) -> bool:
    """Whether "can" tells of leave, not of what is possible: of force, for someone armed, on a condition."""
    tree, verb = site.tree, site.tree.heads[site.anchor]
    pred = predication(tree, verb)
    armed = any(has_power(tree, a, site.words) for a in pred.agents)
    limited = only_under_condition(tree, verb) or circumstances(tree, verb, site.words).exception is not None
    used = pred.voice == "passive" and any(means_of(tree, p, site.words) is not None for p in pred.patients)
    return (armed or used) and limited and is_forceful(tree, verb, site.words)


def _permitted(site: Site[Lexicon]) -> Directive | None:
    """Forms like "Fishermen with a permit may go out by day", where an order is told around it."""
    tree, verb = site.tree, site.tree.heads[site.anchor]
    if not is_modal(site) or site.row != "permission" or _bears(tree, verb, "have"):
        return None
    if tree.lemmas[site.anchor] == "can":
        return None
    if negated(tree, verb) or only_under_condition(tree, verb) or _is_feared(tree, verb):
        return None
    if tree.tags[verb][0] != "V" and tree.one(verb, "cop") is None:
        return None
    return bound_by(site, verb, "order.permitted")


def _is_feared(tree: Dependents, verb: int) -> bool:
    """Whether it is only said what some may do: "concerned that those who come may try to shoot"."""
    return tree.relations[verb] == "ccomp" and any(is_whoever(tree, s) for s in tree.all(verb, *SUBJECT))


def is_modal(site: Site[Lexicon]) -> bool:
    """Whether a modal word stands over a verb."""
    return site.tree.relations[site.anchor] in ("aux", "aux:pass")


def _bears(tree: Dependents, verb: int, lemma: str) -> bool:
    return tree.has(verb, (lemma,), "aux")


def bound_by(site: Site[Lexicon], verb: int, rule: str) -> Directive | None:
    """The provision of a modal over a verb, where it binds a party or is about force."""
    tree = site.tree
    if tree.relations[verb] not in MAIN or _bears(tree, verb, "have") or is_asked_when(tree, verb):
        return None
    pred = predication(tree, verb)
    shall = tree.lemmas[site.anchor] == "shall"
    told = [a for a in _subjects(tree, pred) if pred.voice != "passive"]
    told = [a for a in told if is_bound(tree, a, site.words) or (shall and is_anyone(tree, a))]
    if not told and not _is_of_force(site, pred):
        return None
    found = norms(tree, verb, Deontic(site.row, tree.word(site.anchor)), site.words)
    made = replace(site, row=row_of(site, told))
    return directive(made, rule, Parts(found, None, [t for t in told if is_told(tree, t)], [verb]))


def is_asked_when(tree: Dependents, verb: int) -> bool:
    """Whether a clause says what is known or asked: "they know when they may shoot"."""
    asks = any(tree.tags[c] == "WRB" for c in tree.all(verb, "advmod"))
    return asks and tree.relations[verb] == "ccomp"


def _subjects(tree: Dependents, pred: Predication) -> Sequence[int]:
    """Who a clause is about; of a place ("nobody may be on the roads") its subject."""
    return tree.all(pred.head, *SUBJECT) if pred.voice == "nominal" else pred.agents


def _are_to(site: Site[Lexicon]) -> Directive | None:
    """Forms like "guards are to study the target", "intruders are to be arrested"."""
    tree, be = site.tree, site.anchor
    if "TO" not in tree.tags:
        return None
    verb = next((c for c in tree.all(be, "xcomp", "ccomp") if c > be), None)
    if verb is None and tree.relations[be] in ("aux", "cop", "aux:pass"):
        verb = tree.heads[be]
    if verb is None or not any(tree.tags[m] == "TO" for m in tree.all(verb, "mark", "aux")):
        return None
    subject = tree.one(be, *SUBJECT) if tree.heads[be] != verb else tree.one(verb, *SUBJECT)
    passive = any(tree.lemmas[c] == "be" and c != be for c in tree.all(verb, "aux:pass", "cop"))
    told_of = passive or _is_reported(tree, verb, site.words)
    if subject is None or tree.tags[be] not in ("VBP", "VBZ", *(("VBD",) if told_of else ())):
        return None
    concerned = _is_thing(tree, subject, site.words) if passive else False
    if not (is_bound(tree, subject, site.words) or concerned):
        return None
    found = norms(tree, verb, Deontic("obligation", tree.word(be)), site.words)
    told = [subject] if not passive and is_told(tree, subject) else []
    return directive(replace(site, row=row_of(site, told)), "order.are_to", Parts(found, None, told, [verb]))


def _is_reported(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether somebody said "that" some were to do a thing: "he said that residents WERE TO stay inside"."""
    above = tree.heads[verb]
    return tree.relations[verb] == "ccomp" and above >= 0 and tree.lemmas[above] in words.speech


def is_bound(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a provision may bind who is named: a party, anyone, nobody, or "they" for one named before."""
    if party_of(tree, token, words) is not None or tree.tokens[token].text.lower() in THEY:
        return True
    if tree.lemmas[token] in words.cues["bound"]:
        return True
    some = {tree.tokens[c].text.lower() for c in tree.all(token, "det")} & {"any", "every", "each"}
    return tree.lemmas[token] in NOBODY or _is_nobody(tree, token) or is_whoever(tree, token) or bool(some)


def is_told(tree: Dependents, token: int) -> bool:
    """Whether who is bound is someone in particular, not nobody and not anyone."""
    none = tree.has(token, ("no",), "det")
    return not (none or tree.lemmas[token] in NOBODY or is_whoever(tree, token))


def _is_nobody(tree: Dependents, token: int) -> bool:
    return tree.lemmas[token] in ("one", "nobody") and tree.has(token, ("no",), "det")


def _is_thing(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase names what force is used with or on: weapons, vehicles, animals."""
    thing = longest(tree, token, words.targets)
    return means_of(tree, token, words) is not None or (thing is not None and thing[0] != "object")


def _is_of_force(site: Site[Lexicon], pred: Predication) -> bool:
    """Whether a passive provision is about force or those under it: "live ammunition may be used only if"."""
    if pred.voice != "passive":
        return False
    concerned = any(
        _is_thing(site.tree, p, site.words) or is_bound(site.tree, p, site.words) for p in pred.patients
    )
    return concerned or act_of(site.tree, pred, site.words)[1] is not None


def _closed(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the road is closed to vehicles from 19:00", "the ministry closed the road to traffic"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    to = [t for t in tree.all(verb, "obl") if tree.case(t) == "to" and tree.tags[t][0] == "N"]
    past = any(tree.tags[c] == "VBD" for c in tree.all(verb, "aux", "aux:pass", "cop"))
    powerful = who_can_order(tree, pred.agents, site.words)
    paper = next((a for a in pred.agents if tree.lemmas[a] in site.words.directive_nouns), None)
    things = pred.patients or tree.all(verb, *SUBJECT)
    to = to or [t for t in tree.branch(verb) if t > verb and tree.case(t) == "to" and tree.tags[t][0] == "N"]
    shut_by = pred.voice == "active" and powerful is not None and any(tree.lemmas[t] in LINES for t in things)
    if not shut_by:  # what an authority closes is read there
        to = to or [t for t in tree.branch(verb) if t > verb and tree.case(t) in ("until", "till") and things]
    if not to or not things or (pred.voice == "active" and powerful is None and paper is None) or past:
        return None
    powerful = owner_of(site, paper) if powerful is None and paper is not None else powerful
    when = circumstances(tree, verb, site.words)
    act, cue, what = f"use {tree.lemmas[things[0]]}", tree.word(verb), tree.word(things[0])
    found = Norm("prohibition", act, what, cue, "norm.measure", conditions=when.conditions)
    made = replace(site, row=DirectiveWord("prohibition", "proclamation", ()))
    return directive(made, "order.closed", Parts([found], powerful, (), [verb], paper))


def _foretold(site: Site[Lexicon]) -> Directive | None:
    """Forms like "anyone who enters will be shot on sight": fire foretold is fire ordered."""
    tree, verb = site.tree, site.tree.heads[site.anchor]
    if tree.lemmas[site.anchor] not in ("will", "shall") or tree.relations[site.anchor] != "aux":
        return None
    pred = predication(tree, verb)
    by_force = any(tree.lemmas[a] == "force" and tree.one(a, "det") is None for a in pred.agents)
    by_others = by_force or any(not has_power(tree, a, site.words) for a in pred.agents)
    if pred.voice != "passive" or by_others or negated(tree, verb):
        return None
    entry = site.words.act_verbs.get(tree.lemmas[verb])
    known = entry is not None and entry.act in ("fire", "kill", "detain", "beat")
    forceful = any(is_forceful(tree, v, site.words) for v in (verb, *tree.all(verb, "conj")))
    if not known and tree.lemmas[verb] not in PUNISH and not forceful:
        return None
    if not any(is_anyone(tree, p) for p in pred.patients) or _is_judged(tree, verb):
        return None
    found = norms(tree, verb, Deontic("obligation", tree.word(site.anchor)), site.words)
    made = replace(site, row=DirectiveWord("obligation", "proclamation", ()))
    return directive(made, "order.foretold", Parts(found, None, pred.agents, [verb]))


def _is_judged(tree: Dependents, verb: int) -> bool:
    """Whether somebody is "held responsible", or something is held: a service, a vote."""
    return tree.lemmas[verb] == "hold" and any(tree.tags[c] == "JJ" for c in tree.all(verb, "xcomp", "advcl"))


def is_anyone(tree: Dependents, token: int) -> bool:
    """Whether a phrase means whoever fits: "anyone", "any person", bare plurals, "those who"."""
    words = {tree.tokens[c].text.lower() for c in tree.all(token, "det")}
    if is_whoever(tree, token) or words & {"any", "every", "all", "each"}:
        return True
    return tree.tags[token] == "NNS" and not words and tree.one(token, "nummod", "nmod:poss") is None


def is_whoever(tree: Dependents, token: int) -> bool:
    """Whether a phrase means all who do something: "whoever enters", "anyone", "those"."""
    if tree.has(token, ("whoever", "anyone"), "nsubj"):
        return True
    if tree.tokens[token].text.lower() == "those":
        doing = tree.tags[token + 1 : token + 2] == ("VBG",)  # "those attempting to cross"
        return doing or tree.one(token, "acl:relcl", "acl") is not None
    return tree.lemmas[token] in ("anyone", "anybody", "everyone", "whoever", "everybody")


def _imperative(site: Site[Lexicon]) -> Directive | None:
    """Forms like "Shoot them if they come closer": an order as it was spoken, and to whom."""
    tree, verb = site.tree, site.anchor
    if not is_imperative(tree, verb):
        return None
    found = norms(tree, verb, Deontic("obligation", tree.word(verb)), site.words)
    by_force = is_forceful(tree, verb, site.words) or any(n.means is not None for n in found)
    if not found or not by_force:
        return None
    bidding = _bidding(tree, verb)
    said = predication(tree, bidding) if bidding is not None else None
    if said is not None and any(bears_no(tree, a) for a in said.agents):
        return None  # no commander said “shoot”
    if said is None or said.lemma not in site.words.directive_verbs:
        bidder, told = None, []
    else:
        bidder = who_can_order(tree, said.agents, site.words)
        if bidder is None and said.agents:
            return None  # “Shoot me,” the man told the guards
        heard = [t for t in (*said.recipients, *said.patients) if can_be_told(tree, t, site.words)]
        told = [meant_by(tree, t, site.words) for t in heard]
    made = replace(site, row=DirectiveWord("obligation", "order", ()))
    return directive(made, "order.imperative", Parts(found, bidder, told, [verb]))


def _bidding(tree: Dependents, verb: int) -> int | None:
    """The verb by which words are spoken: the commander TOLD his men, "Shoot …"."""
    if tree.relations[verb] == "conj":
        return _bidding(tree, tree.heads[verb])
    above = tree.heads[verb]
    beside = [t for t in tree.all(verb, "parataxis") if t > verb]
    around = [t for t in (above, *beside) if t >= 0 and tree.tags[t] in ("VBD", "VBZ", "VBN", "VBP")]
    return next(iter(around), None)


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.provision",
        Frame("modals", tags="M"),
        _provision,
        (
            Example("Citizens shall not enter the zone.", "prohibition enter zone None"),
            Example("Agents may not shoot at vehicles.", "prohibition fire live_fire"),
            Example("Neither side shall fire.", "prohibition fire live_fire"),
            Example("Live ammunition may be used only if a guard is attacked.", "permission fire live_fire"),
            Example("Nobody may cross the river after dark.", "prohibition cross river None"),
            Example("Those trying to cross must not be allowed to enter.", "prohibition enter None"),
            Example("Weapons shall not be placed in the village.", "prohibition place weapon None"),
        ),
        ("The price of rice must have risen.", "It may rain.", "The bridge must be repaired."),
    ),
    Rule(
        "order.permitted",
        Frame("modals", tags="M"),
        _permitted,
        (Example("Soldiers may stop and search vehicles.", "permission search vehicle None"),),
        (
            "It may rain.",
            "The soldiers may have fired.",
            "Agents know when they may shoot.",
            "Officials are concerned that those who come may try to shoot.",
        ),
        note="kept only where an order is told around it",
    ),
    Rule(
        "order.foretold",
        Frame("modals", tags="M"),
        _foretold,
        (
            Example("Anyone who enters the zone will be shot on sight.", "obligation fire live_fire"),
            Example("Whoever breaks the order will be shot.", "obligation fire live_fire"),
            Example("Any boat in the strip will be sunk.", "obligation sink boat None"),
            Example("Any unit that comes near will be considered a threat.", "obligation consider unit None"),
            Example("Anyone who enters will be arrested by the army.", "obligation detain arrest"),
        ),
        (
            "The film will be shot in Spain.",
            "He will be shot.",
            "Any questions will be answered.",
            "Anyone who breaks it will be held responsible.",
            "Anyone who enters will be arrested by his own fear.",
        ),
    ),
    Rule(
        "order.are_to",
        Frame("copula", tags="V"),
        _are_to,
        (
            Example("Guards are to arrest intruders.", "obligation detain arrest"),
            Example(
                "Instead of shooting, guards are to use loudspeakers.", "obligation use loudspeaker None"
            ),
            Example("He said that residents were to remain indoors.", "obligation remain None"),
        ),
        (
            "Guards are in the town.",
            "The talks are to begin on Monday.",
            "The guards were to march on Monday.",
            "He said that the talks were to begin on Monday.",
        ),
    ),
    Rule(
        "order.closed",
        Frame("cues.close", tags="VJ"),
        _closed,
        (
            Example("The road is closed to vehicles from 19:00 to 06:00.", "prohibition use road None"),
            Example("The ministry closed the road to traffic at night.", "prohibition use road None"),
        ),
        ("The road was closed after the accident.", "The shop is closed."),
    ),
    Rule(
        "order.imperative",
        Frame("cues.command", tags="V"),
        _imperative,
        (
            Example("“Shoot them if they come closer,” the colonel said.", "obligation fire live_fire"),
            Example("“Do not fire unless I say so,” he said.", "prohibition fire live_fire"),
            Example("The order says: “Do not fire at people who swim.”", "prohibition fire live_fire"),
            Example("The captain told his men, 'Shoot anyone who enters.'", "obligation fire live_fire"),
            Example("The order said: “Kill anyone who crosses.”", "obligation kill None"),
        ),
        (
            "They fire at boats.",
            "“Let me go,” he said.",
            "The guards shoot at night.",
            "“Shoot me,” the man told the guards.",
            "No commander said “shoot”, no soldier heard “shoot”.",
        ),
        note="kept only where someone with power speaks",
    ),
)
