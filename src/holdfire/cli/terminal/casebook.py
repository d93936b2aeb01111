"""What a casebook holds → the terminal: lists of reports, hits, how much there is."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from holdfire.cli.terminal.screen import NARROW, printable
from holdfire.model.stored import Counts, StoredFailure, StoredReport
from holdfire.store.search.searching import Hit

SHORT = 10
_MARGIN = (0, 2, 0, 2)
_KINDS = ("order", "incident", "practice")


def report_list(
    reports: Sequence[StoredReport],
    tallies: Mapping[int, Mapping[str, int]],
    *,
    width: int,
    or_else: str,
    more: bool = False,
) -> Iterator[RenderableType]:
    """Reports under each other: id, date, outlet, title, and what was read in each.

    Where the terminal is narrow each has two lines, for no id and no title may be cut.
    """
    if not reports:
        yield Padding(Text(or_else), (1, 2, 1, 2))
        return
    if width < NARROW:
        yield ""
        for each in reports:
            yield Padding(Text(title_of(each), style="said"), _MARGIN)
            yield Padding(Text(_about(each, _tally(tallies.get(each.seq, {}))), style="label"), _MARGIN)
        yield ""
    else:
        yield Padding(_report_table(reports, tallies), (1, 2, 1, 2))
    if more:
        after = f"there are more: --after {reports[-1].id[:SHORT]} goes on, -n shows more at once"
        yield Padding(Text(after, style="label"), (0, 2, 1, 2))


def _report_table(reports: Sequence[StoredReport], tallies: Mapping[int, Mapping[str, int]]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for width in (SHORT, 11, 16):
        table.add_column(width=width, no_wrap=True, overflow="ellipsis", style="label")
    table.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    table.add_column(justify="right", no_wrap=True, style="label")
    for each in reports:
        said = _tally(tallies.get(each.seq, {}))
        table.add_row(each.id[:SHORT], each.published or "no date", each.outlet or "", title_of(each), said)
    return table


def _about(report: StoredReport, *more: str) -> str:
    return "  ·  ".join(filter(None, (report.id[:SHORT], report.published, report.outlet, *more)))


def hit_list(
    hits: Sequence[Hit], number: int, *, text: str, page: int, limit: int
) -> Iterator[RenderableType]:
    """Hits with the words around what was found, the found words marked; and which page has more."""
    many = "1,000 or more reports" if number >= 1000 else f"{number} report{'' if number == 1 else 's'}"
    if not hits:
        last = f"Page {page} is beyond the last: {text} is in {many}."
        yield Padding(Text(last if number else f"No report answers {text}."), (1, 2, 1, 2))
        return
    yield Padding(Text(many, style="label"), (1, 2, 0, 2))
    for hit in hits:
        words = Text(printable(hit.snippet.text), style="quote")
        for start, end in hit.snippet.marks:
            words.stylize("bold not italic underline", start, end)
        yield Padding(Text(title_of(hit.report), style="title"), (1, 2, 0, 2))
        yield Padding(Text(_about(hit.report), style="label"), _MARGIN)
        yield Padding(words, _MARGIN)
    if page * limit < number:
        yield Padding(Text(f"there are more: --page {page + 1}", style="label"), (1, 2, 0, 2))
    yield ""


def overview(
    where: str, counts: Counts, last: str | None, failures: Sequence[StoredFailure]
) -> Iterator[RenderableType]:
    """How much a casebook holds, and the last sources that gave nothing."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style="said")
    table.add_column()
    for number, what in (
        (counts.reports, "reports"),
        (counts.readings, "readings"),
        (counts.orders, "orders told"),
        (counts.incidents, "incidents told"),
        (counts.practices, "practices told"),
        (counts.judgements, "judgements"),
        (counts.log, "entries in the log"),
    ):
        table.add_row(
            f"{number:,}", what if number != 1 else what.replace("s told", " told").removesuffix("s")
        )
    yield Padding(Text(where, style="title"), (1, 2, 1, 2))
    yield Padding(table, _MARGIN)
    if last:
        yield Padding(Text(f"last written {moment(last)}", style="label"), (1, 2, 0, 2))
    if counts.failures:
        yield Padding(Text(f"{counts.failures:,} could not be read", style="notice"), (1, 2, 0, 2))
        for each in failures:
            yield Padding(Text(printable(each.message)), _MARGIN)
    yield ""


def _tally(tally: Mapping[str, int]) -> str:
    parts = [f"{tally[kind]} {kind}{'' if tally[kind] == 1 else 's'}" for kind in _KINDS if kind in tally]
    return ", ".join(parts)


def title_of(report: StoredReport) -> str:
    """Its title, or how its text begins."""
    return printable(report.title or "Untitled report")


def moment(at: str) -> str:
    """A moment to the minute."""
    return at[:16].replace("T", " ")
