"""Orders for something named by a noun: "ordered a halt to firing", "authorized the use of force"."""

from msgspec.structs import replace

from holdfire.model.party import ARMED
from holdfire.model.statement import Directive, Norm
from holdfire.reading.english.clauses.conditions import circumstances
from holdfire.reading.english.directives.building import (
    Parts,
    directive,
    force_of,
    is_foretold,
    is_not_given,
    is_unreal,
)
from holdfire.reading.english.directives.contents import THROUGH, is_use, named_norm, within
from holdfire.reading.english.directives.forces import Deontic
from holdfire.reading.english.directives.givers import giver
from holdfire.reading.english.directives.named import parties_around
from holdfire.reading.english.directives.norms import norms
from holdfire.reading.english.directives.powers import can_be_told, has_power, is_forceful, who_can_order
from holdfire.reading.english.directives.turns import turned_norms
from holdfire.reading.english.directives.unbidden import is_within
from holdfire.reading.english.phrases.noun_phrases import is_kind, means_of, named, party_of
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

ENDED = frozenset({"suspend", "end", "halt", "stop", "discontinue", "abandon"})
OUT = frozenset({"out", "off", "away", "home", "back"})
SHUT = frozenset({
    "shut", "close", "seal", "clear", "evacuate", "demolish", "halt", "remove", "stop", "raze", "lock",
    "block", "fence", "closed", "sealed",
})  # fmt: skip
SHUT_BY = {"closed": "close", "sealed": "seal"}
"""What is done to what a tree has as "the closed border"."""
END = frozenset({"halt", "end", "stop", "cessation", "moratorium"})
BIDDEN = END | {
    "withdrawal", "pullback", "pullout", "retreat", "disengagement", "disarmament", "closure", "reopening",
    "deployment", "redeployment", "mobilisation", "mobilization", "evacuation", "demolition", "release",
    "removal", "expulsion",
}  # fmt: skip
"""What an authority may direct or an order be for; "directed traffic" and "an order for boots" are none."""
MOVES = frozenset({
    "withdrawal", "pullback", "pullout", "retreat", "disengagement", "disarmament", "deployment",
    "redeployment", "mobilisation", "mobilization", "return", "dispatch", "recall",
})  # fmt: skip
"""What those do themselves who are named behind it: "ordered the withdrawal of TROOPS"."""
INTO = frozenset({"into", "to", "across", "onto", "toward", "towards"})
"""Whither those are ordered whom no verb bids to go: "ordered two battalions TO the border"."""
AIMED = frozenset({"on", "at", "against"})


def _object(site: Site[Lexicon]) -> Directive | None:
    """Forms like "X ordered a halt to firing", "the use of rubber bullets was authorized"."""
    tree, verb = site.tree, site.anchor
    if "object" not in site.row.complements or is_unreal(tree, verb) or is_not_given(site):
        return None
    if _is_of_another(site):
        return None
    aim = tree.one(verb, "xcomp", "ccomp")
    pred = predication(tree, verb)
    whom = pred.patients or pred.recipients  # "permitted deadly force" may have force for a recipient
    things = [p for p in whom if _is_ordered(site, p) and not _shut(tree, verb, p)]
    if site.row.kind == "instruction":
        able = who_can_order(tree, pred.agents, site.words) is not None
        things = [t for t in things if able and tree.lemmas[t] in BIDDEN]
    doing = _done(site)
    if doing and not things:
        return _of_doing(site, doing)
    if aim is not None and not _ends(site):
        things = [p for p in whom if is_use(tree, p, site.words)]
    if not things:
        return None
    force = force_of(site, verb)
    outer = circumstances(tree, verb, site.words)
    aims = () if aim is None or _ends(site) else (tree.clause(aim),)
    found = [norm_on(site, t, force) for t in things]
    found = [
        replace(
            n,
            conditions=(*n.conditions, *outer.conditions, *aims),
            exception=n.exception or outer.exception,
        )
        for n in found
    ]
    told = [t for t in (*pred.recipients, *_for(tree, verb)) if can_be_told(tree, t, site.words)]
    told = [t for t in told if t not in things] + _moved(site, things)
    issuer, document = giver(site, pred)
    leave = _leave_to_order(site)
    if leave is not None:
        issuer, holders = parties_around(leave)
        told = list(holders)
        found = [replace(n, modality="permission") for n in found]
    if is_foretold(tree, verb):
        site = replace(site, row=replace(site.row, kind="proposal"))
    return directive(site, "order.object", Parts(found, issuer, told, things, document))


def _moved(site: Site[Lexicon], things: list[int]) -> list[int]:
    """The forces that are to move where a noun tells it: "ordered the deployment of BORDER GUARDS"."""
    tree = site.tree
    of = (t for m in things if tree.lemmas[m] in MOVES for t in tree.all(m, "nmod") if tree.case(t) == "of")
    each = (c for t in of for c in tree.conjuncts(t))
    return [c for c in each if is_kind(tree, c, site.words, ARMED)]


def _leave_to_order(site: Site[Lexicon]) -> Site[Lexicon] | None:
    """The leave that lets somebody order it: "commanders have the AUTHORITY to order attacks"."""
    tree, verb = site.tree, site.anchor
    noun = min((t for t in tree.branch(verb) if t <= verb), default=verb) - 1
    row = site.words.directive_nouns.get(tree.lemmas[noun]) if noun >= 0 else None
    if row is None or row.modality != "permission" or tree.relations[verb] != "acl":
        return None
    return replace(site, anchor=noun, row=row)


def _is_of_another(site: Site[Lexicon]) -> bool:
    """Whether to order is what somebody is bidden or allowed: "were empowered to sanction the use of"."""
    tree, verb = site.tree, site.anchor
    above = tree.heads[verb]
    if above < 0 or tree.relations[verb] not in ("xcomp", "advcl", "ccomp"):
        return False
    to = tree.led_by_to(verb)
    had = tree.lemmas[above] == "have"  # "a commander had to approve every shot"
    return to and (had or tree.lemmas[above] in site.words.directive_verbs)


def _done(site: Site[Lexicon]) -> list[int]:
    """What is allowed, told by a verb: "OPENING FIRE is allowed only in self-defence"."""
    tree, verb = site.tree, site.anchor
    if site.row.modality != "permission":
        return []
    subjects = tree.all(verb, "nsubj:pass", "csubj", "csubj:pass", "nsubj")
    return [s for s in subjects if tree.tags[s] == "VBG" and is_forceful(tree, s, site.words)]


def _of_doing(site: Site[Lexicon], doing: list[int]) -> Directive | None:
    """The order that allows or forbids what verbs tell, with the conditions of the verb that allows it."""
    tree, verb = site.tree, site.anchor
    outer = circumstances(tree, verb, site.words)
    found = [n for d in doing for n in norms(tree, d, force_of(site, verb), site.words)]
    found = [replace(n, conditions=(*n.conditions, *outer.conditions)) for n in found]
    issuer, document = giver(site, predication(tree, verb))
    return directive(site, "order.object", Parts(found, issuer, (), doing, document))


def _made(site: Site[Lexicon]) -> Directive | None:
    """Forms like "ordered the crossing shut", "had the village cleared", "were ordered out"."""
    tree, verb = site.tree, site.anchor
    if "made" not in site.row.complements or is_unreal(tree, verb) or is_not_given(site):
        return None
    pred = predication(tree, verb)
    issuer, document = giver(site, pred)
    outs = tree.all(verb, "compound:prt", "advmod")
    outs += [c for o in tree.all(verb, "obl") for c in tree.all(o, "case")]
    out = next((c for c in outs if tree.lemmas[c] in OUT), None)
    whom = [p for p in pred.patients if can_be_told(tree, p, site.words) and not _is_one(site, p)]
    if out is not None and whom and not is_within(site):  # "agreed to order their forces out"
        leave = Norm("obligation", f"leave {tree.lemmas[out]}", tree.word(out), tree.word(verb), "norm.do")
        return directive(site, "order.made", Parts([leave], issuer, whom, [], document))
    sent = [t for t in whom if is_kind(tree, t, site.words, ARMED)]
    beside = (*pred.obliques, *(o for t in sent for o in predication(tree, t).obliques))
    whither = next((t for case, t in beside if case in INTO and tree.tags[t][0] == "N"), None)
    if sent and issuer is not None and whither is not None and whither > max(sent):
        span = tree.span(sorted((*tree.all(whither, "case"), whither)))
        go = Norm(
            "obligation", f"go {tree.case(whither)} {tree.lemmas[whither]}", span, tree.word(verb), "norm.do"
        )
        return directive(site, "order.made", Parts([go], issuer, sent, [], document))
    for thing in pred.patients:
        done = _shut(tree, verb, thing)
        if done:
            when = circumstances(tree, done[0], site.words)
            lemma = tree.lemmas[done[0]]
            act = f"{SHUT_BY.get(lemma, lemma)} {tree.lemmas[thing]}"
            span, cue = tree.word(done[0]), tree.word(verb)
            found = Norm("obligation", act, span, cue, "norm.do", None, None, None, when.conditions)
            return directive(site, "order.made", Parts([found], issuer, (), [thing], document))
    return None


def _is_one(site: Site[Lexicon], token: int) -> bool:
    """Whether one person is bidden then and there: "ordered the boy out of the house"."""
    party = party_of(site.tree, token, site.words)
    body = party is not None and party.role == "organization"
    return site.tree.tags[token] in ("NN", "NNP", "PRP") and not body


def _shut(tree: Dependents, verb: int, thing: int) -> list[int]:
    """What is to be made of a thing, as a participle behind it: "ordered the crossing CLOSED"."""
    done = [*tree.all(thing, "acl"), *tree.all(verb, "xcomp")]
    done = [c for c in done if c > thing and tree.lemmas[c] in SHUT and _is_participle(tree, c)]
    return [c for c in done[:1] if tree.one(c, "mark", "nsubj") is None]


def _is_participle(tree: Dependents, token: int) -> bool:
    return tree.tags[token] in ("VBN", "VBD", "JJ") or tree.tokens[token].text == "shut"


def _ended(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the army has suspended the use of live rounds", "warning shots are suspended"."""
    tree, verb = site.tree, site.anchor
    if tree.lemmas[verb] not in ENDED or is_unreal(tree, verb):
        return None
    pred = predication(tree, verb)
    powerful = [a for a in pred.agents if has_power(tree, a, site.words)]
    if not powerful and not (pred.voice == "passive" and not pred.agents):
        return None
    things = [p for p in pred.patients if _is_used(site, p)]
    force = Deontic("prohibition", tree.word(verb), "norm.cease")
    found = [
        n for t in things for n in turned_norms(tree, verb, force.turned(force.cue, force.rule), site.words)
    ]
    made = replace(site, row=DirectiveWord("prohibition", "order", ()))
    issuer = powerful[0] if powerful else None
    return directive(made, "order.ended", Parts(found[:1], issuer, (), things)) if things else None


def _is_used(site: Site[Lexicon], token: int) -> bool:
    """Whether a noun names the use of a means or a practice of force."""
    tree, words = site.tree, site.words
    if tree.lemmas[token] in THROUGH:
        inner = within(tree, token)
        named_means = inner is not None and means_of(tree, inner, words) is not None
        return named_means or (inner is not None and tree.lemmas[inner] in words.act_verbs)
    return means_of(tree, token, words) is not None and tree.tags[token] in ("NNS", "NN")


def _ends(site: Site[Lexicon]) -> bool:
    return site.tree.has(site.anchor, END, "obj", "nsubj:pass")


def _for(tree: Dependents, verb: int) -> list[int]:
    """Forms like "approved the use of rubber bullets for police"."""
    return [t for case, t in predication(tree, verb).obliques if case in ("for", "by")]


def _is_ordered(site: Site[Lexicon], token: int) -> bool:
    """Whether a noun names something done: fire, an evacuation, a halt to patrols, the use of a means."""
    tree, words = site.tree, site.words
    lemma = tree.lemmas[token]
    if tree.tags[token][:2] not in ("NN", "VB"):
        return False
    if site.row.modality == "permission" and means_of(tree, token, words) is not None:
        return True
    if lemma == "use":
        return any(means_of(tree, c, words) is not None for c in tree.all(token, "nmod"))
    if lemma in END or lemma in words.cues["doing"] or lemma == "fire":
        return True
    return lemma in words.act_nouns and words.act_nouns[lemma].act not in ("incident", "kill", "injure")


def norm_on(site: Site[Lexicon], token: int, force: Deontic) -> Norm:
    """The norm on a thing that is ordered; a halt to it forbids it; fire "on" someone is aimed at him."""
    tree, words = site.tree, site.words
    if tree.lemmas[token] in END:
        beside = (c for t in {site.anchor, tree.heads[token]} for c in tree.all(t, "advcl", "obl"))
        below = [*tree.all(token, "nmod", "acl"), *sorted(beside)]
        of = [c for c in below if _led_by(tree, c) in ("of", "to", "on", "in")]
        if of:
            return named_norm(tree, of[0], force.turned(tree.word(token), "norm.cease"), words)
    made = named_norm(tree, token, force, words)
    aimed = next(
        (
            c
            for h in (token, site.anchor)
            for c in tree.all(h, "nmod", "obl")
            if tree.case(c) in AIMED and c != token
        ),
        None,
    )
    return replace(made, target=named(tree, aimed, words)) if aimed is not None else made


def _led_by(tree: Dependents, token: int) -> str:
    mark = tree.one(token, "mark")
    return tree.case(token) or (tree.lemmas[mark] if mark is not None else "")


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.object",
        Frame("directive_verbs"),
        _object,
        (
            Example("The president ordered a halt to firing along the line.", "prohibition fire live_fire"),
            Example("The council authorized the use of lethal force.", "permission fire live_fire"),
            Example("The use of rubber bullets was approved.", "permission use_less_lethal less_lethal"),
            Example("The army ordered the evacuation of two villages.", "obligation evacuate village None"),
            Example("The capital has ordered fire on people who cross.", "obligation fire live_fire"),
            Example("The president has directed the withdrawal of troops.", "obligation withdraw troop None"),
            Example("The council ordered the deployment of police.", "obligation deploy police None"),
            Example("Opening fire is allowed only in self-defence.", "permission fire live_fire"),
            Example("Lethal force remains permitted to save life.", "permission fire live_fire"),
            Example("The governor would authorize deadly force.", "permission fire live_fire"),
            Example("Commanders have the authority to order attacks on boats.", "permission attack None"),
            Example(
                "Border Patrol policy at the time permitted deadly force against them.",
                "permission fire live_fire",
            ),
        ),
        (
            "The army ordered fire trucks from abroad.",
            "Soldiers directed fire at the boat.",
            "Police directed traffic at the gate.",
            "A nurse directed the evacuation of the ward.",
            "The council approved the use of the hall.",
            "The general ordered lunch.",
            "The soldiers ordered a round of beer.",
        ),
    ),
    Rule(
        "order.made",
        Frame("directive_verbs"),
        _made,
        (
            Example("The governor has ordered the crossing shut.", "obligation shut crossing None"),
            Example("The army ordered the village cleared by Friday.", "obligation clear village None"),
            Example(
                "The governor ordered the crossings at Poipet and Ban Laem closed.",
                "obligation close crossing None",
            ),
            Example("Residents had been ordered out of the valley.", "obligation leave out None"),
            Example("The president ordered troops into the border town.", "obligation go into town None"),
            Example("The ministry ordered two battalions to the river.", "obligation go to river None"),
        ),
        (
            "The governor ordered the fish grilled.",
            "A judge ordered the soldier held.",
            "Officers ordered the boy out of the house.",
            "The general ordered rifles to the value of two million.",
            "The firm ordered supplies into the port.",
        ),
    ),
    Rule(
        "order.ended",
        Frame("cues.cease", tags="V"),
        _ended,
        (
            Example("The army has suspended the use of live rounds.", "prohibition fire live_fire"),
            Example("Warning shots are suspended.", "prohibition fire_warning_shot warning_shot"),
            Example(
                "The ministry has ended the practice of firing over boats.", "prohibition fire live_fire"
            ),
        ),
        ("The army ended its exercise.", "The guards stopped a car.", "The smugglers abandoned their guns."),
    ),
)
