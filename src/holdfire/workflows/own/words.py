"""A user's own words: rows of our tables, one file a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from holdfire.errors import DataError
from holdfire.model.span import Span
from holdfire.model.text import Text
from holdfire.reading.english.words.lexicon import TABLES, Lexicon, Row, shipped
from holdfire.reading.english.words.own import Table, checked, laid_over, table
from holdfire.reading.tokens import split
from holdfire.workflows.own.folder import Own, given, keep, shown


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of given rows: how many are new, how many replace others, what is wrong with the rest."""

    new: int
    replaced: int
    wrong: tuple[DataError, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A row under which a word stands; `hidden` where the user's own goes before it."""

    table: Table
    row: Row
    own: bool
    hidden: bool = False


def words_of(own: Own) -> Lexicon:
    """Our lexicon, with the user's words over it; DataError at a row that does not fit its table."""
    tables = [table(Path(name).stem) for name in own.files if name.startswith("words/")]
    return laid_over({of.name: own_rows(own, of) for of in tables}) if tables else shipped()


def own_rows(own: Own, of: Table) -> list[Row]:
    """The user's rows of a table; DataError at a row that somebody has made unfit by hand."""
    name = _file(of.name)
    rows, wrong = checked(StringIO(own.text(name)), into=of, where=own.place(name))
    if wrong:
        raise DataError(wrong[0].problem, where=wrong[0].where, remedy="mend the row, or take it out")
    return rows


def add_words(own: Own, into: Table, path: Path) -> Kept:
    """Keep the rows of a file that fit; a row for a word that is there already replaces it."""
    rows, wrong = checked(StringIO(given(path)), into=into, where=shown(path), check=_check_hyphens)
    kept = {into.key(row): row for row in own_rows(own, into)}
    new = {into.key(row): row for row in rows}
    if rows:
        _keep(own, into, {**kept, **new})
    return Kept(len(new.keys() - kept), len(new.keys() & kept), tuple(wrong))


def remove_word(own: Own, of: Table, word: str) -> int:
    """Take away the user's rows for a word; how many there were."""
    rows = own_rows(own, of)
    left = {of.key(row): row for row in rows if row[0] != word.lower()}
    gone = len(rows) - len(left)
    if gone:
        _keep(own, of, left)
    return gone


def meanings(own: Own, word: str) -> Iterator[Meaning]:
    """Every row under which a word stands."""
    said = " ".join(word.lower().split())
    return (each for name in TABLES for each in rows_of(own, table(name)) if each.row[0] == said)


def rows_of(own: Own, of: Table) -> Iterator[Meaning]:
    """Every row of a table, the user's own first."""
    mine = own_rows(own, of)
    keys = {of.key(row) for row in mine}
    yield from (Meaning(of, row, own=True) for row in mine)
    yield from (Meaning(of, row, own=False, hidden=of.key(row) in keys) for row in of.rows)


def _check_hyphens(word: str) -> None:
    """ValueError for a word that texts are cut through: its row would never be met."""
    said = [token.text for each in split(Text(word, (Span(0, len(word)),))) for token in each.tokens]
    if "-" in said:
        raise ValueError(
            f"{word!r} is read as {' '.join(said)!r} (give the part that names it: rpg for rpg-7)"
        )


def _keep(own: Own, of: Table, rows: dict[Row, Row]) -> None:
    head = "\t".join(of.columns)
    body = ["\t".join(row) for _, row in sorted(rows.items())]
    keep(own, _file(of.name), "\n".join([head, *body, ""]) if rows else "")


def _file(table_name: str) -> str:
    return f"words/{table_name}.tsv"
