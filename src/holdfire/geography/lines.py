"""Border lines: those that we ship, by pair of countries, and a user's finer ones."""

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from holdfire.errors import DataError
from holdfire.geography.projection import Points

MAGIC = b"HOLDFIRE LINES01"
PAEKTU = (128.06, 42.0)
"""Mount Paektu, where the Amnok (Yalu) and the Tuman (Tumen) rise (lon, lat)."""
BORDERS = {
    "L-KORCN": "CN-KP", "L-KORRU": "KP-RU", "L-MDL": "KP-KR", "L-DMZ": "KP-KR", "L-DURAND": "AF-PK",
    "L-BLUELINE": "IL-LB", "L-USMX": "MX-US", "L-INDBD": "BD-IN", "L-INDPK": "IN-PK", "L-TRSY": "SY-TR",
    "L-AFPK": "AF-PK", "L-AFIR": "AF-IR", "L-SAYE": "SA-YE", "L-PLBY": "BY-PL", "L-GRTR": "GR-TR",
    "L-HTDO": "DO-HT", "L-THMM": "MM-TH", "L-THKH": "KH-TH", "L-KGTJ": "KG-TJ", "L-AMAZ": "AM-AZ",
    "L-EGIL": "EG-IL", "L-LBIL": "IL-LB", "L-COVE": "CO-VE", "L-HURS": "HU-RS", "L-PURPLE": "IL-SY",
    "L-PHILADELPHI": "EG-PS", "L-BERM": "EH-MA", "L-LAC": "CN-IN", "L-ODERNEISSE": "DE-PL",
    "L-SUWALKI": "LT-PL",
}  # fmt: skip
"""Lines of our table of names that a shipped border draws whole."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a border that bears a name of its own: between points (lon, lat), or to an end of it."""

    pair: str
    start: tuple[float, float] | None
    end: tuple[float, float] | None
    said: str


SECTIONS = {
    "RV-AMNOK": Section("CN-KP", None, PAEKTU, "up to Mount Paektu"),
    "RV-TUMAN": Section("CN-KP", PAEKTU, None, "from Mount Paektu on"),
    "L-LOC": Section("IN-PK", None, (74.6, 32.8), "down to Jammu (recalled)"),
    "L-RADCLIFFE": Section("IN-PK", (74.6, 32.8), None, "from Jammu on (recalled)"),
    "L-MCMAHON": Section("CN-IN", (91.65, 27.8), (97.3, 28.2), "from Bhutan to Myanmar"),
    "L-GREENLINE": Section("IL-PS", (35.55, 32.4), (35.5, 31.5), "round the West Bank"),
    "L-GAZAFENCE": Section("IL-PS", (34.5, 31.58), (34.27, 31.22), "round Gaza"),
}
DRAWN_KM = 3.0
"""How far a line drawn at 1:10m is commonly from the true one."""
GRID_KM = 0.3
"""How far apart the grid lines of the shipped borders lie."""
DATA = files("holdfire.geography") / "data"


@dataclass(frozen=True, slots=True, eq=False)
class BorderLine:
    """A border between two countries as one or more parts of points (lon, lat).

    The first country of `pair` ("CN-KP") lies on the left of every part. `error_km` is how coarse the points
    are; the line itself may lie further off, which the distance of a town that stands on it shows. Of a line
    that is `shipped` nobody has said how far that may be.
    """

    pair: str
    parts: tuple[Points, ...]
    error_km: float
    source: str
    shipped: bool = False

    @property
    def doubt_km(self) -> float:
        """How far off the line may lie where no town shows it."""
        return max(self.error_km, DRAWN_KM) if self.shipped else self.error_km

    def left(self, country: str) -> bool:
        """Whether a country lies on the left of the line."""
        return self.pair.split("-")[0] == country


class LineFile:
    """Named lines or rings in one file."""

    def __init__(self, data: bytes, *, where: str) -> None:
        if not data.startswith(MAGIC):
            raise DataError("not a file of lines", where=where, remedy="install Holdfire again")
        start = len(MAGIC) + 4
        (size,) = struct.unpack_from("<I", data, len(MAGIC))
        header: dict[str, Any] = json.loads(data[start : start + size])
        self.about: str = header["about"]
        self.grid: float = header["grid"]
        self.where: dict[str, list[list[int]]] = header["lines"]
        self._points = np.frombuffer(data, dtype="<i4", offset=start + size).reshape(-1, 2)

    def parts(self, name: str) -> tuple[Points, ...]:
        """The parts of a line, the longest first; none where it is not in the file."""
        return tuple(self._points[at : at + n] * self.grid for at, n in self.where.get(name, ()))


@cache
def line_file(name: str) -> LineFile:
    """One of the files that come with Holdfire."""
    return LineFile((DATA / name).read_bytes(), where=name)


def pair_of(first: str, second: str) -> str:
    """The name of the line between two countries."""
    return "-".join(sorted((first, second)))


def border_line(pair: str) -> BorderLine | None:
    """The shipped land border of a pair of countries ("CN-KP"), or None where they share none."""
    file = line_file("lines.bin")
    parts = file.parts(pair)
    return BorderLine(pair, parts, GRID_KM, file.about, shipped=True) if parts else None


def named_line(name: str, *, own: Mapping[str, BorderLine] | None = None) -> BorderLine | None:
    """The line of a river or border by its id ("RV-TUMAN", "L-DMZ", "LINE-CN-KP"), where one is drawn.

    `own` are a user's lines by pair; they go before ours.
    """
    section = SECTIONS.get(name)
    pair = section.pair if section is not None else BORDERS.get(name) or name.removeprefix("LINE-")
    whole = (own or {}).get(pair) or border_line(pair)
    return whole if whole is None or section is None else cut_at(whole, section)


def cut_at(whole: BorderLine, section: Section) -> BorderLine:
    """The stretch of a line between the points that are nearest to those of a section."""
    known = [point for point in (section.start, section.end) if point is not None]
    points = min(whole.parts, key=lambda part: sum(_off(part, point).min() for point in known))
    ends = sorted(_place_on(points, *pair) for pair in ((section.start, 0), (section.end, len(points) - 1)))
    kept = points[ends[0] : ends[1] + 1]
    return replace(whole, parts=(kept,), source=f"{whole.source}, {section.said}")


def _place_on(points: Points, point: tuple[float, float] | None, otherwise: int) -> int:
    return otherwise if point is None else int(_off(points, point).argmin())


def _off(points: Points, point: tuple[float, float]) -> Points:
    """How far the points of a line are from one, in degrees of latitude."""
    flat: Points = np.hypot(*((points - point) * (np.cos(np.radians(point[1])), 1.0)).T)
    return flat


def pairs() -> tuple[str, ...]:
    """All pairs whose border we have."""
    return tuple(line_file("lines.bin").where)
