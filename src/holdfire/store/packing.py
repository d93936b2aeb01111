"""Bytes as a casebook keeps them: compressed where that pays, and never more than was promised."""

import hashlib
import threading
from collections.abc import Iterable
from typing import NamedTuple

import zstandard

from holdfire.errors import BookError

RAW = "raw"
ZSTD = "zstd"
WORTHWHILE = 256  # bytes; below, a frame gains nothing


class _Packer(threading.local):
    """A compressor for each thread, for none may be shared."""

    def __init__(self) -> None:
        self.pack = zstandard.ZstdCompressor(level=1, write_checksum=False).compress
        self.unpack = zstandard.ZstdDecompressor().decompress


_packer = _Packer()


def packed(raw: bytes) -> tuple[str, bytes]:
    """The codec and the bytes to keep."""
    if len(raw) < WORTHWHILE:
        return RAW, raw
    made = _packer.pack(raw)
    return (ZSTD, made) if len(made) < len(raw) * 0.9 else (RAW, raw)


class Piecewise(NamedTuple):
    """What came in pieces, as it is kept: its packed bytes, its size and its SHA-256."""

    kept: bytes
    size: int
    sha256: str


def packed_pieces(pieces: Iterable[bytes]) -> Piecewise:
    """Pieces packed (ZSTD) one after the other, never held together as they were."""
    packer = zstandard.ZstdCompressor(level=1, write_checksum=False).compressobj()
    made, size, digest = bytearray(), 0, hashlib.sha256()
    for piece in pieces:
        made += packer.compress(piece)
        size += len(piece)
        digest.update(piece)
    return Piecewise(bytes(made + packer.flush()), size, digest.hexdigest())


def unpacked(codec: str, kept: bytes, *, size: int, where: str = "") -> bytes:
    """The bytes as they were; BookError where they are damaged."""
    if not isinstance(kept, bytes) or not isinstance(size, int):
        raise BookError("the packed bytes are damaged", where=where)
    try:
        raw = (
            kept
            if codec == RAW
            else _packer.unpack(kept, max_output_size=max(size, 1), allow_extra_data=False)
        )
    except zstandard.ZstdError as error:
        raise BookError(f"the packed bytes are damaged: {error}", where=where) from None
    if len(raw) != size:
        raise BookError(f"{len(raw)} bytes are kept where {size} were", where=where)
    return raw
