from holdfire.views.values import KINDS, values_of
from tests import stories


def test_every_grounded_value_is_found_at_its_path():
    paths = [value.path for value in values_of(stories.record())]
    assert len(paths) == len(set(paths))
    assert {"orders.0.issuer", "orders.0.clauses.2.condition", "incidents.0.killed", "media.0.taken"} <= set(
        paths
    )


def test_every_slot_has_a_kind():
    slots = {value.slot for value in values_of(stories.record())}
    assert slots <= KINDS.keys()


def test_a_value_knows_its_owner_and_frame():
    value = next(each for each in values_of(stories.record()) if each.path == "incidents.0.places.0")
    assert (value.slot, value.kind, value.frame, value.owner) == (
        "places",
        "place",
        "incident",
        "incidents.0",
    )
