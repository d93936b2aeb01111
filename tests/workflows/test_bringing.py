"""A casebook brought together in part is what all of it at once would give, whatever comes in."""

import shutil
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfire.corroboration.corroborating import Corroboration
from holdfire.model.judgement import (
    Accept,
    Correct,
    Different,
    Embargo,
    Grade,
    Note,
    Reject,
    Same,
    Undo,
    judgement_id,
    pair,
)
from holdfire.views.summary import summary
from holdfire.workflows.casebook import keeping
from holdfire.workflows.casebook.bringing import Bringing
from holdfire.workflows.casebook.corroborating import gathered
from holdfire.workflows.casebook.judging import judge
from holdfire.workflows.casebook.keeping import is_fresh, kept
from holdfire.workflows.casebook.opening import make_book, open_book
from tests.store.reports import AT, LATER, LATEST, story
from tests.workflows.test_corroborating_book import LEAD, OTHER, REWRITE, _bundle

TEXTS = (LEAD, REWRITE, OTHER, f"{LEAD} He lived.", f"{OTHER} So it is said.")
NAMES = ("aa11", "bb22", "cc33", "dd44", "ee55")


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A folder with an empty casebook and its key: to copy it takes a hundredth of making one."""
    folder = tmp_path_factory.mktemp("empty") / "of"
    folder.mkdir()
    make_book(str(folder / "case.book"), who="ada").close()
    return folder


@pytest.fixture
def book(empty, tmp_path):
    made = open_book(str(shutil.copytree(empty, tmp_path / "here") / "case.book"))
    with made.change(who="ada", at=AT) as change:
        change.keep([_bundle(NAMES[0], TEXTS[0], killed=1), _bundle(NAMES[1], TEXTS[1], killed=2), story()])
    yield made
    made.close()


def _put(book, number, *, killed=None):
    with book.change(who="ada", at=LATER) as change:
        change.keep([_bundle(NAMES[number], TEXTS[number], killed=killed)])


def _reading(book, number):
    """The reading of a report by its number, and where its first incident stands; None before it is there."""
    of = {record.incidents[0].id: stored for stored, record in book.readings.present() if record.incidents}
    found = of.get(NAMES[number])
    return found and {"target": f"report/{found.report}/incidents.0.killed", "reading": found.id}


def _judged(book, kind, number, when):
    at, who = _reading(book, number), {"who": "ada", "when": when}
    other = NAMES[(number + 1) % len(NAMES)]
    two = dict(zip(("target", "other"), pair(NAMES[number], other), strict=True))
    report = at and "/".join(at["target"].split("/")[:2])
    made: Any = {
        "same": lambda: Same(**two, **who),
        "different": lambda: Different(**two, **who),
        "source": lambda: Grade(target="source/Gazette", reliability="B", **who),
        "accept": lambda: at and Accept(**at, **who),
        "reject": lambda: at and Reject(**at, **who),
        "correct": lambda: at and Correct(**at, value=3, **who),
        "note": lambda: at and Note(target=report, why="Look again.", **who),
        "outlet": lambda: at and Correct(target=f"{report}/outlet", value="The Gazette", **who),
        "grade": lambda: at and Grade(target=report, credibility=2, **who),
        "embargo": lambda: at and Embargo(target=report, until="2030-01-01", **who),
    }[kind]()
    if made:
        judge(book, made)


def _undo(book, when):
    made = [each for each in book.judgements.all() if each.when < when]
    if made:
        judge(book, Undo(target=judgement_id(made[-1]), who="ada", when=when))


KINDS = ("same", "different", "source", "accept", "reject", "correct", "note", "outlet", "grade", "embargo")
steps = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.integers(0, 4)),
        st.tuples(st.sampled_from(KINDS), st.integers(0, 4)),
        st.tuples(st.just("undo"), st.just(0)),
    ),
    min_size=1,
    max_size=8,
)


@pytest.mark.slow
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_in_part_is_as_at_once(empty, tmp_path_factory, steps):
    book = open_book(str(shutil.copytree(empty, tmp_path_factory.mktemp("books") / "here") / "case.book"))
    bringing = Bringing(book)
    _put(book, 0, killed=1)
    bringing.bring()
    for number, (what, which) in enumerate(steps):
        when = f"2024-03-01T10:{number:02}:00Z"
        if what == "put":
            _put(book, which, killed=number)
        elif what == "undo":
            _undo(book, when)
        else:
            _judged(book, what, which, when)
        bringing.bring()
        assert is_fresh(book)
        now = gathered(book)
        anew = Bringing(book.as_far_as(book.together.needed())).anew()
        assert now.told == anew.told, (what, which)
        reports = book.together.reports_of(book.together.accounts())
        assert set(reports) == set(book.together.accounts())
        assert reports.keys() == {a for each in anew.told.incidents for a in each.accounts}
    book.close()


def _never(*_given, **_named):
    raise AssertionError("brought together again")


@pytest.mark.parametrize("kind", ["accept", "note", "embargo"])
def test_what_changes_nothing_brings_nothing_together_again(book, monkeypatch, kind):
    Bringing(book).bring()
    before = kept(book)
    monkeypatch.setattr(Corroboration, "again", _never)
    _judged(book, kind, 0, LATEST)
    assert not is_fresh(book)
    assert Bringing(book).caught_up()
    assert is_fresh(book)
    assert kept(book) == before


def test_an_acceptance_that_takes_the_place_of_a_correction_changes_something(book):
    bringing = Bringing(book)
    _judged(book, "correct", 0, LATER)
    bringing.bring()
    _judged(book, "accept", 0, LATEST)
    assert not bringing.caught_up()
    bringing.bring()
    (one,) = [each for each in gathered(book).told.incidents if NAMES[0] in each.accounts]
    assert one.killed is not None
    assert 3 not in {one.killed.value, *(other.value for other in one.killed.others)}


def test_what_somebody_else_kept_is_not_added_to(book):
    mine, theirs = Bringing(book), Bringing(book)
    mine.bring()
    _judged(book, "different", 0, LATER)
    theirs.anew()
    _judged(book, "correct", 1, LATEST)
    mine.bring()
    assert gathered(book).told == Bringing(book.as_far_as(book.together.needed())).anew().told


def test_only_what_is_told_otherwise_is_made_anew(book, monkeypatch):
    bringing, made = Bringing(book), []
    _put(book, 2, killed=4)
    bringing.bring()

    def told(thing, known):
        made.append(thing.id)
        return summary(thing, known)

    monkeypatch.setattr(keeping, "summary", told)
    _judged(book, "correct", 2, LATEST)
    bringing.bring()
    assert made == [NAMES[2]]
