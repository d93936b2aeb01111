"""PDFs: words in reading order with their pages, and the many that cannot be read."""

import pytest

from holdfire.errors import SourceError
from holdfire.sources.documents.pdf import read_pdf
from holdfire.sources.limits import PDF_PAGES
from holdfire.sources.reports import open_report
from tests.sources.making.pdf import built, korean_pdf, page_of, pdf

FIRST = [
    "The guards at the river were told to hold",
    "their fire, a source said on Tuesday.",
    "",
    "They did.",
]
SECOND = ["The order came from the capital."]


def test_lines_of_a_paragraph_stay_together_and_a_gap_parts_paragraphs():
    assert read_pdf(pdf([FIRST, SECOND])).words.split("\n\n") == [
        "The guards at the river were told to hold\ntheir fire, a source said on Tuesday.",
        "They did.",
        "The order came from the capital.",
    ]


def test_each_page_is_known_by_its_offset():
    content = read_pdf(pdf([FIRST, SECOND, ["And a third."]]))
    assert [content.words[start : start + 9] for start in content.pages] == [
        "The guard",
        "The order",
        "And a thi",
    ]


def test_a_sentence_runs_on_over_the_end_of_a_page():
    assert "was given\nin January" in read_pdf(pdf([["The order was given"], ["in January."]])).words


def test_words_that_the_end_of_a_line_has_parted_are_put_together():
    lines = ["The order was to pro-", "tect the border, and it was kept."]
    assert "protect the border" in read_pdf(pdf([lines])).words


def test_a_hyphen_that_the_word_has_elsewhere_is_kept():
    lines = ["A cross-border road was shut. The cross-", "border road is old."]
    assert read_pdf(pdf([lines])).words.count("cross-border") == 2


def test_korean_is_read_right(tmp_path):
    words = "국경경비대는 총을 쏘지 말라는 명령을 받았다."
    (tmp_path / "r.pdf").write_bytes(korean_pdf(words))
    report = open_report(tmp_path / "r.pdf")
    assert (report.words, report.language, report.encoding) == (words, "ko", "")


@pytest.mark.parametrize(
    ("info", "title", "created"),
    [
        ("/Title (Held) /CreationDate (D:20220126100300+09'00')", "Held", "2022-01-26T10:03:00+09:00"),
        ("/Title (Microsoft Word - final3.doc) /CreationDate (D:2022)", None, "2022"),
        (r"/Title (\(anonymous\)) /CreationDate (D:2022)", None, "2022"),
        ("/Title (untitled) /CreationDate (yesterday)", None, None),
        ("/CreationDate (D:20221399)", None, None),
        ("", None, None),
    ],
)
def test_what_its_properties_say_is_kept_apart(info, title, created, tmp_path):
    (tmp_path / "r.pdf").write_bytes(pdf([FIRST], info=info))
    report = open_report(tmp_path / "r.pdf")
    assert (report.title, report.created, report.published) == (title, created, None)


LOCKED = pdf([FIRST]).replace(
    b"/Info 4 0 R",
    b"/Info 4 0 R /ID [(0123456789abcdef) (0123456789abcdef)] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
    b"/O (" + b"x" * 32 + b") /U (" + b"y" * 32 + b") >>",
)
WHOLE = pdf([FIRST, SECOND])


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (LOCKED, "locked with a password"),
        (b"%PDF-1.7\nnothing of the kind", "damaged PDF"),
        (WHOLE[:200], "damaged PDF"),
        (built([b"0 0 m 100 100 l S"]), "only pictures"),
        (built([page_of(["x"])] * (PDF_PAGES + 1)), r"3,001 pages; the limit is 3,000"),
    ],
)
def test_pdfs_that_cannot_be_read_are_named(raw, problem, tmp_path):
    (tmp_path / "r.pdf").write_bytes(raw)
    with pytest.raises(SourceError, match=problem) as caught:
        open_report(tmp_path / "r.pdf")
    assert str(caught.value).startswith(f"{tmp_path}/r.pdf: ")
    assert caught.value.remedy


def test_a_damaged_page_is_named_and_the_others_are_read():
    raw = pdf([FIRST, SECOND, ["And a third."]])
    damaged = raw.replace(b"7 0 obj\n<< /Type /Page", b"7 0 obj\n<< /Type /Rage")
    assert damaged != raw
    content = read_pdf(damaged)
    assert "The guards" in content.words
    assert "And a third." in content.words


@pytest.mark.parametrize("cut", range(50, len(WHOLE), 97))
def test_a_cut_pdf_is_read_or_named(cut):
    try:
        assert read_pdf(WHOLE[:cut]).words
    except SourceError as error:
        assert "\n" not in str(error)
