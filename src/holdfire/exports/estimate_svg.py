"""The page of an estimate → a picture (SVG): what was seen, and each total with its interval."""

from collections.abc import Iterator
from html import escape

from holdfire.exports.picture import RIGHT, WIDTH, Frame
from holdfire.views.estimate import EstimatePage, Range

_ROW, _LABELS = 34, 130
_NICE = (1, 2, 5, 10)


def estimate_svg(page: EstimatePage) -> str:
    """The picture with its sentences above, and the assumptions and caveats below."""
    below = ("It assumes:", *page.assumptions, *page.caveats)
    frame = Frame(page.title, page.said, below)
    bottom = frame.top + _ROW * len(page.ranges) + 46
    return frame.drawn(_ranges(page.ranges, frame.top), bottom=bottom)


def _ranges(ranges: tuple[Range, ...], top: int) -> Iterator[str]:
    most = max((each.high for each in ranges), default=1.0) * 1.08
    floor = top + _ROW * len(ranges)
    step = _step(most)
    for number in range(int(most / step) + 1):
        x = _x(number * step, most)
        yield f'<line class="g" x1="{x:.1f}" y1="{top - 8}" x2="{x:.1f}" y2="{floor}"/>'
        yield f'<text class="s" x="{x:.1f}" y="{floor + 16}" text-anchor="middle">{number * step:,.0f}</text>'
    for number, each in enumerate(ranges):
        yield from _range(each, top + _ROW * number + 14, most)


def _range(each: Range, y: int, most: float) -> Iterator[str]:
    low, at, high = (_x(value, most) for value in (each.low, each.value, each.high))
    told = f"{each.label}: {each.value:,.0f}"
    if each.low != each.high:
        told += f" ({each.low:,.0f} to {each.high:,.0f})"
        yield f'<line class="i" x1="{low:.1f}" y1="{y}" x2="{high:.1f}" y2="{y}"/>'
        for end in (low, high):
            yield f'<line class="i" x1="{end:.1f}" y1="{y - 6}" x2="{end:.1f}" y2="{y + 6}"/>'
    yield f'<circle class="b" cx="{at:.1f}" cy="{y}" r="6"><title>{escape(told)}</title></circle>'
    yield f'<text x="20" y="{y + 4}">{escape(each.label)}</text>'


def _x(value: float, most: float) -> float:
    return _LABELS + value / most * (WIDTH - _LABELS - RIGHT)


def _step(most: float) -> float:
    """A round step that cuts a scale into four to ten parts."""
    size = 10.0 ** (len(str(int(most))) - 1)
    return next(nice * size / 10 for nice in (*_NICE, 20) if most / (nice * size / 10) <= 10)
