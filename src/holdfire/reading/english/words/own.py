"""A user's rows of words: checked against what our tables hold, and laid over them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from holdfire.errors import DataError
from holdfire.reading.english.words.inflection import forms
from holdfire.reading.english.words.lemmas import lemma, verb_tables
from holdfire.reading.english.words.lexicon import TABLES, Lexicon, Row, lexicon, shipped_lines, shipped_rows

TWICE = frozenset({"acts", "directives", "speech", "cues"})
"""Tables in which a word may stand twice: as verb and as noun, or under two cues."""
PHRASES = frozenset({"means", "parties", "targets"})
"""Tables whose entries may be of several words."""
LISTS = frozenset({"target", "complement"})
"""Columns whose cells hold several words."""


@dataclass(frozen=True, slots=True)
class Table:
    """One of our tables: the notes at its top, the names of its columns, its rows."""

    name: str
    notes: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def key(self, row: Row) -> Row:
        """The cells by which a row is told from others: a later row with the same ones replaces it."""
        return row[:2] if self.name in TWICE else row[:1]

    def known(self, column: int, row: Row) -> frozenset[str]:
        """What may stand in a column of a row: what stands there in ours, for a cue under the same cue."""
        mine = (r for r in self.rows if self.name != "cues" or column == 1 or r[1] == row[1])
        cells = {r[column] for r in mine}
        if self.columns[column] in LISTS:
            return frozenset({word for cell in cells for word in cell.split()} | ({""} & cells))
        return frozenset(cells)


@cache
def table(name: str) -> Table:
    """One of our tables by its name; DataError where there is none of the name."""
    if name not in TABLES:
        raise DataError(f"there is no table {name!r}", remedy=f"the tables are {', '.join(TABLES)}")
    lines = shipped_lines(name)
    notes = tuple(line.lstrip("# ") for line in lines if line.startswith("#"))
    head = next(line for line in lines if not line.startswith("#"))
    return Table(name, notes, ("word", *head.split("\t")[1:]), shipped_rows(name))


def checked(
    lines: Iterable[str], *, into: Table, where: str, check: Callable[[str], object] = str
) -> tuple[list[Row], list[DataError]]:
    """The rows of tab-separated lines that fit a table, and what is wrong with the others.

    A header and lines that begin with # are passed over. `check` may raise ValueError for a word.
    """
    kept: list[Row] = []
    wrong: list[DataError] = []
    for number, line in enumerate(lines, 1):
        cells = [" ".join(cell.split()) for cell in line.split("\t")]
        if not line.strip() or line.startswith("#") or cells[1:] == list(into.columns[1:]):
            continue
        try:
            row = _row(cells, into)
            check(row[0])
            kept.append(row)
        except ValueError as problem:
            wrong.append(DataError(str(problem), where=f"{where}:{number}", remedy="the row is left out"))
    return kept, wrong


def _row(cells: list[str], into: Table) -> Row:
    """The row of some cells; ValueError says what is wrong with them."""
    if len(cells) == 1:
        raise ValueError(f"no tab in {cells[0][:60]!r}: the cells are {', '.join(into.columns)}")
    if len(cells) > len(into.columns):
        raise ValueError(f"{len(cells)} cells, but {into.name} has {len(into.columns)} columns")
    row = (cells[0].lower(), *cells[1:], *[""] * (len(into.columns) - len(cells)))
    _check_word(row[0], into)
    for number, column in enumerate(into.columns[1:], 1):
        _check_cell(column, row[number], into.known(number, row))
    return row


def _check_word(word: str, into: Table) -> None:
    if not any(letter.isalnum() for letter in word):
        raise ValueError("the word is missing")
    if " " in word and into.name not in PHRASES:
        raise ValueError(
            f"{word!r} is more than one word (only {', '.join(sorted(PHRASES))} hold several words)"
        )


def _check_cell(column: str, cell: str, known: frozenset[str]) -> None:
    said = (cell.split() or [""]) if column in LISTS else [cell]
    strange = next((word for word in said if word not in known), None)
    if strange is not None:
        choice = ", ".join(word or "nothing" for word in sorted(known))
        raise ValueError(f"{column} {strange!r} is unknown (it may be {choice})")


def laid_over(own: Mapping[str, Sequence[Row]]) -> Lexicon:
    """Our lexicon with a user's rows over it."""
    found = {name: [*shipped_rows(name), *_spread(name, own.get(name, ()))] for name in TABLES}
    verbs = {row[0] for name in own for row in own[name] if _is_verb(name, row)}
    told = frozenset(form for verb in verbs for form in _irregular(verb))
    return lexicon(found, forms=told)


def _is_verb(name: str, row: Row) -> bool:
    return name == "cues" or (name in TWICE and row[1] == "verb")


def _spread(name: str, own: Sequence[Row]) -> Iterator[Row]:
    """A user's rows, after rows for the other lemmas under which their words may be met.

    A verb that the parser has not learned may come under any of its forms, as long as no verb that is known
    is meant by it; a plural comes under its singular.
    """
    ours = {row[0] for row in shipped_rows(name)}
    for row in own:
        before, space, last = row[0].rpartition(" ")
        others = _verb_lemmas(last) - ours if _is_verb(name, row) else {lemma(last, "NNS")}
        yield from ((before + space + other, *row[1:]) for other in sorted(others))
    yield from own


def _verb_lemmas(verb: str) -> frozenset[str]:
    met = {*forms(verb), *_irregular(verb)}
    return frozenset({*met, *(lemma(form, "VBD") for form in met)}) - verb_tables()[0]


def _irregular(verb: str) -> tuple[str, ...]:
    """The forms of a verb that no rule gives."""
    return _forms_of().get(verb, ())


@cache
def _forms_of() -> dict[str, tuple[str, ...]]:
    made: dict[str, tuple[str, ...]] = {}
    for form, verb in verb_tables()[1].items():
        made[verb] = (*made.get(verb, ()), form)
    return made
