"""What a person searches for → terms: words, "phrases", beginnings* and -words to leave out. Pure."""

import re
from typing import NamedTuple

from holdfire.errors import BookError
from holdfire.store.search.terms import is_eastern, word_terms, words_of

_ITEM = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')


class Clause(NamedTuple):
    """Terms that stand one after another; the last may be only how a word begins. `out` leaves them out."""

    terms: tuple[str, ...]
    begins: bool = False
    out: bool = False


class Query(NamedTuple):
    """All of whose clauses a report must answer; `text` is what was typed."""

    clauses: tuple[Clause, ...]
    text: str

    @property
    def wanted(self) -> tuple[Clause, ...]:
        """The clauses that must be there."""
        return tuple(clause for clause in self.clauses if not clause.out)


def parse_query(text: str) -> Query:
    """Read a search; BookError where nothing in it can be searched for."""
    clauses: list[Clause] = []
    for minus, phrase, word in _ITEM.findall(text):
        clause = _clause(phrase or word, begins=word.endswith("*"))
        if clause is not None:
            clauses.append(clause._replace(out=bool(minus)))
    query = Query(tuple(clauses), text)
    if not query.wanted:
        remedy = 'give words, a "phrase" or a beginning*, and not only -words to leave out'
        raise BookError(f"{text!r} holds nothing to search for", remedy=remedy)
    return query


def _clause(text: str, *, begins: bool) -> Clause | None:
    words = [match[0] for match in words_of(text)]
    if not words:
        return None
    terms = [term for word in words[:-1] for term in word_terms(word)]
    last = word_terms(words[-1])
    if is_eastern(words[-1]):
        # What stands after the last letter is left open; a single letter begins a pair, or stands alone.
        terms += last[:-1] or last
        return Clause(tuple(terms), begins=len(last) == 1) if terms else None
    return Clause((*terms, *last), begins=begins) if terms or last else None
