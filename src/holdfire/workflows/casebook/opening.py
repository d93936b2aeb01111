"""A casebook by the name that a person gives it → the open casebook."""

import importlib
import secrets
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from holdfire.errors import BookError
from holdfire.model.log import Checkpoint
from holdfire.store import schema
from holdfire.store.book import SCHEMES, Book, dialect_of, opened
from holdfire.store.faults import clearly
from holdfire.store.rows import Entry, SettingRow
from holdfire.store.sqlite import is_encrypted
from holdfire.workflows.casebook.keys import INSIDE, SIGNER, keep_key, kept_key, key_file
from holdfire.workflows.casebook.moment import now

FORMAT = "holdfire-book/1"
Ask = Callable[[str], str]
"""Gives the passphrase of the casebook that it is told."""


def open_book(name: str, *, ask: Ask | None = None) -> Book:
    """The casebook in a file or at a URL; an older one is brought up to date first, after a copy.

    `ask` gives the passphrase of an encrypted one. BookError where there is none, or it cannot be opened.
    """
    phrase = None
    if not is_url(name) and _is_encrypted(Path(name)):
        if ask is None:
            raise BookError("is encrypted, and its passphrase was not given", where=name)
        phrase = ask(name)
    return _open(name, phrase)


def _open(name: str, phrase: str | None) -> Book:
    book, _ = opened(dialect_of(name, phrase))
    book.sign = partial(_sign, name, book.settings())
    book.again = partial(_open, name, phrase)
    return book


def make_book(name: str, *, who: str, passphrase: str | None = None) -> Book:
    """A new casebook, encrypted where there is a passphrase. BookError where something is there already."""
    if passphrase is not None and is_url(name):
        remedy = "encrypt the disk of the server, or make the casebook in a file"
        raise BookError("a casebook on a server cannot be encrypted from here", where=name, remedy=remedy)
    _require_free(name)
    signing = importlib.import_module("holdfire.workflows.casebook.signing")
    made, (private, public) = secrets.token_hex(8), signing.new_key()
    dialect = dialect_of(name, passphrase)
    facts = {"format": FORMAT, "id": made, f"{SIGNER}{public}": who}
    if passphrase is None:
        keep_key(key_file(name, made, on_a_server=is_url(name)), private)
    else:
        facts[INSIDE] = private
    schema.upgrade(dialect)
    book = Book(dialect, partial(signing.checkpoint, private))
    with book.change(who=who, at=now()) as change:
        change.write([Entry(SettingRow(name=fact, value=value)) for fact, value in facts.items()])
    if not is_url(name):
        Path(name).chmod(0o600)
    return book


def _sign(name: str, settings: Mapping[str, str], upto: int, head: bytes) -> Checkpoint | None:
    """Sign with the casebook's key, where it is at hand."""
    private = settings.get(INSIDE) or kept_key(
        key_file(name, settings.get("id", ""), on_a_server=is_url(name))
    )
    if private is None:
        return None
    made: Checkpoint = importlib.import_module("holdfire.workflows.casebook.signing").checkpoint(
        private, upto, head
    )
    return made


def is_url(name: str) -> bool:
    """Whether a casebook is on a server."""
    return name.startswith(SCHEMES)


def _require_free(name: str) -> None:
    if is_url(name):
        dialect = dialect_of(name)
        with clearly(dialect.where), dialect.engine.connect() as connection:
            if schema.revision_of(connection) is not None:
                remedy = "name another database; nothing was changed"
                raise BookError("holds a casebook already", where=dialect.where, remedy=remedy)
        return
    path = Path(name)
    if path.exists():
        raise BookError("is there already", where=name, remedy="name another file; nothing was changed")
    if not path.parent.is_dir():
        raise BookError("its folder is not there", where=name, remedy="make the folder first")


def _is_encrypted(path: Path) -> bool:
    if path.is_dir():
        raise BookError("is a folder, not a casebook", where=str(path), remedy="name the file of a casebook")
    return is_encrypted(path)
