"""What is told like an order and is none: bidden to those in a force's hands, on bail, or where to go."""

from collections.abc import Sequence

from holdfire.reading.english.acts.participants import FORCES
from holdfire.reading.english.directives.building import is_civil
from holdfire.reading.english.phrases.noun_phrases import count_of, party_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Site
from holdfire.reading.grammar.predication import Predication

NOT_FOR_ARMS = frozenset({"shelter", "bail", "bond"})
"""What people are told to seek, or held without, and is no order on a border."""


def are_in_their_hands(site: Site[Lexicon], pred: Predication, told: Sequence[int]) -> bool:
    """Whether a force bids those in its power do something then and there: "ordered two men to undress"."""
    tree, words = site.tree, site.words
    if not any(is_force(tree, a, words) for a in pred.agents) or not told:
        return False
    return all(_is_in_its_hands(tree, t, words) for t in told)


def _is_in_its_hands(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether somebody is one or some of those who are no force: "two men", "the boy", "him"."""
    if tree.tags[token] == "PRP":
        return tree.lemmas[token] in ("he", "she", "i", "we")
    return is_civil(tree, token, words) and count_of(tree, token) is not None


def is_no_order(site: Site[Lexicon], content: int) -> bool:
    """Whether it is within another order, on bail, on cover from a gunman, or on "where to" do something."""
    tree = site.tree
    asks = any(tree.tags[c] == "WRB" and c < content for c in tree.all(content, "advmod", "mark"))
    objects = {tree.lemmas[content], *(tree.lemmas[o] for o in tree.all(content, "obj", "obl"))}
    return asks or _is_within(site) or not objects.isdisjoint(NOT_FOR_ARMS)


def _is_within(site: Site[Lexicon]) -> bool:
    """Whether a verb is itself what another orders ("told them not to let people pass")."""
    tree, verb = site.tree, site.anchor
    above = tree.heads[verb]
    relation = tree.relations[verb]
    if above < 0 or relation not in ("xcomp", "ccomp"):
        return False
    row = site.words.directive_verbs.get(tree.lemmas[above])
    return row is not None and ("infinitive" if relation == "xcomp" else "that") in row.complements


def is_force(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase names a force, which binds itself by what it agrees to; a ministry binds others."""
    party = party_of(tree, token, words)
    return party is not None and party.kind in FORCES
