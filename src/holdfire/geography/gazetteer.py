"""The gazetteer: names → known places, from the shipped file, our supplement and a user's own rows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import inf

from msgspec.structs import replace
from rapidfuzz.distance import JaroWinkler

from holdfire.geography.blob import Blob
from holdfire.geography.distance import km
from holdfire.geography.entry import Entry, Level
from holdfire.geography.naming import fold
from holdfire.geography.rows import keys, read_rows
from holdfire.model.place import Place

FLOOR = 0.92
SHORTEST_SIMILAR = 5
MOST = 64
MOST_KEPT = 50_000
SAME_PLACE_KM = 60.0
SHIPPED_LEVELS: tuple[Level, ...] = ("country", "province", "county", "city")
SUPPLEMENTS = ("border.csv", "dprk.csv", "borderlands.csv", "regions.csv")
DATA = files("holdfire.geography") / "data"


@dataclass(frozen=True, slots=True)
class Usage:
    """How English texts use names.

    `codes`: keys → codes of the divisions that also bear them; `towns`: keys → the id and the first name of a
    town that also bears them; `weights`: (key, id) → how much likelier it is meant than its size says.
    """

    codes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    towns: dict[str, tuple[str, str]] = field(default_factory=dict)
    weights: dict[tuple[str, str], float] = field(default_factory=dict)


class Gazetteer:
    """Names and the places that bear them; `own` are rows that go before those of the file."""

    def __init__(self, blob: Blob, own: Iterable[Entry] = (), usage: Usage | None = None) -> None:
        self._blob = blob
        self._usage = usage or Usage()
        self._own = tuple(own)
        self._by_key: dict[str, list[Entry]] = defaultdict(list)
        self._by_id = {row.id: row for row in self._own}
        self._found: dict[str, tuple[Entry, ...]] = {}
        self._coded: dict[str, Entry | None] = {}
        self._firsts: set[str] = {key.partition(" ")[0] for key in (*self._usage.codes, *self._usage.towns)}
        for row in self._own:
            for key, other in keys(row):
                self._by_key[key].append(replace(row, alias=True) if other else row)
                self._firsts.add(key.partition(" ")[0])

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Every place known by this name, accents aside; the user's own and the largest first."""
        return self.under(fold(name))

    def under(self, key: str) -> tuple[Entry, ...]:
        """Every place under a key that `fold` made."""
        found = self._found.get(key)
        if found is None:
            found = self._search(key)
            if found:
                if len(self._found) > MOST_KEPT:
                    self._found.clear()
                self._found[key] = found
        return found

    def begins(self, key: str) -> bool:
        """Whether a key of several words may begin with this word's; False is certain."""
        return key in self._firsts or self._blob.may_hold(f"{key} ")

    def similar(self, name: str, *, floor: float = FLOOR) -> tuple[tuple[Entry, float], ...]:
        """Supplement and own rows whose name is nearly this one, with the likeness, the likeliest first."""
        key = fold(name)
        if len(key) < SHORTEST_SIMILAR:
            return ()
        near: dict[str, tuple[Entry, float]] = {}
        for other, rows in self._by_key.items():
            likeness = JaroWinkler.similarity(key, other, score_cutoff=floor)
            for row in rows if likeness else ():
                if likeness > near.get(row.id, (row, 0.0))[1]:
                    near[row.id] = (row, likeness)
        return tuple(sorted(near.values(), key=lambda pair: -pair[1]))

    def by_code(self, code: str) -> Entry | None:
        """The country ("KP"), province ("US.TX") or county ("US.TX.277") of a code, or our row of an id."""
        if code not in self._coded:
            if len(self._coded) > MOST_KEPT:
                self._coded.clear()
            rows = self._blob.rows("#" + code)
            self._coded[code] = self._entry(*rows[0]) if rows else self._by_id.get(code)
        return self._coded[code]

    def row(self, place: Place) -> Entry | None:
        """The row of a place as a record has it, by its id; None for a place that is only named."""
        if place.id is None:
            return None
        coded = self.by_code(place.id)
        return coded or next((row for row in self.lookup(place.name) if row.id == place.id), None)

    def with_entries(self, rows: Sequence[Entry]) -> "Gazetteer":
        """This gazetteer with a user's rows before all others, instead of those of ours with their ids."""
        ids = {row.id for row in rows}
        ours = (row for row in self._own if row.id not in ids)
        return Gazetteer(self._blob, (*rows, *ours), self._usage)

    def _search(self, key: str) -> tuple[Entry, ...]:
        rows = self._shipped(key)
        own, codes = self._by_key.get(key, ()), self._usage.codes.get(key, ())
        number, town = self._usage.towns.get(key, ("", ""))
        if not (own or codes or rows or town):
            return ()
        named = [entry for entry in map(self.by_code, codes) if entry]
        named += (entry for entry in self._shipped(fold(town)) if entry.id == number) if town else ()
        seen = {e.id for e in own} | {e.id for e in named}
        rest = [e for e in rows if e.id not in seen and not any(same_place(e, o) for o in own)]
        found = (*own, *named, *rest)
        weights = self._usage.weights
        return tuple(replace(e, usage=weights[key, e.id]) if (key, e.id) in weights else e for e in found)

    def _shipped(self, key: str) -> list[Entry]:
        rows = self._blob.rows(key) if self._blob.may_hold(key) else []
        return [self._entry(row, alias) for row, alias in rows[:MOST]]

    def _entry(self, row: int, alias: bool) -> Entry:
        c, starts = self._blob.columns, self._blob.starts
        level = next(n for n in range(4) if row < starts[n + 1])
        code = self._blob.code(row) if level < 3 else ""
        above = [self._blob.code(c[column][row]) for column in ("country", "province", "county")]
        return Entry(
            id=code or f"gn:{c['number'][row]}",
            name=self._blob.word("names", row),
            level=SHIPPED_LEVELS[level],
            lat=c["lat"][row] / 1e5,
            lon=c["lon"][row] / 1e5,
            country=above[0],
            province=code if level == 1 else above[1],
            county=code if level == 2 else above[2],
            population=round(10 ** (c["population"][row] / 6000)) - 1,
            alias=alias,
        )


def same_place(shipped: Entry, own: Entry) -> bool:
    """Whether a shipped row is the place that a supplement row describes better."""
    if shipped.country not in own.country.split("/") or own.level in ("line", "water", "mountain", "river"):
        return False
    if own.level == "province":
        return shipped.province == own.province or shipped.level == "province"
    return shipped.level != "province" and apart(shipped, own) < SAME_PLACE_KM


def apart(a: Entry, b: Entry) -> float:
    """Kilometres between two places; infinite where a point is unknown."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return inf
    return km((a.lat, a.lon), (b.lat, b.lon))


def table(name: str) -> list[Entry]:
    """The entries of one of the tables that we ship; a bad row in them is our own error."""
    rows, wrong = read_rows(
        (DATA / name).read_text(encoding="utf-8").splitlines(), where=name, source="Holdfire"
    )
    if wrong:
        raise wrong[0]
    return rows


def lines(name: str) -> list[str]:
    """The lines of one of our tables, without its header."""
    return (DATA / name).read_text(encoding="utf-8").splitlines()[1:]


def usage() -> Usage:
    """Our tables of further names and of what English texts mean by a name."""
    out = Usage()
    for code, _, names in (line.partition(",") for line in lines("names.csv")):
        for key in map(fold, names.strip('"').split("|")):
            out.codes[key] = tuple(dict.fromkeys((*out.codes.get(key, ()), code)))
    for number, town, names in (line.split(",") for line in lines("spellings.csv")):
        out.towns.update((fold(name), (number, town)) for name in names.split("|"))
    for name, place, weight, *_ in (line.split(",", 3) for line in lines("usage.csv")):
        out.weights[fold(name), place] = float(weight)
    return out


@cache
def shipped_gazetteer() -> Gazetteer:
    """The gazetteer that comes with Holdfire."""
    blob = Blob((DATA / "gazetteer.bin").read_bytes(), where="gazetteer.bin")
    return Gazetteer(blob, [row for name in SUPPLEMENTS for row in table(name)], usage())
