"""`holdfire area`: what is drawn, how far off it may be, and whether places lie in it."""

import json

import pytest

FINE = {"type": "LineString", "coordinates": [[129.0, 42.2], [129.5, 42.35], [129.9, 42.6]]}


def test_a_corridor_says_its_length_its_error_and_its_origin(holdfire):
    done = holdfire("area", "corridor", "Hoeryong", "Musan", "--along", "Tumen River")
    assert done.exit_code == 0
    head, size, error, origin = done.stdout.splitlines()
    assert head == "corridor: from Hoeryong to Musan, along Tumen River"
    assert size.endswith("86.1 km long")
    assert error.endswith("3.1 km")
    assert "Natural Earth" in origin
    assert "Hoeryong 3.1 km off the line" in origin


def test_a_zone_answers_yes_no_or_possibly_with_its_reason(holdfire):
    done = holdfire(
        "area", "zone", "Hoeryong", "Musan", "--width", "10-20km", "--side", "North Korea",
        "--contains", "42.32,129.538", "--contains", "42.6,129.4", "--contains", "Hoeryong",
    )  # fmt: skip
    answers = [line.split(None, 1)[1] for line in done.stdout.splitlines()[4:]]
    assert [a.partition(":")[0] for a in answers] == ["yes", "no", "possibly"]
    assert answers[0] == "yes: 4.4 km inside it; line and point may be off by 3.1 km"


def test_geojson_is_a_feature_in_lon_lat(holdfire, tmp_path):
    path = tmp_path / "zone.geojson"
    arguments = ("--along", "CN-KP", "--width", "1-2", "--side", "KP", "--contains", "Pyongyang, KP")
    assert holdfire("area", "zone", *arguments, "--format", "geojson", "--output", path).exit_code == 0
    made = json.loads(path.read_text())
    lon, lat = made["geometry"]["coordinates"][0][0][0]
    assert (made["type"], made["geometry"]["type"]) == ("Feature", "MultiPolygon")
    assert 124 < lon < 131
    assert 39 < lat < 43
    about = made["properties"]
    assert (about["kind"], about["side"], about["width_km"]) == ("zone", "KP", {"low": 1.0, "high": 2.0})
    assert about["error_km"] == 3.0
    assert about["derived_from"].startswith("Natural Earth")
    assert about["contains"][0]["answer"] == "no"


def test_lines_divisions_and_units(holdfire):
    assert "about 685 km" in holdfire("area", "line", "Line of Control").stdout
    assert "possibly: 0.2 km outside" in holdfire("area", "admin", "Yanggang", "--contains", "Hyesan").stdout
    unit = holdfire("area", "unit", "25th Brigade", "Hyesan", "Samsu", "Pochon", "--contains", "KP-SAMSU")
    assert "yes: it is one of the places of the unit" in unit.stdout


def test_a_line_of_ones_own_replaces_ours(holdfire, tmp_path):
    (tmp_path / "fine.geojson").write_text(json.dumps(FINE))
    holdfire("gazetteer", "line", tmp_path / "fine.geojson", "--between", "CN-KP")
    done = holdfire("area", "corridor", "42.25,129.2", "42.4,129.6")
    assert "fine.geojson, CN-KP" in done.stdout
    assert "may be off by" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (
            ("corridor", "Hoeryong", "Paris, FR", "--along", "CN-KP"),
            "Paris lies 8,566 km from the line CN-KP",
        ),
        (
            ("corridor", "Hoeryong", "Musan", "--along", "US-MX"),  # over the date line
            "Hoeryong lies 9,251 km from the line MX-US",
        ),
        (("corridor", "Hoeryong", "Paju"), "the places stand on no one border"),
        (("corridor", "Hoeryong", "Yalu", "--along", "CN-KP"), "Amnok River has no known point"),
        (("corridor", "Hoeryong", "Xyzzyx"), "no place is known by the name 'Xyzzyx'"),
        (("corridor", "Hoeryung", "Musan"), "nearly: Hoeryong"),
        (("corridor", "Hoeryong", "95,1"), "95,1 is off the globe"),
        (("zone", "Hoeryong", "Musan", "--width", "wide", "--side", "KP"), "'wide' is no width"),
        (
            ("zone", "Hoeryong", "Musan", "--width", "2-1", "--side", "KP"),
            "a width must have 0 < low <= high",
        ),
        (("zone", "Hoeryong", "Musan", "--width", "2", "--side", "RU"), "RU does not lie on the line CN-KP"),
        (("zone", "Hoeryong", "Musan", "--width", "2", "--side", "Mars"), "'Mars' is no country"),
        (("zone", "Hoeryong", "--width", "2", "--side", "KP"), "name the two ends of the zone"),
        (("line", "Northern Limit Line"), "is known by name only: no line of it is shipped"),
        (("line", "KP-US"), "no line is drawn for 'KP-US'"),
        (("admin", "Texas"), "no outline of Texas (province) is known"),
    ],
)
def test_what_cannot_be_drawn_is_one_line_and_exit_2(holdfire, arguments, problem):
    done = holdfire("area", *arguments)
    assert done.exit_code == 2
    assert problem in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_unknown_place_is_named_and_the_others_are_answered(holdfire):
    done = holdfire("area", "line", "CN-KP", "--contains", "Xyzzyx", "--contains", "Pyongyang")
    assert done.exit_code == 2
    assert "Xyzzyx" in done.stderr
    assert "no: " in done.stdout
