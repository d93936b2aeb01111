"""Runs of capitalised words → the names of places in them, judged by the words of the run alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import Gazetteer
from holdfire.reading.english.place_words import DIVISIONS, KINDS, STATES, PlaceWords

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĻŁŃŇŌŎŐŘŚŞŠŢŤŪŬŮŰŹŻŽ"
SHORT_TITLE = r"(?:(?<=St|Ft|Mt|Mr|Ms|Dr|Lt)|(?<=Ste|Mrs|Gov|Sen|Rep|Gen|Sgt|Col|Det|Rev)|(?<=Capt))\."
TAIL = (
    rf"(?:\.(?:\s?[{UPPER}]\.)*(?:\s?Va\.)?"
    rf"|\w*(?:-\w+|['’](?!(?:s|re|ll|ve|d|m|t)\b)\w+)*(?:{SHORT_TITLE})?)"
)
WORD = rf"[{UPPER}]{TAIL}"
INNER = rf"(?:(?:al|el|ez|es|as|ash|ad|an|ar|at)-|[dl]['’])?{WORD}"
LINK = r"(?:of the|of|de la|de los|de las|del|de|la|du|des|da|dos|do|di|al|el|es|ez|ash|upon)"
RUN = re.compile(rf"[{UPPER}]{TAIL}(?: (?:{LINK} )?{INNER})*")
TOKEN = re.compile(rf"{INNER}|{LINK}\b|and|&")
PAIRS = {
    "Trinidad": " and Tobago", "Antigua": " and Barbuda", "Bosnia": " and Herzegovina", "Jammu": " and Kashmir",
    "Newfoundland": " and Labrador", "Kitts": " and Nevis", "Tyne": " and Wear", "Brighton": " and Hove",
    "Turks": " and Caicos", "Telford": " and Wrekin", "Wallis": " and Futuna",
}  # fmt: skip
"""Names that hold an "and"."""
LONGEST = 6
LARGE = 100_000
SIZEABLE = 20_000
WHOLE = frozenset({"country", "province", "continent", "region"})

Verdict = Literal["place", "weak", "person", "other"]
Kind = Literal["place", "demonym"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in a run: offsets within the run, what it may mean, and what the run says of it.

    `verdict` is "weak" where only the words around the run can tell. Persons stay, so that a surname is not
    taken for a place further on.
    """

    start: int
    end: int
    name: str
    candidates: tuple[Entry, ...]
    verdict: Verdict
    kind: Kind = "place"
    rule: str = "place.name"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a run; `key` is lower case without full stops."""

    text: str
    key: str
    start: int
    end: int
    capital: bool


def large(entries: Sequence[Entry]) -> bool:
    """Whether one of the places is so well known that its name stands for it without more."""
    return any(e.population >= LARGE or e.level in WHOLE or e.source != "GeoNames" for e in entries)


def of_kind(found: tuple[Entry, ...], word: str) -> tuple[Entry, ...]:
    """The candidates that a word such as "County" allows."""
    levels = KINDS.get(word, ())
    return tuple(e for e in found if e.level in levels) if levels else ()


def word(text: str, start: int) -> Word:
    """A word of a run that begins at an offset."""
    capital = text[0].isupper() or "-" in text or "'" in text or "’" in text
    return Word(text, text.replace(".", "").lower(), start, start + len(text), capital)


class RunReader:
    """Reads runs with one gazetteer and one set of words."""

    def __init__(self, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self.gazetteer = gazetteer
        self.words = words
        self._peoples = {name.partition(" ")[0] for name in words.demonyms if " " in name}

    def read(self, run: str) -> tuple[Hit, ...]:
        """The names of places in a run, left to right, longest first."""
        if run.isalpha() and not self._known(run)[0]:
            return ()
        words, hits = self._cut(run), []  # type: tuple[list[Word], list[Hit]]
        at, joined = 0, False
        while at < len(words):
            end, found, kind = self._longest(run, words, at)
            if not found:
                if self._division(words, at):
                    last = words[at + 1]
                    hits.append(
                        Hit(words[at].start, last.end, words[at].text, (), "place", rule="place.unknown")
                    )
                at, joined = at + 1, False
                continue
            name, stop, rule = run[words[at].start : words[end - 1].end], end, "place.name"
            if end < len(words) and (few := of_kind(found, words[end].key)):
                found, stop, rule = few, end + 1, "place.kind_after"
            verdict = self._verdict(words, at, stop, found, joined=joined)
            if verdict in ("place", "weak") and stop == end and self._ordinary(words[at:end], found):
                verdict = "weak" if at == 0 and end == len(words) else "other"
            hits.append(Hit(words[at].start, words[stop - 1].end, name, found, verdict, kind, rule))
            at, joined = stop, verdict in ("place", "weak")
        return tuple(hits)

    def _cut(self, run: str) -> list[Word]:
        """The words of a run; a compound that is no name of its own ("Arab-Israeli") is cut at its hyphens."""
        out: list[Word] = []
        for m in TOKEN.finditer(run):
            text, at = m[0], m.start()
            if "-" in text and text[0].isupper() and not self._known(text)[0]:
                for part in text.split("-"):
                    if part:
                        out.append(word(part, at))
                    at += len(part) + 1
            else:
                out.append(word(text, at))
        return out

    def _longest(self, run: str, words: Sequence[Word], at: int) -> tuple[int, tuple[Entry, ...], Kind]:
        if words[at].capital:
            most = min(len(words), at + LONGEST) if self._begins(words[at].text) else at + 1
            for end in range(most, at, -1):
                if words[end - 1].capital:
                    found, kind = self._known(run[words[at].start : words[end - 1].end])
                    if found:
                        return end, found, kind
        return at, (), "place"

    def _begins(self, text: str) -> bool:
        """Whether a name of several words may begin with a word."""
        return text in self._peoples or "." in text or "-" in text or self.gazetteer.begins(text)

    def _known(self, text: str) -> tuple[tuple[Entry, ...], Kind]:
        state = STATES.get(text) if text.count(".") > 1 else None
        code = state or self.words.demonyms.get(text)
        if code:
            entry = self.gazetteer.by_code(code)
            return (entry,) if entry else (), "place" if state else "demonym"
        if len(text) > 2 or text in ("US", "UK", "EU"):
            return self.gazetteer.lookup(text), "place"
        return (), "place"

    def _verdict(
        self, words: Sequence[Word], i: int, j: int, found: tuple[Entry, ...], *, joined: bool
    ) -> Verdict:
        """What the rest of the run says of `words[i:j]`; `joined`: a place stands right before it."""
        before = words[i - 1] if i else None
        after = words[j] if j < len(words) else None
        if after and after.key in self.words.after:
            return "other"
        if before and not joined:
            if self._makes_person(before):
                return "person"
            if before.key.startswith("of") and i > 1 and words[i - 2].key in self.words.bodies:
                return "other"
            if self._is_name(before):
                return "person" if j == len(words) else "other"
        if after and after.capital and after.key not in self.words.heads:
            if j - i == 1 and words[i].key in self.words.given and words[i].key not in self.words.ordinary:
                return "person" if not joined else "place"
            if self._is_name(after):
                return "place" if large(found) else "other"
        return "weak" if before is None and after is None else "place"

    def _division(self, words: Sequence[Word], at: int) -> bool:
        """Whether a word of a run is an unknown name with "County" or the like after it."""
        after = words[at + 1].key if at + 1 < len(words) else ""
        return after in DIVISIONS and self._is_name(words[at]) and words[at].key not in self.words.never

    def _ordinary(self, words: Sequence[Word], found: Sequence[Entry]) -> bool:
        """Whether a name is made of ordinary words only, and no known place makes up for it."""
        if len(words) == 1:
            key = words[0].key
            if key in self.words.never or key in self.words.calendar:
                return True
            return key in self.words.ordinary and found[0].level not in ("country", "continent", "water")
        return all(w.key in self.words.ordinary for w in words) and found[0].population < SIZEABLE

    def _is_name(self, word: Word) -> bool:
        return word.capital and word.key not in self.words.ordinary

    def _makes_person(self, word: Word) -> bool:
        initial = len(word.key) == 1 and word.text.endswith(".")
        return word.capital and (word.key in self.words.titles or initial or word.key in self.words.given)
