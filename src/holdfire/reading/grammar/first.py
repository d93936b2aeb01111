"""Expression → the characters that its matches may begin with: adds what lets a rule be passed over.

It reads the parsed form of the `re` module. What it does not know may begin with anything.
"""

from collections.abc import Iterable, Sequence
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, TypeAlias

Firsts: TypeAlias = frozenset[str] | None
"""Characters; None is any."""
Step: TypeAlias = tuple[Any, Any]

_NONE: frozenset[str] = frozenset()
_WIDEST = 512
"""A range of more characters than this counts as any."""
_ZERO_WIDTH = (codes.AT, codes.ASSERT, codes.ASSERT_NOT)
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def firsts(regex: str) -> Firsts:
    """The characters that a match may begin with; None where any may, or where it may be empty.

    >>> sorted(firsts("(?:on )?(?:mon|tues)day"))
    ['m', 'o', 't']
    """
    begins, may_be_empty = _of_steps(list(parser.parse(regex)))
    return None if may_be_empty else begins


def _of_steps(steps: Sequence[Step]) -> tuple[Firsts, bool]:
    """What a sequence begins with, and whether it may match nothing."""
    found: frozenset[str] = _NONE
    for step in steps:
        begins, may_be_empty = _of_step(*step)
        if begins is None:
            return None, may_be_empty
        found |= begins
        if not may_be_empty:
            return found, False
    return found, True


def _of_step(code: Any, given: Any) -> tuple[Firsts, bool]:  # noqa: ANN401
    if code is codes.LITERAL:
        return frozenset(chr(given)), False
    if code is codes.IN:
        return _of_class(given), False
    if code is codes.BRANCH:
        return _of_branches(_of_steps(list(branch)) for branch in given[1])
    if code is codes.SUBPATTERN:
        return _of_steps(list(given[-1]))
    if code in _REPEATS:
        begins, may_be_empty = _of_steps(list(given[2]))
        return begins, may_be_empty or given[0] == 0
    return (_NONE, True) if code in _ZERO_WIDTH else (None, True)


def _of_branches(branches: Iterable[tuple[Firsts, bool]]) -> tuple[Firsts, bool]:
    found, may_be_empty = _NONE, False
    for begins, empty in branches:
        if begins is None:
            return None, True
        found |= begins
        may_be_empty |= empty
    return found, may_be_empty


def _of_class(members: Sequence[Step]) -> Firsts:
    found: set[str] = set()
    for code, given in members:
        if code is codes.LITERAL:
            found.add(chr(given))
        elif code is codes.RANGE and given[1] - given[0] < _WIDEST:
            found |= {chr(each) for each in range(given[0], given[1] + 1)}
        else:
            return None
    return frozenset(found)
