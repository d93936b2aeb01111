"""`holdfire trend`: whether what was counted changed from a day on."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.analysis.options import Kinds, Places, Since, Until
from holdfire.cli.casebook.named import AsOf, BookOption, Form, FormOption, Only, looking, only_book
from holdfire.cli.ending import BAD_INPUT, complain, ending
from holdfire.cli.options import Picture

if TYPE_CHECKING:
    from holdfire.analysis.answers import Trend
    from holdfire.views.trend import TrendPage
    from holdfire.workflows.analysis.casebook_trend import Asked

OrderId = Annotated[
    str | None,
    typer.Option("--order", metavar="ID", help="The order asked about: its day, and where it holds."),
]
Day = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="The day of the change: 2022-01-17, or 2022-01.")
]
Outside = Annotated[
    list[str] | None,
    typer.Option(
        "--outside",
        metavar="PLACE",
        help="Compare with incidents there; with --order, else with those surely beyond its scope.",
    ),
]
Counts = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="No casebook but a CSV file of counts by month (- is stdin): `month` (or `year` and `month`) "
        "and `count`; `outside` and `reports` where there are such.",
    ),
]
Column = Annotated[str, typer.Option(metavar="NAME", help="With --counts: the column of counts.")]
Per = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="With --counts: a column that rates are taken over, not days."),
]


class People(StrEnum):
    """Whom to count."""

    KILLED = "killed"
    INJURED = "injured"
    DETAINED = "detained"


WhichPeople = Annotated[
    People | None,
    typer.Option("--people", metavar="WHICH", help="Count people, not incidents: killed, injured, detained."),
]
Slope = Annotated[bool, typer.Option("--slope", help="Let the trend itself change on that day, too.")]


def trend(
    words: Only = None,
    *,
    book: BookOption = None,
    order: OrderId = None,
    date: Day = None,
    place: Places = None,
    outside: Outside = None,
    kind: Kinds = None,
    people: WhichPeople = None,
    since: Since = None,
    until: Until = None,
    slope: Slope = False,
    counts: Counts = None,
    column: Column = "count",
    per: Per = None,
    as_of: AsOf = None,
    form: FormOption = Form.TEXT,
    svg: Picture = None,
) -> None:
    """Ask whether incidents changed from an order or day on. Shows what else may explain it."""
    if counts is not None:
        if words or order or place or outside or kind or people or since or until or date is None:
            complain("--counts FILE goes with --date, and with no casebook, order, place or kind")
            raise typer.Exit(BAD_INPUT)
        _of_counts(counts, date, column=column, per=per, slope=slope, form=form, svg=svg)
        return
    if order is None and date is None:
        complain("name an order with --order (`holdfire ledger` lists them), or a day with --date")
        raise typer.Exit(BAD_INPUT)
    name = only_book(words, book)
    with ending():
        from holdfire.workflows.analysis.scipy_there import require_scipy

        require_scipy()
        from holdfire.workflows.analysis.casebook_trend import Asked

    asked = Asked(
        order=order,
        day=date,
        places=tuple(place or ()),
        outside=tuple(outside or ()),
        kinds=tuple(kind or ()),
        since=since,
        until=until,
        slope=slope,
        people=people.value if people else None,
    )
    _of_book(name, asked, as_of=as_of, form=form, svg=svg)


def _of_book(name: str, asked: "Asked", *, as_of: str | None, form: Form, svg: Path | None) -> None:
    with looking(name, as_of=as_of) as opened:
        from holdfire.views.trend import trend_page
        from holdfire.workflows.analysis.casebook_trend import of_book
        from holdfire.workflows.analysis.counting import counting
        from holdfire.workflows.own.folder import owned

        found = of_book(counting(opened, owned()), asked)
        page = trend_page(found.trend, what=found.what, title=found.title, notes=found.notes)
        _put(found.trend, page, form, svg)


def _of_counts(
    path: Path, day: str, *, column: str, per: str | None, slope: bool, form: Form, svg: Path | None
) -> None:
    with ending():
        from holdfire.workflows.analysis.scipy_there import require_scipy

        require_scipy()
        from holdfire.views.trend import trend_page
        from holdfire.workflows.analysis.counts import COUNT
        from holdfire.workflows.analysis.trends import of_counts

        found, faults = of_counts(path, day=day, column=column, per=per, slope=slope)
        for fault in faults:
            complain(str(fault))
        what = "" if column == COUNT else column
        _put(found, trend_page(found, what=what, title=f"{path}: before and from {day} on"), form, svg)
    if faults:
        raise typer.Exit(BAD_INPUT)


def _put(found: "Trend", page: "TrendPage", form: Form, svg: Path | None) -> None:
    if svg is not None:
        from holdfire.exports.trend_svg import trend_svg
        from holdfire.workflows.writing import whole_file

        with whole_file(svg) as file:
            file.write(trend_svg(page).encode())
    elif form is Form.JSON:
        from holdfire.exports.analysis_json import trend_line

        sys.stdout.buffer.write(trend_line(found, page))
    else:
        from holdfire.cli.terminal.screen import show
        from holdfire.cli.terminal.trend import trend as drawn

        show(lambda width: drawn(page, width=width))
