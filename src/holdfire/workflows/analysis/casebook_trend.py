"""A casebook and an order or a day → a trend: incidents counted by month, beside all its reports."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import chain
from typing import Literal

from holdfire.analysis.answers import Halves, Outlet, Trend
from holdfire.analysis.happenings import (
    Happening,
    by_month,
    days_between,
    harming,
    outlet,
    stretch,
    within,
)
from holdfire.analysis.occurrences import NO_TOWN, happening_of, harm_of, kinds_asked, places_of
from holdfire.analysis.series import month_of
from holdfire.analysis.trend import trend
from holdfire.assessment.versions import Version
from holdfire.corroboration.families import FAMILIES
from holdfire.errors import DateError, HoldfireError
from holdfire.model.corroborated import Order
from holdfire.model.moment import DAY
from holdfire.model.stored import Occurrence
from holdfire.model.truth import Truth
from holdfire.workflows.analysis.counting import Counting, Occurrences, Outlets
from holdfire.workflows.casebook.selecting import Where, in_places, in_scope, places_named

People = Literal["killed", "injured", "detained"]
LONGEST_CHANGE = 62
"""An order that took effect on one of more days than this has no day to ask about."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks of a casebook; `outside` are places to compare with, `people` whom to count."""

    order: str | None = None
    day: str | None = None
    places: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    slope: bool = False
    people: People | None = None


@dataclass(slots=True)
class _Counted:
    """Happenings, how many incidents have no date for them, and how many do not tell of any people."""

    happenings: list[Happening] = field(default_factory=list)
    undated: int = 0
    untold: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A trend, what was counted and what it is of in words, and what was left out."""

    trend: Trend
    what: str
    title: str
    notes: tuple[str, ...]


def of_book(of: Counting, asked: Asked) -> Found:
    """The trend of a casebook's incidents at an order, or at a day."""
    version = order_named(of, asked.order) if asked.order else None
    change, outlets = _change(version, asked), of.outlets()
    window = _window(outlets, asked)
    if not window[0] < change[0] or not change[1] < window[1]:
        raise DateError(
            f"{_said(change)} does not lie within what the reports cover, {_said(window)}",
            remedy="name another day, or --since and --until",
        )
    incidents, (inside, outside) = _incidents(of, asked), _wheres(of, asked, version)
    there = {truth: incidents.where(inside, truth) for truth in (Truth.YES, Truth.POSSIBLY)}
    found = _happenings(there, asked)
    counted = found.happenings
    elsewhere = _happenings({Truth.YES: incidents.where(outside, Truth.YES)}, asked).happenings
    months = range(_month(window[0]), _month(window[1] - 1) + 1)
    flat = _together(outlets)
    made = trend(
        by_month(within(counted, *window), months, flat),
        date.fromordinal(change[1]),
        halves=_halves(counted, flat, window, change),
        outside=_halves(elsewhere, flat, window, change) if elsewhere else None,
        outlets=_by_outlet(outlets, months),
        slope=asked.slope,
    )
    notes = tuple(_notes(found, window, change, chain.from_iterable(there.values())))
    return Found(made, _what(asked), _title(asked, version, change), notes)


def order_named(of: Counting, beginning: str) -> Version:
    """The order whose id begins like this; HoldfireError where there is none, or more than one."""
    found = of.named(beginning)
    if not isinstance(found, Order):
        raise HoldfireError(f"{beginning!r} is an incident", remedy="`holdfire ledger` lists the orders")
    return of.ledger.history.by_id[found.id]


@dataclass(frozen=True, slots=True)
class _Incidents:
    """The incidents of some kinds; `towns` are where they were, open where nobody asks."""

    of: Occurrences
    kinds: Sequence[str]
    towns: Sequence[str] | None
    harmed: bool

    def where(self, judged: Callable[[str], Truth], truth: Truth) -> Sequence[Occurrence]:
        """Those of whose towns this is the truth."""
        if self.towns is None:
            chosen = self.kinds if judged(NO_TOWN) is truth else ()
            return self.of.occurrences(chosen, harmed=self.harmed)
        towns = [each for each in self.towns if judged(each) is truth]
        return self.of.occurrences(self.kinds, towns=towns, harmed=self.harmed)


def _incidents(of: Counting, asked: Asked) -> _Incidents:
    """The incidents of the kinds asked for; with their places and people where these are asked for."""
    every = {each: frozenset(each.split()) for each in of.incidents.kinds()}
    kinds = asked.kinds or (FAMILIES if asked.people else ())
    wanted = kinds_asked(kinds, frozenset[str]().union(*every.values()))
    chosen = [each for each, kinds in every.items() if kinds & wanted]
    placed = bool(asked.order or asked.places or asked.outside)
    towns = of.incidents.towns(chosen) if placed else None
    return _Incidents(of.incidents, chosen, towns, asked.people is not None)


def _change(version: Version | None, asked: Asked) -> tuple[int, int]:
    """Between which days (ordinals) the change lies: both the same where the day is known."""
    if asked.day is not None:
        days = day_given(asked.day) or (0, 0)
        return days[0], days[0]
    if version is None:
        raise HoldfireError("name an order with --order, or a day with --date")
    first, last = (second // DAY for second in version.began)
    if not 0 < first <= last <= first + LONGEST_CHANGE:
        raise DateError(
            f"on which day the order {version.id[:8]} took effect is not told", remedy="name one with --date"
        )
    return first, last


def day_given(said: str | None) -> tuple[int, int] | None:
    """The days (ordinals, half-open) that a person names, if any; DateError where they are none."""
    found = days_between(said) if said else None
    if said and found is None:
        raise DateError(f"{said!r} is no date", remedy="write it as 2022-01-17, 2022-01 or 2022")
    return found


def _window(outlets: Outlets, asked: Asked) -> tuple[int, int]:
    """From the first to the last day that reports cover, or that a person names."""
    days = [one for each in outlets.values() for one in each]
    if not days:
        raise HoldfireError("no report here says when it came out", remedy="add them with --published")
    first, last = min(one.first for one in days), max(one.last for one in days)
    since, until = day_given(asked.since), day_given(asked.until)
    return (since[0] if since else first), (until[1] if until else last)


def _wheres(
    of: Counting, asked: Asked, version: Version | None
) -> tuple[Callable[[str], Truth], Callable[[str], Truth]]:
    """Whether towns lie where is asked about, and whether they lie where is compared with.

    Where is asked about: in the places named, else where the order holds. Compared with: in places named for
    that, else beyond the order's scope.
    """
    scope = _of_towns(in_scope(version, of.ledger)) if version is not None else None
    named = {names: _of_towns(in_places(places_named(names, of.own), of.ledger))
             for names in (asked.places, asked.outside) if names}  # fmt: skip
    inside = named.get(asked.places) or scope or _anywhere
    if asked.outside:
        return inside, named[asked.outside]
    return inside, (lambda towns: ~scope(towns)) if scope is not None else _nowhere


def _of_towns(where: Where) -> Callable[[str], Truth]:
    """Ask of the same towns once."""
    return cache(lambda towns: where(places_of(towns)))


def _anywhere(_towns: str) -> Truth:
    return Truth.YES


def _nowhere(_towns: str) -> Truth:
    return Truth.NO


def _happenings(incidents: Mapping[Truth, Iterable[Occurrence]], asked: Asked) -> _Counted:
    """When incidents were, by how surely they were inside, and what of them cannot be counted."""
    found = _Counted()
    for truth, each in ((truth, each) for truth, those in incidents.items() for each in those):
        harmed = harm_of(each, asked.people) if asked.people else None
        made = happening_of(each, sure=truth is Truth.YES)
        if asked.people and harmed is None:
            found.untold += each.number
        elif made is None:
            found.undated += each.number
        elif people := (harming(made, harmed) if harmed is not None else made):
            found.happenings.append(people)
    return found


def _halves(
    counted: Sequence[Happening],
    reports: Sequence[Happening],
    window: tuple[int, int],
    change: tuple[int, int],
) -> Halves:
    return Halves(
        stretch(counted, reports, window[0], change[0]), stretch(counted, reports, change[1], window[1])
    )


def _by_outlet(outlets: Outlets, months: Sequence[int]) -> tuple[Outlet, ...]:
    """All outlets, the one with most reports first."""
    order = sorted(outlets, key=lambda name: (-_number(outlets[name]), name))
    return tuple(outlet(name, outlets[name], months) for name in order)


def _together(outlets: Outlets) -> list[Happening]:
    """The reports of all outlets: those of the same days as one."""
    found = Counter[tuple[int, int]]()
    for each in (one for those in outlets.values() for one in those):
        found[each.first, each.last] += each.number
    return [Happening(*days, number=number) for days, number in found.items()]


def _number(of: Iterable[Happening]) -> int:
    return sum(each.number for each in of)


def _what(asked: Asked) -> str:
    return f"people {asked.people}" if asked.people else "incidents"


def _title(asked: Asked, version: Version | None, change: tuple[int, int]) -> str:
    kinds = ", ".join(asked.kinds) or ("all acts" if asked.people else "use of force")
    where = " where the order holds" if version else ""
    where = f" in {', '.join(asked.places)}" if asked.places else where
    which = f", order {version.id[:8]}" if version else ""
    return f"{_what(asked).capitalize()} ({kinds}){where}, before and from {_said(change)} on{which}"


def _said(days: tuple[int, int]) -> str:
    first, last = (date.fromordinal(day).isoformat() for day in days)
    return first if first == last else f"{first} to {last}"


def _notes(
    found: _Counted,
    window: tuple[int, int],
    change: tuple[int, int],
    incidents: Iterable[Occurrence],
) -> Iterable[str]:
    counted = found.happenings
    unsure = _number(each for each in counted if not each.sure)
    early = _number(counted) - _number(within(counted, *window))
    twice = sum(each.doubtful for each in incidents)
    if found.untold:
        yield f"Left out, for they do not tell how many: {found.untold}."
    if found.undated:
        yield f"Left out, for their date leaves more than a year open: {found.undated}."
    if unsure:
        yield f"Counted at the most, not as expected, for they may have been elsewhere: {unsure}."
    if early:
        yield f"Left out, before or after what the reports cover: {early}."
    if twice:
        yield f"May be told twice: {twice}. `holdfire corroborate` shows which, `holdfire judge same` joins."
    if change[0] != change[1]:
        yield f"When it took effect is doubtful: {_said(change)} is on neither side."


def _month(day: int) -> int:
    found = date.fromordinal(day)
    return month_of(found.year, found.month)
