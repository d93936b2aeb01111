"""A report of a casebook → a web archive of how it was got, each time that it was."""

from collections.abc import Iterator

from holdfire.exports.warc import warc
from holdfire.store.book import Reader
from holdfire.workflows.casebook.moment import now


def archived(book: Reader, report: str) -> Iterator[bytes]:
    """The archive of the report whose id begins like this; BookError where none does, or more than one."""
    return warc(book.reports.captures(book.reports.get(report)), made_at=now())
