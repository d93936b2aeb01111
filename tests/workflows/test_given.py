"""What a person types for a slot → a value."""

import pytest

from holdfire.errors import BookError, DateError
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.model.party import Party, Voice
from holdfire.model.place import Area, Place, Width
from holdfire.workflows.casebook.given import place_named, value_given


@pytest.mark.parametrize(
    ("slot", "typed", "value"),
    [
        ("killed", "3", 3),
        ("killed", "2 to 4", {"low": 2, "high": 4}),
        ("killed", "2-2", 2),
        ("injured", "at least 3", {"low": 3}),
        ("injured", "more than 3", {"low": 4}),
        ("detained", "5+", {"low": 5}),
        ("detained", "up to 5", {"high": 5}),
        ("date", "9 January 2022", "2022-01-09"),
        ("date", "2022-01-09?", "2022-01-09?"),
        ("date", "2022-01/2022-03", "2022-01/2022-03"),
        ("act", "  fire   at ", "fire at"),
        ("target_type", "Person", "person"),
        ("kind", "standing rule", "standing rule"),
        ("actor", "guards", {"name": "guards"}),
        ("attribution", "a source", {"speaker": "a source"}),
    ],
)
def test_what_is_typed_for_an_open_slot(slot, typed, value):
    assert value_given(typed, slot=slot) == value


@pytest.mark.parametrize(
    ("slot", "typed", "error"),
    [
        ("killed", "some", BookError),
        ("killed", "4 to 2", BookError),
        ("killed", "-1", BookError),
        ("date", "soon", DateError),
        ("target_type", "ghost", BookError),
        ("act", "   ", BookError),
        ("act", "x" * 3000, BookError),
    ],
)
def test_what_is_no_value(slot, typed, error):
    with pytest.raises(error):
        value_given(typed, slot=slot)


def test_what_is_known_of_the_old_value_stays():
    party = value_given("the 27th Brigade", slot="actor", old=Party("guards", "border guard"))
    assert party == {"name": "the 27th Brigade", "kind": "border guard"}
    voice = value_given("an officer", slot="attribution", old=Voice("a source", "military"))
    assert (voice["speaker"], voice["kind"]) == ("an officer", "military")
    assert value_given("1 to 2 km", slot="width_km", old=Width(1, 1)) == {"low": 1.0, "high": 2.0}
    with pytest.raises(BookError, match="cannot be typed"):
        value_given("x", slot="area", old=Area("zone"))


def test_a_place_is_looked_up_and_an_unknown_one_keeps_its_name():
    places = shipped_gazetteer()
    assert place_named("Hoeryong", places).lat is not None
    assert place_named("Nowhere at all", places) == Place("Nowhere at all")
