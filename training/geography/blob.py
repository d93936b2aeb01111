"""Rows → one file of plain little-endian columns, which `holdfire.geography.blob` reads without unpacking."""

import json
import struct
from array import array
from pathlib import Path

from holdfire.geography.blob import BITS, MAGIC, bit, digest

ALIAS = 1 << 31


def packed(words: list[str]) -> tuple[bytes, list[int]]:
    """The words as one run of bytes, and where each begins and the last ends."""
    out, starts = bytearray(), [0]
    for word in words:
        out += word.encode()
        starts.append(len(out))
    return bytes(out), starts


def indexed(keys: list[tuple[str, int, bool]]) -> dict[str, tuple[str, list[int]]]:
    """The keys' digests in order, each with its row; of equal keys the largest place comes first."""
    table = sorted(
        ((*digest(k), row | (ALIAS if alias else 0)) for k, row, alias in keys), key=lambda t: t[:2]
    )
    return {
        "key": ("I", [t[0] for t in table]),
        "check": ("H", [t[1] for t in table]),
        "row": ("I", [t[2] for t in table]),
    }


def marked(keys: list[tuple[str, int, bool]]) -> bytes:
    """A bitmap of all keys, and of the first words of keys of several words, for a quick no."""
    bits = bytearray(BITS // 8)
    for key, _, _ in keys:
        first, space, _ = key.partition(" ")
        for word in (key, f"{first} ") if space else (key,):
            at = bit(word)
            bits[at >> 3] |= 1 << (at & 7)
    return bytes(bits)


def write_blob(  # noqa: PLR0913
    target: Path,
    *,
    columns: dict[str, tuple[str, list[int]]],
    names: list[str],
    codes: list[str],
    keys: list[tuple[str, int, bool]],
    starts: list[int],
) -> None:
    """Writes the file: magic, header length, JSON header, then every section on an 8-byte boundary."""
    sections: dict[str, tuple[str, bytes]] = {}
    for name, words in (("names", names), ("codes", codes)):
        data, offsets = packed(words)
        sections[name] = ("B", data)
        sections[name + "_at"] = ("I", array("I", offsets).tobytes())
    sections["marks"] = ("B", marked(keys))
    for name, (kind, values) in {**columns, **indexed(keys)}.items():
        sections[name] = (kind, array(kind, values).tobytes())
    body, header = bytearray(), {}  # type: tuple[bytearray, dict[str, Any]]
    for name, (kind, data) in sections.items():
        body += b"\0" * (-len(body) % 8)
        header[name] = [kind, len(body), len(data)]
        body += data
    head = json.dumps({"sections": header, "starts": starts}).encode()
    head += b" " * (-(len(head) + len(MAGIC) + 4) % 8)
    target.write_bytes(MAGIC + struct.pack("<I", len(head)) + head + body)
