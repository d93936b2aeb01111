"""A tree with its links downwards, and the words that its branches cover."""

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any

from holdfire.model.span import Span
from holdfire.model.statement import Phrase
from holdfire.model.tree import ROOT, Tree

SUBJECTS = ("nsubj", "csubj", "nsubj:outer")
PASSIVE_SUBJECTS = ("nsubj:pass", "csubj:pass")
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
CLAUSAL = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "xcomp", "parataxis", "csubj", "advcl:relcl"})
OUTSIDE_A_NAME = CLAUSAL | {
    "appos",
    "conj",
    "cc",
    "cc:preconj",
    "dep",
    "punct",
    "discourse",
    "nsubj",
    "cop",
    "aux",
    "list",
}
NAMING = frozenset({"of", "in", "from", "for", "at", ""})
NAMES = frozenset({"flat", "appos", "nmod", "nmod:desc", "conj", "list", "compound", "dep"})
"""How a name may hang from a title or another name."""
TITLED, FURTHER = frozenset({"NNP", "FW", "NN"}), frozenset({"NNP", "FW"})
MARKS = frozenset({",", ":", ".", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP"})
QUOTES = frozenset({"``", "''"})
OPENING, CLOSING = frozenset("“«„"), frozenset("”»")
INNER = frozenset("‘’'")
"""Marks of a quotation within another."""


_LEAF: list[int] = []
"""The children of every token that has none."""


PROPER = frozenset({"NNP", "NNPS"})
ASTRAY = frozenset({"RB", "VB", "VBP", "JJ"})
"""Tags that a tree may have for a part of a name."""


class Dependents:
    """One tree, with the children of each token. Indices are tokens of the tree's sentence.

    `kept` holds what was made of a token before, by what it is and the token: many rules ask the same.
    """

    __slots__ = ("children", "heads", "kept", "lemmas", "relations", "tags", "tokens", "tree")

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.tokens = tree.sentence.tokens
        self.heads = tree.heads
        self.relations = tree.relations
        self.lemmas = tree.lemmas
        self.tags = tree.tags
        self.children = children = [_LEAF] * len(self.tokens)
        for token, head in enumerate(tree.heads):
            if head != ROOT:
                if below := children[head]:
                    below.append(token)
                else:
                    children[head] = [token]
        self.kept: dict[tuple[str, int], Any] = {}

    def all(self, head: int, *relations: str) -> list[int]:
        """The children of a token under any of the relations, in order."""
        found: list[int] = []  # a loop: called most of all, and most often in vain
        named = self.relations
        for child in self.children[head]:
            if named[child] in relations:
                found.append(child)  # noqa: PERF401
        return found

    def one(self, head: int, *relations: str) -> int | None:
        """The first child under any of the relations."""
        named = self.relations
        for child in self.children[head]:
            if named[child] in relations:
                return child
        return None

    def has(self, head: int, lemmas: Container[str], *relations: str) -> bool:
        """Whether a child under any of the relations is one of some words."""
        named, said = self.relations, self.lemmas
        for child in self.children[head]:  # noqa: SIM110 - a loop, for it is called often
            if named[child] in relations and said[child] in lemmas:
                return True
        return False

    def led_by_to(self, verb: int) -> bool:
        """Whether "to" leads a verb: "to fire"; not a noun, whose "to" is a preposition."""
        named, tags = self.relations, self.tags
        for child in self.children[verb]:  # noqa: SIM110 - a loop, for it is called often
            if named[child] == "mark" and tags[child] == "TO":
                return True
        return False

    def above(self, token: int) -> Iterator[int]:
        """The heads over a token, nearest first."""
        while (token := self.heads[token]) != ROOT:
            yield token

    def branch(self, head: int, leaving_out: Iterable[str] = ()) -> list[int]:
        """The tokens of a branch in order, without branches that hang by the relations left out."""
        children, relations = self.children, self.relations
        if not children[head]:
            return [head]
        skip = frozenset(leaving_out)
        out = [head]
        for token in out:  # grows as it is walked
            below = children[token]
            if below:
                out += [c for c in below if relations[c] not in skip] if skip else below
        out.sort()
        return out

    def conjuncts(self, head: int) -> list[int]:
        """A token and what is coordinated with it ("guards and soldiers")."""
        return [head, *self.all(head, "conj")]

    def case(self, token: int) -> str:
        """The preposition or other case word before a phrase, several joined by a space; "" if none."""
        if not self.children[token]:
            return ""
        words = [w for c in self.all(token, "case") for w in (c, *self.all(c, "fixed"))]
        return " ".join(self.tokens[w].text.lower() for w in words)

    def word(self, token: int) -> Span:
        """Where one token stands."""
        return Span(self.tokens[token].start, self.tokens[token].end)

    def span(self, tokens: list[int]) -> Span:
        """From the first to the last of the tokens, without marks at either end but those that belong inside.

        Of a quotation that is begun or ended inside, the other mark is taken in where it stands next.
        """
        first, last = self.without_marks(tokens)
        if first is None or last is None:
            return Span(self.tokens[tokens[0]].start, self.tokens[tokens[-1]].end)
        if not QUOTES.isdisjoint(self.tags[first : last + 1]):
            begun, ended = self._quotations(first, last)
            if ended and first and self.tags[first - 1] in QUOTES and not self._closes(first - 1):
                first -= 1
            if begun:
                last = self._closing(last)
        return Span(self.tokens[first].start, self.tokens[last].end)

    def without_marks(self, tokens: Sequence[int]) -> tuple[int | None, int | None]:
        """The first and the last of some tokens that are no marks."""
        first = next((t for t in tokens if self.tags[t] not in MARKS), None)
        return first, next((t for t in reversed(tokens) if self.tags[t] not in MARKS), None)

    def _quotations(self, first: int, last: int) -> tuple[bool, bool]:
        """Whether a quotation begins from one token to another and does not end; and the reverse."""
        begun = ended = False
        for token in range(first, last + 1):
            if self.tags[token] in QUOTES and self.tokens[token].text not in INNER:
                closes = self._closes(token)
                ended = ended or (closes and not begun)
                begun = not closes
        return begun, ended

    def _closes(self, token: int) -> bool:
        """Whether a mark ends a quotation; of a straight one the tag says it."""
        mark = self.tokens[token].text
        return mark in CLOSING or (mark not in OPENING and self.tags[token] == "''")

    def _closing(self, last: int) -> int:
        """The mark that ends a quotation right behind a token, or behind a stop after it; else the token."""
        for token in range(last + 1, min(last + 3, len(self.tags))):
            if self.tags[token] in QUOTES and self.tokens[token].text not in INNER:
                return token if self._closes(token) else last
            if self.tokens[token].text not in (".", ","):
                break
        return last

    def clause(self, head: int, leaving_out: Iterable[str] = ()) -> Span:
        """The words of a whole branch."""
        return self.span(self.branch(head, leaving_out))

    def phrase(self, head: int, keeping: Container[str] = NAMING) -> Phrase:
        """A noun phrase as a name of something: without its clauses, appositions and conjuncts.

        Of the phrases that follow it, those led by one of the prepositions in `keeping` belong to the name.
        """
        kept = [head]
        for child in self.children[head]:
            relation = self.relations[child]
            if relation in OUTSIDE_A_NAME or (
                relation in ("case", "mark") and (child < head or self.tags[child] == "POS")
            ):
                continue
            if self.lemmas[child] == "front" and self.case(child) == "in":
                continue
            after = relation in ("nmod", "obl") and child > head and self.case(child) not in keeping
            if after and not self._names(child, head):
                continue
            if relation == "advmod:emph" or (relation == "advmod" and self.tags[child] == "WRB"):
                continue
            kept += self.branch(child, CLAUSAL | {"appos"})
        tokens = self._unbroken(sorted(kept), head)
        tokens += self.names_after(tokens[-1])
        if self.tags[head] in PROPER:
            tokens = self._whole_name(tokens)
        return Phrase(self.span(tokens), self.word(head), self.lemmas[head])

    def _whole_name(self, tokens: list[int]) -> list[int]:
        """A name with the capitalised words beside it that the tree has elsewhere.

        "SALIL Shetty" with two subjects, "DO Hee Youn" with a verb, "Human Rights FIRST" with an adverb, "Kim
        JONG-IL's son".
        """
        first, last = tokens[0], tokens[-1]
        while first > 0 and self._is_of_name(first - 1, first):
            first -= 1
        end = len(self.tags) - 1
        while last + 2 <= end and self.tags[last + 1] == "HYPH" and self._goes_on(last + 1):
            last += 2
        while last < end and self.tags[last + 1] in ASTRAY and self._is_capital(last + 1):
            last += 1
        return [*range(first, tokens[0]), *tokens, *range(tokens[-1] + 1, last + 1)]

    def _is_of_name(self, token: int, after: int) -> bool:
        """Whether a word right before a name is its beginning."""
        if not self._is_capital(token):
            return False
        if self.tags[token] in ASTRAY:
            return token > 0 and self.tags[after] in PROPER
        beside = (self.heads[token], self.relations[token]) == (self.heads[after], self.relations[after])
        return self.tags[token] in PROPER and beside and self.relations[token] in SUBJECTS

    def _goes_on(self, hyphen: int) -> bool:
        """Whether a name goes on behind a hyphen: "Jong-Il"."""
        return self.tree.sentence.joins(hyphen) and self.tags[hyphen + 1] in PROPER

    def _is_capital(self, token: int) -> bool:
        """Whether a word is written like a name in a sentence that does not write all words so."""
        if not self.tokens[token].text[:1].isupper():
            return False
        if ("prose", 0) not in self.kept:
            small, large = (sum(how(t.text[:1]) for t in self.tokens) for how in (str.islower, str.isupper))
            self.kept["prose", 0] = small > large
        prose: bool = self.kept["prose", 0]
        return prose

    def _names(self, child: int, head: int) -> bool:
        """Whether a name stands right after its title ("governor Antonio Roldan")."""
        return child == head + 1 and self.tags[child] == "NNP" and not self.case(child)

    def names_after(self, token: int) -> list[int]:
        """Names right after a name or a title, which the tree may hang beside it and not under it.

        "Governor Antonio Roldan", "Jose Maria Lopez Garcia"; not the day in "killed Jones Tuesday", nor a
        name that belongs to what comes after it.
        """
        out: list[int] = []
        if self.tags[token] not in TITLED:
            return out
        for after in range(token + 1, len(self.tags)):
            if self.tags[after] not in FURTHER or not 0 <= self.heads[after] < after or self.case(after):
                break
            same = self.tags[token] == "NNP" and self.heads[after] == self.heads[token]
            if self.relations[after] not in NAMES and not (
                same and self.relations[after] == self.relations[token]
            ):
                break
            out.append(after)
        return out

    def _unbroken(self, tokens: list[int], head: int) -> list[int]:
        """The tokens around the head without a gap of words (quotation marks may stand between)."""
        at = tokens.index(head)
        first = last = at
        while first > 0 and self._touch(tokens[first - 1], tokens[first]):
            first -= 1
        while last + 1 < len(tokens) and self._touch(tokens[last], tokens[last + 1]):
            last += 1
        return tokens[first : last + 1]

    def _touch(self, left: int, right: int) -> bool:
        return all(self.tags[t] in MARKS for t in range(left + 1, right))
