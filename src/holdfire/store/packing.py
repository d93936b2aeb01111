"""Bytes as a casebook keeps them: compressed where that pays, and never more than was promised."""

import threading

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


def unpacked(codec: str, kept: bytes, *, size: int, where: str = "") -> bytes:
    """The bytes as they were; BookError where they are damaged."""
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
