"""Adding reports to a casebook: in this process and in others, stopped and begun again."""

import pytest

from holdfire.model.capture import Capture, Told
from holdfire.sources.captures import captures
from holdfire.store.bundle import Bundle
from holdfire.workflows.casebook.adding import add
from holdfire.workflows.casebook.distance import Distance
from holdfire.workflows.casebook.opening import make_book, open_book
from holdfire.workflows.casebook.reading import read_captures
from holdfire.workflows.casebook.workers import reading
from holdfire.workflows.own.folder import NOTHING
from tests.store.reports import read_by_hand


@pytest.fixture
def book(tmp_path):
    made = make_book(str(tmp_path / "case.book"), who="ada")
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "reports"
    made.mkdir()
    for number in range(100):
        (made / f"{number:03}.txt").write_text(
            f"On Jan. {number % 28 + 1}, guards shot a man.", encoding="utf-8"
        )
        (made / f"{number:03}-copy.txt").write_text(f"Report {number}. A guard.", encoding="utf-8")
    return made


def by_hand(chunks):
    """Read with the reading made by hand."""
    for chunk in chunks:
        yield read_captures(chunk, told=Told(outlet="X"), reader=read_by_hand)


def test_what_the_user_tells_goes_with_each_report(book, folder):
    *_, done = add(book, [str(folder)], read=by_hand, who="ada")
    assert (done.new, done.known, done.failed) == (128, 72, 0)  # 28 different days, each some times
    assert {each.outlet for each in book.reports.listed()} == {"X"}


def test_the_same_bytes_side_by_side_are_one_report_got_twice(book, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Guards fired.", encoding="utf-8")
    *_, done = add(book, [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], read=by_hand, who="ada")
    assert (done.new, done.known) == (1, 1)
    (stored,) = book.reports.listed()
    origins = [each.origin for each in book.reports.captures(stored)]
    assert origins == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


def test_a_stopped_command_has_kept_what_it_read_and_goes_on(book, folder):
    def stopped(chunks):
        for number, bundles in enumerate(by_hand(chunks)):
            if number == 4:
                raise KeyboardInterrupt
            yield bundles

    with pytest.raises(KeyboardInterrupt):
        list(add(book, [str(folder)], read=stopped, who="ada"))
    kept = book.reports.counts().reports
    assert 0 < kept < 128
    *_, done = add(book, [str(folder)], read=by_hand, who="ada")
    assert book.reports.counts().reports == 128
    assert done.new == 128 - kept


def test_a_report_that_the_reader_fails_at_is_kept_with_the_reason(book, folder):
    def broken(report):
        raise RecursionError("too deep")

    def read(chunks):
        return (read_captures(chunk, told=Told(), reader=broken) for chunk in chunks)

    *_, done = add(book, [str(folder / "000.txt")], read=read, who="ada")
    assert (done.new, done.failed) == (1, 0)
    assert "too deep" in done.failures[0]
    (stored,) = book.reports.listed()
    assert book.reports.opened(stored).words == "On Jan. 1, guards shot a man."
    assert book.readings.of(stored.id) == []
    assert book.reports.failures()[0].report == stored.id


def test_the_distance_is_that_of_the_files(folder):
    distance = Distance([str(folder), "https://example.org/"])
    for capture in captures(str(folder)):
        assert isinstance(capture, Capture)
        distance.passed(capture)
    assert distance.behind == distance.total > 0


@pytest.mark.slow
def test_processes_read_the_same_as_one(book, folder, tmp_path):
    other = make_book(str(tmp_path / "other.book"), who="ada")
    for each, jobs in ((book, 1), (other, 2)):
        list(add(each, [str(folder)], read=reading(NOTHING, Told(), jobs=jobs), who="ada"))
    assert _readings(book) == _readings(other)
    again = open_book(str(tmp_path / "other.book"))
    assert again.reports.counts().incidents > 0


def _readings(book) -> set[str]:
    return {reading.id for reading, _ in book.readings.present()}


class _Dying:
    """A capture that ends the process that reads it."""

    def __reduce__(self):
        import os

        return os._exit, (9,)


@pytest.mark.slow
def test_a_report_that_ends_its_process_does_not_stop_the_others(folder):
    captures = [[Capture(f"Guards, report {n}.".encode(), f"{n}.txt", "file")] for n in range(8)]
    captures.insert(4, [Capture(b"x", "deadly.txt", "file", told=_Dying())])  # type: ignore[arg-type]
    bundles: list[Bundle] = [each for some in reading(NOTHING, Told(), jobs=2)(captures) for each in some]
    assert [each.report is None for each in bundles] == [n == 4 for n in range(9)]
    (why,) = bundles[4].entries
    assert "ended by the system" in why.row.message  # type: ignore[attr-defined]
