"""Words that tell of a thing → Telling: adds what two tellings can be compared by; drops the words.

It knows no language. A name is a run of capitalised words; a rare word is one that few texts hold. All are
kept as hashes only, so that what accounts are compared with is no list of people.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import log

import msgspec

from holdfire.corroboration.rarity import HIGHEST, rarity

AT_MOST = 50
"""How many of its rarest words a telling keeps."""
RARE = 0.65 * HIGHEST
"""From which rarity a word is one of the few by which tellings may find each other."""
SIGNS = 16
"""How many words are signs at the most."""
IN_NAMES = 0.45 * HIGHEST
"""How rare each word of a name is at least, so that "General Hospital" is none."""
RUN = 5
"""How many words in a row make a quotation comparable, or a print."""
PRINTED = 6
"""A run is kept as a print if it begins with one in so many words."""
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"[A-Z][\w’'-]+(?: (?:[a-z]{2,3} )?[A-Z][\w’'.-]*)+")
_QUOTE = re.compile(r"“([^”]+)”|\"([^\"\n]+)\"")


class Telling(msgspec.Struct, frozen=True, gc=False):
    """What a thing is told with, hashed: its rarer words and their weights, names and longer quotations.

    `signs` are the few by which another telling of the same may be found, names and quotations first, then
    words from the rarest. `prints` are some of the runs of words, so chosen that copies choose the same.
    """

    words: tuple[int, ...]
    weights: tuple[float, ...]
    names: tuple[int, ...]
    quotes: tuple[int, ...]
    signs: tuple[int, ...]
    prints: tuple[int, ...]


class Passage(msgspec.Struct, frozen=True):
    """A paragraph taken apart: its words, names, quotations and prints."""

    words: list[str]
    names: frozenset[str]
    quotes: frozenset[int]
    prints: frozenset[int]


def passage(text: str) -> Passage:
    """A paragraph taken apart."""
    words = _WORD.findall(text.lower())
    names = frozenset(name.lower() for name in _NAME.findall(text))
    quotes = frozenset(_quoted(text)) if '"' in text or "“" in text else frozenset[int]()
    return Passage(words, names, quotes, frozenset(_printed(words)))


def telling(
    passages: Sequence[Passage], *, places: Iterable[str] = (), found_by: Iterable[str] = ()
) -> Telling:
    """What some passages are compared by.

    Names that are `places` say where, not who, and do not count as names. `found_by` are further signs.
    """
    known = {place.lower() for place in places}
    counts: dict[str, int] = {}
    for each in passages:
        for word in each.words:
            counts[word] = counts.get(word, 0) + 1
    heavy = sorted([(-_weight(word, n), word) for word, n in counts.items()])[:AT_MOST]
    heavy = [(weight, word) for weight, word in heavy if weight]
    said = {name for each in passages for name in each.names} - known
    names = _all([_hash(name) for name in said if _is_name(name)])
    quotes = _all(quote for each in passages for quote in each.quotes)
    rarest = [w for _, w in heavy if rarity(w) >= RARE and w not in known and not w.isdigit()]
    by_words = [_hash(word) for word in (*sorted(found_by), *rarest[:SIGNS])]
    return Telling(
        tuple([_hash(word) for _, word in heavy]),
        tuple([-weight for weight, _ in heavy]),
        names,
        quotes,
        tuple(dict.fromkeys((*names, *quotes, *by_words))),
        _all(mark for each in passages for mark in each.prints),
    )


def _all(hashes: Iterable[int]) -> tuple[int, ...]:
    """Each once, in order."""
    return tuple(sorted(set(hashes)))


def _weight(word: str, times: int) -> float:
    return rarity(word) if times == 1 else (1 + log(times)) * rarity(word)


def _quoted(text: str) -> Iterator[int]:
    for match in _QUOTE.finditer(text):
        said = _WORD.findall((match[1] or match[2]).lower())
        for at in range(len(said) - RUN + 1):
            yield _hash(" ".join(said[at : at + RUN]))


def _printed(words: Sequence[str]) -> Iterator[int]:
    for at, word in enumerate(words[: 1 - RUN]):
        if not _hash(word) % PRINTED:
            yield _hash(" ".join(words[at : at + RUN]))


@lru_cache(maxsize=100_000)
def _is_name(name: str) -> bool:
    return min((rarity(word) for word in _WORD.findall(name) if len(word) > 1), default=0.0) >= IN_NAMES


@lru_cache(maxsize=200_000)
def _hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) or 1
