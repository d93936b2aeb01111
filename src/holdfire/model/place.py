"""Where: points with a stated precision, and stretches of border."""

from typing import Any, Literal

import msgspec


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """A named place; unresolved places keep their name and have no point.

    `lat`, `lon` in degrees (WGS 84). `precision` as UCDP GED's where_prec: 1 exact, 2 near, 3 second-order
    division, 4 first-order division, 5 vague or linear, 6 country, 7 water or air.
    """

    name: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    level: str | None = None
    precision: int | None = None

    @property
    def key(self) -> str | None:
        """What tells it from other places: its id, else its name; None for a line that bears no name."""
        if self.id is None and self.level == "line":
            return None  # "the border" of one report is not that of another
        return self.id or self.name.lower()


class Width(msgspec.Struct, frozen=True, omit_defaults=True):
    """A width in kilometres; `low` and `high` are equal where the report gives one figure."""

    low: float
    high: float


class Area(msgspec.Struct, frozen=True, omit_defaults=True):
    """A stretch of border, a zone, a unit's area or an administrative area.

    A zone lies on the `side` of a country. `geometry` is GeoJSON (lon, lat), derived; `derived_from` says
    from what, and `error_km` how far off it may be.
    """

    kind: Literal["corridor", "zone", "unit_area", "admin", "line"]
    along: str | None = None
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    via: tuple[str, ...] = ()
    width_km: Width | None = None
    side: str | None = None
    geometry: dict[str, Any] | None = None
    error_km: float | None = None
    derived_from: str | None = None
