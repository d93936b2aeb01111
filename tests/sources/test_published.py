"""Dates as people write them: one EDTF, or an error that says what is wrong and what to write."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.errors import DateError
from holdfire.sources.published import published_date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2022-01-26", "2022-01-26"),
        (" 2022-01-26\n", "2022-01-26"),
        ("2022", "2022"),
        ("2022-01", "2022-01"),
        ("2022-01~", "2022-01~"),
        ("2022-01-17?", "2022-01-17?"),
        ("2022%", "2022%"),
        ("20220126", "2022-01-26"),
        ("2022/1/26", "2022-01-26"),
        ("26 January 2022", "2022-01-26"),
        ("26 Jan 2022", "2022-01-26"),
        ("Jan. 26, 2022", "2022-01-26"),
        ("January 26th, 2022", "2022-01-26"),
        ("1st of May 2020", "2020-05-01"),
        ("Wednesday, January 26, 2022", "2022-01-26"),
        ("Sept 5 2021", "2021-09-05"),
        ("January 2022", "2022-01"),
        ("26/01/2022", "2022-01-26"),
        ("01/26/2022", "2022-01-26"),
        ("03/03/2022", "2022-03-03"),
        ("2013-03-22T10:00:00", "2013-03-22T10:00:00"),
        ("2013-03-22 10:00", "2013-03-22T10:00:00"),
        ("2013-03-22T10:00:00.000Z", "2013-03-22T10:00:00Z"),
        ("2013-03-22T10:00:00+0900", "2013-03-22T10:00:00+09:00"),
        ("2020-02-29", "2020-02-29"),
        ("Wed, 26 Jan 2022 00:03:00 +0900", "2022-01-26T00:03:00+09:00"),
        ("26 Jan 2022 10:03 KST", "2022-01-26T10:03:00+09:00"),
        ("2022.01.26 오전 10:03", "2022-01-26T10:03:00"),
        ("2022.01.26 10:03오전", "2022-01-26T10:03:00"),
        ("2022.01.26 오후 12:03", "2022-01-26T12:03:00"),
        ("2022.01.26 오전 12:03:09", "2022-01-26T00:03:09"),
        ("2022년 1월 26일 (수) 10시 03분", "2022-01-26T10:03:00"),
        ("2022. 1. 26.", "2022-01-26"),
    ],
)
def test_dates(text, edtf):
    assert published_date(text) == edtf


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty date"),
        ("yesterday", "is not a date"),
        ("Foo 2022", "is not a date"),
        ("26 January", "is not a date"),
        ("22-01-26", "is not a date"),
        ("2022-1-6", "is not a date"),
        ("２０２２", "is not a date"),
        ("2022-13", "no month 13"),
        ("2022-00-10", "no month 0"),
        ("2022-02-30", "February 2022 has no day 30"),
        ("2021-02-29", "February 2021 has no day 29"),
        ("31 April 2022", "April 2022 has no day 31"),
        ("2022-01-00", "has no day 0"),
        ("0022-01-01", "year 0022"),
        ("2022-01-26T25:00", "no such time"),
        ("32/13/2022", "no "),
        ("2022.01.26 오후 13:10", "no such time"),
        ("2022년 13월 1일", "no month 13"),
    ],
)
def test_what_is_no_date_is_refused_with_a_remedy(text, problem):
    with pytest.raises(DateError, match=problem) as caught:
        published_date(text)
    assert "2022-01-26" in caught.value.remedy


def test_an_ambiguous_date_is_refused_with_both_readings():
    with pytest.raises(DateError) as caught:
        published_date("01/02/2022")
    for words in ("2 January 2022", "1 February 2022", "2022-01-02", "2022-02-01"):
        assert words in str(caught.value)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_however_it_is_written(day):
    for written in (
        day.isoformat(),
        f"{day:%d %B} {day.year}",
        f"{day:%b} {day.day}, {day.year}",
        f"{day:%A, %B %d,} {day.year}",
    ):
        assert published_date(written) == day.isoformat()


@given(st.text(max_size=30))
def test_dates_are_total(text):
    try:
        edtf = published_date(text)
    except DateError as error:
        assert "\n" not in str(error)
    else:
        assert edtf.isascii()
        assert published_date(edtf) == edtf
