"""The colours of the terminal, chosen to be legible on dark and on light backgrounds."""

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.theme import Theme

from holdfire.views.values import Frame

FRAME: dict[Frame, str] = {
    "order": "#3d8bfd",
    "incident": "#e5534b",
    "practice": "#d08700",
    "setting": "#12a594",
}
LEGEND: dict[Frame, str] = {
    "order": "order",
    "incident": "incident",
    "practice": "practice",
    "setting": "setting",
}
MUST = {
    "must": "bold not dim #3d8bfd",
    "must not": "bold not dim #e5534b",
    "may": "bold not dim #30a46c",
}

THEME = Theme(
    {
        "label": "dim",
        "quote": "italic #8b8f98",
        "offset": "dim",
        "note": "not bold dim",
        "said": "bold",
        "left_out": "dim",
        "notice": "bold #d08700",
        "title": "bold",
    }
)


class Barred:
    """Something with a coloured bar down its left side."""

    def __init__(self, inside: RenderableType, *, style: str) -> None:
        self.inside = inside
        self.style = style

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        bar = Segment("┃ ", console.get_style(self.style))
        for line in console.render_lines(self.inside, options.update(width=options.max_width - 2)):
            yield bar
            yield from line
            yield Segment.line()
