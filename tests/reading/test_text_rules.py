"""Every rule for furniture reads its examples, leaves its counter-examples; no hostile line holds it up."""

import resource

import pytest

from holdfire.reading.english.furniture.writing import CLUES, LONGEST, Furniture, ends_like_a_sentence
from holdfire.reading.text import LINES, RULES, match
from tests.processes import ended, forked

HOSTILE = [
    "A-", "- ", "Jan ", "2", "2015 ", "(Photo ", "Posted ", "@a ", "a@b.", "A. ", "555-", "By A, ",
    "Twitter a@b.", "/ AP ", "contact ", "Reporting by A ", "SEOUL, ", "a b ", "Copyright 2016 ",
    "Image 1 of 2 ", "*", ". ",
]  # fmt: skip


def read(rule: Furniture, words: str) -> str | None:
    found = match(rule, words)
    if found is None:
        return None
    span, reason = found
    quote = span.of(words).strip()
    return reason if quote == words else f"{reason}: {quote}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_reads_its_examples_and_leaves_its_counterexamples(rule):
    for example in rule.examples:
        assert read(rule, example.words) == example.value, example.words
    for words in rule.counterexamples:
        assert read(rule, words) is None, words


def test_names_are_unique_and_every_rule_has_both_kinds_of_example():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.name.startswith("text.") and rule.examples and rule.counterexamples for rule in RULES)


@pytest.mark.parametrize("rule", LINES, ids=lambda rule: rule.name)
def test_every_example_passes_the_sieve(rule):
    for example in rule.examples:
        clued = any(clue in example.words.lower() for clue in CLUES)
        assert clued or not ends_like_a_sentence(example.words), example.words


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE)
def test_no_rule_runs_away(unit):
    """Each unit takes milliseconds; a pattern that tries every way to part a line would take hours."""

    def matched():
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
        for other in ("", *HOSTILE):
            line = ((unit + other) * LONGEST)[: LONGEST - 2].strip() + "!x"
            for rule in RULES:
                rule.pattern.match(line if rule in LINES else line[:120])

    assert ended(forked(matched)) == 0
