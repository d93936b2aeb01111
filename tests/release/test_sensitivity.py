"""Every field of the model has its sensitivity; what nobody has thought about may not leave."""

import typing

import msgspec
import pytest

from holdfire.errors import DataError
from holdfire.model.capture import Capture
from holdfire.model.corroborated import Incident, Order
from holdfire.model.record import Record
from holdfire.model.report import Report
from holdfire.reading.english.words.lexicon import shipped
from holdfire.release.policy import shipped_policy
from holdfire.release.sensitivity import fields, read_fields, sensitivity_of
from holdfire.release.vocabulary import acts, means

DERIVED = {"Person.role", "Person.sex", "Person.age"}


def structs(kind, found):
    origin = typing.get_origin(kind)
    if origin is not None:
        for part in (origin, *typing.get_args(kind)):
            structs(part, found)
    elif isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind not in found:
        found.add(kind)
        for part in typing.get_type_hints(kind).values():
            structs(part, found)
    return found


def model_fields():
    found: set[type[msgspec.Struct]] = set()
    for kind in (Incident, Order, Record, Report, Capture):
        structs(kind, found)
    return {f"{kind.__name__}.{f.name}" for kind in found for f in msgspec.structs.fields(kind)}


def test_every_field_of_the_model_is_in_the_table_and_no_other():
    assert model_fields() == set(fields()) - DERIVED


def test_what_is_in_no_line_may_not_leave():
    assert sensitivity_of("Incident.anything_new") == "never"


@pytest.mark.parametrize("audience", ["public", "partner", "internal"])
def test_no_audience_of_ours_gets_what_must_stay(audience):
    listed = shipped_policy(audience).fields
    assert all(sensitivity_of(name) not in ("never", "inner") for name in listed)


@pytest.mark.parametrize(
    "struct", ["Voice", "Area", "Zone", "Practice", "Warn", "LeftOut", "Capture", "Piece"]
)
def test_sources_routes_and_words_leave_to_nobody(struct):
    mine = [f for name, f in fields().items() if name.startswith(f"{struct}.")]
    assert mine
    assert all(f.sensitivity == "never" for f in mine)


def test_a_sensitivity_that_is_none_is_refused():
    with pytest.raises(DataError, match=r"fields\.tsv, A\.b"):
        read_fields("field\tsensitivity\twhy\nA.b\topen\n")


def test_the_acts_and_means_that_are_read_have_their_codes():
    lexicon = shipped()
    assert {entry.act for entry in lexicon.act_verbs.values()} <= {*acts(), "incident"}
    assert set(lexicon.means.values()) <= {*means(), "other", "surveillance"}
