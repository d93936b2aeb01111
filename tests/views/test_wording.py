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


@pytest.mark.parametrize(
    ("norm", "said"),
    [
        (
            Norm("prohibition", "go out", words="not go out at night", condition="at night"),
            "must not go out at night",
        ),
        (
            Norm("obligation", "do duty", words="do its duty\nin a fighting spirit"),
            "must do its duty in a fighting spirit",
        ),
        (
            Norm(
                "prohibition",
                "go",
                condition="if he is dead; within two meters",
                words="not go within two meters",
            ),
            "must not go within two meters, if he is dead",
        ),
        (
            Norm("prohibition", "be on road", words="on the roads by the barriers"),
            "must not be on the roads by the barriers",
        ),
        (Norm("prohibition", "be on road", words="the roads"), "must not be on road"),
        (Norm("prohibition", "take goods", words="taken in"), "must not take goods"),
        (
            Norm("obligation", "fire", "live_fire", condition="that approaches"),
            "must fire live rounds at anything that approaches",
        ),
        (Norm("obligation", "kill", condition="who resist"), "must kill those who resist"),
    ],
)
def test_a_clause_is_said_in_a_report_s_words_where_they_begin_with_its_verb(norm, said):
    assert say(norm) == said


def test_long_words_of_a_clause_are_cut_between_words():
    said = say(Norm("obligation", "report", words="report " + "again " * 40))
    assert said.endswith("again …")
    assert len(said) < 110
