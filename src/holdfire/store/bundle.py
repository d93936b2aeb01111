"""A report with its capture and record → the rows that a casebook keeps of them. Pure.

All that costs time and needs no database is done here, in any process: hashing, packing, cutting into terms.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

import msgspec

from holdfire.model.capture import Capture
from holdfire.model.record import Record
from holdfire.model.report import Report
from holdfire.model.reported import Reported
from holdfire.store.packing import ZSTD, packed, packed_pieces
from holdfire.store.rows import BlobRow, CaptureRow, Entry, FailureRow, More, ReadingRow, ReportRow
from holdfire.store.search.terms import parts_of, terms_of
from holdfire.views.reported import reported

_CAPTURE = (
    "way", "media_type", "status", "headers", "redirects", "request", "tool", "within", "told", "faults",
    "row",
)  # fmt: skip


class Bundle(msgspec.Struct, frozen=True):
    """The rows of one report (`report` is its id), or of a source that gave none.

    `things` are its reported orders, incidents and practices, `stretches` its title and words as terms.
    """

    report: str | None
    entries: tuple[Entry, ...]
    things: tuple[Reported, ...] = ()
    stretches: tuple[tuple[str, str], ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether it holds the row of a report."""
        return any(entry.row.TABLE == "report" for entry in self.entries)

    @property
    def reading(self) -> str | None:
        """The id of the reading that it holds."""
        return next((entry.row.key for entry in self.entries if entry.row.TABLE == "reading"), None)


def bundle(capture: Capture, report: Report, record: Record | None) -> Bundle:
    """The rows of a report; without a record where it could not be read."""
    text = report.words.encode("utf-8", "surrogatepass")
    raw = blob_entry(capture.raw)
    words = blob_entry(text) if text != capture.raw else raw
    entries = [raw, words] if words is not raw else [raw]
    entries += [_report(report, raw.row.key, words.row.key), Entry(_capture(capture, report.id))]
    if record is not None:
        entries.append(reading_entry(record))
    return Bundle(
        report.id,
        tuple(entries),
        tuple(reported(record)) if record is not None else (),
        _stretches(report),
    )


def seen_again(capture: Capture, report: str) -> Bundle:
    """The row of a capture whose bytes are a report that is there already."""
    return Bundle(report, (Entry(_capture(capture, report)),))


def reading_bundle(record: Record) -> Bundle:
    """The rows of a further reading of a report that is there already."""
    return Bundle(record.report.id, (reading_entry(record),), tuple(reported(record)))


def failed(origin: str, *, kind: str, message: str, report: str | None = None) -> Entry:
    """The row of a failure; the same failure again is the same row."""
    said = msgspec.json.encode([origin, kind, message, report])
    made = hashlib.sha256(said).hexdigest()
    row = FailureRow(id=made, origin=_clean(origin), kind=kind, message=_clean(message), report=report)
    return Entry(row)


def reading_entry(record: Record) -> Entry:
    """The row of a record."""
    said = msgspec.json.encode(record)
    codec, kept = packed(said)
    by = record.reader
    row = ReadingRow(
        id=hashlib.sha256(said).hexdigest(),
        report=record.report.id,
        reader=by.name,
        version=by.version,
        own=by.own,
    )
    return Entry(row, {"codec": codec, "size": len(said), "record": kept})


def described(capture: Capture) -> dict[str, Any]:
    """All that a capture says of itself, without the bytes; what is empty is absent."""
    told = msgspec.to_builtins(capture, builtin_types=(bytes,))
    return {name: value for name, value in told.items() if value and name != "raw"}


def blob_entry(raw: bytes) -> Entry:
    """The row of some bytes."""
    codec, kept = packed(raw)
    row = BlobRow(sha256=hashlib.sha256(raw).hexdigest(), size=len(raw))
    return Entry(row, {"codec": codec, "bytes": kept})


def pieces_entry(pieces: Iterable[bytes]) -> Entry:
    """The row of bytes that come in pieces."""
    made = packed_pieces(pieces)
    return Entry(BlobRow(sha256=made.sha256, size=made.size), {"codec": ZSTD, "bytes": made.kept})


def _report(report: Report, raw: str, words: str) -> Entry:
    row = ReportRow(
        id=report.id,
        raw_sha256=raw,
        text_sha256=words,
        title=_clean(report.title),
        outlet=_clean(report.outlet),
        url=_clean(report.url),
        published=report.published,
        language=report.language,
        encoding=report.encoding,
        undecodable=json.dumps(report.undecodable) if report.undecodable else None,
        source_id=_clean(report.source_id),
        more=_more(report),
    )
    return Entry(row)


def _more(report: Report) -> str | None:
    """What its file says of a report and what of it could not be read, as JSON, where there is any."""
    more = More(report.created, report.pages, report.faults)
    return msgspec.json.encode(more).decode() if more != More() else None


def _capture(capture: Capture, report: str) -> CaptureRow:
    told = described(capture)
    how = msgspec.json.encode({name: told[name] for name in _CAPTURE if name in told}).decode()
    origin = _clean(capture.origin) or ""
    said = msgspec.json.encode([report, origin, capture.got_at if capture.url else None, how])
    made = hashlib.sha256(said).hexdigest()
    return CaptureRow(id=made, report=report, origin=origin, got_at=capture.got_at, how=how)


def _stretches(report: Report) -> tuple[tuple[str, str], ...]:
    title = " ".join(terms_of(report.title or ""))
    return tuple((title, " ".join(part)) for part in parts_of(terms_of(report.words)))


def _clean(text: Any) -> Any:  # noqa: ANN401 - a text stays one, None stays None
    """Text that every store takes: without null characters, and with halves of characters spelt out."""
    if text is None:
        return None
    return str(text).replace("\0", "\ufffd").encode("utf-8", "backslashreplace").decode()
