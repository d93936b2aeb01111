"""Facts, a principle → whether the facts told are consistent with it, depart from it, or do not settle it."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from holdfire.assessment.fact import Fact, Facts
from holdfire.assessment.standards import Principle, Standard, Subject, Test
from holdfire.model.truth import Truth, any_of

Verdict = Literal["consistent", "departs", "unsettled"]


class Held(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something held against a principle: the verdict, the facts it rests on, and what is not told."""

    standard: str
    principle: Principle
    verdict: Verdict
    grounds: tuple[tuple[str, Fact], ...]
    missing: tuple[str, ...]


def held(facts: Facts, standards: Iterable[Standard], subject: Subject) -> tuple[Held, ...]:
    """The facts held against every principle that is about such a thing."""
    found = ((s, p) for s in standards for p in s.principles if subject in p.subject and _is_about(p, facts))
    return tuple(_held(standard.id, principle, facts) for standard, principle in found)


def _is_about(principle: Principle, facts: Facts) -> bool:
    return not principle.when or _any(principle.when, facts) is Truth.YES


def _held(standard: str, principle: Principle, facts: Facts) -> Held:
    verdict: Verdict = "unsettled"
    if _any(principle.departs_if, facts) is Truth.YES:
        verdict = "departs"
    elif _any(principle.consistent_if, facts) is Truth.YES:
        verdict = "consistent"
    grounds, missing = tuple(_grounds(principle, facts)), tuple(_missing(principle, facts))
    return Held(standard, principle, verdict, grounds, missing)


def _any(tests: Sequence[Test], facts: Facts) -> Truth:
    return any_of(_all(test, facts) for test in tests)


def _all(test: Test, facts: Facts) -> Truth:
    """Whether all facts of a test have its values; what is not told, or told both ways, leaves it open."""
    found = Truth.YES
    for name, value in test.items():
        fact = facts.get(name)
        if fact is None or fact.disputed:
            found &= Truth.POSSIBLY
        else:
            found &= Truth.YES if fact.value == value else Truth.NO
    return found


def _grounds(principle: Principle, facts: Facts) -> Iterable[tuple[str, Fact]]:
    tests = (*principle.when, *principle.consistent_if, *principle.departs_if)
    asked = dict.fromkeys(
        [*(name for test in tests for name in test), *(n.fact for n in principle.needs if n.fact)]
    )
    return ((name, facts[name]) for name in asked if name in facts)


def _missing(principle: Principle, facts: Facts) -> Iterable[str]:
    """What must be known and is not told, or is told both ways."""
    for need in principle.needs:
        fact = facts.get(need.fact) if need.fact is not None else None
        if fact is None or fact.disputed:
            yield need.name if fact is None else f"{need.name} (told both ways)"
