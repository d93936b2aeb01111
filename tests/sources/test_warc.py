"""Web archives: whole ones give every page, damaged ones all but the damage, which is named by its offset."""

import gzip
import random
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfire.errors import SourceError
from holdfire.model.capture import Capture, Tool, Within
from holdfire.sources.archives.warc import captures_in_warc
from holdfire.sources.limits import REPORT
from tests.sources.making.warc import DATE, answer, packed, record


def page(number, size=3000):
    return (
        f"<html><body><p>Report {number}: the guards held their fire. {'x' * size}</p></body></html>".encode()
    )


def pages(count, **known):
    return [answer(page(number), url=f"https://watch.example/{number}", **known) for number in range(count)]


def found_in(archive):
    return list(captures_in_warc(BytesIO(archive), Within("crawl.warc")))


def names(found):
    return [each.origin[-1] if isinstance(each, Capture) else each.where for each in found]


def offsets(records):
    return [sum(map(len, records[:number])) for number in range(len(records) + 1)]


PACKINGS = [pytest.param(lambda each: each, id="plain"), pytest.param(packed, id="packed")]


@pytest.fixture(params=PACKINGS)
def parts(request):
    """Five pages as records of an archive, plain and packed."""
    return [request.param(each) for each in pages(5)]


def test_a_whole_archive_gives_each_page_with_its_place(parts):
    found = found_in(b"".join(parts))
    starts = offsets(parts)
    assert [each.raw for each in found] == [page(number) for number in range(5)]
    assert [(each.within.offset, each.within.length) for each in found] == [
        (start, len(part)) for start, part in zip(starts, parts, strict=False)
    ]


def test_what_is_known_of_an_answer_is_kept():
    warcinfo = record("warcinfo", b"software: Wget/1.21.3 (linux-gnu)\r\nformat: WARC File Format 1.0\r\n")
    sent = "Server: x\r\nX-Twice: 1\r\nX-Twice: 2\r\n"
    [found] = found_in(warcinfo + answer(page(1), sent=sent))
    assert found == Capture(
        page(1),
        "https://watch.example/1",
        "warc",
        media_type="text/html; charset=utf-8",
        got_at=DATE,
        status=200,
        headers=(
            ("Content-Type", "text/html; charset=utf-8"),
            ("Server", "x"),
            ("X-Twice", "1"),
            ("X-Twice", "2"),
        ),
        tool=Tool("Wget", "1.21.3"),
        within=Within("crawl.warc", offset=len(warcinfo), length=len(answer(page(1), sent=sent))),
    )


@pytest.mark.parametrize(
    "other",
    [
        record("request", b"GET / HTTP/1.1\r\n\r\n", url="https://watch.example/1"),
        record("metadata", b"via: x\r\n", url="https://watch.example/1"),
        record("revisit", b"HTTP/1.1 200 OK\r\n\r\n", url="https://watch.example/1"),
        answer(b"\x89PNG", kind="image/png"),
        answer(b"var a;", kind="text/javascript"),
        answer(page(1), status="404 Not Found"),
        answer(b"", status="301 Moved", sent="Location: /2\r\n"),
        answer(b"", status="204 No Content"),
        answer(b" \r\n"),
        answer(b"User-agent: *", kind="text/plain", url="https://watch.example/robots.txt"),
        record("resource", b"{}", url="urn:pageinfo:x", headers="Content-Type: text/html"),
    ],
)
def test_what_is_no_report_is_passed_over(other):
    assert names(found_in(other + answer(page(2), url="https://watch.example/2") + other)) == ["2"]


def test_a_resource_without_http_is_a_report():
    [found] = found_in(
        record("resource", page(1), url="file:///home/x/report.html", headers="Content-Type: text/html")
    )
    assert (found.raw, found.status, found.media_type) == (page(1), None, "text/html")


@pytest.mark.parametrize(
    ("body", "sent"),
    [
        (gzip.compress(page(1)), "Content-Encoding: gzip\r\n"),
        (page(1), "Content-Encoding: gzip\r\n"),  # undone by the tool that archived it
        (b"%x\r\n%b\r\n0\r\n\r\n" % (len(page(1)), page(1)), "Transfer-Encoding: chunked\r\n"),
        (page(1), "Transfer-Encoding: chunked\r\n"),
        (
            b"%x\r\n%b\r\n0\r\n\r\n"
            % (len(gzip.compress(page(1), mtime=0)), gzip.compress(page(1), mtime=0)),
            "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
        ),
    ],
)
def test_the_codings_of_an_answer_are_undone(body, sent):
    [found] = found_in(answer(body, sent=sent))
    assert (found.raw, found.faults) == (page(1), ())


def test_a_coding_that_cannot_be_undone_is_named():
    [found] = found_in(answer(page(1), sent="Content-Encoding: br\r\n"))
    assert found.raw == page(1)
    assert "said to be br" in found.faults[0]


def test_a_capture_that_its_tool_cut_says_so():
    [found] = found_in(answer(page(1), headers="WARC-Truncated: length"))
    assert found.faults == ("the archive holds only a part of it (length)",)


def test_an_archive_packed_in_one_piece_gives_pages_without_places():
    found = found_in(gzip.compress(b"".join(pages(5))))
    assert [each.raw for each in found] == [page(number) for number in range(5)]
    assert {each.within.offset for each in found} == {None}


# What is damaged


@pytest.mark.parametrize("cut", [1, 2000, 3000])
def test_a_cut_archive_gives_all_before_the_cut(parts, cut):
    cut = min(cut, len(parts[4]) - 30)
    found = found_in(b"".join(parts)[: -max(cut, 10)])
    assert names(found)[:4] == ["0", "1", "2", "3"]
    assert isinstance(found[-1], SourceError)
    assert found[-1].where == f"crawl.warc, byte {offsets(parts)[4]}"


def test_an_archive_cut_in_a_header_is_named_where_it_is_cut(parts):
    start = offsets(parts)[4]
    found = found_in(b"".join(parts)[: start + 25])
    assert names(found) == ["0", "1", "2", "3", f"crawl.warc, byte {start}"]


def test_a_flipped_bit_costs_one_packed_record():
    parts = [packed(each) for each in pages(5)]
    archive = bytearray(b"".join(parts))
    archive[offsets(parts)[2] + len(parts[2]) // 2] ^= 0x10
    assert names(found_in(archive)) == ["0", "1", f"crawl.warc, byte {offsets(parts)[2]}", "3", "4"]


def test_a_flipped_bit_in_a_sealed_record_is_seen_where_nothing_is_packed():
    parts = pages(5, sealed=True)
    archive = bytearray(b"".join(parts))
    archive[offsets(parts)[2] + len(parts[2]) - 500] ^= 0x01
    found = found_in(archive)
    assert names(found) == ["0", "1", f"crawl.warc, byte {offsets(parts)[2]}", "3", "4"]
    assert "digest" in found[2].problem


def test_what_lies_between_records_is_named(parts):
    starts = offsets(parts)
    archive = b"".join(parts[:2]) + b"garbage " * 300 + b"".join(parts[2:])
    assert names(found_in(archive)) == ["0", "1", f"crawl.warc, byte {starts[2]}", "2", "3", "4"]


def test_a_hole_in_the_middle_costs_what_was_in_it(parts):
    starts = offsets(parts)
    archive = b"".join(parts)
    holed = archive[: starts[1] + len(parts[1]) // 2] + archive[starts[3] + len(parts[3]) // 3 :]
    found = found_in(holed)
    assert names(found)[0] == "0"
    assert names(found)[-1] == "4"
    assert all(isinstance(each, SourceError) or each.faults for each in found[1:-1])
    assert any(isinstance(each, SourceError) for each in found)


@pytest.mark.parametrize("wrong", [700, 10_000, 10**12])
def test_a_length_that_is_too_great_costs_its_own_record_alone(wrong):
    parts = pages(4)
    parts[1] = answer(page(1), url="https://watch.example/1", length=len(page(1)) + 70 + wrong)
    found = found_in(b"".join(parts))
    assert names(found) == ["0", f"crawl.warc, byte {len(parts[0])}", "2", "3"]


def test_a_length_that_is_too_small_leaves_a_doubt():
    parts = pages(3)
    parts[1] = answer(page(1), url="https://watch.example/1", length=1000)
    found = found_in(b"".join(parts))
    assert [each.origin[-1] for each in found if isinstance(each, Capture)] == ["0", "1", "2"]
    assert "may not be whole" in found[1].faults[0]
    assert len([each for each in found if isinstance(each, SourceError)]) == 1


def test_a_file_that_only_begins_like_an_archive_is_named():
    [found] = found_in(b"WARC/1.1 is the name of a format.\r\n\r\nIt is for pages.")
    assert isinstance(found, SourceError)


def test_a_record_too_large_is_passed_over_unread(parts):
    huge = record("response", b"", url="https://watch.example/x", length=2 * REPORT)[:-4] + b"0" * (
        2 * REPORT
    )
    part = packed(huge) if parts[0].startswith(b"\x1f\x8b") else huge + b"\r\n\r\n"
    found = found_in(parts[0] + part + parts[1])
    assert names(found) == ["0", f"crawl.warc, byte {len(parts[0])}", "1"]
    assert "too large" in found[1].problem


def test_a_body_that_would_grow_without_end_is_refused():
    bomb = gzip.compress(b"0" * (2 * REPORT))
    found = found_in(answer(bomb, sent="Content-Encoding: gzip\r\n") + pages(3)[2])
    assert names(found)[1:] == ["2"]
    assert "made to do harm" in found[0].problem


@settings(max_examples=60)
@given(st.integers(0, 10**9), st.booleans(), st.sampled_from(["flip", "cut", "drop", "insert"]))
def test_no_damage_stops_the_rest(seed, pack, how):
    chance = random.Random(seed)
    parts = [packed(each) if pack else each for each in pages(6, sealed=True)]
    archive = bytearray(b"".join(parts))
    header = (
        0 if pack else parts[2].index(b"HTTP/")
    )  # a slip in a plain header can make another that is right
    at = chance.randrange(offsets(parts)[2] + header, offsets(parts)[3])
    if how == "flip":
        archive[at] ^= 1 << chance.randrange(8)
    elif how == "cut":
        del archive[at:]
    elif how == "drop":
        del archive[at : at + chance.randrange(1, 50)]
    else:
        archive[at:at] = chance.randbytes(20)
    found = found_in(bytes(archive))
    good = [each for each in found if isinstance(each, Capture)]
    lost = {page(number) for number in range(3 if how == "cut" else 6)} - {each.raw for each in good}
    assert not lost & {page(number) for number in (0, 1, 4, 5)}
    if lost:
        assert any(isinstance(each, SourceError) for each in found) or at == offsets(parts)[2]  # a clean cut
