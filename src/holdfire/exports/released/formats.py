"""The files of a publication, by their names: what each format makes of it, in pieces."""

from collections.abc import Callable, Iterable, Iterator

from holdfire.exports.released.acled_csv import acled_csv
from holdfire.exports.released.dataset_json import dataset_json
from holdfire.exports.released.file import File
from holdfire.exports.released.geojson import geojson
from holdfire.exports.released.ucdp_csv import ucdp_csv
from holdfire.exports.released.website import website
from holdfire.release.released import Publication

FORMATS: dict[str, tuple[str, Callable[[Publication], Iterable[bytes]]]] = {
    "release.json": ("all of it", dataset_json),
    "incidents-ucdp.csv": ("lethal incidents, with the columns of UCDP GED", ucdp_csv),
    "incidents-acled.csv": ("incidents, with the columns of ACLED", acled_csv),
    "incidents.geojson": ("incidents on a map", geojson),
}


def files(publication: Publication) -> Iterator[File]:
    """All files, one after the other."""
    for path, (_, made) in FORMATS.items():
        yield File(path, made(publication))
    yield from website(publication, [(path, words) for path, (words, _) in FORMATS.items()])
