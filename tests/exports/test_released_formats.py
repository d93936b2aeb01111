"""Each format of a release, read by the tool that others read it with."""

import csv
import json
import re
from io import BytesIO, StringIO

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from holdfire.exports.released import formats
from holdfire.exports.released.cells import csv_line, safe
from holdfire.exports.released.formats import FORMATS, PARQUET, files
from holdfire.release.compiling import compiled
from holdfire.release.quotes import Quote, Quotes
from holdfire.release.released import Group
from tests.exports.publications import HOSTILE, empty, publication
from tests.release.telling import given as given_
from tests.release.telling import incident

KOREAN = "회령에서 총격"
MADE = {
    "public": publication(titles=[HOSTILE, *[KOREAN] * 19]),
    "empty": empty(),
    "partner": publication(40, audience="partner"),
}
every = pytest.mark.parametrize("told", MADE.values(), ids=MADE)


def made(told, path):
    return b"".join(next(file.pieces for file in files(told) if file.path == path))


@every
def test_follow_the_money_takes_every_entity(told):
    model = pytest.importorskip("followthemoney").model
    lines = [json.loads(line) for line in made(told, "entities.ftm.json").splitlines()]
    entities = [model.get_proxy(line) for line in lines]
    known = {entity.id for entity in entities}
    for line, entity in zip(lines, entities, strict=True):
        entity.schema.validate(line)
        for name, values in line["properties"].items():
            prop = entity.schema.get(name)
            assert prop is not None, name
            assert all(prop.type.validate(value) for value in values), (name, values)
            assert prop.range is None or set(values) <= known
    assert len([e for e in entities if e.schema.name == "Event"]) == len(told.incidents) + len(told.orders)


@every
def test_geojson_is_what_rfc_7946_says(told):
    shapely = pytest.importorskip("shapely")
    whole = json.loads(made(told, "incidents.geojson"))
    assert whole["type"] == "FeatureCollection"
    for feature in whole["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        if feature["geometry"] is not None:
            point = shapely.from_geojson(json.dumps(feature["geometry"]))
            assert -180 <= point.x <= 180
            assert -90 <= point.y <= 90
    assert len(whole["features"]) == len(told.incidents)


@every
def test_annotations_have_what_the_model_demands(told):
    whole = json.loads(made(told, "annotations.jsonld"))
    assert whole["@context"] == "http://www.w3.org/ns/anno.jsonld"
    items = whole["first"]["items"]
    assert (whole["type"], whole["total"]) == ("AnnotationCollection", len(items))
    cited = {page.url for page in told.pages}
    assert len({each["id"] for each in items}) == len(items)
    for each in items:
        assert each["type"] == "Annotation"
        assert each["target"]["id"] in cited
        assert [body["type"] for body in each["body"]] == ["SpecificResource", "TextualBody"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", each["created"])


@every
def test_orders_are_policies_with_rules_and_constraints(told):
    whole = json.loads(made(told, "orders-odrl.jsonld"))
    policies = {policy["uid"]: policy for policy in whole["@graph"]}
    assert len(policies) == sum(bool(order.clauses) for order in told.orders)
    for order in told.orders:
        policy = policies[f"urn:holdfire:release:order:{order.id}"]
        rules = [r for name in ("permission", "prohibition", "obligation") for r in policy.get(name, ())]
        assert len(rules) == len(order.clauses)
        for rule in rules:
            assert rule["action"].startswith("hf:")
            assert rule["target"]
            for constraint in rule.get("constraint", ()):
                assert set(constraint) == {"leftOperand", "operator", "rightOperand"}
                assert constraint["operator"] in {"eq", "gteq", "lteq", "isAnyOf"}
                assert constraint["leftOperand"] in {"spatial", "dateTime", "hf:means"}


@every
def test_the_crate_lists_every_file(told, tmp_path):
    rocrate = pytest.importorskip("rocrate.rocrate")
    for file in files(told):
        (tmp_path / file.path).parent.mkdir(exist_ok=True)
        (tmp_path / file.path).write_bytes(b"".join(file.pieces))
    crate = rocrate.ROCrate(tmp_path)
    there = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert {entity.id for entity in crate.data_entities} == there - {"ro-crate-metadata.json"}
    root = crate.root_dataset
    assert all(root.get(name) for name in ("name", "description", "datePublished", "license"))


def test_parquet_is_read_back_as_it_was():
    parquet = pytest.importorskip("pyarrow.parquet")
    told = MADE["public"]
    raw = made(told, PARQUET)
    rows = parquet.read_table(BytesIO(raw)).to_pylist()
    assert [row["id"] for row in rows] == [row.id for row in told.incidents]
    for row, was in zip(rows, told.incidents, strict=True):
        assert (row["period"] or "", row["act"]) == (was.period, was.outcome.act)
        assert row["killed_low"] == (was.outcome.killed.low if was.outcome.killed else None)
    assert raw == made(told, PARQUET)
    assert told.incidents[0].id.encode() in raw


def _words(raw):
    pages = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(raw))
    return " ".join(" ".join(pages).split())


@every
def test_a_dossier_says_what_it_must(told):
    pytest.importorskip("reportlab")
    found = {file.path: b"".join(file.pieces) for file in files(told) if file.path.startswith("dossiers/")}
    assert len(found) == len(told.orders) + len(told.groups)
    for raw in found.values():
        assert "finds no one guilty" in _words(raw)
    if told is MADE["public"]:
        assert any(KOREAN in _words(raw) for raw in found.values())


def test_a_dossier_quotes_pages_for_its_order_and_names_its_group():
    pytest.importorskip("reportlab")
    told = MADE["public"]
    order, group = told.orders[0], told.groups[0]
    told = replace(told, quotes=Quotes([Quote(order.id, order.pages[0], "will be shot", 3, 15)]))
    found = {file.path: _words(b"".join(file.pieces)) for file in files(told) if file.path.endswith(".pdf")}
    assert f"“will be shot” [{order.pages[0]}]" in found[f"dossiers/order-{order.id}.pdf"]
    assert sum("will be shot" in words for words in found.values()) == 1
    assert f"Group {group.id}." in found[f"dossiers/group-{group.id}.pdf"]


def test_without_an_extra_the_rest_is_there_and_it_is_said(monkeypatch):
    monkeypatch.setattr(formats, "find_spec", lambda _name: None)
    assert len(formats.left_out()) == 2
    paths = {file.path for file in files(publication(10))}
    assert set(FORMATS) < paths
    assert not any(path.endswith((".pdf", ".parquet")) for path in paths)


FORMULA = st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n"])


@given(FORMULA, st.text(max_size=20))
def test_no_cell_begins_like_a_formula(begun, rest):
    cell = safe(begun + rest)
    assert cell.startswith("'") or re.fullmatch(r"-\d+(\.\d+)?", cell)
    line = csv_line(("a",), {"a": begun + rest}).decode()
    assert list(csv.reader(StringIO(line, newline=""))) == [[cell]]


@every
def test_no_csv_of_a_release_has_a_formula(told):
    for path in ("incidents-ucdp.csv", "incidents-acled.csv"):
        for row in csv.reader(StringIO(made(told, path).decode(), newline="")):
            assert not [c for c in row if c[:1] in "=+@\t\r" and c]
            assert all(re.fullmatch(r"-\d+(\.\d+)?", c) for c in row if c.startswith("-"))


def test_what_lies_between_two_countries_is_in_none_and_in_both_where_a_format_has_room():
    spread = [incident(f"i{n}", date=f"2021-0{n + 1}-03", where="Tuman River") for n in range(5)]
    river = compiled(given_(spread)).rows
    told = replace(MADE["public"], incidents=river, groups=(Group(river[0].group, 5, False, 1),))
    for path in ("incidents-ucdp.csv", "incidents-acled.csv"):
        lines = list(csv.DictReader(StringIO(made(told, path).decode(), newline="")))
        assert {line["country"] for line in lines} <= {""}
    assert all("countries=" in line["notes"] and "/" not in line["country"] for line in lines)
    events = [json.loads(line) for line in made(told, "entities.ftm.json").splitlines()]
    shot = [each for each in events if each["id"] == f"hf-{river[0].id}"]
    assert sorted(shot[0]["properties"]["country"]) == ["cn", "kp", "ru"]
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = parquet.read_table(BytesIO(made(told, PARQUET))).to_pylist()
    assert {(row["country"], *sorted(row["countries"])) for row in rows} == {(None, "CN", "KP", "RU")}
