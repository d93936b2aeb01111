"""Runs of capitalised words → the names of places in them, judged by the words of the run alone."""

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import Gazetteer
from holdfire.geography.naming import fold
from holdfire.reading.english.places.place_words import DIVISIONS, KINDS, STATES, PlaceWords

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĻŁŃŇŌŎŐŘŚŞŠŢŤŪŬŮŰŹŻŽ"
SHORT = r"(?<=St|Ft|Mt|Mr|Ms|Dr|Lt)|(?<=Ste|Mrs|Gov|Sen|Rep|Gen|Sgt|Col|Det|Rev)|(?<=Capt)"
TAIL = (
    rf"(?:\.(?:\s?[{UPPER}]\.)*(?:\s?Va\.)?"
    rf"|\w*(?:-\w+|['’](?!(?:s|re|ll|ve|d|m|t)\b)\w+)*(?:(?:{SHORT})\.)?)"
)
WORD = rf"[{UPPER}]{TAIL}"
INNER = rf"(?:(?:al|el|ez|es|as|ash|ad|an|ar|at)-|[dl]['’])?{WORD}"
LINK = r"(?:of the|of|de la|de los|de las|del|de|la|du|des|da|dos|do|di|al|el|es|ez|ash|upon)"
RUN = re.compile(rf"[{UPPER}]{TAIL}(?: (?:{LINK} )?{INNER})*")
TOKEN = re.compile(rf"{INNER}(?:['’]s\b)?|{LINK}\b|and|&")
PAIRS = {
    "Trinidad": " and Tobago", "Antigua": " and Barbuda", "Bosnia": " and Herzegovina",
    "Jammu": " and Kashmir", "Sistan": " and Baluchestan",
    "Newfoundland": " and Labrador", "Kitts": " and Nevis", "Tyne": " and Wear", "Brighton": " and Hove",
    "Turks": " and Caicos", "Telford": " and Wrekin", "Wallis": " and Futuna",
    "Cox": "'s Bazar", "George": "'s County", "Mary": "'s County", "Anne": "'s County", "Lee": "'s Summit",
    "Hawke": "'s Bay", "King": "'s Lynn", "Mohale": "'s Hoek", "Qacha": "'s Nek", "Simon": "'s Town",
}  # fmt: skip
"""How names go on that hold an "and" or an "'s"."""
PAIRED = (" and ", "'s ", "’s ")
COMPASS = frozenset({"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western"})
"""Words that begin names of places and by themselves say which side or state ("the South's troops")."""
LONGEST = 6
MOST_WORDS = 50_000
LARGE = 100_000
SIZEABLE = 20_000
WHOLE = frozenset({"country", "province", "continent", "region"})

ISLANDS = frozenset({"island", "islands"})
"""Words that make a name with the one before it: "Delft Island" is not Delft."""

Verdict = Literal["place", "weak", "person", "other"]
Kind = Literal["place", "demonym"]
RULE_OF: dict[Kind, str] = {"place": "name", "demonym": "demonym"}


class Hit(msgspec.Struct, frozen=True):
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


class Word(msgspec.Struct, frozen=True):
    """A word as runs hold it; `key` is lower case without full stops, `folded` as the gazetteer has it.

    `begins`: a name of several words may begin with it; `alone` is what it may mean by itself.
    """

    text: str
    key: str
    folded: str
    capital: bool
    begins: bool
    alone: tuple[Entry, ...]
    kind: Kind


Cut = list[tuple[int, Word]]
"""The words of a run, each with its offset."""
Name = tuple[int, tuple[Entry, ...], Kind]
"""The number of the word after a name, what it may mean, and its kind."""


def large(entries: Sequence[Entry]) -> bool:
    """Whether one of the places is so well known that its name stands for it without more."""
    return any(e.population >= LARGE or e.level in WHOLE or e.source != "GeoNames" for e in entries)


def of_kind(found: tuple[Entry, ...], word: str) -> tuple[Entry, ...]:
    """The candidates that a word such as "County" allows."""
    levels = KINDS.get(word, ())
    return tuple(e for e in found if e.level in levels) if levels else ()


class RunReader:
    """Reads runs with one gazetteer and one set of words; remembers the words."""

    def __init__(self, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self.gazetteer = gazetteer
        self.words = words
        self._special = {name.partition(" ")[0] for name in (*words.demonyms, *STATES) if " " in name}
        self._met: dict[str, Word] = {}

    def read(self, run: str) -> tuple[Hit, ...]:
        """The names of places in a run, left to right, longest first."""
        words, hits = self._cut(run), []  # type: Cut, list[Hit]
        at, joined = 0, False
        while at < len(words):
            start, word = words[at]
            found = self._longest(run, words, at) if word.capital else None
            if found:
                hit, at = self._hit(run, words, at, found, joined=joined)
                hits.append(hit)
                joined = hit.verdict in ("place", "weak")
                continue
            if at + 1 < len(words) and self._division(word, words[at + 1][1]):
                after, second = words[at + 1]
                hits.append(
                    Hit(start, after + len(second.text), word.text, (), "place", rule="place.unknown")
                )
            at, joined = at + 1, False
        return tuple(hits)

    def _hit(self, run: str, words: Cut, at: int, name: Name, *, joined: bool) -> tuple[Hit, int]:
        """A name that begins at a word, with what the run says of it, and the number of the word after it."""
        end, found, kind = name
        stop, rule, start = end, f"place.{RULE_OF[kind]}", words[at][0]
        text = run[start : words[end - 1][0] + len(words[end - 1][1].text)]
        if end < len(words) and (few := of_kind(found, words[end][1].key)):
            found, stop, rule = few, end + 1, "place.kind_after"
        if end < len(words) and words[end][1].key in ISLANDS and not large(found):
            last = words[end][0] + len(words[end][1].text)
            return Hit(start, last, run[start:last], (), "place", rule="place.unknown"), end + 1
        verdict = self._verdict(words, at, stop, found, joined=joined)
        if verdict in ("place", "weak") and stop == end and self._ordinary(words[at:end], found):
            verdict = "weak" if at == 0 and end == len(words) else "other"
        last = words[stop - 1][0] + len(words[stop - 1][1].text)
        return Hit(start, last, text, found, verdict, kind, rule), stop

    def _cut(self, run: str) -> Cut:
        """The words of a run; a compound that is no name itself ("Arab-Israeli") is cut at its hyphens."""
        out: Cut = []
        for m in TOKEN.finditer(run):
            word, at = self._word(m[0]), m.start()
            if "-" in word.text and word.text[0].isupper() and not word.alone:
                for part in word.text.split("-"):
                    if len(part) > 1:
                        out.append((at, self._word(part)))
                    at += len(part) + 1
            else:
                out.append((at, word))
        return out

    def _word(self, text: str) -> Word:
        """What is known of a word."""
        word = self._met.get(text)
        if word is None:
            capital = text[0].isupper() or "'" in text or "’" in text or "-" in text
            alone, kind = self._known(text) if capital and text not in COMPASS else ((), "place")
            folded = fold(text)
            begins = text in self._special or self.gazetteer.begins(folded.partition(" ")[0])
            word = Word(text, text.replace(".", "").lower(), folded, capital, begins, alone, kind)
            if len(self._met) > MOST_WORDS:
                self._met.clear()
            self._met[text] = word
        return word

    def _longest(self, run: str, words: Cut, at: int) -> Name | None:
        """The longest name that begins at a word."""
        start, first = words[at]
        if first.begins:
            for end in range(min(len(words), at + LONGEST), at + 1, -1):
                last, word = words[end - 1]
                if word.capital:
                    if first.text in self._special:
                        found, kind = self._known(run[start : last + len(word.text)])
                        if found:
                            return end, found, kind
                    elif places := self.gazetteer.under(" ".join([w.folded for _, w in words[at:end]])):
                        return end, places, "place"
        return (at + 1, first.alone, first.kind) if first.alone else None

    def _known(self, text: str) -> tuple[tuple[Entry, ...], Kind]:
        state = STATES.get(text) if text.count(".") > 1 else None
        code = state or self.words.demonyms.get(text)
        if code:
            entry = self.gazetteer.by_code(code)
            return (entry,) if entry else (), "place" if state else "demonym"
        if len(text) > 2 or text in ("US", "UK", "EU"):
            return self.gazetteer.lookup(text), "place"
        return (), "place"

    def _verdict(self, words: Cut, i: int, j: int, found: tuple[Entry, ...], *, joined: bool) -> Verdict:
        """What the rest of the run says of `words[i:j]`; `joined`: a place stands right before it."""
        before = words[i - 1][1] if i else None
        after = words[j][1] if j < len(words) else None
        if (after and after.key in self.words.after) or self._is_body(words[i:j]) or _is_side(words[i:j]):
            return "other"
        if before and not joined:
            verdict = self._after_word(before, words[i - 2][1].key if i > 1 else "")
            if verdict == "weak":
                return "person" if after is None and not large(found) else "other"
            if verdict != "place":
                return verdict
        if after and after.capital and after.key not in self.words.heads:
            return self._before_word(words[i:j], after, found, joined=joined)
        return "weak" if before is None and after is None else "place"

    def _is_body(self, words: Cut) -> bool:
        """Whether a name is that of a body: "University of Texas"."""
        return len(words) > 2 and words[0][1].key in self.words.bodies and words[1][1].key.startswith("of")

    def _after_word(self, before: Word, earlier: str) -> Verdict:
        """What the word before a name says: "Mr. Houston", "University of Houston", "Xu Houston" (weak)."""
        if self._makes_person(before):
            return "person"
        if before.key.startswith("of") and earlier in self.words.bodies:
            return "other"
        return "weak" if self._is_name(before) else "place"

    def _before_word(self, words: Cut, after: Word, found: tuple[Entry, ...], *, joined: bool) -> Verdict:
        """What the capitalised word after a name says: "Houston Smith", "Houston Astros", "Houston Power"."""
        key = words[0][1].key
        if len(words) == 1 and not joined and key in self.words.given and key not in self.words.ordinary:
            return "person"
        return "other" if self._is_name(after) and not joined and not large(found) else "place"

    def _division(self, word: Word, after: Word) -> bool:
        """Whether a word of a run is an unknown name with "County" or the like after it."""
        return after.key in DIVISIONS and self._is_name(word) and word.key not in self.words.never

    def _ordinary(self, words: Cut, found: Sequence[Entry]) -> bool:
        """Whether a name is made of ordinary words only, and no known place makes up for it."""
        if len(words) == 1:
            key = words[0][1].key
            if key in self.words.never or key in self.words.calendar:
                return True
            return key in self.words.ordinary and found[0].level not in ("country", "continent", "water")
        return found[0].population < SIZEABLE and all(w.key in self.words.ordinary for _, w in words)

    def _is_name(self, word: Word) -> bool:
        return word.capital and word.key not in self.words.ordinary

    def _makes_person(self, word: Word) -> bool:
        initial = len(word.key) == 1 and word.text.endswith(".")
        return word.capital and (word.key in self.words.titles or initial or word.key in self.words.given)


def _is_side(words: Cut) -> bool:
    """Whether a name is that of a part of some town or continent: "the East Side", "South East Asian"."""
    first = words[0][1].text in COMPASS
    return len(words) == 2 and first and (words[1][1].key == "side" or words[1][1].text in COMPASS)
