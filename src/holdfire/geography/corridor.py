"""A border line and named places on it → the stretch between them, with its error."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from holdfire.errors import PlaceError
from holdfire.geography.distance import kilometres
from holdfire.geography.entry import Entry
from holdfire.geography.judged import Judged, unlocated
from holdfire.geography.lines import BorderLine
from holdfire.geography.projection import Plane, Points, plane_for
from holdfire.model.truth import Truth, between

FARTHEST_KM = 60.0
"""A place farther than this from a line does not stand on it."""
REACH_KM = 10.0
"""A place within this of a stretch of border is on it, if it lies between its ends."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place on a line: the part, how far along it (km), how far off it (km), and the doubt of its point."""

    name: str
    part: int
    along_km: float
    off_km: float
    error_km: float


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A line on a plane, with the distance from its start at every point."""

    line: BorderLine
    plane: Plane
    parts: tuple[Points, ...]
    along: tuple[Points, ...]

    def anchor(self, name: str, lat: float, lon: float, error_km: float) -> Anchor:
        """The point of the line that is nearest to a place."""
        point = self.plane.km(np.array([lon, lat]))
        best = min(
            (nearest(points, along, point, n) for n, (points, along) in enumerate(self._pairs())),
            key=lambda found: found[2],
        )
        return Anchor(name, best[0], best[1], best[2], error_km)

    def _pairs(self) -> list[tuple[Points, Points]]:
        return list(zip(self.parts, self.along, strict=True))

    def cut(self, part: int, low: float, high: float) -> Points:
        """The points (km on the plane) of a part between two distances from its start."""
        points, along = self.parts[part], self.along[part]
        inner = points[(along > low) & (along < high)]
        ends = [[np.interp(d, along, points[:, 0]), np.interp(d, along, points[:, 1])] for d in (low, high)]
        return np.vstack([ends[0], inner, ends[1]])


def nearest(points: Points, along: Points, point: Points, part: int) -> tuple[int, float, float]:
    """(part, km along it, km off it) of the nearest point of a polyline."""
    start, step = points[:-1], np.diff(points, axis=0)
    length = np.maximum((step**2).sum(axis=1), 1e-12)
    share = np.clip(((point - start) * step).sum(axis=1) / length, 0.0, 1.0)
    off = np.hypot(*(start + share[:, None] * step - point).T)
    i = int(off.argmin())
    return part, float(along[i] + share[i] * np.sqrt(length[i])), float(off[i])


def measured(line: BorderLine, near: Sequence[Entry]) -> Measured:
    """A line on the plane round some places, else round its own middle."""
    points = np.array([(e.lon, e.lat) for e in near if e.located], dtype=np.float64)
    plane = plane_for(points if len(points) else np.vstack(line.parts))
    parts = tuple(plane.km(p) for p in line.parts)
    along = tuple(np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(p, axis=0).T))]) for p in parts)
    return Measured(line, plane, parts, along)


@dataclass(frozen=True, slots=True, eq=False)
class Corridor:
    """The stretch of a line between the outermost of its anchors.

    `points` are (lon, lat). `error_km` is how far the true border may lie from them: the coarseness of the
    line, or how far off it the places lie that stand on the border, whichever is more.
    """

    measured: Measured
    anchors: tuple[Anchor, ...]
    low: Anchor
    high: Anchor
    points: Points
    error_km: float

    @property
    def length_km(self) -> float:
        """How long the stretch is, along the line as drawn."""
        return self.high.along_km - self.low.along_km

    @property
    def derived_from(self) -> str:
        """What the geometry was made from, for people to read."""
        line = self.measured.line
        ends = "; ".join(f"{a.name} {a.off_km:.1f} km off the line" for a in self.anchors)
        return f"{line.source}, {line.pair}, cut between {self.low.name} and {self.high.name} ({ends})"

    def contains(self, place: Entry) -> Truth:
        """Whether a place lies on this stretch."""
        return self.judge(place).truth

    def judge(self, place: Entry) -> Judged:
        """Whether a place lies on this stretch, and why: between its ends and within reach of the line."""
        if place.lat is None or place.lon is None:
            return unlocated(place)
        doubt = place.error_km or 0.0
        here = self.measured.anchor(place.name, place.lat, place.lon, doubt)
        if here.part != self.low.part:
            return Judged(Truth.NO, "it stands on another part of the line")
        slack = doubt + self.error_km
        near = between(surely=here.off_km <= REACH_KM, ruled_out=here.off_km > REACH_KM + slack)
        inside = self._between(here)
        along = here.along_km - self.low.along_km
        because = (
            f"{here.off_km:.1f} km off the line (up to {REACH_KM:g} counts as on it), {along:.1f} km along "
            f"its {self.length_km:.1f} km from {self.low.name}; line and point may be off by {slack:.1f} km"
        )
        return Judged(inside & near, because)

    def _between(self, here: Anchor) -> Truth:
        """Whether an anchor lies between the ends; an end itself does."""
        if any(here.name == a.name for a in self.anchors):
            return Truth.YES
        after, before = here.along_km - self.low.along_km, self.high.along_km - here.along_km
        doubts = (here.error_km + self.low.error_km, here.error_km + self.high.error_km)
        surely = after >= doubts[0] and before >= doubts[1]
        return between(surely=surely, ruled_out=after < -doubts[0] or before < -doubts[1])


def corridor(line: BorderLine, start: Entry, end: Entry, *, via: Sequence[Entry] = ()) -> Corridor:
    """The stretch of a line that reaches from one place to another, and to those named on the way.

    PlaceError where a place has no point, lies far from the line, or stands on another part of it.
    """
    places = (start, end, *via)
    whole = measured(line, places)
    anchors = tuple(anchored(whole, e) for e in places)
    if len({a.part for a in anchors}) > 1:
        odd = next(a for a in anchors if a.part != anchors[0].part)
        raise PlaceError(
            f"{anchors[0].name} and {odd.name} lie on two separate parts of the line {line.pair}",
            remedy="give a line that is whole",
        )
    low, high = min(anchors, key=lambda a: a.along_km), max(anchors, key=lambda a: a.along_km)
    points = whole.plane.degrees(whole.cut(low.part, low.along_km, high.along_km))
    error = max(line.error_km, *(a.off_km for a in anchors))
    return Corridor(whole, anchors, low, high, points, error)


def anchored(whole: Measured, entry: Entry) -> Anchor:
    """Where a place stands on a line; PlaceError where it does not."""
    if entry.lat is None or entry.lon is None:
        raise PlaceError(f"{entry.name} has no known point", remedy="add it with its lat and lon")
    anchor = whole.anchor(entry.name, entry.lat, entry.lon, entry.error_km or 0.0)
    if anchor.off_km > FARTHEST_KM:
        away = min(anchor.off_km, _round_the_globe(whole.line, entry.lat, entry.lon))
        raise PlaceError(
            f"{entry.name} lies {away:,.0f} km from the line {whole.line.pair}",
            remedy="name another line or another place",
        )
    return anchor


def _round_the_globe(line: BorderLine, lat: float, lon: float) -> float:
    """Kilometres to the nearest drawn point of a line too far away for its plane."""
    here = np.array(lat), np.array(lon)
    return min(float(kilometres(*here, part[:, 1], part[:, 0]).min()) for part in line.parts)
