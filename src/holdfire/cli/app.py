"""The `holdfire` command. Commands load what they need when they run, so that help comes at once."""

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from holdfire import __version__
from holdfire.cli import area, corroborate, demo, explain, find, gazetteer, read, schema, words
from holdfire.cli.analysis import estimate, trend
from holdfire.cli.assessment import assess, in_force, ledger
from holdfire.cli.casebook import (
    add,
    audience,
    importing,
    init,
    judge,
    listing,
    release,
    reread,
    serve,
    show,
    timestamp,
    trust,
    user,
    vault,
)
from holdfire.workflows.threads import one_thread

app = typer.Typer(
    name="holdfire",
    help="Reports about armed forces at borders, turned into evidence that can be checked.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"holdfire {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None: ...


app.command(name="read")(read.read)
app.command(name="explain")(explain.explain)
app.command(name="corroborate")(corroborate.corroborate)
app.command(name="ledger")(ledger.ledger)
app.command(name="in-force")(in_force.in_force)
app.command(name="assess")(assess.assess)
app.command(name="trend")(trend.trend)
app.command(name="estimate")(estimate.estimate)
app.command(name="demo")(demo.demo)
app.command(name="init")(init.init)
app.command(name="add")(add.add)
app.command(name="import")(importing.take_in)
app.command(name="reports")(listing.reports)
app.command(name="show")(show.show)
app.command(name="search")(listing.search)
app.command(name="status")(listing.status)
app.command(name="release")(release.release)
app.command(name="reread")(reread.reread)
app.command(name="serve")(serve.serve)
app.add_typer(user.app, name="user")
app.add_typer(audience.app, name="audience")
app.add_typer(judge.app, name="judge")
app.add_typer(vault.app, name="vault")
app.command(name="log")(trust.log)
app.command(name="verify")(trust.verify)
app.add_typer(timestamp.app, name="timestamp")
app.add_typer(find.app, name="find")
app.add_typer(area.app, name="area")
app.add_typer(gazetteer.app, name="gazetteer")
app.add_typer(words.app, name="words")
app.add_typer(schema.app, name="schema")


def main() -> None:
    """Run the command line; characters that a terminal cannot show become question marks."""
    one_thread()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    app()
