"""Findings → the terminal: a table of two axes, or one incident or clause with all its grounds."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from holdfire.cli.terminal.in_force import MOST_QUOTES, quoted
from holdfire.cli.terminal.screen import printable
from holdfire.views.findings import ClauseView, Findings, FindingView, PrincipleView
from holdfire.views.verdicts import CONDUCT_SHORT
from holdfire.views.verdicts import SHORT as WORDS

_ID, _LABEL, _DATE, _CONDUCT = 8, 12, 17, 20
_WIDE = 96
"""Columns from which on the two axes stand beside each other, and not below."""
_LEGEND = (
    "consistent, departs, not settled: what the facts reported are, do, or leave open against a principle. "
    "`holdfire assess BOOK ID` has the grounds and what is not told; --svg draws it."
)
CONDUCT = {"consistent": "", "contrary": "notice", "outside": "", "undetermined": "label"}
STANDARD = {"consistent": "", "departs": "notice", "unsettled": "label"}
_ORDER = {"departs": 0, "consistent": 1, "unsettled": 2}


def table(found: Findings, *, width: int) -> Iterator[RenderableType]:
    """All findings: a row for each incident, then for each clause."""
    if not found.incidents and not found.clauses:
        yield Padding(Text("No act of force and no order on force was read in these reports."), (1, 2, 1, 2))
        return
    if found.incidents:
        heading = "Incidents, against the order in force and against the standards"
        yield Padding(Text(heading, style="title"), (1, 2, 1, 2))
        drawn = _beside if width >= _WIDE else _below
        yield Padding(drawn(found.incidents), (0, 2, 0, 2))
    if found.clauses:
        yield Padding(Text("Clauses of orders, against the standards", style="title"), (1, 2, 1, 2))
        yield Padding(_clauses(found.clauses), (0, 2, 0, 2))
    yield from _foot(found, _LEGEND)


def whole(found: Findings) -> Iterator[RenderableType]:
    """Each incident and clause with its grounds, and what is not told."""
    for each in found.incidents:
        yield Padding(_incident(each), (1, 2, 0, 2))
        for principle in _sorted(each.principles):
            yield Padding(_principle(principle), (0, 2, 0, 2))
    for clause in found.clauses:
        yield Padding(_clause(clause), (1, 2, 0, 2))
        for principle in _sorted(clause.principles):
            yield Padding(_principle(principle), (0, 2, 0, 2))
    if not found.incidents and not found.clauses:
        yield Padding(
            Text(
                "It is no force used by those who bear arms, and no order on it: it is held against nothing."
            ),
            (1, 2, 0, 2),
        )
    yield from _foot(found, "")


def _beside(found: Sequence[FindingView]) -> Table:
    """The two axes in two columns."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=_ID, no_wrap=True, style="label")
    grid.add_column(width=_DATE)
    grid.add_column(ratio=3)
    grid.add_column(width=_CONDUCT)
    grid.add_column(ratio=2)
    grid.add_row("", "", "", Text("the order in force", style="label"), Text("the standards", style="label"))
    for each in found:
        date, what = printable(each.incident.date), printable(_what(each))
        grid.add_row(
            each.incident.id[:_ID], date, what, _on_order(each), _tally(each.principles, each.remark)
        )
    return grid


def _below(found: Sequence[FindingView]) -> Table:
    """The two axes below each incident, where there is little room."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=_ID, no_wrap=True, style="label")
    grid.add_column(ratio=1)
    for each in found:
        grid.add_row(each.incident.id[:_ID], printable(f"{each.incident.date}: {_what(each)}"))
        grid.add_row("", Text.assemble(("the order in force: ", "label"), _on_order(each)))
        grid.add_row("", Text.assemble(("the standards: ", "label"), _tally(each.principles, each.remark)))
    return grid


def _what(each: FindingView) -> str:
    return ", ".join(filter(None, (each.incident.where, each.incident.what, each.incident.toll)))


def _on_order(each: FindingView) -> Text:
    verdict = each.conduct.verdict
    return Text(CONDUCT_SHORT[verdict], style=CONDUCT[verdict])


def _clauses(found: Sequence[ClauseView]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=_ID, no_wrap=True, style="label")
    grid.add_column(ratio=6)
    grid.add_column(ratio=4)
    for each in found:
        grid.add_row(each.order[:_ID], printable(each.clause), _tally(each.principles, ""))
    return grid


def _tally(principles: Sequence[PrincipleView], remark: str) -> Text:
    """Which principles are departed from, or agreed with; how many are not settled."""
    parts = [Text(remark, style="note")] if remark else []
    for verdict in ("departs", "consistent"):
        ids = [p.id for p in principles if p.verdict == verdict]
        if ids:
            parts.append(Text(f"{WORDS[verdict]}: {', '.join(ids)}", style=STANDARD[verdict]))
    open_ = sum(p.verdict == "unsettled" for p in principles)
    if open_:
        parts.append(Text(f"{WORDS['unsettled']}: {open_}", style="label"))
    return Text("; ").join(parts) if parts else Text("none speaks of it", style="label")


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=_LABEL, style="label")
    grid.add_column(ratio=1)
    return grid


def _incident(each: FindingView) -> Table:
    grid, conduct, incident = _grid(), each.conduct, each.incident
    when_ = ", ".join(filter(None, (incident.date, _what(each))))
    name = f"{'Supposed: ' if each.supposed else ''}{when_}"
    grid.add_row(incident.id[:_ID], Text(printable(name), style="title"))
    for quote in each.quotes[:MOST_QUOTES]:
        grid.add_row("", quoted(quote))
    grid.add_row("", "")
    grid.add_row("order", Text(conduct.said, style=f"said {CONDUCT[conduct.verdict]}"))
    grid.add_row("", Text(printable(conduct.because), style="note"))
    if conduct.clause and conduct.order:
        grid.add_row("", Text(printable(f"{conduct.order_title} ({conduct.order[:_ID]}): {conduct.clause}")))
    for quote in conduct.quotes[:MOST_QUOTES]:
        grid.add_row("", quoted(quote))
    for missing in conduct.missing:
        grid.add_row("not told", printable(missing))
    grid.add_row("", "")
    for number, told in enumerate(each.circumstances):
        grid.add_row("told of them" if number == 0 else "", Text(printable(told.fact), style="said"))
        for quote in told.quotes[:MOST_QUOTES]:
            grid.add_row("", quoted(quote))
    if each.circumstances:
        grid.add_row("", "")
    grid.add_row("standards", Text(each.remark, style="note"))
    return grid


def _clause(each: ClauseView) -> Table:
    grid = _grid()
    grid.add_row(each.order[:_ID], Text(printable(each.order_title), style="title"))
    grid.add_row("", Text(printable(each.clause), style="said"))
    for quote in each.quotes[:MOST_QUOTES]:
        grid.add_row("", quoted(quote))
    return grid


def _principle(each: PrincipleView) -> Table:
    grid = _grid()
    said = Text.assemble(
        (each.said, f"said {STANDARD[each.verdict]}"), (f"  {each.standard}, {each.citation}", "label")
    )
    grid.add_row(each.id, said)
    grid.add_row("", Text(printable(each.paraphrase), style="note"))
    for ground in each.grounds:
        if ground.fact == "force":
            continue  # it only says that the principle is about such an act
        disputed = "  (told otherwise too)" if ground.disputed else ""
        grid.add_row("told", printable(f"{ground.fact}: {ground.value}{disputed}"))
    if each.missing:
        grid.add_row("not told", printable("; ".join(each.missing)))
    if not each.wording.startswith("verified"):
        grid.add_row("", Text(printable(f"wording not verified: {each.wording}"), style="label"))
    return grid


def _sorted(principles: Sequence[PrincipleView]) -> list[PrincipleView]:
    return sorted(principles, key=lambda p: _ORDER[p.verdict])


def _all(found: Findings) -> Iterator[PrincipleView]:
    """The principles that something is held against, again with each thing."""
    for incident in found.incidents:
        yield from incident.principles
    for clause in found.clauses:
        yield from clause.principles


def _foot(found: Findings, words: str) -> Iterator[RenderableType]:
    """What the words mean, which standards these are, and that no one is found guilty: each by itself."""
    if words:
        yield Padding(Text(words, style="label"), (1, 2, 0, 2))
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(style="label", no_wrap=True)
    grid.add_column(style="label", ratio=1)
    for standard in found.standards:
        name, _, title = standard.partition(": ")
        ids = ", ".join(sorted({p.id for p in _all(found) if p.standard == name}, key=lambda i: (len(i), i)))
        grid.add_row(printable(name), printable(f"{title}: {ids}" if ids else title))
    yield Padding(grid, (1, 2, 0, 2))
    yield Padding(Text(found.note, style="note"), (1, 2, 1, 2))
