"""`holdfire gazetteer`: a user's own places and border lines."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.ending import BAD_INPUT, complain, ending

if TYPE_CHECKING:
    from holdfire.geography.entry import Entry
    from holdfire.geography.lines import BorderLine

app = typer.Typer(help="Keep places and border lines of your own.", no_args_is_help=True)

Tables = Annotated[list[Path], typer.Argument(metavar="FILE...", help="CSV with a header; - is stdin.")]
Drawn = Annotated[Path, typer.Argument(metavar="FILE", help="GeoJSON with the line; - is stdin.")]
Between = Annotated[str, typer.Option(metavar="PAIR", help="The codes of its two countries, such as CN-KP.")]
Coarse = Annotated[
    float,
    typer.Option(
        metavar="KM",
        help="How far its points may lie from the true line (0.05).",
        show_default=False,
    ),
]
Id = Annotated[str, typer.Argument(metavar="ID", help="The id of a place, or the pair of a line (CN-KP).")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="A name of a place.")]


@app.command()
def add(files: Tables) -> None:
    """Keep places of your own, which go before ours. A row whose id is there already replaces it.

    The columns: name, and as far as you have them id, other_names (a|b), former_names, hangul, hanja, level,
    country (KP), province (KP.11), lat, lon, error_km, coord_source.
    """
    with ending():
        from holdfire.cli.listing import told
        from holdfire.workflows.own.folder import owned
        from holdfire.workflows.own.places import add_places

        told(add_places(owned(), files), what="place")


@app.command(name="list")
def list_() -> None:
    """List your own places and lines."""
    with ending():
        from holdfire.cli.listing import listed
        from holdfire.workflows.own.folder import owned
        from holdfire.workflows.own.lines import lines_of
        from holdfire.workflows.own.places import own_places

        own = owned()
        rows = [*map(_of_place, own_places(own)), *map(_of_line, lines_of(own))]
        listed(rows, or_else="You keep no places or lines of your own.")


@app.command()
def show(name: Name) -> None:
    """Show what is known under a name. Yours and ours, and how sure each point is."""
    with ending():
        from holdfire.cli.listing import listed
        from holdfire.workflows.own.folder import owned
        from holdfire.workflows.own.places import gazetteer_of

        known = gazetteer_of(owned())
        found = known.lookup(name)
        near = () if found else tuple(entry for entry, _ in known.similar(name))
        if near:
            typer.echo(f"No place is known by the name {name}. Nearly:")
        rows = [_of_place(entry) for entry in (*found, *near)]
        listed(rows, or_else=f"No place is known by the name {name}.")


@app.command()
def remove(place: Id) -> None:
    """Take away a place or a line of your own."""
    with ending():
        from holdfire.workflows.own.folder import owned
        from holdfire.workflows.own.lines import remove_line
        from holdfire.workflows.own.places import remove_place

        own = owned()
        if not (remove_place(own, place) or remove_line(own, place)):
            complain(f"you keep no place or line {place!r} (`holdfire gazetteer list` shows what you keep)")
            raise typer.Exit(BAD_INPUT)
        typer.echo(f"{place} taken away")


@app.command()
def line(file: Drawn, *, between: Between, error_km: Coarse = 0.05) -> None:
    """Keep a border line of your own, which goes before ours."""
    with ending():
        from holdfire.workflows.own.folder import owned
        from holdfire.workflows.own.lines import add_line

        kept = add_line(owned(), file, between=between, error_km=error_km)
        typer.echo(f"{kept.pair}: a line of {sum(map(len, kept.parts))} points kept, ± {kept.error_km:g} km")


def _of_place(row: "Entry") -> tuple[str, ...]:
    point = f"{row.lat:.4f}, {row.lon:.4f}" if row.lat is not None and row.lon is not None else "no point"
    error = f"± {row.error_km:g} km" if row.error_km is not None else ""
    source = row.source if row.verified else f"{row.source}, not verified"
    return row.id, row.name, row.level, row.province or row.country, point, error, source


def _of_line(line: "BorderLine") -> tuple[str, ...]:
    points = f"{sum(map(len, line.parts))} points"
    return line.pair, "", "line", "", points, f"± {line.error_km:g} km", line.source
