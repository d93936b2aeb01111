"""What kind of file bytes are, from their content: text, a page, or something that holds no plain text."""

import re
from typing import NamedTuple

ZIP = b"PK\x03\x04"
_COPY = "copy the report's words into a text file and read that"
_UNPACK = "unpack it and read the files in it"
_TRANSCRIBE = "type or recognise the words in it into a text file and read that"


class Kind(NamedTuple):
    """A kind of file that is not text: its name with an article, and what to do with it."""

    name: str
    remedy: str


_MAGIC = (
    (b"PK\x05\x06", Kind("an empty ZIP archive", _UNPACK)),
    (
        b"\xd0\xcf\x11\xe0",
        Kind(
            "an old office document (DOC, HWP) or one locked with a password", "save it as DOCX, without one"
        ),
    ),
    (b"{\\rtf", Kind("a rich text document (RTF)", "save it as plain text or HTML")),
    (b"%!PS", Kind("a PostScript document", _COPY)),
    (b"\x1f\x8b", Kind("a gzip archive", _UNPACK)),
    (b"BZh", Kind("a bzip2 archive", _UNPACK)),
    (b"\xfd7zXZ\x00", Kind("an XZ archive", _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Kind("a 7-Zip archive", _UNPACK)),
    (b"Rar!\x1a\x07", Kind("a RAR archive", _UNPACK)),
    (b"WARC/", Kind("a web archive (WARC)", "save the page in it as HTML and read that")),
    (b"SQLite format 3\x00", Kind("an SQLite database", _COPY)),
    (b"\x89PNG\r\n\x1a\n", Kind("an image (PNG)", _TRANSCRIBE)),
    (b"\xff\xd8\xff", Kind("an image (JPEG)", _TRANSCRIBE)),
    (b"GIF87a", Kind("an image (GIF)", _TRANSCRIBE)),
    (b"GIF89a", Kind("an image (GIF)", _TRANSCRIBE)),
    (b"RIFF", Kind("an image, sound or film (RIFF)", _TRANSCRIBE)),
    (b"II*\x00", Kind("an image (TIFF)", _TRANSCRIBE)),
    (b"MM\x00*", Kind("an image (TIFF)", _TRANSCRIBE)),
    (b"ID3", Kind("a sound file (MP3)", _TRANSCRIBE)),
    (b"OggS", Kind("a sound or film file (Ogg)", _TRANSCRIBE)),
    (b"\x7fELF", Kind("a program", _COPY)),
)
_FILM = Kind("a sound or film file (MP4)", _TRANSCRIBE)
_BINARY = Kind("binary data", _COPY)
_HEAD = 10_000  # bytes that show whether there are control characters as no text has them
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r\f\v\x1a\x1b"))

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?[^>]*>\s*|<!--.{0,2000}?-->\s*|<!doctype[^>]*>\s*)*"
    rb"<(?:rss|(?:\w+:)?feed|(?:\w+:)?rdf)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_ELEMENT = re.compile(r"</(?:p|div|a|span|title|article|body|html)\s*>", re.IGNORECASE)


def is_feed(raw: bytes) -> bool:
    """Whether bytes are an RSS or Atom feed, by how they begin."""
    return bool(_FEED.match(raw[:4000].replace(b"\x00", b"")))


def binary_kind(raw: bytes, *, marked: bool = False) -> Kind | None:
    """What the bytes are where they are no text, or None; `marked`: they begin with a byte order mark."""
    if marked:
        return None
    for magic, kind in _MAGIC:
        if raw.startswith(magic) and not (
            magic in (b"RIFF", b"ID3", b"BZh") and raw[:64].isascii() and b"\x00" not in raw[:64]
        ):
            return kind
    if raw[4:8] == b"ftyp":
        return _FILM
    head = raw[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return _BINARY if b"\x00" in raw or controls * 100 > len(head) else None


def is_page(words: str) -> bool:
    """Whether decoded words are an HTML page, by how they begin or, failing that, by their closing tags."""
    if _PAGE.match(words):
        return True
    return words.lstrip()[:1] == "<" and len(_ELEMENT.findall(words, 0, 20_000)) >= 3
