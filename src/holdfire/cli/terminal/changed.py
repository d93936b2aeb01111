"""What changed when a report was read again → the terminal."""

from collections.abc import Iterator
from typing import Any

import msgspec
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from holdfire.cli.terminal.casebook import SHORT, title_of
from holdfire.cli.terminal.screen import printable
from holdfire.views.difference import Difference
from holdfire.workflows.casebook.rereading import Reread

_SIGNS = {"new": ("+", "#30a46c"), "gone": ("−", "#e5534b"), "other": ("~", "#d08700")}
LONGEST = 60


def changes(reread: Reread, _width: int) -> Iterator[RenderableType]:
    """The report, and each value that is new, gone or another, with its words."""
    yield Padding(Text(f"{reread.report.id[:SHORT]}  {title_of(reread.report)}", style="title"), (1, 2, 0, 2))
    table = Table.grid(padding=(0, 2, 0, 0))
    for style in ("", "label", "", "quote"):
        table.add_column(style=style, overflow="fold")
    for each in reread.differences:
        sign, colour = _SIGNS[each.kind]
        quote = printable(f"“{_short(each.quote)}”")
        table.add_row(Text(sign, style=colour), each.path, printable(_said(each)), quote)
    yield Padding(table, (0, 2, 0, 2))


def summary(read: int, changed: int, failed: int) -> str:
    """How many reports were read again, and what became of them."""
    parts = [f"{read:,} read again", f"{changed:,} changed"]
    return ", ".join([*parts, f"{failed:,} could not be read"] if failed else parts)


def _said(each: Difference) -> str:
    if each.kind == "other":
        return f"{_value(each.old)} → {_value(each.new)}"
    return _value(each.new if each.kind == "new" else each.old)


def _value(value: Any) -> str:  # noqa: ANN401 - a value of any type
    if isinstance(value, dict):
        value = value.get("name") or value.get("speaker") or msgspec.json.encode(value).decode()
    return _short(str(value))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…"
