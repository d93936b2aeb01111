"""Packages of web archives: each page with its archive and offset; altered, cut and bomb-like ones named."""

import hashlib
import json
import zipfile

import pytest

from holdfire.errors import SourceError
from holdfire.model.capture import Capture, Within
from holdfire.sources.captures import captures
from tests.sources.making.docx import zipped
from tests.sources.making.warc import packed, wacz
from tests.sources.test_warc import names, offsets, page, pages

ONE, TWO = "archive/one.warc.gz", "archive/two.warc.gz"


@pytest.fixture
def found(tmp_path):
    def found(raw):
        (tmp_path / "crawl.wacz").write_bytes(raw)
        return list(captures(tmp_path / "crawl.wacz"))

    return found


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_each_archive_in_a_package_is_read(found, how, tmp_path):
    first, second = packed(*pages(3)), b"".join(pages(5)[3:])
    captured = found(wacz({ONE: first, "archive/two.warc": second}, how=how))
    assert [each.raw for each in captured] == [page(number) for number in range(5)]
    assert captured[4].within == Within(
        str(tmp_path / "crawl.wacz"), "archive/two.warc", offset=len(pages(4)[3]), length=len(pages(5)[4])
    )
    assert captured[4].where.endswith(
        f"crawl.wacz/archive/two.warc, byte {len(pages(4)[3])} (https://watch.example/4)"
    )


def test_a_member_that_was_altered_is_named_and_read_all_the_same(found):
    wrong = "sha256:" + hashlib.sha256(b"x").hexdigest()
    named, *rest = found(wacz({ONE: packed(*pages(2))}, hashes={ONE: wrong}))
    assert isinstance(named, SourceError)
    assert "digest" in named.problem
    assert named.where.endswith(ONE)
    assert names(rest) == ["0", "1"]


def test_a_package_whose_list_was_altered_is_named(found):
    raw = zipped({
        ONE: packed(*pages(1)),
        "datapackage.json": b'{"resources": []}',
        "datapackage-digest.json": json.dumps({"hash": "sha256:" + "0" * 64}).encode(),
    }, how=zipfile.ZIP_STORED)  # fmt: skip
    named, page = found(raw)
    assert "datapackage.json" in str(named)
    assert isinstance(page, Capture)


def test_damage_in_one_archive_costs_what_is_damaged(found):
    parts = [packed(each) for each in pages(3)]
    broken = bytearray(b"".join(parts))
    broken[offsets(parts)[1] + len(parts[1]) // 2] ^= 0x10
    whole = {ONE: bytes(broken), TWO: packed(*pages(5)[3:])}
    assert [each[-1] for each in names(found(wacz(whole)))] == [
        "0",
        str(offsets(parts)[1])[-1],
        "2",
        "3",
        "4",
    ]


def test_a_package_cut_off_is_named(found):
    [named] = found(wacz({ONE: packed(*pages(2))})[:-30])
    assert "is damaged" in str(named)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (zipped({"datapackage.json": b"{}"}), "holds no web archive"),
        (zipped({"datapackage.json": b"[" * 100_000, ONE: b"x"}), "cannot be read"),
        (zipped({ONE: b"0" * 30_000_000}), "made to do harm"),
        (wacz({ONE: b"nothing of the kind"}), "byte 0: the record is damaged"),
    ],
)
def test_packages_that_hold_nothing_are_named(found, raw, problem):
    named = found(raw)
    assert all(isinstance(each, SourceError) for each in named)
    assert problem in str(named[0])
