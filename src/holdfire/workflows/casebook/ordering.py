"""A casebook → its orders, ready to be asked which was in force; questions from what a person gives."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from holdfire.assessment.governing import governing
from holdfire.assessment.history import history
from holdfire.assessment.in_force import OrderLedger
from holdfire.assessment.precedence import Precedence, read_precedence, shipped_precedence
from holdfire.assessment.question import Question
from holdfire.assessment.tellings import Telling, Tellings
from holdfire.assessment.units import shipped_units
from holdfire.corroboration.corroborating import Corroborated
from holdfire.errors import DataError
from holdfire.geography.gazetteer import Gazetteer
from holdfire.model.incident import ReportedIncident
from holdfire.model.order import ReportedOrder
from holdfire.model.period import parse_period
from holdfire.model.record import Record
from holdfire.store.book import Reader
from holdfire.views.in_force import InForce, in_force
from holdfire.workflows.areas import Atlas
from holdfire.workflows.casebook.corroborating import gathered
from holdfire.workflows.own.folder import NOTHING, Own
from holdfire.workflows.own.places import gazetteer_of


@dataclass(frozen=True, slots=True)
class Case:
    """All that a casebook tells together, the words for it, and the ledger of its orders."""

    told: Corroborated
    tellings: Tellings
    ledger: OrderLedger


def case(book: Reader, *, rules: Precedence | None = None, own: Own = NOTHING) -> Case:
    """What a casebook tells of orders and incidents, as people decided."""
    found = gathered(book)
    return case_of(found.records, found.told, rules=rules, own=own)


def case_of(
    records: Iterable[Record], told: Corroborated, *, rules: Precedence | None = None, own: Own = NOTHING
) -> Case:
    """The same of records that were brought together."""
    known = tellings(records)
    gazetteer: Gazetteer = gazetteer_of(own)
    made = history(told.orders, known)
    return Case(
        told, known, OrderLedger(made, gazetteer.by_code, shipped_units(), rules or shipped_precedence())
    )


def tellings(records: Iterable[Record]) -> dict[str, Telling]:
    """What each account tells, by its id; also by the id it gets where two reports share one."""
    found: dict[str, Telling] = {}
    for record in records:
        head = record.report
        things: tuple[ReportedOrder | ReportedIncident, ...] = (*record.orders, *record.incidents)
        for thing in things:
            made = Telling(head.source_id or head.id, head.outlet, head.published, thing)
            found.setdefault(thing.id, made)
            found[f"{head.id[:16]}.{thing.id}"] = made
    return found


def question(
    *, at: str | None, on: str, unit: str | None = None, act: str | None = None, own: Own = NOTHING
) -> Question:
    """A question from words: a place or "LAT,LON", a date (EDTF, or one with a time), a unit, an act."""
    place = Atlas(own).places([at])[0] if at is not None else None
    known = shipped_units().find(unit) if unit is not None else None
    return Question(place, parse_period(on.strip().replace(" ", "T")), unit, known, act)


def rules_in(file: Path | None) -> Precedence:
    """The rules in a file, or ours; DataError where it cannot be read."""
    if file is None:
        return shipped_precedence()
    try:
        return read_precedence(file.read_text(encoding="utf-8"), where=str(file))
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"cannot be read ({error})", where=str(file)) from None


def answer(of: Case, asked: Question) -> InForce:
    """The answer to a question, with the words of the reports."""
    ledger = of.ledger
    standings = ledger.standings(asked)
    found = governing(standings, asked, rules=ledger.rules, units=ledger.units)
    return in_force(asked, standings, found, ledger, of.tellings)
