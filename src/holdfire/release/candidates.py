"""Incident → what of it could leave at most: days, regions, persons, codes; drops all words and sources."""

from collections.abc import Iterable
from typing import Any

import msgspec

from holdfire.assessment.home import Home, home_of_incident
from holdfire.assessment.units import GENERIC, Units
from holdfire.model.corroborated import Attested, Incident, Order
from holdfire.model.incident import Count
from holdfire.model.party import ARMED, ARMED_OR_STATE, Party
from holdfire.model.place import Place
from holdfire.model.truth import Truth
from holdfire.release.coarsening import LEVELS, Days, Region, Regions, days_of
from holdfire.release.persons import NOBODY, Persons, persons
from holdfire.release.policy import PlaceLevel, Policy
from holdfire.release.published import Reports
from holdfire.release.released import Outcome, Telling, Toll
from holdfire.release.vocabulary import acts, means

_LIKELY = 0.25
_THINGS = frozenset({"animal", "vehicle", "object"})


class Candidate(msgspec.Struct, frozen=True):
    """What of an incident could leave. `kin` is the same for incidents that may be one.

    `pages` are the places of the published pages that tell it, where nothing else does. `regions` are its
    county, province, river and country, as far as each is known and may be said of such an act.
    """

    accounts: tuple[str, ...]
    kin: str
    published: bool
    pages: tuple[int, ...]
    days: Days | None
    regions: tuple[Region | None, ...]
    persons: Persons
    kind: str
    outcome: Outcome
    told: Telling

    def region(self, level: PlaceLevel) -> Region | None:
        """Its region of a level."""
        return self.regions[LEVELS.index(level)] if level in LEVELS else None


class Sources(msgspec.Struct, frozen=True):
    """What candidates are made with: the policy, regions, units, and what is known of the reports."""

    policy: Policy
    regions: Regions
    units: Units
    reports: Reports


def candidate(incident: Incident, sources: Sources) -> Candidate | str:
    """What of an incident could leave, or why nothing. It is its own kin, unless others are known."""
    policy, act = sources.policy, acts().get(incident.act.value)
    if incident.status.value not in policy.statuses:
        return f"is said to be {incident.status.value}"
    if act is None:
        return "the act is none of our codes"
    pages = sources.reports.pages_of(incident.reports)
    published = pages is not None
    if not published and policy.unpublished == "withhold":
        return "no published page tells it"
    days = days_of(incident.date.value) if incident.date and policy.lets("Incident.date") else None
    return Candidate(
        accounts=incident.accounts,
        kin=incident.id,
        published=published,
        pages=pages or (),
        days=days,
        regions=_regions(incident, act.place, sources),
        persons=_persons(incident, policy),
        kind=act.group,
        outcome=_outcome(incident, policy),
        told=_told(incident, sources),
    )


class Kins:
    """Incidents that may be one: told twice, they do not count twice.

    Also when it takes a third to see it: A may be B, and B may be C.
    """

    def __init__(self) -> None:
        self._least: dict[str, str] = {}

    def see(self, incident: Incident) -> None:
        """Take in with which others an incident may be one."""
        for same in incident.possibly_same:
            if same.because != "decided" and same.probability > _LIKELY:
                one, other = sorted((self._found(incident.id), self._found(same.id)))
                self._least[other] = one

    def all(self) -> dict[str, str]:
        """The least id among those that may be one, by id; those that stand alone are left out."""
        return {name: self._found(name) for name in (*self._least, *set(self._least.values()))}

    def _found(self, name: str) -> str:
        while (above := self._least.get(name, name)) != name:
            self._least[name] = self._least.get(above, above)
            name = above
        return name


def regions_of(places: Iterable[Attested[Place]], finest: str, sources: Sources) -> tuple[Region | None, ...]:
    """The county, province and country of the most exact place with most support; the river that is told."""
    of = sources.regions.of
    told = [place.value for place in places]
    known = [place for place in told if of(place, "country") is not None]
    at = next((place for level in LEVELS for place in known if of(place, level) is not None), None)
    rivers = (found for place in told if (found := of(place, "river")) is not None)
    by_level = {level: of(at, level) if at is not None else None for level in LEVELS}
    by_level["river"] = next(rivers, None)
    return tuple(None if LEVELS.index(level) < LEVELS.index(finest) else by_level[level] for level in LEVELS)


def _regions(incident: Incident, finest: str, sources: Sources) -> tuple[Region | None, ...]:
    if not sources.policy.lets("Incident.places"):
        return (None,) * len(LEVELS)
    return regions_of(incident.places, finest, sources)


def _persons(incident: Incident, policy: Policy) -> Persons:
    if incident.target_type is not None and incident.target_type.value in _THINGS:
        return NOBODY
    told = persons(party.value for party in incident.target)
    kept = {name: getattr(told, name) for name in ("role", "sex", "age") if policy.lets(f"Person.{name}")}
    return Persons(**kept)


def _outcome(incident: Incident, policy: Policy) -> Outcome:
    lets = policy.lets
    return Outcome(
        act=incident.act.value if lets("Incident.act") else None,
        killed=_toll(incident.killed) if lets("Incident.killed") else None,
        injured=_toll(incident.injured) if lets("Incident.injured") else None,
        detained=_toll(incident.detained) if lets("Incident.detained") else None,
    )


def _told(incident: Incident, sources: Sources) -> Telling:
    policy = sources.policy
    actors = incident.actor if policy.lets("Incident.actor") else ()
    given: dict[str, Any] = {
        name: getattr(incident, name).value
        for name in ("status", "means", "target_type", "warning_given", "aid_given")
        if getattr(incident, name) is not None and policy.lets(f"Incident.{name}")
    }
    if given.get("means") not in means():
        given.pop("means", None)
    places = (sources.regions.entry(place.value) for place in incident.places)
    home = home_of_incident(incident, next(filter(None, places), None))
    parties = [actor.value for actor in actors]
    outright = [actor.value for actor in actors if not actor.alleged]
    acted, units = kinds(parties), named_units(parties, sources.units, home)
    sure = {*kinds(outright), *named_units(outright, sources.units, home)}
    alleged = tuple(each for each in (*acted, *units) if each not in sure)
    return Telling(actor=acted, units=units, alleged=alleged, **given)


def kinds(parties: Iterable[Party]) -> tuple[str, ...]:
    """The kinds of armed force among some parties."""
    return tuple(sorted({party.kind for party in parties if party.kind in ARMED}))


def named_units(parties: Iterable[Party], units: Units, home: Home) -> tuple[str, ...]:
    """The units and offices that parties are, of those in our table whose country is surely theirs."""
    names = [party.name for party in parties if party.kind in ARMED_OR_STATE]
    found = ((home.of(name), units.find(name, home.of(name))) for name in names)
    sure = (unit for at, unit in found if unit is not None and at.is_in(unit.country) is Truth.YES)
    return tuple(sorted({unit.id for unit in sure if unit.kind != GENERIC}))


def _toll(told: Attested[int | Count] | None) -> Toll | None:
    if told is None:
        return None
    value = told.value
    best, low, high = (value, value, value) if isinstance(value, int) else (None, value.low, value.high)
    return Toll(best, low if told.low is None else told.low, high if told.low is None else told.high)


def first_account(thing: Incident | Order) -> str:
    """The account that a thing's made-up id follows from."""
    return min(thing.accounts)
