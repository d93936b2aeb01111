"""How the rules of this folder are written: patterns with the fragments of `words`, and seams."""

import re
from collections.abc import Callable
from typing import TypeAlias

from holdfire.reading.english.dates.meaning import Meaning
from holdfire.reading.english.dates.words import FRAGMENTS
from holdfire.reading.grammar import joiner
from holdfire.reading.grammar.matcher import Found
from holdfire.reading.grammar.pattern import Pattern, Seam, expression, spelled_out
from holdfire.reading.grammar.rule import Example, Rule

Joined: TypeAlias = joiner.Joined[Meaning]
DateRule: TypeAlias = Rule[Pattern, Found, Meaning]
SeamRule: TypeAlias = Rule[Seam, Joined, Meaning]


def date_rule(  # noqa: PLR0913
    name: str,
    *,
    at: str,
    says: str,
    means: Callable[[Found], Meaning | None],
    reads: dict[str, str],
    but_not: tuple[str, ...] = (),
    note: str = "",
) -> DateRule:
    """Write a rule: the anchors it is tried at, the words it matches, what they mean, and its examples."""
    pattern = Pattern(tuple(at.split()), expression(says, FRAGMENTS))
    examples = tuple(Example(words, value) for words, value in reads.items())
    return Rule(name, pattern, means, examples, but_not, note)


def seam_rule(  # noqa: PLR0913
    name: str,
    *,
    joins: tuple[str, str],
    between: str,
    means: Callable[[Joined], Meaning | None],
    reads: dict[str, str],
    before: str = "",
    but_not: tuple[str, ...] = (),
) -> SeamRule:
    """Write a rule that joins two neighbouring values of the kinds named."""
    seam = Seam(
        tuple(joins[0].split()),
        re.compile(spelled_out(between, FRAGMENTS)),
        tuple(joins[1].split()),
        re.compile(f"\\b(?:{spelled_out(before, FRAGMENTS)})$") if before else None,
    )
    examples = tuple(Example(words, value) for words, value in reads.items())
    return Rule(name, seam, means, examples, but_not)
