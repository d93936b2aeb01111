"""The inbox: the queue, its filters, the search, and what it says where there is nothing."""

import pytest

from holdfire.model.judgement import Accept
from holdfire.web.pages.inbox import AT_ONCE
from holdfire.workflows.casebook.judging import judge
from tests.store.reports import AT, plain
from tests.workflows.test_corroborating_book import LEAD, OTHER, _bundle


@pytest.fixture
def many(book):
    with book.change(who="ada", at=AT) as change:
        change.keep(
            [
                plain(f"Report {n} of the guards.", title=f"Number {n:02}", outlet="B")
                for n in range(AT_ONCE + 5)
            ]
        )


def test_an_empty_casebook_says_how_to_fill_it(ada):
    page = ada.get("/").text
    assert "This casebook is empty" in page
    assert 'type="file"' in page


def test_reports_are_listed_with_what_they_tell(ada, told):
    page = ada.get("/").text
    assert "Flares" in page
    assert "26 January 2022" in page
    assert "1 order<" in page
    assert f"/reports/{told}" in page


def test_older_reports_are_a_click_away(ada, many):
    first = ada.get("/").text
    assert "Number 34" in first
    assert "Number 04" not in first
    older = first.split('hx-get="')[1].split('"')[0].replace("&amp;", "&")
    assert "Number 04" in ada.get(older).text


def test_filters_leave_out_the_rest(ada, told, many):
    assert "Flares" in ada.get("/?outlet=Tumen+Courier").text
    assert "Number" not in ada.get("/?outlet=Tumen+Courier").text
    assert "Number" not in ada.get("/?holds=order").text
    assert "No report passes these filters" in ada.get("/?outlet=nobody").text


def test_checked_reports_wait_no_more(ada, told, book):
    reading = book.readings.of(told)[-1].id
    judge(book, Accept(target=f"report/{told}", reading=reading, who="ada", when=AT))
    assert "Nothing waits" in ada.get("/").text
    assert "Flares" in ada.get("/?view=checked").text
    assert "1 of 1 done" in ada.get("/").text


def test_a_search_looks_through_all_and_marks_what_it_found(ada, told, many):
    page = ada.get("/?q=reckless").text
    assert "<mark>reckless</mark>" in page
    assert "Number" not in page


@pytest.mark.parametrize("words", ["-only", "***", '"'])
def test_a_search_for_nothing_says_so(ada, told, words):
    answer = ada.get("/", params={"q": words})
    assert answer.status_code == 200
    assert "nothing to search for" in answer.text


def test_a_search_without_hits_says_what_to_try(ada, told):
    assert "No report holds all of" in ada.get("/?q=zebra").text


@pytest.mark.parametrize(
    "asked", ["view=nonsense", "before=abc", "before=99999999999999999999", "holds=x'--", "outlet=%00"]
)
def test_what_makes_no_sense_asks_nothing(ada, told, asked):
    assert ada.get(f"/?{asked}").status_code == 200


def test_a_report_that_may_be_a_copy_says_so(ada, book):
    copied = f"{LEAD} The family was told to keep silent, and nobody was allowed to bury the dead for a week."
    with book.change(who="ada", at=AT) as change:
        change.keep(
            [_bundle("aa11", copied), _bundle("bb22", f"{copied} It was reprinted."), _bundle("cc33", OTHER)]
        )
    assert "like 1 other" not in ada.get("/").text, "nothing was brought together yet"
    ada.get("/incidents")
    page = ada.get("/").text
    assert page.count("like 1 other") == 2
    assert 'href="/incidents/aa11"' in page
