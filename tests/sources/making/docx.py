"""DOCX files from the XML of their bodies."""

import zipfile
from io import BytesIO

_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SPACE += ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">{}'
    "</cp:coreProperties>"
)


def p(*runs: str) -> str:
    """A paragraph of runs of text."""
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def table(*rows: list[str]) -> str:
    """A table of cells with a paragraph each."""
    cells = ["".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def docx(body: str, *, footnotes: str = "", properties: str = "") -> bytes:
    """A DOCX file with this body, and with notes and properties where they are given."""
    members = {"word/document.xml": document(body)}
    if footnotes:
        members["word/footnotes.xml"] = f"<w:footnotes {_SPACE}>{footnotes}</w:footnotes>"
    if properties:
        members["docProps/core.xml"] = _CORE.format(properties)
    return zipped(members)


def document(body: str) -> str:
    """The XML of a document."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {_SPACE}><w:body>{body}</w:body></w:document>'


def zipped(members: dict[str, str] | dict[str, bytes], *, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of these members."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()
