"""Tree → Tree: adds to whom "who" points, where the tree has it pointing to a thing; drops nothing.

In "after the murder of Jan Kos, who was arrested" a tree may have the murder arrested, and in "the decision
of a judge, who was shot" the decision shot; in "reports of two boys wounded" the reports wounded.
"""

from collections.abc import Container, Iterator

from holdfire.model.tree import ROOT, Tree
from holdfire.reading.english.mending.hanging import SUBJECTS, hung
from holdfire.reading.english.words.lexicon import Lexicon

_NAMES = ("NNP", "NNPS")
_TELLING = frozenset({"report", "account", "allegation", "claim", "footage", "video", "news", "case"})
_ASTRAY = frozenset({"acl", "xcomp", "advcl"})
_REMAINS = frozenset({"body", "corpse", "victim"})
_COMMON = ("NN", "NNS")
_ENDINGS = ("tion", "sion", "ness", "ity", "ance", "ence")
_WHOLE = frozenset({"nmod", "appos", "nmod:poss", "conj", "nsubj", "obj", "obl", "nsubj:pass", "root"})
"""How a phrase hangs, and not a part of one."""


class Relating:
    """Hangs clauses with "who" from people; made once for the words of a lexicon."""

    def __init__(self, words: Lexicon) -> None:
        self._people: tuple[Container[str], ...] = (
            words.parties, words.cues["people"], words.cues["collective"],
        )  # fmt: skip
        self._things: tuple[Container[str], ...] = (
            {w for w, kind in words.targets.items() if kind != "animal"},
            words.act_nouns,
            words.means,
            words.cues["abstract"],
        )

    def __call__(self, tree: Tree) -> Tree:
        """The tree, with each clause with "who" under the people before it."""
        if not _TELLING.isdisjoint(tree.lemmas):
            for token, relation in enumerate(tree.relations):
                if relation in _ASTRAY and tree.tags[token] == "VBN":
                    tree = self._told_of(tree, token)
        if "who" not in tree.lemmas:
            return tree
        for token, lemma in enumerate(tree.lemmas):
            if lemma == "who" and tree.relations[token] in SUBJECTS:
                tree = self._mended(tree, token)
        return tree

    def _mended(self, tree: Tree, who: int) -> Tree:
        clause = tree.heads[who]
        thing = tree.heads[clause]
        if tree.relations[clause] != "acl:relcl" or thing == ROOT or thing > who:
            return tree
        if tree.tags[thing] not in _COMMON or self._is_person(tree, thing) or not self._is_thing(tree, thing):
            return tree
        near = [t for t in range(who - 1, -1, -1) if self._is_person(tree, t) and _is_whole(tree, t)]
        inside = [t for t in near if thing in _above(tree, t)]
        around = [t for t in near if t in _above(tree, thing)]
        found = next(iter((*inside, *around)), None)
        return hung(tree, {clause: (found, "acl:relcl")}) if found is not None else tree

    def _told_of(self, tree: Tree, done: int) -> Tree:
        """The tree, with what was done to those a report is of under them: "reports of a man wounded"."""
        who = done - 1
        noun = tree.heads[who]
        if not 0 <= noun < who or tree.lemmas[noun] not in _TELLING or tree.relations[who] != "nmod":
            return tree
        return hung(tree, {done: (who, "acl")}) if self._is_person(tree, who) else tree

    def _is_person(self, tree: Tree, token: int) -> bool:
        lemma = tree.lemmas[token]
        known = lemma not in _REMAINS and any(lemma in table for table in self._people)
        return tree.tags[token] in _NAMES or (known and tree.tags[token] in _COMMON)

    def _is_thing(self, tree: Tree, token: int) -> bool:
        """Whether a noun is known to be none for people, by the tables or by how it ends ("decision")."""
        lemma = tree.lemmas[token]
        return lemma.endswith(_ENDINGS) or any(lemma in table for table in self._things)


def _is_whole(tree: Tree, token: int) -> bool:
    return tree.relations[token] in _WHOLE


def _above(tree: Tree, token: int) -> Iterator[int]:
    while (token := tree.heads[token]) != ROOT:
        yield token
