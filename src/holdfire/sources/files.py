"""A file → Report: adds the hash, the words, the charset and the language; drops nothing of a plain text."""

import hashlib
import importlib
import re
from pathlib import Path
from typing import IO

from holdfire.errors import HoldfireError, SourceError
from holdfire.model.report import Report
from holdfire.sources.decoding import declared_charset, decode, mark_of
from holdfire.sources.kinds import binary_kind, is_page
from holdfire.sources.languages import language_of
from holdfire.sources.published import published_date

LIMIT = 50_000_000  # bytes; the longest reports are a thousandth of this

_A_LETTER = re.compile(r"[^\W\d_]")


def open_report(
    path: str | Path, *, published: str | None = None, outlet: str | None = None, title: str | None = None
) -> Report:
    """Read the report in a text or HTML file; what the caller says goes before what a page says of itself.

    SourceError where it is missing, empty, binary, too large, undecodable or without a word, DateError
    where `published` is no date; both name the file.
    """
    day = published_date(published) if published is not None else None
    try:
        return report_of(read_bytes(Path(path)), published=day, outlet=outlet, title=title)
    except HoldfireError as error:
        where = f"{path}, {error.where}" if error.where and error.where != str(path) else str(path)
        raise type(error)(error.problem, where=where, remedy=error.remedy) from None


def report_of(
    raw: bytes,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Report:
    """The report that raw bytes hold, a plain text or an HTML page; `published` is EDTF."""
    _require_text(raw)
    given = {"published": published, "outlet": outlet, "title": title, "url": url}
    decoded = decode(raw, declared=declared_charset(raw))
    words = decoded.words
    if is_page(words):
        # The HTML parser is loaded only where there is HTML: a plain text must not wait for it.
        page = importlib.import_module("holdfire.sources.pages").read_page(words)
        words = page.words
        given = {name: value or getattr(page, name) for name, value in given.items()}
    digest = hashlib.sha256(raw).hexdigest()
    report = Report(
        id=digest,
        words=words,
        raw_sha256=digest,
        language=language_of(words),
        encoding=decoded.encoding,
        undecodable=decoded.undecodable,
        **given,
    )
    require_words(report)
    return report


def require_words(report: Report) -> None:
    """SourceError where the words hold no letter of any script."""
    if not _A_LETTER.search(report.words):
        raise SourceError("holds no words", remedy="check that it is the text of a report")


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of at most LIMIT bytes; a larger one is refused before it is read."""
    try:
        with path.open("rb") as file:
            return _bounded(file, size=path.stat().st_size)
    except FileNotFoundError:
        raise SourceError("there is no such file", where=str(path), remedy="check the path") from None
    except IsADirectoryError:
        raise SourceError("is a folder, not a file", where=str(path), remedy="name the files in it") from None
    except PermissionError:
        raise SourceError("may not be read", where=str(path), remedy="check its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"cannot be read: {reason}", where=str(path), remedy="check the path") from None


def _bounded(file: IO[bytes], *, size: int) -> bytes:
    raw = b"" if size > LIMIT else file.read(LIMIT + 1)  # a pipe tells no size
    if max(size, len(raw)) > LIMIT:
        told = f"{size / 1e6:,.0f} MB" if size > LIMIT else f"more than {LIMIT / 1e6:,.0f} MB"
        raise SourceError(
            f"is too large for one report ({told}; the limit is {LIMIT / 1e6:,.0f} MB)",
            remedy="give each report as a file of its own, or as lines with --jsonl",
        )
    return raw


def _require_text(raw: bytes) -> None:
    if not raw.strip():
        raise SourceError("is empty", remedy="check that the text was saved")
    kind = binary_kind(raw, marked=bool(mark_of(raw)[1]))
    if kind:
        raise SourceError(f"is not text but {kind.name}", remedy=kind.remedy)
