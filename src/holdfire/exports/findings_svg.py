"""Findings → a picture (SVG): incidents on the two axes, then who departs from which principle."""

from collections.abc import Iterator, Sequence
from html import escape
from textwrap import wrap

from holdfire.exports.picture import RIGHT, WIDTH, Frame
from holdfire.views.findings import Findings, FindingView, PrincipleView
from holdfire.views.two_axes import DEPARTS, by_principle, crossed
from holdfire.views.verdicts import CONDUCT, SHORT, STANDARD

MOST = 12
"""Incidents in one cell, and rows of a table, that are drawn: a picture is for looking, JSON has all."""
_LEFT, _HEAD = 150, 40
_CELL = (WIDTH - _LEFT - RIGHT) / len(CONDUCT)
_LETTERS, _LINE = 29, 15
_WORDS, _PITCH, _IDS = 330, 30, 74


def findings_svg(found: Findings) -> str:
    """The picture with what it says above and the note that finds no one guilty below."""
    frame = Frame("Acts and orders, against orders and standards", tuple(_said(found)), _caveats(found))
    parts, y = [], frame.top
    if found.incidents:
        drawn, y = _table(found.incidents, y)
        parts += drawn
    for label, rows in _tables(found):
        drawn, y = _matrix(label, rows, y + 34)
        parts += drawn
    return frame.drawn(parts, bottom=y + 34)


def _said(found: Findings) -> Iterator[str]:
    if not found.incidents and not found.clauses:
        yield "No act of force and no order on force was read in these reports."
        return
    departing = sum(any(p.verdict == "departs" for p in each.principles) for each in found.incidents)
    contrary = sum(each.conduct.verdict == "contrary" for each in found.incidents)
    if found.incidents:
        yield (
            f"{_many(len(found.incidents), 'incident')}. Contrary to the order in force, as reported: "
            f"{contrary or 'none'}. Facts reported that depart from a standard: of {departing or 'none'}."
        )


def _caveats(found: Findings) -> tuple[str, ...]:
    return (found.note, f"Held against {'; '.join(found.standards)}.")


Rows = list[tuple[str, Sequence[PrincipleView]]]


def _tables(found: Findings) -> Iterator[tuple[str, Rows]]:
    """The tables of principles: what each row is, and how it stands to each."""
    incidents: Rows = [(f"{_named(each)}: {_what(each)}", each.principles) for each in found.incidents]
    clauses: Rows = [(f"{each.order[:8]}  {each.clause}", each.principles) for each in found.clauses]
    for label, rows in (("Incidents, by principle", incidents), ("Clauses of orders, by principle", clauses)):
        held: Rows = [(said, principles) for said, principles in rows if principles]
        if held:
            yield label, held


def _table(found: Sequence[FindingView], top: int) -> tuple[list[str], int]:
    """The two axes: what the standards settle downwards, the order in force to the right."""
    cells, parts = crossed(found), []
    for number, said in enumerate(CONDUCT.values()):
        parts += _lines(wrap(said, _LETTERS), _LEFT + number * _CELL + 6, top, "")
    y = top + _HEAD - 10
    for row, said in DEPARTS.items():
        if not any(cell[0] == row for cell in cells):
            continue
        parts.append(_rule(y))
        parts += _lines(wrap(f"the facts reported {said}" if row != "none" else said, 20), 20, y + 20, "")
        ends = [y + 52]
        for number, column in enumerate(CONDUCT):
            drawn, end = _cell(cells.get((row, column), ()), _LEFT + number * _CELL + 6, y + 20)
            parts += drawn
            ends.append(end)
        y = max(ends)
    return [*parts, _rule(y)], y


def _cell(found: Sequence[FindingView], x: float, y: int) -> tuple[list[str], int]:
    parts: list[str] = []
    for each in found[:MOST]:
        departed = ", ".join(p.id for p in each.principles if p.verdict == "departs")
        told = escape(f"{each.incident.what}: {each.conduct.said}")
        parts += _lines([_named(each)], x, y, "", told)
        below = [*wrap(_what(each), _LETTERS + 2), *wrap(departed, _LETTERS)]
        parts += _lines(below, x, y + _LINE, "s")
        y += _LINE * (1 + len(below)) + 8
    if len(found) > MOST:
        parts += _lines([f"and {len(found) - MOST:,} more"], x, y, "s")
        y += _LINE
    return parts, y


def _matrix(label: str, rows: Rows, top: int) -> tuple[list[str], int]:
    """A mark for each thing and principle; nothing where a principle is not about it."""
    held = by_principle([principles for _, principles in rows[:MOST]])
    pitch = min(_PITCH, (WIDTH - _WORDS - 40 - RIGHT) / max(1, len(held.ids)))
    parts = [f'<text class="h" x="20" y="{top}">{escape(label)}</text>', *_key(top + 22)]
    floor = top + 30 + _IDS
    for number, name in enumerate(held.ids):
        x = _WORDS + 40 + number * pitch
        turned = f'transform="rotate(-60 {x:.1f} {floor - 8})"'
        parts.append(f'<text class="s" x="{x:.1f}" y="{floor - 8}" {turned}>{escape(name)}</text>')
    y = floor
    for (said, _), verdicts in zip(rows, held.verdicts, strict=False):
        words = wrap(said, 50)[:3]
        parts.append(_rule(y))
        parts += _lines(words, 20, y + 18, "s")
        for number, name in enumerate(held.ids):
            if name in verdicts:
                parts.append(_mark(verdicts[name], _WORDS + 40 + number * pitch, y + 14, f"{name}: {said}"))
        y += max(28, _LINE * len(words) + 12)
    if len(rows) > MOST:
        parts += _lines([f"and {len(rows) - MOST:,} more"], 20, y + 18, "s")
        y += 28
    return parts, y


def _key(y: int) -> Iterator[str]:
    x = 26
    for verdict in ("departs", "consistent", "unsettled"):
        yield _mark(verdict, x, y - 4, "")
        yield f'<text class="s" x="{x + 12}" y="{y}">{escape(STANDARD[verdict])}</text>'
        x += 290


def _mark(verdict: str, x: float, y: float, said: str) -> str:
    title = f"<title>{escape(f'{said}: {SHORT[verdict]}')}</title>" if said else ""
    if verdict == "departs":
        return f'<rect class="a" x="{x - 7:.1f}" y="{y - 7:.1f}" width="14" height="14">{title}</rect>'
    if verdict == "consistent":
        return f'<circle class="b" cx="{x:.1f}" cy="{y:.1f}" r="7">{title}</circle>'
    return f'<circle class="o" cx="{x:.1f}" cy="{y:.1f}" r="4">{title}</circle>'


def _lines(said: Sequence[str], x: float, y: float, style: str, told: str = "") -> list[str]:
    title = f"<title>{told}</title>" if told else ""
    return [
        f'<text class="{style}" x="{x:.1f}" y="{y + _LINE * number:.1f}">{escape(line)}{title}</text>'
        for number, line in enumerate(said)
    ]


def _rule(y: float) -> str:
    return f'<line class="g" x1="20" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}"/>'


def _named(each: FindingView) -> str:
    return f"{each.incident.id[:8]}  {each.incident.date}"


def _what(each: FindingView) -> str:
    return ", ".join(filter(None, (each.incident.where, each.incident.what, each.incident.toll)))


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
