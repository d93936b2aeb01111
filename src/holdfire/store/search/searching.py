"""A search through a casebook: what answers, in which order, a page at a time."""

from typing import NamedTuple

from holdfire.model.stored import StoredReport
from holdfire.store.dialect import STRETCHES
from holdfire.store.reports import Reports
from holdfire.store.search.query import Query, parse_query
from holdfire.store.search.ranking import Snippet, score, snippet
from holdfire.store.search.terms import terms_of
from holdfire.store.view import View

WEIGHED = 60
"""So many reports are put in order by how well they answer; those behind them follow by age."""
_FAR = 2**62


class Hit(NamedTuple):
    """A report that answers, with the words around what was found."""

    report: StoredReport
    snippet: Snippet


class Search:
    """Searches through the reports that a view of a casebook holds.

    Of the reports with all that was asked for, those with it in the title come first, the newest before older
    ones; the first WEIGHED of them are put in order by their words. So the first page of a common word
    comes as fast as that of a rare one, and is the same on every store.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._reports = Reports(view)

    def __call__(self, text: str, *, limit: int = 20, offset: int = 0) -> list[Hit]:
        """The hits of a page. BookError where there is nothing to search for."""
        query = parse_query(text)
        seqs = self._candidates(query, max(WEIGHED, offset + limit))
        reports = [*self._weighed(query, seqs[:WEIGHED]), *self._reports.at(seqs[WEIGHED:])]
        page = reports[offset : offset + limit]
        words = self._reports.texts(page)
        return [Hit(each, snippet(query, words[each.id])) for each in page]

    def number(self, text: str, *, most: int = 1000) -> int:
        """How many reports answer, counted up to `most`."""
        return min(len(self._candidates(parse_query(text), most)), most)

    def _candidates(self, query: Query, most: int) -> list[int]:
        upto = self._view.upto
        below = _FAR if upto is None else (upto + 1) * STRETCHES
        found: dict[int, None] = {}
        in_order = (True, False) if len(query.wanted) == len(query.clauses) else (False,)
        with self._view.connect() as connection:
            for in_title in in_order:
                rows = self._view.dialect.rows_with(
                    connection, query, in_title=in_title, below=below, limit=most + most // 4
                )
                found.update(dict.fromkeys(row // STRETCHES for row in rows))
        return list(found)[:most]

    def _weighed(self, query: Query, seqs: list[int]) -> list[StoredReport]:
        reports = self._reports.at(seqs)
        words = self._reports.texts(reports)
        scores = {
            each.id: score(
                query, terms_of("" if each.untitled else each.title or ""), terms_of(words[each.id])
            )
            for each in reports
        }
        return sorted(reports, key=lambda each: (-scores[each.id], -each.seq))
