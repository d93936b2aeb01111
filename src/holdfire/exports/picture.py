"""A picture (SVG) that stands alone: sentences above, a drawing, caveats below, and all of it in words.

Legible in black and white: what differs does so in its hatching or form, not in colour alone (Okabe and Ito's
blue and orange). It fetches nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from textwrap import wrap

WIDTH = 960
LEFT, RIGHT = 64, 24
_LINE = 18
_LETTERS = 118
"""Letters that a line of words holds."""
_STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#1f2933}.s{fill:#52606d;font-size:12px}.h{font-weight:600;"
    "font-size:16px}.b{fill:#0072b2}.a{fill:url(#after);stroke:#b35900}.r{fill:#7b8794}.g{stroke:#d9e2ec}"
    ".d{stroke:#1f2933;stroke-width:2;stroke-dasharray:5 3}.e{stroke:#1f2933;stroke-width:1}"
    ".i{stroke:#0072b2;stroke-width:3}.o{fill:none;stroke:#7b8794;stroke-width:1.5}"
)
_HATCH = (
    '<defs><pattern id="after" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="#e69f00"/>'
    '<path d="M0 0V6" stroke="#8a4b00" stroke-width="2"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around a drawing."""

    title: str
    said: tuple[str, ...]
    caveats: tuple[str, ...]

    @property
    def top(self) -> int:
        """Where the drawing begins."""
        return 34 + _LINE * len(_wrapped(self.said)) + 30

    def drawn(self, drawing: Iterable[str], *, bottom: int) -> str:
        """The whole picture; the drawing ends at `bottom`."""
        caveats = _wrapped(self.caveats)
        height = bottom + _LINE * len(caveats) + 16
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
            'aria-labelledby="t d">',
            f'<title id="t">{escape(self.title)}</title>',
            f'<desc id="d">{escape(" ".join((*self.said, *self.caveats)))}</desc>',
            f'<style>{_STYLE}</style>{_HATCH}<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
            f'<text class="h" x="20" y="28">{escape(self.title)}</text>',
            *_lines(_wrapped(self.said), 34 + _LINE, ""),
            *drawing,
            *_lines(caveats, bottom, "s"),
            "</svg>",
        ]
        return "\n".join(parts) + "\n"


def _wrapped(sentences: tuple[str, ...]) -> list[str]:
    return [line for sentence in sentences for line in wrap(sentence, _LETTERS)]


def _lines(said: list[str], top: int, style: str) -> Iterator[str]:
    for number, line in enumerate(said):
        yield f'<text class="{style}" x="20" y="{top + _LINE * number}">{escape(line)}</text>'
