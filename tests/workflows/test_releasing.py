"""A casebook → a release: shown first, approved by a second person, remembered, all or nothing."""

import json
from datetime import date
from hashlib import sha256

import msgspec
import pytest

from holdfire.errors import BookError, DataError
from holdfire.model.capture import Capture
from holdfire.model.judgement import Undo, judgement_id
from holdfire.store.book import dialect_of, opened
from holdfire.store.bundle import bundle
from holdfire.store.schema import upgrade
from holdfire.workflows.casebook.judging import judge, made
from holdfire.workflows.casebook.releasing import approve, plan, publish, released
from holdfire.workflows.casebook.verifying import verify
from tests.corroboration.telling import report, said, shooting
from tests.release.telling import place
from tests.store.reports import AT, LATER
from tests.store.reports import report as plain_report

TODAY = date(2023, 3, 1).toordinal()
PLACES = ("Musan", "Hyesan", "Sinuiju", "Taehongdan", "Kimjongsuk", "Hoeryong")


def _bundle(number, *, published="2022-02-26"):
    words = sha256(str(number).encode()).hexdigest()
    text = f"words of guards who fired: {' '.join(f'q{words[n : n + 4]}' for n in range(0, 48, 4))}."
    date = f"{2019 + number % 3}-{1 + number % 12:02}-{1 + number % 28:02}"
    known = plain_report(
        text, url=f"https://www.dailynk.com/english/{number}/", outlet="Daily NK", published=published
    )
    told = shooting(text, date=date, town=None, killed=number % 3)
    told = msgspec.structs.replace(told, id=f"{number:04x}", places=(said(place(PLACES[number % 6])),))
    record = report("", told, text=text)
    header = msgspec.structs.replace(
        record.report, id=known.id, raw_sha256=known.id, text_sha256=known.id, source_id=None,
        url=known.url, outlet=known.outlet, published=known.published,
    )  # fmt: skip
    record = msgspec.structs.replace(record, report=header, incidents=(told,), text=msgspec.UNSET)
    return bundle(Capture(text.encode(), f"{number}.txt", "file"), known, record)


@pytest.fixture
def book(tmp_path):
    dialect = dialect_of(str(tmp_path / "case.book"))
    upgrade(dialect)
    made_book, _ = opened(dialect)
    with made_book.change(who="ada", at=AT) as change:
        change.keep([_bundle(n) for n in range(12)])
    yield made_book
    made_book.close()


def _plan(book, audience="public"):
    return plan(book, audience, today=TODAY)


def _read(folder):
    return json.loads((folder / "release.json").read_bytes())


def test_a_plan_writes_nothing_and_is_the_same_twice(book, tmp_path):
    before = book.log.last()
    assert _plan(book).id == _plan(book).id
    assert len(_plan(book).release.rows) >= 5
    assert book.log.last() == before
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith("case.book")] == []


def test_what_was_shown_is_written_and_remembered(book, tmp_path):
    planned = _plan(book)
    publish(book, planned, tmp_path / "out", who="ada")
    told = _read(tmp_path / "out")
    assert len(told["incidents"]) == len(planned.release.rows)
    assert _plan(book).id == planned.id
    (row,) = released(book)
    assert (row.who, row.audience) == ("ada", "public")
    publish(book, _plan(book), tmp_path / "again", who="ada")
    again = _read(tmp_path / "again")
    assert (again["incidents"], again["groups"]) == (told["incidents"], told["groups"])
    assert len(released(book)) == 2


def test_a_later_release_goes_by_what_was_said(book, tmp_path):
    publish(book, _plan(book), tmp_path / "one", who="ada")
    with book.change(who="ada", at=LATER) as change:
        change.keep([_bundle(n) for n in range(12, 14)])
    publish(book, _plan(book), tmp_path / "two", who="ada")
    one, two = (_read(tmp_path / name) for name in ("one", "two"))
    assert two["incidents"] == one["incidents"]


def test_in_a_team_a_second_person_must_approve_exactly_this(book, tmp_path):
    with book.change(who="ben", at=LATER) as change:
        change.keep([_bundle(12)])
    planned = _plan(book)
    with pytest.raises(BookError, match="a second one must say"):
        publish(book, planned, tmp_path / "out", who="ada")
    with pytest.raises(BookError, match="not deadbeef"):
        approve(book, planned, "deadbeef", who="ben")
    with pytest.raises(BookError, match="needs a name"):
        approve(book, planned, planned.id[:8], who="unnamed")
    said = approve(book, planned, planned.id[:8], who="ben")
    with pytest.raises(BookError, match="a second one"):
        publish(book, _plan(book), tmp_path / "out", who="ben")
    assert not (tmp_path / "out").exists()
    publish(book, _plan(book), tmp_path / "out", who="ada")
    assert json.loads(released(book)[0].told)["approved"] == ["ben"]
    judge(book, made(Undo, target=judgement_id(said), who="ben"))
    assert _plan(book).approved == ()


def test_an_approval_of_something_else_does_not_count(book, tmp_path):
    approve(book, _plan(book), _plan(book).id[:8], who="ben")
    with book.change(who="ada", at=LATER) as change:
        change.keep([_bundle(n, published="2022-01-26") for n in range(20, 27)])
    with pytest.raises(BookError, match="a second one"):
        publish(book, _plan(book), tmp_path / "out", who="ada")


def test_what_is_there_already_or_empty_is_refused_and_nothing_written(book, tmp_path):
    (tmp_path / "out").mkdir()
    with pytest.raises(BookError, match="is there already"):
        publish(book, _plan(book), tmp_path / "out", who="ada")
    with pytest.raises(BookError, match="its folder is not there"):
        publish(book, _plan(book), tmp_path / "no" / "out", who="ada")
    early = plan(book, "public", today=date(2019, 1, 3).toordinal())
    with pytest.raises(BookError, match="nothing may leave"):
        publish(book, early, tmp_path / "new", who="ada")
    assert list((tmp_path / "out").iterdir()) == []
    assert released(book) == []


def test_a_release_that_cannot_be_written_leaves_nothing(book, tmp_path, monkeypatch):
    def broken(_told):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("holdfire.workflows.casebook.releasing.files", broken)
    with pytest.raises(Exception, match="cannot be written: no space left"):
        publish(book, _plan(book), tmp_path / "out", who="ada")
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []
    assert released(book) == []


def test_a_policy_of_ones_own(book, tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text('[press]\nsteps = [["none", "none", "none"]]\nfields = ["Incident.status"]\nk = 3\n')
    rows = plan(book, "press", policy=mine, today=TODAY).release.rows
    assert {(row.outcome.act, row.region, row.told.actor) for row in rows} == {(None, None, ())}
    mine.write_text("[press]\nsteps = []\nfields = []\n")
    with pytest.raises(DataError, match="has no steps"):
        plan(book, "press", policy=mine)
    with pytest.raises(DataError, match="cannot be read"):
        plan(book, "press", policy=tmp_path / "nowhere.toml")


def test_the_log_still_verifies(book, tmp_path):
    publish(book, _plan(book), tmp_path / "out", who="ada")
    *_, checked = verify(book)
    assert checked.entries == book.log.last().seq
