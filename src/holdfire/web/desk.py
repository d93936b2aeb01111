"""What all requests share: the casebook, who may be in, and what is slow to make and can be kept."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import Generic, TypeVar

from holdfire.geography.gazetteer import Gazetteer
from holdfire.model.record import Record
from holdfire.model.report import Report
from holdfire.reading.cascade import Reading
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.store.book import Book
from holdfire.views.values import Value
from holdfire.views.worksheet import values_by_path
from holdfire.web.guard.pace import Pace
from holdfire.web.guard.sessions import Person, Session, Sessions
from holdfire.web.intake import Intake
from holdfire.web.previews import Previews
from holdfire.web.quiet import Quiet
from holdfire.web.sheets import Sheets
from holdfire.web.tiles import Tiles
from holdfire.web.together import Together
from holdfire.workflows import readers
from holdfire.workflows.outcome import Reader
from holdfire.workflows.own.folder import NOTHING, Own
from holdfire.workflows.own.places import gazetteer_of
from holdfire.workflows.own.words import words_of

T = TypeVar("T")

ALL = frozenset({"see", "decide", "review", "sources"})
READ_AGAIN = 4
"""So many readings with all their steps are kept for those who ask why."""
KEPT = 64
"""So many records at most are kept decoded: a decision on a long report does not decode it again."""


@dataclass(frozen=True, slots=True)
class Alone:
    """The one person who works here without an account: a name for the log, and the key of the address."""

    who: str
    key: str

    @property
    def person(self) -> Person:
        """They may do everything."""
        return Person(self.who, ALL)


def nothing() -> None:
    """Do nothing."""


class Desk:
    """One open casebook on one machine. `settled` is called when what stays for long was made."""

    def __init__(  # noqa: PLR0913 - what a workbench is made of
        self,
        book: Book,
        *,
        alone: Alone | None = None,
        tiles: Tiles | None = None,
        own: Own = NOTHING,
        clock: Callable[[], float] = time.time,
        settled: Callable[[], object] = nothing,
        make_reader: Callable[[Own], Reader] = readers.english_reader,
    ) -> None:
        self.book = book
        self.alone = alone
        self.tiles = tiles
        self.own = own
        self.sessions = Sessions(clock, None if alone is not None else book)
        self.pace = Pace(clock)
        self.intake = Intake(self)
        self.settled = settled
        self.quiet = Quiet()
        self.is_closed = False
        self.together = Together(book, own, clock, settled=settled)
        self.previews = Previews(book, self.together, clock)
        self.sheets = Sheets()
        self._reader = _Once(lambda: make_reader(own))
        self._places = _Once(lambda: gazetteer_of(own))
        self._vocabulary = _Once(lambda: _codes(words_of(own)))
        self.record = lru_cache(maxsize=KEPT)(self._record)
        self.values = lru_cache(maxsize=KEPT)(self._values)
        self.reading = lru_cache(maxsize=READ_AGAIN)(self._reading)

    def close(self) -> None:
        """Let what is under way come to an end."""
        self.is_closed = True
        self.intake.close()
        self.together.close()

    def admitted(self, secret: str) -> Session | None:
        """The session of a cookie, with what its person may do now; None where they may come in no more."""
        return self.sessions.get(secret)

    def reader(self) -> Reader:
        """What reads reports; the first call loads it."""
        return self._reader.get()

    def places(self) -> Gazetteer:
        """The gazetteer with a user's own places."""
        return self._places.get()

    def vocabulary(self) -> dict[str, list[str]]:
        """The codes that a person may want to type, by slot."""
        return self._vocabulary.get()

    def _record(self, reading: str) -> Record:
        """The record of a reading: a reading never changes."""
        return self.book.readings.record(reading)

    def _values(self, reading: str) -> Mapping[str, Value]:
        """The values of a record by their paths."""
        return values_by_path(self.record(reading))

    def _reading(self, report: Report) -> Reading:
        """A report read now, with every step: what a record does not keep."""
        return self.reader()(report)


def _codes(words: Lexicon) -> dict[str, list[str]]:
    acts = {each.act for each in (*words.act_verbs.values(), *words.act_nouns.values())}
    return {"act": sorted(acts), "means": sorted(set(words.means.values()))}


@dataclass(slots=True)
class _Once(Generic[T]):
    make: Callable[[], T]
    made: T | None = None
    lock: Lock = field(default_factory=Lock)

    def get(self) -> T:
        with self.lock:
            if self.made is None:
                self.made = self.make()
            return self.made
