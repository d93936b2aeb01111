"""A folder of files → pieces of them, and what each says; records → lots of them.

Pieces and lots are small to send: a process beside this one reads a piece from where it was put, and gets the
records of a lot packed.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from holdfire.exports.released.inside import texts
from holdfire.model.record import Record

AT_ONCE = 1 << 20
PIECE = 8 << 20
LOT = 250
_PACKED = (b"%PDF", b"PAR1", b"\x89PNG", b"PK", b"\x1f\x8b")
_decode = msgspec.msgpack.Decoder(list[Record]).decode


class Piece(NamedTuple):
    """The lines of a file that begin between two places in it; all of a file that is no text."""

    folder: str
    file: str
    start: int
    end: int

    def said(self) -> Iterator[str]:
        """All that it says, and what its file is called; a large text comes in parts that end with a line."""
        with Path(self.folder, self.file).open("rb") as handle:
            if handle.read(8).startswith(_PACKED):
                handle.seek(0)
                yield from texts(self.file, handle.read())
                return
            handle.seek(max(0, self.start - 1))
            if self.start:
                handle.readline()
            else:
                yield from texts(self.file, b"")
            while (left := self.end - handle.tell()) > 0:
                part = handle.read(min(left, AT_ONCE))
                yield from texts(self.file, part if part.endswith(b"\n") else part + handle.readline())


class Size(NamedTuple):
    """How large a file is, and when it was written: what it was when it was looked at."""

    bytes: int
    when: int


def size(folder: Path, file: str) -> Size:
    """How large a file of a folder is now."""
    found = (folder / file).stat()
    return Size(found.st_size, found.st_mtime_ns)


def pieces(folder: Path, file: str) -> Iterator[Piece]:
    """The pieces of a file, which hold all of it, in their order."""
    with (folder / file).open("rb") as handle:
        packed = handle.read(8).startswith(_PACKED)
        end = handle.seek(0, os.SEEK_END)
    step = max(end, 1) if packed else PIECE
    for start in range(0, max(end, 1), step):
        yield Piece(str(folder), file, start, min(end, start + step))


def files_in(folder: Path) -> list[str]:
    """The paths of all files in a folder, in their order."""
    return [str(each.relative_to(folder)) for each in sorted(folder.rglob("*")) if each.is_file()]


class Lot(tuple[Record, ...]):
    """Some records, packed where they go to another process."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Callable[[bytes], "Lot"], tuple[bytes]]:
        return _unpacked, (msgspec.msgpack.encode(tuple(self)),)


def lots(records: Iterable[Record]) -> Iterator[Lot]:
    """Records, some at once."""
    waiting = iter(records)
    while lot := Lot(islice(waiting, LOT)):
        yield lot


def _unpacked(raw: bytes) -> Lot:
    return Lot(_decode(raw))
