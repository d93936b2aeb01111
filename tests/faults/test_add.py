"""Whatever happens to `add`, the casebook holds whole reports, and the same command goes on."""

import os
import random
import re
import resource
import shutil
import signal
from functools import partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from holdfire.errors import BookError, HoldfireError
from holdfire.model.capture import Told
from holdfire.workflows.casebook import adding
from holdfire.workflows.casebook.adding import add
from holdfire.workflows.casebook.opening import make_book, open_book
from holdfire.workflows.casebook.reading import read_captures
from holdfire.workflows.casebook.verifying import verify
from tests import stories
from tests.processes import ended, forked, killed_after, steps_of
from tests.store.reports import read_by_hand
from tests.store.test_checking import last

REPORTS = 48
TRIALS, KILLS = 6, 8


def by_hand(chunks):
    for chunk in chunks:
        yield read_captures(chunk, told=Told(outlet="X"), reader=read_by_hand)


def adding_to(path, folder):
    book = open_book(str(path))
    list(add(book, [str(folder)], read=by_hand, who="ada"))
    book.close()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "reports"
    made.mkdir()
    for number in range(REPORTS):
        (made / f"{number:03}.txt").write_text(f"Report {number}.\n\n{stories.WORDS}", encoding="utf-8")
    return made


@pytest.fixture
def empty(tmp_path):
    make_book(str(tmp_path / "empty.book"), who="ada").close()
    return tmp_path / "empty.book"


def copied(empty, name):
    for suffix in ("", ".key"):
        shutil.copy(f"{empty}{suffix}", empty.with_name(f"{name}{suffix}"))
    return empty.with_name(name)


def require_whole(path) -> int:
    """Every report in the casebook is there with all that belongs to it; how many there are."""
    book = open_book(str(path))
    last(verify(book))
    counts = book.reports.counts()
    assert counts.reports == counts.readings == len(book.search("report", limit=REPORTS))
    book.close()
    return counts.reports


@pytest.mark.slow
def test_killed_at_any_moment_nothing_is_lost_or_half_there(empty, folder, monkeypatch):
    monkeypatch.setattr(adding, "BATCH", 6)
    monkeypatch.setattr(adding, "CHUNK", 3)
    whole = copied(empty, "whole.book")
    steps = steps_of(partial(adding_to, whole, folder))
    chance = random.Random(5)
    interrupted = 0
    for trial in range(TRIALS):
        path, kept = copied(empty, f"{trial}.book"), 0
        for _ in range(KILLS):
            adds = partial(adding_to, path, folder)
            interrupted += killed_after(chance.randrange(1, steps * 7 // 10), adds) == -signal.SIGKILL
            there = require_whole(path)
            assert there >= kept, "what was kept is still there"
            kept = there
        adding_to(path, folder)
        assert require_whole(path) == REPORTS
    assert interrupted > TRIALS * KILLS // 4, "many were stopped on their way"


@pytest.mark.slow
def test_a_full_disk_is_said_and_what_was_kept_is_there(empty, folder, capfd, monkeypatch):
    monkeypatch.setattr(adding, "BATCH", 6)
    monkeypatch.setattr(adding, "CHUNK", 3)
    read, write = os.pipe()

    def on_a_full_disk():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (420_000, 420_000))
        try:
            adding_to(empty, folder)
        except BookError as error:
            os.write(write, str(error).encode())

    assert ended(forked(on_a_full_disk)) == 0
    os.close(write)
    said = os.read(read, 4000).decode()
    assert ("disk" in said and "make room" in said) or "whether there is room" in said
    kept = require_whole(empty)
    assert 0 < kept < REPORTS
    adding_to(empty, folder)
    assert require_whole(empty) == REPORTS


@pytest.mark.slow
def test_two_commands_at_once_lose_nothing(empty, folder, monkeypatch):
    monkeypatch.setattr(adding, "BATCH", 4)
    children = [forked(lambda: adding_to(empty, folder)) for _ in range(2)]
    assert [ended(child) for child in children] == [0, 0]
    assert require_whole(empty) == REPORTS


@pytest.mark.slow
def test_a_damaged_file_is_named_and_never_a_riddle(empty, folder, tmp_path):
    adding_to(empty, folder)
    sound = bytearray(empty.read_bytes())
    chance = random.Random(3)
    named = 0
    for trial in range(60):
        damaged = bytearray(sound)
        place = chance.randrange(len(damaged) - 64)
        while not all(sound[place : place + 64 : 8]):  # nothing lies there
            place = chance.randrange(len(damaged) - 64)
        damaged[place : place + 64] = chance.randbytes(64)
        path = tmp_path / f"{trial}.damaged"
        path.write_bytes(damaged)
        named += said_in_one_line(lambda path=path: last(verify(open_book(str(path)))))
        for used in (listed, searched):
            said_in_one_line(lambda path=path, used=used: used(open_book(str(path))))
    assert named > 30, "the rest lay in what is derived"


def said_in_one_line(work) -> bool:
    """Whether a piece of work was refused; with anything but a message of our own, the test ends."""
    try:
        work()
    except HoldfireError as error:
        assert str(error).count("\n") == 0
        return True
    return False


def listed(book):
    return [book.reports.opened(each).words for each in book.reports.listed(limit=REPORTS)]


def searched(book):
    return book.search("flares")


def test_a_damaged_schema_that_is_no_utf_8_is_named(empty, folder, tmp_path):
    adding_to(empty, folder)
    sound = empty.read_bytes()
    for trial, found in enumerate(re.finditer(rb"CREATE (?:TABLE|INDEX|UNIQUE INDEX) ", sound)):
        path = tmp_path / f"{trial}.damaged"
        path.write_bytes(sound[: found.start()] + b"\xef\x80" * 32 + sound[found.start() + 64 :])
        with pytest.raises(HoldfireError, match=r"damaged|not as it was|no casebook|refuses"):
            last(verify(open_book(str(path))))


def test_a_file_cut_short_is_said(empty, folder):
    adding_to(empty, folder)
    empty.write_bytes(empty.read_bytes()[:50_000])
    with pytest.raises(BookError, match=r"is damaged|not as it was|missing"):
        last(verify(open_book(str(empty))))


def _bomb() -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<w>" + b"a" * 80_000_000)
    return packed.getvalue()


def malformed():
    """Fifty sources that are no report, or a hostile one."""
    chance = random.Random(1)
    yield from (
        ("bomb.docx", _bomb()),
        ("line.txt", b"a" * 100_000_000),
        ("deep.html", b"<html><body>" + b"<div>" * 200_000 + b"shot"),
        ("quotes.txt", b'"' * 200_000),
        ("surrogates.txt", b"\xed\xa0\x80" * 500),
        ("half.pdf", b"%PDF-1.7\n1 0 obj <</Type"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + chance.randbytes(4000)),
        ("nothing.txt", b""),
        ("blank.txt", b" \n" * 4000),
        ("nulls.txt", b"\0" * 5000),
    )
    for number in range(40):
        kind = number % 4
        noise = chance.randbytes(3000)
        yield f"bad-{number}.txt", (noise, noise + b"guard", b"\x1f\x8b" + noise, b"PK\3\4" + noise)[kind]


@pytest.mark.slow
def test_malformed_reports_stop_no_other(empty, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(950):
        (folder / f"{number:04}.txt").write_text(f"On day {number} the guards fired.", encoding="utf-8")
    bad = dict(malformed())
    assert len(bad) == 50
    for name, content in bad.items():
        (folder / name).write_bytes(content)
    book = open_book(str(empty))
    *_, done = add(book, [str(folder)], read=by_hand, who="ada")
    assert done.done == 1000
    assert done.new >= 950 and done.failed >= 40
    titles = {each.title for each in book.reports.listed(limit=1000)}
    assert {f"On day {number} the guards fired." for number in range(950)} <= titles
    assert done.failed == book.reports.counts().failures
    last(verify(book))


def test_a_cut_off_web_archive_gives_the_rest(empty, tmp_path):
    def record(number):
        body = f"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nGuards fired on day {number}.".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\n"
            f"WARC-Date: 2022-01-26T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body + b"\r\n\r\n"

    whole = b"".join(map(record, range(5)))
    archive = tmp_path / "crawl.warc"
    archive.write_bytes(whole[:-30])
    book = open_book(str(empty))
    *_, done = add(book, [str(archive)], read=by_hand, who="ada")
    assert (done.new, done.failed) in {(4, 1), (5, 1)}
    assert "crawl.warc" in book.reports.failures()[0].message
    first = book.reports.get(book.reports.listed(limit=9)[-1].id)
    (capture,) = book.reports.captures(first)
    assert capture.way == "warc" and capture.within is not None and capture.within.offset == 0
