"""One report of a casebook → the terminal: what it says, what was read, how it was got, its readings."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from holdfire.cli.terminal.casebook import moment, title_of
from holdfire.cli.terminal.judged import judgement_list
from holdfire.cli.terminal.ledger import heading
from holdfire.cli.terminal.page import page
from holdfire.cli.terminal.screen import printable
from holdfire.model.capture import Capture
from holdfire.model.stored import StoredReading
from holdfire.views.ledger import Ledger
from holdfire.workflows.casebook.showing import Shown

_MARGIN = (0, 2, 0, 2)


def whole(found: Shown, *, width: int) -> Iterator[RenderableType]:
    """One report: what it says, what was read in it, how it was got, and its readings."""
    reading = found.reading
    if reading is not None:
        yield from page(reading, width=width)
    else:
        yield heading(Ledger(title_of(found.stored), ("not read",), (), ()))
        yield Padding(Text(printable(found.report.words)), _MARGIN)
    yield Padding(_provenance(found), (1, 2, 1, 2))
    if found.judged:
        yield from judgement_list(found.judged)


def _provenance(found: Shown) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="label", width=11)
    table.add_column(overflow="fold")
    table.add_row("report", found.stored.id)
    for capture in found.captures:
        table.add_row("got", printable(_got(capture)))
    table.add_row("recorded", f"{moment(found.stored.recorded)}, log {found.stored.seq}")
    for reading in found.readings:
        table.add_row("read", _read(reading))
    return table


def _got(capture: Capture) -> str:
    status = f", status {capture.status}" if capture.status else ""
    when = f", {moment(capture.got_at)}" if capture.got_at else ""
    return f"{capture.where}{when}{status}"


def _read(reading: StoredReading) -> str:
    own = f" with words of one's own ({reading.own[:8]})" if reading.own else ""
    replaced = ", replaced" if reading.superseded else ""
    return (
        f"{moment(reading.recorded)} by {reading.reader} {reading.version}{own}{replaced}, log {reading.seq}"
    )
