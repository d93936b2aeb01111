"""The last look at a release: whole, again where a file changed, and the same in several processes."""

import os
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from holdfire.errors import BookError
from holdfire.exports.released.file import File
from holdfire.exports.released.formats import files
from holdfire.release.quotes import Quote, Quotes
from holdfire.release.rows import Rows
from holdfire.release.secrets import Secret
from holdfire.release.wording import words
from holdfire.workflows import processes
from holdfire.workflows.casebook import looking_over, pieces, releasing
from holdfire.workflows.casebook.corrected import decided_records
from holdfire.workflows.casebook.judging import decisions
from holdfire.workflows.casebook.looking_over import Look
from holdfire.workflows.casebook.pieces import Lot, files_in, lots
from holdfire.workflows.casebook.releasing import plan, publication, write
from holdfire.workflows.processes import Processes
from tests.exports.publications import empty
from tests.exports.publications import publication as publication_of
from tests.workflows.test_releasing import TODAY, book  # noqa: F401 - a fixture


@pytest.fixture
def planned(book):  # noqa: F811
    return plan(book, "public", today=TODAY)


@pytest.fixture
def told(planned):
    return publication(planned, planned.release)


@pytest.fixture
def records(book):  # noqa: F811
    return list(decided_records(book, decisions(book)))


@pytest.fixture
def several(monkeypatch):
    """Processes for the smallest release too."""
    monkeypatch.setattr(looking_over, "SMALL", 0)
    monkeypatch.setattr(processes, "FEW", 1)
    monkeypatch.setattr(pieces, "LOT", 5)


def and_a_file(said, told, **given):
    """All files, and one that says something else."""
    yield from files(told, **given)
    yield File("more.txt", [said.encode()])


def strange_of(record):
    return next(word for word in record.text.split() if word.startswith("q")).strip(".")


@pytest.mark.parametrize("size", [1, 2, 7, 64])
def test_pieces_hold_every_line_of_a_file_once(size, tmp_path, monkeypatch):
    monkeypatch.setattr(pieces, "PIECE", size)
    monkeypatch.setattr(pieces, "AT_ONCE", 3)
    for text in ("", "\n", "a", "a\nbc\n\ndef\ng", "\n\nlong line\nx\n", "no end of it" * 9):
        (tmp_path / "a.txt").write_text(text)
        said = [part for piece in pieces.pieces(tmp_path, "a.txt") for part in piece.said()]
        assert said.count("a.txt") >= 1
        assert "".join(part for part in said if part != "a.txt") == text


def test_records_are_packed_where_they_go_to_another_process(records):
    (lot,) = lots(records)
    make, packed = lot.__reduce__()
    assert make(*packed) == lot == Lot(records)


def test_a_file_that_changed_since_it_was_looked_at_is_looked_at_again(told, records, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    with Look(folder, told) as look:
        (folder / "a.txt").write_text("nothing")
        look.at("a.txt")
        (folder / "a.txt").write_text(f"now {strange_of(records[0])}")
        (folder / "never.txt").write_text(strange_of(records[1]))
        with pytest.raises(BookError, match=r"in a\.txt; .* in never\.txt"):
            look.hold(records, ())


def published():
    """Publications that take other ways through the pages: quoted, in Korean, of nothing, of no place."""
    some = publication_of(30, titles=["회령에서 총격"] * 19)
    order = some.orders[0]
    yield replace(some, quotes=Quotes([Quote(order.id, order.pages[0], "will be shot", 3, 15)]))
    yield empty()
    yield replace(some, orders=(), incidents=Rows(replace(row, region=None) for row in some.incidents))


@pytest.mark.slow
@pytest.mark.parametrize("told", list(published()), ids=["quoted", "empty", "of no place"])
def test_no_word_of_ours_is_taken_for_one_that_stays(told, tmp_path):
    for file in files(told):
        (tmp_path / file.path).parent.mkdir(exist_ok=True)
        (tmp_path / file.path).write_bytes(b"".join(file.pieces))
    every = (piece for file in files_in(tmp_path) for piece in pieces.pieces(tmp_path, file))
    ours = {word for piece in every for text in piece.said() for word in words(text) if word.isalpha()}
    assert "published" in ours
    with Look(tmp_path, told) as look:
        look.hold((), [Secret(word, "a field", "a report") for word in sorted(ours) if word.isascii()])


@pytest.mark.slow
@pytest.mark.usefixtures("several")
def test_several_processes_write_the_same_files(told, records, tmp_path):
    for jobs in (1, 2):
        (tmp_path / str(jobs)).mkdir()
        write(tmp_path / str(jobs), told, records, (), jobs=jobs)
    one, two = (files_in(tmp_path / each) for each in "12")
    assert one == two
    assert any(file.endswith(".pdf") for file in one)
    assert all((tmp_path / "1" / file).read_bytes() == (tmp_path / "2" / file).read_bytes() for file in one)


@pytest.mark.slow
@pytest.mark.usefixtures("several")
@pytest.mark.parametrize("said", ["", "one of the guards fire at persons in the river"])
def test_several_processes_find_what_one_finds(said, told, records, tmp_path, monkeypatch):
    monkeypatch.setattr(releasing, "files", partial(and_a_file, said or strange_of(records[-1])))
    records[-1] = replace(records[-1], text=f"{records[-1].text} {said}")
    told_of = []
    for jobs in (1, 2):
        (tmp_path / str(jobs)).mkdir()
        with pytest.raises(BookError, match=r"what must stay would leave: .* in more\.txt") as error:
            write(tmp_path / str(jobs), told, records, (), jobs=jobs)
        told_of.append(str(error.value))
    assert told_of[0] == told_of[1]


@pytest.mark.slow
def test_a_process_that_is_ended_is_an_error():
    with Processes(Path, 2) as those:
        asked = those.ask(ended, Path())
        with pytest.raises(BookError, match="ended by the system"):
            asked()


def ended(_held, _thing):
    os._exit(9)
