import json

import pytest

from holdfire.errors import DateError
from holdfire.workflows.opening import told
from holdfire.workflows.reading import read_lines, read_sources
from tests import stories

ENGLISH = "The guards were ordered to fire flares, and they did not shoot at anyone near the river."


def _by_hand(report):
    if "unexpected" in report.words:
        raise KeyError("a fault of ours")
    return stories.reading_of(report)


def _failure(outcome):
    assert outcome.failure is not None
    return outcome.failure


def _line(**row):
    return json.dumps(row).encode() + b"\n"


def test_files_are_read_in_their_order_and_a_bad_one_stops_none(tmp_path):
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "c.txt").write_text(ENGLISH + " Again.")
    paths = [tmp_path / name for name in ("a.txt", "missing.txt", "c.txt")]
    outcomes = list(read_sources(paths, reader=_by_hand))
    assert [outcome.reading is not None for outcome in outcomes] == [True, False, True]
    assert _failure(outcomes[1]).kind == "source"
    assert "missing.txt" in _failure(outcomes[1]).message


def test_a_fault_of_ours_is_told_and_stays_with_its_report(tmp_path):
    (tmp_path / "a.txt").write_text(ENGLISH + " And then the unexpected was said.")
    outcome = next(read_sources([tmp_path / "a.txt"], reader=_by_hand))
    assert _failure(outcome).kind == "internal"
    assert "KeyError" in _failure(outcome).message
    assert "\n" not in _failure(outcome).message


def test_a_date_that_is_none_is_refused_before_anything_is_read():
    with pytest.raises(DateError):
        told(published="last week")


def test_lines_keep_their_ids_and_their_order():
    lines = [_line(id="a", text=ENGLISH), b"{nonsense\n", b"\n", _line(id="b"), _line(id="c", text=ENGLISH)]
    outcomes = list(read_lines(lines, reader=_by_hand))
    assert [(outcome.name, outcome.reading is not None) for outcome in outcomes] == [
        ("a", True),
        (None, False),
        ("b", False),
        ("c", True),
    ]


def test_a_line_in_a_language_without_a_reader_gives_a_record_that_says_so():
    spanish = "La policía disparó contra tres hombres en la frontera y mató a uno de ellos, dijo el gobierno."
    [outcome] = read_lines([_line(id="a", text=spanish)], reader=_by_hand)
    assert outcome.failure is None
    assert outcome.reading is not None
    assert [w.kind for w in outcome.reading.record.warnings] == ["unread"]


def test_lines_are_read_one_at_a_time():
    taken = []

    def lines():
        for number in range(1000):
            taken.append(number)
            yield _line(id=str(number), text=ENGLISH)

    outcomes = read_lines(lines(), reader=_by_hand)
    next(outcomes)
    assert taken == [0]
