"""What is told like an order and is none: bidden to those in a force's hands, on bail, or where to go."""

from collections.abc import Sequence

from holdfire.model.party import ARMED
from holdfire.reading.english.clauses.calls import HALTS
from holdfire.reading.english.directives.powers import has_power, is_civil, is_state
from holdfire.reading.english.phrases.noun_phrases import count_of, is_kind, party_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Site
from holdfire.reading.grammar.predication import Predication

WHERE = frozenset({"at", "near", "by", "in", "on", "before"})
NOT_FOR_ARMS = frozenset({"shelter", "bail", "bond", "compensation", "damages", "fine"})
"""What people are told to seek, or held without, and is no order on a border."""


SPOT = frozenset({"drop", "lay", "lie", "kneel", "freeze", "undress", "strip"})
PARTS = frozenset({"hand", "weapon", "gun", "knife", "arm"})
MOVED = frozenset({"put", "raise", "show", "lay", "throw"})
OUT = frozenset({"get", "come", "step"})
"""What people are bidden with a gun before them: "get out of the car", "put your hands up"."""


def are_in_their_hands(site: Site[Lexicon], pred: Predication, told: Sequence[int], content: int) -> bool:
    """Whether people are bidden do something then and there: "ordered two men to undress", "told Luke to"."""
    tree, words = site.tree, site.words
    if not told or any(has_power(tree, t, words) for t in told):
        return False
    if _is_of_the_spot(tree, content) and all(tree.tags[t] != "NNS" or _are_known(tree, t) for t in told):
        return True
    if not any(is_force(tree, a, words) for a in pred.agents):
        return False
    return all(_is_in_its_hands(tree, t, words) for t in told)


def _is_of_the_spot(tree: Dependents, verb: int) -> bool:
    """Whether a verb tells what one does at once, before a gun: "drop the knife", "get out"."""
    lemma = tree.lemmas[verb]
    if lemma in MOVED and tree.has(verb, PARTS, "obj"):
        return True
    out = tree.has(verb, ("out",), "compound:prt", "advmod")
    laid = lemma == "lay" and tree.one(verb, "obj") is not None  # "lay mines"
    return (lemma in SPOT and not laid) or (lemma in OUT and out)


def _are_known(tree: Dependents, token: int) -> bool:
    """Whether several people are some who were told of: "the boys", not "residents"."""
    return tree.one(token, "det", "nummod", "nmod:poss") is not None


def _is_in_its_hands(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether somebody is one or some of those who are no force: "two men", "the boy", "him"."""
    if tree.tags[token] == "PRP":
        return tree.lemmas[token] in ("he", "she", "i", "we")
    if tree.tags[token] == "NNP" and party_of(tree, token, words) is None:
        return not is_state(tree, token, words)  # somebody by his name
    return is_civil(tree, token, words) and count_of(tree, token) is not None


def is_no_order(site: Site[Lexicon], content: int) -> bool:
    """Whether it is within another order, on bail, on cover, on "where to" do something, or to some end."""
    tree = site.tree
    asks = any(tree.tags[c] == "WRB" and c < content for c in tree.all(content, "advmod", "mark"))
    objects = {tree.lemmas[content], *(tree.lemmas[o] for o in tree.all(content, "obj", "obl"))}
    if tree.lemmas[content] in ("evacuate", "move", "flee"):
        objects.discard("shelter")
    return (
        asks
        or _is_what_for(tree, site.anchor, content)
        or is_within(site)
        or _is_halted(site, content)
        or not objects.isdisjoint(NOT_FOR_ARMS)
    )


def _is_what_for(tree: Dependents, verb: int, content: int) -> bool:
    """Whether an infinitive says to what end another thing is agreed on: "on a pullback, to allow"."""
    first = min(tree.branch(content))
    on = any(tree.case(t) in ("on", "to") and t < content for t in tree.all(verb, "obl"))
    return on and first > 0 and "," in (tree.tokens[first - 1].text, tree.tokens[first].text)


def _is_halted(site: Site[Lexicon], content: int) -> bool:
    """Whether it is a call to those whom force is used on: "the driver was ordered to stop"."""
    told = site.tree.all(site.anchor, "nsubj:pass")
    aims = site.tree.all(content, "obj", "xcomp", "obl")
    halted = site.tree.lemmas[content] in HALTS and all(site.tree.case(t) in WHERE for t in aims)
    return halted and bool(told) and all(_is_in_its_hands(site.tree, t, site.words) for t in told)


def is_within(site: Site[Lexicon]) -> bool:
    """Whether a verb is itself what another orders ("told them not to let people pass")."""
    tree, verb = site.tree, site.anchor
    above = tree.heads[verb]
    relation = tree.relations[verb]
    if above < 0 or relation not in ("xcomp", "ccomp"):
        return relation == "acl" and _is_of_order(site, above)
    row = site.words.directive_verbs.get(tree.lemmas[above])
    return row is not None and ("infinitive" if relation == "xcomp" else "that") in row.complements


def _is_of_order(site: Site[Lexicon], noun: int) -> bool:
    """Whether a verb is what a noun orders: "a directive to let nobody come near"."""
    to = site.tree.led_by_to(site.anchor)
    return to and noun >= 0 and site.tree.lemmas[noun] in site.words.directive_nouns


def is_force(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase names a force, which binds itself by what it agrees to; a ministry binds others."""
    return is_kind(tree, token, words, ARMED)
