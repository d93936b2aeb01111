"""A casebook → a release: shown first, approved by a second person, remembered, all or nothing."""

import json
from datetime import date
from hashlib import sha256

import msgspec
import pytest

from holdfire.errors import BookError, DataError
from holdfire.model.capture import Capture
from holdfire.model.judgement import Accept, Undo, judgement_id
from holdfire.release.policy import shipped_policies
from holdfire.store.book import dialect_of, opened
from holdfire.store.bundle import bundle
from holdfire.store.schema import upgrade
from holdfire.workflows.casebook.accounts import add_account, set_roles
from holdfire.workflows.casebook.audiences import set_audience, set_least
from holdfire.workflows.casebook.judging import embargo, judge, made, target
from holdfire.workflows.casebook.releasing import approve, plan, publish, released
from holdfire.workflows.casebook.verifying import verify
from tests.corroboration.telling import report, said, shooting
from tests.release.telling import place
from tests.store.reports import AT, LATER
from tests.store.reports import report as plain_report

TODAY = date(2023, 3, 1).toordinal()
PLACES = ("Musan", "Hyesan", "Sinuiju", "Taehongdan", "Kimjongsuk", "Hoeryong")


def nobody(name):
    raise AssertionError(f"{name} was asked for a password")


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
    publish(book, planned, tmp_path / "out", who="ada", ask=nobody)
    told = _read(tmp_path / "out")
    assert len(told["incidents"]) == len(planned.release.rows)
    assert _plan(book).id == planned.id
    (row,) = released(book)
    assert (row.who, row.audience) == ("ada", "public")
    publish(book, _plan(book), tmp_path / "again", who="ada", ask=nobody)
    again = _read(tmp_path / "again")
    assert (again["incidents"], again["groups"]) == (told["incidents"], told["groups"])
    assert len(released(book)) == 2


@pytest.mark.slow
def test_a_later_release_goes_by_what_was_said(book, tmp_path):
    publish(book, _plan(book), tmp_path / "one", who="ada", ask=nobody)
    with book.change(who="ada", at=LATER) as change:
        change.keep([_bundle(n) for n in range(12, 14)])
    publish(book, _plan(book), tmp_path / "two", who="ada", ask=nobody)
    one, two = (_read(tmp_path / name) for name in ("one", "two"))
    assert two["incidents"] == one["incidents"]


def test_in_a_team_a_second_person_must_approve_exactly_this(book, tmp_path):
    with book.change(who="ben", at=LATER) as change:
        change.keep([_bundle(12)])
    planned = _plan(book)
    with pytest.raises(BookError, match="a second one must say"):
        publish(book, planned, tmp_path / "out", who="ada", ask=nobody)
    with pytest.raises(BookError, match="not deadbeef"):
        approve(book, planned, "deadbeef", who="ben", ask=nobody)
    with pytest.raises(BookError, match="needs a name"):
        approve(book, planned, planned.id[:8], who="unnamed", ask=nobody)
    said = approve(book, planned, planned.id[:8], who="ben", ask=nobody)
    with pytest.raises(BookError, match="a second one"):
        publish(book, _plan(book), tmp_path / "out", who="ben", ask=nobody)
    assert not (tmp_path / "out").exists()
    publish(book, _plan(book), tmp_path / "out", who="ada", ask=nobody)
    assert json.loads(released(book)[0].told)["approved"] == ["ben"]
    judge(book, made(Undo, target=judgement_id(said), who="ben"))
    assert _plan(book).approved == ()


def test_an_approval_of_something_else_does_not_count(book, tmp_path):
    approve(book, _plan(book), _plan(book).id[:8], who="ben", ask=nobody)
    with book.change(who="ada", at=LATER) as change:
        change.keep([_bundle(n, published="2022-01-26") for n in range(20, 27)])
    with pytest.raises(BookError, match="a second one"):
        publish(book, _plan(book), tmp_path / "out", who="ada", ask=nobody)


def test_what_is_there_already_or_empty_is_refused_and_nothing_written(book, tmp_path):
    (tmp_path / "out").mkdir()
    with pytest.raises(BookError, match="is there already"):
        publish(book, _plan(book), tmp_path / "out", who="ada", ask=nobody)
    with pytest.raises(BookError, match="its folder is not there"):
        publish(book, _plan(book), tmp_path / "no" / "out", who="ada", ask=nobody)
    early = plan(book, "public", today=date(2019, 1, 3).toordinal())
    with pytest.raises(BookError, match="nothing may leave: 12 incidents: less than 30 days have passed"):
        publish(book, early, tmp_path / "new", who="ada", ask=nobody)
    assert list((tmp_path / "out").iterdir()) == []
    assert released(book) == []


def test_a_release_that_cannot_be_written_leaves_nothing(book, tmp_path, monkeypatch):
    def broken(_told, **_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("holdfire.workflows.casebook.releasing.files", broken)
    with pytest.raises(Exception, match="cannot be written: no space left"):
        publish(book, _plan(book), tmp_path / "out", who="ada", ask=nobody)
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []
    assert released(book) == []


def test_a_policy_of_ones_own(book, tmp_path):
    mine = tmp_path / "mine.toml"
    set_audience(book, "press", "public", who="ada", ask=nobody)
    mine.write_text(
        '[press]\nsteps = [["none", "none", "none"]]\nfields = ["Incident.status"]\nk = 6\nk_published = 6\n'
    )
    rows = plan(book, "press", policy=mine, today=TODAY).release.rows
    assert {(row.outcome.act, row.region, row.told.actor) for row in rows} == {(None, None, ())}
    mine.write_text("[press]\nsteps = []\nfields = []\n")
    with pytest.raises(DataError, match="has no steps"):
        plan(book, "press", policy=mine)
    with pytest.raises(DataError, match="cannot be read"):
        plan(book, "press", policy=tmp_path / "nowhere.toml")


def test_the_log_still_verifies(book, tmp_path):
    publish(book, _plan(book), tmp_path / "out", who="ada", ask=nobody)
    *_, checked = verify(book)
    assert checked.entries == book.log.last().seq


def test_an_audience_is_named_by_the_casebook_and_not_by_a_policy(book, tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text('[press]\nsteps = [["none", "none", "none"]]\nfields = ["Incident.status"]\nk = 1\n')
    with pytest.raises(BookError, match="the casebook has no audience 'press'"):
        plan(book, "press", policy=mine)
    set_audience(book, "press", "public", who="ada", ask=nobody)
    with pytest.raises(DataError, match="k is below 5, the least for 'press' in this casebook"):
        plan(book, "press", policy=mine)
    for name in ("public", "Press!"):
        with pytest.raises(BookError, match=r"a width of its own|no name for an audience"):
            set_audience(book, name, "internal", who="ada", ask=nobody)


def test_the_keeper_sets_the_least_k_and_no_policy_goes_below(book, tmp_path):
    set_least(book, "public", 7, who="ada", ask=nobody)
    assert (_plan(book).policy.k, _plan(book).policy.k_published) == (7, 7)
    mine = tmp_path / "mine.toml"
    mine.write_text(shipped_policies())
    with pytest.raises(DataError, match=r"mine\.toml, line \d+: k is below 7"):
        plan(book, "public", policy=mine)
    with pytest.raises(BookError, match="k is at least 2 for partner"):
        set_least(book, "partner", 1, who="ada", ask=nobody)
    with pytest.raises(BookError, match="needs no fewer"):
        set_least(book, "public", 2, who="ada", ask=nobody)


def test_an_audience_that_was_told_something_keeps_its_width(book, tmp_path):
    set_audience(book, "press", "public", who="ada", ask=nobody)
    mine = tmp_path / "mine.toml"
    mine.write_text('[press]\nsteps = [["none", "none", "none"]]\nfields = ["Incident.status"]\n')
    publish(book, plan(book, "press", policy=mine, today=TODAY), tmp_path / "out", who="ada", ask=nobody)
    set_audience(book, "press", "public", who="ada", ask=nobody)
    with pytest.raises(BookError, match="was told something already"):
        set_audience(book, "press", "internal", who="ada", ask=nobody)


def test_another_audience_is_told_no_more_than_all_can_stand_together(book, tmp_path):
    """What the public was told binds partners: the rows of both fall into the same parts of k."""
    publish(book, _plan(book), tmp_path / "one", who="ada", ask=nobody)
    partner = _plan(book, "partner")
    told = {kept.accounts: kept.row.group for past in book.releases.pasts() for kept in past.kept}
    parts: dict[object, int] = {}
    for kept in partner.release.past.kept:
        part = (kept.row.group, told.get(kept.accounts))
        parts[part] = parts.get(part, 0) + 1
    assert parts
    assert min(parts.values()) >= 3


PASSWORDS = {"ada": "seven tall boats", "ben": "eleven red lamps", "kim": "ninety old mills"}


@pytest.mark.slow
def test_where_there_are_accounts_a_name_is_not_enough(book, tmp_path):
    ask = PASSWORDS.__getitem__
    for name, role in (("ada", "coder"), ("ben", "coder"), ("kim", "keeper")):
        add_account(book, name, [role], PASSWORDS[name], who="ada")
    planned = _plan(book)
    with pytest.raises(BookError, match="ben may not do this"):
        approve(book, planned, planned.id[:8], who="ben", ask=ask)
    judge(book, made(Accept, target=f"release/{planned.id}", who="ben"))
    assert _plan(book).approved == ()
    set_roles(book, "ben", ["reviewer"], who="kim")
    assert _plan(book).approved == ()
    with pytest.raises(BookError, match="not the password of ben"):
        approve(book, planned, planned.id[:8], who="ben", ask=lambda _: PASSWORDS["ada"])
    with pytest.raises(BookError, match="eve has no account"):
        approve(book, planned, planned.id[:8], who="eve", ask=ask)
    approve(book, planned, planned.id[:8], who="ben", ask=ask)
    with pytest.raises(BookError, match="eve has no account"):
        publish(book, _plan(book), tmp_path / "out", who="eve", ask=ask)
    with pytest.raises(BookError, match="not the password of ada"):
        publish(book, _plan(book), tmp_path / "out", who="ada", ask=lambda _: PASSWORDS["ben"])
    publish(book, _plan(book), tmp_path / "out", who="ada", ask=ask)
    assert json.loads(released(book)[0].told)["approved"] == ["ben"]
    with pytest.raises(BookError, match="ada may not do this"):
        set_audience(book, "press", "public", who="ada", ask=ask)
    set_audience(book, "press", "public", who="kim", ask=ask)


def test_a_report_that_is_held_back_leaves_on_its_day(book):
    report = book.reports.listed()[0]
    of = target(book, report.id)
    with pytest.raises(BookError, match="'soon' is no day"):
        embargo(of, "soon", who="ada", why="")
    judge(book, embargo(of, "2023-03-02", who="ada", why="the family asked"))
    assert ("incident", "a report of it is held back") in {
        (each.what, each.why) for each in _plan(book).release.withheld
    }
    later = plan(book, "public", today=TODAY + 1)
    assert not any(each.why == "a report of it is held back" for each in later.release.withheld)


def test_what_cannot_be_coarsened_enough_is_refused_with_the_reason(book, tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text(
        '[public]\nk = 50\nk_published = 50\nsteps = [["country", "years", "none"]]\n'
        'fields = ["Incident.act", "Incident.places", "Incident.date"]\n'
    )
    alone = plan(book, "public", policy=mine, today=TODAY)
    with pytest.raises(BookError, match="12 incidents: fewer than k stand together, however coarse"):
        publish(book, alone, tmp_path / "out", who="ada", ask=nobody)
    assert not (tmp_path / "out").exists()
    assert released(book) == []
