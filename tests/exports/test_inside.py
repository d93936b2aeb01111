"""What a file says, wherever in it."""

import gzip
import struct
import zlib
from io import BytesIO
from zipfile import ZipFile

import pytest

from holdfire.exports.released.inside import texts

SAID = "canary in a cage"


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def zipped(**inside):
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.comment = inside.pop("comment", "").encode()
        for name, body in inside.items():
            archive.writestr(name, body)
    return made.getvalue()


PNG = b"\x89PNG\r\n\x1a\n"
PDF = b"%PDF-1.4\n1 0 obj <</Length 9>>\nstream\n" + zlib.compress(SAID.encode()) + b"\nendstream\nendobj\n"
FILES = {
    "plain.txt": SAID.encode(),
    f"{SAID}.txt": b"",
    "escaped.json": rb'{"a": "canary in \u0061 cage"}',
    "page.html": b"canary&#32;in a&#32;cage",
    "link.html": b"x?q=canary%20in%20a%20cage",
    "a.gz": gzip.compress(SAID.encode()),
    "a.zip": zipped(**{"x.txt": SAID}),
    "b.zip": zipped(**{SAID: ""}),
    "c.zip": zipped(comment=SAID),
    "d.zip": zipped(**{"x.zip": zipped(**{"y.gz": gzip.compress(SAID.encode())})}),
    "a.png": PNG + chunk(b"tEXt", b"Comment\x00" + SAID.encode()),
    "b.png": PNG + chunk(b"zTXt", b"Comment\x00\x00" + zlib.compress(SAID.encode())),
    "a.svg": f"<svg><title>{SAID}</title></svg>".encode(),
    "a.pdf": PDF,
    "wide.bin": b"\x00\x01" + SAID.encode("utf-16-le"),
}


@pytest.mark.parametrize("name", FILES)
def test_it_is_found(name):
    assert any(SAID in text for text in texts(name, FILES[name]))


@pytest.mark.parametrize("name", ["a.zip", "a.png", "a.pdf", "a.gz"])
def test_a_broken_file_is_read_as_far_as_it_goes(name):
    assert list(texts(name, FILES[name][: len(FILES[name]) // 2]))
