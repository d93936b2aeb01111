"""The day of an act: its own, or one beside it that tells of it; never that of the talk after it."""

import pytest

from holdfire.model.report import Report
from holdfire.reading.resolving.moments import day_of
from holdfire.workflows.readers import english_reader


@pytest.fixture(scope="module")
def day():
    read = english_reader()

    def of(words: str, published: str = "2022-06-20"):
        report = Report(id="r", words=words, raw_sha256="r", published=published)
        return read(report).record.incidents[0].date

    return of


OWN = {
    "Police said Monday that a man was shot near the fence on Friday.": "2022-06-17",
    "A guard was in critical condition Sunday after he was shot at the bridge on Friday.": "2022-06-17",
    "A soldier died Sunday after he was shot by a sniper on Friday.": "2022-06-17",
    "On Saturday, police said, guards shot a farmer.": "2022-06-18",
    "Guards shot a farmer when he came to the fence on Saturday.": "2022-06-18",
    "Guards shot and killed a farmer on Saturday.": "2022-06-18",
    "A farmer was shot shortly after 9 p.m. Saturday.": "2022-06-18",
    "A farmer was shot at 6 am near the fence on Saturday.": "2022-06-18",
    "On 28 and 29 May the guards shot at a boat off Hwanghae.": "2022-05-28/2022-05-29",
    "Neighbours on Sunday mourned the death of a farmer who was shot on Friday.": "2022-06-17",
}


@pytest.mark.parametrize(("words", "expected"), OWN.items(), ids=lambda x: x)
def test_an_act_has_its_own_day_and_not_that_of_another_verb(day, words, expected):
    assert day(words).value == expected


BESIDE = {
    "A farmer was shot there.\n\nDeputies said the incident happened at 10 a.m. Saturday.": "2022-06-18",
    "A farmer was shot near the fence.\n\nOfficers were called to the village on Saturday.": "2022-06-18",
    "A farmer was shot there.\n\nThe funeral is Sunday.\n\nShots rang out on Friday.": "2022-06-17",
    "A farmer was shot last week.\n\nThe shooting was reported at 11:42 a.m. Monday, June 13.": "2022-06-13",
}


@pytest.mark.parametrize(("words", "expected"), BESIDE.items(), ids=lambda x: x)
def test_a_day_beside_an_act_is_taken_where_it_tells_of_one(day, words, expected):
    found = day(words)
    assert found.value == expected


def test_a_day_from_afar_is_not_taken_for_what_was_elsewhere(record):
    lead = "Guards shot a farmer in Hoeryong on Friday.\n\nHe died at once."
    rumour = "There are rumours that others were shot dead in Musan."
    away, here = (
        record(f"{lead}\n\n{words}").incidents[-1] for words in (rumour, rumour.replace("Musan", "Hoeryong"))
    )
    assert away.date is None
    assert here.date.value == "2022-06-17"


def test_no_day_is_taken_from_what_is_to_come(day):
    assert day("A farmer was shot near the fence. The hearing is scheduled for Friday.") is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-06-18T21:00/..", "2022-06-18"),
        ("../2022-06-18T21:00~", "2022-06-18"),
        ("2022-06-18T12:00/2022-06-18T15:00", "2022-06-18"),
        ("2022-06-17/2022-06-18", "2022-06-17/2022-06-18"),
        ("2022-06/..", "2022-06/.."),
        ("2022-06-18", "2022-06-18"),
    ],
)
def test_hours_bound_a_day_and_leave_it_whole(value, expected):
    assert day_of(value) == expected


def test_the_day_on_which_news_spread_is_not_that_of_the_act(day):
    found = day(
        "Anger ten days after guards killed three people\n\nIn early December guards shot dead three people. "
        "Ten days later the news has spread through the province, where it happened.",
        "2021-12-12",
    )
    assert found.value == "2021-12-01~/2021-12-10~"
