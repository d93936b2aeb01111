"""Record → accounts: adds to each reported order and incident what it can be compared by; drops the words.

An account has the id of the thing it tells. Reading or adding a report again makes the same accounts.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from holdfire.corroboration.account import Account, Days, Point, Range
from holdfire.corroboration.telling import Passage, passage, telling
from holdfire.errors import DateError
from holdfire.model.grounded import Grounded
from holdfire.model.incident import Count, ReportedIncident
from holdfire.model.moment import DAY
from holdfire.model.order import ReportedOrder
from holdfire.model.period import BEGINNING, END, parse_period
from holdfire.model.place import Place
from holdfire.model.record import IMPORTED, Record

Thing = ReportedIncident | ReportedOrder
WITHIN_KM = {1: 3.0, 2: 10.0, 3: 30.0, 4: 120.0, 5: 80.0, 6: 600.0, 7: 200.0}
"""How far from its point a place may reach, by UCDP GED's precision."""
COUNTED = ("killed", "injured", "detained")
BESIDE = 2
"""How many paragraphs beside those that tell of a thing may tell of it too."""
_BREAK = re.compile(r"\n+")


def accounts_of(record: Record, *, text: str | None = None) -> Iterator[Account]:
    """The accounts in a record; `text` is the report's, where the record does not carry it itself."""
    words = record.text if isinstance(record.text, str) else text or ""
    paragraphs = _Paragraphs(words)
    published = _days(record.report.published)
    day = published.last if published else None
    for incident in record.incidents:
        yield _of_incident(incident, record, paragraphs, day)
    for order in record.orders:
        yield _of_order(order, record, paragraphs, day)


def _of_incident(
    told: ReportedIncident, record: Record, text: "_Paragraphs", published: int | None
) -> Account:
    counts = {name: _range(getattr(told, name)) for name in COUNTED if getattr(told, name) is not None}
    return Account(
        id=told.id,
        kind="incident",
        report=record.report.id,
        table=record.reader.own if record.reader.name == IMPORTED else None,
        main=told.salience == "main",
        published=published,
        days=_days(told.date.value if told.date else None),
        points=_points(told.places),
        places=_names(told.places),
        acts=frozenset((told.act.value,)),
        means=frozenset((told.means.value,)) if told.means else frozenset(),
        who=frozenset(party.value.kind for party in told.actor),
        target=told.target_type.value if told.target_type else None,
        again=False,
        counts=counts,
        telling=telling(text.telling(told, record), places=[p.quote for p in told.places]),
    )


def _of_order(told: ReportedOrder, record: Record, text: "_Paragraphs", published: int | None) -> Account:
    given = told.issued or told.effective_from
    norms = frozenset(f"{c.modality} {c.means.value if c.means else c.act.value}" for c in told.clauses)
    return Account(
        id=told.id,
        kind="order",
        report=record.report.id,
        table=record.reader.own if record.reader.name == IMPORTED else None,
        main=told.salience == "main",
        published=published,
        days=_days(given.value if given else None),
        points=_points(told.places),
        places=_names(told.places),
        acts=norms,
        means=frozenset(c.means.value for c in told.clauses if c.means),
        who=frozenset(party.value.kind for party in told.addressees),
        target=None,
        again=told.relation is not None,
        counts={},
        telling=telling(
            text.telling(told, record), places=[p.quote for p in told.places], found_by=_names(told.places)
        ),
    )


class _Paragraphs:
    """A text by its paragraphs, for those that tell of a thing and the ones beside them."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._starts = [0, *(match.end() for match in _BREAK.finditer(words))]
        self._taken: dict[int, Passage] = {}

    def telling(self, told: Thing, record: Record) -> list[Passage]:
        """The passages that tell of a thing, and the title of a report about it."""
        title = [passage(record.report.title)] if told.salience == "main" and record.report.title else []
        if not self._words:
            return [*title, *(passage(piece.quote) for piece in told.evidence)]
        return [*title, *(self._passage(n) for n in sorted(self._near(told, record)))]

    def _near(self, told: Thing, record: Record) -> set[int]:
        """The paragraphs with evidence, and those up to BESIDE away that tell of nothing else."""
        own = self._numbers(told)
        things: tuple[Thing, ...] = (*record.incidents, *record.orders)
        taken = {n for other in things if other is not told for n in self._numbers(other)} - own
        near = set(own)
        for number in own:
            for way in (-1, 1):
                for step in range(1, BESIDE + 1):
                    beside = number + way * step
                    if beside in taken or not 0 <= beside < len(self._starts):
                        break
                    near.add(beside)
        return near

    def _numbers(self, told: Thing) -> set[int]:
        spans = [(self._number(p.start), self._number(p.end - 1)) for p in told.evidence]
        return {number for first, last in spans for number in range(first, last + 1)}

    def _number(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _passage(self, number: int) -> Passage:
        if number not in self._taken:
            after = self._starts[number + 1 : number + 2]
            text = self._words[self._starts[number] : after[0] if after else None]
            self._taken[number] = passage(text)
        return self._taken[number]


def _days(edtf: str | None) -> Days | None:
    """The days a date may mean; None for one without definite days."""
    if edtf is None:
        return None
    try:
        bounds = parse_period(edtf, within=True).bounds
    except DateError:
        return None
    if bounds.earliest_start <= BEGINNING or bounds.latest_end >= END or edtf.startswith("X"):
        return None
    return Days(bounds.earliest_start // DAY, max(bounds.latest_end - 1, bounds.earliest_start) // DAY)


def _points(places: Iterable[Grounded[Place]]) -> tuple[Point, ...]:
    """The points of the places that say most exactly where."""
    known = [
        Point(p.lat, p.lon, WITHIN_KM.get(p.precision or 5, 80.0))
        for p in (place.value for place in places)
        if p.lat is not None and p.lon is not None
    ]
    least = min((point.within for point in known), default=0.0)
    return tuple(
        sorted({point for point in known if point.within <= 4 * least}, key=lambda p: (p.lat, p.lon))
    )


def _names(places: Iterable[Grounded[Place]]) -> frozenset[str]:
    return frozenset(key for place in places if (key := place.value.key) is not None)


def _range(count: Grounded[int | Count]) -> Range:
    said = count.value
    if isinstance(said, int):
        return Range(said, said)
    return Range(said.low or 0, said.high)
