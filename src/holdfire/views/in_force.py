"""Standings → an answer that a person reads: each order yes, no or possibly, why, and what governs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from holdfire.assessment.governing import Governing, Over
from holdfire.assessment.in_force import OrderLedger
from holdfire.assessment.precedence import SAID, Clause
from holdfire.assessment.question import Question
from holdfire.assessment.reason import Reason
from holdfire.assessment.regulation import regulates
from holdfire.assessment.standing import ClauseStanding, Standing
from holdfire.assessment.tellings import Quote, Tellings, clause_quotes
from holdfire.assessment.versions import Problem
from holdfire.model.corroborated import Order
from holdfire.model.truth import Truth
from holdfire.views.dates import say_date
from holdfire.views.wording import say

SHORT = 8
_EDTF = re.compile(r"(?<![\w-])\d{4}(?:-\d\d){0,2}[?~%]?(?:/(?:\.\.|\d{4}(?:-\d\d){0,2}[?~%]?)?)?(?![\w-])")
_GOES_ON = "An order of which no end is told is taken to go on."
_MAY_END = "An order of which no end is told only possibly goes on."


@dataclass(frozen=True, slots=True)
class Because:
    """Why, in one dimension: "place", "yes", "the corridor along …: 0.5 km off it"."""

    dimension: str
    truth: str
    words: str


@dataclass(frozen=True, slots=True)
class ClauseAnswer:
    """A clause with whether it stood, what replaced it, and the words for it."""

    said: str
    truth: str
    note: str
    lines: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class OrderAnswer:
    """One order: `truth` is yes, no or possibly, `state` says it in fixed words."""

    id: str
    title: str
    truth: str
    state: str
    because: tuple[Because, ...]
    clauses: tuple[ClauseAnswer, ...]
    reports: int
    lines: int


@dataclass(frozen=True, slots=True)
class Before:
    """A clause that the governing one goes before, and by which rule."""

    order: str
    said: str
    truth: str
    rule: str | None
    because: str


@dataclass(frozen=True, slots=True)
class GoverningRow:
    """The clause that governs an act, its words, its exceptions, and what it goes before."""

    act: str
    order: str
    said: str
    truth: str
    lines: int
    quotes: tuple[Quote, ...]
    exceptions: tuple[str, ...]
    before: tuple[Before, ...]


@dataclass(frozen=True, slots=True)
class InForce:
    """The whole answer. `rules` are the rules of precedence and what is presumed, in words."""

    asked: str
    orders: tuple[OrderAnswer, ...]
    governing: tuple[GoverningRow, ...]
    rules: tuple[str, ...]
    problems: tuple[Problem, ...]


def in_force(
    question: Question,
    standings: Sequence[Standing],
    governing: Sequence[Governing],
    ledger: OrderLedger,
    tellings: Tellings,
) -> InForce:
    """The answer to a question."""
    return InForce(
        asked=asked(question),
        orders=tuple(_order(each, tellings, question.act) for each in standings),
        governing=tuple(_governs(each, tellings) for each in governing),
        rules=(*(SAID[rule] for rule in ledger.rules.rules), _GOES_ON if ledger.rules.presumed else _MAY_END),
        problems=ledger.history.problems,
    )


def asked(question: Question) -> str:
    """A question in words."""
    place = question.place.name if question.place is not None else "anywhere"
    unit = question.known.name if question.known is not None else question.unit
    parts = [place, say_date(question.on.edtf), unit or "", say(question.act) if question.act else ""]
    return ", ".join(filter(None, parts))


def title(order: Order) -> str:
    """An order in a few words: "Order of 17 January 2022, North Korean government"."""
    day = order.issued or order.effective_from
    when = f" of {say_date(day.value)}" if day is not None else ", day not told"
    issuer = f", {order.issuer.value.name}" if order.issuer is not None else ""
    return f"{order.kind.value.capitalize()}{when}{issuer}"


def in_words(because: str) -> str:
    """A reason with its EDTF dates in words."""
    return _EDTF.sub(lambda found: say_date(found[0]), because)


def _order(standing: Standing, tellings: Tellings, act: str | None) -> OrderAnswer:
    order = standing.version.order
    return OrderAnswer(
        id=order.id,
        title=title(order),
        truth=standing.truth.value,
        state=standing.state,
        because=tuple(_because(reason) for reason in standing.reasons if not _is_idle(reason)),
        clauses=tuple(_clause(each, order, tellings) for each in standing.clauses if _speaks(each, act)),
        reports=len(order.reports),
        lines=len(order.lines),
    )


def _speaks(clause: ClauseStanding, act: str | None) -> bool:
    return regulates(clause.norm.value, act) is not Truth.NO


def _is_idle(reason: Reason) -> bool:
    """Whether a dimension is not worth a line: nothing was asked of it, or it goes without saying."""
    return reason.truth is Truth.YES and (
        reason.dimension == "given" or reason.because.endswith("was asked about")
    )


def _because(reason: Reason) -> Because:
    return Because(reason.dimension, reason.truth.value, in_words(reason.because))


def _clause(each: ClauseStanding, order: Order, tellings: Tellings) -> ClauseAnswer:
    return ClauseAnswer(
        said=say(each.norm.value),
        truth=each.truth.value,
        note=each.replaced.because if each.replaced is not None else "",
        lines=each.norm.lines,
        quotes=clause_quotes(order, each.norm.value, tellings),
    )


def _governs(each: Governing, tellings: Tellings) -> GoverningRow:
    clause = each.clause
    return GoverningRow(
        act=each.act,
        order=clause.version.id,
        said=say(clause.norm.value),
        truth=each.truth.value,
        lines=clause.norm.lines,
        quotes=clause_quotes(clause.version.order, clause.norm.value, tellings),
        exceptions=tuple(dict.fromkeys(say(c.norm.value) for c in each.exceptions)),
        before=tuple(_once(map(_before, each.over))),
    )


def _before(over: Over) -> Before:
    clause: Clause = over.clause
    return Before(clause.version.id, say(clause.norm.value), over.truth.value, over.rule, over.because)


def _once(before: Iterator[Before]) -> Iterator[Before]:
    """One line for each order and rule."""
    seen: set[tuple[str, str | None]] = set()
    for each in before:
        if (each.order, each.rule) not in seen:
            seen.add((each.order, each.rule))
            yield each
