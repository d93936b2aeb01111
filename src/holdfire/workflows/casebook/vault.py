"""Identities, contacts and connection notes → the vault: sealed with age, under pseudonyms.

Each entry is sealed for a key of its own, and that key for the keepers. Whoever has the casebook but no
keeper's identity has pseudonyms alone; whoever destroys the wrapped key destroys the entry. Pseudonyms are
drawn by lot: an id that followed from the content could be guessed at.
"""

import secrets
from hashlib import sha256
from pathlib import Path

from holdfire.errors import BookError
from holdfire.store.book import Book
from holdfire.store.rows import Entry, KeeperRow, SealedRow, WrappedRow
from holdfire.workflows.casebook.moment import now

try:
    import pyrage
except ImportError:
    raise BookError("the vault needs age", remedy="install it with: pip install pyrage") from None

_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
LENGTH = 8
LONGEST = 10_000_000
_ONE_FOR_ALL = "give the key that the keeper calls age1…"


def add_keeper(book: Book, name: str, recipient: str, *, who: str) -> None:
    """Let someone open what is sealed from now on. BookError where the key or the name will not do."""
    _recipient(recipient)
    if name in book.vault.keepers():
        raise BookError(f"there is a keeper {name!r} already", remedy="choose another name")
    with book.change(who=who, at=now()) as change:
        change.write([Entry(KeeperRow(name=name, recipient=recipient))])


def new_identity(path: Path) -> str:
    """Make an age identity, keep it in a file that nobody else may read, and give its recipient."""
    made = pyrage.x25519.Identity.generate()
    try:
        path.touch(mode=0o600, exist_ok=False)
        path.write_text(f"# public key: {made.to_public()}\n{made}\n", encoding="ascii")
    except OSError as error:
        raise BookError(f"cannot be written: {error.strerror}", where=str(path)) from error
    return str(made.to_public())


def seal(book: Book, secret: bytes, *, who: str) -> str:
    """Put something in the vault; its pseudonym. BookError where there is nobody to open it."""
    keepers = book.vault.keepers()
    if not keepers:
        raise BookError(
            "the vault has no keepers", where=book.where, remedy="name one with `holdfire vault keeper`"
        )
    if not secret.strip() or len(secret) > LONGEST:
        raise BookError("nothing was given to seal" if not secret.strip() else "is too long for the vault")
    key = pyrage.x25519.Identity.generate()
    kept = pyrage.encrypt(secret, [key.to_public()])
    wrapped = pyrage.encrypt(str(key).encode(), [_recipient(each) for each in keepers.values()])
    pseudonym = "S-" + "".join(secrets.choice(_LETTERS) for _ in range(LENGTH))
    with book.change(who=who, at=now()) as change:
        change.write(
            [
                Entry(SealedRow(id=pseudonym, sha256=sha256(kept).hexdigest()), {"bytes": kept}),
                Entry(WrappedRow(id=pseudonym, sha256=sha256(wrapped).hexdigest()), {"bytes": wrapped}),
            ]
        )
    return pseudonym


def open_entry(book: Book, pseudonym: str, identity: Path) -> bytes:
    """What an entry of the vault says. BookError where the identity is not that of a keeper of it."""
    kept, wrapped = book.vault.sealed(pseudonym)
    try:
        key = pyrage.decrypt(wrapped, _identities(identity)).decode()
        return bytes(pyrage.decrypt(kept, [pyrage.x25519.Identity.from_str(key)]))
    except pyrage.DecryptError:
        raise BookError(
            f"{pseudonym} is not sealed for this identity", where=str(identity), remedy="ask another keeper"
        ) from None


def destroy(book: Book, pseudonym: str, why: str, *, who: str) -> None:
    """Destroy the key of an entry: nobody can read it any more, and the log still verifies."""
    book.vault.sealed(pseudonym)
    with book.change(who=who, at=now()) as change:
        change.destroy(pseudonym, why)
    book.forget()


def _recipient(text: str) -> "pyrage.x25519.Recipient":
    try:
        return pyrage.x25519.Recipient.from_str(text)
    except (pyrage.RecipientError, ValueError):
        raise BookError(f"{text!r} is no age recipient", remedy=_ONE_FOR_ALL) from None


def _identities(path: Path) -> "list[pyrage.x25519.Identity]":
    try:
        lines = path.read_text("utf-8").splitlines()
        return [
            pyrage.x25519.Identity.from_str(line.strip())
            for line in lines
            if line.strip() and not line.startswith("#")
        ]
    except (OSError, UnicodeDecodeError, pyrage.IdentityError, ValueError) as error:
        raise BookError(f"holds no age identity: {error}", where=str(path)) from None
