"""The page of a trend → a picture (SVG): bars by month, all reports below them, the day marked."""

from collections.abc import Iterator
from html import escape

from holdfire.exports.picture import LEFT, RIGHT, WIDTH, Frame
from holdfire.views.trend import Bar, Chart, TrendPage, number_of

_BARS, _REPORTS = 220, 60


def trend_svg(page: TrendPage) -> str:
    """The picture with its sentences above and its caveats below."""
    frame = Frame(page.title, page.said, page.caveats)
    bottom = frame.top + _BARS + (_REPORTS + 26 if page.chart.most_reports else 10) + 30
    return frame.drawn(_chart(page.chart, frame.top), bottom=bottom)


def _chart(chart: Chart, top: int) -> Iterator[str]:
    floor, wide = top + _BARS, (WIDTH - LEFT - RIGHT) / max(1, len(chart.bars))
    most = chart.most or 1.0
    yield from _axis(most, floor, chart.what)
    for place, bar in enumerate(chart.bars):
        if bar is not None:
            yield from _bar(bar, place, wide, floor, most, after=place + 0.5 >= chart.change)
    yield from _months(chart, wide, floor)
    if chart.most_reports:
        yield from _reports(chart, wide, floor + 26 + _REPORTS)
    x = LEFT + wide * chart.change
    end = floor + (26 + _REPORTS if chart.most_reports else 0)
    yield f'<line class="d" x1="{x:.1f}" y1="{top - 14}" x2="{x:.1f}" y2="{end}"/>'
    yield f'<text class="s" x="{x + 5:.1f}" y="{top - 4}">the day asked about</text>'


def _axis(most: float, floor: int, what: str) -> Iterator[str]:
    for share in (0.0, 0.5, 1.0):
        y = floor - _BARS * share
        yield f'<line class="g" x1="{LEFT}" y1="{y:.0f}" x2="{WIDTH - RIGHT}" y2="{y:.0f}"/>'
        label = number_of(most * share)
        yield f'<text class="s" x="{LEFT - 6}" y="{y + 4:.0f}" text-anchor="end">{label}</text>'
    yield f'<text class="s" x="20" y="{floor - _BARS - 10}">{escape(what or "counted")} a month</text>'


def _bar(  # noqa: PLR0913 - where a bar stands and how high
    bar: Bar, place: int, wide: float, floor: int, most: float, *, after: bool
) -> Iterator[str]:
    x, high = LEFT + wide * (place + 0.1), _BARS * bar.expected / most
    told = f"{bar.month}: {number_of(bar.expected)}"
    doubt = bar.low != bar.high
    told += f" ({number_of(bar.low)} to {number_of(bar.high)})" if doubt else ""
    yield (
        f'<rect class="{"a" if after else "b"}" x="{x:.1f}" y="{floor - high:.1f}" width="{wide * 0.8:.1f}" '
        f'height="{high:.1f}"><title>{told}</title></rect>'
    )
    if doubt:
        middle = x + wide * 0.4
        low, top = (floor - _BARS * value / most for value in (bar.low, bar.high))
        yield f'<line class="e" x1="{middle:.1f}" y1="{low:.1f}" x2="{middle:.1f}" y2="{top:.1f}"/>'


def _months(chart: Chart, wide: float, floor: int) -> Iterator[str]:
    """The names of some months, so many that they do not touch."""
    step = max(1, round(72 / wide))
    for place in range(0, len(chart.bars), step):
        x = LEFT + wide * (place + 0.5)
        month = chart.first + place
        name = f"{month // 12:04}-{month % 12 + 1:02}"
        yield f'<text class="s" x="{x:.1f}" y="{floor + 16}" text-anchor="middle">{name}</text>'


def _reports(chart: Chart, wide: float, floor: int) -> Iterator[str]:
    most = chart.most_reports or 1.0
    yield f'<text class="s" x="20" y="{floor - _REPORTS + 4}">reports</text>'
    label = f'x="{LEFT - 6}" y="{floor - _REPORTS + 20}" text-anchor="end"'
    yield f'<text class="s" {label}>{number_of(most)}</text>'
    for place, bar in enumerate(chart.bars):
        if bar is not None and bar.reports:
            high = _REPORTS * bar.reports / most
            x = LEFT + wide * (place + 0.1)
            yield (
                f'<rect class="r" x="{x:.1f}" y="{floor - high:.1f}" width="{wide * 0.8:.1f}" '
                f'height="{high:.1f}"><title>{bar.month}: {number_of(bar.reports)} reports</title></rect>'
            )
    yield f'<line class="g" x1="{LEFT}" y1="{floor}" x2="{WIDTH - RIGHT}" y2="{floor}"/>'
