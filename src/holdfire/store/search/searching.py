"""A search through a casebook: what answers, in which order, a page at a time."""

from typing import NamedTuple

from holdfire.model.stored import StoredReport
from holdfire.store.deriving import STRETCHES
from holdfire.store.reports import Reports
from holdfire.store.search.query import Query, parse_query
from holdfire.store.search.ranking import Placed, Snippet, placed, score, snippet
from holdfire.store.view import View

WEIGHED = 100
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
        weighed = self._weighed(query, seqs[:WEIGHED])
        later = seqs[WEIGHED:]
        page = [*weighed, *((report, None) for report in self._reports.at(later))][offset : offset + limit]
        return [self._hit(query, report, terms) for report, terms in page]

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

    def _weighed(self, query: Query, seqs: list[int]) -> list[tuple[StoredReport, tuple[str, list[Placed]]]]:
        found = []
        for report in self._reports.at(seqs):
            words = self._reports.bytes_of(report.text_sha256).decode("utf-8", "surrogatepass")
            terms = placed(words)
            title = placed("" if report.untitled else report.title or "")
            found.append((score(query, title, terms), report, (words, terms)))
        found.sort(key=lambda each: (-each[0], -each[1].seq))
        return [(report, terms) for _, report, terms in found]

    def _hit(self, query: Query, report: StoredReport, known: tuple[str, list[Placed]] | None) -> Hit:
        if known is None:
            words = self._reports.bytes_of(report.text_sha256).decode("utf-8", "surrogatepass")
            known = words, placed(words)
        return Hit(report, snippet(query, *known))
