"""The day that a report's own byline or dateline tells is that of its publication, unless told otherwise."""

import pytest

from holdfire.sources.bylines import day_told
from holdfire.sources.reports import open_report

DAYS = {
    "A guard fired\n\nBy Jane Doe     Dec 7, 2009 in World\nA guard fired at a boat on Monday.": "2009-12-07",
    "Posted: Tuesday, January 28, 2014 8:18 PM EST\n\nA guard fired at a boat on Monday.": "2014-01-28",
    "Seoul (AFP) Nov 7, 2011 A guard fired at a boat on Monday.": "2011-11-07",
    "Goma, 9 August 2023 – A guard fired at a boat on Monday.": "2023-08-09",
    "A guard fired at a boat on November 7, 2011.": None,
    "SEOUL, July 15 (UPI) — A guard fired at a boat on Monday.": None,
    "Published: Tuesday, 12/05/2015\n\nA guard fired at a boat.": None,
    "": None,
}


@pytest.mark.parametrize(("words", "day"), DAYS.items(), ids=str)
def test_a_whole_day_in_a_byline_or_dateline_is_found_and_no_other(words, day):
    assert day_told(words) == day


def test_what_the_user_says_goes_before_the_byline(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("Seoul (AFP) Nov 7, 2011 A guard fired at a boat on Monday.", "utf-8")
    assert open_report(path).published == "2011-11-07"
    assert open_report(path, published="2011-11-08").published == "2011-11-08"
