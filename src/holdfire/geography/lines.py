"""Border lines: those that we ship, by pair of countries, and a user's finer ones."""

import json
import struct
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from holdfire.errors import DataError
from holdfire.geography.projection import Points

MAGIC = b"HOLDFIRE LINES01"
RIVERS = {"RV-AMNOK": ("CN-KP", "before"), "RV-TUMAN": ("CN-KP", "after")}
"""Rivers that are a border up to, or from, the point where they rise."""
RISE = (128.06, 42.0)
"""Mount Paektu, where the Amnok (Yalu) and the Tuman (Tumen) rise (lon, lat)."""
BORDERS = {
    "L-KORCN": "CN-KP", "L-KORRU": "KP-RU", "L-MDL": "KP-KR", "L-DMZ": "KP-KR", "L-DURAND": "AF-PK",
    "L-BLUELINE": "IL-LB", "L-USMX": "MX-US", "L-INDBD": "BD-IN", "L-INDPK": "IN-PK", "L-TRSY": "SY-TR",
    "L-AFPK": "AF-PK", "L-AFIR": "AF-IR", "L-SAYE": "SA-YE", "L-PLBY": "BY-PL", "L-GRTR": "GR-TR",
    "L-HTDO": "DO-HT", "L-THMM": "MM-TH", "L-THKH": "KH-TH", "L-KGTJ": "KG-TJ", "L-AMAZ": "AM-AZ",
    "L-EGIL": "EG-IL", "L-LBIL": "IL-LB", "L-COVE": "CO-VE", "L-HURS": "HU-RS",
}  # fmt: skip
"""Lines of our table of names that a shipped border draws."""
GRID_KM = 0.3
"""How far apart the grid lines of the shipped borders lie."""
DATA = files("holdfire.geography") / "data"


@dataclass(frozen=True, slots=True, eq=False)
class BorderLine:
    """A border between two countries as one or more parts of points (lon, lat).

    The first country of `pair` ("CN-KP") lies on the left of every part. `error_km` is how coarse the points
    are; the line itself may lie further off, which the distance of a town that stands on it shows.
    """

    pair: str
    parts: tuple[Points, ...]
    error_km: float
    source: str

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
    return BorderLine(pair, parts, GRID_KM, file.about) if parts else None


def named_line(name: str) -> BorderLine | None:
    """The line of a river or border by its id ("RV-TUMAN", "L-DMZ", "LINE-CN-KP"), where one is drawn."""
    if name in BORDERS or name.startswith("LINE-"):
        return border_line(BORDERS.get(name) or name.removeprefix("LINE-"))
    pair, half = RIVERS.get(name, ("", ""))
    whole = border_line(pair) if pair else None
    if whole is None:
        return None
    points = whole.parts[0]
    rise = int(np.hypot(*(points - RISE).T).argmin())
    kept = points[: rise + 1] if half == "before" else points[rise:]
    return BorderLine(pair, (kept,), whole.error_km, f"{whole.source}, {half} Mount Paektu")


def pairs() -> tuple[str, ...]:
    """All pairs whose border we have."""
    return tuple(line_file("lines.bin").where)
