"""The example reports that come with Holdfire, with what is known of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec

import holdfire
from holdfire.errors import DataError, SourceError
from holdfire.model.capture import UNTOLD, Capture, Told
from holdfire.sources.reports import report_of
from holdfire.sources.table import captures_in_table
from holdfire.store.book import Book
from holdfire.workflows.casebook.adding import add
from holdfire.workflows.casebook.opening import make_book
from holdfire.workflows.casebook.reading import read_captures
from holdfire.workflows.outcome import Outcome, Reader, attempt

_PACKAGE = Path(holdfire.__file__).parent
_PLACES = (_PACKAGE / "examples" / "tumen", _PACKAGE.parents[1] / "examples" / "tumen")


@dataclass(frozen=True, slots=True)
class Example:
    """An example report: its bytes, and what its table tells of it."""

    path: Path
    capture: Capture

    @property
    def told(self) -> Told:
        """Its title, outlet, address and date; EDTF, with ~ where the day is only about right."""
        return self.capture.told


def example_table() -> Path:
    """The table of the examples. DataError where they are not installed."""
    folder = next((place for place in _PLACES if (place / "reports.csv").is_file()), None)
    if folder is None:
        remedy = "install Holdfire again, or run it from a checkout"
        raise DataError("the example reports are not there", where=str(_PLACES[0]), remedy=remedy)
    return folder / "reports.csv"


def examples() -> tuple[Example, ...]:
    """The examples in the order of their table. DataError, SourceError where one is not there."""
    return tuple(_example(found) for found in captures_in_table(example_table()))


def read_examples(reader: Reader) -> Iterator[Outcome]:
    """Read each example as its table says it was published."""
    for each in examples():
        yield attempt(str(each.path), partial(report_of, each.capture), reader)


def example_book(name: str, *, who: str, reader: Reader) -> Book:
    """A new casebook with the examples in it. BookError where something is there already."""
    sources = [msgspec.structs.replace(each.capture, origin=each.path.name) for each in examples()]
    book = make_book(name, who=who)
    read = partial(map, partial(read_captures, told=UNTOLD, reader=reader))
    for _ in add(book, sources, read=read, who=who):
        pass
    return book


def _example(found: Capture | SourceError) -> Example:
    if isinstance(found, SourceError):
        raise found
    return Example(Path(found.origin), found)
