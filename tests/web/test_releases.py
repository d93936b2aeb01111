"""The page of a release: what would leave, and the second person's word on it."""

import re

import pytest

from holdfire.errors import BookError
from holdfire.workflows.casebook.releasing import plan, publish, refusals
from tests.web.test_team import as_, decide, desk, door, quick
from tests.workflows.test_accounts import GOOD

__all__ = ["as_", "desk", "door", "quick"]


def release_in(text):
    found = re.search(r'name="release" value="([0-9a-f]{64})"', text)
    assert found
    return found[1]


def test_it_shows_what_would_leave_and_what_stays(as_, told):
    text = as_("rev").get("/releases?audience=public").text
    assert "may leave" in text
    assert "stay, and why" in text or "leave</h3>" in text


def test_whoever_may_not_review_sees_it_and_may_not_say_so(as_, told):
    browser = as_("cody")
    text = browser.get("/releases?audience=internal").text
    assert "Reviewers say whether it may" in text
    done = browser.post("/releases", audience="internal", release="0" * 64, kind="approve")
    assert done.status_code == 403


def test_an_approval_and_a_refusal_are_in_the_log_and_hold(as_, told, desk):
    browser, book = as_("rev"), desk.book
    looked = release_in(browser.get("/releases?audience=internal").text)
    assert browser.post("/releases", audience="internal", release=looked, kind="approve").status_code == 200
    assert plan(book, "internal").approved == ("rev",)
    without = browser.post("/releases", audience="internal", release=looked, kind="refuse")
    assert without.status_code == 422
    assert "hy it may not leave is missing" in without.text
    why = "the village is too small"
    assert (
        browser.post("/releases", audience="internal", release=looked, kind="refuse", why=why).status_code
        == 200
    )
    assert (plan(book, "internal").approved, refusals(book, looked)) == ((), (("rev", why),))
    assert why in browser.get("/releases?audience=internal").text
    assert [each.why for each in book.judgements.all() if each.target == f"release/{looked}"]


def test_what_somebody_refused_is_not_written(as_, told, desk, tmp_path):
    browser, book = as_("rev"), desk.book
    looked = release_in(browser.get("/releases?audience=internal").text)
    browser.post("/releases", audience="internal", release=looked, kind="refuse", why="not yet")
    with pytest.raises(BookError, match="rev says that it may not leave: not yet"):
        publish(book, plan(book, "internal"), tmp_path / "out", who="kim", ask=lambda _who: GOOD)
    assert not (tmp_path / "out").exists()


def test_an_id_that_is_not_the_one_that_would_leave_is_refused(as_, told):
    done = as_("rev").post("/releases", audience="internal", release="0" * 64, kind="approve")
    assert done.status_code == 422
    assert "look at it again" in done.text


def test_an_unknown_audience_is_named_and_nothing_breaks(as_):
    text = as_("rea").get("/releases?audience=<b>").text
    assert "There is no audience" in text
    assert "<b></bdi>" not in text


def test_what_was_worked_out_is_kept_until_the_casebook_has_something_new(as_, told, desk, monkeypatch):
    worked: list[str] = []

    def counted(book, audience, *, today):
        worked.append(audience)
        return plan(book, audience, today=today)

    monkeypatch.setattr("holdfire.web.previews.plan", counted)
    browser = as_("rev")
    looked = release_in(browser.get("/releases?audience=internal").text)
    assert release_in(browser.get("/releases?audience=internal").text) == looked
    browser.post("/releases", audience="internal", release=looked, kind="refuse", why="not yet")
    assert "not yet" in browser.get("/releases?audience=internal").text
    assert worked == ["internal"]
    assert decide(as_("ben"), told).status_code == 200
    assert release_in(browser.get("/releases?audience=internal").text)
    assert worked == ["internal", "internal"]


def test_an_answer_is_found_by_its_release_alone(as_, told, desk):
    browser, book = as_("rev"), desk.book
    looked, before = release_in(browser.get("/releases?audience=internal").text), desk.book.releases.needed()
    browser.post("/releases", audience="internal", release=looked, kind="approve")
    assert [each.who for each in book.judgements.of(f"release/{looked}")] == ["rev"]
    assert book.judgements.of(f"release/{looked[:-1]}") == []
    assert book.releases.needed() == before < book.log.last().seq
