"""A CSV file of counts by month → a series, and one for places outside an order's scope."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from holdfire.analysis.figures import Tally
from holdfire.analysis.series import Series, days_of, month_of
from holdfire.errors import DataError
from holdfire.workflows.analysis.tables import Cells, amount, read_table

_MONTH = re.compile(r"(\d{4})-(\d{1,2})(?:-01)?")
COUNT, OUTSIDE, REPORTS = "count", "outside", "reports"


@dataclass(frozen=True, slots=True)
class Counted:
    """The series of a file, the one outside (if it has that column), and its faulty rows."""

    series: Series
    outside: Series | None
    wrong: tuple[DataError, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    month: int
    count: float
    exposure: float
    outside: float | None
    reports: float | None


def counted(path: Path, *, column: str = COUNT, per: str | None = None) -> Counted:
    """Read counts by month: columns `month` (or `year` and `month`) and the counts.

    `outside` (counts elsewhere) and `reports` (all reports of the month) are read where they are; `per` names
    a column that rates are taken over in place of days.
    """
    seen: set[int] = set()

    def check(header: Sequence[str]) -> None:
        for name in ("month", column, *((per,) if per else ())):
            if name not in header:
                raise ValueError(f"there is no column {name!r} among {', '.join(header)}")

    def row(cells: Cells) -> _Row:
        made = _row(cells, column, per)
        if made.month in seen:
            raise ValueError("this month has had a row above")
        seen.add(made.month)
        return made

    table = read_table(path, check, row)
    rows = sorted(table.rows, key=lambda each: each.month)
    return Counted(
        _series(rows, [each.count for each in rows], [each.reports for each in rows]),
        _series(rows, [each.outside for each in rows]) if OUTSIDE in table.columns else None,
        table.wrong,
    )


def _row(cells: Cells, column: str, per: str | None) -> _Row:
    month = _month(cells)
    return _Row(
        month,
        amount(cells, column),
        amount(cells, per, least=1e-9) if per else float(days_of(month)),
        amount(cells, OUTSIDE) if OUTSIDE in cells else None,
        amount(cells, REPORTS) if REPORTS in cells else None,
    )


def _month(cells: Cells) -> int:
    said = f"{cells['year']}-{cells['month']}" if "year" in cells else cells["month"]
    found = _MONTH.fullmatch(said)
    if found is None or not 1 <= int(found[2]) <= 12 or int(found[1]) < 1:
        raise ValueError(f"{said!r} is no month (write 2022-01)")
    return month_of(int(found[1]), int(found[2]))


def _series(
    rows: Sequence[_Row], counts: Sequence[float | None], reports: Sequence[float | None] = ()
) -> Series:
    known = [each for each in reports if each is not None]
    return Series(
        tuple(each.month for each in rows),
        tuple(Tally(count or 0.0, count or 0.0, count or 0.0) for count in counts),
        tuple(each.exposure for each in rows),
        tuple(known) if known else None,
    )
