"""The body of an HTTP answer as sent → as meant: undoes chunks and packing; drops nothing.

Archives often hold a body already undone beside the header that says it is not. So a coding that the body
does not have is passed over, and what cannot be undone is left as it is and named.
"""

import zlib
from collections.abc import Iterable
from io import BytesIO

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, WarcReader, ZstdReader

from holdfire.errors import SourceError
from holdfire.sources.limits import REPORT

_MOST = 3  # codings on top of each other; honest servers use one
_ZSTD = b"\x28\xb5\x2f\xfd"


def undone(body: bytes, headers: Iterable[tuple[str, str]]) -> tuple[bytes, tuple[str, ...]]:
    """The body without its transfer and content codings, and what could not be undone, in a few words each.

    SourceError where it grows beyond what a report may have.
    """
    codings = [
        coding.strip().lower()
        for wanted in ("transfer-encoding", "content-encoding")
        for name, value in headers
        if name.lower() == wanted
        for coding in reversed(value.split(","))
    ]
    faults: list[str] = []
    for coding in [each for each in codings if each not in ("", "identity")][:_MOST]:
        try:
            body = _undo(body, coding)
        except (OSError, zlib.error) as error:
            faults.append(f"the body is said to be {coding}, and is not ({error})")
    return body, tuple(faults)


def _undo(body: bytes, coding: str) -> bytes:
    if coding == "chunked":
        return _read(ChunkedReader(BytesIO(body))) if _is_chunked(body) else body
    if coding in ("gzip", "x-gzip"):
        return _read(GzipReader(BytesIO(body))) if body.startswith(b"\x1f\x8b") else body
    if coding == "zstd":
        return _read(ZstdReader(BytesIO(body))) if body.startswith(_ZSTD) else body
    if coding == "br":
        return _read(BrotliReader(BytesIO(body)))
    if coding == "deflate":
        return _inflated(body)
    raise OSError("a coding that is not known")


def _is_chunked(body: bytes) -> bool:
    size = body[:20].partition(b"\n")[0].partition(b";")[0].strip()
    return bool(size) and not size.translate(None, b"0123456789abcdefABCDEF")


def _read(reader: WarcReader) -> bytes:
    return _bounded(reader.read(REPORT + 1))


def _inflated(body: bytes) -> bytes:
    """Deflate as the standard has it, or bare as some servers send it."""
    try:
        return _bounded(zlib.decompressobj(15).decompress(body, REPORT + 1))
    except zlib.error:
        return _bounded(zlib.decompressobj(-15).decompress(body, REPORT + 1))


def _bounded(body: bytes) -> bytes:
    if len(body) > REPORT:
        raise SourceError(
            f"grows to more than {REPORT / 1e6:,.0f} MB when unpacked: it may have been made to do harm",
            remedy="do not unpack it",
        )
    return body
