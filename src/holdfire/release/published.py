"""Headers of reports → which of them are published pages, when they came out, and what is held back.

Kept in columns: a report is a number, a page is packed until it is asked for.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

import numpy as np

from holdfire.model.record import ReportHeader
from holdfire.release.coarsening import days_of
from holdfire.release.packed import Structs
from holdfire.release.pages import published_page
from holdfire.release.policy import Policy
from holdfire.release.released import Page

NONE = -1


class Pages(Structs[Page]):
    """Pages by their place."""

    kind = Page


class Reports:
    """What is known of the reports, by what incidents and orders call them."""

    def __init__(
        self, headers: Iterable[ReportHeader], policy: Policy, *, today: int, embargoes: Mapping[str, int]
    ) -> None:
        self.pages = Pages()
        keys, checks, pages, days = array("Q"), array("Q"), array("i"), array("i")
        held = set[str]()
        for header in headers:
            page = published_page(header, policy, today=today)
            told = days_of(header.published or "")
            key, check = _key(called(header))
            keys.append(key)
            checks.append(check)
            pages.append(NONE if page is None else self.pages.put(page))
            days.append(NONE if told is None else told.last)
            if today < embargoes.get(header.id, today):
                held.add(called(header))
        self.held = frozenset(held)
        order = np.argsort(np.frombuffer(keys, np.uint64), kind="stable") if keys else np.zeros(0, np.int64)
        self._keys, self._checks = (array("Q", (of[n] for n in order)) for of in (keys, checks))
        self._page, self._day = (array("i", (of[n] for n in order)) for of in (pages, days))

    def pages_of(self, reports: Iterable[str]) -> tuple[int, ...] | None:
        """The places of the pages that some reports are; None where one of them is none.

        Where several reports have one name, it stands for a page only if they are all that page.
        """
        found: set[int] = set()
        for report in reports:
            those = [self._page[at] for at in self._at(report)]
            if not those or NONE in those or any(self.pages[n] != self.pages[those[0]] for n in those[1:]):
                return None
            found.add(those[0])
        return tuple(sorted(found))

    def day(self, report: str) -> int | None:
        """The last day on which a report came out; None where that is not known."""
        return max((day for at in self._at(report) if (day := self._day[at]) != NONE), default=None)

    def _at(self, report: str) -> Iterator[int]:
        key, check = _key(report)
        at = bisect_left(self._keys, key)
        while at < len(self._keys) and self._keys[at] == key:
            if self._checks[at] == check:
                yield at
            at += 1


def called(header: ReportHeader) -> str:
    """What incidents and orders call a report."""
    return header.source_id or header.id


def _key(name: str) -> tuple[int, int]:
    made = blake2b(name.encode(), digest_size=16).digest()
    return int.from_bytes(made[:8], "big"), int.from_bytes(made[8:], "big")
