"""Strings that must never leave, in a casebook as people fill it: read, judged and sealed; then released."""

import re
from dataclasses import replace

import pytest

from holdfire.errors import BookError
from holdfire.exports.released.file import File
from holdfire.exports.released.formats import files
from holdfire.exports.released.inside import texts
from holdfire.model.capture import UNTOLD, Capture, Told
from holdfire.model.judgement import Note
from holdfire.workflows.casebook.adding import add
from holdfire.workflows.casebook.judging import judge, made
from holdfire.workflows.casebook.opening import make_book
from holdfire.workflows.casebook.reading import read_captures
from holdfire.workflows.casebook.releasing import approvals, approve, plan, publish
from holdfire.workflows.casebook.vault import add_keeper, new_identity, seal
from holdfire.workflows.readers import english_reader
from tests.release.canaries import Planter
from tests.workflows.test_releasing import nobody

REPORTS = 160
"""Reading them takes most of the time; each has as many canaries as it takes."""
TAIL = 52
"""Canaries behind the words of each."""
LEAST = 10_000
KEEPERS, SEALED = 3, 60
PLACES = ("Musan", "Hyesan", "Taehongdan", "Kimjongsuk", "Onsong", "Hoeryong")
CANARY = re.compile(r"canary[a-z]+[0-9a-f]{10}", re.IGNORECASE)


class Filled(Planter):
    """Makes reports with canaries wherever a report has words."""

    def name(self):
        return self.word("n").capitalize()

    def capture(self, number):
        """A report of a shooting as its file; every second one is of a published page."""
        name, village, source, path = self.name(), self.name(), self.name(), self.word("p")
        place, day = PLACES[number % 6], f"{2012 + number // 16}-{1 + number % 12:02}-{9 + number % 19:02}"
        killed = ("one person", "two people", "three people")[number % 3]
        text = (
            f"Border guards shot {killed} dead in {place} County, North Hamgyong Province, on {day}. "
            f"The dead man was {name}, 34, of {village} village, who crossed at {self.name()} ford. "
            f"A source named {source} told {self.name()} so, calling from +82 10 {number:04} 5678. "
            f'"{self.name()} paid {self.word("m")}," said {self.name()}, a resident of {village}. '
            f"Write to {self.word('e')}@example.org. {' '.join(self.word('t') for _ in range(TAIL))}."
        )
        public = number % 2
        title = f"Border guards shoot {killed}, {name} says" if number % 4 == 1 else "Border guards shoot"
        slug = f"{name.lower()}-of-{village.lower()}" if number % 4 == 1 else f"{number}"
        host = "www.dailynk.com" if public else f"{self.word('h')}.example"
        query = f"?utm={self.word('q')}&id={number}&session={self.word('q')}#{self.word('f')}"
        told = Told(
            title=title if public else f"{title} {self.word('t')}",
            outlet="Daily NK" if public else self.name(),
            published="2022-06-01",
            url=f"https://{host}/english/{slug}/{query}",
        )
        headers = (("server", self.word("s")), ("set-cookie", self.word("c")))
        origin = f"/home/{path}/{self.word('o')}-{number}.txt"
        return Capture(text.encode(), origin, "file", headers=headers, told=told)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A casebook of reports full of canaries, and the canaries."""
    plant = Filled()
    reader = english_reader()
    book = make_book(str(tmp_path_factory.mktemp("canaries") / "case.book"), who=plant.word("who"))
    everything = [plant.capture(n) for n in range(REPORTS)]
    *_, done = add(
        book,
        everything,
        read=lambda chunks: (read_captures(c, told=UNTOLD, reader=reader) for c in chunks),
        who="ada",
    )
    assert done.new == REPORTS
    for stored in book.reports.listed(limit=REPORTS):
        judge(book, made(Note, target=f"report/{stored.id}", who="ada", why=f"from {plant.word('note')}"))
    for n in range(KEEPERS):
        add_keeper(book, plant.name(), new_identity(tmp_path_factory.mktemp("keys") / f"{n}.key"), who="ada")
    for _ in range(SEALED):
        secret = f"{plant.name()} {plant.name()}, {plant.word('v')}@example.org, of {plant.name()} village"
        seal(book, secret.encode(), who="ada")
    yield book, plant
    book.close()


def approved(book, audience):
    """What would leave, as ben approved it."""
    planned = plan(book, audience)
    if audience == "internal":
        return planned
    approve(book, planned, planned.id, who="ben", ask=nobody)
    return replace(planned, approved=approvals(book, planned.id))


def hashes(book):
    """The beginnings of all ids and hashes of a casebook's reports, readings and what they tell."""
    stored = book.reports.listed(limit=REPORTS)
    told = {each for s in stored for each in (s.id, s.raw_sha256, s.text_sha256)}
    for _, record in book.readings.present():
        told |= {thing.id for thing in (*record.orders, *record.incidents, *record.practices)}
    return {each[:12] for each in told}


def names_in_the_vault(book):
    """The pseudonyms of what is sealed, the names of its keepers, and the hashes of what is kept."""
    return {each.id for each in book.vault.entries()} | {*book.vault.keepers()}


@pytest.mark.slow
@pytest.mark.parametrize("audience", ["public", "partner", "internal"])
def test_no_canary_of_a_real_casebook_is_in_any_file(filled, tmp_path, audience):
    book, plant = filled
    planned = approved(book, audience)
    assert len(plant.planted) >= LEAST
    assert len(planned.release.rows) > REPORTS // 2
    assert planned.release.pages
    publish(book, planned, tmp_path / "out", who="ada", ask=nobody)
    secret, vault = hashes(book), names_in_the_vault(book)
    assert len(vault) == SEALED + KEEPERS
    for path in (each for each in (tmp_path / "out").rglob("*") if each.is_file()):
        for text in texts(path.name, path.read_bytes()):
            assert CANARY.findall(text) == [], path.name
            assert not [name for name in vault if name in text], path.name
            assert not {each[:12] for each in re.findall(r"[0-9a-f]{12,}", text)} & secret, path.name


@pytest.mark.slow
def test_a_release_that_says_one_is_refused_and_nothing_is_left(filled, tmp_path, monkeypatch):
    """Each field is planted into a format, as if an exporter were wrong; the scan names it."""
    book, _ = filled
    sealed = book.vault.entries()[0].id
    keeper = next(iter(book.vault.keepers()))
    record = next(record for _, record in book.readings.present())
    stored = book.reports.get(record.report.id)
    words = book.reports.opened(stored).words
    name = CANARY.search(words)
    assert name
    planned = approved(book, "public")
    known: dict[str, bytes] = {}

    def written(told, **_):
        """All formats, written once: what is planted beside them is all that differs."""
        if not known:
            known.update((file.path, b"".join(file.pieces)) for file in files(told))
        return [File(path, [raw]) for path, raw in known.items()]

    note = next(each.why for each in book.judgements.all() if each.why.startswith("from "))
    first = (
        (name[0], "Report.words|Party.name|quote"),
        (stored.id[:16], "ReportHeader"),
        (note, "a note of ada"),
    )
    then = (
        (name[0].upper(), "Report.words|Party.name|quote"),
        (sealed, "the vault"),
        (keeper, "who works in it"),
        ("2012-01-09", "date|quote|Report.words|time"),
    )
    for some in (first, then):
        extra = [File(f"more-{n}.txt", [f'{{"x": "{said}"}}'.encode()]) for n, (said, _) in enumerate(some)]
        monkeypatch.setattr(
            "holdfire.workflows.casebook.releasing.files",
            lambda told, extra=extra, **_: iter([*written(told), *extra]),
        )
        with pytest.raises(BookError, match="what must stay would leave") as refused:
            publish(book, planned, tmp_path / "out", who="ada", ask=nobody)
        named = str(refused.value).split("; ")
        for n, (_, field) in enumerate(some):
            assert any(re.search(rf"({field}).* in more-{n}\.txt", each) for each in named), (n, named)
        assert list(tmp_path.iterdir()) == []
