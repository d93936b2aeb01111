# mypy: disable-error-code="union-attr,index,arg-type,operator,no-untyped-call"
import json

import numpy as np
import pytest

from holdfire.errors import DataError
from holdfire.geography.corridor import corridor
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.geography.geojson import read_line
from holdfire.geography.lines import border_line

PLACES = shipped_gazetteer()


def line(coordinates):
    return json.dumps(
        {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": coordinates}}
    )


def read(text):
    return read_line(text, pair="CN-KP", error_km=0.05, where="finer.geojson")


def test_a_finer_line_replaces_the_shipped_one():
    fine = read(line([[129.0, 42.2], [129.2, 42.23], [129.5, 42.35], [129.75, 42.45], [129.9, 42.6]]))
    stretch = corridor(fine, PLACES.lookup("Hoeryong")[0], PLACES.lookup("Musan")[0])
    assert stretch.error_km < 2
    assert stretch.derived_from.startswith("finer.geojson, CN-KP")


def test_a_line_drawn_the_other_way_is_turned():
    points = border_line("CN-KP").parts[0][200:300].tolist()
    assert np.allclose(read(line(points[::-1])).parts[0], read(line(points)).parts[0])


def test_lines_are_found_wherever_they_stand():
    collection = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}},
            {
                "type": "Feature",
                "geometry": {"type": "MultiLineString", "coordinates": [[[127, 41], [128, 41]]]},
            },
        ],
    }
    assert len(read(json.dumps(collection)).parts) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not JSON"),
        ("[1, 2]", "not GeoJSON"),
        ('{"type": "Point", "coordinates": [1, 2]}', "no LineString"),
        (line([[129, 42]]), "two points or more"),
        (line([[129, 42], ["east", 42]]), "point 2 is not"),
        (line([[129, 42], [42, 129]]), "point 2 is off the globe"),
        ('{"type": "Feature", "geometry": null}', "not GeoJSON"),
        ('{"type": "FeatureCollection", "features": [3]}', "not GeoJSON"),
    ],
)
def test_malformed_lines_are_named_with_their_file(text, said):
    with pytest.raises(DataError, match=said) as problem:
        read(text)
    assert problem.value.where.startswith("finer.geojson")
