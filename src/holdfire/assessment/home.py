"""Whose forces an order, incident or question is about: by what is said of them, else by where it was."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import Gazetteer
from holdfire.geography.lines import pairs
from holdfire.geography.peoples import countries_in
from holdfire.model.corroborated import Incident, Order
from holdfire.model.truth import Truth, between


@dataclass(frozen=True, slots=True)
class Home:
    """The countries that names tell of, and those in which it was; none where that is not told.

    At a border the forces of the neighbour may act too, so a place never rules them out.
    """

    said: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    def of(self, name: str) -> "Home":
        """The same for a party whose name may tell of a country itself ("Pakistani guards")."""
        said = countries_in(name)
        return Home(said, self.places) if said else self

    def is_in(self, country: str) -> Truth:
        """Whether the forces of a country are meant."""
        told, maybe = self._told, self._maybe
        return between(surely=told == {country}, ruled_out=bool(told) and country not in maybe)

    def same(self, other: "Home") -> Truth:
        """Whether both are about the forces of one country."""
        mine, theirs = self._told, other._told
        if not mine or not theirs:
            return Truth.POSSIBLY
        one = len(mine) == 1 and mine == theirs
        return between(surely=one, ruled_out=not self._maybe & other._maybe)

    @property
    def _told(self) -> frozenset[str]:
        return self.said or self.places

    @property
    def _maybe(self) -> frozenset[str]:
        if self.said:
            return self.said
        return self.places.union(*(_neighbours(country) for country in self.places))


UNTOLD = Home()


def home_of_order(order: Order, known: Gazetteer) -> Home:
    """By the countries that its issuer's name tells of; else by its sides of a border, places, lines."""
    said = countries_in(order.issuer.value.name) if order.issuer is not None else frozenset()
    sides = {area.value.side for area in order.areas if area.value.side}
    places = _countries(known.row(place.value) for place in order.places)
    lines = {c for area in order.areas if area.value.along for c in _both(area.value.along)}
    return Home(said, frozenset(sides or places or lines))


def home_of_incident(incident: Incident, place: Entry | None) -> Home:
    """By the countries that its actors' names tell of; else by its place."""
    said = frozenset().union(*(countries_in(actor.value.name) for actor in incident.actor))
    return Home(said, _countries([place]))


def home_of_question(unit: str | None, place: Entry | None) -> Home:
    """By the country that the unit's name tells of; else by the place."""
    return Home(countries_in(unit) if unit is not None else frozenset(), _countries([place]))


def _countries(entries: Iterable[Entry | None]) -> frozenset[str]:
    return frozenset(c for e in entries if e is not None and e.country for c in e.country.split("/"))


def _both(along: str) -> Iterator[str]:
    return (country for country in along.split("-") if len(country) == 2)


@cache
def _neighbours(country: str) -> frozenset[str]:
    """The countries with a border on it."""
    shared = (set(pair.split("-")) for pair in pairs())
    return frozenset().union(*(pair - {country} for pair in shared if country in pair))
