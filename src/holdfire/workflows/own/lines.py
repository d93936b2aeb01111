"""A user's own border lines: GeoJSON that goes before the lines that we ship."""

import json
from dataclasses import replace
from pathlib import Path

from holdfire.errors import DataError
from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.geography.geojson import multi_line, read_line
from holdfire.geography.lines import BorderLine, border_line, pair_of
from holdfire.geography.standing import distance_to
from holdfire.workflows.own.folder import STDIN, Own, given, keep, shown

FARTHEST_KM = 300.0
"""A line farther than this from the border that we know is not that border."""
LOOKED_AT = 40
"""So many points of a line are compared with ours."""
COARSEST_KM = 100.0


def lines_of(own: Own) -> tuple[BorderLine, ...]:
    """The user's lines; DataError at a file that is none."""
    return tuple(_kept(own, name) for name in sorted(own.files) if name.startswith("lines/"))


def add_line(own: Own, path: Path, *, between: str, error_km: float) -> BorderLine:
    """Keep the line of a GeoJSON file as the border of two countries ("CN-KP"); one that is there goes."""
    pair = _pair(between)
    if not 0 <= error_km <= COARSEST_KM:
        problem = f"an error of {error_km:g} km is not between 0 and {COARSEST_KM:g}"
        raise DataError(problem, where=shown(path), remedy="say how far off the points may lie")
    made = read_line(given(path), pair=pair, error_km=error_km, where=shown(path))
    _check(made)
    line = replace(made, source="stdin" if path == STDIN else path.name)
    keep(own, _file(pair), _geojson(line))
    return line


def remove_line(own: Own, between: str) -> bool:
    """Take away the user's line of two countries; whether there was one."""
    name = _file("-".join(sorted(between.upper().split("-"))))
    if name not in own.files:
        return False
    keep(own, name, "")
    return True


def _pair(between: str) -> str:
    codes = between.upper().split("-")
    known = shipped_gazetteer()
    if len(codes) != 2 or codes[0] == codes[1]:
        raise DataError(f"{between!r} is no pair of countries", remedy="name two codes, such as CN-KP")
    for code in codes:
        found = known.by_code(code)
        if found is None or found.level != "country":
            raise DataError(f"{code!r} is no country's code", remedy="name two codes, such as CN-KP")
    return pair_of(*codes)


def _check(line: BorderLine) -> None:
    """DataError where a line lies elsewhere than the border of its pair that we ship."""
    if border_line(line.pair) is None:
        return
    for points in line.parts:
        for lon, lat in points[:: max(1, len(points) // LOOKED_AT)].tolist():
            off = distance_to(Entry("", "", "line", lat, lon), line.pair, {})
            if off > FARTHEST_KM:
                problem = f"the point [{lon:g}, {lat:g}] lies {off:,.0f} km from the border {line.pair}"
                raise DataError(problem, where=line.source, remedy="points are [lon, lat]")


def _geojson(line: BorderLine) -> str:
    about = {"between": line.pair, "error_km": line.error_km, "source": line.source}
    feature = {"type": "Feature", "properties": about, "geometry": multi_line(line.parts)}
    return json.dumps(feature, ensure_ascii=False) + "\n"


def _kept(own: Own, name: str) -> BorderLine:
    text, where = own.text(name), own.place(name)
    pair = Path(name).stem
    made = read_line(text, pair=pair, error_km=0.0, where=where)
    try:
        about = json.loads(text)["properties"]
        return replace(made, error_km=float(about["error_km"]), source=str(about["source"]))
    except (KeyError, TypeError, ValueError):
        remedy = f"take it out, and add it again with --between {pair}"
        raise DataError("its error_km or source is missing", where=where, remedy=remedy) from None


def _file(pair: str) -> str:
    return f"lines/{pair}.geojson"
