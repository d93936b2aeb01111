"""`holdfire schema`: the JSON Schemas of what Holdfire prints."""

import typer

from holdfire.cli.ending import ending

app = typer.Typer(help="Print the JSON Schema of a record.", no_args_is_help=True)


@app.command()
def record() -> None:
    """Print the schema that every record of Holdfire satisfies."""
    with ending():
        from holdfire.exports.record_json import schema_text

        typer.echo(schema_text())


@app.callback()
def _schemas() -> None: ...
