"""DOCX files: paragraphs, tables and notes; bombs and damage named."""

import zipfile
from io import BytesIO

import pytest

from holdfire.errors import SourceError
from holdfire.sources.documents.docx import read_docx
from holdfire.sources.limits import MEMBERS, REPORT
from holdfire.sources.reports import open_report
from tests.sources.making.docx import document, docx, p, table, zipped


def test_paragraphs_have_a_blank_line_between_them():
    body = p("The guards were told ", "to hold their fire.") + p("They did.")
    assert read_docx(docx(body)).words == "The guards were told to hold their fire.\n\nThey did.\n\n"


def test_a_table_is_told_row_by_row():
    body = p("Before.") + table(["Place", "Shot"], ["Musan", "2"]) + p("After.")
    assert read_docx(docx(body)).words == "Before.\n\nPlace\tShot\nMusan\t2\n\nAfter.\n\n"


def test_notes_follow_the_text():
    notes = f'<w:footnote w:id="1">{p("As told by a resident.")}</w:footnote>'
    assert (
        read_docx(docx(p("They fired."), footnotes=notes)).words
        == "They fired.\n\nAs told by a resident.\n\n"
    )


def test_breaks_and_tabs_are_kept_and_deleted_text_is_not():
    body = "<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>"
    body += "<w:del><w:r><w:t>gone</w:t><w:delText>gone</w:delText></w:r></w:del></w:p>"
    assert read_docx(docx(body)).words == "One\ntwo\tthree\n\n"


def test_words_in_a_box_are_told_once():
    box = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    assert read_docx(docx(box.format(p("Boxed."), p("Boxed.")))).words == "Boxed.\n\n"


def test_codes_of_fields_are_no_words():
    body = "<w:p><w:r><w:instrText>PAGEREF x</w:instrText><w:t>Seen.</w:t></w:r></w:p>"
    assert read_docx(docx(body)).words == "Seen.\n\n"


def test_korean_and_properties(tmp_path):
    words = "국경경비대는 총을 쏘지 말라는 명령을 받았다."
    properties = "<dc:title>보고</dc:title><dcterms:created>2022-01-26T01:03:00Z</dcterms:created>"
    (tmp_path / "r.docx").write_bytes(docx(p(words), properties=properties))
    report = open_report(tmp_path / "r.docx")
    assert (report.words.strip(), report.language) == (words, "ko")
    assert (report.title, report.created, report.published) == ("보고", "2022-01-26T01:03:00Z", None)


def test_nesting_without_end_is_borne():
    deep = "<w:sdt>" * 100_000 + p("Deep.") + "</w:sdt>" * 100_000
    raw = zipped({"word/document.xml": document(deep)}, how=zipfile.ZIP_STORED)
    assert read_docx(raw).words == "Deep.\n\n"


def bomb():
    return zipped({"word/document.xml": document(p("0" * 40_000_000))})


def locked():
    raw = bytearray(docx(p("Held.")))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    raw[6] |= 1
    return bytes(raw)


ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
WHOLE = docx(p("Held. ") * 500)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (zipped({"other.txt": b"x"}), "ZIP archive without a document"),
        (zipped({}), "an empty ZIP"),
        (bomb(), "made to do harm"),
        (zipped({"word/document.xml": b"0" * (REPORT + 1)}, how=zipfile.ZIP_STORED), "too large"),
        (zipped({f"{number}": b"" for number in range(MEMBERS + 1)}), "more than 10,000 files"),
        (zipped({"word/document.xml": b"<w:document><w:p>"}), 'its "word/document.xml" is damaged at line 1'),
        (zipped({"word/document.xml": document(p("x")).replace("<w:d", ENTITIES + "<w:d", 1)}), "entities"),
        (locked(), "encrypted"),
        (WHOLE[:-60], "is damaged"),
        (WHOLE[:200] + bytes(60) + WHOLE[260:], "is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "locked with a password"),
    ],
)
def test_files_that_cannot_be_read_are_named(raw, problem, tmp_path):
    (tmp_path / "r.docx").write_bytes(raw)
    with pytest.raises(SourceError, match=problem) as caught:
        open_report(tmp_path / "r.docx")
    assert str(caught.value).startswith(f"{tmp_path}/r.docx: ")
    assert "\n" not in str(caught.value)


def test_a_bomb_that_lies_about_its_size_stops_where_it_said(tmp_path):
    held = BytesIO(bomb())
    with zipfile.ZipFile(held) as archive:
        info = archive.getinfo("word/document.xml")
    raw = held.getvalue().replace(info.file_size.to_bytes(4, "little"), (900_000).to_bytes(4, "little"))
    with pytest.raises(SourceError):
        read_docx(raw)


@pytest.mark.parametrize("at", range(0, len(WHOLE), 41))
def test_any_flipped_byte_is_read_or_named(at):
    raw = bytearray(WHOLE)
    raw[at] ^= 0xFF
    try:
        read_docx(bytes(raw))
    except SourceError as error:
        assert "\n" not in str(error)
