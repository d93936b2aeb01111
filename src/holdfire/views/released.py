"""Rows, groups and orders of a publication → the words in which a person reads them; all of them ours."""

from collections.abc import Collection, Iterable
from functools import cache

from holdfire.assessment.units import shipped_units
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.model.corroborated import Norm
from holdfire.model.incident import Count
from holdfire.release.coarsening import Region, days_of
from holdfire.release.released import Clause, Page, ReleasedOrder, Row, Toll
from holdfire.views.dates import say_date, say_start
from holdfire.views.order_ledger import OrderRow
from holdfire.views.wording import MODALITIES, say

ACTS = {
    "fire": "Shots fired",
    "kill": "Killing",
    "injure": "Wounding",
    "beat": "Beating",
    "hit": "Blows",
    "stab": "Stabbing",
    "torture": "Torture",
    "burn": "Burning",
    "shell": "Shelling",
    "explode": "Explosion",
    "attack": "Attack",
    "use_explosive": "Use of explosives",
    "use_less_lethal": "Use of less lethal weapons",
    "lay_mines": "Laying of mines",
    "detain": "Detention",
    "abduct": "Abduction",
    "pushback": "Turning back",
    "disperse": "Dispersal",
    "fire_warning_shot": "Warning shots",
    "fire_blank": "Blank shots",
    "fire_flare": "Flares fired",
    "warn": "Warning",
    "hold_fire": "Fire held",
    "omission": "Failure to act",
}
"""What each act of the vocabulary is called in a list."""
KINDS = {
    "force": "Use of force",
    "custody": "Custody",
    "turning_back": "Turning back",
    "warning": "Warning",
    "restraint": "Restraint",
}
NOT_GIVEN = "not given"
IN_WORDS = "told in words alone, which are not published"
"""Stands where a row does not tell something: nobody told it, or it is kept back."""
TOLLS = ("killed", "injured", "detained")
_MANY = {
    "border guard": "border guards",
    "army": "the army",
    "armed group": "armed groups",
    "civilian": "civilians",
    "person crossing": "people crossing",
    "state": "state bodies",
}
_STATUS = {"happened": "told as fact", "alleged": "alleged", "denied": "denied", "hypothetical": "supposed"}


def what(row: Row) -> str:
    """What was done, or of what sort it was where no more may be told."""
    return ACTS.get(row.outcome.act or "") or KINDS[row.kind]


def tolls(row: Row) -> tuple[str, ...]:
    """How many were killed, injured, detained, as far as it may be told: "1 killed (told: 1 to 3)"."""
    told = ((getattr(row.outcome, name), name) for name in TOLLS)
    return tuple(_toll(toll, name) for toll, name in told if toll is not None)


def _toll(toll: Toll, name: str) -> str:
    if toll.best is None:
        return f"{say(Count(toll.low, toll.high))} {name}"
    if toll.low == toll.high:
        return f"{toll.best:,} {name}"
    return f"{toll.best:,} {name} (told: {say(Count(toll.low, toll.high))})"


def hurts(row: Row) -> bool:
    """Whether anybody is told to have been killed, injured or detained: "0 killed" tells of nobody."""
    tolls = (getattr(row.outcome, name) for name in TOLLS)
    return any(toll is not None and any((toll.best, toll.low, toll.high)) for toll in tolls)


def who(row: Row) -> str:
    """The kinds of force that acted, and the units of our table; some are only alleged to have done it."""
    return _bodies(row.told.actor, row.told.units, row.told.alleged)


def whom(row: Row) -> str:
    """Those acted upon: role, and sex and age in bands."""
    bands = ", ".join(filter(None, (row.sex, row.age)))
    return f"{_MANY.get(row.role, row.role)}{f' ({bands})' if bands else ''}".strip()


def when(row: Row) -> str:
    """The period."""
    return say_date(row.period) if row.period else "date withheld"


def where(region: Region | None) -> str:
    """The region, with its country."""
    if region is None:
        return "place withheld"
    return region.name if region.level == "country" else f"{region.name}, {country(region.country)}"


@cache
def country(code: str) -> str:
    """The name of a country; of several, for a river between them."""
    found = ((each, shipped_gazetteer().by_code(each)) for each in code.split("/"))
    return " and ".join(entry.name if entry is not None else each for each, entry in found)


def status(row: Row) -> str:
    """How it is told."""
    return _STATUS[row.told.status] if row.told.status else ""


def group_title(row: Row) -> str:
    """A group by what its rows have in common: "Musan, North Korea, May 2021"."""
    return f"{where(row.region)}, {when(row)}"


def named(page: Page) -> str:
    """What a cited page is called; its title may be one that is not shown."""
    return page.title or f"Page of {page.outlet or 'a site'}, title not shown"


def order_title(order: ReleasedOrder) -> str:
    """An order in a few words: "Proclamation of 25 August 2020, Ministry of Social Security".

    Where nothing is told of who gave it, it says to whom: "Order to border guards, day not told".
    """
    day, by, to = order.issued or order.effective_from, issuer(order), to_whom(order)
    kind = (order.kind or "order").capitalize()
    named = f"{kind} of {say_date(day)}" if day else kind
    named = named if by or not to else f"{named} to {to}"
    return f"{named}{'' if day else ', day not told'}{f', {by}' if by else ''}"


def issuer(order: ReleasedOrder) -> str:
    """The office that gave it, or what kind of body."""
    office = shipped_units().get(order.office) if order.office else None
    return office.name if office is not None else {"state": "a state body"}.get(order.issuer, order.issuer)


def to_whom(order: ReleasedOrder) -> str:
    """Those who were told to."""
    return _bodies(order.addressees, order.units)


def clause(told: Clause) -> str:
    """A clause: "must fire live rounds"."""
    if told.act is not None:
        return say(Norm(told.modality, told.act, told.means))
    return f"{MODALITIES[told.modality]} use: {say(told.means)}"


def order_row(order: ReleasedOrder) -> OrderRow:
    """An order for the bars over time."""
    start = order.effective_from or order.issued
    began, ended = days_of(start) if start else None, days_of(order.effective_to)
    return OrderRow(
        id=order.id,
        title=order_title(order),
        issued=say_date(order.issued) if order.issued else "",
        holds_from=say_start(order.issued, order.effective_from),
        holds_to=say_date(order.effective_to) if order.effective_to else "",
        where="; ".join(map(where, order.regions)),
        to_whom=to_whom(order),
        clauses=tuple(map(clause, order.clauses)),
        relations=(),
        reports=len(order.pages),
        lines=0,
        first=began.first if began else None,
        sure_from=began.last if began else None,
        last=ended.last if ended else None,
    )


def _bodies(kinds: Iterable[str], units: Iterable[str], alleged: Collection[str] = ()) -> str:
    known = ((each, shipped_units().get(each)) for each in units)
    named = [(each, unit.name) for each, unit in known if unit is not None]
    every = [*named, *((each, _MANY.get(each, each)) for each in kinds)]
    return ", ".join(f"{name} (alleged)" if each in alleged else name for each, name in every)
