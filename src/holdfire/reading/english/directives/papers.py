"""What orders say in a sentence of their own: "under the rules", "the rule is to", "the memo says"."""

from holdfire.model.statement import Directive
from holdfire.reading.english.directives.building import Parts, directive, force_of
from holdfire.reading.english.directives.compounds import UNDER
from holdfire.reading.english.directives.forces import Deontic, has_to, is_to_be, modal, negated
from holdfire.reading.english.directives.givers import owner_of
from holdfire.reading.english.directives.named import is_denied, parties_around
from holdfire.reading.english.directives.norms import norms
from holdfire.reading.english.directives.powers import CREWED, US, can_be_told, is_forceful, meant_by
from holdfire.reading.english.directives.relations import PARTS
from holdfire.reading.english.phrases.noun_phrases import party_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

SPOKEN = frozenset({
    "say", "state", "read", "provide", "specify", "stipulate", "add", "continue", "note", "explain", "warn",
    "declare", "lay", "spell", "make", "clarify", "rule",
})  # fmt: skip
MADE_UP = frozenset({"accept", "agree", "reach", "sign", "conclude", "strike", "make"})


def _under(site: Site[Lexicon]) -> Directive | None:
    """Forms like "under the rules, guards may shoot", "an instruction under which guards could shoot"."""
    tree, noun = site.tree, site.anchor
    inner = tree.one(noun, "acl:relcl")
    bids = inner is not None and (modal(tree, inner) is not None or is_to_be(tree, inner))
    bids = bids and not any(tree.tags[s][0] == "W" for s in tree.all(inner or 0, "nsubj", "nsubj:pass"))
    part = _part_of(tree, noun)
    verb = inner if inner is not None and bids else _verb_over(tree, part)
    led = tree.case(part) in UNDER
    if verb < 0 or (verb != inner and not (led and (_is_provision(tree, verb) or _is_left(site, verb)))):
        return None
    if noun > verb and modal(tree, verb) is None and tree.one(verb, "cop") is None and verb != inner:
        return None  # "are to be punished under military law"
    if tree.lemmas[verb] in ("bound", "bind"):
        return None  # "would no longer be bound by the agreement"
    if tree.case(noun) == "on" and tree.lemmas[noun] not in ("order", "instruction"):
        return None
    pred = predication(tree, verb)
    told = [a for a in pred.agents if a != noun and _is_bound(tree, a, site.words)]
    force = force_of(site, noun)
    if force.modality == "prohibition":  # "under the ban nobody may": the clause says itself what it forbids
        force = Deontic("obligation", force.cue, force.rule)
    found = norms(tree, verb, force, site.words)
    giver = owner_of(site, noun)
    giver = _accepted_by(site) if giver is None else giver
    return directive(site, "order.under", Parts(found, giver, told if pred.voice == "active" else [], [verb]))


def _is_left(site: Site[Lexicon], verb: int) -> bool:
    """Whether a rule is told by what nobody does under it: "under the accord neither side opens fire"."""
    tree = site.tree
    habit = tree.tags[verb] in ("VBZ", "VBP") or tree.has(verb, ("do",), "aux")
    return habit and negated(tree, verb) and is_forceful(tree, verb, site.words)


def _is_bound(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether somebody is a party, or what is manned by one: "border posts"."""
    crewed = tree.lemmas[token] in CREWED and tree.tags[token][0] == "N"
    return party_of(tree, token, words) is not None or crewed


def _accepted_by(site: Site[Lexicon]) -> int | None:
    """Who agrees on what a clause tells the terms of: "both sides accepted a truce under which"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if verb < 0 or tree.lemmas[verb] not in MADE_UP or tree.relations[noun] not in ("obj", "obl"):
        return None
    return next(iter(predication(tree, verb).agents), None)


def _part_of(tree: Dependents, noun: int) -> int:
    """The article of a law, where one is named: "under article 12 of the law"; else the law itself."""
    above = tree.heads[noun]
    part = above >= 0 and tree.lemmas[above] in PARTS and tree.case(noun) == "of"
    return above if part else noun


def _verb_over(tree: Dependents, noun: int) -> int:
    """The verb that "by law" is beside, also where a tree has it under the subject or what is forbidden.

    "Each side shall refrain from firing, under the truce" is not about firing under it.
    """
    above = tree.heads[noun]
    hung = above >= 0 and tree.relations[noun] == "nmod" and tree.relations[above].startswith("nsubj")
    if hung:
        return tree.heads[above]
    first = min(tree.branch(noun))
    apart = any(t.text == "," for t in tree.tokens[max(0, first - 1) : first + 1])
    if above < 0 or noun < above or not apart or _is_provision(tree, above):
        return above
    return next((v for v in tree.above(above) if _is_provision(tree, v)), above)


def _is_said_to_bid(tree: Dependents, clause: int) -> bool:
    """Whether a clause that a paper says obliges or permits: must, may, "are to be", "have to"."""
    return _is_provision(tree, clause) or is_to_be(tree, clause) or has_to(tree, clause) is not None


def _is_provision(tree: Dependents, verb: int) -> bool:
    """Whether a clause obliges or permits: must, may, "are to"."""
    bids = is_to_be(tree, verb) and tree.one(verb, "cop", "aux:pass") is not None
    return modal(tree, verb) is not None or bids


def _by_order(site: Site[Lexicon]) -> Directive | None:
    """Forms like "soldiers fired on the boat on the orders of the colonel": what was done was ordered."""
    tree, noun = site.tree, site.anchor
    verb, led = tree.heads[noun], tree.case(noun)
    if verb < 0 or tree.relations[noun] != "obl" or led not in ("on", "upon", "by", "at", "under"):
        return None
    pred = predication(tree, verb)
    done = tree.tags[verb] in ("VBD", "VBN") and modal(tree, verb) is None and not negated(tree, verb)
    giver = owner_of(site, noun)
    if not done or giver is None or not is_forceful(tree, verb, site.words):
        return None
    told = [a for a in pred.agents if pred.voice == "active" and can_be_told(tree, a, site.words)]
    found = norms(tree, verb, force_of(site, noun), site.words)
    return directive(site, "order.by_order", Parts(found, giver, told, [verb]))


def _is_to(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the rule is to shoot only in self-defence", "his orders were not to fire"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if verb < 0 or not tree.relations[noun].startswith("nsubj") or tree.one(verb, "cop") is None:
        return None
    if site.row.kind == "proposal":
        return None
    that = any(tree.tokens[m].text.lower() == "that" for m in tree.all(verb, "mark"))
    if tree.tags[verb][0] != "V" or is_denied(tree, noun) or not (that or _is_provision(tree, verb)):
        return None
    giver, told = parties_around(site)
    owner = tree.one(noun, "nmod:poss")
    if owner is not None and tree.lemmas[owner] in US:
        told = [t for t in (meant_by(tree, owner, site.words),) if t != owner]
    elif owner is not None and giver is None and can_be_told(tree, owner, site.words):
        told = [owner]
    found = norms(tree, verb, force_of(site, noun), site.words)
    return directive(site, "order.is_to", Parts(found, giver, told, [verb]))


def _says(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the memo says that officers should", "guards may not shoot, the rules state"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if verb < 0 or tree.lemmas[verb] not in SPOKEN or tree.lemmas[noun] == "authority":
        return None  # authorities are no paper
    after = noun > verb  # "“…,” reads the order"
    turned = after and tree.relations[noun] == "obj" and tree.one(verb, "nsubj") is None
    if tree.relations[noun] != "nsubj" and not turned:
        return None
    said = tree.all(verb, "ccomp", "parataxis")
    said += [c for each in said for c in tree.all(each, "conj") if tree.has(c, ("that",), "mark")]
    said += [tree.heads[verb]] if tree.relations[verb] == "parataxis" else []  # "guards must …, it says"
    tops = [c for c in said if _is_said_to_bid(tree, c)]
    if not tops or any(tree.tags[c][0] == "W" for c in tree.all(tops[0], "nsubj", "obj", "advmod")):
        return None
    contents = [c if (bidden := has_to(tree, c)) is None else bidden for c in tops]
    content = contents[0]
    word = modal(tree, content)
    if word is not None and tree.lemmas[word] in ("could", "might", "would", "will"):
        return None
    inner = predication(tree, content)
    told = [a for a in inner.agents if inner.voice == "active" and can_be_told(tree, a, site.words)]
    found = [n for c in contents for n in norms(tree, c, force_of(site, noun), site.words)]
    found = list({n.act_span: n for n in found}.values())
    guesses = word is not None and tree.lemmas[word] in ("may", "can") and inner.voice == "active"
    if guesses and not told and not any(n.means for n in found):
        return None  # "the notice says that brakes may fail"
    return directive(site, "order.says", Parts(found, owner_of(site, noun), told, contents, noun))


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.by_order",
        Frame("directive_nouns", tags="N"),
        _by_order,
        (
            Example("Soldiers fired at the boat on the orders of the colonel.", "obligation fire live_fire"),
            Example("On the instructions of the governor, police shot at them.", "obligation fire live_fire"),
        ),
        (
            "Soldiers left the post on the orders of the colonel.",
            "Soldiers fired at the boat on Monday.",
            "Police did not shoot on the orders of the governor.",
        ),
    ),
    Rule(
        "order.is_to",
        Frame("directive_nouns", tags="N"),
        _is_to,
        (
            Example("The rule is to shoot only in self-defence.", "permission fire live_fire"),
            Example("Their instructions are not to open fire.", "prohibition fire live_fire"),
            Example(
                "“Our orders were to shoot at the legs,” a soldier told the radio.",
                "obligation fire live_fire",
            ),
        ),
        ("The order is old.", "The plan was to fail."),
    ),
    Rule(
        "order.says",
        Frame("directive_nouns", tags="N"),
        _says,
        (
            Example("The memo says officers should step out of the way.", "obligation step None"),
            Example("The rules say that guards may shoot at the legs.", "permission fire live_fire"),
            Example("The order says that sentries have to fire.", "obligation fire live_fire"),
            Example("“Guards should not fire first,” the order says.", "prohibition fire live_fire"),
            Example("“Guards shall not fire at boats,” reads the order.", "prohibition fire live_fire"),
        ),
        (
            "The memo says that the officers were tired.",
            "The law says that he could be right.",
            "The order says what must happen after a shooting.",
            "“It was a bad night,” reads the order.",
            "The notice says that brakes may fail.",
        ),
    ),
    Rule(
        "order.under",
        Frame("directive_nouns", tags="N"),
        _under,
        (
            Example("Under the rules, guards may shoot at boats.", "permission fire live_fire"),
            Example("Under article 12 of the law, guards can shoot at boats.", "permission fire live_fire"),
            Example(
                "Each side shall refrain from firing at posts, under the truce.", "prohibition fire live_fire"
            ),
            Example(
                "Under the rules, units near the border are to be considered targets.",
                "obligation consider unit None",
            ),
            Example("Under the ban, no vehicle may cross the bridge.", "prohibition cross bridge None"),
            Example("Under the accord, neither side opens fire on the other.", "prohibition fire live_fire"),
            Example("By order of the general, patrols are to hold their fire.", "prohibition fire live_fire"),
        ),
        (
            "Under the rules, guards shot at boats.",
            "Under the rules, guards did not leave.",
            "He spoke of rights that may collide.",
        ),
    ),
)
