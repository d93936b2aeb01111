"""A record as people have it: what they rejected goes, what they corrected or put in says so."""

from typing import Any

import msgspec
import pytest

from holdfire.errors import DataError
from holdfire.judging import applied
from holdfire.model.judgement import Accept, Add, Correct, Reject
from tests import stories

RECORD = stories.record()
SAID: dict[str, Any] = {"who": "ada", "when": "2026-03-01T00:00:00.000000Z", "target": "report/ab/x"}


def test_what_is_accepted_stays_as_it_is():
    assert applied(RECORD, {"orders.0.issued": Accept(**SAID)}) == RECORD


def test_a_corrected_value_says_who_corrected_it():
    fixed = Correct(value=2, why="two died", **SAID)
    killed = applied(RECORD, {"incidents.0.killed": fixed}).incidents[0].killed
    assert killed is not None
    assert (killed.value, killed.rule, killed.because) == (
        2, "judgement.correct", "corrected by ada: two died",
    )  # fmt: skip
    before = RECORD.incidents[0].killed
    assert before is not None
    assert (killed.quote, killed.start) == (before.quote, before.start)


def test_a_correction_may_stand_in_other_words():
    at = stories.at("near Musan")
    fixed = Correct(value="2022-01-10", start=at.start, end=at.end, **SAID)
    date = applied(RECORD, {"incidents.0.date": fixed}, text=stories.WORDS).incidents[0].date
    assert date is not None
    assert (date.value, date.quote) == ("2022-01-10", "near Musan")


def test_what_is_rejected_goes_and_numbers_in_paths_stay_true():
    gone = {f"orders.0.clauses.{number}": Reject(**SAID) for number in (0, 2)}
    clauses = applied(RECORD, gone).orders[0].clauses
    assert clauses == (RECORD.orders[0].clauses[1], *RECORD.orders[0].clauses[3:])


def test_a_rejected_slot_is_open():
    assert applied(RECORD, {"incidents.0.date": Reject(**SAID)}).incidents[0].date is None


@pytest.mark.parametrize("path", ["incidents.0", "incidents.0.act"])
def test_without_its_act_an_incident_is_none(path):
    assert applied(RECORD, {path: Reject(**SAID)}).incidents == RECORD.incidents[1:]


def test_without_what_it_demands_a_clause_is_none():
    fewer = applied(RECORD, {"orders.0.clauses.0.act": Reject(**SAID)})
    assert fewer.orders[0].clauses == RECORD.orders[0].clauses[1:]


def test_what_people_put_in_stands_at_the_end():
    given = msgspec.to_builtins(msgspec.structs.replace(RECORD.incidents[0], id="put-in"))
    put = Add(value=given, who="ada", when=SAID["when"], target="report/ab/incidents")
    assert [each.id for each in applied(RECORD, {}, [put]).incidents][-1] == "put-in"


def test_what_is_known_of_the_report_can_be_corrected():
    fixed = Correct(value="2022-02-01", **SAID)
    assert applied(RECORD, {"published": fixed}).report.published == "2022-02-01"


def test_a_path_that_leads_nowhere_changes_nothing():
    assert applied(RECORD, {"orders.9.act": Reject(**SAID), "orders.x": Reject(**SAID)}) == RECORD


def test_a_value_that_cannot_stand_there_is_named():
    with pytest.raises(DataError, match="makes no record"):
        applied(RECORD, {"incidents.0.killed": Correct(value="many", **SAID)})
