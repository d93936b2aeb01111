"""Words that were written, words of a casebook → what was written that must stay.

A release is made of words of ours: codes, regions, what its tables and pages say every time. A word that is
none of these, and that the casebook holds where it may not leave, is a leak; so are four words or more in
their order, a day, a point, and the beginning of a hash.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import ahocorasick_rs

from holdfire.release.secrets import TEXT, Secret
from holdfire.release.wording import words

FEWEST: Final = 4
"""Words in a row that are a quotation, however common each of them is."""
RUN: Final = 8
SHORTEST: Final = 4
SHORT: Final = 24
MOST_KEPT: Final = 100_000
_HASH = re.compile(r"[0-9a-f]{12,}")
_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_POINT = re.compile(r"(?<![\d.])-?\d{1,3}\.\d{3,}")
BEGINNING: Final = 12


class Leak(NamedTuple):
    """Something that was written and must stay: what, in which file, from where."""

    said: str
    file: str
    secret: Secret


class Written:
    """What files say: their words, days, points and hashes, each with the first file that says it."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self.days: dict[str, str] = {}
        self.points: dict[str, str] = {}

    def take(self, file: str, text: str) -> None:
        """Add a text."""
        for found, kept in (
            (set(words(text)), self.words),
            (set(_DAY.findall(text)), self.days),
            (set(_POINT.findall(text)), self.points),
        ):
            for each in found - kept.keys():
                kept[each] = file


class Allowed(NamedTuple):
    """What a release may say: its words, what these say in their order, its days and its points."""

    words: frozenset[str]
    text: str
    days: frozenset[str]
    points: frozenset[str]
    ids: frozenset[str]


class Leaks:
    """Holds what must stay against what was written; `phrases` are still to be looked for in their order."""

    def __init__(self, written: Written, allowed: Allowed, common: frozenset[str]) -> None:
        self._written = written
        self._days = {day: file for day, file in written.days.items() if day not in allowed.days}
        self._points = {point: file for point, file in written.points.items() if point not in allowed.points}
        strange = {
            word: file
            for word, file in written.words.items()
            if word not in allowed.words and word not in allowed.ids
        }
        self._hashes = {w[:BEGINNING]: (w, file) for w, file in strange.items() if _HASH.fullmatch(w)}
        self._strange = {
            word: file
            for word, file in strange.items()
            if len(word) >= SHORTEST and not word.isdigit() and word not in common
        }
        self._allowed = allowed
        self._harmless: set[str] = set()
        self.phrases: dict[str, Secret] = {}

    def of(self, secret: Secret) -> Iterator[Leak]:
        """What was written of something that must stay, as far as one word, day or point shows it."""
        said = secret.said
        if said in self._harmless:
            return
        found = list(self._found(secret))
        if not found and len(said) < SHORT and len(self._harmless) < MOST_KEPT:
            self._harmless.add(said)
        yield from found

    def _found(self, secret: Secret) -> Iterator[Leak]:
        said = secret.said
        if said in self._days:
            yield Leak(said, self._days[said], secret)
        if said in self._points:
            yield Leak(said, self._points[said], secret)
        told = words(said)
        for word in told:
            if word in self._strange:
                yield Leak(word, self._strange[word], secret)
            elif len(word) >= BEGINNING and word[:BEGINNING] in self._hashes:
                written, file = self._hashes[word[:BEGINNING]]
                if word.startswith(written):
                    yield Leak(written, file, secret)
        if len(told) >= FEWEST and all(word in self._written.words for word in told):
            self._look_for(told, secret)

    def of_text(self, text: str, whose: str) -> Iterator[Leak]:
        """What was written of the words of a report: a word of its own, or eight in a row."""
        told = words(text)
        for word in self._strange.keys() & set(told) if self._strange else ():
            yield Leak(word, self._strange[word], Secret(word, TEXT, whose))
        known = self._written.words
        flags = bytes(map(known.__contains__, told))
        at = flags.find(_ALL)
        while at >= 0:
            run = told[at : at + RUN]
            self._look_for(run, Secret(" ".join(run), TEXT, whose))
            at = flags.find(_ALL, at + 1)

    def _look_for(self, told: list[str], secret: Secret) -> None:
        said = " ".join(told)
        if f" {said} " not in self._allowed.text:
            self.phrases.setdefault(said, secret)


_ALL = bytes([1]) * RUN


class Phrases:
    """Looks for words in their order in what was written."""

    def __init__(self, phrases: dict[str, Secret]) -> None:
        self._secrets = list(phrases.values())
        self._said = list(phrases)
        self._all = ahocorasick_rs.AhoCorasick([f" {said} " for said in phrases])

    def leaks(self, file: str, text: str) -> Iterator[Leak]:
        """Those that a text holds."""
        told = f" {' '.join(words(text))} "
        for number, _, _ in self._all.find_matches_as_indexes(told, overlapping=True):
            yield Leak(self._said[number], file, self._secrets[number])


def allowed(
    texts: Iterable[str], *, days: Iterable[str], points: Iterable[str], ids: Iterable[str]
) -> Allowed:
    """What may be said: all that some texts say, and these days, points and ids."""
    told = [words(text) for text in texts]
    text = " ".join(["", *(" ".join(each) for each in told), ""])
    every = frozenset(word for each in told for word in each)
    return Allowed(every, text, frozenset(days), frozenset(points), frozenset(ids))
