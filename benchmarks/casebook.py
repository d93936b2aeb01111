"""A casebook of many reports: how fast it is filled, opened, searched, shown and checked.

`python -m benchmarks.casebook [NUMBER [PATH]]` makes one of synthetic reports (20,000 by default), and prints
each figure beside what the machine itself can do, measured in the same run. With PATH it is kept,
and the next run goes on from there.
"""

import hashlib
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from benchmarks.pages import pages
from benchmarks.texts import texts
from holdfire.exports.warc import warc
from holdfire.model.capture import Capture, Told
from holdfire.model.record import Record
from holdfire.model.report import Report
from holdfire.reading.record import header
from holdfire.sources.reports import report_of
from holdfire.store.book import Book
from holdfire.store.bundle import Bundle, bundle
from holdfire.workflows.casebook.adding import add
from holdfire.workflows.casebook.moment import now
from holdfire.workflows.casebook.opening import make_book, open_book
from holdfire.workflows.casebook.reading import read_captures
from holdfire.workflows.casebook.showing import shown
from holdfire.workflows.casebook.verifying import verify
from holdfire.workflows.casebook.workers import reading
from holdfire.workflows.own.folder import NOTHING
from holdfire.workflows.readers import english_reader

NUMBER = 20_000
DATE = "2022-01-26T01:03:00Z"
BATCH = 500
WORDS = 140
STORY = (
    "On Jan. 17 the government ordered all border patrol units in North Hamgyong Province to stop firing at"
    " random and to switch to flares from Jan. 18, a source in the province said. On Jan. 9, guards near"
    " Musan shot at two men crossing the frozen river, and one of them died.\n\n"
)
_SYLLABLES = ("ba", "den", "ko", "mir", "sul", "tar", "ven", "ho", "lan", "rik", "pos", "ghe", "tum", "yal")


def main() -> None:
    """Fill a casebook, use it, and print what each thing took."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER
    with tempfile.TemporaryDirectory() as folder:
        _limits(Path(folder))
        path = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder) / "bench.book"
        fill(path, number)
        _use(path)
        _pages(Path(folder) / "pages.book")
        _beside_the_reader(Path(folder) / "beside.book")
        _from_an_archive(Path(folder))


def _limits(folder: Path) -> None:
    block = os.urandom(1_000_000)
    seconds = _best(lambda: hashlib.sha256(block).digest(), 50)
    _say("limit: SHA-256", f"{1 / seconds:,.0f} MB/s")
    plain = sqlite3.connect(folder / "plain.db")
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("CREATE TABLE a (n INTEGER PRIMARY KEY, t TEXT)")
    rows = [(n, "x" * 80) for n in range(200_000)]
    started = time.perf_counter()
    with plain:
        plain.executemany("INSERT INTO a VALUES (?, ?)", rows)
    _say("limit: plain SQLite insert", f"{len(rows) / (time.perf_counter() - started):,.0f} rows/s")
    plain.close()


def fill(path: Path, number: int) -> None:
    """Make a casebook of so many synthetic reports, or go on with one."""
    book = open_book(str(path)) if path.exists() else make_book(str(path), who="bench")
    there = book.reports.counts().reports
    chance = random.Random(there)
    words = sorted({"".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(8000)})
    report = _report(STORY, 0)
    record = english_reader()(report).record
    spent_making = spent_keeping = 0.0
    for batch in _batches(there, number):
        started = time.process_time()
        made = [_bundle(n, chance, words, record) for n in batch]
        between = time.process_time()
        with book.change(who="bench", at=now()) as change:
            change.keep(made)
        spent_making += between - started
        spent_keeping += time.process_time() - between
        if batch.start % 50_000 < BATCH:
            print(f"  … {batch.start:,}", file=sys.stderr)
    book.close()
    size = path.stat().st_size
    _say("reports", f"{number:,} in {size / 1e9:.2f} GB")
    added = max(number - there, 1)
    _say("rows of a report made", f"{spent_making / added * 1e6:,.0f} µs (CPU, the synthetic text too)")
    _say("rows of a report kept", f"{spent_keeping / added * 1e6:,.0f} µs (CPU)")


def _use(path: Path) -> None:
    started = time.perf_counter()
    book = open_book(str(path))
    book.log.last()
    _say("open", _ms(time.perf_counter() - started), goal="200 ms")
    for name, asked in (
        ("a word of every report", "flares"),
        ("a rare word", "bench"),
        ("a phrase of every report", '"frozen river"'),
        ("words and a beginning", "guards sul*"),
    ):
        _say(f"search: {name}", _ms(_first(lambda asked=asked: book.search(asked))), goal="100 ms")
    some = book.reports.listed(limit=200)
    _say("list 50 reports", _ms(_first(lambda: book.reports.listed(limit=50))))
    ids = [each.id for each in random.Random(2).sample(some, 20)]
    _say(
        "a report with its record",
        _ms(_best(lambda: [shown(book, each) for each in ids], 3) / 20),
        goal="20 ms",
    )
    _say("status", _ms(_first(book.reports.counts)))
    _verify(book)
    book.close()


def _verify(book: Book) -> None:
    for jobs in (1, os.cpu_count() or 1):
        started = time.perf_counter()
        *_, done = verify(book, jobs=jobs)
        wall = time.perf_counter() - started
        _say(f"verify, processes: {jobs}", f"{done.size / wall / 1e6:,.0f} MB/s", goal="100 MB/s")
    _say("", f"{done.size / 1e6:,.0f} MB, {done.entries:,} entries, {done.quotes:,} quotes in {wall:,.1f} s")


def _pages(path: Path) -> None:
    """A casebook of pages of 173 KB: there the bytes are what takes time."""
    book = make_book(str(path), who="bench")
    chance = random.Random(3)
    record = english_reader()(_report(STORY, 0)).record
    words = ["".join(chance.choices("abcdefghij <>/", k=9)) for _ in range(3000)]
    made: list[Bundle] = []
    for n in range(300):
        report = _report(STORY, n)
        raw = "".join(chance.choices(words, k=19_000)).encode()
        report = msgspec.structs.replace(report, id=hashlib.sha256(raw).hexdigest())
        record = msgspec.structs.replace(record, report=header(report))
        made.append(bundle(Capture(raw, f"{n}.html", "file"), report, record))
    with book.change(who="bench", at=now()) as change:
        change.keep(made)
    print("\npages of 173 KB")
    _verify(book)
    book.close()


def _beside_the_reader(path: Path) -> None:
    """What keeping costs, beside reading: the same texts read alone, and read and kept, in turn."""
    name, found = texts(400)
    reader = english_reader()
    given = [Capture(text.encode(), f"{n}.txt", "file") for n, (text, _) in enumerate(found)]
    alone = kept = float("inf")
    for turn in range(3):
        book = make_book(f"{path}{turn}", who="bench")
        started = time.process_time()
        for capture in given:
            reader(report_of(capture))
        between = time.process_time()
        with book.change(who="bench", at=now()) as change:
            change.keep(read_captures(given, told=Told(), reader=reader))
        alone, kept = min(alone, between - started), min(kept, time.process_time() - between)
        book.close()
    print(f"\n{len(given)} {name}")
    _say("read alone", f"{alone / len(given) * 1e6:,.0f} µs a text (CPU)")
    _say(
        "read and kept",
        f"{kept / len(given) * 1e6:,.0f} µs: {alone / kept:.1%} of the reader's speed",
        goal="95%",
    )


def _from_an_archive(folder: Path) -> None:
    """Pages of 173 KB that tell news reports, from a web archive to stored records, on one core."""
    name, found = texts(300)
    archive = folder / "pages.warc.gz"
    made = pages(len(found), stories=[text for text, _ in found])
    with archive.open("wb") as file:
        file.writelines(warc((_captured(page, n) for n, page in enumerate(made)), made_at=DATE))
    book = make_book(str(folder / "archive.book"), who="bench")
    started = time.process_time()
    *_, done = add(book, [str(archive)], read=reading(NOTHING, Told(), jobs=1), who="bench")
    seconds = time.process_time() - started
    print(f"\n{done.new} pages of 173 KB from a web archive, telling {name}")
    _say("read and kept", f"{done.new / seconds:,.0f} pages/s (CPU, start of the reader too)", goal="200")
    book.close()


def _captured(page: str, number: int) -> Capture:
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    url = f"https://watch.example/{number}"
    return Capture(page.encode(), url, "warc", got_at=DATE, status=200, headers=headers)


def _batches(first: int, number: int) -> Iterator[range]:
    for start in range(first, number, BATCH):
        yield range(start, min(start + BATCH, number))


def _bundle(n: int, chance: random.Random, words: list[str], record: Record) -> Bundle:
    report = _report(f"{STORY}{' '.join(chance.choices(words, k=WORDS))}.", n)
    made = msgspec.structs.replace(record, report=header(report))
    return bundle(Capture(report.words.encode(), f"bench/{n}.txt", "file"), report, made)


def _report(words: str, n: int) -> Report:
    digest = hashlib.sha256(words.encode()).hexdigest()
    title = f"Report {n}" if n % 10_000 else "Bench report"
    return Report(digest, words, digest, title=title, published="2022-01-26", language="en")


def _first(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _best(work: Callable[[], object], runs: int) -> float:
    return min(_first(work) for _ in range(runs))


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.1f} ms"


def _say(what: str, figure: str, *, goal: str = "") -> None:
    print(f"{what:34}{figure}" + (f"   (goal {goal})" if goal else ""), flush=True)


if __name__ == "__main__":
    main()
