"""Whether the words that a record quotes stand in the text where it says. Pure."""

import re
from typing import Any

import msgspec

# As our encoder writes a quote with its offsets. Within a string both quotation marks would be escaped.
_QUOTED = re.compile(r'"quote":"([^"\\]*(?:\\.[^"\\]*)*)","start":(\d+),"end":(\d+)')
_decode = msgspec.json.Decoder().decode


def misquoted(record: bytes, words: str) -> tuple[int, str | None]:
    """How many quotes a record as JSON has, and the first that the text does not bear out."""
    written = record.decode()
    found = _QUOTED.findall(written)
    if len(found) != written.count('"quote":"'):  # written by something else, in another order
        return _walked(_decode(record), words)
    for quote, start, end in found:
        said = _decode(f'"{quote}"') if "\\" in quote else quote
        if words[int(start) : int(end)] != said:
            return len(found), f"{said[:60]!r} at {start}:{end}"
    return len(found), None


def _walked(part: Any, words: str) -> tuple[int, str | None]:  # noqa: ANN401 - any part of a record
    number = 0
    ahead = [part]
    while ahead:
        part = ahead.pop()
        if isinstance(part, dict):
            quote, start, end = part.get("quote"), part.get("start"), part.get("end")
            number += quote is not None
            if quote is not None and not _stands(words, quote, start, end):
                return number, f"{str(quote)[:60]!r} at {start}:{end}"
            ahead += part.values()
        elif isinstance(part, list):
            ahead += part
    return number, None


def _stands(words: str, quote: Any, start: Any, end: Any) -> bool:  # noqa: ANN401 - whatever a record says
    return isinstance(start, int) and isinstance(end, int) and start >= 0 and words[start:end] == quote
