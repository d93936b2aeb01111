"""The scorer: what says what is coded gets all of it, and what says something else does not."""

from collections.abc import Mapping

import msgspec
import pytest

from gate.gold import GoldReport, gold_reports
from gate.run import unread
from gate.scoring import SILENT, SLOT_NAMES, score, summed
from gate.tally import Tally
from holdfire.model.incident import Count
from holdfire.model.order import Clause
from holdfire.model.party import Party
from tests.gate import records
from tests.gate.coded import INCIDENT, ORDER, PRACTICE, incident, order, report
from tests.gate.records import grounded, maybe, perfect, record

EVERY = [gold for _, gold in gold_reports()]
THREE = report(ORDER, INCIDENT, PRACTICE)


def right(scores: Mapping[str, Tally]) -> dict[str, Tally]:
    return {name: tally for name, tally in scores.items() if tally != Tally()}


@pytest.mark.parametrize("gold", EVERY, ids=lambda gold: gold.id)
def test_saying_what_is_coded_is_right_and_saying_nothing_is_not(gold: GoldReport) -> None:
    for name, tally in score(perfect(gold), gold).items():
        assert tally.right == tally.said == tally.gold, name
    scores = score(unread(gold), gold)
    silent = scores[SILENT]
    assert silent == (Tally(1, 1, 1) if gold.empty else Tally())
    assert all(tally.right == tally.said == 0 for name, tally in scores.items() if name != SILENT)


def test_the_gold_reports_have_something_in_every_slot() -> None:
    over_all = summed([score(perfect(gold), gold) for gold in EVERY])
    assert [name for name, tally in over_all.items() if tally.f1 != 1.0] == []
    assert tuple(over_all) == SLOT_NAMES


def test_a_missed_entry_is_missed_in_each_slot_that_it_fills() -> None:
    scores = score(unread(THREE), THREE)
    assert scores["orders.found"] == Tally(0, 0, 1)
    assert scores["orders.clauses"] == Tally(0, 0, 3)
    assert scores["incidents.killed"] == Tally(0, 0, 1)
    assert scores["incidents.detained"] == Tally()
    assert scores["practices.actor"] == Tally(0, 0, 1)


def test_an_invented_entry_is_wrong_in_each_slot_that_it_fills() -> None:
    scores = score(perfect(THREE), report())
    assert scores[SILENT] == Tally(0, 1, 1)
    assert scores["incidents.found"] == Tally(0, 1, 0)
    assert scores["incidents.injured"] == Tally(0, 1, 0)
    assert scores["incidents.detained"] == Tally()
    assert scores["orders.clauses"] == Tally(0, 3, 0)


def test_swapped_parties_are_wrong_and_the_rest_stays_right() -> None:
    told = records.incident(INCIDENT)
    swapped = msgspec.structs.replace(told, actor=told.target, target=told.actor)
    scores = score(record(THREE, incidents=(swapped,)), report(INCIDENT))
    assert scores["incidents.actor"] == scores["incidents.target"] == Tally(0, 1, 1)
    assert scores["incidents.date"] == Tally(1, 1, 1)


def test_swapped_counts_are_wrong() -> None:
    told = msgspec.structs.replace(records.incident(INCIDENT), killed=grounded(0), injured=grounded(1))
    scores = score(record(THREE, incidents=(told,)), report(INCIDENT))
    assert scores["incidents.killed"] == scores["incidents.injured"] == Tally(0, 1, 1)


def test_entries_are_paired_by_what_they_have_in_common_not_by_their_order() -> None:
    other = incident(
        event_key="F", date="2023-03-07", killed=3, target="two soldiers", evidence_spans=((300, 320),)
    )
    gold = report(INCIDENT, other)
    told = record(gold, incidents=(records.incident(other), records.incident(INCIDENT)))
    assert score(told, gold)["incidents.killed"] == Tally(2, 2, 2)


def test_entries_that_share_only_the_kind_of_act_are_not_paired() -> None:
    vague = msgspec.structs.replace(
        records.incident(INCIDENT), date=None, places=(), actor=(), target=(), killed=None, injured=None,
        warning_given=None, evidence=(),
    )  # fmt: skip
    assert score(record(THREE, incidents=(vague,)), report(INCIDENT))["incidents.found"] == Tally(0, 1, 1)


@pytest.mark.parametrize("slot", ["detained", "aid_given"])
def test_what_the_coder_left_open_may_be_filled(slot: str) -> None:
    told = msgspec.structs.replace(records.incident(INCIDENT), **{slot: maybe("yes")})
    assert score(record(THREE, incidents=(told,)), report(INCIDENT))[f"incidents.{slot}"] == Tally()


def test_circumstances_are_held_against_a_coding_of_them_and_against_no_other() -> None:
    told = msgspec.structs.replace(
        records.incident(INCIDENT), circumstances=(grounded("armed"), grounded("fleeing"))
    )
    codings = {
        None: Tally(),
        frozenset[str](): Tally(0, 2, 0),
        frozenset({"fleeing", "held"}): Tally(1, 2, 2),
    }
    for coded, tally in codings.items():
        gold = report(incident(circumstances=coded))
        assert score(record(gold, incidents=(told,)), gold)["incidents.circumstances"] == tally


def test_a_clause_more_than_coded_is_wrong() -> None:
    told = records.order(ORDER)
    more = Clause("permission", grounded("kill"), means=grounded("live_fire"))
    told = msgspec.structs.replace(told, clauses=(*told.clauses, more))
    scores = score(record(THREE, orders=(told,)), report(ORDER))
    assert scores["orders.clauses"] == Tally(3, 4, 3)
    assert scores["orders.clause_acts"] == Tally(3, 4, 3)


def test_a_rumour_may_be_left_out_or_told() -> None:
    gold = report(order(salience="rumour"))
    for told in (unread(gold), perfect(gold)):
        assert right(score(told, gold)) == {}


def test_rival_accounts_are_one_incident_with_either_value() -> None:
    rival = incident(killed=Count(low=3), target="armed smugglers")
    gold = report(INCIDENT, rival)
    for told in ((INCIDENT,), (rival,), (INCIDENT, rival)):
        scores = score(record(gold, incidents=tuple(map(records.incident, told))), gold)
        assert scores["incidents.found"] == Tally(1, 1, 1)
        assert scores["incidents.killed"] == Tally(1, 1, 1)
    third = records.incident(incident(killed=2))
    assert score(record(gold, incidents=(third,)), gold)["incidents.killed"] == Tally(0, 1, 1)


def test_what_one_of_two_accounts_leaves_open_need_not_be_said() -> None:
    gold = report(INCIDENT, incident(killed=None))
    silent = records.incident(incident(killed=None))
    assert score(record(gold, incidents=(silent,)), gold)["incidents.killed"] == Tally()


def test_hypothetical_incidents_are_put_aside() -> None:
    supposed = msgspec.structs.replace(records.incident(INCIDENT), status="hypothetical")
    assert score(record(THREE, incidents=(supposed,)), report())[SILENT] == Tally(1, 1, 1)
    assert score(record(THREE, incidents=(supposed,)), report(INCIDENT))["incidents.found"] == Tally(0, 0, 1)


def test_narration_is_told_by_naming_nobody() -> None:
    named = msgspec.structs.replace(
        records.incident(INCIDENT), attribution=records.voices("a police officer")
    )
    assert score(record(THREE, incidents=(named,)), report(INCIDENT))["incidents.attribution"] == Tally(
        0, 1, 1
    )
    claimed = incident(attributed_to="the governor's office; a deputy")
    told = records.incident(INCIDENT)
    assert score(record(THREE, incidents=(told,)), report(claimed))["incidents.attribution"] == Tally(0, 1, 1)
    told = msgspec.structs.replace(told, attribution=records.voices("the deputy of the district"))
    assert score(record(THREE, incidents=(told,)), report(claimed))["incidents.attribution"] == Tally(1, 1, 1)


def test_a_second_name_of_a_place_costs_nothing_and_another_place_does() -> None:
    told = msgspec.structs.replace(
        records.incident(INCIDENT), places=records.places(("Musan", "Musan County", "Pyongyang"))
    )
    assert score(record(THREE, incidents=(told,)), report(INCIDENT))["incidents.places"] == Tally(1, 2, 1)


def test_an_act_named_by_its_harm_stands_for_how_it_was_done() -> None:
    killed = msgspec.structs.replace(records.incident(INCIDENT), act=grounded("kill"))
    assert score(record(THREE, incidents=(killed,)), report(INCIDENT))["incidents.act"] == Tally(1, 1, 1)
    beaten = msgspec.structs.replace(killed, act=grounded("beat"))
    assert score(record(THREE, incidents=(beaten,)), report(INCIDENT))["incidents.act"] == Tally(0, 1, 1)


def test_the_quote_of_a_party_counts_as_its_name() -> None:
    told = grounded(Party("BSF"))
    quoted = msgspec.structs.replace(told, quote="sentries of the BSF")
    entry = msgspec.structs.replace(records.incident(INCIDENT), actor=(quoted,))
    assert score(record(THREE, incidents=(entry,)), report(INCIDENT))["incidents.actor"] == Tally(1, 1, 1)


def test_the_same_words_read_as_something_else_are_found_and_wrong() -> None:
    misread = msgspec.structs.replace(
        records.incident(INCIDENT), act=grounded("detain"), date=None, places=(), actor=(), target=(),
        killed=None, injured=None, warning_given=None,
    )  # fmt: skip
    scores = score(record(THREE, incidents=(misread,)), report(INCIDENT))
    assert scores["incidents.found"] == Tally(1, 1, 1)
    assert scores["incidents.act"] == Tally(0, 1, 1)
