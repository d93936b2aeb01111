"""Standards as data: principles with the facts they need, their citation, and who verified their words."""

from functools import cache
from importlib.resources import files
from typing import Final, Literal

import msgspec

from holdfire.assessment.facts import FACTS
from holdfire.errors import DataError

FORMAT: Final = "holdfire-standards/1"
Subject = Literal["incident", "order", "institution"]
Test = dict[str, str]
"""Facts and the values that they must all have."""


class Need(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Something that must be known: in words, and the fact that tells it, where one does."""

    name: str
    fact: str | None = None


class Principle(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One principle.

    It is about incidents or orders for which one of `when` holds. The facts are consistent with it where all
    of one test of `consistent_if` hold, and depart from it where all of one of `departs_if` do. `wording`
    says whether its words were verified, and where.
    """

    id: str
    citation: str
    paraphrase: str
    wording: str
    subject: tuple[Subject, ...] = ()
    when: tuple[Test, ...] = ()
    consistent_if: tuple[Test, ...] = ()
    departs_if: tuple[Test, ...] = ()
    needs: tuple[Need, ...] = ()


class Standard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text of law or guidance, with its principles."""

    id: str
    name: str
    principles: tuple[Principle, ...]


class Standards(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of standards (format `holdfire-standards/1`)."""

    standards: tuple[Standard, ...]
    format: Literal["holdfire-standards/1"] = FORMAT


def read_standards(data: bytes, *, where: str) -> tuple[Standard, ...]:
    """The standards in a file; DataError says what is wrong with it and where."""
    try:
        found = msgspec.json.decode(data, type=Standards).standards
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        remedy = "docs/explanation/findings.md shows the form"
        raise DataError(f"is no file of standards: {error}", where=where, remedy=remedy) from None
    seen: set[str] = set()
    for standard in found:
        for principle in standard.principles:
            if principle.id in seen:
                raise DataError(f"the principle {principle.id!r} stands in it twice", where=where)
            seen.add(principle.id)
            _check(principle, where)
    return found


def _check(principle: Principle, where: str) -> None:
    tests = (*principle.when, *principle.consistent_if, *principle.departs_if)
    asked = {fact for test in tests for fact in test} | {n.fact for n in principle.needs if n.fact}
    unknown = sorted(asked - FACTS.keys())
    if unknown:
        known = ", ".join(FACTS)
        problem = f"principle {principle.id!r} asks for the fact {unknown[0]!r}, which is none"
        raise DataError(problem, where=where, remedy=f"the facts are {known}")


@cache
def shipped_standards() -> tuple[Standard, ...]:
    """The standards that come with Holdfire."""
    name = "standards.json"
    return read_standards((files("holdfire.assessment") / name).read_bytes(), where=name)
