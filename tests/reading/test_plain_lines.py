"""A border, fence or crossing without a name: what it is taken for, and of what it is the place."""

import pytest

from holdfire.model.place import Place
from holdfire.model.report import Report
from holdfire.workflows.readers import english_reader


@pytest.fixture(scope="module")
def read():
    reader = english_reader()
    return lambda words: reader(Report(id="r", words=words, raw_sha256="r", published="2024-05-01")).record


@pytest.fixture(scope="module")
def places(read):
    def of(words: str):
        made = read(words)
        return [[(p.quote, p.value.name) for p in told.places] for told in (*made.orders, *made.incidents)]

    return of


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Soldiers shot a man at the border.", ("the border", "the border")),
        ("Soldiers shot a boy who climbed the border fence.", ("the border fence", "the border fence")),
        ("Guards were told to shoot anyone near the fence.", ("the fence", "the fence")),
        ("The army closed the border on Monday.", ("the border", "the border")),
        ("Polish guards beat a Syrian at the border.", ("the border", "the border")),
        (
            "Polish guards beat a Syrian at the border. Belarus protested.",
            ("the border", "Belarus-Poland border"),
        ),
        (
            "Thai and Cambodian troops exchanged fire along their disputed border.",
            ("their disputed border", "Cambodia-Thailand border"),
        ),
        (
            "The India-Bangladesh border is long. Soldiers shot a man at the border.",
            ("the border", "Bangladesh-India border"),
        ),
    ],
)
def test_what_a_line_is_taken_for(places, words, expected):
    assert places(words) == [[expected]]


def test_what_is_inferred_says_from_what(read):
    (place,) = read("Polish guards beat a Syrian at the border. Belarus protested.").incidents[0].places
    assert (place.basis, place.because) == ("inferred", "the only neighbours that the report speaks of")
    assert (place.value.level, place.value.id) == ("line", "LINE-BY-PL")


def test_a_line_that_is_not_known_has_no_warning_as_a_name_has(read):
    assert read("Soldiers shot a man at the border fence on Friday.").warnings == ()


def test_of_several_borders_none_is_guessed(places):
    words = "Soldiers shot a man at the border. Poland, Belarus, Lithuania and Latvia protested."
    assert places(words) == [[("the border", "the border")]]


def test_a_crossing_spoken_of_again_is_the_one_that_is_named(places):
    words = (
        "Torkham is quiet, Kabul said. Trucks wait at the Torkham crossing and in Jalalabad. Officials of "
        "Pakistan shut the crossing on Monday."
    )
    assert places(words) == [[("the crossing", "Torkham")]]


@pytest.mark.parametrize(
    "words",
    [
        "The border guards shot a man.",
        "Soldiers beat a man from the town.",
        "A soldier was shot, the border police said.",
    ],
)
def test_what_is_no_place(places, words):
    assert places(words) == [[]]


def test_a_place_with_a_name_says_more(places):
    assert places("Soldiers shot a man at the border near Hoeryong.")[0][0] == ("Hoeryong", "Hoeryong")


def test_an_order_that_is_about_a_border_is_for_that_border(places):
    words = (
        "The governor of Táchira closed the border with Colombia until Monday to keep the peace in Venezuela."
    )
    assert ("border with Colombia", "Colombia-Venezuela border") in places(words)[0]


def test_the_border_of_one_report_is_not_that_of_another():
    assert Place("the border", level="line").key is None
    assert Place("Qwertin").key == "qwertin"
    assert Place("Belarus-Poland border", id="LINE-BY-PL", level="line").key == "LINE-BY-PL"
