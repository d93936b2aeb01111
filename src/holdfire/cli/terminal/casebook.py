"""What a casebook holds → the terminal: lists of reports, hits, how much there is."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from holdfire.cli.terminal.screen import printable
from holdfire.model.stored import Counts, StoredFailure, StoredReport
from holdfire.store.search.searching import Hit

SHORT = 10
_MARGIN = (0, 2, 0, 2)
_KINDS = ("order", "incident", "practice")


def report_list(
    reports: Sequence[StoredReport], tallies: Mapping[int, Mapping[str, int]], *, or_else: str
) -> Iterator[RenderableType]:
    """Reports under each other: id, date, outlet, title, and what was read in each."""
    if not reports:
        yield Padding(Text(or_else), (1, 2, 1, 2))
        return
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for width in (SHORT, 11, 16):
        table.add_column(width=width, no_wrap=True, overflow="ellipsis", style="label")
    table.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    table.add_column(justify="right", no_wrap=True, style="label")
    for each in reports:
        said = _tally(tallies.get(each.seq, {}))
        table.add_row(each.id[:SHORT], each.published or "no date", each.outlet or "", title_of(each), said)
    yield Padding(table, (1, 2, 1, 2))


def hit_list(hits: Sequence[Hit], number: int, *, text: str) -> Iterator[RenderableType]:
    """Hits with the words around what was found, the found words marked."""
    if not hits:
        yield Padding(Text(f"No report answers {text}."), (1, 2, 1, 2))
        return
    many = "1,000 or more reports" if number >= 1000 else f"{number} report{'' if number == 1 else 's'}"
    yield Padding(Text(many, style="label"), (1, 2, 0, 2))
    for hit in hits:
        about = "  ·  ".join(filter(None, (hit.report.id[:SHORT], hit.report.published, hit.report.outlet)))
        words = Text(printable(hit.snippet.text), style="quote")
        for start, end in hit.snippet.marks:
            words.stylize("bold not italic underline", start, end)
        yield Padding(Text(title_of(hit.report), style="title"), (1, 2, 0, 2))
        yield Padding(Text(about, style="label"), _MARGIN)
        yield Padding(words, _MARGIN)
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
