"""Words that were written, words of a casebook → what was written that must stay.

A release is made of words of ours: codes, regions, what its tables and pages say every time. A word that is
none of these, and that the casebook holds where it may not leave, is a leak; so are four words or more in
their order, a day, a point, and the beginning of a hash.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import ahocorasick_rs
import numpy as np
import numpy.typing as npt

from holdfire.model.record import Record
from holdfire.release.secrets import TEXT, Secret, secrets
from holdfire.release.wording import words

FEWEST: Final = 4
"""Words in a row that are a quotation, however common each of them is."""
RUN: Final = 8
SHORTEST: Final = 4
SHORT: Final = 24
MOST_KEPT: Final = 10_000
_HASH = re.compile(r"[0-9a-f]{12,}")
_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_POINT = re.compile(r"(?<![\d.])-?\d{1,3}\.\d{3,}")
_APART = bytes(c if c >= 128 or chr(c).isalnum() or chr(c) in "-." else 32 for c in range(256))
"""What stands between words, days and points: a text is cut there, and each part looked at once."""
BEGINNING: Final = 12
LONGEST_ID: Final = 24


class Leak(NamedTuple):
    """Something that was written and must stay: what, in which file, from where."""

    said: str
    file: str
    secret: Secret


class Allowed(NamedTuple):
    """What a release may say: its words but for numbers, its days, its points and its ids, in order."""

    words: frozenset[str]
    days: frozenset[str]
    points: frozenset[str]
    ids: npt.NDArray[np.bytes_]

    def ids_in(self, said: Iterable[str]) -> set[str]:
        """Which of some words are ids of ours."""
        asked = [each.encode() for each in said if each.isascii() and len(each) <= LONGEST_ID]
        if not asked or not len(self.ids):
            return set()
        wanted = np.array(asked, self.ids.dtype)
        at = np.minimum(np.searchsorted(self.ids, wanted), len(self.ids) - 1)
        return {each.decode() for each in wanted[self.ids[at] == wanted]}


class Strange(NamedTuple):
    """What texts say that a release does not say anyway."""

    words: frozenset[str]
    days: frozenset[str]
    points: frozenset[str]


def strange(texts: Iterable[str], allowed: Allowed) -> Strange:
    """What some texts say that is not allowed; numbers may be said."""
    told, days, points = set[str](), set[str](), set[str]()
    for text in texts:
        parts = set(text.encode("utf-8", "surrogatepass").translate(_APART).split())
        plain = _joined(parts)
        new = {each for each in set(words(plain)) - allowed.words - told if not each.isdigit()}
        told |= new - allowed.ids_in(new)
        days.update(_DAY.findall(_joined(part for part in parts if part.count(b"-") > 1)))
        points.update(_POINT.findall(_joined(part for part in parts if b"." in part)))
    return Strange(*map(frozenset, (told, days - allowed.days, points - allowed.points)))


def _joined(parts: Iterable[bytes]) -> str:
    return b" ".join(parts).decode("utf-8", "surrogatepass")


class Written:
    """What files say that a release does not say anyway, each with the first file that says it."""

    def __init__(self, allowed: Allowed) -> None:
        self.allowed = allowed
        self.words: dict[str, str] = {}
        self.days: dict[str, str] = {}
        self.points: dict[str, str] = {}

    def add(self, file: str, said: Strange) -> None:
        """Add what a file, or a part of it, says."""
        for found, kept in zip(said, (self.words, self.days, self.points), strict=True):
            kept.update(dict.fromkeys(found - kept.keys(), file))

    def said(self) -> frozenset[str]:
        """All words that may be among what was written, but for numbers."""
        return self.allowed.words | self.words.keys()


class Leaks:
    """Holds what must stay against what was written; `phrases` are still to be looked for in their order."""

    def __init__(self, written: Written, common: frozenset[str]) -> None:
        self._written, self._said = written, written.said()
        self._hashes = {w[:BEGINNING]: (w, file) for w, file in written.words.items() if _HASH.fullmatch(w)}
        self._strange = {
            word: file for word, file in written.words.items() if len(word) >= SHORTEST and word not in common
        }
        self._harmless: set[str] = set()
        self.phrases: dict[str, Secret] = {}

    def of_record(self, record: Record) -> Iterator[Leak]:
        """What was written of a record, and of the words of its report."""
        yield from self.of(secrets(record, but=self._harmless))
        if isinstance(record.text, str):
            yield from self.of_text(record.text, f"report {record.report.id[:8]}")

    def of(self, those: Iterable[Secret]) -> Iterator[Leak]:
        """What was written of things that must stay, as far as one word, day or point shows it."""
        for secret in those:
            found = list(self._found(secret))
            if not found and len(secret.said) < SHORT and len(self._harmless) < MOST_KEPT:
                self._harmless.add(secret.said)
            yield from found

    def _found(self, secret: Secret) -> Iterator[Leak]:
        said = secret.said
        for known in (self._written.days, self._written.points):
            if said in known:
                yield Leak(said, known[said], secret)
        told = words(said)
        for word in told if self._strange or self._hashes else ():
            if word in self._strange:
                yield Leak(word, self._strange[word], secret)
            elif len(word) >= BEGINNING and word[:BEGINNING] in self._hashes:
                written, file = self._hashes[word[:BEGINNING]]
                if word.startswith(written):
                    yield Leak(written, file, secret)
        if len(told) >= FEWEST and all(word in self._said or word.isdigit() for word in told):
            self._look_for(told, secret)

    def of_text(self, text: str, whose: str) -> Iterator[Leak]:
        """What was written of the words of a report: a word of its own, or eight in a row."""
        told = words(text)
        each = set(told)
        if not self._strange.keys().isdisjoint(each):
            for word in sorted(self._strange.keys() & each):
                yield Leak(word, self._strange[word], Secret(word, TEXT, whose))
        other = {word for word in each - self._said if not word.isdigit()}
        flags = bytes(map(other.__contains__, told))
        at = flags.find(_ALL)
        while at >= 0:
            run = told[at : at + RUN]
            self._look_for(run, Secret(" ".join(run), TEXT, whose))
            at = flags.find(_ALL, at + 1)

    def taken(self) -> dict[str, Secret]:
        """The phrases that came up since this was asked last."""
        taken, self.phrases = self.phrases, {}
        return taken

    def _look_for(self, told: list[str], secret: Secret) -> None:
        self.phrases.setdefault(" ".join(told), secret)


_ALL = bytes(RUN)
"""Where no word is other than those that are said."""


class Phrases:
    """Words in their order, by their numbers, and where they are said; a release may say some anyway."""

    def __init__(self, phrases: dict[str, Secret]) -> None:
        self._secrets = list(phrases.values())
        self._said = list(phrases)
        self._all = ahocorasick_rs.AhoCorasick([f" {said} " for said in phrases])

    def numbers(self, texts: Iterable[str]) -> set[int]:
        """The numbers of those that texts hold."""
        found: set[int] = set()
        for text in texts:
            told = f" {' '.join(words(text))} "
            found.update(number for number, _, _ in self._all.find_matches_as_indexes(told, overlapping=True))
        return found

    def leak(self, number: int, file: str) -> Leak:
        """That a file says one of them."""
        return Leak(self._said[number], file, self._secrets[number])


def allowed(
    texts: Iterable[str], *, days: Iterable[str], points: Iterable[str], ids: Iterable[str]
) -> Allowed:
    """What may be said: the words of some texts, and these days, points and ids."""
    told: set[str] = set()
    for text in texts:
        told.update(word for word in set(words(text)) - told if not word.isdigit())
    known = np.fromiter((each.encode() for each in ids), f"S{LONGEST_ID}")
    return Allowed(frozenset(told), frozenset(days), frozenset(points), np.sort(known))
