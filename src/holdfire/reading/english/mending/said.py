"""Tree → Tree: adds what somebody "said" without "that" as a clause below the verb; drops nothing.

In "the ministry put its losses at three and said its guards had orders to fire" a tree may have the guards'
orders beside the losses, as what the report tells itself. In "the army has relaxed its rules, telling guards
to wait, sources said" it may have the sources tell the guards.
"""

from collections.abc import Container

from holdfire.model.tree import ROOT, Tree
from holdfire.reading.english.mending.hanging import SUBJECTS, below, has, hung
from holdfire.reading.grammar.voice import FINITE

_SAID = frozenset({"VBD", "VBZ"})
_OPENS = frozenset({"DT", "PRP$", "PRP", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS"})
_ASTRAY = frozenset({"conj", "parataxis", "ccomp"})
_CLAUSES = frozenset({"ccomp", "parataxis", "obj", "xcomp"})
_NAMES = 2
_DETERMINED = frozenset({"DT", "PRP$"})
_NOMINAL = _OPENS | {"IN", "UH", "HYPH"}


class Saying:
    """Knows the verbs of saying: made once for a lexicon."""

    def __init__(self, speech: Container[str]) -> None:
        self._speech = speech

    def __call__(self, tree: Tree) -> Tree:
        """The tree, with the clause right behind a verb of saying below it, where the verb has none."""
        if "VBG" in tree.tags:
            tree = self._with_what_it_led_to(tree)
        for verb in range(2, len(tree.tags)):
            says = tree.lemmas[verb] in self._speech and (tree.tags[verb] in _SAID or _has_said(tree, verb))
            if says and not has(tree, verb, SUBJECTS):
                tree = _with_speaker(tree, verb)
        for verb in range(2, len(tree.tags) - 3):
            says = tree.tags[verb] in _SAID and tree.relations[verb] == "conj"
            if says and tree.lemmas[verb] in self._speech and not has(tree, verb, _CLAUSES):
                clause = _behind(tree, verb)
                if clause is not None:
                    tree = hung(tree, {clause: (verb, "ccomp")})
        return tree

    def _with_what_it_led_to(self, tree: Tree) -> Tree:
        """The tree, with "…, telling guards to wait, sources said" as what those do who are spoken of."""
        for doing, tag in enumerate(tree.tags):
            above = tree.heads[doing]
            if tag != "VBG" or tree.relations[doing] != "advcl" or not doing < above:
                continue
            told = [n for n in range(doing) if tree.heads[n] == above and tree.relations[n] == "ccomp"]
            if told and tree.lemmas[above] in self._speech and tree.lemmas[doing - 1] == ",":
                tree = hung(tree, {doing: (told[-1], "advcl")})
        return tree


def _with_speaker(tree: Tree, verb: int) -> Tree:
    """The tree, with who says something as the subject of "said" that stands right before it.

    A tree may have him do what he says ("the army said Monday it has ordered"), or beside a noun of what is
    said before ("…, its director, Rahman, said").
    """
    for clause, above in enumerate(tree.heads):
        if above == verb and clause > verb and tree.relations[clause] == "ccomp":
            subjects = [n for n in below(tree, clause) if tree.relations[n] in SUBJECTS]
            if len(subjects) > 1 and subjects[0] < verb < subjects[1]:
                return hung(tree, {subjects[0]: (verb, "nsubj")})
        if above == verb and clause < verb and tree.relations[clause] == "ccomp":
            late = [n for n in below(tree, clause) if tree.relations[n] in SUBJECTS and clause < n < verb]
            if late and _has_before(tree, clause, SUBJECTS):
                return hung(tree, {late[-1]: (verb, "nsubj")})
    told = any(h == verb and c < verb and tree.relations[c] == "ccomp" for c, h in enumerate(tree.heads))
    speaker = _named_before(tree, verb) if told else None
    return tree if speaker is None else hung(tree, {speaker: (verb, "nsubj")})


def _has_said(tree: Tree, verb: int) -> bool:
    """Whether somebody "has said" something."""
    helped = any(tree.relations[t] == "aux" and tree.lemmas[t] == "have" for t in below(tree, verb))
    return tree.tags[verb] == "VBN" and helped and not has(tree, verb, ("aux:pass",))


def _has_before(tree: Tree, head: int, relations: Container[str]) -> bool:
    """Whether a word under one of the relations stands before the word that it hangs from."""
    return any(token < head and tree.relations[token] in relations for token in below(tree, head))


def _named_before(tree: Tree, verb: int) -> int | None:
    """Who is named between commas right before a verb, with a second name beside the first or none."""
    stop = verb - 1 if tree.tags[verb - 1] == "," else verb
    first = stop
    for _ in range(_NAMES):
        begin = _phrase_before(tree, first)
        if begin is None:
            break
        first = begin
        if tree.tags[first] in _DETERMINED:
            break
        first -= 1 if first and tree.tags[first - 1] == "," else 0
    if (
        first == stop
        or first < 1
        or tree.tags[first - 1] not in (",", "''")
        or tree.tags[first] not in _OPENS
    ):
        return None
    loose = [n for n in range(first, stop) if not first <= tree.heads[n] < stop and tree.tags[n][0] == "N"]
    return loose[0] if loose else None


def _phrase_before(tree: Tree, stop: int) -> int | None:
    """Where the words of a noun phrase that ends before a place begin."""
    at = stop
    while at > 0 and tree.tags[at - 1] in _NOMINAL:
        at -= 1
    return at if at < stop else None


def _behind(tree: Tree, verb: int) -> int | None:
    """The clause whose subject begins right behind a verb, where it hangs from what stands before that."""
    at = verb + 1
    while at < len(tree.tags) and tree.tags[at] in _OPENS:
        if tree.relations[at] in SUBJECTS and tree.heads[at] > at:
            clause = tree.heads[at]
            above = tree.heads[clause]
            helped = tree.tags[clause] in FINITE or has(tree, clause, ("aux", "aux:pass", "cop"))
            astray = above not in (ROOT, verb) and above < verb and tree.relations[clause] in _ASTRAY
            return clause if helped and astray else None
        at += 1
    return None
