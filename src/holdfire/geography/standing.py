"""Which border places stand on."""

from collections.abc import Sequence

import numpy as np

from holdfire.errors import PlaceError
from holdfire.geography.corridor import measured
from holdfire.geography.distance import km
from holdfire.geography.entry import Entry
from holdfire.geography.lines import BorderLine, border_line, pairs

ON_LINE_KM = 30.0


def common_line(places: Sequence[Entry], *, lines: Sequence[BorderLine] = ()) -> BorderLine:
    """The border on which all of the places stand; a user's lines go before the shipped ones.

    PlaceError where they stand on different borders or on none.
    """
    own = {line.pair: line for line in lines}
    of: list[set[str]] = [{p for p in {*pairs(), *own} if stands_on(e, p, own)} for e in places]
    shared = set.intersection(*of) if of else set()
    if not shared:
        said = "; ".join(
            f"{e.name} on {', '.join(sorted(p)) or 'none'}" for e, p in zip(places, of, strict=True)
        )
        raise PlaceError(f"the places stand on no one border: {said}", remedy="name the border")
    best = min(shared, key=lambda p: sum(distance_to(e, p, own) for e in places))
    line = own.get(best) or border_line(best)
    if line is None:
        raise PlaceError(f"no line is known for {best}", remedy="give one")
    return line


def stands_on(entry: Entry, pair: str, own: dict[str, BorderLine]) -> bool:
    """Whether a place stands on the border of a pair of countries: in one of them and near the line."""
    countries = set(entry.country.split("/")) if entry.country else set(pair.split("-"))
    return bool(countries & set(pair.split("-"))) and distance_to(entry, pair, own) <= ON_LINE_KM


def distance_to(entry: Entry, pair: str, own: dict[str, BorderLine]) -> float:
    """Kilometres from a place to the nearest point of a border's line."""
    line = own.get(pair) or border_line(pair)
    if line is None or entry.lat is None or entry.lon is None:
        return float("inf")
    if pair in own:  # its points may lie far apart, as ours do not
        return measured(line, (entry,)).anchor(entry.name, entry.lat, entry.lon, 0.0).off_km
    points = np.vstack(line.parts)
    flat = (points - (entry.lon, entry.lat)) * (np.cos(np.radians(entry.lat)), 1.0)
    lon, lat = points[int(np.hypot(*flat.T).argmin())].tolist()
    return km((entry.lat, entry.lon), (lat, lon))
