"""The gold reports are well formed: quotes at their spans, known words in every slot, enough of each."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from holdfire.model.incident import Circumstance

GOLD = Path(__file__).parents[1] / "gold"
REPORTS = sorted(GOLD.glob("*.txt"))
Annotation = dict[str, Any]

SHARED = {"place_names", "act", "means", "attributed_to", "evidence_quotes", "evidence_spans"}
DEED = SHARED | {
    *("event_key", "salience", "status", "actor", "target", "target_type", "killed", "injured", "detained")
}
KEYS = {
    "report": {
        *("id", "border", "style", "invented", "published", "language"),
        *("features", "orders", "incidents", "practices", "traps"),
    },
    "orders": SHARED - {"act", "means"}
    | {
        *("order_key", "salience", "kind", "issuer", "addressees", "acts", "area_description", "issued"),
        *("effective_from", "effective_to", "hours", "until_condition", "relation"),
    },
    "incidents": DEED | {"date", "time", "warning_given", "aid_given"},
    "practices": DEED | {"period", "condition"},
}
MEANS: set[str | None] = {
    *("live_fire", "warning_shot", "blank", "flare", "less_lethal", "explosive", "landmine", "blade"),
    *("beating", "surveillance", "arrest", "other", None),
}
WORDS: dict[str, set[str | None]] = {
    "means": MEANS,
    "modality": {"obligation", "prohibition", "permission"},
    "kind": {*("order", "instruction", "proclamation", "standing rule", "agreement", "threat", "proposal")},
    "salience": {"main", "background", "pattern", "rumour"},
    "status": {"happened", "alleged", "denied"},
    "target_type": {"person", "animal", "vehicle", "object", "unknown", None},
    "warning_given": {"yes", "no", None},
    "aid_given": {"yes", "no", None},
}
ACTS = {
    *("fire", "shell", "explode", "kill", "stab", "beat", "detain", "pushback", "warn", "hold_fire"),
    *("omission", "other"),
}
RELATIONS = {"reaffirms", "replaces", "implements", "amends"}
DAY = r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?[~?%]?"
DATES = ("date", "period", "issued", "effective_from", "effective_to", "published")


def annotation(report: Path) -> Annotation:
    loaded: Annotation = json.loads(report.with_suffix(".json").read_text(encoding="utf-8"))
    return loaded


def entries(coded: Annotation) -> Iterator[tuple[str, Annotation]]:
    """Every order, incident and practice of a report, each with the name of its list."""
    for kind in ("orders", "incidents", "practices"):
        for entry in coded[kind]:
            yield kind, entry


def all_entries(kind: str) -> list[Annotation]:
    return [entry for report in REPORTS for entry in annotation(report)[kind]]


def count_is_sound(count: object) -> bool:
    if isinstance(count, dict):
        return (
            set(count) <= {"low", "high"} and bool(count) and all(type(end) is int for end in count.values())
        )
    return count is None or (type(count) is int and count >= 0)


def test_there_are_enough_reports_from_enough_borders() -> None:
    assert len(REPORTS) >= 60
    assert {path.stem for path in GOLD.glob("*.json")} == {path.stem for path in REPORTS}
    assert len({annotation(report)["border"] for report in REPORTS}) >= 10


def test_reports_with_nothing_in_them_are_there() -> None:
    empty = [report for report in REPORTS if not list(entries(annotation(report)))]
    assert len(empty) >= 5


def test_every_kind_and_relation_of_orders_is_there() -> None:
    orders = all_entries("orders")
    assert {order["kind"] for order in orders} == WORDS["kind"]
    assert {order["relation"]["kind"] for order in orders if order["relation"]} == RELATIONS


def test_every_act_status_and_target_is_there() -> None:
    incidents = all_entries("incidents")
    assert {incident["act"] for incident in incidents} == ACTS
    assert {incident["status"] for incident in incidents} == WORDS["status"]
    assert {incident["target_type"] for incident in incidents} == WORDS["target_type"]


def the_report_is_no_book_and_has_its_keys(report: Path) -> None:
    coded = annotation(report)
    assert 55 <= len(report.read_text(encoding="utf-8").split()) <= 300
    assert set(coded) == KEYS["report"]
    assert (coded["id"], coded["language"], coded["invented"]) == (report.stem, "en", True)
    for kind, entry in entries(coded):
        assert KEYS[kind] <= set(entry) <= KEYS[kind] | {"account", "circumstances"}


def every_quote_stands_at_its_span(report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    for _, entry in entries(annotation(report)):
        assert entry["evidence_quotes"]
        assert [text[start:end] for start, end in entry["evidence_spans"]] == entry["evidence_quotes"]


def every_place_is_named_in_the_report(report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    for _, entry in entries(annotation(report)):
        assert all(place in text for place in entry["place_names"])


def slots_hold_known_words(report: Path) -> None:
    for kind, entry in entries(annotation(report)):
        for slot, words in WORDS.items():
            assert slot not in entry or entry[slot] in words, (slot, entry[slot])
        assert kind == "orders" or entry["act"] in ACTS
        assert set(entry.get("circumstances", ())) <= {*get_args(Circumstance)}
        assert (entry["salience"] == "pattern") == (kind == "practices")
        assert not entry.get("relation") or entry["relation"]["kind"] in RELATIONS


def clauses_hold_known_words(report: Path) -> None:
    for order in annotation(report)["orders"]:
        assert order["acts"]
        for clause in order["acts"]:
            assert set(clause) == {"modality", "act", "means", "condition", "exception"}
            assert clause["modality"] in WORDS["modality"] and clause["means"] in MEANS


def dates_are_edtf_and_counts_are_numbers_or_ranges(report: Path) -> None:
    coded = annotation(report)
    for entry in (coded, *(entry for _, entry in entries(coded))):
        for slot in DATES:
            date = entry.get(slot)
            assert date is None or re.fullmatch(rf"{DAY}(/{DAY})?", date), (slot, date)
        assert all(count_is_sound(entry.get(slot)) for slot in ("killed", "injured", "detained"))


SOUND: tuple[Callable[[Path], None], ...] = (
    the_report_is_no_book_and_has_its_keys,
    every_quote_stands_at_its_span,
    every_place_is_named_in_the_report,
    slots_hold_known_words,
    clauses_hold_known_words,
    dates_are_edtf_and_counts_are_numbers_or_ranges,
)


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_a_report_is_coded_as_it_should_be(report: Path) -> None:
    for holds in SOUND:
        holds(report)
