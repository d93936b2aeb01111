"""Accounts: made, changed, closed; passwords; all of it in the log, and no old hash kept."""

import argon2
import pytest
from sqlalchemy import select

from holdfire.errors import BookError
from holdfire.store import tables
from holdfire.workflows.casebook import accounts
from holdfire.workflows.casebook.accounts import add_account, entered, set_open, set_password, set_roles
from holdfire.workflows.casebook.opening import make_book
from holdfire.workflows.casebook.verifying import verify

GOOD = "correct horse battery staple"


@pytest.fixture
def book(tmp_path):
    made = make_book(str(tmp_path / "case.book"), who="ada")
    yield made
    made.close()


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Hash as fast as argon2 may: its strength is not what is tested."""
    hasher = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(accounts, "_hasher", lambda: hasher)
    accounts._nobody.cache_clear()
    yield
    accounts._nobody.cache_clear()


def test_a_password_lets_its_owner_in_and_nobody_else(book):
    add_account(book, "ben", ["coder"], GOOD, who="ada")
    account = entered(book, "ben", GOOD)
    assert account is not None
    assert account.rights == {"see", "decide"}
    assert entered(book, "ben", GOOD + "!") is None
    assert entered(book, "eve", GOOD) is None
    assert entered(book, "eve", "") is None
    assert entered(book, "ben", "x" * 100_000) is None


def test_changes_hold_at_once_and_are_in_the_log(book):
    add_account(book, "ben", ["coder"], GOOD, who="ada")
    set_roles(book, "ben", ["reviewer", "keeper"], who="ada")
    assert book.accounts.get("ben").rights == {"see", "decide", "review", "sources", "audiences"}
    set_open(book, "ben", is_open=False, who="ada")
    assert entered(book, "ben", GOOD) is None
    assert book.accounts.get("ben").rights == frozenset()
    set_open(book, "ben", is_open=True, who="ada")
    assert entered(book, "ben", GOOD)
    assert [each.who for each in book.log.entries() if each.table == "account"] == ["ada"] * 4
    *_, done = verify(book)
    assert done.entries == book.log.last().seq


def test_an_old_password_is_forgotten(book, tmp_path):
    add_account(book, "ben", ["coder"], GOOD, who="ada")
    old = book.accounts.secret("ben")
    set_password(book, "ben", "four other words here", who="ada")
    assert entered(book, "ben", GOOD) is None
    assert entered(book, "ben", "four other words here")
    with book._view.connect() as connection:
        kept = connection.execute(select(tables.account.c.secret)).scalars().all()
    assert [each for each in kept if each] == [book.accounts.secret("ben")]
    assert old.encode() not in (tmp_path / "case.book").read_bytes()
    *_, done = verify(book)
    assert done.entries == book.log.last().seq


@pytest.mark.parametrize(
    ("name", "roles", "password", "said"),
    [
        ("", ["coder"], GOOD, "no name"),
        ("a/b", ["coder"], GOOD, "no name"),
        ("ben ", ["coder"], GOOD, "no name"),
        ("x" * 50, ["coder"], GOOD, "no name"),
        ("ben", [], GOOD, "no role was given"),
        ("ben", ["king"], GOOD, "'king' is no role"),
        ("ben", ["coder"], "short", "12 to"),
        ("ben", ["coder"], "x" * 20, "easily guessed"),
        ("ben", ["coder"], "i am ben and ben i am", "easily guessed"),
    ],
)
def test_what_makes_no_account(book, name, roles, password, said):
    with pytest.raises(BookError, match=said):
        add_account(book, name, roles, password, who="ada")
    assert book.accounts.all() == []


def test_a_name_is_given_once(book):
    add_account(book, "ben", ["coder"], GOOD, who="ada")
    with pytest.raises(BookError, match="already"):
        add_account(book, "ben", ["reader"], GOOD, who="ada")
    with pytest.raises(BookError, match="no account"):
        set_roles(book, "eve", ["reader"], who="ada")
