"""A casebook by the name that a person gives it → the open casebook."""

import secrets
from functools import partial
from pathlib import Path

from holdfire.errors import BookError
from holdfire.store import schema
from holdfire.store.book import SCHEMES, Book, dialect_of, opened
from holdfire.store.faults import clearly
from holdfire.store.rows import Entry, SettingRow
from holdfire.store.sqlite import is_plain
from holdfire.workflows.casebook.moment import now
from holdfire.workflows.casebook.signing import SIGNER, checkpoint, keep_key, kept_key, key_file, new_key

FORMAT = "holdfire-book/1"


def open_book(name: str) -> Book:
    """The casebook in a file or at a URL; an older one is brought up to date first, after a copy.

    BookError where there is none, or where it cannot be opened.
    """
    if not is_url(name):
        _require_book(Path(name))
    book, _ = opened(dialect_of(name))
    settings = book.settings()
    private = kept_key(key_file(name, settings.get("id", ""), on_a_server=is_url(name)))
    if private is not None:
        book.sign = partial(checkpoint, private)
    return book


def make_book(name: str, *, who: str) -> Book:
    """A new casebook. BookError where there is something already."""
    _require_free(name)
    made, (private, public) = secrets.token_hex(8), new_key()
    keep_key(key_file(name, made, on_a_server=is_url(name)), private)
    dialect = dialect_of(name)
    schema.upgrade(dialect)
    book = Book(dialect, partial(checkpoint, private))
    facts = {"format": FORMAT, "id": made, f"{SIGNER}{public}": who}
    with book.change(who=who, at=now()) as change:
        change.write([Entry(SettingRow(name=name, value=value)) for name, value in facts.items()])
    if not is_url(name):
        Path(name).chmod(0o600)
    return book


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


def _require_book(path: Path) -> None:
    if path.is_dir():
        raise BookError("is a folder, not a casebook", where=str(path), remedy="name the file of a casebook")
    if not is_plain(path):
        raise BookError("is no casebook", where=str(path), remedy="make one with `holdfire init`")
