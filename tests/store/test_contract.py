"""What every store must do, the same on each."""

import threading

import msgspec
import pytest

from holdfire.errors import BookError
from holdfire.model.capture import Redirect, Told, Within
from holdfire.model.log import START, entry_hash
from holdfire.store.book import Book, dialect_of
from holdfire.store.bundle import bundle, failed, reading_bundle, seen_again
from holdfire.workflows.casebook.verifying import verify
from tests import stories
from tests.store.reports import AT, LATER, LATEST, STORY, capture, plain, report, story, story_record


def keep(book, *bundles, at=AT, who="ada"):
    with book.change(who=who, at=at) as change:
        return change.keep(bundles)


def test_what_its_file_says_of_a_report_comes_back(book):
    given = report(
        "Told on two pages.", created="2022-01", pages=(0, 8), faults=("page 3 is damaged",), encoding=""
    )
    keep(book, bundle(capture(given, faults=("cut",), request=(("Host", "x"),)), given, None))
    stored = book.reports.get(given.id)
    assert book.reports.opened(stored) == given
    assert [(each.faults, each.request) for each in book.reports.captures(stored)] == [
        (("cut",), (("Host", "x"),))
    ]


def test_a_report_comes_back_as_it_was(book):
    assert keep(book, story()) == [True]
    stored = book.reports.get(STORY.id[:8])
    assert book.reports.opened(stored) == STORY
    assert book.reports.bytes_of(stored.raw_sha256) == stories.WORDS.encode()
    (reading,) = book.readings.of(STORY.id)
    assert msgspec.to_builtins(book.readings.record(reading.id)) == msgspec.to_builtins(story_record())
    assert (stored.recorded, reading.recorded, reading.version) == (AT, AT, "1")


def test_the_same_report_again_changes_nothing(book):
    keep(book, story())
    before = book.log.last()
    assert keep(book, story(), at=LATER) == [False]
    assert keep(book, story(), story(), at=LATER) == [False, False]
    assert book.log.last() == before


def test_a_report_twice_in_one_batch_is_one_report(book):
    assert keep(book, plain("Guards fired."), plain("Guards fired.", origin="b.txt")) == [True, False]
    assert book.reports.counts().reports == 1
    (stored,) = book.reports.listed()
    assert [each.origin for each in book.reports.captures(stored)] == ["a.txt", "b.txt"]


def test_a_read_report_twice_in_one_batch_is_read_once(book):
    assert keep(book, story(), story()) == [True, False]
    assert keep(book, story("2"), story("2"), at=LATER) == [False, False]
    assert book.reports.counts().orders == len(story_record().orders)


def test_how_the_bytes_were_got_comes_back_whole(book):
    got = capture(
        STORY,
        "https://example.org/a",
        media_type="text/plain; charset=utf-8",
        got_at="2026-02-28T09:00:00Z",
        status=200,
        headers=(("Date", "Sat"), ("Set-Cookie", "a"), ("Set-Cookie", "b")),
        redirects=(Redirect("http://example.org/a", 301),),
        within=Within("crawl.warc.gz", offset=12, length=99),
        told=Told("Flares", published="2022-01-26"),
    )
    keep(book, story(), seen_again(got, STORY.id))
    captures = book.reports.captures(book.reports.get(STORY.id))
    assert captures == [capture(STORY), got]


def test_a_further_reading_stands_beside_the_old_and_takes_its_place(book):
    keep(book, story("1"))
    keep(book, reading_bundle(story_record("2", incidents=())), at=LATER)
    old, new = book.readings.of(STORY.id)
    assert (old.superseded, new.superseded) == (new.seq, None)
    assert [reading.version for reading, _ in book.readings.present()] == ["2"]
    assert book.reports.counts().incidents == 0 < book.as_of(AT).reports.counts().incidents
    assert [reading.version for reading, _ in book.as_of(AT).readings.present()] == ["1"]
    assert [each.superseded for each in book.as_of(AT).readings.of(STORY.id)] == [None]
    assert {thing.kind for _, thing in book.readings.things()} == {"order", "practice"}
    assert "incident" in {thing.kind for _, thing in book.as_of(AT).readings.things()}


def test_a_day_before_shows_what_was_there_then(book):
    keep(book, plain("First words."))
    keep(book, plain("Second words."), at=LATEST)
    then = book.as_of(LATER)
    assert [book.reports.opened(each).words for each in then.reports.listed()] == ["First words."]
    assert len(then.search("words")) == 1 and len(book.search("words")) == 2
    assert book.as_of("2020").reports.counts().reports == 0
    with pytest.raises(BookError, match="no report"):
        then.reports.get(report("Second words.").id)


def test_reported_things_are_flat_rows(book):
    keep(book, story())
    things = {thing.path: thing for _, thing in book.readings.things()}
    incident = things["incidents.0"]
    assert (incident.kind, incident.date, incident.killed_low) == ("incident", "2022-01-09", 1)
    assert incident.first == incident.last == 738_164  # 9 January 2022
    seq = book.reports.get(STORY.id).seq
    assert book.readings.tallies([seq])[seq]["order"] == len(story_record().orders)


def test_lists_go_on_where_a_page_ends(book):
    keep(book, *(plain(f"Report number {n}.") for n in range(7)))
    first = book.reports.listed(limit=4)
    rest = book.reports.listed(limit=4, before=first[-1].seq)
    assert len({each.id for each in (*first, *rest)}) == 7
    assert [each.seq for each in first] == sorted((each.seq for each in first), reverse=True)


def test_an_id_may_be_given_by_its_beginning(book):
    keep(book, *(plain(f"Report number {n}.") for n in range(300)))
    with pytest.raises(BookError, match="too short"):
        book.reports.get("abc")
    with pytest.raises(BookError, match="no report"):
        book.reports.get("0000000000")
    with pytest.raises(BookError, match="no report"):
        book.reports.get("zzzz' OR 1=1")
    ids = sorted(each.id for each in book.reports.listed(limit=300))
    assert book.reports.get(ids[0].upper()).id == ids[0]


def test_failures_are_kept_once(book):
    why = failed("b.pdf", kind="source", message="b.pdf: is damaged\0")
    for _ in range(2):
        with book.change(who="ada", at=AT) as change:
            change.write(change.missing([why, why]))
    (failure,) = book.reports.failures()
    assert (failure.origin, failure.message, failure.recorded) == ("b.pdf", "b.pdf: is damaged\ufffd", AT)


def test_hostile_words_come_back_as_they_were(book):
    words = "Guards\0fired \ud800 at \U0001f600 'them'; DROP TABLE report; -- \\ \u202e"
    title = "A \0 title '"
    keep(book, plain(words, title=title))
    (stored,) = book.reports.listed()
    assert book.reports.opened(stored).words == words
    assert stored.title == "A \ufffd title '"
    assert len(book.search("fired")) == 1


def test_a_change_is_whole_or_not_there(book):
    with pytest.raises(RuntimeError), book.change(who="ada", at=AT) as change:
        change.keep([story()])
        raise RuntimeError
    assert book.reports.counts().log == 0 and book.log.last() is None
    assert book.search("flares") == []


def test_the_log_is_a_chain_and_time_does_not_go_back(book):
    keep(book, story(), at=LATER)
    keep(book, plain("Other words."), at=AT, who="ben")
    entries = list(book.log.entries())
    assert [each.seq for each in entries] == list(range(1, len(entries) + 1))
    assert [each.at for each in entries] == [LATER] * len(entries)
    before = START
    for each in entries:
        said = (each.seq, each.at, each.who, each.table, each.key, each.row)
        assert each.hash == entry_hash(*said, before)
        before = each.hash
    assert {(each.table, each.who) for each in entries} >= {("reading", "ada"), ("report", "ben")}
    assert book.log.newest(limit=2) == entries[:-3:-1]


def test_the_place_of_a_moment(book):
    for number, at in enumerate((AT, LATER, LATER, LATEST)):
        keep(book, plain(f"Words {number}."), at=at)
    last = book.log.last().seq
    per = last // 4
    assert book.log.place_at("2025-01-01") == 0
    assert book.log.place_at(AT) == per
    assert book.log.place_at(LATER) == 3 * per
    assert book.log.place_at("2027") == last


def test_bytes_that_are_not_there_are_named(book):
    with pytest.raises(BookError, match="bytes 000000000000 are missing"):
        book.reports.bytes_of("0" * 64)


def test_writers_side_by_side_each_keep_what_they_write(book, address):
    writers = [Book(dialect_of(address)) for _ in range(4)]

    def write(number):
        for turn in range(5):
            with writers[number].change(who=f"w{number}", at=LATER) as change:
                change.keep([plain(f"Words {number} {turn}."), plain(f"Shared {turn}.")])

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert book.reports.counts().reports == 4 * 5 + 5
    *_, done = verify(book)
    assert done.entries == book.log.last().seq
    for writer in writers:
        writer.close()


def test_publications_are_those_of_the_reports_that_were_read(book):
    given = [
        plain("One.", outlet="Desk", published="2022-01-01"),
        plain("Two.", outlet="Desk", published="2022-01-01", origin="b.txt"),
        plain("Three.", origin="c.txt"),
    ]
    unread = report("Four.", outlet="Desk", published="2022-01-01")
    for bundles in (given, [bundle(capture(unread), unread, None)]):
        with book.change(who="ada", at=AT) as change:
            change.keep(bundles)
        found = {(outlet, day): number for outlet, day, number in book.readings.publications()}
        assert found == {("Desk", "2022-01-01"): 2, (None, None): 1}
    assert book.as_far_as(0).readings.publications() == []
