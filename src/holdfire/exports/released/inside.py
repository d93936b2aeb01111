"""Bytes of a file → every text in it: of archives, compressed streams, pictures, PDFs and tables as well."""

import gzip
import html
import importlib
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import Final
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile, is_zipfile

DEEPEST: Final = 6
AT_ONCE: Final = 4096
"""Rows of a table that are looked at together."""
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_HEX = re.compile(rb"<((?:[0-9A-Fa-f]{2}){3,})>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_LONG = re.compile(rb"[ -~]{16,}")
"""Letters in a row that are no accident among numbers."""
_PICTURE_TEXT: Final = (b"tEXt", b"zTXt", b"iTXt", b"eXIf")


def texts(path: str, raw: bytes, depth: int = 0) -> Iterator[str]:
    """All that a file says, its name first: as it stands, and with what is escaped or packed undone."""
    if depth == 0:
        yield from _plain(path)
    if depth > DEEPEST:
        return
    if raw.startswith(b"PK") and is_zipfile(BytesIO(raw)):
        yield from _of_zip(raw, depth)
    elif raw.startswith(b"\x1f\x8b"):
        with suppress(OSError, EOFError, zlib.error):
            yield from texts("", gzip.decompress(raw), depth + 1)
    elif raw.startswith(b"\x89PNG"):
        yield from _of_png(raw, depth)
    elif raw.startswith(b"%PDF"):
        yield from _of_pdf(raw, depth)
    elif raw.startswith(b"PAR1"):
        yield from _of_parquet(raw)
        yield " ".join(each.decode() for each in _LONG.findall(raw))
        return
    yield from _plain(raw.decode("utf-8", "replace"))
    if b"\x00" in raw[:4096]:
        yield from (raw.decode("utf-16-le", "replace"), raw.decode("utf-16-be", "replace"))


def _plain(text: str) -> Iterator[str]:
    yield text
    if "\\u" in text:
        yield _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    if "&" in text and (plain := html.unescape(text)) != text:
        yield plain
    if "%" in text and (plain := unquote(text, errors="replace")) != text:
        yield plain


def _of_zip(raw: bytes, depth: int) -> Iterator[str]:
    with suppress(BadZipFile, RuntimeError, zlib.error), ZipFile(BytesIO(raw)) as archive:
        yield archive.comment.decode("utf-8", "replace")
        for each in archive.infolist():
            yield " ".join((each.filename, each.comment.decode("utf-8", "replace")))
            yield each.extra.decode("utf-8", "replace")
            yield from texts("", archive.read(each), depth + 1)


def _of_png(raw: bytes, depth: int) -> Iterator[str]:
    at = 8
    while at + 8 <= len(raw):
        size, kind = int.from_bytes(raw[at : at + 4], "big"), raw[at + 4 : at + 8]
        if kind in _PICTURE_TEXT:
            yield from _inflated(raw[at + 8 : at + 8 + size], depth)
        at += size + 12


def _inflated(body: bytes, depth: int) -> Iterator[str]:
    """A text chunk as it stands; and what follows its keyword, inflated."""
    yield body.decode("utf-8", "replace")
    for start in (found.end() for found in re.finditer(b"\x00", body)):
        with suppress(zlib.error):
            yield from texts("", zlib.decompress(body[start:]), depth + 1)


def _of_pdf(raw: bytes, depth: int) -> Iterator[str]:
    for found in _STREAM.finditer(raw):
        with suppress(zlib.error):
            yield from texts("", zlib.decompressobj().decompress(found[1]), depth + 1)
    for found in _HEX.finditer(raw):
        yield bytes.fromhex(found[1].decode()).decode("utf-16-be", "replace")
    pdfium = importlib.import_module("pypdfium2")
    with suppress(pdfium.PdfiumError):
        document = pdfium.PdfDocument(raw)
        yield " ".join(f"{name} {said}" for name, said in document.get_metadata_dict().items())
        for page in document:
            yield page.get_textpage().get_text_bounded()


def _of_parquet(raw: bytes) -> Iterator[str]:
    """The names and values of a table's columns, and what is said beside them."""
    parquet = importlib.import_module("pyarrow.parquet")
    table = parquet.ParquetFile(BytesIO(raw))
    yield " ".join(table.schema_arrow.names)
    for name, said in (table.schema_arrow.metadata or {}).items():
        yield f"{name.decode('utf-8', 'replace')} {said.decode('utf-8', 'replace')}"
    for batch in table.iter_batches(batch_size=AT_ONCE):
        yield from (" ".join(map(str, column.to_pylist())) for column in batch.columns)
