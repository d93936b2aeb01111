"""Sessions of the workbench, alike on each store."""

from holdfire.store.sessions import StoredSession
from tests.store.reports import AT

ADA = StoredSession("ada", 3, 1000, is_blind=False)


def put(book, secret, session=ADA, since=0):
    with book.change(who="ada", at=AT) as change:
        change.put_session(secret, session, since=since)


def test_a_session_is_found_by_its_secret_alone(book):
    put(book, "a secret")
    assert book.sessions.get("a secret", since=0) == ADA
    assert book.sessions.get("another", since=0) is None
    assert book.sessions.get("a secret", since=1000) is None, "it lies idle"


def test_what_is_newer_takes_its_place(book):
    put(book, "a secret")
    later = ADA._replace(seen=2000, is_blind=True)
    put(book, "a secret", later)
    assert book.sessions.get("a secret", since=0) == later


def test_a_session_that_lies_idle_goes_when_another_is_kept(book):
    put(book, "old")
    put(book, "new", ADA._replace(seen=5000), since=4000)
    assert book.sessions.get("old", since=0) is None
    assert book.sessions.get("new", since=0) is not None


def test_a_session_ends(book):
    put(book, "a secret")
    with book.change(who="ada", at=AT) as change:
        change.end_session("a secret")
        change.end_session("none")
    assert book.sessions.get("a secret", since=0) is None
