"""The orders over time → a picture (SVG) that stands alone: a bar for each, an arrow for what it does."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from holdfire.views.order_ledger import OrderLedgerView, OrderRow

_WIDTH, _LEFT, _RIGHT = 960, 300, 24
_ROW, _TOP = 46, 40
_STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#1f2933}.s{fill:#52606d;font-size:11px}"
    ".g{stroke:#d9e2ec}.m{fill:#9fb3c8}.h{fill:#3d8bfd}.t{stroke:#d08700;fill:none}"
)


def ledger_svg(ledger: OrderLedgerView) -> str:
    """The picture; without orders, it says so."""
    height = _TOP + _ROW * max(1, len(ledger.rows)) + 24
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img">',
        f"<title>Orders over time</title><style>{_STYLE}</style>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        *(_drawn(ledger.rows, height) if ledger.rows else ['<text x="20" y="50">No order was read.</text>']),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _drawn(rows: Sequence[OrderRow], height: int) -> Iterator[str]:
    first, last = _span(rows)
    yield from _years(first, last, height)
    at = {row.id: _TOP + _ROW * number for number, row in enumerate(rows)}
    for row in rows:
        yield from _bar(row, at[row.id], first, last)
    for row in rows:
        for each in row.relations:
            if each.to in at and each.kind.startswith("replaces") and row.first is not None:
                x = _x(row.first, first, last)
                dash = "" if each.truth == "yes" else ' stroke-dasharray="3 3"'
                ends = f'x1="{x:.0f}" y1="{at[row.id] + 8}" x2="{x:.0f}" y2="{at[each.to or ""] + 18}"'
                yield f'<line class="t" {ends}{dash}><title>{escape(each.said)}</title></line>'


def _span(rows: Sequence[OrderRow]) -> tuple[int, int]:
    days = [day for row in rows for day in (row.first, row.sure_from, row.last) if day is not None]
    first, last = (min(days), max(days)) if days else (1, 2)
    return first, last + max(30, (last - first) // 8)


def _x(day: int, first: int, last: int) -> float:
    return _LEFT + (day - first) / max(1, last - first) * (_WIDTH - _LEFT - _RIGHT)


def _years(first: int, last: int, height: int) -> Iterator[str]:
    for year in range(date.fromordinal(first).year, date.fromordinal(last).year + 1):
        day = max(date(year, 1, 1).toordinal(), first)
        x = _x(day, first, last)
        yield f'<line class="g" x1="{x:.0f}" y1="24" x2="{x:.0f}" y2="{height - 10}"/>'
        yield f'<text class="s" x="{x + 3:.0f}" y="20">{year}</text>'


def _bar(row: OrderRow, y: int, first: int, last: int) -> Iterator[str]:
    start = _x(row.first if row.first is not None else first, first, last)
    end = _x(row.last if row.last is not None else last, first, last)
    sure = _x(row.sure_from, first, last) if row.sure_from is not None else end
    yield f'<text x="20" y="{y + 12}">{escape(_cut(row.title, 44))}</text>'
    yield f'<text class="s" x="20" y="{y + 27}">{escape(_cut("; ".join(row.clauses), 50))}</text>'
    told = f"<title>{escape(row.title)}: {escape('; '.join(row.clauses))}</title>"
    yield _rectangle("m", start, max(start + 2, end), y, told)
    if sure < end:
        yield _rectangle("h", sure, end, y, told)
    if row.last is None:
        yield f'<path class="h" d="M{end:.0f} {y}l12 11l-12 11z"/>'


def _rectangle(kind: str, start: float, end: float, y: int, told: str) -> str:
    at = f'x="{start:.0f}" y="{y + 4}" width="{end - start:.0f}" height="14"'
    return f'<rect class="{kind}" {at}>{told}</rect>'


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"
