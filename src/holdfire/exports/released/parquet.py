"""Publication → Parquet: incidents as a flat table with typed columns. Needs pyarrow.

It is not packed, so that what left can be searched for in its bytes.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from holdfire.exports.released.days import dated
from holdfire.release.released import Publication, Row, Toll
from holdfire.views.released import TOLLS

ROWS = 20_000
"""Rows of a group of the file."""
SCHEMA = pa.schema([
    pa.field("id", pa.string(), nullable=False), pa.field("group", pa.string(), nullable=False),
    pa.field("kind", pa.string(), nullable=False), pa.field("published", pa.bool_(), nullable=False),
    ("act", pa.string()), ("means", pa.string()), ("status", pa.string()),
    ("actor", pa.list_(pa.string())), ("units", pa.list_(pa.string())), ("target_type", pa.string()),
    ("role", pa.string()), ("sex", pa.string()), ("age", pa.string()),
    ("warning_given", pa.string()), ("aid_given", pa.string()),
    ("period", pa.string()), ("first_day", pa.date32()), ("last_day", pa.date32()),
    ("region_id", pa.string()), ("region", pa.string()), ("level", pa.string()), ("country", pa.string()),
    ("lat", pa.float64()), ("lon", pa.float64()),
    *((f"{name}_{end}", pa.int32()) for name in TOLLS for end in ("best", "low", "high")),
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
    pieces, rows = _Pieces(), iter(told.incidents)
    with pq.ParquetWriter(pa.PythonFile(pieces, mode="w"), SCHEMA, compression="none") as writer:
        while batch := list(islice(rows, ROWS)):
            writer.write_table(pa.Table.from_pylist([_flat(row) for row in batch], schema=SCHEMA))
            yield from pieces.taken()
    yield from pieces.taken()


def _flat(row: Row) -> dict[str, Any]:
    region, days = row.region, dated(row.period)
    made: dict[str, Any] = {
        "id": row.id, "group": row.group, "kind": row.kind, "published": row.published,
        "act": row.outcome.act,
        "means": row.told.means, "status": row.told.status, "actor": list(row.told.actor),
        "units": list(row.told.units), "target_type": row.told.target_type, "role": row.role or None,
        "sex": row.sex or None, "age": row.age or None, "warning_given": row.told.warning_given,
        "aid_given": row.told.aid_given, "period": row.period or None,
        "first_day": days.first if days else None, "last_day": days.last if days else None,
    }  # fmt: skip
    if region is not None:
        made |= {
            "region_id": region.id, "region": region.name, "level": region.level, "country": region.country,
            "lat": region.lat, "lon": region.lon,
        }  # fmt: skip
    for name in TOLLS:
        toll: Toll = getattr(row.outcome, name) or Toll()
        made |= {f"{name}_{end}": getattr(toll, end) for end in ("best", "low", "high")}
    return made
