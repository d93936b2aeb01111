"""Every date rule reads its examples, and stays away from its counter-examples."""

from typing import Any

import pytest

from holdfire.model.period import parse_period
from holdfire.model.span import Span
from holdfire.reading.english.dates import find_dates, resolve_dates
from holdfire.reading.english.dates.finding import RULES, SEAMS, find_candidates
from holdfire.reading.grammar.matcher import OPENING_MARKS
from holdfire.reading.grammar.rule import Rule

PUBLISHED = parse_period("2022-01-26")  # a Wednesday
EVERY_RULE: tuple[Rule[Any, Any, Any], ...] = (*RULES, *SEAMS)


def read(words):
    mentions = find_dates(words, (Span(0, len(words)),))
    return resolve_dates(words, mentions, published=PUBLISHED)


def rules_at_work(words):
    span = (Span(0, len(words)),)
    return {c.rule for c in find_candidates(words, span)} | {m.rule for m in find_dates(words, span)}


@pytest.mark.parametrize(
    ("rule", "words", "value"),
    [(rule.name, example.words, example.value) for rule in EVERY_RULE for example in rule.examples],
)
def test_reads_its_example(rule, words, value):
    found = read(words)
    assert rule in rules_at_work(words)
    assert " ".join(one.timex or one.value or "" for one in found) == value


@pytest.mark.parametrize(
    ("rule", "words", "value"),
    [(rule.name, example.words, example.value) for rule in EVERY_RULE for example in rule.examples],
)
@pytest.mark.parametrize("mark", OPENING_MARKS)
def test_what_opens_a_quotation_hides_no_example(rule, words, value, mark):
    """As in “Two nights ago they fired”; a "'" begins figures of its own ("'80s")."""
    found = read(f"{mark}{words}")
    assert " ".join(one.timex or one.value or "" for one in found) == value


@pytest.mark.parametrize(
    ("rule", "words"), [(rule.name, words) for rule in EVERY_RULE for words in rule.counterexamples]
)
def test_stays_away_from_its_counterexample(rule, words):
    assert rule not in rules_at_work(words)


def test_rules_have_names_of_their_own_and_examples():
    names = [rule.name for rule in EVERY_RULE]
    assert len(names) == len(set(names))
    assert not [rule.name for rule in EVERY_RULE if not rule.examples]
