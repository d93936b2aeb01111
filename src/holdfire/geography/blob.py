"""The gazetteer's file: columns read in place, nothing unpacked before it is asked for."""

import hashlib
import json
import struct
import sys
from bisect import bisect_left
from zlib import crc32

from holdfire.errors import DataError

MAGIC = b"HOLDFIRE PLACES1"
ALIAS = 1 << 31
ABSENT = 0xFFFF


BITS = 1 << 23


def bit(key: str) -> int:
    """Which bit of the bitmap stands for a key."""
    return crc32(key.encode()) & (BITS - 1)


def digest(key: str) -> tuple[int, int]:
    """Four and two bytes that stand for a key in the index."""
    d = hashlib.blake2b(key.encode(), digest_size=6).digest()
    return int.from_bytes(d[:4], "little"), int.from_bytes(d[4:], "little")


class Blob:
    """Columns of numbers and words over one run of bytes."""

    def __init__(self, data: bytes, *, where: str = "gazetteer") -> None:
        if not data.startswith(MAGIC) or sys.byteorder != "little":
            raise DataError("not a gazetteer file", where=where, remedy="install Holdfire again")
        body = len(MAGIC) + 4
        (size,) = struct.unpack_from("<I", data, len(MAGIC))
        header = json.loads(data[body : body + size])
        view, base = memoryview(data), body + size
        self.columns = {
            name: view[base + at : base + at + length].cast(kind)
            for name, (kind, at, length) in header["sections"].items()
        }
        self.starts: list[int] = header["starts"]
        self._codes = {ABSENT: ""}
        self._marks = bytes(self.columns["marks"])
        self._key, self._check, self._row = (self.columns[c] for c in ("key", "check", "row"))

    def word(self, column: str, row: int) -> str:
        """A word of a column of words."""
        at = self.columns[column + "_at"]
        return bytes(self.columns[column][at[row] : at[row + 1]]).decode()

    def code(self, row: int) -> str:
        """The code of a country or division by its row; empty for none."""
        code = self._codes.get(row)
        if code is None:
            code = self._codes[row] = self.word("codes", row)
        return code

    def may_hold(self, key: str) -> bool:
        """Whether a key may be in the index; False is certain, and quick."""
        at = crc32(key.encode()) & (BITS - 1)
        return bool(self._marks[at >> 3] >> (at & 7) & 1)

    def rows(self, key: str) -> list[tuple[int, bool]]:
        """The rows under a key, largest first, each with whether the key is one of its other names."""
        number, check = digest(key)
        keys, out = self._key, []
        at = bisect_left(keys, number)
        while at < len(keys) and keys[at] == number:
            if self._check[at] == check:
                row = self._row[at]
                out.append((row & ~ALIAS, row >= ALIAS))
            at += 1
        return out
