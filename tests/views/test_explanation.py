from dataclasses import replace

import msgspec

from holdfire.reading.english.catalogue import CatalogueEntry
from holdfire.views.explanation import explain
from tests import stories

RULE = CatalogueEntry("time.month_day", "a month and a day", "a pattern", ("Jan. 18 → 2022-01-18",), ())


def _at(phrase):
    return explain(stories.reading(), at=stories.at(phrase).start)


def test_an_offset_finds_the_values_that_stand_there():
    assert [each.entry.value for each in _at("Jan. 18")] == ["orders.0.effective_from"]
    assert not _at("North Korea has told")


def test_the_words_stand_in_their_paragraph():
    context = _at("Jan. 18")[0].contexts[0]
    assert (context.words, context.after) == ("from Jan. 18", ".")
    assert context.before.startswith("On Jan. 17 the government")


def test_steps_and_rivals_that_touch_the_words_are_told():
    explanation = _at("Jan. 18")[0]
    assert [step.stage for step in explanation.steps] == ["mentions", "resolving"]
    assert [rival.value for rival in explanation.rivals] == ["2021-01-18"]


def test_a_pattern_explains_nothing_to_a_reader():
    found = explain(
        stories.reading(), at=stories.at("Jan. 18").start, rules={RULE.name: replace(RULE, note="")}
    )
    assert (found[0].note, found[0].example) == ("", "Jan. 18 → 2022-01-18")


def test_a_rule_tells_its_note():
    found = explain(stories.reading(), at=stories.at("Jan. 18").start, rules={"time.month_day": RULE})
    assert (found[0].note, found[0].example) == ("a month and a day", "Jan. 18 → 2022-01-18")


def test_without_an_offset_all_values_are_explained():
    values = {each.entry.value for each in explain(stories.reading())}
    assert {"orders.0.issuer", "media.0.credit"} <= values


def test_words_from_a_report_with_pages_tell_theirs():
    reading = stories.reading()
    at = stories.at("Jan. 18").start
    report = msgspec.structs.replace(reading.report, pages=(0, at - 40, at + 40))
    [found] = explain(replace(reading, report=report), at=at)
    assert [context.page for context in found.contexts] == [2]
    assert stories.reading().report.page_of(at) is None
