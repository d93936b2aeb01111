"""A casebook and what a person asks of it → the incidents that count; whether towns lie where is asked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from holdfire.analysis.occurrences import COUNTED, DIVISIONS, kinds_asked, kinds_of
from holdfire.assessment.in_force import OrderLedger
from holdfire.assessment.versions import Version
from holdfire.geography.areas import by_codes, lies_in
from holdfire.geography.distance import km
from holdfire.geography.entry import Entry
from holdfire.model.corroborated import Incident
from holdfire.model.place import Place
from holdfire.model.record import ReportHeader
from holdfire.model.truth import Truth, any_of
from holdfire.store.book import Reader
from holdfire.workflows.areas import Atlas
from holdfire.workflows.casebook.corroborating import gathered
from holdfire.workflows.casebook.ordering import Case, case_of
from holdfire.workflows.own.folder import Own

NEAR_KM = 10.0
"""A town this near to one that is named is the same."""
Where = Callable[[Sequence[Place]], Truth]
"""Whether what is told of some towns took place where is asked about."""


@dataclass(frozen=True)
class Held:
    """A casebook's reports, what they tell together, and the user's own things it was asked with."""

    case: Case
    headers: tuple[ReportHeader, ...]
    own: Own

    @cached_property
    def named(self) -> dict[str, ReportHeader]:
        """The reports by what incidents call them."""
        return {header.source_id or header.id: header for header in self.headers}


def held(book: Reader, own: Own) -> Held:
    """All that a casebook tells, as people decided."""
    found = gathered(book)
    return Held(case_of(found, own=own), tuple(found.headers.values()), own)


def of_kind(incidents: Iterable[Incident], kinds: Sequence[str]) -> list[Incident]:
    """The incidents that are said to have happened, of some kinds: acts, means, or families of acts.

    Without kinds, every use of force. HoldfireError where a kind is none that is told of here.
    """
    every = [each for each in incidents if each.status.value in COUNTED]
    asked = kinds_asked(kinds, {name for each in every for name in kinds_of(each)})
    return [each for each in every if kinds_of(each) & asked]


def published(of: Held, incident: Incident) -> list[str]:
    """When the reports of an incident came out, as far as that is known."""
    found = (of.named.get(report) for report in incident.reports)
    return [each.published for each in found if each is not None and each.published]


def places_named(names: Sequence[str], own: Own) -> list[Entry]:
    """The places that a person names."""
    return Atlas(own).places(names) if names else []


def in_places(places: Sequence[Entry], ledger: OrderLedger) -> Where:
    """Whether something took place in one of some places; what no town is told of may have."""
    return _where(ledger, lambda entry: any_of(_at(entry, asked) for asked in places))


def in_scope(version: Version, ledger: OrderLedger) -> Where:
    """Whether something took place where an order holds."""
    return _where(ledger, lambda entry: ledger.space(version, entry).truth)


def _where(ledger: OrderLedger, judge: Callable[[Entry], Truth]) -> Where:
    """Ask of each town once."""

    @cache
    def judged(town: Place) -> Truth:
        return judge(_entry(town, ledger))

    return lambda towns: any_of(map(judged, towns)) if towns else Truth.POSSIBLY


def _entry(place: Place, ledger: OrderLedger) -> Entry:
    """The gazetteer's row of a place; where it has none by that id, what the record knows of it."""
    return ledger.known.row(place) or Entry(place.id or place.name, place.name, "city", place.lat, place.lon)


def _at(place: Entry, asked: Entry) -> Truth:
    if place.id == asked.id or (asked.level == "county" and place.county == asked.id):
        return Truth.YES
    if asked.level in DIVISIONS:
        coded = by_codes(asked, place)
        return lies_in(asked, place) if coded is Truth.POSSIBLY else coded
    if place.lat is None or place.lon is None or asked.lat is None or asked.lon is None:
        return Truth.POSSIBLY
    near = km((place.lat, place.lon), (asked.lat, asked.lon)) <= NEAR_KM
    return Truth.YES if near else Truth.NO
