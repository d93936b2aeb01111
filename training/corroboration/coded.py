"""Records and coded incidents → the records with the coded date, place and counts in the place of those read.

    python -m training.corroboration.coded RECORDS.jsonl REPORTS.jsonl.gz INCIDENTS.jsonl.gz

RECORDS are what `holdfire read --format json --with-text --jsonl` prints of the reports of the Gun Violence
Archive. Of each report its first main incident is kept, or one is made, so that what is measured on them
(`holdfire corroborate --jsonl`) is how incidents are brought together, and not how they are read.
"""

import argparse
import gzip
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.incident import ReportedIncident
from holdfire.model.place import Place
from holdfire.model.record import Record

Row = dict[str, Any]


def coded(record: Record, row: Row) -> Record:
    """A record that tells one incident, as it was coded."""
    told = next((each for each in record.incidents if each.salience == "main"), None) or _bare(record)
    lat, lon = row["lat_long"] or (None, None)
    town = row["city_or_county"]
    place = Place(town, None, lat, lon, "city", 1)
    day = datetime.strptime(row["date"], "%B %d, %Y").date().isoformat()
    incident = msgspec.structs.replace(
        told,
        date=_said(day),
        places=(_said(place),),
        killed=_said(row["num_killed"]),
        injured=_said(row["num_injured"]),
    )
    return msgspec.structs.replace(record, incidents=(incident,), orders=())


def _bare(record: Record) -> ReportedIncident:
    return ReportedIncident(
        id=f"coded-{record.report.id[:24]}", status="happened", salience="main", act=_said("fire")
    )


def _said(value: Any) -> Grounded[Any]:  # noqa: ANN401 - the value of any slot
    return Grounded(value, "", 0, 0)


def main() -> None:
    """Print the records with what was coded."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("records", "reports", "incidents"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    incidents = {row["incident_uri"]: row for row in _rows(given.incidents)}
    of = {(row["uri"], row["title"]): incidents.get(row["incident_id"]) for row in _rows(given.reports)}
    decode, encode = msgspec.json.Decoder(Record).decode, msgspec.json.Encoder().encode
    for line in given.records.read_bytes().splitlines():
        record = decode(line)
        row = of.get((record.report.url, record.report.title))
        sys.stdout.buffer.write(encode(coded(record, row) if row else record) + b"\n")


def _rows(path: Path) -> Iterator[Row]:
    with gzip.open(path) as lines:
        yield from map(msgspec.json.decode, lines)


if __name__ == "__main__":
    main()
