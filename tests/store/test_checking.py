"""A casebook that was changed behind its log's back: the check names the table, the key and the place."""

import msgspec
import pytest
from sqlalchemy import text

from holdfire.errors import BookError
from holdfire.model.log import Checkpoint, row_hash
from holdfire.store.bundle import failed, reading_bundle
from holdfire.store.checking import Checked, OffError
from holdfire.store.packing import packed
from holdfire.store.quotes import misquoted
from holdfire.store.rows import Entry, ReportRow, SettingRow
from holdfire.workflows.casebook.keys import SIGNER
from holdfire.workflows.casebook.signing import checkpoint, new_key
from holdfire.workflows.casebook.verifying import verify
from tests import stories
from tests.store.reports import AT, LATER, STORY, plain, story, story_record


@pytest.fixture
def signed(book):
    """A casebook with two changes, each of them signed."""
    private, public = new_key()
    book.sign = lambda upto, head: checkpoint(private, upto, head)
    with book.change(who="ada", at=AT) as change:
        change.write([Entry(SettingRow(name=f"{SIGNER}{public}", value="ada"))])
        change.keep([story(), plain("Guards fired. " * 40)])
        change.write([failed("x", kind="source", message="x: is empty")])
    with book.change(who="ben", at=LATER) as change:
        change.keep([reading_bundle(story_record("2"))])
    return book


def last(checks):
    *_, done = checks
    return done


def tamper(book, statement, **values):
    """Change the tables as somebody does who knows them, and not the log."""
    sign, book.sign = book.sign, None
    with book.change(who="eve", at=LATER) as change:
        if change._connection.dialect.name == "sqlite":
            change._connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        change._connection.execute(text(statement), values)
    book.sign = sign


def test_a_sound_casebook_is_as_it_was_written(signed):
    done = last(verify(signed))
    assert done.entries == signed.log.last().seq
    assert (done.signatures, done.signed) == (2, done.entries - 1)
    assert done.quotes > 50 and done.size > len(stories.WORDS)
    assert done.head == signed.log.last().hash


def test_an_empty_casebook_is_sound(book):
    assert last(verify(book)).entries == 0


@pytest.mark.parametrize(
    ("statement", "named", "problem"),
    [
        ("UPDATE report SET title = 'Other' WHERE title = 'Flares'", "report", "not as it was written"),
        ("UPDATE report SET outlet = NULL WHERE title = 'Flares'", "report", "not as it was written"),
        (
            "UPDATE capture SET origin = 'b.txt' WHERE seq = (SELECT min(seq) FROM capture)",
            "capture",
            "as it was",
        ),
        ("UPDATE failure SET message = 'fine'", "failure", "not as it was written"),
        ("DELETE FROM failure", "failure", "row is missing"),
        ("UPDATE setting SET value = 'eve'", "setting", "not as it was written"),
        (
            "UPDATE blob SET size = size + 1 WHERE seq = (SELECT min(seq) FROM blob)",
            "blob",
            "as it was written",
        ),
        ("UPDATE log SET who = 'eve' WHERE seq = 4", "log 4", "not the one that was written"),
        ("UPDATE log SET at = '2020-01-01' WHERE seq = 4", "log 4", "back in time"),
        ("DELETE FROM log WHERE seq = 3", "log 4", "entry 3 of the log is missing"),
        ("DELETE FROM log WHERE seq > 10", "log", "no entry in the log"),
        ("UPDATE checkpoint SET signature = key", "checkpoint", "not as it was written"),
        ("UPDATE checkpoint SET head = key", "checkpoint", "not as it was written"),
        ("UPDATE reported SET killed_low = 40 WHERE kind = 'incident'", "reading", "not those of the record"),
        ("DELETE FROM reported WHERE kind = 'order'", "reading", "not those of the record"),
        ("UPDATE reading SET superseded = NULL", "reading", "another reading in its place"),
        (
            "INSERT INTO failure VALUES (900, 'i', 'o', 'k', 'm', NULL)",
            "failure, log 900",
            "no entry in the log",
        ),
        (
            "INSERT INTO failure VALUES (3, 'i', 'o', 'k', 'm', NULL)",
            "failure i, log 3",
            "no entry in the log",
        ),
    ],
)
def test_what_was_changed_is_named(signed, statement, named, problem):
    tamper(signed, statement)
    with pytest.raises(OffError) as told:
        last(verify(signed))
    assert named in told.value.where and problem in told.value.problem


@pytest.mark.parametrize("table", ["blob", "reading"])
def test_other_bytes_are_named(signed, table):
    column = "bytes" if table == "blob" else "record"
    codec, other = packed(b'{"report": 1}' * 30)
    where = "WHERE seq = (SELECT max(seq) FROM blob)" if table == "blob" else "WHERE version = '2'"
    tamper(signed, f"UPDATE {table} SET {column} = :other, codec = :codec {where}", other=other, codec=codec)
    with pytest.raises(OffError, match=rf"{table} [0-9a-f]+, log \d+: "):
        last(verify(signed))


def test_a_record_that_quotes_what_the_text_does_not_say_is_named(signed):
    order = story_record().orders[0]
    false = msgspec.structs.replace(order, kind=msgspec.structs.replace(order.kind, quote="told to kill"))
    with signed.change(who="eve", at=LATER) as change:
        change.keep([reading_bundle(story_record("3", orders=(false,)))])
    with pytest.raises(OffError, match="the text does not say 'told to kill' at"):
        last(verify(signed))


def test_a_key_that_does_not_count_is_named(signed):
    other, _ = new_key()
    signed.sign = lambda upto, head: checkpoint(other, upto, head)
    with signed.change(who="eve", at=LATER) as change:
        change.keep([plain("More.")])
    with pytest.raises(OffError, match="by a key that does not count"):
        last(verify(signed))


def test_what_is_not_signed_is_told(signed):
    signed.sign = None
    with signed.change(who="eve", at=LATER) as change:
        change.keep([plain("More.")])
    done = last(verify(signed))
    assert done.signed < done.entries - 1


def test_a_rewritten_row_with_a_rewritten_entry_breaks_the_chain(signed):
    (stored,) = [each for each in signed.reports.listed() if not each.untitled]
    tamper(signed, "UPDATE report SET title = 'Other' WHERE seq = :seq", seq=stored.seq)
    other = row_hash("report", _renamed(stored))
    tamper(signed, "UPDATE log SET row = :row WHERE seq = :seq", row=other, seq=stored.seq)
    with pytest.raises(OffError, match=f"report {STORY.id[:16]}, log {stored.seq}: the entry is not the one"):
        last(verify(signed))


def _renamed(stored):
    names = {field.name for field in msgspec.structs.fields(ReportRow)}
    told = {name: value for name, value in msgspec.structs.asdict(stored).items() if name in names}
    return ReportRow(**{**told, "title": "Other"})


def in_stretches(book, size):
    """The whole log, checked a stretch at a time."""
    last_seq, done = book.log.last().seq, Checked()
    for end in range(size, last_seq, size):
        done = done.then(last(book.checked(lambda _: True, after=done.entries, upto=end)))
    return done.then(last(book.checked(lambda _: True, after=done.entries)))


@pytest.mark.parametrize("size", [1, 3, 4])
def test_stretches_that_follow_each_other_make_the_whole(signed, size):
    assert in_stretches(signed, size) == last(verify(signed))


@pytest.mark.parametrize("gone", [3, 4, 5])
@pytest.mark.parametrize("size", [3, 4])
def test_an_entry_that_is_gone_is_missed_wherever_stretches_meet(signed, gone, size):
    tamper(signed, "DELETE FROM log WHERE seq = :seq", seq=gone)
    with pytest.raises(OffError, match=f"entry {gone} of the log is missing"):
        in_stretches(signed, size)


def test_a_signature_is_over_position_and_head():
    private, public = new_key()
    made = checkpoint(private, 7, b"\1" * 32)
    assert made == Checkpoint(7, "01" * 32, public, made.signature)


@pytest.mark.parametrize(
    ("record", "wrong"),
    [
        (b'{"quote":"b\\"c","start":1,"end":4}', None),
        (b'{"end":4,"start":1,"x":[{"quote":"b\\"c","start":1,"end":4}],"quote":"b\\"c"}', None),
        (b'{"quote":"b","start":2,"end":3}', "'b' at 2:3"),
        (b'{"start":2,"end":3,"quote":"b"}', "'b' at 2:3"),
        (b'{"quote":"b","start":-4,"end":2}', "'b' at -4:2"),
        (b'{"quote":"b"}', "'b' at None:None"),
        (b'{"quote":null}', None),
        (b'{"note":"\\"quote\\":\\"b\\",\\"start\\":9,\\"end\\":9"}', None),
    ],
)
def test_quotes_are_found_however_they_are_written(record, wrong):
    assert misquoted(record, 'ab"cd')[1] == wrong


def test_a_book_error_says_where():
    assert str(OffError("is off", where="blob 12")) == "blob 12: is off"
    assert isinstance(OffError("x"), BookError)


def test_a_report_that_stands_otherwise_than_was_decided_is_found(signed):
    tamper(signed, "UPDATE standing SET state = 'checked'")
    with pytest.raises(OffError, match="does not stand as what was decided"):
        last(verify(signed))
