"""PDFs: pages of lines, with an outline of Hangul where it is needed."""

from collections.abc import Sequence

HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf(pages: Sequence[Sequence[str]], *, info: str = "", leading: int = 14) -> bytes:
    """A PDF with these lines on these pages; an empty line leaves room, as between paragraphs."""
    return built([page_of(lines, leading) for lines in pages], info=info)


def page_of(lines: Sequence[str], leading: int = 14) -> bytes:
    """What draws lines on a page."""
    shown = " ".join(f"({line}) Tj T*" if line else "T*" for line in lines)
    return f"BT /F1 11 Tf 72 740 Td {leading} TL {shown} ET".encode()


def korean_pdf(words: str) -> bytes:
    """A PDF with one line of any letters: each has a glyph of its own, and a table says which it is."""
    letters = sorted(set(words))
    glyphs = {letter: number for number, letter in enumerate(letters, 1)}
    shown = "".join(f"{glyphs[letter]:04x}" for letter in words)
    table = "\n".join(f"<{number:04x}> <{ord(letter):04x}>" for letter, number in glyphs.items())
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(glyphs)} beginbfchar\n{table}\nendbfchar endcmap end end"
    ).encode()
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 5 0 R "
        b"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X "
        b"/CIDSystemInfo << /Registry (Adobe) "
        b"/Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor "
        b"/FontName /X /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 "
        b"/CapHeight 700 /StemV 80 >> >>] >>"
    )
    drawn = f"BT /F1 11 Tf 72 740 Td <{shown}> Tj ET".encode()
    return built([drawn], font=font, more=[_stream(to_unicode)])


def built(
    drawn: Sequence[bytes], *, info: str = "", font: bytes = HELVETICA, more: Sequence[bytes] = ()
) -> bytes:
    """A whole file around what draws its pages."""
    first = 5 + len(more)
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(drawn)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(drawn)} >>".encode(),
        font,
        f"<< {info} >>".encode(),
        *more,
    ]
    for number, page in enumerate(drawn):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {first + 2 * number + 1} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(_stream(page))
    return _file(objects)


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _file(objects: Sequence[bytes]) -> bytes:
    out, offsets = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
        + b"trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\n" % (len(objects) + 1)
        + b"startxref\n%d\n%%%%EOF" % len(out)
    )
