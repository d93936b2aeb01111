"""A casebook made, opened and signed by the name that a person gives it, in a file and on a server."""

import stat

import pytest

from holdfire.errors import BookError
from holdfire.workflows.casebook.opening import make_book, open_book
from holdfire.workflows.casebook.verifying import verify
from tests.store.reports import AT, plain


def test_what_is_made_can_be_opened_written_and_verified(address, tmp_path, monkeypatch):
    monkeypatch.setenv("HOLDFIRE_HOME", str(tmp_path / "own"))
    make_book(address, who="ada").close()
    book = open_book(address)
    with book.change(who="ada", at=AT) as change:
        change.keep([plain("Guards fired.")])
    *_, done = verify(book)
    assert (done.signatures, done.signed) == (2, done.entries - 1)
    keys = [*tmp_path.rglob("*.key")]
    assert len(keys) == 1 and stat.S_IMODE(keys[0].stat().st_mode) == 0o600
    with pytest.raises(BookError, match=r"already"):
        make_book(address, who="eve")
    keys[0].write_text("nonsense", encoding="ascii")
    with pytest.raises(BookError, match="signing key of the casebook is damaged"):  # noqa: SIM117
        with book.change(who="ada", at=AT) as change:
            change.keep([plain("More.")])
    assert book.reports.counts().reports == 1, "nothing was written"
    book.close()


def test_a_server_is_not_encrypted_from_here():
    with pytest.raises(BookError, match="cannot be encrypted from here"):
        make_book("postgresql://127.0.0.1:1/none?connect_timeout=1", who="ada", passphrase="words")
