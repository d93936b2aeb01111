"""A record of a web archive → a capture: undoes the codings of its body; drops answers that are no report."""

from io import BytesIO
from typing import NamedTuple

from fastwarc.warc import HeaderMap
from msgspec import structs

from holdfire.errors import SourceError
from holdfire.model.capture import Capture, Tool, Within, place
from holdfire.sources.archives.records import Record
from holdfire.sources.codings import undone
from holdfire.sources.kinds import is_feed

_LONGEST_HEADER = 65_536
_WEB = ("http://", "https://", "file:")
_REPORTS = frozenset({
    "text/html", "application/xhtml+xml", "application/pdf", "text/plain", "application/rss+xml",
    "application/atom+xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "",
})  # fmt: skip
_PERHAPS_FEEDS = frozenset({"text/xml", "application/xml", "application/rdf+xml"})


class _Answer(NamedTuple):
    """An HTTP answer; `status` is None where the archive holds the body alone, 0 where it is no answer."""

    status: int | None
    headers: tuple[tuple[str, str], ...]
    media_type: str
    body: bytes


def archived(record: Record, *, within: Within, tool: Tool | None) -> Capture | None:
    """The capture that a response or resource record holds, None where it holds no report.

    No report are answers other than 200 to 299, empty ones, and those that are sent as something else than
    a page, a feed, a document or a text.
    """
    told = record.headers
    origin = told.get("warc-target-uri", "").strip("<>")
    if not origin.lower().startswith(_WEB) or origin.endswith("/robots.txt"):
        return None
    answer = _answer(record)
    status = 200 if answer.status is None else answer.status
    if not 200 <= status < 300 or not _holds_report(answer.media_type, answer.body):
        return None
    try:
        raw, faults = undone(answer.body, answer.headers)
    except SourceError as error:
        raise SourceError(error.problem, where=f"{place(within)} ({origin})", remedy=error.remedy) from None
    if not raw.strip():
        return None
    cut = told.get("warc-truncated")
    partly = (f"the archive holds only a part of it ({cut})",) if cut else ()
    return Capture(
        raw,
        origin,
        "warc",
        media_type=answer.media_type,
        got_at=told.get("warc-date"),
        status=answer.status,
        headers=answer.headers,
        tool=tool,
        within=structs.replace(within, length=record.length),
        faults=(*record.doubts, *partly, *faults),
    )


def _answer(record: Record) -> _Answer:
    """An answer as it was sent; a resource record holds the body alone."""
    kind = record.headers.get("content-type", "")
    if not kind.lower().startswith("application/http"):
        return _Answer(None, (), kind, record.block)
    sent = HeaderMap()
    try:
        length = sent.parse(BytesIO(record.block[:_LONGEST_HEADER]))
    except OSError:
        return _Answer(0, (), "", b"")
    headers = sent.to_tuples()
    media_type = next((value for name, value in headers if name.lower() == "content-type"), "")
    return _Answer(sent.status_code or 0, headers, media_type, record.block[length:])


def _holds_report(media_type: str, body: bytes) -> bool:
    kind = media_type.partition(";")[0].strip().lower()
    return kind in _REPORTS or body.startswith(b"%PDF-") or (kind in _PERHAPS_FEEDS and is_feed(body))
