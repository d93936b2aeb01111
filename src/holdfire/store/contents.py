"""What a row holds against what it says of itself: bytes and their hash, a record and its text. Pure."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec

from holdfire.errors import BookError
from holdfire.store.packing import unpacked
from holdfire.store.quotes import misquoted

Bytes = Callable[[str], bytes]
"""Gives bytes of the casebook by their hash."""


class Content(NamedTuple):
    """How much was looked at, and what is wrong with it, if anything."""

    bytes: int = 0
    quotes: int = 0
    wrong: str | None = None


class _Header(msgspec.Struct):
    id: str
    raw_sha256: str
    text_sha256: str


class _Headed(msgspec.Struct):
    report: _Header


_headed = msgspec.json.Decoder(_Headed).decode


def blob(row: Any) -> tuple[bytes, Content]:  # noqa: ANN401 - a row of the table
    """The bytes of a blob, and whether they have the hash that names them."""
    try:
        raw = unpacked(row.codec, row.bytes, size=row.size)
    except BookError as error:
        return b"", Content(wrong=error.problem)
    wrong = None if sha256(raw).hexdigest() == row.sha256 else "the bytes have another hash"
    return raw, Content(len(raw), wrong=wrong)


def reading(row: Any, bytes_of: Bytes) -> tuple[bytes, Content]:  # noqa: ANN401 - a row of the table
    """The record of a reading, and whether it is that of its id, and quotes what the text says."""
    try:
        record = unpacked(row.codec, row.record, size=row.size)
        if sha256(record).hexdigest() != row.id:
            return b"", Content(len(record), wrong="the record has another hash")
        header = _headed(record).report
        if header.id != row.report:
            return record, Content(len(record), wrong=f"the record is that of report {header.id[:12]}")
        words = bytes_of(header.text_sha256).decode("utf-8", "surrogatepass")
    except BookError as error:
        return b"", Content(wrong=str(error))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return b"", Content(wrong=f"the record cannot be read: {error}")
    number, off = misquoted(record, words)
    return record, Content(len(record), number, off and f"the text does not say {off}")


def judgement(row: Any) -> Content:  # noqa: ANN401 - a row of the table
    """Whether a judgement is that of its id."""
    body = row.body.encode()
    wrong = None if sha256(body).hexdigest() == row.id else "what was judged has another hash"
    return Content(len(body), wrong=wrong)


def sealed(row: Any) -> Content:  # noqa: ANN401 - a row of a table with bytes
    """Whether bytes kept as they are have the hash that the row gives."""
    wrong = None if sha256(row.bytes).hexdigest() == row.sha256 else "the bytes have another hash"
    return Content(len(row.bytes), wrong=wrong)


CHECKS: dict[str, Callable[[Any], Content]] = {
    "judgement": judgement,
    "timestamp": sealed,
    "sealed": sealed,
    "wrapped": sealed,
}
"""How the content of the other tables is checked."""
