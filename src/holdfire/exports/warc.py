"""Captures → a web archive (WARC/1.1, packed record by record) that any reader of such archives opens.

The same captures give the same bytes: ids follow from the content. What came without HTTP is a resource; how
a capture was got stands in a metadata record beside it. The body is written as it is kept, its codings
undone, so the headers that told of them are kept under other names, as archives do.
"""

import base64
import gzip
import hashlib
import uuid
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from pathlib import PurePath
from urllib.parse import quote, urlsplit

from holdfire import __version__
from holdfire.model.capture import Capture, place

Lines = list[tuple[str, str]]

_OF_CODINGS = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_KEPT_AS = "X-Archive-Orig-"


def warc(captures: Iterable[Capture], *, made_at: str) -> Iterator[bytes]:
    """The archive, a record at a time; `made_at` (ISO 8601, UTC) also dates what nobody dated."""
    software = f"software: holdfire/{__version__}\r\nformat: WARC File Format 1.1\r\n"
    fields: Lines = [("Content-Type", "application/warc-fields")]
    yield _record("warcinfo", made_at, fields, software.encode())
    for capture in captures:
        yield from _records(capture, capture.got_at or made_at)


def _records(capture: Capture, at: str) -> Iterator[bytes]:
    """What was asked, what came, and how it was got, each naming what came."""
    target = ("WARC-Target-URI", _target(capture))
    kind, block, media_type = _block(capture)
    digest = ("WARC-Payload-Digest", _digest(capture.raw))
    cut = (
        [("WARC-Truncated", "unspecified")] if any("only a part" in fault for fault in capture.faults) else []
    )
    name = _name(kind, at, target[1], block)
    said = [("Content-Type", media_type)] if media_type else []
    yield _record(kind, at, [target, digest, *cut, *said], block)
    beside: Lines = [target, ("WARC-Concurrent-To", name)]
    if capture.request:
        http = ("Content-Type", "application/http; msgtype=request")
        yield _record("request", at, [*beside, http], _request(capture))
    fields = ("Content-Type", "application/warc-fields")
    yield _record("metadata", at, [*beside, fields], _lines(_how(capture)).encode())


def _block(capture: Capture) -> tuple[str, bytes, str | None]:
    """The kind of the main record, its block and what the block is said to be."""
    if capture.status is None or capture.way == "feed":
        return "resource", capture.raw, capture.media_type
    headers = [
        (_KEPT_AS + name if name.lower() in _OF_CODINGS else name, value) for name, value in capture.headers
    ]
    head = f"HTTP/1.1 {capture.status} {_phrase(capture.status)}\r\n"
    head += _lines([*headers, ("Content-Length", str(len(capture.raw)))]) + "\r\n"
    return "response", head.encode() + capture.raw, "application/http; msgtype=response"


def _request(capture: Capture) -> bytes:
    parts = urlsplit(capture.origin)
    asked = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return (f"GET {asked} HTTP/1.1\r\n{_lines(list(capture.request))}\r\n").encode()


def _how(capture: Capture) -> Lines:
    """How a capture was got, as far as its own record does not say."""
    tool = capture.tool
    return [
        ("holdfire-way", capture.way),
        *([] if capture.got_at else [("holdfire-got-at", "not known")]),
        *([("holdfire-tool", f"{tool.name}/{tool.version or 'unknown'}")] if tool else []),
        *[("via", f"{each.url} {each.status}") for each in capture.redirects],
        *([("holdfire-within", place(capture.within))] if capture.within else []),
        *[("holdfire-fault", fault) for fault in capture.faults],
    ]


def _target(capture: Capture) -> str:
    """An address for the record; of a file only its name, for its path tells of the machine."""
    if capture.way == "feed" and capture.within:
        container = capture.within.container
        feed = container if "://" in container else _file(container)
        return f"{feed}#byte={capture.within.offset}"
    return capture.url or _file(capture.origin)


def _file(path: str) -> str:
    return "file:///" + quote(PurePath(path.removeprefix("file://")).name or "unnamed")


def _record(kind: str, at: str, headers: Lines, block: bytes) -> bytes:
    target = next((value for name, value in headers if name == "WARC-Target-URI"), "")
    told = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", _name(kind, at, target, block)),
        ("WARC-Date", at),
        *headers,
        ("WARC-Block-Digest", _digest(block)),
        ("Content-Length", str(len(block))),
    ]
    whole = b"WARC/1.1\r\n" + _lines(told).encode() + b"\r\n" + block + b"\r\n\r\n"
    return gzip.compress(whole, mtime=0)


def _name(kind: str, at: str, target: str, block: bytes) -> str:
    made = hashlib.sha256("\n".join((kind, at, target, "")).encode() + block).digest()
    return f"<urn:uuid:{uuid.UUID(bytes=made[:16], version=5)}>"


def _digest(raw: bytes) -> str:
    return "sha256:" + base64.b32encode(hashlib.sha256(raw).digest()).decode()


def _lines(pairs: Lines) -> str:
    return "".join(f"{name}: {' '.join(value.split())}\r\n" for name, value in pairs)


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else ""
