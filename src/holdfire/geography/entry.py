"""A row of the gazetteer."""

from typing import Literal

import msgspec

from holdfire.model.place import Place

Level = Literal[
    "continent",
    "country",
    "province",
    "county",
    "city",
    "district",
    "region",
    "river",
    "water",
    "mountain",
    "line",
]
PRECISION: dict[Level, int] = {
    "continent": 6,
    "country": 6,
    "province": 4,
    "county": 3,
    "city": 1,
    "district": 2,
    "region": 5,
    "river": 5,
    "water": 7,
    "mountain": 5,
    "line": 5,
}


SPREAD_KM = {1: 3.0, 2: 5.0, 3: 15.0, 4: 80.0}
"""How far from its point a place may be, by UCDP GED's precision."""


class Entry(msgspec.Struct, frozen=True):
    """One known place under one of its names.

    `country` is ISO 3166-1 (several, "KP/CN", for what lies between countries); `province` and `county` are
    the ids of the divisions it lies in. `alias` says that the name asked for is not its first name.
    `error_km` is how far the point may be from the place; `usage` is
    how much likelier English texts mean it than its size tells. `source` says whence the row comes, and
    `verified` is False where the point was only recalled.
    """

    id: str
    name: str
    level: Level
    lat: float | None
    lon: float | None
    country: str = ""
    province: str = ""
    county: str = ""
    population: int = 0
    alias: bool = False
    error_km: float | None = None
    source: str = "GeoNames"
    verified: bool = True
    also: tuple[str, ...] = ()
    usage: float = 0.0

    @property
    def precision(self) -> int:
        """UCDP GED's where_prec of a mention of this place."""
        return PRECISION[self.level]

    @property
    def own(self) -> bool:
        """Whether it is a row of our border supplement or of a user."""
        return self.source != "GeoNames" and self.level not in ("region", "water", "mountain", "continent")

    @property
    def located(self) -> bool:
        """Whether a point is known."""
        return self.lat is not None and self.lon is not None

    @property
    def place(self) -> Place:
        """This place as a record has it: under its first name, with how exact a mention of it is."""
        return Place(
            name=self.name, id=self.id, lat=self.lat, lon=self.lon, level=self.level, precision=self.precision
        )


def entry_of(place: Place) -> Entry | None:
    """A row made of what a record has of a place; None where it has no point."""
    if place.lat is None or place.lon is None:
        return None
    level: Level = place.level or "city"  # type: ignore[assignment]
    error = SPREAD_KM.get(place.precision or 3, 15.0)
    return Entry(place.id or place.name, place.name, level, place.lat, place.lon, error_km=error)


def unresolved(name: str) -> Place:
    """A place of which nothing but the name is known."""
    return Place(name=name)
