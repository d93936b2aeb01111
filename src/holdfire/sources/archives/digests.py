"""Bytes and the digest that somebody wrote down for them → whether they agree."""

import base64
import hashlib
from binascii import Error
from typing import IO

_CHUNK = 1_000_000
_KNOWN = frozenset({"md5", "sha1", "sha256", "sha384", "sha512"})


def agrees(held: bytes | IO[bytes], digest: str) -> bool | None:
    """Whether bytes, or a whole file, have a digest such as `sha1:…` or `sha-256:…` in hex or base32 or 64.

    None where the digest is of a kind that we do not know.
    """
    name, _, written = digest.strip().partition(":")
    name = name.lower().replace("-", "")
    if name not in _KNOWN or not written:
        return None
    found = _digest(held, name)
    return found in _readings(written.strip(), len(found))


def _digest(held: bytes | IO[bytes], name: str) -> bytes:
    hashed = hashlib.new(name, usedforsecurity=False)
    if isinstance(held, bytes):
        hashed.update(held)
        return hashed.digest()
    held.seek(0)
    while chunk := held.read(_CHUNK):
        hashed.update(chunk)
    held.seek(0)
    return hashed.digest()


def _readings(written: str, size: int) -> list[bytes]:
    """The bytes that a digest may stand for, by its length."""
    try:
        if len(written) == 2 * size:
            return [bytes.fromhex(written)]
        padded = written + "=" * (-len(written) % 8)
        if len(written.rstrip("=")) == -(-size * 8 // 5):
            return [base64.b32decode(padded, casefold=True)]
        return [base64.b64decode(padded[: -(-len(written) // 4) * 4])]
    except (ValueError, Error):
        return []
