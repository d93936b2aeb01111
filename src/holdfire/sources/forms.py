"""A capture → its content: adds the charset; drops what in its form is no words.

The form is told by the bytes, whatever their name or sender calls them. The module that reads a form is
loaded where there is something in it: a plain text waits for no library.
"""

import importlib
from collections.abc import Callable
from typing import NamedTuple

from holdfire.errors import SourceError
from holdfire.model.capture import Capture
from holdfire.sources.content import Content
from holdfire.sources.decoding import declared_charset, decode, mark_of, stated_charset
from holdfire.sources.kinds import ZIP, binary_kind, is_page


class Opened(NamedTuple):
    """The content of a capture, and how its bytes were decoded, where they are text."""

    content: Content
    encoding: str = ""
    undecodable: tuple[int, ...] = ()


def open_capture(capture: Capture, *, careful: bool = False) -> Opened:
    """The content that a capture holds. SourceError where it is in no form that holds words."""
    raw = capture.raw
    if raw.startswith(b"%PDF-"):
        return Opened(_reader("documents.pdf", "read_pdf")(raw))
    if raw.startswith(ZIP):
        return Opened(_reader("documents.docx", "read_docx")(raw))
    _require_text(raw)
    if capture.way == "feed":
        return Opened(_reader("feeds.entries", "read_entry")(raw, capture.media_type))
    decoded = decode(raw, declared=(declared_charset(raw), stated_charset(capture.media_type)))
    content = Content(decoded.words)
    if is_page(decoded.words):
        content = _reader("pages.main_part", "read_page")(decoded.words, url=capture.url, careful=careful)
    return Opened(content, decoded.encoding, decoded.undecodable)


def _reader(module: str, name: str) -> Callable[..., Content]:
    reader: Callable[..., Content] = getattr(importlib.import_module(f"holdfire.sources.{module}"), name)
    return reader


def _require_text(raw: bytes) -> None:
    if not raw.strip():
        raise SourceError("is empty", remedy="check that the text was saved")
    kind = binary_kind(raw, marked=bool(mark_of(raw)[1]))
    if kind:
        raise SourceError(f"is not text but {kind.name}", remedy=kind.remedy)
