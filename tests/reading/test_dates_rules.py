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


every_rule = pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.name)


def timexes(words):
    return " ".join(one.timex or one.value or "" for one in read(words))


@every_rule
def test_reads_its_examples(rule):
    for example in rule.examples:
        assert rule.name in rules_at_work(example.words), example.words
        assert timexes(example.words) == example.value, example.words


@every_rule
def test_what_opens_a_quotation_hides_no_example(rule):
    """As in “Two nights ago they fired”; a "'" begins figures of its own ("'80s")."""
    for example in rule.examples:
        for mark in OPENING_MARKS:
            assert timexes(f"{mark}{example.words}") == example.value, (mark, example.words)


@every_rule
def test_stays_away_from_its_counterexamples(rule):
    for words in rule.counterexamples:
        assert rule.name not in rules_at_work(words), words


def test_rules_have_names_of_their_own_and_examples():
    names = [rule.name for rule in EVERY_RULE]
    assert len(names) == len(set(names))
    assert not [rule.name for rule in EVERY_RULE if not rule.examples]
