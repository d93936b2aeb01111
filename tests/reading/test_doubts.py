"""What a record says that it could not decide."""

from holdfire.model.report import Report
from holdfire.workflows.readers import english_reader

READ = english_reader()


def doubts(words, published="2022-01-26"):
    record = READ(Report(id="r", words=words, raw_sha256="r", published=published)).record
    for warning in record.warnings:
        assert warning.start is None or words[warning.start : warning.end] == warning.quote
    return {warning.kind: warning.message for warning in record.warnings}


def test_an_impossible_day_is_named():
    found = doubts("On Feb. 30 guards in Hoeryong shot two men near the river, a source said.")
    assert found["no such day"] == "the calendar has no “Feb. 30”"


def test_a_year_that_nothing_gives_is_named_and_hours_by_season_have_none():
    words = "On Jan. 17 the army closed the road from 8 p.m. to 5 a.m. in winter and had guards fire."
    assert "“Jan. 17”" in doubts(words, published=None)["open year"]
    assert "open year" not in doubts(words)


def test_two_readings_of_a_date_that_the_record_uses_are_named():
    words = "Guards shot dead two men near Hoeryong last Tuesday, a source said."
    assert doubts(words)["two readings"] == "“last Tuesday” is read as 2022-01-25; it may be 2022-01-18"
    assert "two readings" not in doubts("A farmer went to the market last Tuesday, a source said.")


def test_an_unknown_place_is_named_once():
    words = "Guards shot two men in the village of Qwertin. The village of Qwertin is quiet, a source said."
    assert doubts(words)["unknown place"].startswith("no place is known by the name “Qwertin”")


def test_a_report_without_doubts_has_none():
    assert not doubts("Guards shot dead two men near Hoeryong on Jan. 17, 2022, a source said.")
