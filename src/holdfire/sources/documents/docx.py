"""A DOCX file → its words: adds its notes at the end; drops pictures, deleted text, headers and footers.

A paragraph is followed by a blank line, a row of a table by a line end, its cells by tabs.
"""

from typing import NoReturn
from xml.etree.ElementTree import ParseError, XMLParser

from holdfire.errors import SourceError
from holdfire.sources.content import Content
from holdfire.sources.documents.properties import stated_date, stated_title
from holdfire.sources.limits import REPORT
from holdfire.sources.zips import member, opened_zip

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_SKIPPED = frozenset({"Fallback", "del", "moveFrom", "footnotePr"})
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def read_docx(raw: bytes) -> Content:
    """Read a document with its foot- and endnotes; title and date are what its properties say."""
    with opened_zip(raw) as archive:
        body = member(archive, "word/document.xml", limit=REPORT)
        if body is None:
            raise SourceError(
                "is a ZIP archive without a document in it", remedy="unpack it and read the files in it"
            )
        words = _words(body, "word/document.xml")
        for name in _NOTES:
            notes = member(archive, name, limit=REPORT)
            words += _words(notes, name) if notes else ""
        told = _properties(member(archive, "docProps/core.xml", limit=REPORT))
    return Content(words, title=stated_title(told.get("title")), created=stated_date(told.get("created")))


class _Words:
    """Gathers the words of a document while its XML is read; no tree is built, so depth costs nothing."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._within_text = False
        self._skipping = 0
        self._cells = 0

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if self._skipping or name in _SKIPPED:
            self._skipping += 1
        elif name == "t":
            self._within_text = True
        elif name == "tc":
            self._cells += 1
        elif name in _BREAKS and tag.startswith((_WORD, _STRICT)):
            self.pieces.append(_BREAKS[name])

    def end(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        if self._skipping:
            self._skipping -= 1
        elif name == "t":
            self._within_text = False
        elif name == "p":
            self.pieces.append(" " if self._cells else "\n\n")
        elif name == "tc":
            self._cells -= 1
            self._end_piece("\t")
        elif name == "tr":
            self._end_piece("\t" if self._cells else "\n")
        elif name == "tbl":
            self.pieces.append("\n")

    def data(self, text: str) -> None:
        if self._within_text and not self._skipping:
            self.pieces.append(text)

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> NoReturn:
        raise SourceError("declares entities, which no office program does", remedy="do not open it")

    def close(self) -> str:
        return "".join(self.pieces)

    def _end_piece(self, end: str) -> None:
        while self.pieces and self.pieces[-1] in (" ", "\t", "\n\n"):
            self.pieces.pop()
        self.pieces.append(end)


class _Properties(_Words):
    """Gathers the properties of a document: a name and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.told: dict[str, str] = {}
        self._name = ""

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        self._name = tag.rpartition("}")[2]

    def end(self, _tag: str) -> None:
        self._name = ""

    def data(self, text: str) -> None:
        self.told[self._name] = self.told.get(self._name, "") + text


def _words(xml: bytes, name: str) -> str:
    gathered = _Words()
    _parse(xml, name, gathered)
    return gathered.close()


def _properties(xml: bytes | None) -> dict[str, str]:
    gathered = _Properties()
    if xml:
        _parse(xml, "docProps/core.xml", gathered)
    return gathered.told


def _parse(xml: bytes, name: str, target: _Words) -> None:
    parser = XMLParser(target=target)
    try:
        parser.feed(xml)
        parser.close()
    except ParseError as error:
        line, column = error.position
        raise SourceError(
            f'its "{name}" is damaged at line {line}, column {column}',
            remedy="open and save it with an office program",
        ) from None
