"""Standings → the clause that governs each act, by the rules of precedence, and what limits it."""

from collections.abc import Iterator, Sequence

import msgspec

from holdfire.assessment.precedence import SAID, Clause, Precedence, decided, is_exception
from holdfire.assessment.question import Question
from holdfire.assessment.regulation import FORCE, LETHAL, OPEN, code, excludes, regulates
from holdfire.assessment.standing import Standing
from holdfire.assessment.units import Units
from holdfire.model.truth import Truth


class Over(msgspec.Struct, frozen=True):
    """A clause that another goes before, and by which rule; None where no rule tells them apart."""

    clause: Clause
    truth: Truth
    rule: str | None

    @property
    def because(self) -> str:
        """The rule in words."""
        return SAID[self.rule] if self.rule is not None else "no rule tells which of them goes first"


class Governing(msgspec.Struct, frozen=True):
    """The clause that governs an act. `exceptions` limit it; `over` are those that it goes before.

    `truth` says whether its order was in force for sure.
    """

    act: str
    clause: Clause
    truth: Truth
    exceptions: tuple[Clause, ...]
    over: tuple[Over, ...]


def governing(
    standings: Sequence[Standing], question: Question, *, rules: Precedence, units: Units
) -> list[Governing]:
    """What governs the act asked about, or each act of force that some clause in force speaks of."""
    live = [pair for standing in standings for pair in _live(standing)]
    acts = [question.act] if question.act is not None else _acts(live)
    found = (_governs(act, live, rules, units) for act in acts)
    return [each for each in found if each is not None]


def _live(standing: Standing) -> Iterator[tuple[Clause, Truth]]:
    for each in standing.clauses:
        if each.truth is not Truth.NO:
            yield Clause(standing.version, each.norm), each.truth


def _acts(live: Sequence[tuple[Clause, Truth]]) -> list[str]:
    told = {code(clause.norm.value) for clause, _ in live}
    open_acts = () if told & LETHAL else sorted(OPEN)
    return [act for act in (*FORCE, *open_acts) if act in told]


def _governs(
    act: str, live: Sequence[tuple[Clause, Truth]], rules: Precedence, units: Units
) -> Governing | None:
    """The clause that no other goes before; conditional ones that oppose it are its exceptions."""
    speaking = [(c, t) for c, t in live if regulates(c.norm.value, act) is not Truth.NO]
    limiting = [c for c, _ in speaking if "exception" in rules.rules and _limits_any(c, speaking)]
    chosen = [(c, t) for c, t in speaking if c not in limiting]
    if not chosen:
        return None
    best, truth = chosen[0]
    for clause, sure in chosen[1:]:
        first = decided(clause, best, rules, units) if _differ(clause, best) else None
        ahead = first[0] is clause if first is not None else _goes_ahead(clause, sure, best, truth)
        if ahead:
            best, truth = clause, sure
    over = tuple(_over(best, c, t, rules, units) for c, t in chosen if c is not best and _differ(c, best))
    return Governing(act, best, truth, tuple(c for c in limiting if is_exception(c, best)), over)


def _limits_any(clause: Clause, among: Sequence[tuple[Clause, Truth]]) -> bool:
    if clause.norm.value.condition is None:
        return False
    return any(is_exception(clause, other) and _differ(clause, other) for other, _ in among)


def _goes_ahead(clause: Clause, sure: Truth, best: Clause, truth: Truth) -> bool:
    """Of clauses that say the same: the surer, then the one told on more lines, stands for them."""
    if sure is not truth:
        return sure is Truth.YES
    return not _differ(clause, best) and clause.norm.lines > best.norm.lines


def _over(best: Clause, other: Clause, truth: Truth, rules: Precedence, units: Units) -> Over:
    first = decided(best, other, rules, units)
    return Over(other, truth, first[1] if first is not None and first[0] is best else None)


def _differ(one: Clause, other: Clause) -> bool:
    """Whether two clauses do not come to the same thing."""
    mine, theirs = one.norm.value, other.norm.value
    return (excludes(mine, theirs) | excludes(theirs, mine)) is not Truth.NO
