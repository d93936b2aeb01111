"""A preview of a release → the terminal; the log of releases → rows."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from holdfire.cli.terminal.screen import printable
from holdfire.exports.templating import plural
from holdfire.views.release import Line, Preview

if TYPE_CHECKING:
    from holdfire.store.releases import StoredRelease
    from holdfire.workflows.casebook.releasing import Plan

_SHORT = 8
NEVER = (
    "Never leave, whatever the policy: who says so and how they are reached, names, the words of reports, "
    "the points and stretches told (routes, crossing points, safe places), hours, hashes, ids."
)


def previewed(planned: "Plan", shown: Preview, out: str) -> Iterator[RenderableType]:
    """What leaves, what is coarsened, what stays and why; and how it goes on."""
    head = Text.assemble((f"For {planned.audience.name}", "title"), (f"   {planned.id[:_SHORT]}", "label"))
    yield Padding(head, (1, 2, 0, 2))
    for title, lines in (
        ("leave", shown.leaves),
        ("told as", shown.coarsened),
        ("stay", shown.withheld),
    ):
        if lines:
            yield Padding(_table(title, lines), (1, 2, 0, 2))
    for note in _notes(planned, shown):
        yield Padding(Text(printable(note), style="note"), (1, 2, 0, 2))
    yield Padding(Text.assemble(("! ", "notice"), _next(planned, out)), (1, 2, 1, 2))


def log_rows(found: Sequence["StoredRelease"]) -> list[tuple[str, ...]]:
    """A line for each release: its id, when, by whom, for whom, how much."""
    rows: list[tuple[str, ...]] = []
    for each in found:
        told = msgspec.json.decode(each.told)
        how_much = f"{plural(told['incidents'], 'incident')}, {plural(told['orders'], 'order')}"
        by = f"approved by {', '.join(told['approved'])}" if told["approved"] else ""
        rows.append((each.id[:_SHORT], each.at[:10], each.who, each.audience, how_much, by))
    return rows


def _table(title: str, lines: Sequence[Line]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=8, style="label")
    table.add_column(width=10)
    table.add_column(width=7, justify="right", style="said")
    table.add_column(ratio=1)
    for number, line in enumerate(lines):
        table.add_row("" if number else title, line.what, str(line.number), Text(line.becomes, style="note"))
    return table


def _notes(planned: "Plan", shown: Preview) -> Iterator[str]:
    if shown.linked:
        some = ", ".join(name[:_SHORT] for name in shown.linked[:6]) + (" …" if len(shown.linked) > 6 else "")
        yield (
            f"Look at these: {len(shown.linked)} rows of which not all is published fit one incident of "
            f"public pages and no other ({some}). Whoever has the pages may take them for it, and see that "
            "somebody told you more."
        )
    if shown.retold:
        yield (
            f"{shown.retold} rows that public pages tell can be put to their page by whoever has it. They "
            "say nothing that the pages do not; k hides little here."
        )
    if shown.withdrawn:
        yield f"{len(shown.withdrawn)} rows or orders of earlier releases are not told again."
    if planned.told:
        yield (
            f"Held against all that was told before to: {', '.join(planned.told)}. What a wider audience was "
            "told, this one is taken to know."
        )
    if shown.fields:
        yield f"This policy keeps back: {', '.join(shown.fields)}."
    yield NEVER
    for name, why in planned.refused:
        yield f"{name} says that it may not leave: {why}"
    if planned.approved:
        yield f"Approved by {', '.join(planned.approved)}."


def _next(planned: "Plan", out: str) -> str:
    if not planned.release.rows and not planned.release.orders:
        return "Nothing may leave."
    if planned.team and not planned.approved:
        return (
            "Nothing is written. More than one person writes in this casebook: let a second one look and say "
            f"`--approve {planned.id[:_SHORT]} --who NAME`; then give the same command with `{out} --yes`."
        )
    return f"Nothing is written. Read it; to write it, give the same command with `{out} --yes`."
