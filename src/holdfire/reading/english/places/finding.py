"""Words → names of places: adds what each may mean and what the words by it say; drops persons and papers."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache

from holdfire.geography.gazetteer import Gazetteer, shipped_gazetteer
from holdfire.geography.resolution import Named, divisions_of, within
from holdfire.model.span import Span
from holdfire.reading.english.places import sites
from holdfire.reading.english.places.lower import find_lower
from holdfire.reading.english.places.place_words import (
    DIVISIONS,
    KINDS,
    POSTAL,
    STATES,
    PlaceWords,
    place_words,
)
from holdfire.reading.english.places.runs import PAIRED, PAIRS, RUN, WHOLE, Hit, RunReader, large, of_kind
from holdfire.reading.english.places.waters import is_crossed, river_at
from holdfire.reading.grammar.pattern import any_of

STATE_AFTER = re.compile(
    r",? +(?:("
    + "|".join(sorted((re.escape(s) for s in STATES), key=len, reverse=True))
    + r")|("
    + "|".join(POSTAL.split())
    + r")\b(?!\.))"
)
KIND_AFTER = re.compile(r" +(" + "|".join(KINDS) + r")\b")
LIST_KIND = re.compile(
    r"(?:, [^\W\d_]\w+)*,? (?:and|or) [^\W\d_][\w' -]{2,30}? (counties|provinces|districts|states)\b"
)
ENDS_A_PHRASE = re.compile(r"[.;)]| (?:\w+ed|has|had|have|was|is|were|saw|that|will|may)\b")
"""What follows a phrase that ends with a name, and no noun."""
AREA_OF = re.compile(r" (?:area|district|sector|region|part|neighbou?rhood|village) (?:of|in) (?:the )?")
"""What stands between the name of a place and that of the division it lies in."""
WORD_AFTER = re.compile(r" (\w+)")
AGE_AFTER = re.compile(r",? (?:\(\d\d?\)|aged [1-9]\d?\b)|, [1-9]\d?(?=[,.;)]| (?:of|from|and)\b)")
"""How old the person is whose name ends there: "Jan Kos, 24,"."""
AGED = re.compile(r"\b(?:of|from|in|at|near) $")
"""What makes a place of the name that stands before somebody's age: "Jan Kos of Musan, 24,"."""
UNKNOWN_AFTER = re.compile(f" {any_of(DIVISIONS)}(?![a-z])")
UNKNOWN_BEFORE = re.compile(
    r"\b(?:(?:village|town|city|district|county|hamlet|settlement|outskirt|resident|inhabitant)s? of"
    r"|(?:resident|villager)s? from) $",
    re.IGNORECASE,
)
LED = ("of ", "at ", "in ", "ar ", "de ", "ow ", "ve ", "ff ", "om ", *sites.LED)
"""How a word ends that an unknown name of a place may follow: of, at, in, near, outside, below, from …"""
STANDS_IN = re.compile(
    r"\b(?:near|at|in|outside|below|above|off|direction of|village of"
    r"|(?:north|south)?-?(?:east|west|north|south)(?:ern side)? of)\s$"
)
SAINTS = ("St. ", "St ", "Saint ")
HOLY = frozenset(
    {"church", "chapel", "cathedral", "monastery", "convent", "shrine", "feast", "day", "parish"}
)
"""What bears the name of a saint, and not of a town."""
LAKE = "Lake "
OF_WATER = (" River", " Creek")
LONGEST_UNKNOWN = 3
COMPASS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
LONGEST_ACRONYM = 5
AFTER_DATELINE = (" -", " –", " —", "-", "–", "—", ",", " (", ":", "/", " /")
"""What stands behind the town of a dateline, which is written in capitals."""
MOST_RUNS = 50_000
LETTERS_A_RUN = 400
"""A text with fewer runs of capitals than one in so many letters was written, or printed, without them."""


class PlaceFinder:
    """Finds names of places with one gazetteer; keeps what it made of runs of words it met before.

    Of `sure` names those of several words, with figures or in other letters ("Post 12") are found as they are
    written, whatever stands beside them; a single word may be a person's name, and is judged as others are.
    """

    def __init__(self, gazetteer: Gazetteer, *, sure: Iterable[str] = ()) -> None:
        self.gazetteer = gazetteer
        written = {name for name in sure if " " in name or not RUN.fullmatch(name)}
        self._sure = re.compile(rf"(?<!\w){any_of(sorted(written))}(?!\w)") if written else None
        self.words = place_words()
        self._reader = RunReader(gazetteer, self.words)
        self._runs: dict[str, tuple[Hit, ...]] = {}

    def _hits(self, run: str) -> tuple[Hit, ...]:
        """The names in a run that was not met before, without those that are none."""
        if len(self._runs) > MOST_RUNS:
            self._runs.clear()
        found = self._runs[run] = tuple(h for h in self._reader.read(run) if h.verdict != "other")
        return found

    def find(self, words: str, *, skip: Sequence[Span] = ()) -> tuple[Named, ...]:
        """Every name of a place in a text, in order, outside the spans to skip."""
        found, surnames, unknown, runs = self._scan(words)
        if runs * LETTERS_A_RUN < len(words):
            return linked(words, find_lower(words, self.gazetteer, self.words), self.gazetteer)
        if skip:
            found = [
                (s, h) for s, h in found if not any(p.start < s + h.end and s + h.start < p.end for p in skip)
            ]
        kept = accepted(words, found, surnames, self.words)
        named = [self._named(words, s, h) for s, h in kept]
        if unknown:
            known = {m.start for m in named if m.kind == "place"}
            named = sorted([*named, *self._unknown(words, unknown, known)], key=lambda m: m.start)
        if pillars := list(sites.numbered(words)):
            named = sorted([*named, *pillars], key=lambda m: m.start)
        if self._sure:
            named = self._with_sure(self._sure, words, named, skip)
        _spell_out(named)
        if any(not m.candidates for m in named) and any(e.own for m in named for e in m.candidates[:1]):
            self._liken(named)
        return linked(words, named, self.gazetteer)

    def _scan(self, words: str) -> tuple[list[tuple[int, Hit]], set[str], list[tuple[int, str]], int]:
        """Hits of all runs, names that are persons', runs that may name unknown places, number of runs."""
        found: list[tuple[int, Hit]] = []
        surnames: set[str] = set()
        unknown: list[tuple[int, str]] = []
        read, after, runs = self._runs, 0, 0
        for m in RUN.finditer(words):
            run, start, end = m[0], m.start(), m.end()
            runs += 1
            if start < after:
                continue
            if words.startswith(PAIRED, end):
                tail = PAIRS.get(run[run.rfind(" ") + 1 :], "")
                if tail and words[end : end + len(tail)].replace("’", "'") == tail:
                    run, after = run + tail, end + len(tail)
            hits = read.get(run)
            hits = self._hits(run) if hits is None else hits
            aged = AGE_AFTER.match(words, end) is not None and not _is_wide(hits)
            if aged and not AGED.search(words, max(0, start - 12), start):
                surnames |= set(run.split())
                hits = ()
            if hits and self._are_none(words, start, run, hits):
                hits = ()
            the = words.startswith("the ", start - 4)
            if the and (river := river_at(words, start, run, self.gazetteer)) is not None:
                hits = (river,)
            for hit in hits:
                if hit.verdict == "person":
                    if hit.candidates[0].level not in ("country", "province"):
                        surnames.add(hit.name)
                else:
                    found.append((start, hit))
            led = the or run.startswith(LAKE) or words[max(0, start - 3) : start] in LED
            if not hits and (led or UNKNOWN_AFTER.match(words, end) or sites.AFTER.match(words, end)):
                unknown.append((start, run))
        return found, surnames, unknown, runs

    def _are_none(self, words: str, start: int, run: str, hits: Sequence[Hit]) -> bool:
        """Whether what a run seems to name is none: as a whole it names another, or it is a short form."""
        end = start + len(run)
        if hits[-1].end < len(run) and self._is_unknown(words, run, end, hits):
            return True
        if run.endswith(OF_WATER) and hits[-1].end == len(run.rpartition(" ")[0]):
            last = hits[-1].candidates  # the Tana River is nowhere near the town of Tana
            return not of_kind(last, "river") and not any(e.level in WHOLE for e in last)
        if len(run) <= LONGEST_ACRONYM and _is_acronym(words, run, end, hits[0]):
            return True
        surname = hits[0].start > 0 and hits[-1].verdict == "person"
        return surname and self._site(words, start, run) is not None  # "Qwertin Bridge", and no Mr. Bridge

    def _with_sure(
        self, names: re.Pattern[str], words: str, named: Sequence[Named], skip: Sequence[Span]
    ) -> list[Named]:
        """The names that are sure wherever they stand, and the others beside them."""
        found = [Named(m.start(), m.end(), m[0], self.gazetteer.lookup(m[0])) for m in names.finditer(words)]
        found = [m for m in found if not any(m.start < s.end and s.start < m.end for s in skip)]
        rest = [m for m in named if not any(m.start < f.end and f.start < m.end for f in found)]
        return sorted([*rest, *found], key=lambda m: m.start)

    def _unknown(self, words: str, runs: Sequence[tuple[int, str]], known: Container[int]) -> Iterator[Named]:
        """Names that the words say are places though no place of the name is known."""
        for start, run in runs:
            end = start + len(run)
            said = UNKNOWN_AFTER.match(words, end) or UNKNOWN_BEFORE.search(words, max(0, start - 18), start)
            plain = self._is_plain_name(run) if " " in run else run.lower() not in self.words.ordinary
            if (said and plain) or (run.startswith(LAKE) and self._is_plain_name(run[len(LAKE) :])):
                yield Named(start, end, run, (), rule="place.unknown")
            elif (site := self._site(words, start, run)) is not None:
                yield Named(start, site, words[start:site], (), rule=sites.SITE)
            elif (
                STANDS_IN.search(words, max(0, start - 14), start)
                or sites.LEADING.search(words, max(0, start - 24), start)
                or sites.is_between(words, start, end, known)
            ) and self._is_plain_name(run):
                yield Named(start, end, run, (), rule="place.led")
            elif is_crossed(words, start, end) and self._is_plain_name(run):
                yield Named(start, end, run, (), rule="place.crossed")

    def _site(self, words: str, start: int, run: str) -> int | None:
        """Where the name of a site ends, if a run is one: "the Karro gate", "at Mile Bridge"."""
        named, _, last = run.rpartition(" ")
        if last.lower() in sites.WORDS and named and sites.stands_at(words, start):
            return start + len(run) if self._may_name_a_site(named) else None
        end = sites.after(words, start, start + len(run))
        return end if run.lower() not in self.words.frequent and self._is_plain_name(run) else None

    def _may_name_a_site(self, named: str) -> bool:
        """Whether the words before that for a site may be its name: no title, month or body."""
        known, parts = self.words, [part.lower() for part in named.split()]
        if len(parts) > LONGEST_UNKNOWN or any(
            part in known.never or part in known.calendar for part in parts
        ):
            return False
        plain = known.heads | known.titles | known.before
        return any(part not in plain for part in parts)

    def _is_unknown(self, words: str, run: str, end: int, hits: Sequence[Hit]) -> bool:
        """Whether a run names a division of its own and no known place: "the Hamra Bala sector"."""
        known = any(any(e.level in WHOLE for e in hit.candidates) for hit in hits)
        return not known and UNKNOWN_AFTER.match(words, end) is not None and self._is_plain_name(run)

    def _is_plain_name(self, run: str) -> bool:
        """Whether a run is a name of a few words, and none of a person, a body, a month or a plain word."""
        parts = run.split()
        if len(parts) > LONGEST_UNKNOWN or any(part.isupper() or "." in part for part in parts):
            return False
        known = self.words
        apart = (known.ordinary, known.calendar, known.never, known.given, known.after, known.bodies)
        return not any(part.lower() in words for part in parts for words in apart)

    def _liken(self, named: Sequence[Named]) -> None:
        """Gives unknown names of a text about our own places the one whose name is nearly theirs."""
        for m in named:
            if not m.candidates and m.rule not in sites.SITES and (alike := self.gazetteer.similar(m.name)):
                m.candidates, m.rule = (alike[0][0],), "place.similar"

    def _named(self, words: str, start: int, hit: Hit) -> Named:
        at, end, candidates, rule = start + hit.start, start + hit.end, hit.candidates, hit.rule
        kind = KIND_AFTER.match(words, end) or LIST_KIND.match(words, end) if hit.kind == "place" else None
        if kind and (few := of_kind(candidates, kind[1])):
            candidates, rule = few, "place.kind_after"
        return Named(at, end, hit.name, candidates, hit.kind, rule=rule)


def _spell_out(named: Sequence[Named]) -> None:
    """Gives unknown initials the name before them that they stand for: "Krishna Ghati … KG sector"."""
    for n, m in enumerate(named):
        if not m.candidates and m.name.isupper() and len(m.name) <= LONGEST_ACRONYM:
            for other in named[:n]:
                if "".join(part[0] for part in other.name.split()) == m.name and " " in other.name:
                    m.name, m.candidates = other.name, other.candidates


def state_after(words: str, end: int) -> re.Match[str] | None:
    """The abbreviation of a state after a name: "Paris, Tenn.", "Paris TX"."""
    following = words[end : end + 2]
    if following == ", " or (following[:1] == " " and following[1:].isupper()):
        return STATE_AFTER.match(words, end)
    return None


def accepted(
    words: str, found: Sequence[tuple[int, Hit]], surnames: set[str], known: PlaceWords
) -> list[tuple[int, Hit]]:
    """The names that are places, going by the words around their runs.

    What stands once after a word such as "in" is a place throughout the text.
    """
    sure = {h.name for s, h in found if h.kind == "place" and located(words, s, h, surnames, known)}
    others = surnames | {h.name for s, h in found if _is_no_town(words, s, h)}
    return [
        (s, h)
        for s, h in found
        if h.kind == "demonym" or h.name in sure or (h.name not in others and standing(words, s, h, known))
    ]


def located(words: str, start: int, hit: Hit, surnames: set[str], known: PlaceWords) -> bool:
    """Whether the words next to a name say that it is a place: "in Paris", "Paris, Texas".

    After "of", "to" and the like, what may be a surname is none.
    """
    at, key = start + hit.start, hit.name.lower()
    before = words[max(0, at - 24) : at].rstrip(" \n\"“‘'").rsplit(None, 2)
    word = before[-1].lower() if before else ""
    if word == "of" and len(before) > 1 and before[-2].lower() in HOLY and hit.name.startswith(SAINTS):
        return False
    if word == "of" and len(before) > 1 and before[-2].lower() in COMPASS:
        return True
    if word in known.locative or (
        word in known.loosely and hit.name not in surnames and key not in known.frequent
    ):
        return key not in known.calendar and key not in known.never
    return state_after(words, start + hit.end) is not None


def standing(words: str, start: int, hit: Hit, known: PlaceWords) -> bool:
    """Whether a name without a word such as "in" before it is a place."""
    key = hit.name.lower()
    if hit.verdict == "place":
        return " " not in key or key not in known.never
    if key in known.calendar or key in known.never:
        return False
    whole = hit.candidates[0].level in ("country", "province")
    if key in known.ordinary or key in known.frequent or hit.name.startswith(SAINTS):
        return whole and large(hit.candidates)
    after = WORD_AFTER.match(words, start + hit.end)
    if after and after[1] in known.saying:
        return whole
    return key not in known.given or large(hit.candidates)


def _is_wide(hits: Sequence[Hit]) -> bool:
    """Whether a name is first that of a country or province, which nobody bears ("of Vidor, Texas, 24")."""
    return any(hit.candidates and hit.candidates[0].level in WHOLE for hit in hits)


def _is_no_town(words: str, start: int, hit: Hit) -> bool:
    """Whether a name after "the" could only be a town's: "the Mission recorded" names none."""
    at, bare = start + hit.start, hit.name.removeprefix("The ")
    led = bare != hit.name or words.endswith(("the ", "The "), 0, at)
    if not led or " " in bare or hit.kind == "demonym" or not hit.candidates:
        return False
    if hit.candidates[0].level != "city" or large(hit.candidates):
        return False
    return ENDS_A_PHRASE.match(words, at + len(hit.name)) is not None


def _is_acronym(words: str, run: str, end: int, hit: Hit) -> bool:
    """Whether capitals that name a town stand for a body or a paper: "KOMO", "AKI", and not "LIMA -"."""
    if not (sum(map(str.isupper, run)) > 1 and run.isalpha() and hit.kind == "place" and hit.candidates):
        return False
    if words.startswith("(", end - len(run) - 1) and words.startswith(")", end):
        return True  # the short form of the words before it: "(AKI)", "(RoE)"
    if not run.isupper():
        return False
    start = end - len(run)
    if start and words[start - 1] != "\n" and words[max(0, start - 12) : start].islower():
        return hit.candidates[0].level not in ("country", "province") and run != "NYC"
    town = hit.candidates[0].level == "city"
    return town and len(run) > 2 and run != "NYC" and not words.startswith(AFTER_DATELINE, end)


def linked(words: str, mentions: list[Named], gazetteer: Gazetteer) -> tuple[Named, ...]:
    """Ties each name to the division named after it, and adds states named by their abbreviation."""
    out: list[Named] = []
    for m in mentions:
        if out and m.start < out[-1].end:
            continue
        state = state_after(words, m.end)
        out.append(m)
        if state and m.kind == "place":
            m.within, m.rule = STATES.get(state[1] or "") or f"US.{state[2]}", "place.state_after"
            entry = gazetteer.by_code(m.within)
            if entry:
                at = state.start(state.lastindex or 1)
                out.append(Named(at, state.end(), state[0].strip(" ,"), (entry,), rule="place.state"))
    for n, m in enumerate(out[:-1]):
        tie(words, m, out[n + 1], n + 1)
    return tuple(out)


def tie(words: str, first: Named, second: Named, number: int) -> None:
    """Records on `first` that `second`, which follows it, is its division or the same place in brackets.

    In "the Kalgan area of Sistan" no Kalgan elsewhere is meant.
    """
    between = words[first.end : second.start]
    if between == " (" and words[second.end : second.end + 1] == ")":
        first.twin, first.rule = number, "place.twin"
    elif between in (", ", ",", " ", " in ", ", in ") and not first.within and second.kind == "place":
        first.parent = number
    elif AREA_OF.fullmatch(between) and second.kind == "place" and not first.within:
        divisions = divisions_of(second)
        first.parent = number
        if divisions and not within(first.candidates, divisions):
            first.candidates, first.rule = (), "place.unknown"


@cache
def shipped_finder() -> PlaceFinder:
    """The finder over the gazetteer that comes with Holdfire."""
    return PlaceFinder(shipped_gazetteer())


def find_places(
    words: str, *, finder: PlaceFinder | None = None, skip: Sequence[Span] = ()
) -> tuple[Named, ...]:
    """Every name of a place in a text, with what it may mean; `skip` are captions, bylines and the like."""
    return (finder or shipped_finder()).find(words, skip=skip)
