"""Coded incidents in the place of those read: for measuring corroboration apart from reading."""

from holdfire.model.capture import Capture, Told
from holdfire.model.record import Record
from holdfire.sources.reports import report_of
from holdfire.workflows.readers import english_reader
from training.corroboration.coded import coded

ROW = {
    "date": "April 10, 2017",
    "city_or_county": "Fort Worth",
    "num_killed": 1,
    "num_injured": 2,
    "lat_long": [32.6, -97.4],
}


def _read(words: str) -> Record:
    return english_reader()(
        report_of(Capture(words.encode(), "text", "pipe"), Told(published="2017-04-12"))
    ).record


def test_a_record_tells_what_was_coded():
    read = _read("Police shot a man in Dallas on Tuesday.")
    (told,) = coded(read, ROW).incidents
    assert [getattr(told, slot).value for slot in ("date", "killed", "injured")] == ["2017-04-10", 1, 2]
    assert [place.value.name for place in told.places] == ["Fort Worth"]
    assert told.act == read.incidents[0].act


def test_a_report_of_which_nothing_was_read_tells_it_too():
    read = _read("The weather was fine in spring.")
    assert not read.incidents
    (told,) = coded(read, ROW | {"lat_long": None}).incidents
    assert told.places[0].value.lat is None
