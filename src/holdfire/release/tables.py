"""Lines of a table in tabs → rows; comments and the heading are left out."""

from collections.abc import Iterator


def rows(text: str, *, columns: int) -> Iterator[tuple[str, ...]]:
    """The rows; cells that a line lacks are empty."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        cells = line.split("\t")
        yield (*cells, *[""] * (columns - len(cells)))
