"""Incidents and orders told together: lists, pages, same or different, taken apart, each with a preview."""

import re

import msgspec
import pytest

from holdfire.model.judgement import Different, Same
from holdfire.web.pages import things
from tests import stories
from tests.store.reports import AT, LATER, story
from tests.workflows.test_corroborating_book import LEAD, OTHER, REWRITE, _bundle


@pytest.fixture
def three(book):
    """Two reports of one shooting that differ in the toll, and one of another."""
    with book.change(who="ada", at=AT) as change:
        change.keep([_bundle("aa11", LEAD, killed=1), _bundle("bb22", REWRITE, killed=2)])
    with book.change(who="ada", at=LATER) as change:
        change.keep([_bundle("cc33", OTHER, town="Hyesan", date="2021-06-02")])
    return book


def test_a_casebook_without_incidents_says_what_to_do(ada, told):
    assert "No orders yet" not in ada.get("/orders").text
    assert (
        "Add reports" in ada.get("/incidents?q=nowhere").text
        or "Clear the filters" in ada.get("/incidents?q=nowhere").text
    )


def test_incidents_are_listed_with_support_and_dissent(ada, three):
    page = ada.get("/incidents").text
    assert "2 incidents" in page
    assert "2 reports" in page
    assert "reports differ" in page


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("q=hyesan", 1),
        ("q=hyesan+musan", 0),
        ("doubt=dissent", 1),
        ("sort=where", 2),
        ("sort=x'", 2),
        ("start=50", 0),
    ],
)
def test_lists_filter_and_sort(ada, three, asked, number):
    assert ada.get(f"/incidents?{asked}").text.count('class="what"') == number


def test_a_page_shows_who_tells_it_and_who_differs(ada, three):
    page = ada.get("/incidents/aa11").text
    assert "differs" in page
    assert "told: 1 to 2" in page
    assert page.count("<blockquote") >= 2
    assert "thing=bb22" in page


@pytest.mark.parametrize(
    "path", ["/incidents/ffff", "/orders/aa11", "/split/ffff", "/incidents/%00", "/pair?one=aa11&other=zz"]
)
def test_what_is_not_there(ada, three, path):
    assert ada.get(path).status_code == 404


def test_a_thing_and_itself_are_no_pair(ada, three):
    assert ada.get("/pair?one=aa11&other=bb22").status_code == 409


def test_two_are_made_one_with_a_preview(ada, three):
    page = ada.get("/pair?one=aa11&other=cc33").text
    assert "As one they would read" in page
    assert three.judgements.all() == []
    ada.post("/pair", one="aa11", other="cc33", kind="same", why="the same night")
    (judgement,) = three.judgements.all()
    assert isinstance(judgement, Same)
    assert "1 incident," in ada.get("/incidents").text


def test_two_are_kept_apart(ada, three):
    ada.post("/pair", one="aa11", other="cc33", kind="different")
    assert all(isinstance(each, Different) for each in three.judgements.all())
    assert "2 incidents" in ada.get("/incidents").text


def test_one_is_taken_apart_with_a_preview(ada, three):
    page = ada.get("/split/aa11?out=bb22").text
    assert "Then there would be 2" in page
    assert three.judgements.all() == []
    ada.post("/split/aa11", out="bb22")
    assert "3 incidents" in ada.get("/incidents").text


@pytest.mark.parametrize("out", [["aa11", "bb22"], [], ["nothing"]])
def test_one_stays_and_one_goes(ada, three, out):
    answer = ada.post("/split/aa11", out=out)
    assert answer.status_code == 409
    assert three.judgements.all() == []


def test_what_was_put_in_by_hand_is_told_too(ada, three):
    (report,) = [
        each.id for each in three.reports.listed() if "conscript" in three.reports.texts([each])[each.id]
    ]
    ada.post(
        f"/reports/{report}/addition",
        frame="orders",
        start=0,
        end=9,
        **{"slot-act": "fire", "slot-modality": "prohibition"},
    )
    page = ada.get("/orders").text
    assert "must not fire" in page
    thing = page.split('href="/orders/')[1].split('"')[0].split("?")[0]
    assert f"/reports/{report}?thing={thing}" in ada.get(f"/orders/{thing}").text
    assert 'data-at="orders.0"' in ada.get(f"/reports/{report}?thing={thing}").text


def test_a_large_casebook_asks_for_patience_and_comes_back_by_itself(ada, three, desk, monkeypatch):
    monkeypatch.setattr(desk.together, "now", lambda: (None, False))
    answer = ada.get("/incidents")
    assert (answer.status_code, answer.headers["refresh"]) == (503, "4")
    assert "being brought together" in answer.text


def test_what_is_not_up_to_date_says_so(ada, three, desk, monkeypatch):
    now, _ = desk.together.now()
    monkeypatch.setattr(desk.together, "now", lambda: (now, False))
    for path in ("/incidents", "/ledger", "/map", "/findings", "/team"):
        assert "is being taken in" in ada.get(path).text


def test_many_reports_of_one_thing_stand_on_several_pages(ada, book, monkeypatch):
    monkeypatch.setattr(things, "MOST_TOLD", 3)
    with book.change(who="ada", at=AT) as change:
        change.keep([_bundle(f"aa{n:02}", f"{LEAD} {n}", killed=1) for n in range(7)])
    told, at = list[str](), "/incidents/aa00"
    while at:
        page = ada.get(at).text
        told += re.findall(r"\?thing=(\w+)", page)
        following = re.search(r'href="([^"#]+)#tellers">after', page)
        at = following[1] if following else ""
    assert sorted(told) == [f"aa{n:02}" for n in range(7)]
    assert "before" in page


def test_all_lines_of_testimony_can_be_gone_through(ada, book, monkeypatch):
    texts = (LEAD, REWRITE)
    with book.change(who="ada", at=AT) as change:
        change.keep([_bundle(f"aa{n:02}", text, killed=1) for n, text in enumerate(texts)])
    whole = re.findall(r"<ol class=\"testimony\">.*?</ol>", ada.get("/incidents/aa00").text, re.DOTALL)[0]
    reports = re.findall(r'href="/reports/(\w+)"', whole)
    assert len(reports) == 2
    monkeypatch.setattr(things, "MOST_LINES", 1)
    found, at = list[str](), "/incidents/aa00"
    while at:
        page = ada.get(at).text
        lines = re.findall(r"<ol class=\"testimony\">.*?</ol>", page, re.DOTALL)[0]
        assert lines.count("<li>") == 1
        found += re.findall(r'href="/reports/(\w+)"', lines)
        following = re.search(r'href="([^"#]+)#testimony">after', page)
        at = following[1] if following else ""
    assert found == reports


def test_what_nobody_is_said_to_have_done_begins_with_the_act(ada, book):
    one = msgspec.structs.replace(stories.record().incidents[0], actor=())
    with book.change(who="ada", at=AT) as change:
        change.keep([story(incidents=(one,))])
    page = ada.get("/incidents").text
    assert "→" in page and ">→" not in page
