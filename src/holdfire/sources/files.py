"""Paths → bytes: adds where a file cannot be read and why; drops files of a folder that hold no report."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from holdfire.errors import SourceError
from holdfire.sources.limits import REPORT

_HEAD = 4096
# What a browser saves beside a page, and what folders gather: no report is looked for in these.
_NO_REPORTS = {
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".bmp", ".tif", ".tiff", ".heic", ".ico",
    ".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".webm", ".mov", ".avi", ".mkv",
    ".css", ".js", ".mjs", ".map", ".json", ".xsl", ".woff", ".woff2", ".ttf", ".otf", ".eot",
    ".db", ".sqlite", ".log", ".cdx", ".cdxj",
}  # fmt: skip


def shown(path: Path) -> str:
    """A path as messages and the casebook name it: bytes of a name that are no text are escaped."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def read_bytes(path: Path, *, limit: int = REPORT) -> bytes:
    """The bytes of a file; one that is larger than the limit is refused before it is read."""
    try:
        with path.open("rb") as file:
            return _bounded(file, size=path.stat().st_size, limit=limit)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def first_bytes(path: Path) -> bytes:
    """The first bytes of a regular file, enough to tell what it is; none of a pipe, which reads only once."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_HEAD)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def files_below(folder: Path) -> Iterator[Path | SourceError]:
    """The files of a folder and of those in it, in the order of their names; a folder is entered once.

    Hidden files, pipes and devices, and files that by their name are no report (pictures, styles, scripts)
    are passed over.
    """
    seen: set[tuple[int, int]] = set()
    ahead: list[Path] = [folder]
    while ahead:
        path = ahead.pop()
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                if stat.S_ISREG(status.st_mode):
                    yield path
            elif (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                ahead.extend(
                    sorted(filter(_may_hold_a_report, path.iterdir()), key=os.fsencode, reverse=True)
                )
        except OSError as error:
            yield unreadable(path, error)


def _may_hold_a_report(path: Path) -> bool:
    return not path.name.startswith(".") and path.suffix.lower() not in _NO_REPORTS


def unreadable(path: Path, error: OSError | ValueError) -> SourceError:
    """Why a path gives no bytes."""
    problem, remedy = f"cannot be read: {getattr(error, 'strerror', None) or error}", "check the path"
    if isinstance(error, FileNotFoundError):
        problem = "there is no such file"
    elif isinstance(error, PermissionError):
        problem, remedy = "may not be read", "check its permissions"
    return SourceError(problem, where=shown(path), remedy=remedy)


def _bounded(file: IO[bytes], *, size: int, limit: int) -> bytes:
    raw = b"" if size > limit else file.read(limit + 1)  # a pipe tells no size
    if max(size, len(raw)) > limit:
        told = f"{size / 1e6:,.0f} MB" if size > limit else f"more than {limit / 1e6:,.0f} MB"
        raise SourceError(
            f"is too large for one report ({told}; the limit is {limit / 1e6:,.0f} MB)",
            remedy="give each report as a file of its own, or as lines with --jsonl",
        )
    return raw
