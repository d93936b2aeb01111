"""A CSV file of lists → which things stand on which: a row a thing, or a row a history with its count."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from holdfire.analysis.lists import History, Lists
from holdfire.errors import DataError
from holdfire.workflows.analysis.tables import Cells, amount, read_table

COUNTS = ("count", "n")
"""What a last column of counts may be called."""


def lists_given(path: Path) -> tuple[Lists, tuple[DataError, ...]]:
    """The lists of a file, a column each with 1 (is on it) and 0, and its faulty rows."""
    names: list[str] = []
    count: list[str] = []

    def check(header: Sequence[str]) -> None:
        count.extend(name for name in header[-1:] if name.lower() in COUNTS)
        names.extend(name for name in header if name not in count)
        if not names or "" in header or len(set(header)) < len(header):
            raise ValueError("the header does not name the lists, each once")

    def row(cells: Cells) -> tuple[History, float]:
        history = tuple(_on(cells, name) for name in names)
        if not any(history):
            raise ValueError("is on no list: what nobody listed cannot be counted")
        return history, _whole(cells, count[0]) if count else 1.0

    table = read_table(path, check, row)
    histories: dict[History, float] = defaultdict(float)
    for history, number in table.rows:
        histories[history] += number
    if not sum(histories.values()):
        raise DataError("all counts are 0", where=table.where)
    return Lists(tuple(names), dict(histories)), table.wrong


def _on(cells: Cells, name: str) -> bool:
    number = amount(cells, name)
    if number not in (0.0, 1.0):
        raise ValueError(f"{name} is {cells[name]}, neither 1 (is on it) nor 0")
    return bool(number)


def _whole(cells: Cells, name: str) -> float:
    number = amount(cells, name)
    if number != round(number):
        raise ValueError(f"{name} is {cells[name]}, which is no whole number")
    return number
