"""`holdfire trend`: whether what was counted changed from a day on."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.casebook.named import Form, FormOption
from holdfire.cli.ending import BAD_INPUT, complain, ending

if TYPE_CHECKING:
    from holdfire.analysis.answers import Trend
    from holdfire.views.trend import TrendPage

Counts = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="A CSV file of counts by month (- is stdin): `month` (or `year` and `month`) and `count`; "
        "`outside` and `reports` where there are such.",
    ),
]
Day = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="The day of the change: 2022-01-17, or 2022-01.")
]
Column = Annotated[str, typer.Option(metavar="NAME", help="With --counts: the column of counts.")]
Per = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="With --counts: a column that rates are taken over, not days."),
]
Slope = Annotated[bool, typer.Option("--slope", help="Let the trend itself change on that day, too.")]


def trend(
    *,
    date: Day = None,
    counts: Counts = None,
    column: Column = "count",
    per: Per = None,
    slope: Slope = False,
    form: FormOption = Form.TEXT,
) -> None:
    """Ask whether what was counted changed from a day on, and what else may explain it."""
    if counts is None or date is None:
        complain("name a file of counts with --counts, and a day with --date")
        raise typer.Exit(BAD_INPUT)
    wrong = False
    with ending():
        from holdfire.workflows.analysis.scipy_there import require_scipy

        require_scipy()
        from holdfire.views.trend import trend_page
        from holdfire.workflows.analysis.counts import COUNT
        from holdfire.workflows.analysis.trends import of_counts

        found, faults = of_counts(counts, day=date, column=column, per=per, slope=slope)
        for fault in faults:
            complain(str(fault))
        wrong = bool(faults)
        what = "" if column == COUNT else column
        page = trend_page(found, what=what, title=f"{counts}: before and from {date} on")
        _put(found, page, form)
    if wrong:
        raise typer.Exit(BAD_INPUT)


def _put(found: "Trend", page: "TrendPage", form: Form) -> None:
    if form is Form.JSON:
        from holdfire.exports.analysis_json import trend_line

        sys.stdout.buffer.write(trend_line(found, page))
        return
    from holdfire.cli.terminal.screen import show
    from holdfire.cli.terminal.trend import trend as drawn

    show(lambda width: drawn(page, width=width))
