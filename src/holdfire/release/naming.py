"""Records → names that a cited page may not carry: of persons, and of places finer than is told.

A page is public, but what we print of it is ours: its title, the site it stands on, the words in its address.
"""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import unquote

import msgspec
from msgspec.structs import astuple

from holdfire.assessment.units import Units
from holdfire.geography.gazetteer import Gazetteer
from holdfire.model.party import Party, Voice
from holdfire.model.place import Place
from holdfire.model.record import Record
from holdfire.reading.english.places.place_words import place_words
from holdfire.release.coarsening import LEVELS, Regions
from holdfire.release.policy import Policy
from holdfire.release.wording import phrase, words

LONGEST: Final = 6
SHORTEST: Final = 3
MOST_KEPT: Final = 16_384
"""Places of which it is remembered whether a release may name them."""
_CAPITALS = re.compile(r"[^\W\d_a-z][\w'’-]*(?:\s+[^\W\d_a-z][\w'’-]*)*")
_MIXED = re.compile(r"(?=.*\d)(?=.*[^\W\d_].*[^\W\d_]).{6,}")
STRANGE = "may hold a name: not all its words are known"
PERSON, PLACE, PRIVATE = (
    "names a person",
    "names a place finer than is told",
    "holds what is nobody's to know",
)
FOREIGN = "is in letters that are not checked"
_NAMED = frozenset({Place, Party, Voice})
_PLAIN = frozenset({str, int, float, bool, type(None)})
LARGE = frozenset({"country", "continent", "region", "river", "water", "mountain", "province"})


class Names:
    """Names by their words, and what each gives away; `strange` finds those in a title that nobody told."""

    def __init__(
        self,
        strange: Callable[[str], Iterable[str]] = lambda _: (),
        *,
        among: Container[str] | None = None,
    ) -> None:
        self._why: dict[str, str] = {}
        self._first: set[str] = set()
        self._strange, self._among = strange, among

    def add(self, name: str, why: str) -> None:
        """Remember a name, if a page can say it; one of fewer than three letters is none."""
        told = words(name)
        key = " ".join(told)
        if len(key) < SHORTEST or len(told) > LONGEST:
            return
        if self._among is None or all(word in self._among or word.isdigit() for word in told):
            self._why.setdefault(key, why)
            self._first.add(told[0])

    def may_hold(self, said: str) -> bool:
        """Whether words may hold a name that a page can say."""
        return self._among is None or any(
            word in self._among for word in words(" ".join(_CAPITALS.findall(said)))
        )

    def strange(self, title: str) -> list[str]:
        """What in a title may be a name, for all that is known."""
        return list(self._strange(title))

    def found(self, text: str) -> str:
        """What a title or an address would give away; empty if nothing."""
        plain = unquote(text)
        if not plain.isascii() and any(c.isalpha() and not _is_latin(c) for c in plain):
            return FOREIGN
        told = words(plain)
        for start in (n for n, word in enumerate(told) if word in self._first):
            for end in range(start + 1, min(start + LONGEST, len(told)) + 1):
                why = self._why.get(" ".join(told[start:end]))
                if why is not None:
                    return why
        return ""


def names(  # noqa: PLR0913, PLR0917 - what names are known by
    records: Iterable[Record],
    policy: Policy,
    regions: Regions,
    units: Units,
    gazetteer: Gazetteer,
    among: Container[str] | None = None,
) -> Names:
    """The names that records tell and that a page may not carry; with `among`, those of such words alone."""
    told_places: set[str] = set()
    is_told: dict[Place, bool] = {}

    def strange(title: str) -> Iterator[str]:
        yield from (word for word in words(title) if _MIXED.fullmatch(word))
        for name in _proper(title, units, gazetteer):
            if phrase(name) not in told_places:
                yield name

    made = Names(strange, among=among)
    finest = min((LEVELS.index(s.place) for s in policy.steps if s.place in LEVELS), default=len(LEVELS))
    for record in records:
        for told in _told(record):
            if isinstance(told, Place):
                if told not in is_told:
                    if len(is_told) >= MOST_KEPT:
                        is_told.clear()
                    is_told[told] = _is_told(told, finest, regions)
                if is_told[told]:
                    told_places.add(phrase(told.name))
                else:
                    made.add(told.name, PLACE)
            elif (
                (said := _said(told))
                and made.may_hold(said)
                and phrase(said) != phrase(record.report.outlet or "")
            ):
                for name in _proper(said, units, gazetteer):
                    made.add(name, PERSON)
    return made


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")


def _said(told: Party | Voice) -> str:
    """The words about a party or a voice; an outlet is none."""
    if isinstance(told, Party):
        return told.name
    return "" if told.kind == "outlet" else told.speaker


def _told(value: object) -> Iterator[Place | Party | Voice]:
    """The places, parties and voices in a record, wherever they stand."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        kind = type(each)
        if kind in _NAMED:
            yield each  # type: ignore[misc]
        parts = astuple(each) if isinstance(each, msgspec.Struct) else each if kind is tuple else ()
        waiting.extend([part for part in parts if part and type(part) not in _PLAIN])  # type: ignore[attr-defined]


def _is_told(place: Place, finest: int, regions: Regions) -> bool:
    """Whether a release may name a place: it is a region of a level that it tells, or larger than any."""
    if place.level in LARGE:
        return True
    found = (regions.of(place, level) for level in LEVELS[finest:])
    said = words(place.name)
    return any(region is not None and words(region.name)[: len(said)] == said for region in found)


def _proper(said: str, units: Units, gazetteer: Gazetteer) -> Iterator[str]:
    """The names in words about a party: capitals, without what is known of countries, units and offices."""
    if units.find(said) is not None:
        return
    for match in _CAPITALS.finditer(said):
        for run in _unknown(re.split(r"\s+", match[0]), gazetteer):
            left = _without_common(run)
            if left and units.find(" ".join(left)) is None:
                yield " ".join(left)


def _unknown(run: list[str], gazetteer: Gazetteer) -> Iterator[list[str]]:
    """What of a run of capitals names no country, province or people."""
    for length in range(len(run), 0, -1):
        for start in range(len(run) - length + 1):
            if _is_large(" ".join(run[start : start + length]), gazetteer):
                yield from _unknown(run[:start], gazetteer)
                yield from _unknown(run[start + length :], gazetteer)
                return
    if run:
        yield run


def _is_large(name: str, gazetteer: Gazetteer) -> bool:
    known = place_words().demonyms
    name = name.removesuffix("'s").removesuffix("’s")
    stems = {name, name.removesuffix("n"), name.removesuffix("ns"), name.removesuffix("ese") + "a"}
    return name in known or any(e.level in LARGE for stem in stems for e in gazetteer.lookup(stem))


def _without_common(run: Sequence[str]) -> list[str]:
    """A run of capitals without common words at its ends, such as begin a sentence or are titles."""
    common = place_words().ordinary
    left = list(run)
    while left and _is_common(left[0], common):
        left.pop(0)
    while left and _is_common(left[-1], common):
        left.pop()
    return left


def _is_common(word: str, common: frozenset[str]) -> bool:
    return word.lower() in common or len(word) < SHORTEST
