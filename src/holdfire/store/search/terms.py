"""Text → terms to search by: folds case, accents and plurals; drops punctuation. Pure.

A word in Latin or another alphabet is one term. Of Hangul, Han and kana every two letters that stand together
are a term, and the last of a word is one by itself: so a word is found with a particle behind it, and inside
a longer one, however short it is.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

PART = 4000
"""So many terms of a text make one stretch of the index; PostgreSQL keeps no more places of a word."""
OVERLAP = 24

_EAST = (
    "\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
)
_LETTERS = rf"[^\W_{_EAST}]+"
_WORD = re.compile(rf"[{_EAST}]+|{_LETTERS}(?:['’\u0300-\u036f]+{_LETTERS})*")
_EASTERN = re.compile(rf"[{_EAST}]")
_PIECE = re.compile(r"[^\x00-&(-/:-@\[-`{-\x7f]+")
"""What stands between ASCII marks and spaces: a text is cut there first, for most pieces came before."""
_KEPT = 200_000


def words_of(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, where they stand."""
    return _WORD.finditer(text)


class _Pieces(dict[str, tuple[str, ...]]):
    """The terms of each piece of text between marks and spaces, kept for when it comes again."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        if len(self) >= _KEPT:
            self.clear()
        self[piece] = made = tuple(chain.from_iterable(map(word_terms, _WORD.findall(piece))))
        return made


_pieces = _Pieces()


def pieces_of(text: str) -> Iterator[re.Match[str]]:
    """What stands between marks and spaces, where it stands: no word goes beyond it."""
    return _PIECE.finditer(text)


def piece_terms(piece: str) -> tuple[str, ...]:
    """The terms of such a piece."""
    return _pieces[piece]


def terms_of(text: str) -> list[str]:
    """The terms of a text in their order."""
    return list(chain.from_iterable(map(_pieces.__getitem__, _PIECE.findall(text))))


@lru_cache(maxsize=65_536)
def word_terms(word: str) -> tuple[str, ...]:
    """The terms of one word."""
    if _EASTERN.match(word):
        whole = unicodedata.normalize("NFKC", word)
        letters = "".join(each for each in whole if each.isalnum())  # a voicing mark may stand alone
        if not letters:
            return ()
        return (*(letters[n : n + 2] for n in range(len(letters) - 1)), letters[-1:])
    folded = _folded(word)
    return (folded,) if folded else ()


def is_eastern(word: str) -> bool:
    """Whether a word is in Hangul, Han or kana."""
    return bool(_EASTERN.match(word))


def parts_of(terms: list[str]) -> Iterator[list[str]]:
    """The terms in stretches that overlap a little, so that a phrase lies whole in one of them."""
    for start in range(0, max(len(terms) - OVERLAP, 1), PART - OVERLAP):
        yield terms[start : start + PART]


def _folded(word: str) -> str:
    if not word.isascii():
        apart = unicodedata.normalize("NFKD", word)
        word = "".join(letter for letter in apart if letter.isalnum() or letter in "'’")
    bare = word.casefold().replace("’", "'").removesuffix("'s").replace("'", "")
    return _singular("".join(letter for letter in bare if letter.isalnum()))


def _singular(word: str) -> str:
    """An English plural without its ending; other words stay as they are."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes")) else word[:-1]
