"""A drawn area → GeoJSON: one feature, with what it was derived from and how far off it may be."""

from collections.abc import Sequence
from typing import Any

import msgspec

from holdfire.geography.areas import DrawnArea
from holdfire.geography.entry import Entry
from holdfire.geography.judged import Judged


def area_feature(drawn: DrawnArea, answers: Sequence[tuple[Entry, Judged]] = ()) -> bytes:
    """A feature (RFC 7946) on one line; `contains` says of each place asked about whether it lies there."""
    about: dict[str, Any] = msgspec.to_builtins(drawn.area)
    geometry = about.pop("geometry")
    about["size"] = drawn.size
    if answers:
        about["contains"] = [
            {"place": place.name, "id": place.id, "answer": told.truth.value, "because": told.because}
            for place, told in answers
        ]
    return msgspec.json.encode({"type": "Feature", "properties": about, "geometry": geometry}) + b"\n"
