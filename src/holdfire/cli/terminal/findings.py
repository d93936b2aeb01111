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

_ID, _LABEL, _DATE, _CONDUCT = 8, 12, 12, 20
CONDUCT = {"consistent": "", "contrary": "notice", "outside": "", "undetermined": "label"}
STANDARD = {"consistent": "", "departs": "notice", "unsettled": "label"}
_ORDER = {"departs": 0, "consistent": 1, "unsettled": 2}


def table(found: Findings) -> Iterator[RenderableType]:
    """All findings: a line for each incident, then for each clause."""
    if not found.incidents and not found.clauses:
        yield Padding(Text("No act of force and no order on force was read in these reports."), (1, 2, 1, 2))
        return
    if found.incidents:
        yield Padding(
            Text("Incidents, against", style="title"),
            (1, 2, 0, 2),
        )
        yield Padding(_incidents(found.incidents), (0, 2, 0, 2))
    if found.clauses:
        yield Padding(Text("Clauses of orders, against the standards", style="title"), (1, 2, 0, 2))
        yield Padding(_clauses(found.clauses), (0, 2, 0, 2))
    yield from _foot(
        found, "departs, not settled: what the facts reported do. `holdfire assess BOOK ID` has the grounds."
    )


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
            Text("It is no act of force, and no order on force: it is held against nothing."), (1, 2, 0, 2)
        )
    yield from _foot(found, "")


def _incidents(found: Sequence[FindingView]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=_ID, no_wrap=True, style="label")
    grid.add_column(width=_DATE, no_wrap=True, overflow="ellipsis")
    grid.add_column(ratio=3, no_wrap=True, overflow="ellipsis")
    grid.add_column(width=_CONDUCT)
    grid.add_column(ratio=4)
    grid.add_row("", "", "", Text("the order in force", style="label"), Text("the standards", style="label"))
    for each in found:
        incident = each.incident
        what = ", ".join(filter(None, (incident.where, incident.what, incident.toll)))
        conduct = Text(CONDUCT_SHORT[each.conduct.verdict], style=CONDUCT[each.conduct.verdict])
        tally = _tally(each.principles, each.remark)
        grid.add_row(incident.id[:_ID], printable(incident.date), printable(what), conduct, tally)
    return grid


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
    out = Text(remark, style="note")
    for verdict in ("departs", "consistent"):
        ids = [p.id for p in principles if p.verdict == verdict]
        if ids:
            out.append(f"{WORDS[verdict]}: {', '.join(ids)}  ", style=STANDARD[verdict])
    open_ = sum(p.verdict == "unsettled" for p in principles)
    if open_:
        out.append(f"{WORDS['unsettled']}: {open_}", style="label")
    return out


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=_LABEL, style="label")
    grid.add_column(ratio=1)
    return grid


def _incident(each: FindingView) -> Table:
    grid, conduct, incident = _grid(), each.conduct, each.incident
    what = ", ".join(filter(None, (incident.date, incident.where, incident.what, incident.toll)))
    name = f"{'Supposed: ' if each.supposed else ''}{what}"
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


def _foot(found: Findings, words: str) -> Iterator[RenderableType]:
    standards = "  ".join(found.standards)
    yield Padding(Text(printable(f"{words}\n{standards}\n{found.note}".strip()), style="label"), (1, 2, 1, 2))
