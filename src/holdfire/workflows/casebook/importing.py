"""A table of others, a column map → a casebook: each row a report of its own, or named by its line."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from holdfire.errors import DataError, HoldfireError, SourceError
from holdfire.geography.gazetteer import Gazetteer
from holdfire.model.capture import Capture
from holdfire.sources.columns.column_map import SHIPPED, Named, fitting, read_map, shipped_map
from holdfire.sources.columns.incidents import imported
from holdfire.sources.columns.rows import Table, missing, rows, table
from holdfire.store.book import Book
from holdfire.store.bundle import Bundle, bundle, failed
from holdfire.workflows.casebook.adding import Added, add


def map_for(found: Table, columns: str | None) -> Named:
    """The map that a user names, ours or a file, or the one that fits. DataError where none does."""
    if columns is None:
        by = fitting(found.columns)
        if by is None:
            remedy = f"name one with --columns: {', '.join(SHIPPED)}, or a file of your own"
            raise DataError("fits none of our column maps", where=found.path, remedy=remedy)
        return by
    by = shipped_map(columns) if columns in SHIPPED else _own(Path(columns))
    lacking = missing(found, by)
    if lacking:
        raise DataError(
            f"has no column {', '.join(map(repr, lacking))}", where=found.path, remedy=f"{by.name} needs it"
        )
    return by


def import_table(
    book: Book, path: Path, *, columns: str | None, known: Gazetteer, who: str
) -> Iterator[Added]:
    """Keep the rows of a table; gives how far it has come after each transaction."""
    found = table(path)
    by = map_for(found, columns)
    yield from add(book, rows(found, by), read=partial(_read, by, known), who=who)


def _read(by: Named, known: Gazetteer, chunks: Iterable[list[Capture]]) -> Iterator[list[Bundle]]:
    for chunk in chunks:
        yield [_bundle(capture, by, known) for capture in chunk]


def _bundle(capture: Capture, by: Named, known: Gazetteer) -> Bundle:
    try:
        report, record = imported(capture, by, known)
    except SourceError as error:
        return Bundle(None, (failed(error.where or capture.origin, kind=error.kind, message=str(error)),))
    return bundle(capture, report, record)


def _own(path: Path) -> Named:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise HoldfireError(
            f"cannot be read ({error})",
            where=str(path),
            remedy=f"name a file, or one of {', '.join(SHIPPED)}",
        ) from None
    return read_map(text, name=path.stem, where=str(path))
