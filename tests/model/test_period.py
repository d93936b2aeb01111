"""The laws of periods, and the forms of EDTF they are read from."""

import random
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.errors import DateError
from holdfire.model.period import BEGINNING, END, Period, before, contains, overlaps, parse_period
from holdfire.model.truth import Truth, all_of, any_of, unanimous

YES, NO, POSSIBLY = Truth.YES, Truth.NO, Truth.POSSIBLY

days = st.dates(date(1950, 1, 1), date(2049, 12, 31))
marks = st.sampled_from(["", "", "", "~", "?", "%"])


@st.composite
def moments(draw: st.DrawFn) -> str:
    day = draw(days)
    forms = [
        f"{day}",
        f"{day:%Y-%m}",
        f"{day:%Y}",
        f"{day:%Y}-{draw(st.integers(21, 24))}",
        f"{day.year // 10}X",
        f"{day:%Y}-XX-{day.day % 28 + 1:02}",
        f"{day:%Y-%m}-XX",
        f"XXXX-{day:%m-%d}",
        f"{day}T{draw(st.integers(0, 23)):02}:{draw(st.integers(0, 59)):02}",
    ]
    return draw(st.sampled_from(forms)) + draw(marks)


@st.composite
def intervals(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(["closed", "open start", "open end", "unknown end", "unknown start"]))
    if kind != "closed":
        one = draw(moments())
        return {
            "open start": f"../{one}",
            "open end": f"{one}/..",
            "unknown end": f"{one}/",
            "unknown start": f"/{one}",
        }[kind]
    first, last = sorted([draw(days), draw(days)])
    return f"{first}{draw(marks)}/{last}{draw(marks)}"


single = moments() | intervals()
edtf = single | st.lists(single, min_size=2, max_size=3).map(lambda some: f"[{','.join(some)}]")
periods = st.builds(lambda text, within: parse_period(text, within=within), edtf, st.booleans())


def sample(period: Period, choose: random.Random) -> tuple[int, int]:
    """A stretch that the period may turn out to be."""
    bounds = (choose.choice(period.among) if period.among else period).bounds
    while True:
        start = choose.choice([bounds.earliest_start, bounds.latest_start, choose.randint(*bounds[:2])])
        end = choose.choice([bounds.earliest_end, bounds.latest_end, choose.randint(*bounds[2:])])
        if start < end:
            return start, end


@given(edtf)
def test_format_gives_back_what_was_parsed(text):
    assert str(parse_period(text)) == text
    assert parse_period(str(parse_period(text))) == parse_period(text)


@given(periods)
def test_bounds_are_in_order_and_leave_room(period):
    bounds = period.bounds
    assert bounds.earliest_start <= bounds.latest_start
    assert bounds.earliest_end <= bounds.latest_end
    assert bounds.earliest_start < bounds.latest_end
    assert bounds.latest_start < bounds.latest_end
    assert bounds.earliest_start < bounds.earliest_end


@given(periods, periods)
def test_before_is_antisymmetric(a, b):
    assert not (before(a, b) is YES and before(b, a) is not NO)


@given(periods)
def test_nothing_is_before_itself_for_sure(period):
    assert before(period, period) is not YES


@given(periods, periods)
def test_overlaps_is_symmetric(a, b):
    assert overlaps(a, b) is overlaps(b, a)


@given(periods, periods)
def test_what_contains_overlaps(a, b):
    if contains(a, b) is YES:
        assert overlaps(a, b) is YES
    if overlaps(a, b) is NO:
        assert contains(a, b) is NO


@given(periods, periods)
def test_before_excludes_overlap(a, b):
    if before(a, b) is YES:
        assert overlaps(a, b) is NO


@given(periods, periods, st.randoms(use_true_random=False))
def test_certain_answers_hold_for_every_sample(a, b, choose):
    for _ in range(8):
        (s, e), (t, f) = sample(a, choose), sample(b, choose)
        for answer, holds in (
            (before(a, b), e <= t),
            (overlaps(a, b), s < f and t < e),
            (contains(a, b), s <= t and f <= e),
        ):
            assert answer is POSSIBLY or (answer is YES) == holds


@given(st.sampled_from(Truth), st.sampled_from(Truth), st.sampled_from(Truth))
def test_truth_obeys_kleene(a, b, c):
    assert ~~a is a
    assert a & b is b & a
    assert a | b is b | a
    assert ~(a & b) is (~a | ~b)
    assert a & (b | c) is (a & b) | (a & c)
    assert a & (a | b) is a
    assert (a & b) & c is a & (b & c)
    assert (a | b) | c is a | (b | c)
    assert a & Truth.YES is a
    assert a | Truth.NO is a


def _less_known(a: Truth, b: Truth) -> bool:
    """Whether one answer is the other, or leaves it open."""
    return a is b or a is POSSIBLY


@given(st.sampled_from(Truth), st.sampled_from(Truth), st.sampled_from(Truth), st.sampled_from(Truth))
def test_truth_is_monotone_in_what_is_known(a, b, c, d):
    """To learn more never turns a yes or a no round."""
    if _less_known(a, c) and _less_known(b, d):
        assert _less_known(a & b, c & d)
        assert _less_known(a | b, c | d)
        assert _less_known(~a, ~c)


def test_truth_is_no_boolean():
    with pytest.raises(TypeError, match="three values"):
        bool(YES)
    assert unanimous([YES, NO]) is POSSIBLY
    assert unanimous([NO, NO]) is NO


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2022-01-17", "2022-01-17", "2022-01-18"),
        ("2022-02", "2022-02-01", "2022-03-01"),
        ("2020-02-29", "2020-02-29", "2020-03-01"),
        ("2022", "2022-01-01", "2023-01-01"),
        ("199X", "1990-01-01", "2000-01-01"),
        ("19XX", "1900-01-01", "2000-01-01"),
        ("2021-22", "2021-06-01", "2021-09-01"),
        ("2021-24", "2021-12-01", "2022-03-01"),
        ("2022-XX-31", "2022-01-31", "2023-01-01"),
        ("2022-01-17~", "2022-01-16", "2022-01-19"),
        ("2021-02-25T00:00", "2021-02-25T00:00", "2021-02-25T00:01"),
        ("2021-02-25T24:00", "2021-02-26T00:00", "2021-02-26T00:01"),
        ("2021-12-01~/2021-12-10~", "2021-11-30", "2021-12-12"),
        ("[2022-01-18,2022-01-25]", "2022-01-18", "2022-01-26"),
        ("XXXX-01-17", "0001-01-17", "9999-01-18"),
        ("XXXX-02-29", "0004-02-29", "9996-03-01"),
    ],
)
def test_bounds_of(text, earliest, latest):
    period = parse_period(text)
    assert period.earliest == at(earliest)
    assert period.latest == at(latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "2022-13",
        "2022-02-30",
        "2022-00-01",
        "2022-1-7",
        "Feb 30",
        "2022-01-20/2022-01-17",
        "2022-01T05:00",
        "XXXX-02-30",
        "2022-01-17T25:00",
        "XXXX-01-17T05:00",
        "2022-21-05",
        "[2022-01-17,x]",
        "0000-01-01",
        "2022-01-17T05:60",
        "20220117",
        "２０２２",
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(DateError):
        parse_period(text)


@pytest.mark.parametrize(
    ("a", "b", "is_before", "overlap", "holds"),
    [
        ("2022-01-17", "2022-01-18", YES, NO, NO),
        ("2022-01-18/..", "2022-01-18", NO, YES, YES),
        ("2022-01-18/..", "2022-01-17", NO, NO, NO),
        ("2022-01-18/..", "2022-01", NO, POSSIBLY, POSSIBLY),
        ("2022-01-18/", "2022-02-01", POSSIBLY, POSSIBLY, POSSIBLY),
        ("2022-01", "2022-01-18", POSSIBLY, POSSIBLY, POSSIBLY),
        ("2022-01-18", "2022-01", POSSIBLY, POSSIBLY, POSSIBLY),
        ("../2021-03", "2021-04-01", YES, NO, NO),
        ("[2022-01-18,2022-01-25]", "2022-01-20", POSSIBLY, NO, NO),
        ("[2022-01-18,2022-01-25]", "2022-02-01", YES, NO, NO),
        ("2021-02-25T00:00", "2021-02-25", NO, YES, POSSIBLY),
        ("2021-02-25", "2021-02-25T05:00", NO, YES, YES),
        ("2020-01-01/2021-12-31", "2021-22", NO, YES, YES),
    ],
)
def test_algebra(a, b, is_before, overlap, holds):
    a, b = parse_period(a), parse_period(b)
    found = (before(a, b), overlaps(a, b), contains(a, b))
    expected = (is_before, overlap, holds)
    assert found[:2] == expected[:2]
    assert found[2] is holds or expected[2] is POSSIBLY


def test_within_an_interval_is_not_throughout_it():
    day = parse_period("2021-12-05")
    throughout = parse_period("2021-12-01/2021-12-10")
    somewhere = parse_period("2021-12-01/2021-12-10", within=True)
    assert overlaps(throughout, day) is YES
    assert overlaps(somewhere, day) is POSSIBLY
    assert contains(throughout, somewhere) is YES
    assert overlaps(somewhere, parse_period("2022-01")) is NO


def test_open_ends_and_doubt_are_told():
    assert parse_period("2022-01-18/..").open_end
    assert parse_period("../2021-03").open_start
    assert parse_period("../2021-03").earliest is None
    assert parse_period("2021~").approximate
    assert parse_period("2022-01-17?").uncertain
    assert parse_period("2022-01-17").day == date(2022, 1, 17)
    assert parse_period("2022-01").day is None
    assert parse_period("2022-01-17T05:00").day == date(2022, 1, 17)
    assert parse_period("2022-01-18/..").bounds.latest_end == END > 0 > BEGINNING
    assert timedelta(days=1) == at("2022-01-18") - at("2022-01-17")


@given(st.lists(st.sampled_from(Truth), max_size=5))
def test_all_and_any_fold_as_de_morgan_says(answers):
    assert ~all_of(answers) is any_of(~each for each in answers)
    assert all_of(answers) is (Truth.YES if not answers else answers[0] & all_of(answers[1:]))
