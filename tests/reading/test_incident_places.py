"""The places of an act: of its own words, its police or dateline, and the province that a town lies in."""

import pytest

from holdfire.model.report import Report
from holdfire.reading.english.places.seats import is_capital, is_of_police
from holdfire.workflows.readers import english_reader


@pytest.fixture(scope="module")
def places():
    read = english_reader()

    def of(words: str):
        report = Report(id="r", words=words, raw_sha256="r", published="2022-06-20")
        return {p.value.name: p for p in read(report).record.incidents[0].places}

    return of


def test_the_province_of_a_town_is_inferred_and_says_from_what(places):
    found = places("Guards shot a farmer near Hoeryong on Friday.")
    above = found["North Hamgyong"]
    assert (above.quote, above.basis, above.rule) == ("Hoeryong", "inferred", "place.within")
    assert "Hoeryong" in above.because


def test_a_province_that_is_told_is_not_inferred(places):
    found = places("Guards shot a farmer near Hoeryong in North Hamgyong Province on Friday.")
    assert found["North Hamgyong"].basis == "stated"


def test_the_town_of_the_police_who_speak_is_where_an_act_was(places):
    found = places("A man was shot on Friday.\n\nHe fled.\n\nHe was 20.\n\nHouston police said so.")
    assert (found["Houston"].basis, found["Houston"].because) == ("inferred", "its police speak of it")


def test_a_capital_where_the_government_speaks_is_not(places):
    assert set(places("WARSAW (AP) - Guards shot a man at the border fence on Friday.")) == {
        "the border fence"
    }


@pytest.mark.parametrize(("words", "expected"), [("Houston police", True), ("Houston on Friday", False)])
def test_a_town_before_the_word_for_police(words, expected):
    assert is_of_police(words, len("Houston")) is expected


def test_capitals_are_known_by_any_spelling():
    assert is_capital("New Delhi")
    assert is_capital("N’Djaména")
    assert not is_capital("Musan")


def test_an_unknown_hamlet_is_kept_by_its_name(places):
    found = places("Guards shot a farmer near Qwertin on Friday.")
    assert (found["Qwertin"].value.lat, found["Qwertin"].quote) == (None, "Qwertin")


def test_a_country_stands_only_where_no_place_says_more(places):
    assert "Syria" in places("Soldiers shot a farmer in northern Syria on Friday.")
    assert "Syria" not in places("Soldiers shot a farmer near Qamishli in Syria on Friday.")


def test_a_country_from_which_someone_came_is_no_scene(places):
    assert places("Rockets fired from Syria hit a school on Friday.") == {}
    assert places("Guards shot a farmer who had fled to Turkey on Friday.") == {}


def test_a_capital_that_is_a_district_is_no_scene_by_its_dateline(places):
    assert set(places("WASHINGTON (AP) - Guards shot a man at the border fence on Friday.")) == {
        "the border fence"
    }


def test_the_one_place_of_a_short_report_is_that_of_all_it_tells(places):
    words = "Guards shot a farmer near Hoeryong on Friday. Later the guards beat a second man."
    assert "Hoeryong" in places(words)
    read = english_reader()
    record = read(Report(id="r", words=words, raw_sha256="r", published="2022-06-20")).record
    beaten = next(i for i in record.incidents if i.act.value == "beat")
    assert [(p.value.name, p.basis) for p in beaten.places] == [("Hoeryong", "inferred")]


def test_a_town_beside_which_someone_died_in_hospital_is_the_scene_still(places):
    assert "Hoeryong" in places("A farmer shot by guards near Hoeryong died in hospital on Friday.")
    assert "Hoeryong" not in places("A farmer shot by guards died in Hoeryong hospital on Friday.")


def test_where_those_are_from_who_tell_of_an_act_is_no_scene(places):
    words = "Soldiers from La Rochelle said that guards shot a man near Musan on Friday."
    assert "La Rochelle" not in places(words)


SHOT = "Guards shot a herder near Qwertin on Monday."
ELSEWHERE = "\n\nThe ministry in Ankara made no comment.\n\nTraders in Mosul closed their shops."


def last(record, words: str) -> list[str]:
    """The places of the act told last, in the words of the report."""
    return [p.value.name for p in max(record(words).incidents, key=lambda i: i.act.start).places]


@pytest.mark.parametrize(
    "words",
    [
        "\n\nIn the same area, soldiers beat a farmer on Tuesday.",
        " Eleven others were taken into custody.",
        " A day earlier his uncle was wounded there.",
        "\n\nAt the same checkpoint police beat a driver on Sunday.",
    ],
)
def test_an_act_is_where_the_one_before_was_if_its_words_say_so(record, words):
    assert last(record, SHOT + words + ELSEWHERE) == ["Qwertin"]


@pytest.mark.parametrize(
    "words",
    [
        "\n\nElsewhere, soldiers beat a farmer on Tuesday.",
        "\n\nSoldiers beat a farmer on Tuesday.",
    ],
)
def test_another_act_is_not(record, words):
    assert last(record, SHOT + words + ELSEWHERE) == []


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("A herder was seized by a patrol on Monday and taken to Qamishli.", None),
        ("Twelve people were arrested by gendarmes on Friday and will be tried in Nador.", None),
        ("Soldiers seized a fisherman on Monday and released him in Tyre in the evening.", None),
        ("The wounded man, a trader from Qamishli, was shot by soldiers on Monday.", None),
        ("A patrol shot a student from Qamishli on Monday.", None),
        ("He was shot by guards on Monday as he walked to the church of Saint Paul.", None),
        ("Guards took two men to Qamishli on Monday and pushed them over the river.", "Qamishli"),
        ("Three men were shot by troops from Qamishli on Monday.", "Qamishli"),
    ],
)
def test_where_people_are_taken_or_from_is_no_scene(record, words, place):
    found = [p.quote for p in record(words).incidents[0].places]
    assert found[:1] == ([place] if place else [])


def test_a_site_lies_in_the_place_that_another_telling_names(record):
    told = record(
        "Guards killed a trader near Qamishli on Monday.\n\nThe man was shot at the Karro gate, they said."
    ).incidents
    assert [[p.quote for p in each.places[:2]] for each in told] == [["Qamishli", "Karro gate"]]


@pytest.mark.parametrize(
    "words", ["AKI reported it.", "The KOMO crew filmed it.", "The rules (RoE) had changed."]
)
def test_the_short_form_of_a_paper_is_no_town(record, words):
    told = record(f"{words} Guards shot a man near Qwertin on Monday.").incidents[0]
    assert [p.quote for p in told.places] == ["Qwertin"]


LATER = (
    "Soldiers killed two men near the post on Friday.\n\n"
    "Villagers were afraid. There was another case in Sakju County in May. A guard shot a smuggler."
)


def test_an_act_further_down_has_the_place_of_the_sentence_before_it(record):
    last = record(LATER).incidents[-1]
    place = next(p for p in last.places if p.value.level == "county")
    assert (place.value.name, place.basis) == ("Sakju", "inferred")
    assert place.because == "“Sakju County” is named in the sentence before it"
    assert place.quote == "shot"


def test_of_several_counties_and_a_town_none_is_the_place_of_what_names_none(record):
    words = LATER.replace("There was another case in Sakju County in May. ", "")
    words += "\n\nSinuiju is calm, and so are Uiju and Sakju."
    assert not record(words).incidents[-1].places
