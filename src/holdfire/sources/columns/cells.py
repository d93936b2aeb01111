"""A row → its words, one cell a line (`column: value`), and where each cell stands in them."""

from collections.abc import Iterable
from typing import TypeVar

from holdfire.errors import SourceError
from holdfire.model.grounded import Basis, Grounded, ground
from holdfire.model.span import Span
from holdfire.sources.columns.column_map import Cell, Columns

T = TypeVar("T")


class Told:
    """What a cell says, and where it stands."""

    def __init__(self, column: str, text: str, start: int) -> None:
        self.column, self.text, self.start = column, text, start

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.start + len(self.text))

    def parts(self, mark: str) -> list["Told"]:
        """What stands between marks."""
        found, at = [], 0
        for part in self.text.split(mark):
            bare = part.strip()
            if bare:
                found.append(Told(self.column, bare, self.start + at + part.index(bare[0])))
            at += len(part) + len(mark)
        return found


class Cells:
    """The cells of a row as words."""

    def __init__(self, cells: dict[str, str], *, rule: str) -> None:
        self._at: dict[str, Told] = {}
        self._rule = rule
        lines, start = [], 0
        for column, text in cells.items():
            line = f"{column}: {text}"
            self._at[column] = Told(column, text, start + len(column) + 2)
            lines.append(line)
            start += len(line) + 1
        self.words = "\n".join(lines)

    def get(self, columns: Columns) -> Told | None:
        """What the first of some columns says that says anything."""
        names = (columns,) if isinstance(columns, str) else columns
        return next((self._at[name] for name in names if name in self._at), None)

    def found(self, cell: Cell) -> Told | None:
        """What a place to look at says: the cell, or what stands after the key in it."""
        told = self.get(cell.column)
        if told is None or not cell.key:
            return told
        for part in told.parts(";"):
            name, equals, text = part.text.partition("=")
            if equals and name == cell.key:
                return Told(told.column, text, part.start + len(name) + 1)
        return None

    def coded(self, places: Iterable[Cell]) -> Grounded[str] | None:
        """The first code that some places give; a cell that no code fits says nothing."""
        for cell in places:
            told = self.found(cell)
            code = code_of(cell, told.text) if told is not None else ""
            if told is not None and code:
                basis: Basis = "inferred" if cell.value else "resolved"
                return self.grounded(code, told, basis=basis, because=cell.because)
        return None

    def grounded(self, value: T, told: Told, *, basis: Basis = "stated", because: str = "") -> Grounded[T]:
        """A value tied to the cell that says it."""
        rule = f"{self._rule}.{told.column}"
        return ground(value, self.words, told.span, rule=rule, basis=basis, because=because or None)

    def refused(self, told: Told, problem: str, remedy: str = "") -> SourceError:
        """What is wrong with a cell."""
        return SourceError(f"column {told.column!r}: {problem}", remedy=remedy)


def code_of(cell: Cell, text: str) -> str:
    """The code that a place to look at gives for what a cell says; empty where none."""
    if cell.value:
        return cell.value
    said = text.casefold()
    for given, code in cell.codes.items():
        if given.casefold() == said:
            return code
    for word, code in cell.holding:
        if word.casefold() in said:
            return code
    return "" if cell.codes or cell.holding else text
