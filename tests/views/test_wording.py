import pytest

from holdfire.model.corroborated import Norm
from holdfire.model.incident import Count
from holdfire.model.order import Relation
from holdfire.model.party import Party, Voice
from holdfire.model.place import Area, Place, Width
from holdfire.views.wording import about, say


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("live_fire", "live fire"),
        (3, "3"),
        (Count(2, 4), "2 to 4"),
        (Count(2), "at least 2"),
        (Count(None, 4), "at most 4"),
        (Width(1, 2), "1 to 2 km"),
        (Width(1.5, 1.5), "1.5 km"),
        (Party("border guards", "border guard"), "border guards"),
        (Relation("replaces", "the 2020 order"), "replaces the 2020 order"),
        (Relation("reaffirms"), "reaffirms an earlier order"),
        (
            Area("corridor", along="Tumen River", from_="Hoeryong", to="Musan"),
            "from Hoeryong to Musan, along Tumen River",
        ),
        (Area("unit_area"), "unit area"),
        (Voice("", "narration"), "narration"),
        (Norm("prohibition", "fire", "live_fire", "crossers"), "must not fire live rounds at crossers"),
        (Norm("obligation", "fire_flare", "flare"), "must fire flares"),
        (Norm("permission", "fire", "rubber_bullet"), "may fire (rubber bullet)"),
        (Norm("obligation", "kill", None, "those who flee"), "must kill those who flee"),
    ],
)
def test_a_value_is_said_in_plain_words(value, said):
    assert say(value) == said


def test_a_place_tells_its_level_and_point():
    assert about(Place("Musan", lat=42.234, lon=129.2, level="county")) == "county 42.23, 129.20"
    assert about(Place("Nowhere")) == ""


def test_a_voice_does_not_repeat_the_place_that_its_name_holds():
    voice = Voice("a source in Yanggang", "anonymous source", "Yanggang", "2022-01-25", "saw")
    assert about(voice) == "anonymous source, told on 25 January 2022, saw"
