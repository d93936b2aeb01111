"""How a clause is told: as done once, as wont to be done, as thought of; with its conditions and hedges."""

from typing import Literal

from holdfire.model.span import Span
from holdfire.reading.english.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents

Mood = Literal["happened", "hypothetical", "habitual"]
UNREAL = frozenset({"would", "could", "might", "may", "can", "should", "must", "shall", "will", "'ll"})
IF = frozenset({"if", "unless", "whether", "in"})
WHENEVER = frozenset({"whenever", "when", "each", "every"})


def mood_of(tree: Dependents, verb: int, words: Lexicon) -> Mood:
    """Whether a clause tells what happened once, what is wont to happen, or what might."""
    if _is_unreal(tree, verb):
        return "hypothetical"
    if _is_habitual(tree, verb, words):
        return "habitual"
    return "happened"


def _is_unreal(tree: Dependents, verb: int) -> bool:
    chain = [verb, *tree.above(verb)]
    for token in chain:
        if any(tree.lemmas[c] in UNREAL for c in tree.all(token, "aux")):
            return True
        if any(tree.lemmas[c] in IF for c in tree.all(token, "mark")) and tree.relations[token] == "advcl":
            return True
        if tree.relations[token] in ("ccomp", "parataxis", "root"):
            break
    to = any(tree.tags[c] == "TO" for c in tree.all(verb, "mark", "aux"))
    return to and tree.relations[verb] in ("xcomp", "acl", "advcl", "ccomp", "csubj", "conj", "obl")


def _is_habitual(tree: Dependents, verb: int, words: Lexicon) -> bool:
    helpers = {tree.lemmas[c] for c in tree.all(verb, "aux")}
    if {"have", "be"} <= helpers and tree.tags[verb] == "VBG":
        return True
    below = [c for c in tree.children[verb] if tree.relations[c] in ("advmod", "advcl", "obl")]
    near = [*below, *(m for c in below for m in tree.all(c, "mark", "advmod"))]
    if any(tree.lemmas[c] in words.cues["habit"] for c in near):
        return True
    return tree.tags[verb] in ("VBP", "VBZ") and not helpers and _ends_with_stop(tree)


def _ends_with_stop(tree: Dependents) -> bool:
    """Whether a sentence is no headline, which tells the past in the present."""
    return any(tag == "." for tag in tree.tags[-2:])


def clause_of(tree: Dependents, token: int) -> int:
    """The verb of the clause that a word stands in."""
    while tree.tags[token][0] != "V" and tree.heads[token] >= 0:
        token = tree.heads[token]
    return token


def warning_of(tree: Dependents, verb: int) -> tuple[str, Span] | None:
    """Forms like "without warning": whether a warning was given before the act."""
    for child in tree.children[verb]:
        if tree.lemmas[child] == "warning" and tree.case(child) in ("without", "after"):
            return ("no" if tree.case(child) == "without" else "yes"), tree.clause(child)
    return None


def condition_of(tree: Dependents, verb: int) -> Span | None:
    """The clause with "when" or "if" beside a verb."""
    for clause in tree.all(verb, "advcl"):
        if any(tree.lemmas[c] in WHENEVER | IF for c in tree.all(clause, "mark", "advmod")):
            return tree.clause(clause)
    return None


def hedge_of(tree: Dependents, verb: int, words: Lexicon) -> Span | None:
    """The word that makes a telling uncertain ("reportedly")."""
    for child in tree.all(verb, "advmod"):
        if tree.lemmas[child] in words.cues["hedge"]:
            return tree.word(child)
    return None
