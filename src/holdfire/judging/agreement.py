"""How far people agree who judge the same values: Krippendorff's alpha for nominal data.

Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability. 1 is perfect agreement, 0 what chance
gives; below 0 they disagree more than by chance.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from holdfire.judging.state import Decisions
from holdfire.model.judgement import Correct, OnPair, Verdict

SETTLED = "settled: "
"""How the reason of a verdict begins that settles what others differ on: it is no coding of its own."""


class Agreement(NamedTuple):
    """How many values two people or more judged, on how many they agree, and alpha, where it can be told."""

    values: int
    alike: int
    alpha: float | None


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Alpha over units, each with what some people called it; None where all called everything the same."""
    weights: dict[tuple[Hashable, Hashable], float] = {}
    for said in units:
        if len(said) > 1:
            for pair in permutations(said, 2):
                weights[pair] = weights.get(pair, 0.0) + 1 / (len(said) - 1)
    totals: dict[Hashable, float] = {}
    for (one, _), weight in weights.items():
        totals[one] = totals.get(one, 0.0) + weight
    number = sum(totals.values())
    expected = number**2 - sum(total**2 for total in totals.values())
    if not expected:
        return None
    observed = sum(weight for (one, other), weight in weights.items() if one != other)
    return 1 - (number - 1) * observed / expected


def agreement(decided: Decisions) -> Agreement:
    """How far people agree on the values that two or more of them judged by themselves."""
    units = [[called(each) for each in those.values()] for those in coded_by_several(decided).values()]
    return Agreement(len(units), sum(len(set(unit)) == 1 for unit in units), alpha(units))


def judged_by_several(decided: Decisions) -> Mapping[tuple[str, str | None], dict[str, Verdict]]:
    """The last verdict of each person, by value, where two or more judged it."""
    found: dict[tuple[str, str | None], dict[str, Verdict]] = {}
    for (target, reading), those in decided.about.items():
        if any(isinstance(each, OnPair) for each in those):
            continue
        verdicts = {each.who: each for each in decided.verdicts(target, reading)}
        if len(verdicts) > 1:
            found[target, reading] = verdicts
    return found


def coded_by_several(decided: Decisions) -> Mapping[tuple[str, str | None], dict[str, Verdict]]:
    """The same without what settles: who chose between two codings knew both, and agrees with one of them."""
    coded = {
        key: {who: each for who, each in those.items() if not (each.why or "").startswith(SETTLED)}
        for key, those in judged_by_several(decided).items()
    }
    return {key: those for key, those in coded.items() if len(those) > 1}


def called(verdict: Verdict) -> str:
    """What somebody called a value: accepted, rejected, or what instead."""
    return f"correct {verdict.value!r}" if isinstance(verdict, Correct) else type(verdict).__name__.lower()
