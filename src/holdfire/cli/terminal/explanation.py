"""Explanations → the terminal: why the record holds what it holds."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from holdfire.cli.terminal.palette import FRAME, Barred
from holdfire.reading.cascade import Rival, Step
from holdfire.views.explanation import Context, Explanation
from holdfire.views.values import FRAMES

_STEP = "{stage:<11}"


def explanations(found: tuple[Explanation, ...]) -> Iterator[RenderableType]:
    """Each explanation with the value's place in the record as its name."""
    for explanation in found:
        frame = FRAMES[explanation.entry.value.split(".", 1)[0]]
        yield Padding(Barred(_inside(explanation), style=FRAME[frame]), (1, 2, 0, 2))


def _inside(explanation: Explanation) -> RenderableType:
    entry = explanation.entry
    head = Text.assemble((entry.value, "label"), "  ", (entry.said, "said"))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=8, style="label")
    grid.add_column()
    for context in explanation.contexts:
        grid.add_row(f"@{context.start}", _in_context(context))
    pages = sorted({context.page for context in explanation.contexts if context.page})
    _add(grid, "page", [Text(", ".join(map(str, pages)))] if pages else [])
    example = f"as in: {explanation.example}" if explanation.example else ""
    told = [Text(line, style="note") for line in (explanation.note, example) if line]
    _add(grid, "rule", [Text(entry.rule), *told])
    grid.add_row("basis", Text(entry.note if entry.basis in entry.note else entry.basis))
    _add(grid, "steps", [_step(step) for step in explanation.steps])
    _add(grid, "rivals", [_rival(rival) for rival in explanation.rivals])
    return Group(head, grid)


def _in_context(context: Context) -> Text:
    before, words, after = (
        " ".join(part.split("\n")) for part in (context.before, context.words, context.after)
    )
    return Text.assemble((before, "quote"), (words, "bold underline"), (after, "quote"))


def _add(grid: Table, label: str, rows: list[Text]) -> None:
    for number, row in enumerate(rows):
        grid.add_row("" if number else label, row)


def _step(step: Step) -> Text:
    return Text.assemble(
        (_STEP.format(stage=step.stage), "label"), (f"{step.rule}  ", "note"), f"→ {step.made}"
    )


def _rival(rival: Rival) -> Text:
    return Text.assemble(rival.value, (f"  {rival.rule}: {rival.reason}", "note"))
