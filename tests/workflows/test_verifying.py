"""A casebook checked in several processes: as in one, also where something is off."""

import pytest
from sqlalchemy import text

from holdfire.model.capture import Capture
from holdfire.sources.reports import report_of
from holdfire.store.bundle import bundle
from holdfire.store.checking import OffError
from holdfire.workflows.casebook.opening import make_book, open_book
from holdfire.workflows.casebook.verifying import verify

pytestmark = pytest.mark.slow
NIGHT = "2022-06-01T03:00:00.000000Z"


@pytest.fixture(params=[None, "a long passphrase"])
def book(request, tmp_path):
    path = str(tmp_path / "many.book")
    made = make_book(path, who="ada", passphrase=request.param)
    captures = [Capture(f"Guards fired {n} times.".encode(), f"{n}.txt", "file") for n in range(20)]
    for each in captures:
        with made.change(who="ada", at=NIGHT) as change:
            change.keep([bundle(each, report_of(each), None)])
    made.close()
    with_phrase = open_book(path, ask=lambda _: request.param)
    yield with_phrase
    with_phrase.close()


def test_processes_find_what_one_finds(book):
    assert list(verify(book, jobs=2, stretch=10))[-1] == list(verify(book))[-1]


def test_the_first_thing_that_is_off_is_named(book):
    book.sign = None
    with book.change(who="eve", at=NIGHT) as change:
        change._connection.execute(text("UPDATE report SET title = 'Other' WHERE seq > 30"))
    found = []
    for jobs in (1, 2):
        with pytest.raises(OffError) as caught:
            list(verify(book, jobs=jobs, stretch=10))
        found.append(str(caught.value))
    assert found[0] == found[1]
