import pytest

from holdfire.views.dates import say_date, say_start


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2022-01-18", "18 January 2022"),
        ("2022-01", "January 2022"),
        ("2022", "2022"),
        ("202X", "2020s"),
        ("2022-21", "spring 2022"),
        ("2022-01-17?", "17 January 2022 (uncertain)"),
        ("2022-01~", "about January 2022"),
        ("XXXX-01-18", "18 January, year not given"),
        ("2020/2022-01", "2020 to January 2022"),
        ("2020~/2022-01", "about 2020 to January 2022"),
        ("2021-02-01~/2021-02-10~", "about 1 to 10 February 2021"),
        ("2022-01-18/..", "from 18 January 2022 on"),
        ("../2022-05", "up to May 2022"),
        ("[2022-01-17,2022-01-18]", "17 January 2022 or 18 January 2022"),
        ("2022-01-18T20:00", "18 January 2022, 20:00"),
        ("T20:00/T05:00", "20:00 to 05:00"),
        ("TEV/TMO", "evening to morning"),
        ("XXXX-04/XXXX-09 T20:00/T05:00", "20:00 to 05:00, April to September"),
        ("XXXX-24 T18:00/T07:00", "18:00 to 07:00, winter"),
    ],
)
def test_a_date_is_said_in_plain_words(edtf, said):
    assert say_date(edtf) == said


@pytest.mark.parametrize(
    ("issued", "start", "said"),
    [
        ("2022-05-12", "", "12 May 2022 (when it was given)"),
        ("2022-05-12?", "", "12 May 2022 (uncertain, when it was given)"),
        ("2022-01-17", "2022-01-18", "18 January 2022"),
        ("", "2022-01-18", "18 January 2022"),
        ("", "", ""),
    ],
)
def test_from_when_an_order_holds(issued, start, said):
    assert say_start(issued, start) == said


@pytest.mark.parametrize("strange", ["", "soon", "soon enough", "2022-99-99", "R/PT1H", "//", "[]"])
def test_what_is_no_date_is_given_back_without_harm(strange):
    assert isinstance(say_date(strange), str)
