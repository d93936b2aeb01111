"""Reports given as lines of JSON, and lines that give none."""

import json

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from holdfire.errors import HoldfireError, SourceError
from holdfire.sources.json_lines import LineError, given
from holdfire.sources.reports import open_report, require_words

STORY = "The soldiers were told to hold their fire, a source said."


def line(**row):
    return json.dumps(row)


def test_a_line_is_a_report():
    report = given(
        line(id="a7", text=STORY, published="2014-01-28", title="T", outlet="O", url="U", other=[1])
    )
    assert (report.words, report.source_id, report.published) == (STORY, "a7", "2014-01-28")
    assert (report.title, report.outlet, report.url, report.language) == ("T", "O", "U", "en")


def test_bytes_and_numbers_and_nulls_are_taken():
    report = given(line(id=11, text=STORY, published=None, title=None).encode())
    assert (report.source_id, report.published, report.title) == ("11", None, None)
    assert given(line(text=STORY)).source_id is None
    assert given(line(text=STORY, published="2013-03-22T10:00:00")).published == "2013-03-22T10:00:00"


def test_the_id_is_that_of_a_file_with_the_same_words(tmp_path):
    path = tmp_path / "r.txt"
    path.write_text(STORY)
    assert given(line(text=STORY)).id == open_report(path).id


def test_words_are_kept_to_the_letter():
    assert given(line(text="\ufeffa\r\n b\u2028")).words == "\ufeffa\r\n b\u2028"


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[1]", "must be a JSON object, not a list"),
        ('"text"', "must be a JSON object, not a string"),
        ("null", "must be a JSON object, not null"),
        ("{}", 'has no "text"'),
        (line(id="x"), 'has no "text"'),
        (line(text=None), "not null"),
        (line(text=7), '"text" must be a string, not a number'),
        (line(text=["a"]), "not a list"),
        (line(text=STORY, published=20140128), '"published" must be a string'),
        (line(text=STORY, published="soon"), '"soon" is not a date'),
        (line(text=STORY, published="01/02/2022"), "can be 2 January 2022 or 1 February 2022"),
        (line(text=STORY, title={"a": 1}), '"title" must be a string, not an object'),
        (line(id=[1], text=STORY), '"id" must be a string'),
        (line(id=True, text=STORY), '"id" must be a string, not true or false'),
        ("[" * 100_000, "nested too deeply"),
        ('{"text":"\\ud800"}', "not JSON"),
        ('{"text":"\ud800"}', "surrogate"),
        (b'{"text":"\xff"}', "not UTF-8"),
        ('{"text":NaN}', "not JSON"),
    ],
)
def test_lines_that_give_no_report(raw, problem):
    with pytest.raises(LineError, match=problem) as caught:
        given(raw)
    assert isinstance(caught.value, SourceError)
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


def test_an_error_carries_the_id_of_its_line():
    with pytest.raises(LineError) as caught:
        given(line(id="a7", text=STORY, published="soon"))
    assert caught.value.id == "a7"


@pytest.mark.parametrize("text", ["", "  ", "2016-11-07"])
def test_a_text_without_words_is_let_pass_until_words_are_needed(text):
    report = given(line(text=text))
    with pytest.raises(SourceError, match="no words"):
        require_words(report)


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(), st.lists, max_leaves=5
)
ROWS = st.dictionaries(st.sampled_from(["id", "text", "published", "title", "outlet"]), ANY_JSON)


@for_all(ROWS.map(json.dumps) | st.text() | st.binary())
def test_lines_are_total(raw):
    try:
        report = given(raw)
    except HoldfireError as error:
        assert str(error)
    else:
        assert isinstance(report.words, str)
