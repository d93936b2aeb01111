"""A casebook and what a person asks of it → the incidents that count, with where and when each was."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from holdfire.assessment.history import History
from holdfire.assessment.versions import Version
from holdfire.corroboration.families import FAMILIES, families
from holdfire.errors import HoldfireError
from holdfire.geography.areas import by_codes, within
from holdfire.geography.distance import km
from holdfire.geography.entry import Entry
from holdfire.model.corroborated import Incident, Order
from holdfire.model.place import Place
from holdfire.model.record import ReportHeader
from holdfire.model.truth import Truth, any_of
from holdfire.store.book import Reader
from holdfire.views.corroborated import named
from holdfire.workflows.areas import Atlas
from holdfire.workflows.casebook.corroborating import gathered
from holdfire.workflows.casebook.ordering import Case, case_of
from holdfire.workflows.own.folder import Own

COUNTED = frozenset({"happened", "alleged"})
NEAR_KM = 10.0
"""A town this near to one that is named is the same."""
DIVISIONS = frozenset({"country", "province"})
VAGUE = 4
"""From this precision on (UCDP GED) a place is a province or something vaguer."""
COARSE = DIVISIONS | {"region", "continent"}


Where = Callable[[Incident], Truth]
"""Whether an incident took place where is asked about."""


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

    @property
    def history(self) -> History:
        """The orders."""
        return self.case.ledger.history


def held(book: Reader, own: Own) -> Held:
    """All that a casebook tells, as people decided."""
    found = gathered(book)
    return Held(case_of(found, own=own), tuple(found.headers.values()), own)


def order_named(of: Held, beginning: str) -> Version:
    """The order whose id begins like this; HoldfireError where there is none, or more than one."""
    found = named(of.case.told, beginning)
    if not isinstance(found, Order):
        raise HoldfireError(f"{beginning!r} is an incident", remedy="`holdfire ledger` lists the orders")
    return of.history.by_id[found.id]


def of_kind(incidents: Iterable[Incident], kinds: Sequence[str]) -> list[Incident]:
    """The incidents that are said to have happened, of some kinds: acts, means, or families of acts.

    Without kinds, every use of force. HoldfireError where a kind is none that is told of here.
    """
    asked = [_plain(kind.strip().lower()) for kind in kinds] or ["force"]
    every = [each for each in incidents if each.status.value in COUNTED]
    told_of = {name for each in every for name in _names(each)}
    for kind in asked:
        if kind not in told_of | {_plain(name) for name in FAMILIES}:
            remedy = f"told of here: {', '.join(sorted(told_of)) or 'nothing'}"
            raise HoldfireError(f"no incident here is of the kind {kind!r}", remedy=remedy)
    return [each for each in every if _names(each) & set(asked)]


def _names(incident: Incident) -> set[str]:
    acts = {incident.act.value}
    means = {incident.means.value} if incident.means else set()
    return acts | means | {_plain(name) for name in families(acts)}


def _plain(name: str) -> str:
    return name.replace(" ", "_")


def published(of: Held, incident: Incident) -> list[str]:
    """When the reports of an incident came out, as far as that is known."""
    found = (of.named.get(report) for report in incident.reports)
    return [each.published for each in found if each is not None and each.published]


def places_named(names: Sequence[str], own: Own) -> list[Entry]:
    """The places that a person names."""
    return Atlas(own).places(names) if names else []


def in_places(places: Sequence[Entry], of: Held) -> Where:
    """Whether an incident took place in one of some places; one of which no town is told may have."""
    return _where(of, lambda entry: any_of(_at(entry, asked) for asked in places))


def in_scope(version: Version, of: Held) -> Where:
    """Whether an incident took place where an order holds."""
    return _where(of, lambda entry: of.case.ledger.space(version, entry).truth)


def _where(of: Held, judge: Callable[[Entry], Truth]) -> Where:
    """Ask of each town once."""
    judged: dict[Place, Truth] = {}

    def where(incident: Incident) -> Truth:
        towns = [place for place in (each.value for each in incident.places) if _exact(place)]
        for town in towns:
            if town not in judged:
                judged[town] = judge(_entry(town, of))
        return any_of(judged[town] for town in towns) if towns else Truth.POSSIBLY

    return where


def _exact(place: Place) -> bool:
    return place.id is not None and place.level not in COARSE and (place.precision or 0) < VAGUE


def _entry(place: Place, of: Held) -> Entry:
    """The gazetteer's row of a place; where it has none by that id, what the record knows of it."""
    return of.case.ledger.known.row(place) or Entry(
        place.id or place.name, place.name, "city", place.lat, place.lon
    )


def _at(place: Entry, asked: Entry) -> Truth:
    if place.id == asked.id or (asked.level == "county" and place.county == asked.id):
        return Truth.YES
    if asked.level in DIVISIONS:
        coded = by_codes(asked, place)
        return within(asked, place).truth if coded is Truth.POSSIBLY else coded
    if place.lat is None or place.lon is None or asked.lat is None or asked.lon is None:
        return Truth.POSSIBLY
    near = km((place.lat, place.lon), (asked.lat, asked.lon)) <= NEAR_KM
    return Truth.YES if near else Truth.NO
