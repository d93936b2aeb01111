"""Publication → GeoJSON (RFC 7946): an incident a feature, at the point of its region and never another."""

from collections.abc import Iterator

import msgspec

from holdfire.exports.released.lines import lines
from holdfire.release.publication import Publication
from holdfire.release.released import Row


def geojson(publication: Publication) -> Iterator[bytes]:
    """The pieces of the file; what has no region has no geometry."""
    yield b'{"type":"FeatureCollection","features":['
    features = lines(publication.incidents, lambda row: msgspec.json.encode(_feature(row)))
    for number, feature in enumerate(features):
        yield (b",\n" if number else b"\n") + feature
    yield b"]}\n"


def _feature(row: Row) -> dict[str, object]:
    region = row.region
    point = region is not None and region.lat is not None and region.lon is not None
    geometry = {"type": "Point", "coordinates": [region.lon, region.lat]} if region and point else None
    told = {name: value for name, value in msgspec.to_builtins(row).items() if name not in ("id", "region")}
    told["region"] = region.name if region else None
    told["level"] = region.level if region else None
    return {"type": "Feature", "id": row.id, "geometry": geometry, "properties": told}
