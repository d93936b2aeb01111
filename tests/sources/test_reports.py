"""Files that hold a report, and the many that do not: each refused in one line that says what to do."""

import hashlib
import subprocess
import sys

import pytest

from holdfire.errors import DateError, SourceError
from holdfire.sources.limits import REPORT
from holdfire.sources.reports import open_report

STORY = "The soldiers at the border were told to hold their fire, a source said on Tuesday."


@pytest.fixture
def write(tmp_path):
    def made(raw, name="report.txt"):
        path = tmp_path / name
        path.write_bytes(raw)
        return path

    return made


def test_a_text_file_is_a_report(write):
    raw = (STORY + "\r\n").encode()
    report = open_report(write(raw), published="26 January 2022", outlet="The Watch", title="Held")
    assert report.words == STORY + "\r\n"
    assert report.id == report.raw_sha256 == hashlib.sha256(raw).hexdigest()
    assert (report.published, report.outlet, report.title) == ("2022-01-26", "The Watch", "Held")
    assert (report.language, report.encoding, report.undecodable) == ("en", "utf-8", ())


def test_the_id_does_not_depend_on_where_the_file_lies(write):
    one = open_report(write(STORY.encode(), "a.txt"))
    assert one == open_report(write(STORY.encode(), "b.html"))


def test_cp949_is_read_right(write):
    words = "국경경비대가 총을 쏘지 말라는 지시를 받았다고 소식통이 전했다."
    report = open_report(write(words.encode("cp949")))
    assert (report.words, report.language, report.encoding) == (words, "ko", "cp949")


def test_undecodable_bytes_are_kept_by_offset(write):
    report = open_report(write(STORY.encode() + b" \xff."))
    assert report.undecodable == (len(STORY) + 1,)


def _png() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(range(64))


BAD = [
    (b"", "is empty"),
    (b" \r\n\t ", "is empty"),
    (b"12:30 -- 4.5 +++ 2022", "no words"),
    (b"%PDF-1.7\n1 0 obj", "a damaged PDF"),
    (_png(), "PNG"),
    (b"\xff\xd8\xff\xe0JFIF", "JPEG"),
    (b"GIF89a....", "GIF"),
    (b"RIFF\x24\x00\x00\x00WAVEfmt ", "RIFF"),
    (b"\x1f\x8b\x08\x00abc", "gzip"),
    (b"\x7fELF\x02\x01", "a program"),
    (b"{\\rtf1 Guards}", "rich text"),
    (b"WARC/1.1\r\nWARC-Type: response", "byte 0: .* not whole"),
    (b"\x00\x00\x00\x18ftypmp42", "film"),
    (b"Guards\x00fired", "binary data"),
    (b"\x01\x02\x03 guards \x04\x05", "binary data"),
    (b"abc" + bytes(range(0x80, 0x100)) * 3, "cannot be decoded"),
]


@pytest.mark.parametrize(("raw", "problem"), BAD)
def test_bad_files_are_refused_in_one_line(write, raw, problem):
    path = write(raw)
    with pytest.raises(SourceError, match=problem) as caught:
        open_report(path)
    line = str(caught.value)
    assert line.startswith(str(path))
    assert "\n" not in line
    assert caught.value.remedy


def test_text_that_begins_like_a_sound_file_is_text(write):
    assert open_report(write(b"RIFF RAFF was shouted at the guards, and they left.")).language == "en"


def test_a_huge_file_is_refused_without_being_read(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(4 * REPORT)  # sparse: takes no room
    with pytest.raises(SourceError, match=r"too large .*200 MB.*50 MB"):
        open_report(path)


@pytest.mark.parametrize(("name", "problem"), [("nowhere.txt", "no such file"), ("a\0b", "null")])
def test_paths_that_are_no_file(tmp_path, name, problem):
    with pytest.raises(SourceError, match=problem):
        open_report(tmp_path / name if "\0" not in name else name)


def test_a_file_that_may_not_be_read(write):
    path = write(STORY.encode())
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        with pytest.raises(SourceError, match="may not be read"):
            open_report(path)
    else:
        pytest.skip("this user may read everything")


def test_a_published_that_is_no_date(write):
    with pytest.raises(DateError, match='"someday" is not a date'):
        open_report(write(STORY.encode()), published="someday")


PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Held - The Watch</title>
<meta property="og:title" content="Fire &amp; flares"><meta name="author" content="x">
<meta content="2022-01-26T10:00:00+09:00" property="article:published_time">
<meta property="og:site_name" content="The Watch"><link rel="canonical" href="https://watch.example/held"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav><article>
<h1>Fire and flares</h1><p>{STORY}</p><p>The order took effect on Jan. 18, the source there said.</p>
</article><footer>Copyright 2022 The Watch</footer><script>var border = "closed";</script></body></html>"""


def test_a_page_gives_its_main_words_and_what_it_says_of_itself(write):
    report = open_report(write(PAGE.encode(), "saved"))
    assert STORY in report.words
    assert "Home" not in report.words
    assert "Copyright" not in report.words
    assert "closed" not in report.words
    assert (report.title, report.outlet) == ("Fire & flares", "The Watch")
    assert (report.published, report.url) == ("2022-01-26T10:00:00+09:00", "https://watch.example/held")


def test_what_the_caller_says_goes_before_what_the_page_says(write):
    report = open_report(write(PAGE.encode()), published="2021", outlet="Mine", title="My title")
    assert (report.published, report.outlet, report.title) == ("2021", "Mine", "My title")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            '<script type="application/ld+json">{"@type":"Article","datePublished":"2020-08-25"}</script>',
            "2020-08-25",
        ),
        ('<meta name="date" content="soon"><time datetime="2020-08-26T09:00">', "2020-08-26T09:00:00"),
        ('<meta name="pubdate" content="Aug. 27, 2020">', "2020-08-27"),
        ("", None),
    ],
)
def test_where_a_page_tells_its_date(write, head, published):
    page = f"<html><head>{head}</head><body><p>{STORY} {STORY}</p></body></html>"
    assert open_report(write(page.encode())).published == published


def test_a_page_in_a_declared_charset(write):
    words = "국경경비대가 총을 쏘았다. " * 5
    page = f'<html><head><meta charset="euc-kr"></head><body><p>{words}</p></body></html>'
    assert "국경경비대가" in open_report(write(page.encode("cp949"))).words


def test_a_page_without_words(write):
    with pytest.raises(SourceError, match="no words"):
        open_report(write(b"<!doctype html><html><body><img src=x><script>var a;</script></body></html>"))


def test_reading_a_text_loads_no_library_of_another_form():
    program = (
        "import sys, holdfire.sources.reports as f, tempfile, pathlib\n"
        "p = pathlib.Path(tempfile.mkdtemp()) / 'r.txt'\n"
        f"p.write_text({STORY!r})\n"
        "assert f.open_report(p).language == 'en'\n"
        "print(sorted({'resiliparse', 'cchardet', 'fastwarc', 'pypdfium2', 'feedparser', 'httpx', 'zipfile'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stderr
