"""Stated rules that say which of two clauses governs; they can be read, reordered and left out."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

from holdfire.assessment.addressees import names_a_unit
from holdfire.assessment.history import later_than
from holdfire.assessment.units import Units
from holdfire.assessment.versions import Version
from holdfire.errors import DataError
from holdfire.model.corroborated import Attested, Norm
from holdfire.model.truth import Truth

RULES = ("exception", "specific", "later", "higher")
CONTINUES = "continues"
SAID = {
    "exception": "an exception goes before its rule",
    "specific": "the more specific order goes before the wider one",
    "later": "the later order goes before the earlier one",
    "higher": "the order of higher authority goes before the lower one",
}


@dataclass(frozen=True, slots=True)
class Precedence:
    """The rules in the order in which they decide, and whether an order without a told end goes on."""

    rules: tuple[str, ...]
    presumed: bool


class Clause(msgspec.Struct, frozen=True):
    """A clause of an order, as a candidate to govern."""

    version: Version
    norm: Attested[Norm]


def read_precedence(text: str, *, where: str) -> Precedence:
    """The rules in a file, one a line; DataError for what is no rule, or none at all."""
    said = [line.partition("#")[0].strip().lower() for line in text.splitlines()]
    given = [line for line in said if line]
    for rule in given:
        if rule not in (*RULES, CONTINUES):
            raise DataError(
                f"{rule!r} is no rule", where=where, remedy=f"one of {', '.join((*RULES, CONTINUES))}"
            )
    rules = tuple(dict.fromkeys(rule for rule in given if rule != CONTINUES))
    if not rules:
        raise DataError(
            "no rule is given", where=where, remedy=f"name some of {', '.join(RULES)}, one a line"
        )
    return Precedence(rules, CONTINUES in given)


@cache
def shipped_precedence() -> Precedence:
    """The rules that hold where none are given."""
    name = "precedence.txt"
    return read_precedence((files("holdfire.assessment") / name).read_text(encoding="utf-8"), where=name)


def decided(one: Clause, other: Clause, rules: Precedence, units: Units) -> tuple[Clause, str] | None:
    """Which of two clauses goes first and by which rule; None where none tells them apart."""
    for rule in rules.rules:
        first = _first(rule, one, other, units)
        if first is not None:
            return first, rule
    return None


def _first(rule: str, one: Clause, other: Clause, units: Units) -> Clause | None:
    if rule == "exception":
        return _by(is_exception(one, other), is_exception(other, one), one, other)
    if rule == "specific":
        return _narrower(one, other, units)
    if rule == "later":
        after, before = (later_than(a.version, b.version) for a, b in ((one, other), (other, one)))
        return _by(after is Truth.YES, before is Truth.YES, one, other)
    ranks = one.version.rank, other.version.rank
    if ranks[0] is None or ranks[1] is None:
        return None
    return _by(ranks[0] > ranks[1], ranks[1] > ranks[0], one, other)


def _by(mine: bool, theirs: bool, one: Clause, other: Clause) -> Clause | None:
    if mine == theirs:
        return None
    return one if mine else other


def is_exception(one: Clause, other: Clause) -> bool:
    """Whether a clause holds only under a condition, and so limits another of its own order."""
    limited = one.norm.value.condition is not None and other.norm.value.condition is None
    return limited and one.version is other.version


def _narrower(one: Clause, other: Clause, units: Units) -> Clause | None:
    """The clause whose order is narrower in space or in whom it binds, and wider in neither."""
    space = other.version.width - one.version.width
    bound = names_a_unit(one.version, units) - names_a_unit(other.version, units)
    return _by(
        max(space, bound) > 0 <= min(space, bound), min(space, bound) < 0 >= max(space, bound), one, other
    )
