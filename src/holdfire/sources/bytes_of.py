"""Where the words of a report stand in its raw bytes."""

import codecs
from array import array

from holdfire.sources.decoding import bad_sequences, mark_of


def byte_offsets(raw: bytes, encoding: str) -> "array[int]":
    """The offset of the byte where each code point of the decoded words begins, and that of the end.

    Exact with a byte order mark, multi-byte charsets and bytes that cannot be read.
    """
    mark, marked = mark_of(raw)
    start = len(mark) if marked == encoding else 0
    offsets: array[int] = array("q")
    for bad_start, bad_end in bad_sequences(raw, encoding, start=start):
        _well_formed(raw, encoding, start, bad_start, offsets)
        offsets.append(bad_start)
        start = bad_end
    _well_formed(raw, encoding, start, len(raw), offsets)
    offsets.append(len(raw))
    return offsets


def byte_span(raw: bytes, encoding: str, start: int, end: int) -> tuple[int, int]:
    """The bytes of `words[start:end]`; for many spans of one report take `byte_offsets` once."""
    offsets = byte_offsets(raw, encoding)
    return offsets[start], offsets[end]


def _well_formed(raw: bytes, encoding: str, start: int, end: int, offsets: "array[int]") -> None:
    if encoding == "utf-8":
        offsets.extend(at for at in range(start, end) if raw[at] & 0xC0 != 0x80)
        return
    decoder = codecs.getincrementaldecoder(encoding)()
    begun = start
    for at in range(start, end):
        chars = decoder.decode(raw[at : at + 1], at + 1 == end)
        if chars:
            offsets.extend([begun] * len(chars))
            begun = at + 1
