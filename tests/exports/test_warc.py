"""Captures as a web archive: two other readers open it, and ours finds in it what went in."""

import gzip
from io import BytesIO

import pytest
from fastwarc.warc import ArchiveIterator
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from warcio.archiveiterator import ArchiveIterator as Warcio
from warcio.checker import Checker

from holdfire.exports.warc import warc
from holdfire.model.capture import Capture, Redirect, Tool, Within
from holdfire.sources.archives.warc import captures_in_warc

MADE = "2022-02-01T00:00:00Z"
PAGE = "<html><body><p>국경경비대 held their fire.</p></body></html>".encode()
GOT = Capture(
    PAGE,
    "https://watch.example/held?x=1",
    "http",
    media_type="text/html; charset=utf-8",
    got_at="2022-01-26T03:04:05Z",
    status=200,
    headers=(
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Encoding", "gzip"),
        ("Content-Length", "7"),
    ),
    redirects=(Redirect("http://watch.example/held?x=1", 301),),
    request=(("Host", "watch.example"), ("User-Agent", "holdfire/0")),
    tool=Tool("holdfire", "0"),
)
FILE = Capture(PAGE, "/home/someone/papers/보고 1.html", "file")
ENTRY = Capture(
    b"<item><title>T</title></item>",
    "https://watch.example/1",
    "feed",
    media_type="application/xml; charset=utf-8",
    status=200,
    within=Within("https://watch.example/rss", offset=40, length=29),
)


def archive(*captures):
    return b"".join(warc(captures, made_at=MADE))


def read_again(written):
    return list(captures_in_warc(BytesIO(written), Within("out.warc.gz")))


def test_what_is_read_again_is_what_was_written():
    [found] = read_again(archive(GOT))
    assert isinstance(found, Capture)
    assert (found.raw, found.origin, found.got_at) == (GOT.raw, GOT.origin, GOT.got_at)
    assert (found.status, found.media_type, found.faults) == (200, GOT.media_type, ())
    assert ("X-Archive-Orig-Content-Encoding", "gzip") in found.headers


@pytest.mark.parametrize("capture", [GOT, FILE, ENTRY])
def test_other_readers_open_it(capture):
    written = archive(capture)
    ours = [(str(record.record_type), record.verify_block_digest()) for record in _records(written)]
    theirs = [record.rec_type for record in Warcio(BytesIO(written))]
    assert [kind for kind, _ in ours] == theirs
    assert all(sound for _, sound in ours)


def _records(written):
    for record in ArchiveIterator(BytesIO(written), parse_http=False):
        record.freeze()
        yield record


def test_warcio_finds_every_digest_right(tmp_path, capsys):
    path = tmp_path / "out.warc.gz"
    path.write_bytes(archive(GOT, FILE, ENTRY))

    class Asked:
        inputs = (str(path),)
        verbose = True

    assert Checker(Asked).process_all() == 0
    assert "digest pass" in capsys.readouterr().out


def test_how_it_was_got_stands_beside_it():
    blocks = {
        record.rec_type: record.raw_stream.read().decode()
        for record in Warcio(BytesIO(archive(GOT)), no_record_parse=True)
    }
    assert blocks["request"].startswith("GET /held?x=1 HTTP/1.1\r\nHost: watch.example\r\n")
    assert "via: http://watch.example/held?x=1 301\r\n" in blocks["metadata"]
    assert "holdfire-tool: holdfire/0" in blocks["metadata"]
    assert blocks["warcinfo"].startswith("software: holdfire/")


def test_a_file_is_named_without_its_path_and_dated_when_it_was_written_out():
    written = archive(FILE)
    [found] = read_again(written)
    assert (found.raw, found.got_at) == (PAGE, MADE)
    assert found.origin == "file:///%EB%B3%B4%EA%B3%A0%201.html"
    assert b"someone" not in gzip.decompress(written)


def test_a_capture_cut_by_its_tool_stays_so():
    cut = structs.replace(GOT, faults=("the archive holds only a part of it (length)",))
    [found] = read_again(archive(cut))
    assert "only a part" in found.faults[0]


def test_the_same_captures_give_the_same_archive():
    assert archive(GOT, FILE) == archive(GOT, FILE)


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)


@given(
    st.binary(min_size=1, max_size=300), st.lists(st.tuples(st.sampled_from(["A", "B-c"]), TEXT), max_size=4)
)
def test_any_bytes_and_headers_come_back(raw, headers):
    kind = ("Content-Type", "application/pdf")
    capture = structs.replace(GOT, raw=b"%PDF-" + raw, headers=(kind, *headers))
    [found] = read_again(archive(capture))
    assert found.raw == capture.raw
    assert found.headers[: len(headers) + 1] == (
        kind,
        *((name, " ".join(value.split())) for name, value in headers),
    )
