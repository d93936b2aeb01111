"""The key that a casebook's log is signed with: made once, kept beside the casebook or in it, and used."""

import os
from collections.abc import Mapping
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from holdfire.errors import BookError
from holdfire.model.log import Checkpoint, signed_bytes
from holdfire.workflows.own.folder import home

SIGNER = "signer/"
"""Settings that begin so name the public keys whose signatures count."""
INSIDE = "signing_key"
"""The setting that holds the private key of a casebook that is encrypted as a whole."""


def new_key() -> tuple[str, str]:
    """A private key and its public key, in hex."""
    made = Ed25519PrivateKey.generate()
    return made.private_bytes_raw().hex(), made.public_key().public_bytes_raw().hex()


def checkpoint(private: str, upto: int, head: bytes) -> Checkpoint:
    """Sign the log up to an entry, by its hash."""
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(private))
    signature = key.sign(signed_bytes(upto, head.hex()))
    return Checkpoint(upto, head.hex(), key.public_key().public_bytes_raw().hex(), signature.hex())


def is_signed(made: Checkpoint) -> bool:
    """Whether the signature of a checkpoint is that of its key."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(made.key))
        key.verify(bytes.fromhex(made.signature), made.signed())
    except (InvalidSignature, ValueError):
        return False
    return True


def signers(settings: Mapping[str, str]) -> frozenset[str]:
    """The public keys whose signatures count."""
    return frozenset(name.removeprefix(SIGNER) for name in settings if name.startswith(SIGNER))


def key_file(name: str, book_id: str, *, on_a_server: bool) -> Path:
    """Where the private key of a casebook lies: beside its file, or in the user's own folder."""
    if not on_a_server:
        return Path(f"{name}.key")
    folder = home()
    if folder is None:
        raise BookError("this account has no folder for keys", remedy="name one in $HOLDFIRE_HOME")
    return folder / "keys" / f"{book_id}.key"


def keep_key(path: Path, private: str) -> None:
    """Write a private key where nobody else may read it. BookError where there is one already."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(private + "\n")
    except OSError as error:
        raise BookError(f"the key cannot be written: {error.strerror}", where=str(path)) from error


def kept_key(path: Path) -> str | None:
    """The private key in a file; None where there is no such file."""
    try:
        private = path.read_text("ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise BookError(f"the key cannot be read: {error}", where=str(path)) from error
    try:
        Ed25519PrivateKey.from_private_bytes(bytes.fromhex(private))
    except ValueError:
        remedy = "put the right file there, or take it away to write without signing"
        raise BookError("is no signing key", where=str(path), remedy=remedy) from None
    return private
