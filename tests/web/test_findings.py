"""Findings and trends: what the other parts work out, shown with grounds and caveats, never as guilt."""

import pytest

from holdfire.web import answers
from tests.store.reports import AT, plain
from tests.web.test_things import three

__all__ = ["three"]


def test_incidents_stand_on_two_axes(ada, three):
    page = ada.get("/findings").text
    assert "finds no one guilty" in page
    assert "The order in force" in page
    assert 'class="verdict' in page
    assert "principle" in page


def test_clauses_stand_against_the_standards(ada, told):
    page = ada.get("/findings?of=orders").text
    assert 'class="sheet order"' in page
    assert "<blockquote" in page


@pytest.mark.parametrize("path", ["/findings", "/findings?of=orders", "/findings?start=9999"])
def test_without_anything_they_say_so(ada, book, path):
    with book.change(who="ada", at=AT) as change:
        change.keep([plain("Nothing of the kind.")])
    assert "Nothing to hold against anything yet" in ada.get(path).text


def test_the_trend_asks_for_an_order_or_a_day(ada, told):
    page = ada.get("/trend").text
    assert "Did it change anything?" in page
    assert "Order of 17 January 2022" in page


@pytest.mark.parametrize(
    "asked",
    [{"day": "soon"}, {"day": "1999-01-01"}, {"order": "zz"}, {"day": "2021-03-01", "place": "Xyzzy"}],
)
def test_a_trend_that_cannot_be_told_keeps_what_was_asked(ada, three, asked):
    answer = ada.get("/trend", params=asked)
    assert answer.status_code == 200
    assert 'role="alert"' in answer.text
    for name, value in asked.items():
        assert name == "order" or f'value="{value}"' in answer.text


def test_a_trend_comes_with_its_caveats(ada, three):
    pytest.importorskip("scipy", reason="trends need the extra analysis")
    with three.change(who="ada", at=AT) as change:
        days = ("2020-06", "2021-12")
        change.keep([plain(f"Nothing of the kind in {day}.", published=day) for day in days])
    page = ada.get("/trend?day=2021-04-01").text
    assert "What to know of it" in page
    assert 'class="change"' in page


def test_commands_in_words_are_shown_as_they_are_typed():
    said = answers._commands("May be told twice: 4. `holdfire judge same` <joins>.")
    assert said == "May be told twice: 4. <code>holdfire judge same</code> &lt;joins&gt;."
