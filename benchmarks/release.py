"""How fast a release is made, and in how much memory: `python -m benchmarks.release [NUMBER ...]`.

For each number (25,000, 50,000 and 100,000 by default) a process of its own makes up so many incidents,
each told by a report of 120 words with names, places and quotes that must stay; every second one is a public
page. It compiles them for the public, writes every format, keeps what later releases go by, and looks all of
it over against the reports. Incidents and reports come one after the other, as a casebook gives them, and the
time in which they are made up does not count. Left out: reading the reports, and bringing them together.
Processor seconds, and the most memory held.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TypeVar

from holdfire.assessment.units import shipped_units
from holdfire.exports.released.formats import files
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.model.corroborated import Attested, Incident, Line
from holdfire.model.grounded import Grounded
from holdfire.model.incident import ReportedIncident
from holdfire.model.party import Party, Voice
from holdfire.model.place import Place
from holdfire.model.record import ReaderHeader, Record, ReportHeader
from holdfire.release.coarsening import Regions
from holdfire.release.compiling import Given, Release, compiled
from holdfire.release.frozen import as_json
from holdfire.release.naming import names
from holdfire.release.pages import page_words
from holdfire.release.policy import shipped_policy
from holdfire.release.publication import Publication
from holdfire.release.secrets import Secret
from holdfire.store.packing import packed_pieces
from holdfire.workflows.casebook.looking_over import look_over

NUMBERS = (25_000, 50_000, 100_000)
TODAY = 738_600
AT_ONCE = 100
"""Things made up at once: asking for the time costs as much as one of them."""
PLACES = (
    "Musan",
    "Hyesan",
    "Sinuiju",
    "Taehongdan",
    "Kimjongsuk",
    "Hoeryong",
    "Onsong",
    "Reynosa",
    "El Paso",
)
T = TypeVar("T")


def main() -> None:
    """Measure each number in a process of its own, and print."""
    asked = [int(each) for each in sys.argv[1:]]
    if len(asked) == 1:
        measure(asked[0])
        return
    columns = ("incidents", "compiled", "written", "looked", "kept", "all, s", "held after each, MB")
    print("".join(f"{each:>10}" for each in columns))
    for number in asked or NUMBERS:
        subprocess.run([sys.executable, "-m", "benchmarks.release", str(number)], check=True)


def measure(number: int) -> None:
    """Make a release of so many incidents, and print a line."""
    policy, units, gazetteer = shipped_policy("public"), shipped_units(), shipped_gazetteer()
    regions, clock = Regions(gazetteer), Clock()
    before = held()

    def made() -> Release:
        said = page_words(clock.without(map(header, range(number))))
        known = names(clock.without(records(number)), policy, regions, units, gazetteer, among=said)
        incidents, headers = (clock.without(map(make, range(number))) for make in (incident, header))
        told = clock.without(records(number))
        return compiled(
            Given(incidents, (), headers, policy, regions, units, TODAY, name, names=known, records=told)
        )

    release, compiling = clock.timed(made)
    most = [held()]
    told = Publication(
        "public", "2023-03-01", "Holdfire", (policy.k, policy.k_published), (policy.l, policy.l_published),
        release.rows, release.groups, release.orders, release.pages, release.withdrawn,
        quotes=release.quotes,
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        _, writing = clock.timed(lambda: write(told, Path(folder)))
        most.append(held())
        _, looking = clock.timed(
            lambda: look_over(
                Path(folder), told, clock.without(records(number)), [Secret("ada l", "who", "")]
            )
        )
        most.append(held())
        kept, keeping = clock.timed(lambda: packed_pieces(as_json(release.past)).size)
    most.append(held())
    total = compiling + writing + looking + keeping
    print(
        f"{number:>10,}{compiling:>10.1f}{writing:>10.1f}{looking:>10.1f}{keeping:>10.1f}{total:>10.1f}"
        f"{'  '.join(f'{each:,.0f}' for each in most):>26}   of these {before:,.0f} before it began; "
        f"{len(told.incidents):,} rows left; {kept / 1e6:.0f} MB kept for later releases"
    )


class Clock:
    """Processor seconds, but for those in which what is measured is made up."""

    def __init__(self) -> None:
        self._apart = 0.0

    def without(self, made: Iterable[T]) -> Iterator[T]:
        """The same, and the time that making it takes is not counted."""
        waiting = iter(made)
        while True:
            begun = time.process_time()
            some = list(islice(waiting, AT_ONCE))
            self._apart += time.process_time() - begun
            if not some:
                return
            yield from some

    def timed(self, make: Callable[[], T]) -> tuple[T, float]:
        """What is made, and the seconds that it took."""
        begun, apart = time.process_time(), self._apart
        made = make()
        return made, time.process_time() - begun - (self._apart - apart)


def write(told: Publication, folder: Path) -> None:
    """Write all formats."""
    for file in files(told):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as handle:
            handle.writelines(file.pieces)


def name(seed: str) -> str:
    """A made-up id."""
    return sha256(seed.encode()).hexdigest()[:12]


def incident(number: int) -> Incident:
    """A shooting, as several reports tell it together."""
    chance, one = random.Random(number), f"i{number:07}"
    place = shipped_gazetteer().lookup(PLACES[number % len(PLACES)])[0].place
    date = f"{chance.randrange(2008, 2022)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    killed = chance.randrange(4)
    return Incident(
        id=one, accounts=(one,), reports=(one,), lines=(Line((one,)),), salience="main", act=att("fire"),
        status=att("happened"), date=att(date), places=(att(place),),
        actor=(att(Party("guards", "border guard")),), target=(att(Party("a man, 34", "person crossing")),),
        target_type=att("person"), killed=Attested(killed, (one,), 1, low=killed, high=killed),
    )  # fmt: skip


def att(value: T) -> Attested[T]:
    """A value that one report tells."""
    return Attested(value, ("r",), 1)


def header(number: int) -> ReportHeader:
    """What is known of a report; every second one is a published page."""
    digest = sha256(str(number).encode()).hexdigest()
    url = f"https://www.dailynk.com/english/{number}/?utm=x{digest[:8]}" if number % 2 else None
    return ReportHeader(
        digest, f"Border guards shoot {number}", "Daily NK", url, "2022-06-01", "en", digest, digest,
        f"i{number:07}",
    )  # fmt: skip


def records(number: int) -> Iterator[Record]:
    """The records of the reports, one after the other, as a casebook gives them."""
    gazetteer = shipped_gazetteer()
    vocabulary = [f"w{n:x}" for n in range(60_000)]
    known = [gazetteer.lookup(each)[0].place for each in PLACES]
    for n in range(number):
        chance = random.Random(n)
        words = chance.choices(vocabulary, k=100)
        place = PLACES[n % len(PLACES)]
        text = f"Guards shot a man at {place}, said N{words[0]} N{words[1]}. {' '.join(words)}."
        told = ReportedIncident(
            id=f"{n:016x}", salience="main", act=at("fire", text), status="happened",
            places=(at(known[n % len(PLACES)], text), at(Place(name=f"V{words[2]}"), text)),
            target=(at(Party(f"N{words[0]} N{words[1]}", "civilian"), text),),
            attribution=(at(Voice(f"N{words[3]} of the village", "resident"), text),),
        )  # fmt: skip
        yield Record(header(n), ReaderHeader("bench", "1", "en"), incidents=(told,), text=text)


def at(value: T, text: str) -> Grounded[T]:
    """A value with its words."""
    return Grounded(value, text[:40], 0, 40)


def held() -> float:
    """The most memory held until now, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
