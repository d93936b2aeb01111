"""Dates as reports write them: values, bounds, reasons, rivals; and sound rows on any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.errors import DateError
from holdfire.model.period import contains, parse_period
from holdfire.model.span import Span
from holdfire.model.truth import Truth
from holdfire.reading.english.dates import dates_of, find_dates, resolve_date, resolve_dates
from holdfire.reading.english.dates.anchors import ANCHORS
from holdfire.reading.english.dates.holidays import HOLIDAYS, easter, holidays_in, orthodox_easter
from holdfire.reading.grammar.pattern import word_set

WEDNESDAY = "2022-01-26"


def values(words, published=WEDNESDAY):
    return [(row["quote"], row["value"]) for row in dates_of(words, published)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "On Jan. 17, the government ordered troops to switch to flares from Jan. 18.",
            [("Jan. 17", "2022-01-17"), ("from Jan. 18", "2022-01-18/..")],
        ),
        ("A source told us on Tuesday that", [("Tuesday", "2022-01-25")]),
        ("late August last year", [("late August last year", "2021-08-21~/2021-08-31~")]),
        ("in early December they crossed", [("early December", "2021-12-01~/2021-12-10~")]),
        ("walls were going up in mid-August", [("mid-August", "2021-08-11~/2021-08-20~")]),
        ("19 deaths since 2010.", [("since 2010", "2010/..")]),
        (
            "67 shootings between January 2010 and October 2012",
            [("between January 2010 and October 2012", "2010-01/2012-10")],
        ),
        (
            "closed from 8 p.m. to 5 a.m. from April to September",
            [("from 8 p.m. to 5 a.m. from April to September", "XXXX-04/XXXX-09 T20:00/T05:00")],
        ),
        (
            "shot dead at around 5:00 am on Friday (November 12).",
            [("at around 5:00 am on Friday (November 12)", None)],
        ),
        ("from the midnight of February 24/25", [("from the midnight of February 24/25", None)]),
        ("over the last two years", [("the last two years", "2020-01-26~/2022-01-26")]),
        ("earlier this month", [("earlier this month", "2022-01-01/2022-01-26")]),
        (
            "On Jan. 17 it fell. The same day it rose.",
            [("Jan. 17", "2022-01-17"), ("The same day", "2022-01-17")],
        ),
        ("valid until March 5", [("until March 5", "../2022-03-05")]),
        ("a 10-day curfew", [("10-day", "P10D")]),
        ("patrols every Friday", [("every Friday", "XXXX-WXX-5")]),
    ],
)
def test_dates_as_reports_write_them(words, expected):
    found = values(words)
    assert len(found) == len(expected)
    for (quote, value), (expected_quote, expected_value) in zip(found, expected, strict=True):
        assert quote in expected_quote
        assert expected_value is None or value == expected_value


def test_a_time_on_a_date():
    assert values("at around 5:00 am on Friday (November 12)", "2021-11-13")[0][1] == "2021-11-12T05:00~"
    assert values("from the midnight of February 24/25", "2021-02-26")[0][1].startswith("2021-02-25T00:00")


def test_an_end_that_hangs_on_an_event_has_a_condition_and_no_date():
    (mention,) = find_dates("It holds until the pandemic ends.", (Span(0, 33),))
    resolved = resolve_date(mention, published=None)
    assert (mention.type, resolved.value, resolved.timex) == ("UNTIL", "the pandemic ends", None)
    assert resolved.period is None
    assert dates_of("It holds until the pandemic ends.", WEDNESDAY) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [("On Jan. 17 it began", "XXXX-01-17"), ("on the 26th.", "XXXX-XX-26"), ("on Tuesday it", None)],
)
def test_a_year_that_nothing_states_stays_open_and_says_so(words, value):
    (row,) = dates_of(words, None)
    assert row["value"] == value
    assert row["because"]
    assert row["basis"] == "stated"


def test_last_tuesday_written_on_a_wednesday_has_two_readings():
    (row,) = dates_of("last Tuesday", WEDNESDAY)
    assert (row["value"], row["rivals"]) == ("2022-01-25", ["2022-01-18"])
    assert "rivals" not in dates_of("last Friday", WEDNESDAY)[0]


def test_a_weekday_that_is_the_day_of_publication_has_two_readings():
    assert dates_of("It said on Wednesday that", WEDNESDAY)[0]["rivals"] == ["2022-01-19"]


@pytest.mark.parametrize(
    ("words", "value"),
    [("They will meet on Friday", "2022-01-28"), ("They met on Friday", "2022-01-21")],
)
def test_the_tense_tells_which_weekday(words, value):
    assert values(words) == [("Friday", value)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The ban will be lifted on Friday.", "2022-01-28"),
        ("It is expected to be signed on Monday.", "2022-01-31"),
        ("The curfew begins on Monday.", "2022-01-31"),
        ("He will succeed the general on Feb. 1.", "2022-02-01"),
        ("They may come as soon as Tuesday.", "2022-02-01"),
        ("He had been due to leave on Friday.", "2022-01-21"),
        ("Until Thursday they had not fired.", "../2022-01-20"),
        ("It was extended until Thursday.", "../2022-01-27"),
        ("In what is believed to be a raid on Saturday night they burnt the post.", "2022-01-22"),
        ("The army built posts there in March.", "2021-03"),
    ],
)
def test_passives_and_pluperfects_have_a_tense_too(words, value):
    assert values(words)[0][1] == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("early Sunday", "2022-01-23"),
        ("shot on the night of the 19th to the 20th", "2022-01-19/2022-01-20"),
        ("on the night between Jan. 19 and 20", "2022-01-19/2022-01-20"),
        ("late Saturday into Sunday", "2022-01-22/2022-01-23"),
        ("overnight into Sunday", "2022-01-22/2022-01-23"),
        ("shortly before midnight on Friday", "2022-01-21T00:00~"),
        ("after 11 p.m. on Friday", "2022-01-21T23:00/2022-01-21T23:59"),
        ("before 6 a.m. Tuesday", "2022-01-25T00:00/2022-01-25T06:00"),
        ("around 11 Monday night", "2022-01-24T23:00"),
        ("at 0530 hours on Jan. 17", "2022-01-17T05:30"),
        ("within the last 48 hours", "2022-01-24~/2022-01-26~"),
        ("Monday through Friday", "2022-01-17/2022-01-21"),
        ("from Feb. 29 to March 1, 2020", "2020-02-29/2020-03-01"),
        ("from dusk to dawn", "TEV/TMO"),
        ("in winter from 6 p.m. to 7 a.m.", "XXXX-24 T18:00/T07:00"),
        ("in the first ten days of February 2021", "2021-02-01/2021-02-10"),
        ("in the second half of January", "2022-01-16/2022-01-31"),
        ("in early to mid-January", "2022-01-01~/2022-01-20~"),
        ("more than three weeks ago", "../2022-01-05~"),
        ("the last Sunday of October", "2021-10-31"),
    ],
)
def test_when_an_act_took_place(words, value):
    assert [v for _, v in values(words)] == [value]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("on January 17 and 18.", ["2022-01-17", "2022-01-18"]),
        ("on Jan. 17, 18 and 19, 2021", ["2021-01-17", "2021-01-18", "2021-01-19"]),
        ("on the 17th and 18th of March", ["2022-03-17", "2022-03-18"]),
        ("On January 17 and 18 people died.", ["2022-01-17"]),
        ("On January 17 and 12 at noon", ["2022-01-17", "2022-01-17T12:00"]),
    ],
)
def test_days_that_share_a_month(words, days):
    assert [v for _, v in values(words)] == days


def test_what_follows_from_a_context_is_resolved_and_says_from_what():
    rows = dates_of(
        "on Jan. 5 of last year, and on the 15th of next month, and on Monday of last week", WEDNESDAY
    )
    assert [(row["value"], row["basis"]) for row in rows] == [
        ("2021-01-05", "resolved"),
        ("2022-02-15", "resolved"),
        ("2022-01-17", "resolved"),
    ]
    assert all(row["because"] for row in rows)


def test_a_time_by_the_clock_is_open_in_timex_and_resolved_in_its_value():
    (row,) = dates_of("on Tuesday at 8 p.m.", WEDNESDAY)
    assert (row["timex"], row["value"]) == ("XXXX-WXX-2T20", "2022-01-25T20:00")


def test_the_anchor_is_the_date_spoken_of():
    (mention,) = find_dates("ten days later", (Span(0, 14),))
    anchor = parse_period("2021-12-01")
    assert resolve_date(mention, published=parse_period(WEDNESDAY), anchor=anchor).value == "2021-12-11"


def test_an_impossible_date_is_named_and_has_no_value():
    (row,) = dates_of("on Feb. 30, 2022", WEDNESDAY)
    assert row["value"] is None
    assert "no such day" in row["because"]


def test_what_lies_before_the_calendar_is_no_error():
    assert dates_of("5,000 years ago", WEDNESDAY)[0]["value"] is None


def test_the_period_of_a_value_has_bounds():
    words = "from Jan. 18"
    mentions = find_dates(words, (Span(0, len(words)),))
    (found,) = resolve_dates(words, mentions, published=parse_period(WEDNESDAY))
    assert found.period is not None
    assert found.period.open_end
    assert contains(found.period, parse_period("2022-01-20")) is Truth.YES


@pytest.mark.parametrize(
    "words",
    [
        "Troops may march on the second post.",
        "The sun set; the score was 3-2.",
        "Call 555-2010 or (202) 555-0199.",
        "Two thirds, 1/2 or 3/4 of Highway 2010",
        "2,010 people; $2010; 2010 troops",
        "a 17-year-old and a 6-month-old",
        "a 4:3 ratio",
    ],
)
def test_what_is_no_date(words):
    assert values(words) == []


def test_what_the_words_alone_say():
    rows = dates_of("on Jan. 5 or Tuesday at 8 p.m.", WEDNESDAY, as_written=True)
    assert [row["timex"] for row in rows] == ["XXXX-01-05", "XXXX-WXX-2T20"]
    assert [row["value"] for row in rows] == ["2022-01-05", "2022-01-25T20:00"]


def test_only_the_spans_given_are_read():
    words = "Jan. 5. Jan. 6. Jan. 7."
    assert [m.start for m in find_dates(words, (Span(0, 7), Span(16, 23)))] == [0, 16]


@pytest.mark.parametrize(
    ("year", "day"), [(1999, "1999-04-04"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2022, "2022-04-17")]
)
def test_easter(year, day):
    assert easter(year).isoformat() == day


@pytest.mark.parametrize(
    ("words", "published", "value"),
    [
        ("during the Lunar New Year", "2022-02-10", "2022-02-01"),
        ("at Seollal", "1997-02-20", "1997-02-08"),
        ("on Chuseok", "2021-09-30", "2021-09-21"),
        ("on the Day of the Sun", "2022-04-20", "2022-04-15"),
        ("since Party Foundation Day", "2021-11-01", "2021-10-10/.."),
        ("on Kim Jong Il’s birthday", "2022-03-01", "2022-02-16"),
        ("during Ramadan", "2022-05-10", "2022-04-02~/2022-05-01~"),
        ("on Eid al-Fitr 2021", "2022-05-10", "2021-05-13~"),
        ("at Nowruz", "2021-04-01", "2021-03-21"),
        ("on Diwali 1950", "2021-04-01", "1950"),
    ],
)
def test_feasts_of_many_calendars(words, published, value):
    assert [v for _, v in values(words, published)] == [value]


def test_every_holiday_falls_about_once_a_year():
    for name in HOLIDAYS - {n for n in HOLIDAYS if "’" in n}:
        days = [day for year in range(2002, 2034) for day in holidays_in(name, year)]
        assert 31 <= len(days) <= 34, name


@pytest.mark.parametrize(("year", "day"), [(2000, "2000-04-30"), (2017, "2017-04-16"), (2022, "2022-04-24")])
def test_orthodox_easter(year, day):
    assert orthodox_easter(year).isoformat() == day


_AROUND = word_set(
    "the last next this in on at from to until and between early two several 5,000 ago later every of - – , "
    ". ( ) 3 17 31 2022 1/17 5:30 8pm 26th"
)
vocabulary = st.sampled_from([*sorted(ANCHORS.words), *sorted(_AROUND), "\n"])
texts = st.lists(vocabulary, max_size=14).map(" ".join)
published = st.sampled_from(
    [None, "2022-01-26", "2020-02-29", "1999-12-31T23:59", "0001-01-02", "9999-12-30", "junk"]
)


@given(texts | st.text(max_size=60), published)
def test_any_text_gives_sound_rows(words, when):
    rows = dates_of(words, when)
    ends = [0] + [row["end"] for row in rows]
    for row, before in zip(rows, ends, strict=False):
        assert before <= row["start"] < row["end"] <= len(words)
        assert row["quote"] == words[row["start"] : row["end"]]
        assert row["type"] in ("DATE", "TIME", "DURATION", "SET")
        assert row["basis"] in ("stated", "resolved", "inferred")


@given(texts)
def test_values_of_dates_are_edtf(words):
    mentions = find_dates(words, (Span(0, len(words)),))
    for one in resolve_dates(words, mentions, published=parse_period(WEDNESDAY)):
        if one.mention.type == "DATE" and one.value is not None:
            try:
                parse_period(one.value)
            except DateError as error:
                assert "ends before it starts" in str(error), (words, one.value)


@pytest.mark.parametrize("published", ["2022-01-26", "2022-01-26~", "2022-01"])
def test_a_year_is_resolved_by_a_publication_known_to_the_day_or_about(published):
    words = "On Jan. 17, the government ordered guards to use flares."
    known = parse_period(published)
    [date] = resolve_dates(words, find_dates(words, (Span(0, len(words)),)), published=known)
    assert (date.value, date.basis) == ("2022-01-17", "resolved")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("They fired on Jan. 2, by guidance of last December. Two days earlier they had not.", "2022-12-31"),
        ("They fired on Jan. 2. In February it snowed. Two weeks later they left.", "2023-01-16~"),
        ("In March 2021 they left. Two days later they came.", "2021-03~"),
        ("In 2019 they left. A week later they came.", "2019~"),
        ("In March 2021 they left. Two months later they came.", "2021-05~"),
        ("He said on 14 February that they had fired the previous day.", "2023-02-13"),
        ("They met on 14 February. The next day they fired.", "2023-02-15"),
    ],
)
def test_days_are_counted_from_a_day(words, value):
    mentions = find_dates(words, (Span(0, len(words)),))
    assert resolve_dates(words, mentions, published=parse_period("2023-03-07"))[-1].value == value


def test_a_reading_against_the_tense_does_not_claim_it():
    words = "The guidance was issued in March."
    mentions = find_dates(words, (Span(0, len(words)),))
    [found] = resolve_dates(words, mentions, published=parse_period("2023-02-07"))
    assert (found.value, found.rivals, found.because) == (
        "2023-03",
        ("2022-03",),
        "the nearest to publication",
    )
