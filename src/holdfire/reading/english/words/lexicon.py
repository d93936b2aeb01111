"""The word tables of `words/`, read into dictionaries. A user's own tables are laid over ours."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from typing import TypeVar

import msgspec

from holdfire.errors import DataError

COLUMNS = {
    "acts": 6, "means": 2, "parties": 3, "targets": 2, "directives": 5, "speech": 3, "speakers": 2, "cues": 3,
}  # fmt: skip
"""How many cells a row of each table has."""
TABLES = tuple(COLUMNS)


@dataclass(frozen=True, slots=True)
class ActWord:
    """A word for an act: its code, the means it implies, where its target stands, the count it fills."""

    act: str
    means: str | None
    target: tuple[str, ...]
    harm: str | None


@dataclass(frozen=True, slots=True)
class PartyWord:
    """The kind of a party, and whether the word names a person or a body."""

    kind: str
    role: str


class DirectiveWord(msgspec.Struct, frozen=True):
    """The force of a word that gives orders, and how what is ordered is attached to it."""

    modality: str
    kind: str
    complements: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """All word tables. Verbs and nouns are apart where a table has both; keys are lemmas in lower case.

    `speech` has the verbs of speech, `telling` the other words that hand words on, by class ("noun").
    `cues` has a table for each cue ("cease", "zone", "refuse"): its words, and what each stands for there.
    `forms` are forms of the user's words that no rule would give ("smote").
    """

    act_verbs: dict[str, ActWord] = field(default_factory=dict)
    act_nouns: dict[str, ActWord] = field(default_factory=dict)
    means: dict[str, str] = field(default_factory=dict)
    parties: dict[str, PartyWord] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    directive_verbs: dict[str, DirectiveWord] = field(default_factory=dict)
    directive_nouns: dict[str, DirectiveWord] = field(default_factory=dict)
    speech: dict[str, str] = field(default_factory=dict)
    telling: dict[str, dict[str, str]] = field(default_factory=dict)
    speakers: dict[str, str] = field(default_factory=dict)
    cues: dict[str, dict[str, str]] = field(default_factory=dict)
    modals: dict[str, str] = field(
        default_factory=lambda: {
            "must": "obligation",
            "shall": "obligation",
            "may": "permission",
            "will": "obligation",
            "can": "permission",
        }
    )
    copula: dict[str, str] = field(default_factory=lambda: {"be": "obligation"})
    duty: dict[str, str] = field(default_factory=lambda: {"have": "obligation"})
    possible: dict[str, str] = field(default_factory=lambda: {"could": "permission"})
    according: dict[str, str] = field(default_factory=lambda: {"according": "assert", "accord": "assert"})
    based: dict[str, str] = field(default_factory=lambda: {"base": "assert", "based": "assert"})
    label: dict[str, str] = field(default_factory=lambda: {":": "assert"})
    forms: frozenset[str] = frozenset()

    @cached_property
    def police(self) -> frozenset[str]:
        """The names of police as a body."""
        rows = self.parties.items()
        return frozenset(name for name, row in rows if (row.kind, row.role) == ("police", "organization"))


Row = tuple[str, ...]


def rows(lines: Iterable[str], *, name: str, columns: int) -> Iterator[Row]:
    """The rows of a table: tab-separated, `#` for notes, one header line. Raises DataError at a bad line."""
    body = [(n, line.rstrip("\n")) for n, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    for number, line in body[1:]:
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if len(cells) > columns or not cells[0]:
            raise DataError(
                f"a row of `{name}` must have a word and at most {columns} cells: {line[:60]!r}",
                where=f"{name}:{number}",
                remedy="separate the cells by tabs, as in the other rows",
            )
        yield cells + ("",) * (columns - len(cells))


@cache
def shipped_rows(name: str) -> tuple[Row, ...]:
    """The rows of one of our tables."""
    return tuple(rows(shipped_lines(name), name=f"{name}.tsv", columns=COLUMNS[name]))


def shipped_lines(name: str) -> list[str]:
    """The lines of one of our tables, with its notes and its header."""
    return resources.files(__package__).joinpath(f"{name}.tsv").read_text("utf-8").splitlines()


D = TypeVar("D", ActWord, DirectiveWord)


def _by_class(found: Iterable[tuple[str, str, D]]) -> tuple[dict[str, D], dict[str, D]]:
    verbs: dict[str, D] = {}
    nouns: dict[str, D] = {}
    for word, cls, value in found:
        (verbs if cls == "verb" else nouns)[word] = value
    return verbs, nouns


def _pairs(found: Iterable[Row]) -> dict[str, str]:
    return {row[0]: row[1] for row in found}


def _apart(found: Iterable[Row]) -> dict[str, dict[str, str]]:
    """The words of each cue, or of each class of speech, with their values."""
    made: dict[str, dict[str, str]] = {}
    for word, name, value in found:
        made.setdefault(name, {})[word] = value
    return made


@cache
def shipped() -> Lexicon:
    """The tables that come with Holdfire, read once a process."""
    return lexicon({name: shipped_rows(name) for name in TABLES})


def lexicon(found: Mapping[str, Sequence[Row]], *, forms: frozenset[str] = frozenset()) -> Lexicon:
    """The lexicon of all eight tables; of two rows for one word the later counts."""
    act_verbs, act_nouns = _by_class(
        (w, c, ActWord(act, means or None, tuple(target.split()), harm or None))
        for w, c, act, means, target, harm in found["acts"]
    )
    directive_verbs, directive_nouns = _by_class(
        (w, c, DirectiveWord(modality, kind, tuple(complement.split())))
        for w, c, modality, kind, complement in found["directives"]
    )
    return Lexicon(
        act_verbs=act_verbs,
        act_nouns=act_nouns,
        means=_pairs(found["means"]),
        parties={w: PartyWord(k, r) for w, k, r in found["parties"]},
        targets=_pairs(found["targets"]),
        directive_verbs=directive_verbs,
        directive_nouns=directive_nouns,
        speech=(telling := _apart(found["speech"]))["verb"],
        telling=telling,
        speakers=_pairs(found["speakers"]),
        cues=_apart(found["cues"]),
        forms=forms,
    )
