"""A word → the numbers by which the parser knows it: its entry in the word table, and hashes of its form."""

import re
import zlib
from collections.abc import Mapping

ABSENT = 0
"""What stands in every column of the artificial root, and of padding."""
UNKNOWN = 1
"""The word column of a word that the table does not hold."""

BUCKETS = (4096, 4096, 1024, 2048, 512)
"""How many rows the hashed columns have: suffixes of four, three and two letters, prefix of three, shape."""
COLUMNS = 1 + len(BUCKETS)

_ALIKE = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "—": "–", "\u00ad": "", "…": "."})
_DIGIT = re.compile(r"\d")
_RUN = re.compile(r"(.)\1\1+")


def normal(word: str) -> str:
    """The word as the word table holds it: lower case, digits as 0, one kind of quote and dash."""
    plain = _DIGIT.sub("0", word.lower().translate(_ALIKE))
    if plain in ("''", "``"):
        return '"'
    return "–" if plain in ("--", "---") else plain or "."


def shape(word: str) -> str:
    """Its capitals, small letters and digits as X, x and d; runs are cut to two, marks stand as they are."""
    begun = word[:8]
    if begun.isascii() and begun.isalpha():  # most words by far
        if begun.islower():
            return "xx"[: len(begun)]
        if begun.istitle():
            return "Xxx"[: len(begun)]
    marks = begun.translate(_ALIKE)
    letters = ["X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in marks]
    return _RUN.sub(r"\1\1", "".join(letters))


def _bucket(piece: str, size: int) -> int:
    return 2 + zlib.crc32(piece.encode("utf-8", "surrogatepass")) % (size - 2)


def columns(word: str, vocabulary: Mapping[str, int]) -> tuple[int, ...]:
    """The row numbers of a word in each table, given the word table's entries."""
    plain = normal(word)
    pieces = (plain[-4:], plain[-3:], plain[-2:], plain[:3], shape(word))
    return (vocabulary.get(plain, UNKNOWN), *map(_bucket, pieces, BUCKETS))
