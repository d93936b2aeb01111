"""A casebook and an order or a day → a trend: incidents counted by month, beside all its reports."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from holdfire.analysis.answers import Halves, Outlet, Trend
from holdfire.analysis.happenings import (
    Happening,
    by_month,
    days_between,
    happening,
    outlet,
    people,
    stretch,
    within,
)
from holdfire.analysis.series import month_of
from holdfire.analysis.trend import trend
from holdfire.assessment.versions import Version
from holdfire.corroboration.families import FAMILIES
from holdfire.errors import DateError, HoldfireError
from holdfire.model.corroborated import Incident
from holdfire.model.moment import DAY
from holdfire.model.truth import Truth
from holdfire.workflows.casebook.selecting import (
    Held,
    Where,
    in_places,
    in_scope,
    of_kind,
    order_named,
    places_named,
    published,
)

People = Literal["killed", "injured", "detained"]
LONGEST_CHANGE = 62
"""An order that took effect on one of more days than this has no day to ask about."""
UNNAMED = "(no outlet named)"


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


@dataclass(frozen=True, slots=True)
class _Counted:
    """Happenings, how many incidents have no date for them, and how many do not tell of any people."""

    happenings: list[Happening]
    undated: int
    untold: int


@dataclass(frozen=True, slots=True)
class Found:
    """A trend, what was counted and what it is of in words, and what was left out."""

    trend: Trend
    what: str
    title: str
    notes: tuple[str, ...]


def of_book(held: Held, asked: Asked) -> Found:
    """The trend of a casebook's incidents at an order, or at a day."""
    version = order_named(held, asked.order) if asked.order else None
    change = _change(version, asked)
    incidents = of_kind(held.case.told.incidents, asked.kinds or (FAMILIES if asked.people else ()))
    reports = reports_of(held)
    window = _window(reports, asked)
    if not window[0] < change[0] or not change[1] < window[1]:
        raise DateError(
            f"{_said(change)} does not lie within what the reports cover, {_said(window)}",
            remedy="name another day, or --since and --until",
        )
    inside = _where(held, asked.places, version)
    found = _happenings(held, incidents, inside, asked)
    counted = found.happenings
    elsewhere = _elsewhere(held, asked, incidents, version)
    months = range(_month(window[0]), _month(window[1] - 1) + 1)
    flat = [one for each in reports.values() for one in each]
    made = trend(
        by_month(within(counted, *window), months, flat),
        date.fromordinal(change[1]),
        halves=_halves(counted, flat, window, change),
        outside=_halves(elsewhere, flat, window, change) if elsewhere else None,
        outlets=_outlets(reports, months),
        slope=asked.slope,
    )
    notes = tuple(_notes(found, window, change, incidents))
    return Found(made, _what(asked), _title(asked, version, change), notes)


def reports_of(held: Held) -> dict[str, list[Happening]]:
    """When the reports of each outlet came out; those that say no day are absent."""
    found: dict[str, list[Happening]] = defaultdict(list)
    for header in held.headers:
        days = days_between(header.published) if header.published else None
        if days is not None:
            found[header.outlet or UNNAMED].append(Happening(*days))
    return dict(found)


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


def _window(reports: dict[str, list[Happening]], asked: Asked) -> tuple[int, int]:
    """From the first to the last day that reports cover, or that a person names."""
    days = [one for each in reports.values() for one in each]
    if not days:
        raise HoldfireError("no report here says when it came out", remedy="add them with --published")
    first, last = min(one.first for one in days), max(one.last for one in days)
    since, until = day_given(asked.since), day_given(asked.until)
    return (since[0] if since else first), (until[1] if until else last)


def _where(held: Held, names: Sequence[str], version: Version | None) -> Where:
    """Whether an incident lies where is asked about: in the places named, else where the order holds."""
    if names:
        places = places_named(names, held.own)
        return in_places(places, held)
    if version is not None:
        return in_scope(version, held)
    return lambda _incident: Truth.YES


def _happenings(held: Held, incidents: Iterable[Incident], inside: Where, asked: Asked) -> _Counted:
    """When each incident inside was, and what of them cannot be counted."""
    found: list[Happening] = []
    undated = untold = 0
    for incident in incidents:
        truth = inside(incident)
        if truth is Truth.NO:
            continue
        if asked.people and getattr(incident, asked.people) is None:
            untold += 1
            continue
        made = happening(incident, published(held, incident), sure=truth is Truth.YES)
        undated += made is None
        harmed = people(made, getattr(incident, asked.people)) if made and asked.people else made
        found += [harmed] if harmed else []
    return _Counted(found, undated, untold)


def _elsewhere(
    held: Held, asked: Asked, incidents: Sequence[Incident], version: Version | None
) -> list[Happening]:
    """When each incident surely outside was: in places named for that, else beyond the order's scope."""
    if asked.outside:
        there = in_places(places_named(asked.outside, held.own), held)
        chosen = [each for each in incidents if there(each) is Truth.YES]
    elif version is not None:
        scope = in_scope(version, held)
        chosen = [each for each in incidents if scope(each) is Truth.NO]
    else:
        chosen = []
    return _happenings(held, chosen, lambda _incident: Truth.YES, asked).happenings


def _halves(
    counted: Sequence[Happening],
    reports: Sequence[Happening],
    window: tuple[int, int],
    change: tuple[int, int],
) -> Halves:
    return Halves(
        stretch(counted, reports, window[0], change[0]), stretch(counted, reports, change[1], window[1])
    )


def _outlets(reports: dict[str, list[Happening]], months: Sequence[int]) -> tuple[Outlet, ...]:
    """All outlets, the one with most reports first."""
    order = sorted(reports, key=lambda name: (-len(reports[name]), name))
    return tuple(outlet(name, reports[name], months) for name in order)


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
    incidents: Sequence[Incident],
) -> Iterable[str]:
    counted = found.happenings
    unsure = sum(not each.sure for each in counted)
    early = len(counted) - len(within(counted, *window))
    twice = sum(any(s.because != "decided" for s in each.possibly_same) for each in incidents)
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
