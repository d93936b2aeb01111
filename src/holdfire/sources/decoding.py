"""Raw bytes → words: adds the charset and the offsets of unreadable bytes; drops a byte order mark."""

import codecs
import importlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from holdfire.errors import SourceError

GOOD_FOR_EACH_BAD = 5  # so many well-formed multi-byte characters make one bad sequence an accident in UTF-8
MOST_BAD = 1000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_STATED = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_WIDER = {"euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "latin_1": "cp1252"}
_WIDER |= {"iso8859-1": "cp1252", "iso8859_1": "cp1252", "ascii": "cp1252"}
_WIDE = ("cp949", "johab", "gb18030", "big5", "big5hkscs", "cp932", "euc_jp", "utf-8")
_STATEFUL = ((b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"), (b"\x1b$)C", "iso2022_kr"))


class Decoded(NamedTuple):
    """Words, the charset they were read with, and where that charset has no reading.

    Each offset in `undecodable` is the first byte of a sequence that `words` shows as one U+FFFD.
    """

    words: str
    encoding: str
    undecodable: tuple[int, ...] = ()


def decode(raw: bytes, *, declared: Sequence[str | None] = ()) -> Decoded:
    """Read bytes: byte order mark, strict UTF-8, a declared charset, UTF-8 with slips, then a guess.

    `declared` is what a page and its HTTP header say. Those of several bytes a letter come first: nothing
    else can be read in them, while windows-1252 reads nearly everything. SourceError where nothing reads it.
    """
    mark, encoding = mark_of(raw)
    if encoding:
        return _leniently(raw, encoding, start=len(mark)) or _refuse(raw, encoding, start=len(mark))
    told_codecs = sorted(filter(None, map(_codec, declared)), key=lambda codec: codec not in _WIDE)
    for told in (_stateful(raw), "utf-8", *told_codecs):
        words = _strictly(raw, told)
        if words is not None:
            return Decoded(words, told or "utf-8")
    if _slips_in_utf8(raw):
        return _leniently(raw, "utf-8") or _refuse(raw, "utf-8")
    # The guesser is loaded only for bytes that are not UTF-8: it would slow every other start.
    guess = importlib.import_module("holdfire.sources.charset").guess(raw)
    return _leniently(raw, guess or "utf-8") or _refuse(raw, guess or "utf-8")


def mark_of(raw: bytes) -> tuple[bytes, str]:
    """The byte order mark that the bytes begin with and its charset, or two empty values.

    UTF-16 that begins with a NUL has the mark of UTF-32; it is taken for that where only that can be read.
    """
    marks = [(mark, name) for mark, name in _MARKS if raw.startswith(mark)]
    sound = (each for each in marks if _strictly(raw[len(each[0]) :], each[1]) is not None)
    return next(sound, next(iter(marks), (b"", "")))


def declared_charset(raw: bytes) -> str | None:
    """The charset that an HTML page names in a <meta> near its top."""
    found = _DECLARED.search(raw, 0, 4096)
    return found[1].decode("ascii") if found else None


def stated_charset(media_type: str | None) -> str | None:
    """The charset that a media type carries (`text/html; charset=euc-kr`)."""
    found = _STATED.search(media_type or "")
    return found[1] if found else None


def bad_sequences(raw: bytes, encoding: str, *, start: int = 0) -> Iterator[tuple[int, int]]:
    """The byte spans from `start` on that the charset cannot read, as `errors="replace"` would cut them."""
    view = memoryview(raw)
    for _ in range(MOST_BAD + 1):
        try:
            str(view[start:], encoding)
            return
        except UnicodeDecodeError as error:
            yield start + error.start, start + error.end
            start += error.end


def _codec(name: str | None) -> str | None:
    if not name:
        return None
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return None
    if not codec._is_text_encoding or codec.name.startswith("utf-16"):  # a page that tells us so is ASCII
        return None
    return _WIDER.get(codec.name, codec.name)


def _stateful(raw: bytes) -> str | None:
    return next((name for escape, name in _STATEFUL if escape in raw), None) if b"\x1b" in raw else None


def _strictly(raw: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _slips_in_utf8(raw: bytes) -> bool:
    words = raw.decode("utf-8", "replace")
    bad = words.count("\ufffd")
    good = len(words) - len(words.encode("ascii", "ignore")) - bad
    return bad <= MOST_BAD and good >= GOOD_FOR_EACH_BAD * bad


def _leniently(raw: bytes, encoding: str, *, start: int = 0) -> Decoded | None:
    """The reading with U+FFFD for what cannot be read, or None where that is too much."""
    words = raw[start:].decode(encoding, "replace")
    if "\ufffd" not in words:
        return Decoded(words, encoding)
    if words.count("\ufffd") > min(MOST_BAD, max(3, len(words) // 20)):
        return None
    bad = bad_sequences(raw, encoding, start=start)
    return Decoded(words, encoding, tuple(first for first, _ in bad))


def _refuse(raw: bytes, encoding: str, *, start: int = 0) -> Decoded:
    first, _ = next(bad_sequences(raw, encoding, start=start))
    raise SourceError(
        f"cannot be decoded: byte {raw[first]:#04x} at offset {first} is no {encoding}, the best guess",
        where=f"byte {first}",
        remedy="save the text as UTF-8 and read it again",
    )
