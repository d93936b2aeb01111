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
from holdfire.release.audience import OURS
from holdfire.release.compiling import compiled
from holdfire.release.policy import read_policy, shipped_policies, shipped_policy
from holdfire.release.secrets import secrets
from holdfire.release.sensitivity import fields, read_fields, sensitivity_of
from holdfire.release.vocabulary import acts, means
from tests.corroboration.telling import report, shooting
from tests.release.telling import given, incident

DERIVED = {"Person.role", "Person.sex", "Person.age", "Quote.words"}


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


class Longer(Incident, frozen=True):
    """An incident with a field that nobody has thought about."""

    whereabouts: str = ""


def test_a_new_field_stays_and_is_looked_for():
    """A field that no table knows leaves to nobody, stands in no policy, and is looked for in files."""
    assert sensitivity_of("Longer.whereabouts") == "never"
    listed = shipped_policies().replace('"Incident.status"', '"Longer.whereabouts"', 1)
    with pytest.raises(DataError, match=r"there is no field 'Longer\.whereabouts'"):
        read_policy(listed, OURS[0])
    plain = [incident(f"i{n}") for n in range(5)]
    told = [Longer(**msgspec.structs.asdict(each), whereabouts="the mill at Samjang") for each in plain]
    assert compiled(given(told)).rows == compiled(given(plain)).rows
    record = report("", shooting("w"), text="w")
    fuller = msgspec.structs.replace(record, incidents=(*record.incidents, told[0]))
    assert ("the mill at Samjang", "Longer.whereabouts") in {(s.said, s.field) for s in secrets(fuller)}


def test_what_need_not_be_looked_for_again_is_left_out_alone():
    record = report("Guards shot a man.", shooting("w"), text="w")
    known = secrets(record)
    assert len({each.said for each in known}) == len(known) > 3
    first = known[0].said
    assert secrets(record, but={first}) == [each for each in known if each.said != first]
