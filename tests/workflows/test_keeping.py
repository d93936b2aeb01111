"""What reports tell together is kept, and what is kept is what would be made anew."""

import pytest

from holdfire.corroboration import corroborating
from holdfire.model.judgement import Correct, Different, Reject, Same
from holdfire.store.checking import OffError
from holdfire.store.together import Sought
from holdfire.workflows.casebook import bringing, keeping
from holdfire.workflows.casebook.beside import Beside
from holdfire.workflows.casebook.corroborating import afresh, brought, gathered
from holdfire.workflows.casebook.judging import judge
from holdfire.workflows.casebook.opening import make_book, open_book
from holdfire.workflows.casebook.ordering import case, case_of
from holdfire.workflows.casebook.verifying import require_together
from tests.store.reports import AT, LATER, LATEST, story
from tests.workflows.test_corroborating_book import LEAD, OTHER, REWRITE, _bundle


@pytest.fixture
def book(tmp_path):
    make_book(str(tmp_path / "case.book"), who="ada").close()
    made = open_book(str(tmp_path / "case.book"))
    with made.change(who="ada", at=AT) as change:
        change.keep([_bundle("aa11", LEAD, killed=1), _bundle("bb22", REWRITE, killed=2), story()])
    with made.change(who="ada", at=LATER) as change:
        change.keep([_bundle("cc33", OTHER, town="Hyesan", date="2021-06-02")])
    yield made
    made.close()


def _record_of(book, thing):
    return next(stored for stored, r in book.readings.present() if any(i.id == thing for i in r.incidents))


def nothing(book):
    """Nobody decides anything."""


def joined(book):
    judge(book, Same(target="aa11", other="cc33", who="ada", when=LATEST))


def apart(book):
    judge(book, Different(target="aa11", other="bb22", who="ada", when=LATEST))


def corrected(book):
    of = _record_of(book, "bb22")
    target = f"report/{of.report}/incidents.0.killed"
    judge(book, Correct(target=target, reading=of.id, value=3, who="ada", when=LATEST))
    judge(book, Correct(target=f"report/{of.report}/outlet", value="A Gazette", who="ada", when=LATEST))


def rejected(book):
    of = _record_of(book, "cc33")
    judge(book, Reject(target=f"report/{of.report}/incidents.0.act", reading=of.id, who="ada", when=LATEST))


@pytest.mark.parametrize("decide", [nothing, joined, apart, corrected, rejected])
def test_what_is_kept_is_what_is_made(book, decide):
    gathered(book)
    decide(book)
    assert keeping.is_fresh(book) == (decide is nothing)
    made = brought(book)
    assert keeping.is_fresh(book)
    kept = gathered(book)
    assert kept.told == made.told
    assert kept.headers == made.headers
    assert kept.heard == made.heard
    accounts = [a for each in made.told.incidents for a in each.accounts]
    accounts += [a for each in made.told.orders for a in each.accounts]
    assert {a: kept.tellings[a] for a in accounts} == {a: made.tellings[a] for a in accounts}
    assert case(book).ledger.history == case_of(made).ledger.history


def test_what_is_fresh_is_not_made_again(book, monkeypatch):
    first = gathered(book)
    monkeypatch.setattr(bringing, "Corroboration", _never)
    assert gathered(book).told == first.told


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE thing SET toll = '9 killed' WHERE id = 'aa11'",
        "UPDATE thing SET rank = '0' WHERE id = 'aa11'",
        "UPDATE thing SET words = 'nothing' WHERE id = 'aa11'",
        "UPDATE whole SET (bytes, size, codec) = (SELECT bytes, size, codec FROM whole WHERE thing = 'cc33')",
        "UPDATE whole SET size = size - 1 WHERE thing = 'aa11'",
        "DELETE FROM whole WHERE thing = 'aa11'",
        "DELETE FROM attesting WHERE account = 'bb22'",
        "UPDATE attesting SET thing = 'aa11' WHERE account = 'cc33'",
        "DELETE FROM thing WHERE id = 'aa11'",
    ],
)
def test_a_row_that_was_tampered_with_is_named_and_can_be_made_again(book, tampering):
    gathered(book)
    assert require_together(book) == sum(1 for each in ("incident", "order") for _ in book.together.all(each))
    with book.change(who="eve", at=LATEST) as change:
        change._connection.exec_driver_sql(tampering)
    with pytest.raises(OffError, match=r"what is told together, (aa11|cc33)"):
        require_together(book)
    assert afresh(book).told == gathered(book).told
    assert require_together(book)


def _never(*_given, **_named):
    raise AssertionError("brought together again")


def test_another_report_is_taken_in(book):
    before = len(gathered(book).told.incidents)
    with book.change(who="ada", at=LATEST) as change:
        change.keep([_bundle("dd44", OTHER.replace("Hyesan", "Musan"), town="Musan", date="2020-01-02")])
    assert len(gathered(book).told.incidents) == before + 1
    assert keeping.is_fresh(book)


def test_as_of_an_earlier_moment_nothing_of_now_is_taken(book):
    everything = gathered(book).told
    last = book.together.needed()
    then = gathered(book.as_far_as(last - 1)).told
    assert len(then.incidents) == len(everything.incidents) - 1
    assert gathered(book).told == everything, "and looking back changes nothing"


def test_a_holdfire_that_brings_together_differently_makes_it_again(book, monkeypatch):
    gathered(book)
    monkeypatch.setattr(keeping, "maker", lambda: "0.0.1 another")
    assert not keeping.is_fresh(book)
    gathered(book)
    assert keeping.is_fresh(book)


def test_the_maker_follows_from_the_code_that_brings_together():
    assert keeping.maker() == keeping.maker()
    assert corroborating.__name__.rpartition(".")[0] in keeping._MAKERS


@pytest.mark.slow
def test_a_process_beside_does_the_same(book):
    assert book.again is not None
    process = Beside(book.again)
    process.bring()
    assert keeping.is_fresh(book)
    kept = gathered(book).told
    joined(book)
    process.bring()
    process.close()
    assert keeping.is_fresh(book)
    assert len(gathered(book).told.incidents) == len(kept.incidents) - 1
    assert gathered(book).told == brought(book).told


def test_a_thing_that_was_made_anew_meanwhile_is_left_out(book, monkeypatch):
    gathered(book)
    ids = [each.id for each in book.together.page(Sought("incident"))]
    gone = book.together.whole
    monkeypatch.setattr(type(book.together), "whole", lambda self, things: gone(things[1:]))
    assert [each.id for each in keeping.things_kept(book, ids)] == ids[1:]
