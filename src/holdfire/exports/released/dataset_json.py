"""Publication → JSON: the whole of it in one file, a row a line, so that any tool can read it in pieces."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from holdfire.release.released import Publication

FORMAT: Final = "holdfire-release/1"
LISTS = ("incidents", "groups", "orders", "pages")


def dataset_json(publication: Publication) -> Iterator[bytes]:
    """The lines of the file."""
    encode = msgspec.json.encode
    told = publication
    yield b'{"format":' + encode(FORMAT)
    for name in ("audience", "day", "by", "k", "l", "withdrawn", "licence", "publisher"):
        yield b',\n"' + name.encode() + b'":' + encode(getattr(told, name))
    for name in LISTS:
        yield b',\n"' + name.encode() + b'":['
        yield from _rows(getattr(told, name))
        yield b"]"
    yield b"}\n"


def _rows(rows: Sequence[msgspec.Struct] | Iterable[msgspec.Struct]) -> Iterator[bytes]:
    for number, row in enumerate(rows):
        yield (b",\n" if number else b"\n") + msgspec.json.encode(row)
