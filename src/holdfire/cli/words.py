"""`holdfire words`: the tables of words, ours and a user's own."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.ending import BAD_INPUT, complain, ending

if TYPE_CHECKING:
    from holdfire.workflows.own.words import Meaning

app = typer.Typer(help="Look words up, and teach Holdfire words of your own.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="TABLE", help="The name of a table (`holdfire words list`).")]
AnyName = Annotated[str | None, typer.Argument(metavar="[TABLE]", help="A table.", show_default=False)]
Word = Annotated[str, typer.Argument(metavar="WORD", help="A word, or the words of an entry.")]
Rows = Annotated[Path, typer.Argument(metavar="FILE", help="Rows, their cells apart by tabs; - is stdin.")]


@app.command(name="list")
def list_(name: AnyName = None) -> None:
    """List the tables, or the rows of one: yours first."""
    with ending():
        from holdfire.cli.listing import listed
        from holdfire.reading.english.words.lexicon import TABLES
        from holdfire.reading.english.words.own import table
        from holdfire.workflows.own.folder import owned
        from holdfire.workflows.own.words import own_rows, rows_of

        own = owned()
        if name is not None:
            of = table(name)
            for note in of.notes:
                typer.echo(f"# {note}")
            meant = rows_of(own, of)
            listed([(*of.columns, "whose"), *((*each.row, _whose(each)) for each in meant)], or_else="")
            return
        for of in map(table, TABLES):
            mine = f", {len(own_rows(own, of))} of yours" if own_rows(own, of) else ""
            typer.echo(f"{of.name}: {', '.join(of.columns)} ({len(of.rows)} rows{mine})")


@app.command()
def show(word: Word) -> None:
    """Show in which tables a word stands, and its meaning there. Yours first."""
    with ending():
        from holdfire.cli.listing import listed
        from holdfire.workflows.own.folder import owned
        from holdfire.workflows.own.words import meanings

        rows = [(each.table.name, _meaning(each), _whose(each)) for each in meanings(owned(), word)]
        listed(rows, or_else=f"{word} stands in no table.")


@app.command()
def add(name: Name, file: Rows) -> None:
    """Keep words of your own, which go before ours. A row for a word that is there already replaces it.

    The cells are those of `holdfire words list TABLE`, without the last. Words are in the singular or the
    infinitive, without inflection.
    """
    with ending():
        from holdfire.cli.listing import told
        from holdfire.reading.english.words.own import table
        from holdfire.workflows.own.folder import owned
        from holdfire.workflows.own.words import add_words

        told(add_words(owned(), table(name), file), what="word")


@app.command()
def remove(name: Name, word: Word) -> None:
    """Take away a word of your own from a table."""
    with ending():
        from holdfire.reading.english.words.own import table
        from holdfire.workflows.own.folder import owned
        from holdfire.workflows.own.words import remove_word

        gone = remove_word(owned(), table(name), word)
        if not gone:
            complain(
                f"you keep no word {word!r} in {name} (`holdfire words list {name}` shows what you keep)"
            )
            raise typer.Exit(BAD_INPUT)
        typer.echo(f"{word} taken away from {name}")


def _meaning(meaning: "Meaning") -> str:
    cells = zip(meaning.table.columns[1:], meaning.row[1:], strict=True)
    return ", ".join(f"{column} {cell}" for column, cell in cells if cell)


def _whose(meaning: "Meaning") -> str:
    if meaning.own:
        return "yours"
    return "ours (yours goes before it)" if meaning.hidden else "ours"
