"""Orders made by hand, and the ledger over them."""

from typing import Any

from holdfire.assessment.history import history
from holdfire.assessment.in_force import OrderLedger
from holdfire.assessment.precedence import Precedence, shipped_precedence
from holdfire.assessment.question import Question, question_of_words
from holdfire.assessment.units import shipped_units
from holdfire.geography.areas import corridor_area, line_area, strip_area
from holdfire.geography.corridor import corridor
from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.geography.lines import border_line
from holdfire.geography.zone import line_strip
from holdfire.model.corroborated import Attested, Line, Norm, Order, StandsTo
from holdfire.model.party import Party
from holdfire.model.period import parse_period
from holdfire.model.place import Area, Width

LINE = border_line("CN-KP")
assert LINE is not None


def place(name: str) -> Entry:
    """A place of the gazetteer, or LAT,LON."""
    if "," in name:
        lat, lon = map(float, name.split(","))
        return Entry(name, name, "city", lat, lon, error_km=0.0, source="given")
    return shipped_gazetteer().lookup(name)[0]


def by(value: Any, *reports: str) -> Attested[Any]:
    return Attested(value, reports or ("r",), max(1, len(reports)))


def stretch(start: str, end: str) -> Area:
    """The border between two towns."""
    assert LINE is not None
    return corridor_area(corridor(LINE, place(start), place(end))).area


def whole_line() -> Area:
    assert LINE is not None
    return line_area(LINE, along="CN-KP").area


def zone() -> Area:
    """A strip of one to two kilometres on the side of the DPRK."""
    assert LINE is not None
    return strip_area(line_strip(LINE, width=Width(1, 2), side="KP"), along="CN-KP").area


FIRE = Norm("obligation", "fire", "live_fire")
NO_FIRE = Norm("prohibition", "fire", "live_fire")
FLARE = Norm("obligation", "use", "flare")


def order(
    name: str,
    *norms: Norm,
    issued: str | None = None,
    start: str | None = None,
    end: str | None = None,
    area: Area | tuple[Attested[Area], ...] | None = None,
    issuer: str | None = "North Korea's Ministry of Social Security",
    to: tuple[Party, ...] = (Party("border guards", "border guard"),),
    stands: tuple[StandsTo, ...] = (),
    **slots: Any,
) -> Order:
    areas = area if isinstance(area, tuple) else (by(area),) if area is not None else ()
    return Order(
        id=name,
        accounts=(name,),
        reports=("r",),
        lines=(Line(("r",)),),
        salience="main",
        kind=by(slots.pop("kind", "order")),
        issuer=by(Party(issuer, "state")) if issuer else None,
        addressees=tuple(map(by, to)),
        clauses=tuple(map(by, norms)),
        areas=areas,
        issued=by(issued) if issued else None,
        effective_from=by(start) if start else None,
        effective_to=by(end) if end else None,
        relations=tuple(map(by, stands)),
        **slots,
    )


def ledger(*orders: Order, rules: Precedence | None = None) -> OrderLedger:
    return OrderLedger(
        history(orders, {}), shipped_gazetteer(), shipped_units(), rules or shipped_precedence()
    )


def ask(
    at: str | None = "Musan", on: str = "2022-03-01", unit: str | None = None, act: str | None = None
) -> Question:
    return question_of_words(place(at) if at else None, parse_period(on), unit, act, shipped_units())


def answers(made: OrderLedger, question: Question) -> dict[str, tuple[str, str]]:
    """Truth and state of each order."""
    return {s.version.id: (s.truth.value, s.state) for s in made.standings(question)}
