"""The differences that are shown are those that cost something."""

from pathlib import Path

import msgspec

from gate.errors import differences, listed
from gate.gold import GOLD, GoldReport
from gate.pairing import shared_words
from gate.run import Run, unread
from gate.scoring import score
from holdfire.model.record import Record
from tests.gate.coded import INCIDENT, ORDER, report
from tests.gate.records import incident, perfect, record

BOTH = report(ORDER, INCIDENT)


def run(told: Record, gold: GoldReport) -> Run:
    return Run(Path(GOLD / "001.txt"), gold, told, score(told, gold))


def test_a_perfect_record_differs_nowhere() -> None:
    assert list(differences([run(perfect(BOTH), BOTH)])) == []


def test_what_is_missed_or_invented_is_told_once() -> None:
    missed = list(differences([run(unread(BOTH), BOTH)]))
    assert [(d.slot, d.kind) for d in missed] == [("orders.found", "missed"), ("incidents.found", "missed")]
    invented = list(differences([run(perfect(BOTH), report())]))
    assert {(d.slot, d.kind) for d in invented} == {
        ("orders.found", "invented"),
        ("incidents.found", "invented"),
    }


def test_a_wrong_value_stands_beside_the_right_one() -> None:
    told = msgspec.structs.replace(incident(INCIDENT), status="denied", killed=None)
    found = list(differences([run(record(BOTH, incidents=(told,)), report(INCIDENT))]))
    assert [(d.slot, d.kind, d.said, d.coded) for d in found] == [
        ("incidents.status", "wrong", "denied", "happened"),
        ("incidents.killed", "missed", None, 1),
    ]
    assert "  000: said denied; coded happened" in list(listed(found))


def test_evidence_counts_by_how_much_of_the_shorter_one_is_shared() -> None:
    assert shared_words([(0, 10)], [(10, 20)]) == 0
    assert shared_words([(0, 10)], [(9, 20)]) == 1
    assert shared_words([(0, 100)], [(50, 60)]) == 2
    assert shared_words([(0, 0)], [(0, 10)]) == 0
