"""The log of a casebook: every row written has an entry, and each entry seals the ones before it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import msgspec

FORMAT: Final = "holdfire-log/1"
START: Final = bytes(32)
"""What the first entry takes as the hash before it."""


class LogEntry(msgspec.Struct, frozen=True):
    """One row written to the casebook: its table and key, the hash of its content, who wrote it and when.

    `seq` counts from 1 without a gap. `at` is an ISO 8601 instant in UTC and never goes back. `row` is the
    SHA-256 of the row as `row_hash` takes it, `hash` that of the entry with the hash before it.
    """

    seq: int
    at: str
    who: str
    table: str
    key: str
    row: bytes
    hash: bytes


class Checkpoint(msgspec.Struct, frozen=True, omit_defaults=True):
    """A signature under all entries up to one: `head` is that entry's hash, `key` the public key, in hex."""

    upto: int
    head: str
    key: str
    signature: str

    def signed(self) -> bytes:
        """The bytes that the signature is over."""
        return signed_bytes(self.upto, self.head)


def signed_bytes(upto: int, head: str) -> bytes:
    """What a checkpoint signs: the position of an entry and its hash in hex."""
    return msgspec.json.encode(["holdfire-checkpoint/1", upto, head])


def row_hash(table: str, row: msgspec.Struct | Mapping[str, object]) -> bytes:
    """The SHA-256 of a row: of the JSON of its table's name and the columns that are not null, in order."""
    return hashlib.sha256(msgspec.json.encode([table, row])).digest()


def entry_hash(seq: int, at: str, who: str, table: str, key: str, row: bytes, before: bytes) -> bytes:  # noqa: PLR0913, PLR0917 - all that an entry says
    """The hash of an entry: SHA-256 of the JSON of what it says and the hash before it, in hex."""
    said = [FORMAT, seq, at, who, table, key, row.hex(), before.hex()]
    return hashlib.sha256(msgspec.json.encode(said)).digest()


def chained(
    rows: Iterable[tuple[str, str, bytes]], *, after: LogEntry | None, at: str, who: str
) -> Iterator[LogEntry]:
    """Entries for rows (table, key, hash), chained to the last entry; time does not go back."""
    seq, before = (after.seq, after.hash) if after else (0, START)
    at = max(at, after.at) if after else at
    for table, key, row in rows:
        seq += 1
        before = entry_hash(seq, at, who, table, key, row, before)
        yield LogEntry(seq, at, who, table, key, row, before)
