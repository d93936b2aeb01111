"""Hits in their order, and the words around what was found. Pure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from holdfire.store.search.query import Clause, Query
from holdfire.store.search.terms import is_eastern, piece_terms, pieces_of, word_terms, words_of

BEFORE, BEHIND = 60, 140
"""A snippet has about so many characters before and behind the first word found."""
_TITLE = 2.0
_SATURATES = 3.0


class Placed(NamedTuple):
    """A term and the characters of a text that it stands for."""

    term: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words of a text, and where in them what was found stands."""

    text: str
    marks: tuple[tuple[int, int], ...]


def placed(text: str, clause: Clause) -> Iterator[list[Placed]]:
    """The terms with their places from each that a clause may begin with, as far as the clause may reach.

    Most words of a long text are none of these, and their places are not worked out.
    """
    first, left = clause.terms[0], 0
    begins = clause.begins and len(clause.terms) == 1
    begun: dict[str, bool] = {}
    run: list[Placed] = []
    for piece in pieces_of(text):
        words = piece[0]
        if words not in begun:
            begun[words] = any(t == first or (begins and t.startswith(first)) for t in piece_terms(words))
        if left or begun[words]:
            run += _placed(words, piece.start())
            left = len(clause.terms) - 1 if begun[words] else max(0, left - len(piece_terms(words)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _placed(piece: str, at: int) -> Iterator[Placed]:
    for match in words_of(piece):
        start, end = at + match.start(), at + match.end()
        terms = word_terms(match[0])
        if len(terms) > 1 and is_eastern(match[0]):
            firsts = (min(start + n, end - 1) for n in range(len(terms)))  # a letter may stand for two
            yield from (
                Placed(term, first, min(first + len(term), end))
                for term, first in zip(terms, firsts, strict=True)
            )
        else:
            yield from (Placed(term, start, end) for term in terms)


def spans(clause: Clause, terms: list[Placed]) -> list[tuple[int, int]]:
    """Where the terms of a clause stand one after another."""
    first, *rest = clause.terms
    out: list[tuple[int, int]] = []
    for at, each in enumerate(terms):
        if each.term != first and (rest or not clause.begins or not each.term.startswith(first)):
            continue
        run = terms[at : at + len(clause.terms)]
        if len(run) == len(clause.terms) and _fits(clause, [other.term for other in run]):
            out.append((each.start, run[-1].end))
    return out


def score(query: Query, title: list[str], words: list[str]) -> float:
    """How well a report answers: each clause by how often it stands in the text, and more in the title."""
    in_title, in_words = Counter(title), Counter(words)
    total = 0.0
    for clause in query.wanted:
        often = _number(clause, in_words)
        total += often / (often + _SATURATES) + (_TITLE if _number(clause, in_title) else 0.0)
    return total


def _number(clause: Clause, terms: Counter[str]) -> int:
    """How often the rarest term of a clause stands among terms: a phrase is there no more often."""
    *whole, last = clause.terms
    ends = sum(n for term, n in terms.items() if term.startswith(last)) if clause.begins else terms[last]
    return min([ends, *(terms[term] for term in whole)])


def snippet(query: Query, text: str) -> Snippet:
    """The stretch of a text where most of what was asked for stands close together."""
    runs = ((clause, run) for clause in query.wanted for run in placed(text, clause))
    marks = sorted({span for clause, run in runs for span in spans(clause, run)})
    best = max(marks, key=lambda span: (_near(span, marks), -span[0]), default=(0, 0))
    start = _at_a_space(text, max(0, best[0] - BEFORE))
    end = (
        len(text)
        if best[0] + BEHIND >= len(text)
        else max(text.rfind(" ", best[1], best[0] + BEHIND), best[1])
    )
    inside = tuple((a - start, b - start) for a, b in marks if start <= a and b <= end)
    return Snippet(text[start:end].translate(_ONE_LINE), inside)


_ONE_LINE = str.maketrans("\n\r\t\f\v", "     ")


def _fits(clause: Clause, run: list[str]) -> bool:
    *whole, last = run
    end = clause.terms[-1]
    return whole == list(clause.terms[:-1]) and (last == end or (clause.begins and last.startswith(end)))


def _near(span: tuple[int, int], marks: list[tuple[int, int]]) -> int:
    """How many marks a snippet that begins with this one would hold."""
    return sum(1 for start, end in marks if span[0] <= start and end <= span[0] + BEHIND)


def _at_a_space(text: str, start: int) -> int:
    """The beginning of the next word, where one begins soon."""
    if start == 0:
        return 0
    space = text.find(" ", start, start + 20)
    return space + 1 if space >= 0 else start
