"""Verbs whose sides a tree has the wrong way round: "two men shot at the border" in a headline."""

from collections.abc import Sequence

from holdfire.reading.english.acts.participants import is_armed
from holdfire.reading.english.acts.sides import DEAD, is_brought_down, is_hurt, is_to_death
from holdfire.reading.english.phrases.noun_phrases import is_person, longest, party_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Site
from holdfire.reading.grammar.predication import Predication

PEOPLE = frozenset({"man", "person", "people", "individual", "gunman", "assassin", "assailant", "attacker"})
SPOTS = frozenset({"river", "border", "crossing", "frontier", "beach", "island", "lake", "hill", "park"})
"""Where people are shot, and what nobody aims at."""


def is_headline_passive(tree: Dependents, pred: Predication, site: Site[Lexicon]) -> bool:
    """Forms like "One killed, two arrested": a participle without its auxiliary, whose subject is done to."""
    if not ((site.row.harm and "obj" in site.row.target) or pred.lemma in ("abduct", "kidnap")):
        return False
    below = [c for c in tree.all(pred.head, "aux", "obj", "ccomp", "xcomp") if tree.lemmas[c] not in DEAD]
    bare = tree.tags[pred.head] in ("VBD", "VBN") and not below
    if not bare or pred.voice != "active" or not pred.agents or pred.controlled:
        return False
    if any(tree.tokens[a].text.lower() in ("they", "we", "i") for a in pred.agents):
        return False
    if site.row.harm != "shot" or is_brought_down(tree, pred, site.words):
        return True  # "two militants shot down near Hili"
    ways = [t for case, t in pred.obliques if case in site.row.target]
    ways = [t for t in ways if not _is_where(tree, t, site.words)]
    if any(_is_fired_at(tree, t, site.words) for t in ways) and not is_to_death(tree, pred):
        return False
    return _is_titled(tree, pred.agents) or not any(is_armed(tree, a, site.words) for a in pred.agents)


def _is_where(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a bare name behind "on" is rather where somebody was shot: "two men shot on Main Street"."""
    name = tree.tags[token] == "NNP" and not _is_fixed(tree, token)
    return tree.case(token) == "on" and name and party_of(tree, token, words) is None


def _is_fired_at(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether something was shot at, and is not only where a headline has someone: "Farmer shot at fence"."""
    if tree.lemmas[token] in SPOTS:
        return False  # "Two men shot at Yalu River crossing"
    thing = longest(tree, token, words.targets)
    moves = thing is not None and thing[0] != "object"
    return moves or _is_fixed(tree, token) or is_person(tree, token, words)


def _is_titled(tree: Dependents, tokens: Sequence[int]) -> bool:
    """Whether one person is named without an article, as only headlines do: "Soldier shot at post"."""
    return len(tokens) == 1 and tree.tags[tokens[0]] == "NN" and not _is_fixed(tree, tokens[0])


def _is_fixed(tree: Dependents, token: int) -> bool:
    return tree.one(token, "det", "nmod:poss", "nummod") is not None


def shares_auxiliary(tree: Dependents, pred: Predication, site: Site[Lexicon]) -> bool:
    """Forms like "were tortured and shot at close range": the "were" of the first holds for both."""
    if pred.voice != "active" or not pred.controlled or pred.patients or tree.tags[pred.head] != "VBD":
        return False
    if "obj" not in site.row.target or not site.row.harm or tree.relations[pred.head] != "conj":
        return False
    aimed = any(case in site.row.target and is_hurt(tree, t, site.words) for case, t in pred.obliques)
    return tree.one(tree.heads[pred.head], "aux:pass") is not None and not aimed


def is_done_by_subject(tree: Dependents, pred: Predication, site: Site[Lexicon]) -> bool:
    """Forms like "they say rangers shot at a canoe", where a tree has a force for what a verb is done to."""
    if pred.voice != "passive" or pred.agents or not pred.patients or tree.tags[pred.head] != "VBD":
        return False
    if site.row.harm != "shot" or tree.one(pred.head, "aux:pass", "aux", "obj") is not None:
        return False
    own = tree.one(pred.head, "nsubj:pass") is not None
    aimed = any(case in site.row.target and is_hurt(tree, t, site.words) for case, t in pred.obliques)
    return own and aimed and all(is_armed(tree, p, site.words) for p in pred.patients)


def is_done_by(tree: Dependents, pred: Predication, site: Site[Lexicon]) -> bool:
    """Forms like "they were killed, shot in the night by armed men": with "by" and without an object."""
    if pred.voice != "active" or pred.patients or tree.tags[pred.head] not in ("VBD", "VBN"):
        return False
    if "obj" not in site.row.target or tree.one(pred.head, "aux") is not None:
        return False
    by = [t for case, t in pred.obliques if case == "by"]
    return any(is_armed(tree, t, site.words) or _are_people(tree, t) for t in by)


def _are_people(tree: Dependents, token: int) -> bool:
    """Whether a phrase names people by a group or a word for them ("a group of men")."""
    return tree.lemmas[token] in PEOPLE or tree.has(token, PEOPLE, "nmod")
