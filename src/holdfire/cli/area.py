"""`holdfire area`: stretches of border, strips and divisions drawn, and whether places lie in them."""

import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.ending import BAD_INPUT, complain, ending
from holdfire.cli.options import Output

if TYPE_CHECKING:
    from holdfire.geography.areas import DrawnArea
    from holdfire.geography.entry import Entry
    from holdfire.geography.judged import Judged
    from holdfire.workflows.areas import Atlas

app = typer.Typer(help="Draw areas, and ask whether places lie in them.", no_args_is_help=True)


class AreaFormat(StrEnum):
    """What an area is printed as."""

    TEXT = "text"
    GEOJSON = "geojson"


End = Annotated[str, typer.Argument(metavar="PLACE", help="A place: NAME, “NAME, CODE”, an id, or LAT,LON.")]
Ends = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FROM TO]", help="Its two ends; none for all of the line.", show_default=False),
]
Held = Annotated[list[str], typer.Argument(metavar="PLACE...", help="The places that the unit holds.")]
Via = Annotated[list[str] | None, typer.Option("--via", metavar="PLACE", help="A place on the way.")]
Along = Annotated[
    str, typer.Option(metavar="LINE", help="The line: CN-KP, “Tumen River” (else that of the places).")
]
Wide = Annotated[str, typer.Option(metavar="WIDTH", help="How wide it is: 2km, 1-2km, 500m.")]
Side = Annotated[str, typer.Option(metavar="COUNTRY", help="On whose side it lies: KP.")]
Contains = Annotated[
    list[str] | None,
    typer.Option("--contains", metavar="PLACE", help="Say whether a place lies in it, and why."),
]
AreaForm = Annotated[
    AreaFormat,
    typer.Option("--format", "-f", help="`text`, or `geojson` for a feature (lon, lat).", metavar="FORMAT"),
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="Its name.")]


@app.command()
def corridor(
    start: End,
    end: End,
    *,
    via: Via = None,
    along: Along = "",
    contains: Contains = None,
    form: AreaForm = AreaFormat.TEXT,
    output: Output = None,
) -> None:
    """Cut a border between two places."""
    _draw(lambda atlas: atlas.corridor(start, end, via=via or (), along=along), contains, form, output)


@app.command()
def zone(
    ends: Ends = None,
    *,
    width: Wide,
    side: Side,
    via: Via = None,
    along: Along = "",
    contains: Contains = None,
    form: AreaForm = AreaFormat.TEXT,
    output: Output = None,
) -> None:
    """Draw the strip on one side of a border. Between two places, or along all of it."""
    if len(ends or ()) not in (0, 2) or not (ends or along):
        complain("name the two ends of the zone, or with --along LINE none")
        raise typer.Exit(BAD_INPUT)
    _draw(
        lambda atlas: atlas.zone(ends or (), width=width, side=side, via=via or (), along=along),
        contains, form, output,
    )  # fmt: skip


@app.command()
def line(
    name: Name,
    *,
    contains: Contains = None,
    form: AreaForm = AreaFormat.TEXT,
    output: Output = None,
) -> None:
    """Draw all of a border, river or ceasefire line that we have. Such as CN-KP, “Line of Control”."""
    _draw(lambda atlas: atlas.line(name), contains, form, output)


@app.command()
def admin(
    name: Name,
    *,
    contains: Contains = None,
    form: AreaForm = AreaFormat.TEXT,
    output: Output = None,
) -> None:
    """Draw a province whose outline we have (DPRK, Jilin, Liaoning)."""
    _draw(lambda atlas: atlas.division(name), contains, form, output)


@app.command()
def unit(
    name: Name,
    places: Held,
    *,
    contains: Contains = None,
    form: AreaForm = AreaFormat.TEXT,
    output: Output = None,
) -> None:
    """Draw the area of a unit by places that it holds."""
    _draw(lambda atlas: atlas.unit(name, places), contains, form, output)


def _draw(
    make: "Callable[[Atlas], DrawnArea]", asked: list[str] | None, form: AreaFormat, output: Output
) -> None:
    with ending():
        from holdfire.errors import PlaceError
        from holdfire.exports.area_json import area_feature
        from holdfire.workflows.areas import Atlas
        from holdfire.workflows.own.folder import owned
        from holdfire.workflows.writing import whole_file

        atlas = Atlas(owned())
        drawn, answers, unknown = make(atlas), [], False
        for name in asked or ():
            try:
                (place,) = atlas.places([name])
                answers.append((place, drawn.judge(place)))
            except PlaceError as error:
                complain(str(error))
                unknown = True
        made = area_feature(drawn, answers) if form is AreaFormat.GEOJSON else _text(drawn, answers)
        if output is None:
            sys.stdout.buffer.write(made)
        else:
            with whole_file(output) as file:
                file.write(made)
    if unknown:
        raise typer.Exit(BAD_INPUT)


def _text(drawn: "DrawnArea", answers: "Sequence[tuple[Entry, Judged]]") -> bytes:
    from holdfire.cli.listing import aligned
    from holdfire.views.wording import say

    area = drawn.area
    rows = [
        ("  size", drawn.size),
        ("  may be off by", f"{area.error_km:g} km" if area.error_km is not None else "an unknown distance"),
        ("  drawn from", area.derived_from or ""),
        *(("  " + place.name, f"{told.truth.value}: {told.because}") for place, told in answers),
    ]
    return "\n".join([f"{area.kind.replace('_', ' ')}: {say(area)}", *aligned(rows), ""]).encode()
