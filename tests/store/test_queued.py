"""The queue, the same on each store."""

from holdfire.model.judgement import Accept, Reject, Undo, judgement_id
from holdfire.store.queued import OPEN, Wanted
from holdfire.store.schema import upgrade
from holdfire.workflows.casebook.judging import judge
from tests.store.reports import AT, LATER, plain, story


def keep(book, *bundles, at=AT):
    with book.change(who="ada", at=at) as change:
        change.keep(bundles)
    return book.reports.listed()[0].id


def said(book, kind, report, at="2026-03-01T10:00:00"):
    made = kind(target=f"report/{report}", reading=book.readings.of(report)[-1].id, who="ada", when=at)
    judge(book, made)
    return judgement_id(made)


def test_what_is_judged_waits_no_more_and_what_is_undone_does(book):
    told = keep(book, story())
    other = keep(book, plain("Another."))
    assert book.queue.counts() == {"new": 2}
    made = said(book, Accept, told)
    said(book, Reject, other)
    assert book.queue.counts() == {"checked": 1, "aside": 1}
    judge(book, Undo(target=made, who="ada", when="2026-03-01T10:01:00"))
    assert book.queue.counts() == {"new": 1, "aside": 1}
    keep(book, story("2"), at=LATER)
    assert book.queue.counts() == {"new": 1, "aside": 1}


def test_a_checked_report_that_is_read_again_waits_again(book):
    told = keep(book, story())
    said(book, Accept, told)
    keep(book, story("2"), at=LATER)
    assert book.queue.counts() == {"again": 1}


def test_pages_and_filters(book):
    keep(book, *(plain(f"Report {n}.", outlet="A" if n % 2 else "B") for n in range(6)))
    keep(book, story())
    first = book.queue.page(Wanted(OPEN), limit=4)
    rest = book.queue.page(Wanted(OPEN), before=first[-1].report.seq, limit=4)
    seqs = [each.report.seq for each in (*first, *rest)]
    assert (len(seqs), seqs) == (7, sorted(seqs, reverse=True))
    assert {each.report.outlet for each in book.queue.page(Wanted(outlet="A"))} == {"A"}
    assert [each.report.title for each in book.queue.page(Wanted(holds="order"))] == ["Flares"]
    assert book.queue.named("outlet")[0] in ("A", "B")
    newer, older = book.queue.beside(seqs[1], Wanted(OPEN))
    assert (newer, older) == (seqs[0], seqs[2])


def test_an_older_casebook_gets_its_queue_when_it_is_brought_up_to_date(address):
    from holdfire.store.book import Book, dialect_of

    dialect = dialect_of(address)
    upgrade(dialect)
    made = Book(dialect)
    told = keep(made, story())
    keep(made, plain("Another."))
    judge(made, Accept(target=f"report/{told}/orders.0", reading="r", who="ada", when="2026-03-01"))
    with made.change(who="ada", at=LATER) as change:
        for later in ("standing", "account", "release", "audience"):
            change._connection.exec_driver_sql(f"DROP TABLE {later}")
        for later in ("together", "thing", "whole", "attesting", "session", "titled"):
            change._connection.exec_driver_sql(f"DROP TABLE IF EXISTS {later}")
        for column in ("outlet", "language"):
            change._connection.exec_driver_sql(f"DROP INDEX ix_report_{column}")
        for index in ("ix_reported_now", "ix_reading_superseded"):
            change._connection.exec_driver_sql(f"DROP INDEX {index}")
        change._connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0003'")
    upgrade(dialect)
    assert made.queue.counts() == {"begun": 1, "new": 1}
    made.close()
