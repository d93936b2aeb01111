"""Web archives by the record, and packages of them."""

import base64
import gzip
import hashlib
import json
import zipfile

from tests.sources.making.docx import zipped

DATE = "2022-01-26T01:03:00Z"


def record(kind: str, block: bytes, *, url: str = "", headers: str = "", length: int | None = None) -> bytes:
    """A record with its headers; `length` is what it says of itself where that is a lie."""
    lines = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{hashlib.md5(block + url.encode()).hexdigest()}>",
        f"WARC-Date: {DATE}",
        *([f"WARC-Target-URI: {url}"] if url else []),
        *filter(None, headers.splitlines()),
        f"Content-Length: {len(block) if length is None else length}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def answer(
    body: bytes,
    *,
    url: str = "https://watch.example/1",
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    sent: str = "",
    headers: str = "",
    length: int | None = None,
    sealed: bool = False,
) -> bytes:
    """A response record around the body of a page; `sealed` adds the digest of its block."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{sent}\r\n".encode() + body
    headers += "\nContent-Type: application/http; msgtype=response"
    if sealed:
        headers += f"\nWARC-Block-Digest: sha1:{base64.b32encode(hashlib.sha1(http).digest()).decode()}"
    return record("response", http, url=url, headers=headers, length=length)


def packed(*records: bytes) -> bytes:
    """Records packed one by one, as archives are."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)


def wacz(
    warcs: dict[str, bytes], *, how: int = zipfile.ZIP_STORED, hashes: dict[str, str] | None = None
) -> bytes:
    """A package of web archives with the digests that it gives for them."""
    given = {name: "sha256:" + hashlib.sha256(warc).hexdigest() for name, warc in warcs.items()} | (
        hashes or {}
    )
    resources = [
        {"name": name, "path": name, "hash": given[name], "bytes": len(warcs[name])} for name in warcs
    ]
    package = json.dumps(
        {"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}
    ).encode()
    return zipped({**warcs, "datapackage.json": package}, how=how)
