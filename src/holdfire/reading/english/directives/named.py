"""Orders told by a noun and what it says: "an order to shoot", "instructions that guards fire"."""

from collections.abc import Sequence

from msgspec.structs import replace

from holdfire.model.party import FORCES
from holdfire.model.statement import Directive, Norm
from holdfire.reading.english.clauses.conditions import circumstances, linking_words
from holdfire.reading.english.directives.building import OBEY, Parts, directive, force_of
from holdfire.reading.english.directives.forces import is_nobody, is_to_be, modal, negated
from holdfire.reading.english.directives.givers import owner_of
from holdfire.reading.english.directives.norms import content_verbs, norms
from holdfire.reading.english.directives.powers import (
    are_strangers,
    can_be_told,
    has_power,
    is_forceful,
    is_state,
)
from holdfire.reading.english.phrases.noun_phrases import is_kind
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

STATES = frozenset({"state", "say", "specify", "stipulate", "stress", "emphasize", "declare"})
GIVE = frozenset({
    "issue", "give", "send", "hand", "pass", "receive", "get", "post", "make", "release", "have", "sign",
    "deliver", "come", "reach", "announce", "publish", "introduce", "impose", "set", "adopt", "approve",
    "grant", "read", "repeat", "renew", "win", "extend", "prolong", "reaffirm", "confirm", "cancel", "revoke",
    "rescind", "convey", "relay", "transmit", "circulate", "communicate", "distribute", "go", "arrive",
    "filter", "withdraw", "lift", "lose", "reserve", "slap", "clamp", "suspend", "remove", "curtail",
})  # fmt: skip
RECEIVE = frozenset({"receive", "get", "have", "win", "lose"})
ARRIVE = frozenset({"come", "reach", "go", "arrive", "filter"})
"""What an order does that comes to those who are told it."""
HANDED = frozenset({"give", "grant", "hand", "receive", "get", "win"})
TAKE_AWAY = frozenset({"withdraw", "revoke", "rescind", "cancel", "suspend", "remove", "lose", "curtail"})
WORK = frozenset({
    "detain", "arrest", "search", "stop", "seize", "intercept", "pursue", "enter", "decide", "expel",
    "deport", "board", "inspect", "evict", "turn", "act", "respond",
})  # fmt: skip
"""What a force gets the power for that is no use of arms: "was granted authority to search all cargo"."""
HELD = frozenset({"authority", "power", "right", "discretion", "licence", "license", "clearance"})
"""Leave that is his who has it, not his who gives it: "the authority of sentries to shoot"."""
NEGATED = frozenset({"no", "any", "neither"})
TAKES = frozenset({"infinitive", "that", "force"})
CLOSING = frozenset({"close", "shut", "seal", "reopen", "evacuate"})
UNSAID = frozenset({"exist", "give", "issue", "be", "obey", "receive", "get"})
"""What is not done with an order that there is none of: "has not RECEIVED orders to withdraw"."""
OTHER = frozenset({"purchase", "court", "restraining", "money", "mail", "work", "gag", "postal", "tall"})
"""What makes an order one of another kind."""
AWAITED = frozenset({"after", "without", "before", "upon", "until", "against"})
"""What leads an order that is only waited for ("fire only after an order to stop")."""
LACKED = frozenset({"need", "require", "seek", "request", "want", "lack", "await", "demand"})
POSSIBLE = frozenset({"may", "can", "could", "might", "would", "should", "will"})
RULES_OF = frozenset(
    {"regulation", "instruction", "order", "rule", "guideline", "procedure", "protocol", "directive"}
)


def is_denied(tree: Dependents, noun: int) -> bool:
    """Whether a noun is only said not to be ("no order to retreat", "the order does not exist")."""
    if any(tree.tokens[d].text.lower() in NEGATED for d in tree.all(noun, "det")):
        return True
    verb = tree.heads[noun]
    if verb >= 0 and tree.lemmas[verb] == "short" and tree.case(noun) == "of":
        return True  # "stops short of a ban"
    return verb >= 0 and tree.lemmas[verb] in UNSAID and negated(tree, verb)


def _noun(site: Site[Lexicon]) -> Directive | None:
    """Forms like "an order (for X) to V", "orders to shoot", "issued an order that Y V"."""
    tree, noun = site.tree, site.anchor
    content = content_of(tree, noun)
    takes = TAKES.intersection(site.row.complements)  # "used the truce to visit his house"
    if not takes or content is None or is_denied(tree, noun) or _is_supposed(tree, noun):
        return None
    if _is_to_end(tree, noun) or tree.case(noun) in AWAITED or tree.has(noun, OTHER, "compound", "amod"):
        return None
    giver, around = parties_around(site)
    giver, document = _paper_that_gives(site, giver)
    doing = content_verbs(tree, content)
    if "force" in site.row.complements and not any(is_forceful(tree, v, site.words) for v in doing):
        handed = tree.heads[noun] >= 0 and tree.lemmas[tree.heads[noun]] in HANDED
        armed = any(is_kind(tree, t, site.words, FORCES) for t in around)
        if not (handed and armed and tree.lemmas[content] in WORK):
            return None
    if tree.heads[noun] >= 0 and tree.lemmas[tree.heads[noun]] == "reserve":
        site = replace(site, row=replace(site.row, kind="threat"))  # "reserve the right to respond"
    states = giver is not None and is_state(tree, giver, site.words)
    if site.row.kind == "threat" and not (states or has_power(tree, giver, site.words)):
        return None
    told = [*around, *(s for s in tree.all(content, "nsubj") if not is_nobody(tree, s))]
    told += [t for case, t in predication(tree, noun).obliques if case in ("for", "to")]
    told = [t for t in told if tree.tags[t] not in ("WDT", "EX")]
    force, taken = force_of(site, noun), _is_taken_away(site)
    force = force.turned(tree.word(tree.heads[noun]), force.rule) if taken else force
    found = _on_condition(site, content, norms(tree, content, force, site.words))
    forceful = "force" not in site.row.complements and any(n.means for n in found)
    power = has_power(tree, giver, site.words)
    if not forceful and not power and (are_strangers(tree, told, site.words) or _is_own_plan(site, told)):
        return None
    made = directive(site, "order.noun", Parts(found, giver, told, [content], document))
    return replace(made, tense=None, relation=None) if made is not None and taken else made


def _paper_that_gives(site: Site[Lexicon], giver: int | None) -> tuple[int | None, int | None]:
    """(who gives leave, the paper that does): "the MEMO granted troops permission", "IT gives them leave"."""
    tree = site.tree
    if giver is None or giver == site.anchor:
        return giver, None
    if tree.lemmas[giver] == "it":
        return None, giver
    paper = tree.lemmas[giver] in site.words.directive_nouns and tree.lemmas[giver] not in HELD | {"command"}
    return (owner_of(site, giver), giver) if paper else (giver, None)


def _is_taken_away(site: Site[Lexicon]) -> bool:
    """Whether leave is withdrawn, which forbids: "permission to fire was withdrawn", "lost the right to"."""
    tree, verb = site.tree, site.tree.heads[site.anchor]
    if site.row.modality != "permission" or verb < 0 or negated(tree, verb):
        return False
    if tree.lemmas[verb] == "lose":
        return tree.relations[site.anchor] == "obj"
    return tree.lemmas[verb] in TAKE_AWAY and tree.relations[site.anchor] in ("obj", "nsubj:pass")


def _is_to_end(tree: Dependents, noun: int) -> bool:
    """Whether somebody is called on to end what is ordered: "End orders to fire, group says"."""
    before = tree.tokens[noun - 1].text.lower() if noun else ""
    opens = noun == 1 or (noun > 1 and tree.tokens[noun - 2].text == ":")
    return opens and before in ("end", "stop", "lift", "revoke", "withdraw", "scrap")


def _on_condition(site: Site[Lexicon], content: int, found: list[Norm]) -> list[Norm]:
    """Norms with the clause that a tree has under "had orders": "… to fire only if they are attacked"."""
    tree, verb = site.tree, site.tree.heads[site.anchor]
    if verb < 0 or tree.lemmas[verb] not in RECEIVE or verb == content or not found or found[-1].conditions:
        return found
    when = circumstances(tree, verb, site.words)
    behind = tuple(c for c in when.conditions if c.start > tree.word(content).start)
    if not behind or tree.tags[verb][0] != "V":
        return found
    last = replace(found[-1], conditions=behind)
    if when.limited and last.modality == "obligation":
        last = replace(last, modality="permission")
    return [*found[:-1], last]


def _is_own_plan(site: Site[Lexicon], told: Sequence[int]) -> bool:
    """Whether somebody without power plans something himself: "he had made plans to move"."""
    armed = any(has_power(site.tree, t, site.words) for t in told)
    return site.row.kind == "proposal" and not armed


def content_of(tree: Dependents, noun: int) -> int | None:
    """What a noun orders: its own clause, or the infinitive beside it ("gave X the power to V")."""
    own = tree.one(noun, "acl", "ccomp", "xcomp", "advcl", "acl:relcl")
    if own is not None and _is_content(tree, own):
        return own
    if own is not None and tree.tags[own] == "VBG" and tree.lemmas[own] in STATES:
        said = (c for c in tree.all(own, "ccomp") if modal(tree, c) is not None or is_to_be(tree, c))
        return next(said, None)  # "a directive stating that they should"
    verb = tree.heads[noun]
    if verb < 0 or tree.lemmas[verb] not in GIVE or (noun < verb and _makes_it(tree, verb)):
        return None
    spelled = (c for c in tree.all(verb, "parataxis") if c > noun and modal(tree, c) is not None)
    after = next((c for c in spelled if ":" in [t.text for t in tree.tokens[noun:c]]), None)
    if after is not None:
        return after
    near = [c for c in tree.all(verb, "xcomp", "advcl", "ccomp") if linking_words(tree, c) != "in order to"]
    near = [c for c in near if not _is_of_measures(tree, c)]
    return next((c for c in near if c > noun and tree.led_by_to(c)), None)


def _makes_it(tree: Dependents, verb: int) -> bool:
    """Whether rules only make something so: "make IT harder to fire", "are SET to make it easier"."""
    set_to = tree.lemmas[verb] == "set" and tree.one(verb, "xcomp") is not None
    return set_to or tree.has(verb, ("it",), "obj")


def _is_of_measures(tree: Dependents, clause: int) -> bool:
    """Whether an infinitive stands right behind what it is of: "as part of MEASURES to keep rats out"."""
    first = min(tree.branch(clause))
    return first > 0 and tree.lemmas[first - 1] in (
        "measure",
        "effort",
        "plan",
        "campaign",
        "drive",
        "step",
        "bid",
    )


def _is_content(tree: Dependents, clause: int) -> bool:
    """Whether a clause on a noun says what is ordered, not which order it is ("the order issued Monday")."""
    if tree.tags[clause][0] != "V" and tree.one(clause, "cop") is None:
        return False
    if tree.relations[clause] == "acl:relcl":
        if tree.lemmas[clause] in GIVE and tree.one(clause, "obj") is None:
            return False  # "an order that the leader gave in August"
        that = any(tree.tokens[m].text.lower() == "that" for m in tree.all(clause, "mark"))
        return that and tree.one(clause, "nsubj", "nsubj:pass") is not None
    if tree.tags[clause] == "VBD" and tree.one(clause, "aux", "aux:pass") is None:
        return False  # "under a decree that he renewed"
    if _is_to_hold(tree, clause) or _is_topic(tree, clause):
        return False  # "a truce that is to take effect"
    return (
        _closes_by_paper(tree, clause)
        or tree.tags[clause] not in ("VBN", "VBG", "VBD")
        or tree.one(clause, "mark") is not None
    )


def _closes_by_paper(tree: Dependents, clause: int) -> bool:
    """Whether a participle says what an order does: "issued an order CLOSING the border"."""
    closing = tree.tags[clause] == "VBG" and tree.lemmas[clause] in CLOSING
    paper = tree.lemmas[tree.heads[clause]] in ("order", "decree", "instruction", "directive")
    return closing and paper and tree.one(clause, "obj") is not None


def _is_to_hold(tree: Dependents, clause: int) -> bool:
    """Whether a clause says from when an order holds: "take effect", "be in force"; not "use force"."""
    effect = tree.has(clause, ("effect",), "obj", "obl")
    force = (t for t in tree.all(clause, "obl") if tree.lemmas[t] == "force")
    return effect or any(tree.case(t) in ("in", "into") for t in force)


def _is_topic(tree: Dependents, clause: int) -> bool:
    """Whether a clause only says what rules are about: "tightened its rules on firing", "on when to fire"."""
    about = tree.has(clause, ("on", "about", "for", "of", "regarding", "concerning"), "mark", "case")
    about = about and tree.tags[clause] == "VBG"
    noun = tree.heads[clause]
    asked = any(tree.tags[c] in ("WRB", "WDT", "WP") for c in tree.branch(clause) if noun < c < clause)
    return (about or asked) and tree.lemmas[noun] in RULES_OF


def _is_supposed(tree: Dependents, noun: int) -> bool:
    """Whether an order may only be given, or is needed ("only officers may give the order to fire")."""
    verb = tree.heads[noun]
    if verb < 0:
        return False
    first = min(tree.branch(noun))
    if (
        tree.lemmas[verb] in ("call", "ask", "plead", "press")
        and "for" in tree.lemmas[max(0, first - 1) : first + 1]
    ):
        return True
    return tree.lemmas[verb] in LACKED or tree.has(verb, POSSIBLE, "aux")


def parties_around(site: Site[Lexicon]) -> tuple[int | None, Sequence[int]]:
    """(who gives, who is given) an order, by the verb that has the noun for its object or subject."""
    giver, told = _parties_around(site)
    tree, noun = site.tree, site.anchor
    held = _owners(tree, noun) if tree.lemmas[noun] in HELD else []
    holder = next((t for t in held if has_power(tree, t, site.words)), None)
    if holder is None:
        return giver, told
    verb = _giving(tree, noun) if giver == holder else None
    agents = predication(tree, verb).agents if verb is not None else []
    by = next((a for a in agents if a not in (holder, noun)), None)
    return (by if giver == holder else giver), [*told, holder]


def _owners(tree: Dependents, noun: int) -> list[int]:
    return [t for case, t in predication(tree, noun).obliques if case in ("poss", "of")]


def _parties_around(site: Site[Lexicon]) -> tuple[int | None, Sequence[int]]:
    tree, noun = site.tree, site.anchor
    pred = predication(tree, noun)
    owner = owner_of(site, noun)
    if owner is not None and _is_possessor(tree, noun, owner) and tree.one(noun, "cop") is None:
        has_own = tree.lemmas[owner] in ("their", "his", "its") or not has_power(tree, owner, site.words)
        owner = None if has_own else owner
    if tree.case(noun) in ("under", "on"):
        return owner, tree.all(noun, "nsubj") or [a for a in _above_under(site) if a != noun]
    verb = _giving(tree, noun)
    if verb is None:
        return owner, _heeding(site)
    gift = predication(tree, verb)
    if tree.lemmas[verb] in RECEIVE:
        sender = next((t for case, t in (*gift.obliques, *pred.obliques) if case in ("from", "by")), owner)
        return sender, [a for a in gift.agents if a != noun]
    to = [t for case, t in gift.obliques if case == "to"]
    if tree.relations[noun] == "nsubj" and tree.lemmas[verb] in ARRIVE:
        source = next(
            (t for case, t in gift.obliques if case == "from" and can_be_told(tree, t, site.words)), owner
        )
        return source, to
    if gift.voice == "passive":
        by = [t for t in gift.agents if t != noun]
        return (by[0] if by else owner), [*(p for p in gift.patients if p != noun), *gift.recipients, *to]
    agents = gift.agents if tree.relations[noun] == "obj" else []
    handed = [p for p in gift.patients if p < noun and tree.relations[p] == "obj"]
    return (agents[0] if agents else owner), [*gift.recipients, *handed, *to]


def _is_possessor(tree: Dependents, noun: int, token: int) -> bool:
    return tree.relations[token] == "nmod:poss" and tree.heads[token] == noun


def _giving(tree: Dependents, noun: int) -> int | None:
    """The verb that gives an order, past "standing" in "have standing orders"."""
    verb = tree.heads[noun]
    if verb >= 0 and tree.relations[verb] == "xcomp" and tree.lemmas[verb] == "stand":
        verb = tree.heads[verb]
    return verb if verb >= 0 and tree.lemmas[verb] in GIVE else None


def _heeding(site: Site[Lexicon]) -> Sequence[int]:
    """Who obeys an order or refuses it, as those who are given it: "conscripts disobeyed an order to"."""
    tree, verb = site.tree, site.tree.heads[site.anchor]
    if verb < 0 or tree.lemmas[verb] not in OBEY or tree.relations[site.anchor] != "obj":
        return []
    return [a for a in predication(tree, verb).agents if has_power(tree, a, site.words)]


def _above_under(site: Site[Lexicon]) -> Sequence[int]:
    """Who is "under orders" where the noun hangs from another verb ("they went under orders to fire")."""
    tree = site.tree
    verb = tree.heads[site.anchor]
    return predication(tree, verb).agents if verb >= 0 and tree.tags[verb][0] == "V" else []


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.noun",
        Frame("directive_nouns", tags="N"),
        _noun,
        (
            Example("The command issued an order to shoot intruders.", "obligation fire live_fire"),
            Example("Guards have orders to fire warning shots.", "obligation fire_warning_shot warning_shot"),
            Example(
                "Soldiers are under orders to fire on anyone near the wire.", "obligation fire live_fire"
            ),
            Example("Police were given the power to shoot poachers.", "permission fire live_fire"),
            Example("The memo granted troops permission to use lethal force.", "permission fire live_fire"),
            Example("The guard has been granted authority to search cargo.", "permission search cargo None"),
            Example("The ruler gave soldiers permission to fire.", "permission fire live_fire"),
            Example("The chief issued an order: no one may cross the river.", "prohibition cross river None"),
            Example(
                "Guards received a directive stating that they should fire.", "obligation fire live_fire"
            ),
            Example("The army reserves the right to respond to attacks.", "permission respond None"),
            Example("Permission to fire at night has been withdrawn.", "prohibition fire live_fire"),
            Example("Guards have lost the right to fire at vehicles.", "prohibition fire live_fire"),
            Example("The command suspended sentries’ authority to shoot.", "prohibition fire live_fire"),
            Example("Orders were given to shoot anyone who tried to flee.", "obligation fire live_fire"),
            Example("Conscripts disobeyed an order to fire.", "obligation fire live_fire"),
            Example("The king signed an order closing the border.", "obligation close border None"),
            Example("The staff has extended its order to hold fire until May.", "prohibition fire live_fire"),
        ),
        (
            "The order surprised the guards.",
            "There was no order to retreat.",
            "The army has not received orders to withdraw.",
            "Only officers may give the order to fire.",
            "The minister has the power to issue permits.",
            "Police have the power to search cars.",
            "The guards acted in order to save a child.",
            "The hunters had permission to shoot deer.",
            "A man used the truce to visit his house.",
            "The army has tightened its rules of firing at crowds.",
            "The instructions on when to fire were changed.",
            "The new rules make it harder for guards to fire.",
            "The restaurant received an order to go.",
            "Turkey: End orders to fire at boats, group says.",
            "He had made threats to shoot up the campus.",
            "A deputy called for an order to shoot at boats.",
        ),
    ),
)
