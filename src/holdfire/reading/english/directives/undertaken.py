"""What papers and agreements are about, named by a noun: "agreed on a withdrawal", "an order for it"."""

from itertools import takewhile

from holdfire.model.statement import Directive
from holdfire.reading.english.directives.building import Parts, directive, force_of, is_foretold, is_unreal
from holdfire.reading.english.directives.forces import negated
from holdfire.reading.english.directives.givers import HOLDS, owner_of
from holdfire.reading.english.directives.named import GIVE, is_denied, parties_around
from holdfire.reading.english.directives.objects import BIDDEN, END, norm_on
from holdfire.reading.english.directives.powers import (
    are_sides,
    bound_by_agreeing,
    can_be_told,
    can_order,
    represents,
    who_agrees,
    who_can_order,
)
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule
from holdfire.reading.grammar.voice import FINITE

PAPERS = frozenset({"order", "instruction", "proclamation"})
MADE = frozenset({
    "sign", "reach", "conclude", "strike", "adopt", "approve", "finalise", "finalize", "ink", "initial",
    "make",
})  # fmt: skip
"""What is done to an agreement that comes to be."""


def _ordered_for(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the president issued an order for the withdrawal of troops", "signed a decree on"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if site.row.kind not in PAPERS or site.row.modality != "obligation" or verb < 0:
        return None
    if tree.lemmas[verb] not in GIVE or is_denied(tree, noun) or is_unreal(tree, verb):
        return None
    behind = [t for t in (*tree.all(noun, "nmod"), *tree.all(verb, "obl")) if t > noun]
    things = [t for t in behind if tree.case(t) in ("for", "on") and tree.lemmas[t] in BIDDEN]
    issuer, told = parties_around(site)
    able = issuer is not None and (can_order(tree, issuer, site.words) or tree.tags[issuer] == "NNP")
    if not things or not (able or (issuer is None and predication(tree, verb).voice == "passive")):
        return None
    found = [norm_on(site, each, force_of(site, noun)) for t in things for each in tree.conjuncts(t)]
    told = [t for t in told if can_be_told(tree, t, site.words)]
    return directive(site, "order.for", Parts(found, issuer, told, things))


def _agreed_to(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the two sides agreed to strict observance of the truce", "on a withdrawal"."""
    tree, verb = site.tree, site.anchor
    if (
        site.row.kind != "agreement"
        or is_unreal(tree, verb)
        or is_foretold(tree, verb)
        or negated(tree, verb)
    ):
        return None
    pred = predication(tree, verb)
    things = [t for case, t in pred.obliques if case in ("to", "on", "for") and _is_undertaken(site, t)]
    agents = who_agrees(tree, verb)
    able = who_can_order(tree, agents, site.words) is not None or any(are_sides(tree, a) for a in agents)
    if not things or not (able or represents(tree, verb)):
        return None
    found = [norm_on(site, t, force_of(site, verb)) for t in things]
    told = bound_by_agreeing(tree, agents, site.words)
    return directive(site, "order.agreed_to", Parts(found, agents[0], told, things))


def _signed_on(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the two chiefs signed a protocol on the withdrawal of troops", "reached an accord on"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if site.row.kind != "agreement" or verb < 0 or tree.lemmas[verb] not in MADE or negated(tree, verb):
        return None
    behind = [t for t in tree.all(verb, "obl") if min(tree.branch(t)) == noun + 1]
    behind = [t for t in (*tree.all(noun, "nmod"), *behind) if tree.case(t) in ("on", "for")]
    things = [t for t in behind if _is_undertaken(site, t)]
    agents = [a for a in predication(tree, verb).agents if a != noun]
    if not things or is_unreal(tree, verb) or is_foretold(tree, verb):
        return None
    found = [norm_on(site, each, force_of(site, noun)) for t in things for each in tree.conjuncts(t)]
    told = bound_by_agreeing(tree, agents, site.words)
    return directive(site, "order.signed_on", Parts(found, agents[0] if agents else None, told, things))


def _provides(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the protocol provides for the withdrawal of troops", "the deal includes a halt"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if verb < 0 or tree.relations[noun] not in ("nsubj", "nsubj:pass") or tree.one(verb, "aux:pass"):
        return None  # of the two relations, as a tree may take "called" for a passive
    if site.row.kind == "proposal" or negated(tree, verb) or is_unreal(tree, verb):
        return None
    things, force = _listed(site, verb), force_of(site, noun)
    found = [norm_on(site, t, force) for t in things]
    giver = owner_of(site, noun) if things else None
    return directive(site, "order.provides", Parts(found, giver, (), things, noun)) if things else None


def _listed(site: Site[Lexicon], verb: int) -> list[int]:
    """All that a paper lays down by nouns: "a halt to firing, the WITHDRAWAL of troops and joint PATROLS".

    Lists are long, and trees hang the later items anywhere: each noun of something done with no
    preposition of its own is one.
    """
    tree = site.tree
    if tree.lemmas[verb] in ("provide", "call"):
        tops = [t for t in tree.all(verb, "obl") if tree.case(t) == "for"]
    elif tree.lemmas[verb] in HOLDS and site.row.kind == "agreement":
        tops = tree.all(verb, "obj")
    else:
        return []
    behind = takewhile(lambda t: tree.tags[t] not in FINITE, range(verb + 1, len(tree.tags)))
    return [t for t in behind if (t in tops or (tops and _is_item(tree, t))) and _is_undertaken(site, t)]


def _is_item(tree: Dependents, token: int) -> bool:
    """Whether a noun stands in a list by itself: behind a comma or "and", with no preposition."""
    return tree.relations[token] in ("conj", "appos", "obj") and not tree.case(token)


def _is_undertaken(site: Site[Lexicon], token: int) -> bool:
    """Whether a noun names what can be undertaken: something done, or a halt to it."""
    tree = site.tree
    return tree.tags[token][:2] == "NN" and (
        tree.lemmas[token] in END
        or tree.lemmas[token] in site.words.cues["doing"]
        or (site.row.kind == "agreement" and tree.lemmas[token] in site.words.cues["undertaken"])
        or _is_force_named(site, token)
    )


def _is_force_named(site: Site[Lexicon], token: int) -> bool:
    """Whether an order, and no plan, calls for an act of force or an arrest: "the shooting of intruders"."""
    act = site.words.act_nouns.get(site.tree.lemmas[token])
    return site.row.kind in ("order", "instruction") and act is not None and act.act in ("fire", "detain")


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.for",
        Frame("directive_nouns", tags="N"),
        _ordered_for,
        (
            Example(
                "The president issued an order for the withdrawal of troops.",
                "obligation withdraw troop None",
            ),
            Example(
                "The minister signed a decree on the closure of the border.", "obligation close border None"
            ),
            Example(
                "An order was given for the evacuation of the village.", "obligation evacuate village None"
            ),
        ),
        (
            "The shop sent an order for the removal of a tree.",
            "The army placed an order for boots.",
            "No order was given for the evacuation of the village.",
        ),
    ),
    Rule(
        "order.agreed_to",
        Frame("directive_verbs", tags="V", needs=("obl",)),
        _agreed_to,
        (
            Example(
                "The two generals agreed to strict observance of the truce.", "obligation observe truce None"
            ),
            Example("Both armies agreed on a withdrawal from the hills.", "obligation withdraw None"),
        ),
        (
            "The two generals agreed on a date.",
            "The shop agreed to a closure.",
            "The two generals did not agree on a withdrawal.",
        ),
    ),
    Rule(
        "order.signed_on",
        Frame("directive_nouns", tags="N"),
        _signed_on,
        (
            Example(
                "The two border chiefs signed a protocol on the withdrawal of troops.",
                "obligation withdraw troop None",
            ),
            Example(
                "Both armies signed an accord on the demolition of posts.", "obligation demolish post None"
            ),
        ),
        ("The two chiefs signed a deal on trade fairs.", "The armies reached no agreement on a date."),
    ),
    Rule(
        "order.provides",
        Frame("directive_nouns", tags="N"),
        _provides,
        (
            Example("The protocol provides for the withdrawal of troops.", "obligation withdraw troop None"),
            Example("The agreement provides for a halt to firing.", "prohibition fire live_fire"),
            Example(
                "The deal includes an end to hostilities, the withdrawal of troops and joint patrols.",
                "obligation withdraw troop None",
            ),
            Example("The accord includes a cessation of hostilities.", "prohibition fire live_fire"),
            Example("The pact stipulates the opening of the road.", "obligation open road None"),
            Example("The order called for the shooting of intruders.", "obligation fire live_fire"),
        ),
        (
            "The law provides for a fine.",
            "The plan calls for patrols.",
            "The guide calls for tea.",
            "The order includes a list.",
            "The deal does not include the withdrawal of troops.",
        ),
    ),
)
