"""The example reports that come with Holdfire, with what is known of each."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import holdfire
from holdfire.errors import DataError
from holdfire.sources.reports import open_report
from holdfire.workflows.outcome import Outcome, Reader, attempt

_PACKAGE = Path(holdfire.__file__).parent
_PLACES = (_PACKAGE / "examples" / "tumen", _PACKAGE.parents[1] / "examples" / "tumen")


@dataclass(frozen=True, slots=True)
class Example:
    """An example report; `published` is EDTF, with ~ where the day is only about right."""

    path: Path
    published: str
    outlet: str
    title: str


def examples() -> tuple[Example, ...]:
    """The examples in the order of their table. DataError where they are not installed."""
    folder = next((place for place in _PLACES if (place / "reports.csv").is_file()), None)
    if folder is None:
        remedy = "install Holdfire again, or run it from a checkout"
        raise DataError("the example reports are not there", where=str(_PLACES[0]), remedy=remedy)
    with (folder / "reports.csv").open(encoding="utf-8", newline="") as table:
        return tuple(_example(row, folder) for row in csv.DictReader(table))


def read_examples(reader: Reader) -> Iterator[Outcome]:
    """Read each example as its table says it was published."""
    for each in examples():
        known = {"published": each.published, "outlet": each.outlet, "title": each.title}
        yield attempt(str(each.path), partial(open_report, each.path, **known), reader)


def _example(row: dict[str, str], folder: Path) -> Example:
    doubt = "~" if row["published_basis"] == "about" else ""
    return Example(folder / row["file"], row["published"] + doubt, row["outlet"], row["title"])
