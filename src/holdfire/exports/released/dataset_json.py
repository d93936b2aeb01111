"""Publication → JSON: the whole of it in one file, a row a line, so that any tool can read it in pieces."""

from collections.abc import Iterator
from typing import Final

import msgspec

from holdfire.exports.released.lines import lines
from holdfire.release.publication import Publication

FORMAT: Final = "holdfire-release/1"
LISTS = ("groups", "orders", "pages", "quotes")


def dataset_json(publication: Publication) -> Iterator[bytes]:
    """The lines of the file."""
    encode = msgspec.json.encode
    told = publication
    yield b'{"format":' + encode(FORMAT)
    for name in ("audience", "day", "by", "k", "l", "withdrawn", "licence", "publisher"):
        yield b',\n"' + name.encode() + b'":' + encode(getattr(told, name))
    rows = lines(told.incidents, encode)
    others = ((name, map(encode, getattr(told, name))) for name in LISTS)
    for name, those in (("incidents", rows), *others):
        yield b',\n"' + name.encode() + b'":['
        for number, each in enumerate(those):
            yield (b",\n" if number else b"\n") + each
        yield b"]"
    yield b"}\n"
