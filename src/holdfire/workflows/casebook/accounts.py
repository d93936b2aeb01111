"""Accounts of a team: made, changed, closed; whether a password is somebody's. Each change is in the log.

Whoever is in by an account is out when it changes, and comes in again with what is new.
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from functools import cache

import argon2
import msgspec

from holdfire.errors import BookError
from holdfire.model.account import RIGHTS, ROLES, Account, Right, Role
from holdfire.store.book import Book, Reader
from holdfire.store.rows import AccountRow, Entry
from holdfire.workflows.casebook.moment import now

SHORTEST, LONGEST = 12, 1000
Ask = Callable[[str], str]
"""Gets the password of an account from whoever is there."""
_NAME = re.compile(r"[\w][\w .'-]{0,39}")


def add_account(book: Book, name: str, roles: Sequence[str], password: str, *, who: str) -> None:
    """Make an account. BookError where the name, the roles or the password will not do."""
    if not _NAME.fullmatch(name) or name != name.strip():
        raise BookError(f"{name!r} is no name for an account", remedy="use up to 40 letters and digits")
    if book.accounts.get(name) is not None:
        raise BookError(f"there is an account {name!r} already", remedy="choose another name")
    _write(book, name, _roles(roles), "open", _hash(name, password), who=who)


def set_roles(book: Book, name: str, roles: Sequence[str], *, who: str) -> None:
    """Give somebody other roles."""
    account = _known(book, name)
    _write(book, name, _roles(roles), _state(account), book.accounts.secret(name), who=who)


def set_password(book: Book, name: str, password: str, *, who: str) -> None:
    """Give somebody another password; the old hash is forgotten."""
    account = _known(book, name)
    _write(book, name, account.roles, _state(account), _hash(name, password), who=who)
    book.forget()


def set_open(book: Book, name: str, *, is_open: bool, who: str) -> None:
    """Open or close an account: what its owner decided stays."""
    account = _known(book, name)
    _write(book, name, account.roles, "open" if is_open else "closed", book.accounts.secret(name), who=who)


def entered(book: Reader, name: str, password: str) -> Account | None:
    """The account that a name and a password open; it takes as long for a name that nobody has."""
    secret = book.accounts.secret(name) if len(password) <= LONGEST else None
    try:
        _hasher().verify(secret or _nobody(), password[:LONGEST])
    except argon2.exceptions.VerificationError:
        return None
    account = book.accounts.get(name)
    return account if secret and account is not None and account.is_open else None


def require_right(book: Reader, who: str, right: Right, ask: Ask) -> None:
    """BookError where a casebook has accounts, and this is none that may do it, or the password is another's.

    A casebook without accounts takes people at their word.
    """
    if not any(each.is_open for each in book.accounts.all()):
        return
    account = book.accounts.get(who)
    if account is None or right not in account.rights:
        roles = " or ".join(role for role in ROLES if right in RIGHTS[role])
        problem = (
            f"{who} has no account here that may do this" if account is None else f"{who} may not do this"
        )
        raise BookError(problem, remedy=f"it takes an account with the role {roles}: --who NAME")
    if entered(book, who, ask(who)) is None:
        raise BookError(f"that is not the password of {who}", remedy="try again")


def _write(book: Book, name: str, roles: Sequence[Role], state: str, secret: str | None, *, who: str) -> None:  # noqa: PLR0913 - all of an account
    at = now()
    last = book.log.last()
    said = msgspec.json.encode([name, roles, state, at, last.seq if last else 0])
    row = AccountRow(id=hashlib.sha256(said).hexdigest(), name=name, roles=" ".join(roles), state=state)
    with book.change(who=who, at=at) as change:
        change.forget_secrets(name)
        change.write([Entry(row, {"secret": secret})])


def _known(book: Book, name: str) -> Account:
    account = book.accounts.get(name)
    if account is None:
        raise BookError(f"there is no account {name!r}", remedy="`holdfire user list` lists them")
    return account


def _state(account: Account) -> str:
    return "open" if account.is_open else "closed"


def _roles(given: Sequence[str]) -> tuple[Role, ...]:
    wrong = [each for each in given if each not in ROLES]
    if wrong or not given:
        what = f"{wrong[0]!r} is no role" if wrong else "no role was given"
        raise BookError(what, remedy=f"one or more of {', '.join(ROLES)}")
    return tuple(role for role in ROLES if role in given)


def _hash(name: str, password: str) -> str:
    if len(password) < SHORTEST or len(password) > LONGEST:
        raise BookError(
            f"a password has {SHORTEST} to {LONGEST:,} characters",
            remedy="take four words that do not belong together",
        )
    if name.lower() in password.lower() or len(set(password)) < 5:
        raise BookError(
            "that password is easily guessed", remedy="take four words that do not belong together"
        )
    return _hasher().hash(password)


@cache
def _hasher() -> argon2.PasswordHasher:
    return argon2.PasswordHasher()


@cache
def _nobody() -> str:
    """The hash of a password that nobody has."""
    return _hasher().hash("")
