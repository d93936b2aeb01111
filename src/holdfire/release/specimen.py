"""A publication that says all that any may say in codes, and nothing of anybody: what is ours in it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import cycle, islice
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

import msgspec

from holdfire.assessment.units import Unit
from holdfire.release.coarsening import Region, days_of
from holdfire.release.publication import Publication
from holdfire.release.published import Pages
from holdfire.release.quotes import Quote, Quotes
from holdfire.release.released import Clause, Group, Outcome, Page, ReleasedOrder, Row, Telling, Toll
from holdfire.release.rows import Rows
from holdfire.release.vocabulary import acts, means

PERIODS: Final = (
    "", "2020", "2020/2021", "2020-21", "2020-22", "2020-23", "2020-24", "2020-01-06/2020-01-12",
    "2020-01-08", *(f"2020-{n:02}" for n in range(1, 13)),
)  # fmt: skip
ROLES: Final = (
    "person crossing",
    "civilian",
    "army",
    "border guard",
    "police",
    "armed group",
    "state",
    "several",
)
SEXES: Final = ("female", "male", "several", "")
AGES: Final = ("child", "adult", "older", "several", "")


def specimen(told: Publication, units: Iterable[Unit]) -> Publication:
    """What a release of the same regions would say that holds every code, and none of the rows and pages."""
    regions = {alike.region for alike, _, _ in told.incidents.counted() if alike.region is not None}
    regions |= {region for order in told.orders for region in order.regions}
    some = sorted(regions, key=lambda region: region.id) or [Region("ZZ", "Zz", "country", "ZZ", 0.0, 0.0)]
    named = list(units)
    rows, orders = Rows(_rows(some, named)), tuple(_orders(some, named))
    page = Page(1, "https://zz.zz/", "Zz 가 あ", "Zz", "2020-01-08", "en")
    first = {row.group: row for row in rows}
    groups = tuple(Group(name, 2, row.published, 2, (1,)) for name, row in first.items())
    return msgspec.structs.replace(
        told,
        incidents=rows,
        groups=groups,
        orders=orders,
        pages=Pages((page, Page(2))),
        quotes=Quotes(Quote(each.id, 1, "fire", 0, 4) for each in orders[:1]),
        withdrawn=("2" * 12,),
    )


def bare(told: Publication) -> Publication:
    """What a release says of which nothing leaves: what is ours in it says so."""
    nothing = {"incidents": Rows(), "groups": (), "orders": (), "pages": Pages(), "quotes": Quotes()}
    return msgspec.structs.replace(told, withdrawn=(), **nothing)


def _rows(regions: list[Region], units: Sequence[Unit]) -> Iterator[Row]:
    kinds, tellings = cycle(list(acts().values())), list(_tellings(units))
    placed = [region for region in (*regions, None) for _ in (True, False)]
    number = max(len(tellings), len(acts()), len(PERIODS) * 3, len(placed))
    each = zip(
        range(number), kinds, cycle(tellings), cycle(PERIODS), cycle(placed), cycle(ROLES), cycle(SEXES),
        cycle(AGES),
    )  # fmt: skip
    for n, act, telling, period, region, role, sex, age in each:
        toll = (Toll(1, 1, 1), Toll(2, 1, 3), Toll(None, 2, None), None)[n % 4]
        outcome = Outcome(act.code, toll, toll, toll) if n % 5 else Outcome()
        yield Row(
            f"{n:012x}",
            f"{n % len(placed):012}",
            act.group,
            bool(n % 2),
            outcome,
            telling,
            period,
            region,
            role,
            sex,
            age,
        )


def _tellings(units: Sequence[Unit]) -> Iterator[Telling]:
    hints = get_type_hints(Telling)
    number = max(len(units), len(means()))
    yield from (
        Telling(status, mean, (actor,), (unit.id,), (actor, unit.id), kind, *yes_no)
        for status, mean, actor, unit, kind, yes_no in islice(
            zip(
                cycle(_choices(hints["status"])), cycle(sorted(means())), cycle(ROLES), cycle(units),
                cycle(_choices(hints["target_type"])), cycle((("yes", "no"), ("no", "yes"))),
            ),
            number,
        )
    )  # fmt: skip


def _orders(regions: list[Region], units: Sequence[Unit]) -> Iterator[ReleasedOrder]:
    modalities = cycle(_choices(get_type_hints(Clause)["modality"]))
    kinds = _choices(get_type_hints(ReleasedOrder)["kind"])
    clauses = [Clause(modality, act) for modality, act in zip(modalities, (*acts(), None), strict=False)]
    clauses += [
        Clause(modality, None, mean) for modality, mean in zip(modalities, sorted(means()), strict=False)
    ]
    for n, (kind, unit, role) in enumerate(zip(cycle(kinds), units, cycle(ROLES), strict=False)):
        yield ReleasedOrder(
            f"{n:011x}f", bool(n % 2), kind, role, unit.id, (role,), (unit.id,), tuple(clauses),
            tuple(regions), "2020-01-08", "2020-01", "2020", (1,),
        )  # fmt: skip


def _choices(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any type
    """The codes that a field may hold."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    return tuple(code for part in get_args(hint) for code in _choices(part))


def said_days(told: Publication) -> Iterator[str]:
    """The days that a publication names, or that a table may give for one of its periods."""
    yield told.day
    periods = {alike.period for alike, _, _ in told.incidents.counted()} | {
        page.published for page in told.pages
    }
    for order in told.orders:
        periods |= {order.issued, order.effective_from, order.effective_to}
    for days in filter(None, map(days_of, filter(None, periods))):
        middle = days.first + (days.last - days.first + 1) // 2
        yield from (date.fromordinal(day).isoformat() for day in (days.first, days.last, middle))
