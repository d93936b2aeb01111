"""The fact sheet of the DPRK-China border → `border.csv`: one name a cell, notes and marks kept apart.

python -m training.geography.build_border FACTS.csv src/holdfire/geography/data/border.csv
"""

import csv
import re
import sys
from pathlib import Path

COLUMNS = [
    "id", "name", "other_names", "former_names", "hangul", "hanja", "level", "country", "province", "river",
    "on_border", "lat", "lon", "coord_of", "error_km", "coord_source", "name_source", "note",
]  # fmt: skip
LEVELS = {"special city": "province", "prefecture": "county", "town": "city", "workers' district": "district"}
PROVINCES = {
    "North Pyongan": "KP.11", "Chagang": "KP.01", "Ryanggang": "KP.13", "North Hamgyong": "KP.17",
    "Rason": "KP.18", "Jilin": "CN.05", "Liaoning": "CN.19",
}  # fmt: skip
NOT_A_NAME = re.compile(r"^(part of|in |county until|city since)")
YEARS = re.compile(r"\s*(\buntil\b|\b(?:19|20)\d\d\b).*$")
HAN = re.compile(r"[㐀-鿿가-힯]")


def plain(name: str) -> str:
    """A name without the note in brackets or quotation marks round it."""
    return re.sub(r"\s*\([^)]*\)", "", name).strip(' “”"')


def former(cell: str) -> list[str]:
    """The names in a cell such as "Huchang (Huch'ang, 후창, 厚昌) until 1988"."""
    out: list[str] = []
    for part in re.split(r";\s*(?![^()]*\))", cell):
        if part and not NOT_A_NAME.match(part.strip()):
            inside = re.findall(r"\(([^)]*)\)", part)
            out.append(YEARS.sub("", plain(part)).removesuffix(" county"))
            out.extend(n.strip() for i in inside for n in re.split(r"[,;]", i) if n.strip() != "recalled")
    return [n for n in out if n]


def row(fact: dict[str, str]) -> dict[str, str]:
    """One fact as a row of ours."""
    other = [fact[c] for c in ("romanised_dprk", "mccune_reischauer", "revised_romanisation")]
    other += [plain(n) for n in fact["other_names"].split("|")]
    past = former(fact["former_names"])
    kind = fact["admin_level"]
    out = {c: fact.get(c, "") for c in COLUMNS}
    out |= {
        "name": fact["canonical"],
        "other_names": "|".join(dict.fromkeys(n for n in other if n and n != fact["canonical"])),
        "former_names": "|".join(dict.fromkeys(n for n in past if not HAN.search(n))),
        "hangul": "|".join([plain(fact["hangul"]), *(n for n in past if re.search("[가-힯]", n))]).strip("|"),
        "level": LEVELS.get(kind, kind),
        "province": PROVINCES.get(fact["province"], ""),
        "error_km": fact["coord_error_km"],
        "note": "; ".join(n for n in (fact["former_names"], fact["note"]) if n),
    }
    return out


def main(facts: Path, target: Path) -> None:
    """Reads the facts, writes the rows."""
    with facts.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row(f) for f in csv.DictReader(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
