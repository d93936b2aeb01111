import json

import msgspec
from jsonschema import Draft202012Validator

from holdfire.exports.record_json import failure_line, record_line, record_schema
from holdfire.model.grounded import Grounded
from holdfire.model.record import Record
from tests import stories

VALIDATOR = Draft202012Validator(record_schema())


def test_the_schema_is_one():
    Draft202012Validator.check_schema(record_schema())


def test_a_record_satisfies_the_schema():
    VALIDATOR.validate(json.loads(record_line(stories.record())))


def test_a_wrong_record_does_not():
    wrong = json.loads(record_line(stories.record()))
    wrong["orders"][0]["clauses"][0]["modality"] = "advice"
    assert not VALIDATOR.is_valid(wrong)


def test_a_record_is_one_line_and_reads_back():
    line = record_line(stories.record(), text=stories.WORDS)
    assert line.count(b"\n") == 1
    assert msgspec.json.decode(line)["text"] == stories.WORDS
    assert msgspec.json.decode(line, type=Record).orders[0].clauses[0].modality == "prohibition"


def test_without_its_text_a_record_has_none():
    assert "text" not in json.loads(record_line(stories.record()))


def test_every_quote_stands_at_its_offsets():
    def check(part):
        if isinstance(part, dict):
            if isinstance(part.get("start"), int):
                assert stories.WORDS[part["start"] : part["end"]] == part["quote"]
            part = list(part.values())
        for inner in part if isinstance(part, list) else ():
            check(inner)

    check(json.loads(record_line(stories.record())))


def test_a_failure_keeps_the_id_it_was_given():
    line = json.loads(failure_line(7, kind="language", message="Korean"))
    assert line == {"id": 7, "error": {"kind": "language", "message": "Korean"}}


def test_circumstances_stand_beside_their_incident():
    plain = stories.record()
    told = Grounded("fleeing", "ran", 3, 6, "stated", "movement.fled")
    first, *others = plain.incidents
    around = (msgspec.structs.replace(first, circumstances=(told,)), *others)
    line = json.loads(record_line(msgspec.structs.replace(plain, incidents=around)))
    VALIDATOR.validate(line)
    assert line["incidents"] == json.loads(record_line(plain))["incidents"]
    assert [(c["incident"], [t["value"] for t in c["told"]]) for c in line["circumstances"]] == [
        (first.id, ["fleeing"])
    ]
