"""Findings: the two axes, their grounds and what is missing; wording that pronounces no guilt."""

import json
import re
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.assessment.facts import FACTS, limited, of_clause, of_incident
from holdfire.assessment.findings import clause_findings, finding, is_assessed
from holdfire.assessment.principles import held
from holdfire.assessment.standards import read_standards, shipped_standards
from holdfire.errors import DataError
from holdfire.model.corroborated import Alternative, Attested, Incident, Norm
from holdfire.model.incident import Circumstance
from holdfire.model.party import Party
from holdfire.views import verdicts
from tests.assessment.orders import FIRE, FLARE, NO_FIRE, by, ledger, order, place, whole_line

STANDARDS = shipped_standards()


def incident(**slots: Any) -> Incident:
    told: dict[str, Any] = {
        "date": by("2022-03-01"),
        "places": (by(place("Musan").place),),
        "means": by("live_fire"),
        "target_type": by("person"),
        "killed": by(1),
    } | slots
    return Incident("i", ("i",), ("r",), (), "main", by("happened"), told.pop("act", by("fire")), **told)


SHOOT = order("shoot", FIRE, issued="2020-08-25", area=whole_line())
FORBID = order("forbid", NO_FIRE, issued="2020-08-25", area=whole_line())


@pytest.mark.parametrize(
    ("told", "slots", "verdict"),
    [
        (SHOOT, {}, "consistent"),
        (FORBID, {}, "contrary"),
        (SHOOT, {"date": by("2020-01-01")}, "outside"),
        (SHOOT, {"places": (by(place("Pyongyang").place),)}, "outside"),
        (SHOOT, {"means": by("flare"), "act": by("use")}, "outside"),
        (SHOOT, {"date": None}, "undetermined"),
        (SHOOT, {"places": ()}, "undetermined"),
        (SHOOT, {"date": by("2020-08")}, "undetermined"),
        (order("x", Norm("obligation", "fire", "live_fire", condition="who come near"), issued="2020-08-25",
               area=whole_line()), {}, "undetermined"),
        (order("x", NO_FIRE, Norm("obligation", "kill", condition="who resist"), issued="2020-08-25",
               area=whole_line()), {}, "undetermined"),
        (order("x", FIRE, issued="2020-08-25"), {}, "undetermined"),
    ],
)  # fmt: skip
def test_against_the_order_in_force(told, slots, verdict):
    found = finding(incident(**slots), ledger(told), STANDARDS).conduct
    assert found.verdict == verdict
    assert bool(found.missing) == (verdict == "undetermined")


def test_what_is_missing_is_named():
    conditional = order(
        "x",
        NO_FIRE,
        Norm("obligation", "kill", condition="who resist"),
        issued="2020-08-25",
        area=whole_line(),
    )
    found = finding(incident(), ledger(conditional), STANDARDS).conduct
    assert found.missing == ("whether an exception was met: “who resist”",)
    assert finding(incident(date=None), ledger(SHOOT), STANDARDS).conduct.missing == ("the day",)


def test_force_can_obey_the_order_and_depart_from_the_principles_and_the_reverse():
    obeyed = finding(incident(warning_given=by("no")), ledger(SHOOT), STANDARDS)
    assert obeyed.conduct.verdict == "consistent"
    assert {h.principle.id for h in obeyed.standards if h.verdict == "departs"} == {"BP10"}
    flare = incident(means=by("flare"), act=by("use"), target_type=None, killed=None)
    disobeyed = finding(
        flare,
        ledger(order("no", Norm("prohibition", "use", "flare"), issued="2021", area=whole_line())),
        STANDARDS,
    )
    assert disobeyed.conduct.verdict == "contrary"
    assert not [h for h in disobeyed.standards if h.verdict == "departs"]


def test_every_verdict_names_its_grounds_and_what_is_not_told():
    for each in finding(incident(), ledger(SHOOT), STANDARDS).standards:
        assert each.grounds
        assert each.verdict != "unsettled" or each.missing


def test_what_is_told_both_ways_settles_nothing():
    both = Attested("no", ("r",), 1, (Alternative("yes", ("s",), 1),))
    found = finding(incident(warning_given=both), ledger(SHOOT), STANDARDS)
    assert {h.principle.id: h.verdict for h in found.standards}["BP10"] == "unsettled"


def test_fire_on_animals_alone_raises_no_test():
    found = finding(incident(target_type=by("animal"), killed=None), ledger(SHOOT), STANDARDS)
    assert found.only_animals and not found.standards and found.conduct.verdict == "consistent"


@pytest.mark.parametrize(("act", "status"), [("hold_fire", "happened"), ("fire", "hypothetical")])
def test_what_is_no_act_of_force_is_not_assessed(act, status):
    assert not is_assessed(msgspec.structs.replace(incident(act=by(act)), status=by(status)))


@pytest.mark.parametrize(
    ("kinds", "assessed"),
    [
        (["civilian"], False),
        (["person crossing", "civilian"], False),
        (["civilian", "border guard"], True),
        (["armed group"], True),
        (["unknown"], True),
        ([], True),
    ],
)
def test_what_civilians_do_is_held_against_no_order_to_a_force(kinds, assessed):
    told = incident(actor=tuple(by(Party(kind, kind)) for kind in kinds))
    assert is_assessed(told) is assessed


def test_where_one_report_says_that_it_was_a_guard_it_is_assessed():
    other = Alternative(Party("a guard", "border guard"), ("s",), 1)
    actor = msgspec.structs.replace(by(Party("a farmer", "civilian")), others=(other,))
    assert is_assessed(incident(actor=(actor,)))


@pytest.mark.parametrize(
    ("condition", "is_limited"),
    [
        ("", "no"),
        ("who resist to the end", "yes"),
        ("who refuse to obey or resist to the end", "no"),
        ("in self-defence", "yes"),
        ("if they are attacked or fired at by armed men", "yes"),
        ("that came near it", "no"),
        ("in self-defence or when anyone comes near", "no"),
    ],
)
def test_every_case_must_tell_of_a_threat(condition, is_limited):
    assert limited(condition) == is_limited


def _of_clause(norm, *others, **slots):
    made = order("o", norm, *others, issued="2022-01-17", **slots)
    (first, *_) = clause_findings([made], STANDARDS)
    return {h.principle.id: h for h in first.standards}


def test_kill_those_who_resist_is_held_against_the_standards():
    found = _of_clause(
        Norm("obligation", "kill", target="those", condition="who refuse to obey or resist to the end"), FLARE
    )
    assert found["BP9"].verdict == "departs" and found["GC36-12"].verdict == "departs"
    assert found["BP2"].verdict == "consistent"
    assert found["BP10"].verdict == "unsettled"


def test_fire_without_warning_departs_from_the_duty_to_warn():
    found = _of_clause(Norm("obligation", "fire", "live_fire", condition="who came near; without warning"))
    assert found["BP10"].verdict == "departs"


def test_an_emergency_is_no_reason_to_depart():
    reason = (by("to stop the epidemic"),)
    assert _of_clause(FIRE, purpose=reason)["BP8"].verdict == "departs"
    assert "BP8" not in _of_clause(FIRE)


def test_a_prohibition_is_held_against_nothing():
    assert not list(clause_findings([FORBID], STANDARDS))


def test_armed_targets_are_a_fact():
    facts = of_incident(incident(target=(by(Party("militants", "armed group")),)))
    assert facts["target_armed"].value == "yes"
    assert "target_armed" not in of_incident(incident())


def test_facts_are_those_of_the_table():
    some = [of_incident(incident(warning_given=by("yes"), aid_given=by("no"))), of_clause(FIRE, SHOOT)]
    assert all(facts.keys() <= FACTS.keys() for facts in some)


def test_every_shipped_principle_has_its_citation_and_says_whether_its_words_were_verified():
    principles = [p for s in STANDARDS for p in s.principles]
    assert len(principles) == 46
    assert all(p.citation and p.paraphrase and p.wording for p in principles)
    assert {p.id for p in principles if p.wording.startswith("verified")} >= {"BP4", "BP5", "BP9", "CC3"}


OWN = {
    "format": "holdfire-standards/1",
    "standards": [
        {
            "id": "ROE",
            "name": "Rules of engagement of a mission",
            "principles": [
                {
                    "id": "ROE-7",
                    "citation": "rule 7",
                    "paraphrase": "No fire at vehicles.",
                    "wording": "verified: the mission's card",
                    "subject": ["incident"],
                    "when": [{"force": "firearm"}],
                    "departs_if": [{"warning": "no"}],
                    "needs": [{"name": "whether it was warned", "fact": "warning"}],
                }
            ],
        }
    ],
}


def test_a_user_can_add_a_standard():
    mine = read_standards(json.dumps(OWN).encode(), where="mine.json")
    (one,) = held(of_incident(incident()), mine, "incident")
    assert (one.verdict, one.missing) == ("unsettled", ("whether it was warned",))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda d: d.update(format="x"), "is no file of standards"),
        (lambda d: d["standards"][0]["principles"][0].pop("citation"), "citation"),
        (lambda d: d["standards"][0]["principles"][0].update(colour="red"), "colour"),
        (
            lambda d: d["standards"][0]["principles"][0].update(departs_if=[{"mood": "bad"}]),
            "'mood', which is none",
        ),
        (lambda d: d["standards"][0]["principles"].append(d["standards"][0]["principles"][0]), "twice"),
    ],
)
def test_a_standard_that_is_malformed_is_refused_with_its_place(change, says):
    made = json.loads(json.dumps(OWN))
    change(made)
    with pytest.raises(DataError, match=r"mine\.json") as error:
        read_standards(json.dumps(made).encode(), where="mine.json")
    assert says in str(error.value)
    with pytest.raises(DataError):
        read_standards(b"{", where="mine.json")


def test_the_words_are_these_and_pronounce_no_guilt():
    assert dict(verdicts.CONDUCT) == {
        "consistent": "consistent with the order in force",
        "contrary": "contrary to the order in force",
        "outside": "outside the scope of any order told",
        "undetermined": "cannot be determined",
    }
    assert dict(verdicts.STANDARD) == {
        "consistent": "the facts reported are consistent with it",
        "departs": "the facts reported depart from it",
        "unsettled": "the facts reported do not settle it",
    }
    words = " ".join([*verdicts.CONDUCT.values(), *verdicts.STANDARD.values(), *verdicts.CLAUSE.values()])
    assert not re.search(r"guilt|crim|unlawful|illegal|violat|murder|innocent|justif", words, re.IGNORECASE)
    assert verdicts.NOTE.endswith("finds no one guilty.")


def told_of(*codes, **slots):
    return of_incident(incident(circumstances=tuple(map(by, codes)), **slots))


@pytest.mark.parametrize(
    ("codes", "facts"),
    [
        ("surrendering", {"danger": "no", "imminent": "no"}),
        ("disabled", {"danger": "no", "imminent": "no"}),
        ("no_threat", {"danger": "no", "imminent": "no"}),
        ("attacking", {"danger": "yes", "imminent": "yes"}),
        ("threat", {"danger": "yes"}),
        ("armed", {"target_armed": "yes"}),
        ("unarmed", {"target_armed": "no"}),
        ("armed approaching", {"danger": "yes", "moving": "towards", "target_armed": "yes"}),
        ("fleeing", {"moving": "away"}),
        ("fleeing unarmed", {"moving": "away", "imminent": "no", "target_armed": "no"}),
        ("held", {"held": "yes"}),
        ("child", {"child": "yes"}),
        ("stones", {}),
        ("assembly", {"assembly": "yes"}),
        ("peaceful", {"assembly": "yes", "violent": "no"}),
        ("assembly stones", {"assembly": "yes", "violent": "yes"}),
    ],
)
def test_circumstances_tell_these_facts_and_no_more(codes, facts):
    of = {"danger", "imminent", "target_armed", "moving", "held", "child", "assembly", "violent"}
    assert {name: fact.value for name, fact in told_of(*codes.split()).items() if name in of} == facts


@given(st.sets(st.sampled_from(get_args(Circumstance))))
def test_to_learn_more_never_turns_a_fact_round_without_saying_that_it_is_disputed(codes):
    less, more = told_of(*sorted(codes)), told_of(*get_args(Circumstance))
    for name, fact in less.items():
        assert more[name].value == fact.value or more[name].disputed
    assert all(more[name].disputed for name in ("danger", "imminent", "target_armed", "moving", "violent"))


def _verdicts(*codes, **slots):
    shot = incident(circumstances=tuple(map(by, codes)), **slots)
    return {h.principle.id: h for h in finding(shot, ledger(SHOOT), STANDARDS).standards}


@pytest.mark.parametrize(
    ("codes", "departs"),
    [
        ("surrendering", {"BP9", "CC3", "ICCPR6", "GC36-12"}),
        ("held disabled", {"BP9", "BP16", "CC3", "ICCPR6", "GC36-12"}),
        ("fleeing", set()),
        ("unarmed", set()),
        ("fleeing unarmed", {"GC36-12"}),
        ("peaceful", {"BP13"}),
        ("assembly", set()),
        ("attacking", set()),
        ("surrendering attacking", set()),
    ],
)
def test_what_the_circumstances_depart_from(codes, departs):
    assert {name for name, h in _verdicts(*codes.split()).items() if h.verdict == "departs"} == departs


def test_fire_at_who_attacks_after_other_means_is_consistent():
    attacked = _verdicts("attacking", warning_given=by("yes"), means=by("live_fire"))
    assert attacked["GC36-12"].verdict == "consistent"
    assert attacked["BP9"].verdict == "unsettled" and "less extreme means" in attacked["BP9"].missing


def test_principles_on_custody_and_assembly_come_up_where_these_are_told():
    assert {"BP15", "BP16"} <= _verdicts("held").keys()
    assert {"BP12", "BP13", "BP14"} <= _verdicts("assembly").keys()
    assert {"BP12", "BP13", "BP14", "BP15", "BP16"}.isdisjoint(_verdicts())


def test_what_is_told_both_ways_is_named():
    both = _verdicts("surrendering", "attacking")["BP9"]
    assert "was anyone in danger (told both ways)" in both.missing
    (danger,) = [fact for name, fact in both.grounds if name == "danger"]
    assert danger.disputed and set(danger.codes) == {"surrendering", "attacking"}
