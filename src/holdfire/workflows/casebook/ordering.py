"""A casebook → its orders, ready to be asked which was in force; questions from what a person gives."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from pathlib import Path

from holdfire.assessment.governing import governing
from holdfire.assessment.history import history_of
from holdfire.assessment.in_force import OrderLedger
from holdfire.assessment.precedence import Precedence, read_precedence, shipped_precedence
from holdfire.assessment.question import Question, question_of_words
from holdfire.assessment.standing import in_force_first
from holdfire.assessment.tellings import Tellings
from holdfire.assessment.units import shipped_units
from holdfire.assessment.versions import Heard
from holdfire.corroboration.corroborating import Corroborated
from holdfire.errors import DataError
from holdfire.model.corroborated import Order
from holdfire.model.period import parse_period
from holdfire.model.truth import Truth
from holdfire.store.book import Reader
from holdfire.views.in_force import InForce, in_force
from holdfire.workflows.areas import Atlas
from holdfire.workflows.casebook.acts import act_named, spoken_of
from holdfire.workflows.casebook.corroborating import Gathered, gathered
from holdfire.workflows.own.folder import NOTHING, Own
from holdfire.workflows.own.places import gazetteer_of
from holdfire.workflows.own.words import words_of


@dataclass(frozen=True, slots=True)
class Case:
    """All that a casebook tells together, the words for it, and the ledger of its orders."""

    told: Corroborated
    tellings: Tellings
    ledger: OrderLedger


def case(book: Reader, *, rules: Precedence | None = None, own: Own = NOTHING) -> Case:
    """What a casebook tells of orders and incidents, as people decided."""
    return case_of(gathered(book), rules=rules, own=own)


def case_of(found: Gathered, *, rules: Precedence | None = None, own: Own = NOTHING) -> Case:
    """The same of what was gathered."""
    orders = [(order, found.heard[order.id]) for order in found.told.orders]
    return Case(found.told, found.tellings, ledger_of(orders, rules=rules, own=own))


def ledger_of(
    orders: Iterable[tuple[Order, Heard]], *, rules: Precedence | None = None, own: Own = NOTHING
) -> OrderLedger:
    """Orders, ready to be asked which was in force."""
    return OrderLedger(history_of(orders), gazetteer_of(own), shipped_units(), rules or shipped_precedence())


def question(  # noqa: PLR0913 - all that a person may ask
    ledger: OrderLedger,
    *,
    at: str | None,
    on: str,
    unit: str | None = None,
    act: str | None = None,
    own: Own = NOTHING,
) -> Question:
    """A question to a ledger from words: a place or "LAT,LON", a date (EDTF, or with a time), a unit, an act.

    DateError, PlaceError, DataError for what cannot be: a slip in an act must not read as "no order".
    """
    place = Atlas(own).places([at])[0] if at is not None else None
    when = parse_period(on.strip().replace(" ", "T"))
    code = act_named(act, words_of(own), spoken=spoken_of(ledger)) if act is not None else None
    return question_of_words(place, when, unit, code, shipped_units())


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


def answer_in_part(
    ledger: OrderLedger, asked: Question, words: Callable[[Sequence[Order]], Tellings], *, most: int
) -> tuple[InForce, Counter[str]]:
    """The same with so many orders in force, and so many that are not, at most; and how many there are.

    The reasons of those that are shown are worked out, and `words` are asked for of those in force alone.
    """
    live = sorted(ledger.live(asked), key=in_force_first)
    ids = {each.version.id for each in live}
    rest = (each for each in ledger.history.versions if each.id not in ids)
    gone = nsmallest(most, rest, key=lambda version: (-version.made[0], version.id))
    there = [each.version for each in live[:most]]
    found = governing(live, asked, rules=ledger.rules, units=ledger.units)[:most]
    tellings = words([each.order for each in (*there, *(each.clause.version for each in found))])
    counts = Counter(each.truth.value for each in live)
    counts[Truth.NO.value] = len(ledger.history.versions) - len(live)
    shown = [ledger.standing(each, asked) for each in (*there, *gone)]
    return in_force(asked, shown, found, ledger, tellings), counts
