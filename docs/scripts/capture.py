"""A real run of `holdfire read` → docs/images/read.svg, for the README; it fetches no font from anywhere."""

from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

from holdfire.cli.terminal.page import page
from holdfire.cli.terminal.palette import THEME
from holdfire.workflows.examples import examples
from holdfire.workflows.readers import english_reader
from holdfire.workflows.reading import read_sources

PICTURE = Path(__file__).parents[1] / "images" / "read.svg"
WIDTH = 104
LINES = 62
FORMAT = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
  font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width;
}}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def capture() -> str:
    """The picture, of the example about flares."""
    example = next(each for each in examples() if each.path.name.startswith("07"))
    outcome = next(read_sources([example.path], reader=english_reader(), told=example.told))
    assert outcome.reading is not None, outcome.failure
    whole = _console()
    for part in page(outcome.reading, width=WIDTH):
        whole.print(part)
    lines = whole.file.getvalue().rstrip().split("\n")[1:LINES]  # type: ignore[attr-defined]
    while len(lines) > LINES // 2 and (lines[-1].strip() or "┃" not in lines[-2]):
        lines.pop()  # end after a card
    cut = _console(record=True)
    cut.print(Text.from_ansi("\n".join(lines)))
    return cut.export_svg(title="holdfire read", code_format=FORMAT, unique_id="holdfire")


def _console(*, record: bool = False) -> Console:
    return Console(
        file=StringIO(), record=record, theme=THEME, highlight=False, markup=False, emoji=False,
        width=WIDTH, force_terminal=True, color_system="truecolor",
    )  # fmt: skip


if __name__ == "__main__":
    PICTURE.write_text(capture(), encoding="utf-8")
