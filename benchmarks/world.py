"""A made-up world of reports: as many towns, days and orders as they ask for, each told more than once.

One story was read by the reader. Each report tells it of another town, day and order, in words of the same
length, so that every offset of the record holds. An incident is told by one to five reports whose other
words are alike in part; an order by about fifty. A larger world has more towns, in proportion.
"""

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import msgspec

from benchmarks.corroboration import HEAPS, PER_TOWN, VOCABULARY, WORDS_AT
from holdfire.model.capture import Capture
from holdfire.model.record import Record
from holdfire.model.report import Report
from holdfire.reading.record import header
from holdfire.store.bundle import Bundle, bundle
from holdfire.workflows.readers import english_reader

FILLER = 40
"""Words beside an order; they stand in the template as one word over and over, and each order has its own."""
STORY = (
    "On Jan. 17 the government ordered all border patrol units in North Hamgyong Province to stop firing at"
    " random and to switch to flares from Jan. 18, a source in the province said. "
    + "filler " * FILLER
    + "\n\nOn Jan. 9, guards near Musan shot at two men crossing the frozen river, and one of them died.\n\n"
)
WHOM = "two men crossing the frozen river"
"""Words that belong to no value: each incident has its own, or all would seem to be one."""
PER_ORDER = 50
FIRST_YEAR, YEARS = 2013, 10
MONTHS = {1: "Jan.", 2: "Feb.", 8: "Aug.", 10: "Oct.", 11: "Nov.", 12: "Dec."}
OUTLETS = ("Border Watch", "Daily River", "Northern Post", "Frontier Radio", "The Gazette")
_LETTERS, _VOWELS = "bdfghklmnprstvz", "aeiou"


@dataclass(frozen=True)
class _Order:
    """An order as the world knows it."""

    given: date
    words: tuple[str, ...]

    @property
    def said(self) -> dict[str, str]:
        """What stands in a report in the place of the template's words."""
        month = MONTHS[self.given.month]
        return {"Jan. 17": f"{month} {self.given.day}", "Jan. 18": f"{month} {self.given.day + 1}"}


@dataclass(frozen=True)
class _Incident:
    """An incident as the world knows it."""

    day: date
    town: dict[str, Any]
    killed: int
    words: tuple[str, ...]

    @property
    def said(self) -> dict[str, str]:
        """What stands in a report in the place of the template's words."""
        whom = " ".join(self.words)[: len(WHOM)].ljust(len(WHOM))
        return {"Jan. 9": f"{MONTHS[self.day.month]} {self.day.day}", "Musan": self.town["name"], WHOM: whom}


def reports(number: int, *, seed: int = 1) -> Iterator[Bundle]:
    """So many reports with their records, ready to be kept."""
    for n, (report, record) in enumerate(_made(number, seed)):
        yield bundle(Capture(report.words.encode(), f"world/{n}.txt", "file"), report, record)


def told(number: int, *, seed: int = 1) -> Iterator[Record]:
    """The records of the same, with their texts."""
    for report, record in _made(number, seed):
        yield msgspec.structs.replace(record, text=report.words)


def _made(number: int, seed: int) -> Iterator[tuple[Report, Record]]:
    chance = random.Random(seed)
    record = english_reader()(_report(STORY, "Told", "2022-01-26", None)).record
    tree = msgspec.to_builtins(record)
    towns = [_town(chance, n) for n in range(number // PER_TOWN + 1)]
    words = round(VOCABULARY * (number / WORDS_AT) ** HEAPS)
    orders = [_Order(_day(chance, 10, 28), _some(chance, words, 60)) for _ in range(number // PER_ORDER + 1)]
    made = 0
    while made < number:
        incident = _Incident(
            _day(chance, 1, 9), chance.choice(towns), chance.choice([1, 1, 1, 2, 3]), _some(chance, words, 60)
        )
        for _ in range(min(number - made, chance.choice([1, 1, 1, 2, 2, 3, 5]))):
            yield _told(made, tree, incident, chance.choice(orders), chance)
            made += 1


def _told(
    n: int, tree: dict[str, Any], incident: _Incident, order: _Order, chance: random.Random
) -> tuple[Report, Record]:
    words = STORY
    for old, new in (order.said | incident.said).items():
        words = words.replace(old, new)
    room = len("filler ") * FILLER
    beside = " ".join(_part(chance, order.words))[: room - 1].ljust(room - 1) + " "
    words = words.replace("filler " * FILLER, beside) + " ".join(_part(chance, incident.words)) + "."
    published = (max(incident.day, order.given) + timedelta(days=chance.randrange(2, 9))).isoformat()
    report = _report(words, f"Report {n}", published, chance.choice(OUTLETS))
    told, ordered = dict(tree["incidents"][0]), dict(tree["orders"][0])
    told |= {
        "id": f"{report.id[:15]}1",
        "date": told["date"] | {"value": incident.day.isoformat()},
        "places": [told["places"][0] | {"value": incident.town}],
        "killed": told["killed"] | {"value": incident.killed},
    }
    ordered |= {
        "id": f"{report.id[:15]}2",
        "issued": ordered["issued"] | {"value": order.given.isoformat()},
        "effective_from": ordered["effective_from"]
        | {"value": (order.given + timedelta(days=1)).isoformat()},
    }
    made = tree | {"report": msgspec.to_builtins(header(report)), "incidents": [told], "orders": [ordered]}
    return report, _quoted(made, report.words)


def _part(chance: random.Random, words: Sequence[str]) -> list[str]:
    """Of the words of a thing, those that one report has."""
    return [word for word in words if chance.random() < 0.6]


def _some(chance: random.Random, vocabulary: int, number: int) -> tuple[str, ...]:
    return tuple(_word(chance, vocabulary) for _ in range(number))


def _quoted(tree: dict[str, Any], words: str) -> Record:
    """The record with the words that now stand where its values were."""

    def again(at: Any) -> Any:
        if isinstance(at, dict):
            found = {key: again(each) for key, each in at.items()}
            return found | {"quote": words[at["start"] : at["end"]]} if "quote" in at else found
        return [again(each) for each in at] if isinstance(at, list | tuple) else at

    things = {frame: again(tree[frame]) for frame in ("incidents", "orders")}
    return msgspec.convert(tree | things, Record)


def _town(chance: random.Random, n: int) -> dict[str, Any]:
    name = "".join(chance.choice(_VOWELS if k % 2 else _LETTERS) for k in range(5)).capitalize()
    where = {"lat": round(chance.uniform(-50, 65), 4), "lon": round(chance.uniform(-170, 170), 4)}
    return {"name": name, "id": f"made-up-{n}", **where, "level": "city", "precision": 1}


def _day(chance: random.Random, first: int, last: int) -> date:
    month = chance.choice([1, 2, 8, 10, 11, 12])
    return date(FIRST_YEAR + chance.randrange(YEARS), month, chance.randint(first, last - 1))


def _word(chance: random.Random, vocabulary: int) -> str:
    """A rare word: names, and what only one incident is told with. Common words say nothing."""
    rank, made = 10_000 + chance.randrange(vocabulary), ""
    while rank:
        rank, letter = divmod(rank, len(_LETTERS) * len(_VOWELS))
        made += _LETTERS[letter % len(_LETTERS)] + _VOWELS[letter // len(_LETTERS)]
    return made


def _report(words: str, title: str, published: str, outlet: str | None) -> Report:
    digest = hashlib.sha256(words.encode()).hexdigest()
    return Report(digest, words, digest, title=title, outlet=outlet, published=published, language="en")
