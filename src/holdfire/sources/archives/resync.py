"""Bytes of a web archive → where its records begin and end: what reading needs to go on after damage."""

import re
import zlib
from typing import IO

from holdfire.sources.limits import REPORT

_CHUNK = 1_000_000
_PACKED = b"\x1f\x8b\x08"
_HEADER = re.compile(rb"WARC/[01]\.\d+\r?\n(?:WARC|Content)-[A-Za-z-]+ ?:")
_LONGEST_HEADER = 32_768  # bytes, as FastWARC has it
_BLANK = re.compile(rb"\r?\n\r?\n")


def holds_warc(head: bytes) -> bool:
    """Whether the first bytes of a file are those of a web archive, plain or packed with gzip."""
    return (_unpacked(head, 16) if is_packed(head) else head).startswith(b"WARC/")


def is_packed(head: bytes) -> bool:
    """Whether bytes begin as gzip does."""
    return head.startswith(_PACKED)


def is_one_piece(stream: IO[bytes]) -> bool:
    """Whether an archive is packed as a whole, not record by record: then no record has an offset."""
    stream.seek(0)
    head = stream.read(_CHUNK)
    return is_packed(head) and len(_HEADER.findall(_unpacked(head, _CHUNK))) > 1


def next_record(stream: IO[bytes], start: int, *, packed: bool) -> int | None:
    """The offset of the first record that begins at `start` or later, None where there is none."""
    stream.seek(start)
    kept, at = b"", start
    while chunk := stream.read(_CHUNK):
        held = kept + chunk
        for found in re.finditer(re.escape(_PACKED), held) if packed else _HEADER.finditer(held):
            offset = at - len(kept) + found.start()
            if not packed or _begins_record(stream, offset):
                return offset
        kept, at = held[-100:], at + len(chunk)
        stream.seek(at)
    return None


def end_of_record(stream: IO[bytes], at: int, length: int, *, packed: bool) -> int | None:
    """Where a record of so many bytes that begins at `at` ends; None where it is cut off or damaged."""
    stream.seek(at)
    if packed:
        return _end_of_member(stream, at)
    blank = _BLANK.search(stream.read(_LONGEST_HEADER))
    if blank is None or at + blank.end() + length > stream.seek(0, 2):
        return None
    end = at + blank.end() + length
    stream.seek(end)
    following = stream.read(8)
    return end + len(following) - len(following.lstrip(b"\r\n"))


def begins_within(block: bytes) -> bool:
    """Whether another record begins within the block of one, whose length is then wrong."""
    return bool(_HEADER.search(block))


def _end_of_member(stream: IO[bytes], at: int) -> int | None:
    """Where the gzip member at `at` ends, its checksum being right."""
    unpacking = zlib.decompressobj(31)
    left = REPORT + _LONGEST_HEADER
    try:
        while left > 0 and (packed := stream.read(_CHUNK)):
            at += len(packed)
            while packed and left > 0 and not unpacking.eof:
                left -= len(unpacking.decompress(packed, _CHUNK))
                packed = unpacking.unconsumed_tail
            if unpacking.eof:
                return at - len(unpacking.unused_data)
    except zlib.error:
        pass
    return None


def _begins_record(stream: IO[bytes], offset: int) -> bool:
    stream.seek(offset)
    return holds_warc(stream.read(512))


def _unpacked(packed: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(packed, most)
    except zlib.error:
        return b""
