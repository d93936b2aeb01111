"""Records of cited pages → short quotes: where they stand, in words that say nothing of anybody.

A quote is of a page that is public and cited, and leaves for what that page is cited for. Every word of it is
in `quotable.tsv`: what a name, a number, a time, a way across or a source may be is in no quote. For a group
it leaves only where all rows tell the same act, so that it says not which of them the page tells.
What was quoted of a thing in its first release is all that is ever quoted of it.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from holdfire.model.record import Record
from holdfire.release.packed import Structs
from holdfire.release.tables import rows

FEWEST: Final = 2
ENGLISH: Final = "en"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BETWEEN = re.compile(r",? ")
_HANGING: Final = frozenset({
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "with", "from", "for", "into", "onto", "upon",
    "and", "or", "but", "nor", "that", "which", "who", "as", "than", "more", "then", "so",
})  # fmt: skip
FIELD: Final = "Quote.words"


class Quote(msgspec.Struct, frozen=True):
    """Words of a page: for which group or order, by the number of the page, and where they stand.

    `start` and `end` count the characters of the page's text as it was read.
    """

    of: str
    page: int
    exact: str
    start: int
    end: int


class KeptQuote(msgspec.Struct, frozen=True):
    """A quote as later releases go by it: the page by its address."""

    of: str
    url: str
    exact: str


class Quotes(Structs[Quote]):
    """Quotes, packed until they are asked for."""

    kind = Quote


Span = tuple[int, int]


def quoted(record: Record, things: Mapping[str, str], *, page: int, most: int) -> Iterator[Quote]:
    """A quote for each group or order that a page tells; `things` has these by what is reported."""
    text = record.text
    if not isinstance(text, str) or not (record.report.language or "").startswith(ENGLISH):
        return
    found: dict[str, Quote] = {}
    for account, spans in _told(record):
        of = things.get(account)
        if of is None:
            continue
        for span in spans:
            start, end = window(text, span, most=most)
            if end - start > (found[of].end - found[of].start if of in found else 0):
                found[of] = Quote(of, page, text[start:end], start, end)
    yield from (found[of] for of in sorted(found))


def _told(record: Record) -> Iterator[tuple[str, list[Span]]]:
    """What a report tells, with where the words for its acts stand."""
    for order in record.orders:
        yield order.id, [(clause.act.start, clause.act.end) for clause in order.clauses]
    for incident in record.incidents:
        yield incident.id, [(incident.act.start, incident.act.end)]


def window(text: str, span: Span, *, most: int) -> Span:
    """The most of a sentence round some words that can be quoted; nothing (0, 0) where these cannot."""
    core = list(_WORD.finditer(text, *span))
    if not core or len(core) > most or not _can_be_quoted(text[slice(*span)]):
        return 0, 0
    before = list(_WORD.finditer(text, max(0, span[0] - 200), span[0]))
    after = _WORD.finditer(text, span[1], span[1] + 200)
    parts = [(found.start(), found.end()) for found in core]
    for found in reversed(before):
        if len(parts) == most or not _joins(text, found, (found.end(), parts[0][0])):
            break
        parts.insert(0, (found.start(), found.end()))
    for found in after:
        if len(parts) == most or not _joins(text, found, (parts[-1][1], found.start())):
            break
        parts.append((found.start(), found.end()))
    while len(parts) > len(core) and _hangs(text[slice(*parts[-1])]) and parts[-1][0] >= span[1]:
        parts.pop()
    while len(parts) > len(core) and _hangs(text[slice(*parts[0])]) and parts[0][1] <= span[0]:
        parts.pop(0)
    start, end = parts[0][0], parts[-1][1]
    return (start, end) if is_quotable(text[start:end], most=most) else (0, 0)


def _hangs(word: str) -> bool:
    """Whether a word says nothing where a quote begins or ends with it."""
    return word.lower() in _HANGING


def _joins(text: str, found: re.Match[str], between: Span) -> bool:
    return _can_be_quoted(found[0]) and _BETWEEN.fullmatch(text[slice(*between)]) is not None


def _can_be_quoted(words: str) -> bool:
    return all(word.lower() in quotable() for word in _WORD.findall(words))


def is_quotable(exact: str, *, most: int) -> bool:
    """Whether words may stand in a quote: few, all of our list, one of them about force or an order."""
    found = [word.lower() for word in _WORD.findall(exact)]
    plain = re.sub(r"[^\W_]+(?:['’-][^\W_]+)*|,? ", "", exact)
    told = any(quotable().get(word) == "about" for word in found)
    return not plain and told and FEWEST <= len(found) <= most and all(word in quotable() for word in found)


@cache
def quotable() -> dict[str, str]:
    """The words that may stand in a quote, and of which sort each is."""
    text = (files("holdfire.release") / "quotable.tsv").read_text(encoding="utf-8")
    return {word: sort for sort, words in reversed(list(rows(text, columns=2))) for word in words.split()}
