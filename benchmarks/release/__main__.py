"""How fast a release is made, and in how much memory: `python -m benchmarks.release [NUMBER ...] [--jobs N]`.

For each number (25,000, 50,000 and 100,000 by default) a process of its own makes up so many incidents,
each told by a report of 120 words with names, places and quotes that must stay; every second one is a public
page. It compiles them for the public, writes every format, looks all of it over against the reports, and
packs what later releases go by, in as many processes as there are cores, or in N. Incidents and reports are
made up beforehand and lie in files: to read them is counted, as it is of a casebook. Left out: reading the
reports, and bringing them together. Seconds by the clock; processor seconds of all processes; the most memory
held by the one that leads, and by the largest beside it.
"""

import argparse
import multiprocessing
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from holdfire.assessment.units import shipped_units
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
from holdfire.workflows.casebook.releasing import write

NUMBERS = (25_000, 50_000, 100_000)
TODAY = 738_600
VOCABULARY = [f"w{n:x}" for n in range(60_000)]
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
    parser = argparse.ArgumentParser()
    parser.add_argument("numbers", nargs="*", type=int)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    asked = parser.parse_args()
    if len(asked.numbers) == 1:
        measure(asked.numbers[0], asked.jobs)
        return
    columns = ("incidents", "compiled", "written", "kept", "all, s", "processor", "MB", "beside")
    print("".join(f"{each:>10}" for each in columns))
    for number in asked.numbers or NUMBERS:
        command = [sys.executable, "-m", "benchmarks.release", str(number), f"--jobs={asked.jobs}"]
        subprocess.run(command, check=True)


def measure(number: int, jobs: int) -> None:
    """Make a release of so many incidents, and print a line."""
    with tempfile.TemporaryDirectory() as folder:
        lying = Path(folder)
        incidents = Lying(lying / "incidents", Incident, map(incident, range(number)))
        headers = Lying(lying / "headers", ReportHeader, map(header, range(number)))
        read = Lying(lying / "records", Record, map(record, range(number)))
        before, used, beside = held(), processor(), Beside()
        begun = time.perf_counter()
        release = made(incidents, headers, read)
        compiling = time.perf_counter() - begun
        told = Publication(
            "public", "2023-03-01", "Holdfire", *_least(), release.rows, release.groups, release.orders,
            release.pages, release.withdrawn, quotes=release.quotes,
        )  # fmt: skip
        write(lying / "out", told, read, [Secret("ada l", "who", "")], jobs=jobs)
        writing = time.perf_counter() - begun - compiling
        kept = packed_pieces(as_json(release.past)).size
        total = time.perf_counter() - begun
        for each in multiprocessing.active_children():
            each.join()
        beside.stop()
        taken = (compiling, writing, total - compiling - writing, total, processor() - used)
        seconds = "".join(f"{each:>10.1f}" for each in taken)
        most = f"{held():>10,.0f}{beside.most:>10,.0f}"
        print(
            f"{number:>10,}{seconds}{most}   of these {before:,.0f} MB before it began; "
            f"{len(told.incidents):,} rows left; {kept / 1e6:.0f} MB kept; all files: {digest(lying / 'out')}"
        )


def made(incidents: "Lying[Incident]", headers: "Lying[ReportHeader]", read: "Lying[Record]") -> Release:
    """What of them may leave."""
    policy, units, gazetteer = shipped_policy("public"), shipped_units(), shipped_gazetteer()
    regions, said = Regions(gazetteer), page_words(headers)
    known = names(read, policy, regions, units, gazetteer, among=said)
    return compiled(
        Given(incidents, (), headers, policy, regions, units, TODAY, name, names=known, records=read)
    )


def _least() -> tuple[tuple[int, int], tuple[int, int]]:
    policy = shipped_policy("public")
    return (policy.k, policy.k_published), (policy.l, policy.l_published)


class Lying(Generic[T]):
    """Things that lie in a file, one after the other, each made when it is asked for."""

    def __init__(self, path: Path, kind: type[T], those: Iterable[T]) -> None:
        self._path, self._decode = path, msgspec.msgpack.Decoder(kind).decode
        with path.open("wb") as file:
            for each in those:
                raw = msgspec.msgpack.encode(each)
                file.write(len(raw).to_bytes(4) + raw)

    def __iter__(self) -> Iterator[T]:
        with self._path.open("rb") as file:
            while size := file.read(4):
                yield self._decode(file.read(int.from_bytes(size)))


def digest(folder: Path) -> str:
    """What stands for all files of a folder, byte for byte."""
    made = sha256()
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        made.update(f"{path.relative_to(folder)} {sha256(path.read_bytes()).hexdigest()}\n".encode())
    return made.hexdigest()[:12]


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


def record(number: int) -> Record:
    """The record of a report."""
    chance, place = random.Random(number), PLACES[number % len(PLACES)]
    words = chance.choices(VOCABULARY, k=100)
    text = f"Guards shot a man at {place}, said N{words[0]} N{words[1]}. {' '.join(words)}."
    known = shipped_gazetteer().lookup(place)[0].place
    told = ReportedIncident(
        id=f"{number:016x}", salience="main", act=at("fire", text), status="happened",
        places=(at(known, text), at(Place(name=f"V{words[2]}"), text)),
        target=(at(Party(f"N{words[0]} N{words[1]}", "civilian"), text),),
        attribution=(at(Voice(f"N{words[3]} of the village", "resident"), text),),
    )  # fmt: skip
    return Record(header(number), ReaderHeader("bench", "1", "en"), incidents=(told,), text=text)


def at(value: T, text: str) -> Grounded[T]:
    """A value with its words."""
    return Grounded(value, text[:40], 0, 40)


class Beside:
    """Looks how much memory processes beside this one hold at most, where the system says so; in MB."""

    def __init__(self) -> None:
        self.most = 0.0
        self._done = threading.Event()
        self._looking = threading.Thread(target=self._look)
        self._looking.start()

    def stop(self) -> None:
        """Look no longer."""
        self._done.set()
        self._looking.join()

    def _look(self) -> None:
        while not self._done.wait(0.2):
            for each in multiprocessing.active_children():
                with suppress(OSError):
                    said = Path(f"/proc/{each.pid}/status").read_text()
                    found = re.search(r"VmHWM:\s*(\d+) kB", said)
                    self.most = max(self.most, int(found[1]) / 1024 if found else 0.0)


def held() -> float:
    """The most memory held until now, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def processor() -> float:
    """The processor seconds of this process, and of those beside it that ended."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    main()
