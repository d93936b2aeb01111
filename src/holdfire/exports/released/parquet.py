"""Publication → Parquet: incidents as a flat table with typed columns. Needs pyarrow.

It is not packed, so that what left can be searched for in its bytes.
"""

from collections.abc import Iterator
from itertools import islice

import pyarrow as pa
import pyarrow.parquet as pq

from holdfire.exports.released.acled_csv import one_country
from holdfire.exports.released.days import dated
from holdfire.release.coarsening import Region
from holdfire.release.publication import Publication
from holdfire.release.released import Row, Toll
from holdfire.views.released import TOLLS

ROWS = 8_192
"""Rows of a group of the file."""
ENDS = ("best", "low", "high")
SCHEMA = pa.schema([
    pa.field("id", pa.string(), nullable=False), pa.field("group", pa.string(), nullable=False),
    pa.field("kind", pa.string(), nullable=False), pa.field("published", pa.bool_(), nullable=False),
    ("act", pa.string()), ("means", pa.string()), ("status", pa.string()),
    ("actor", pa.list_(pa.string())), ("units", pa.list_(pa.string())), ("alleged", pa.list_(pa.string())),
    ("target_type", pa.string()), ("role", pa.string()), ("sex", pa.string()), ("age", pa.string()),
    ("warning_given", pa.string()), ("aid_given", pa.string()),
    ("period", pa.string()), ("first_day", pa.date32()), ("last_day", pa.date32()),
    ("region_id", pa.string()), ("region", pa.string()), ("level", pa.string()), ("country", pa.string()),
    ("countries", pa.list_(pa.string())),
    ("lat", pa.float64()), ("lon", pa.float64()),
    *((f"{name}_{end}", pa.int32()) for name in TOLLS for end in ENDS),
])  # fmt: skip


class _Pieces:
    """A file that is taken away in pieces while it is written."""

    closed = False

    def __init__(self) -> None:
        self._written: list[bytes] = []
        self._length = 0

    def write(self, raw: bytes) -> int:
        self._written.append(bytes(raw))
        self._length += len(raw)
        return len(raw)

    def tell(self) -> int:
        return self._length

    def flush(self) -> None: ...

    def close(self) -> None: ...

    def taken(self) -> Iterator[bytes]:
        yield from self._written
        self._written.clear()


def parquet(told: Publication) -> Iterator[bytes]:
    """The file, in pieces; the same publication gives the same bytes."""
    pieces = _Pieces()
    with pq.ParquetWriter(pa.PythonFile(pieces, mode="w"), SCHEMA, compression="none") as writer:
        rows = iter(told.incidents.each(_values))
        while batch := list(islice(rows, ROWS)):
            columns = [[name for name, _ in batch], *zip(*(values for _, values in batch), strict=True)]
            arrays = [pa.array(column, field.type) for column, field in zip(columns, SCHEMA, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=SCHEMA))
            yield from pieces.taken()
    yield from pieces.taken()


def _values(row: Row) -> tuple[object, ...]:
    """The cells of a row but for its id."""
    told, days = row.told, dated(row.period)
    tolls = (getattr(row.outcome, name) or Toll() for name in TOLLS)
    return (
        row.group, row.kind, row.published, row.outcome.act, told.means, told.status, list(told.actor),
        list(told.units), list(told.alleged), told.target_type, row.role or None, row.sex or None,
        row.age or None,
        told.warning_given, told.aid_given, row.period or None, days.first if days else None,
        days.last if days else None, *_region(row.region),
        *(getattr(toll, end) for toll in tolls for end in ENDS),
    )  # fmt: skip


def _region(region: Region | None) -> tuple[object, ...]:
    if region is None:
        return (None,) * 7
    countries = region.country.split("/")
    return region.id, region.name, region.level, one_country(region), countries, region.lat, region.lon
