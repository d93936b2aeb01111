"""Rows of others' tables: each value stands at its cell, what is wrong is named, nothing else is lost."""

import hashlib
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from holdfire.errors import DataError, SourceError
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.model.incident import Count
from holdfire.sources.columns.column_map import SHIPPED, fitting, read_map, shipped_map, shipped_text
from holdfire.sources.columns.incidents import imported
from holdfire.sources.columns.rows import rows, table

UCDP = "id,relid,date_start,date_end,where_prec,adm_1,country,latitude,longitude,side_a,side_b,best,low,high"
ACLED = (
    "event_id_cnty,event_date,time_precision,sub_event_type,actor1,actor2,country,admin1,location,latitude,"
    "longitude,geo_precision,source,notes,fatalities,timestamp"
)
ATLOS = (
    "slug,project,inserted_at,updated_at,latitude,longitude,status,description,date,type,"
    "geolocation_resolution,source_1"
)
UWAZI = (
    "Title,Date added,Template,Date,Type of violation,Perpetrators,Place,Country,Killed,Geolocation,Published"
)


def _in(tmp_path, heading, *lines, end="\n"):
    path = tmp_path / "table.csv"
    path.write_bytes(end.join([heading, *lines, ""]).encode())
    return path


def _read(path):
    found = table(path)
    by = fitting(found.columns)
    assert by is not None
    told: list[Any] = []
    for row in rows(found, by):
        try:
            told.append(row if isinstance(row, SourceError) else imported(row, by, shipped_gazetteer()))
        except SourceError as error:
            told.append(error)
    return told


def _one(path):
    ((report, record),) = _read(path)
    return report, record.incidents[0] if record.incidents else None, record


def _grounded(struct):
    for name in struct.__struct_fields__:
        value = getattr(struct, name)
        yield from (v for v in (value if isinstance(value, tuple) else (value,)) if hasattr(v, "quote"))


def test_a_row_of_ucdp(tmp_path):
    line = "7,KP-7,2020-09-01 00:00:00.000,2020-09-03,4,Ryanggang,North Korea,41.4,128.0,Government of North Korea,Civilians,2,1,3"  # noqa: E501
    report, incident, record = _one(_in(tmp_path, UCDP, line))
    assert (incident.act.value, incident.act.basis) == ("kill", "inferred")
    assert incident.date.value == "2020-09-01/2020-09-03"
    assert incident.killed.value == Count(1, 3)
    assert incident.places[0].value.id == "KP-RG"
    assert [p.value.kind for p in (*incident.actor, *incident.target)] == ["state", "civilian"]
    assert all(report.words[v.start : v.end] == v.quote for v in _grounded(incident))
    assert record.reader.name == "holdfire-import"
    assert incident.killed.rule == "import.ucdp.best"


def test_a_row_of_acled(tmp_path):
    line = 'X1,12 March 2021,2,Attack,Police Forces of Z,Civilians (Z),North Korea,Ryanggang,Nowhere,41.0,128.1,1,"Daily Z; Y","a, ""b""",3,1615900000'  # noqa: E501
    report, incident, _ = _one(_in(tmp_path, ACLED, line))
    assert (incident.act.value, incident.killed.value, incident.date.value) == ("attack", 3, "2021-03-12~")
    assert report.published == "2021-03-16"
    assert report.outlet == "Daily Z; Y"
    place = incident.places[0].value
    assert (place.name, place.lat, place.id, place.precision) == ("Nowhere", 41.0, None, 1)
    assert [p.value.kind for p in (*incident.actor, *incident.target)] == ["police", "civilian"]


def test_rows_of_atlos_and_uwazi(tmp_path):
    line = (
        'ABC,P,2022-04-01,2022-04-02,42.2,129.2,Completed,"Men fired at, twice",2022-03-04,"Shooting, Other",'
        "Exact,https://example.com/1"
    )
    _, incident, _ = _one(_in(tmp_path, ATLOS, line))
    assert (incident.act.value, incident.status, incident.date.value) == ("fire", "happened", "2022-03-04")
    assert incident.places[0].value.lat == 42.2
    line = (
        "A case,2021-12-01,Case,2021-08-25,Killing|Torture,Border guards|Police,Musan,North Korea,2,"
        "42.23|129.21,Published"
    )
    _, incident, _ = _one(_in(tmp_path, UWAZI, line))
    assert (incident.act.value, incident.date.value, incident.killed.value) == ("kill", "2021-08-25", 2)
    assert [p.value.kind for p in incident.actor] == ["border guard", "police"]
    assert [p.quote for p in incident.actor] == ["Border guards", "Police"]
    assert incident.places[0].value.name == "Musan"


def test_an_act_that_no_code_tells_leaves_the_words_and_a_warning(tmp_path):
    report, incident, record = _one(
        _in(tmp_path, ACLED, "X2,2021-01-01,1,Peaceful protest,A,B,,,,,,,,said so,0,")
    )
    assert incident is None
    assert record.warnings[0].kind == "import"
    assert "notes: said so" in report.words


def test_what_is_wrong_is_named_by_its_line_and_the_rest_is_kept(tmp_path):
    ends = ",1,,North Korea,,,A,B,"
    told = _read(_in(tmp_path, UCDP, *[
        "1,,2020-01-01,2020-01-01" + ends + "two,,",
        "2,,2020-02-30,2020-02-30" + ends + "2,,",
        '3,,2020-01-01,2020-01-01,1,,"North\nKorea",,,A,B,2,,',
        "4,,2020-03-01,2020-01-01" + ends + "2,,",
        "5,,2020-01-01,2020-01-01" + ends + "2,5,3",
        "6,,2020-01-01,2020-01-01,1,,North Korea,99,0,A,B,2,,",
        "7,,2020-01-01,2020-01-01" + ends + "-2,,",
        "8,,2020-01-01,2020-01-01" + ends + "2,,,,more",
        "",
        "9,,2020-01-01,2020-01-01" + ends + "2,,",
    ]))  # fmt: skip
    wrong = [str(each) for each in told if isinstance(each, SourceError)]
    lines = [w.split("line ")[1].split(":")[0] for w in wrong]
    assert lines == ["2", "3", "6", "7", "8", "9", "10"]
    for said, message in zip(
        ("no number", "no day 30", "after its end", "above", "outside the world", "below", "16 cells"),
        wrong,
        strict=True,
    ):
        assert any(part in message for part in said.split("|")), message
    assert len(told) - len(wrong) == 2


def test_a_table_that_breaks_off_keeps_what_came_before(tmp_path):
    told = _read(_in(tmp_path, UCDP, "1,,2020-01-01,2020-01-01,1,,,,,A,B,2,,", '2,"open', "3,,"))
    assert isinstance(told[-1], SourceError)
    assert "line 3" in str(told[-1])
    assert len(told) == 2


@drawn(st.lists(st.text('ab,"\n\r é한;', max_size=8), min_size=1, max_size=5))
def test_each_row_keeps_its_own_bytes(tmp_path_factory, notes):
    path = tmp_path_factory.mktemp("t") / "t.csv"
    quoted = ['"' + note.replace('"', '""') + '"' for note in notes]
    head = "event_id_cnty,event_date,sub_event_type,actor1,geo_precision,notes\n"
    body = [f"X{n},2020-01-01,Attack,A,1,{note}\n" for n, note in enumerate(quoted)]
    path.write_bytes((head + "".join(body)).encode())
    found = table(path)
    captured: list[Any] = list(rows(found, shipped_map("acled")))
    assert [c.raw for c in captured] == [(head + line).encode() for line in body]
    raw = path.read_bytes()
    for capture in captured:
        assert raw[capture.within.offset :][: capture.within.length] == capture.raw[len(head) :]
        assert capture.row.file_sha256 == hashlib.sha256(raw).hexdigest()
        report, record = imported(capture, shipped_map("acled"), shipped_gazetteer())
        assert all(report.words[v.start : v.end] == v.quote for v in _grounded(record.incidents[0]))


def test_semicolons_tabs_marks_and_windows_ends(tmp_path):
    for mark, end in ((";", "\r\n"), ("\t", "\n")):
        heading = UCDP.replace(",", mark)
        line = "1,,2020-01-01,2020-01-01,1,,,,,A,B,2,,".replace(",", mark)
        path = _in(tmp_path, "\ufeff" + heading, line, end=end)
        _, incident, _ = _one(path)
        assert incident.killed.value == 2


def test_no_table(tmp_path):
    for content, said in (
        (b"", "empty|no columns"),
        (b"just words\n", "no columns"),
        (b"a,b,a\n1,2,3\n", "two columns"),
    ):
        path = tmp_path / "t.csv"
        path.write_bytes(content)
        with pytest.raises(SourceError) as error:
            table(path)
        assert any(part in str(error.value) for part in said.split("|"))


@pytest.mark.parametrize("name", SHIPPED)
def test_our_maps_are_told_apart_by_their_columns(name):
    made = shipped_map(name)
    assert fitting([*made.map.known_by, "more"]) == made
    assert made.name == name
    assert len(made.sha256) == 64


@pytest.mark.parametrize(("old", "new", "said"), [
    ('value = "kill"', 'value = "murder"', "'murder' is no act"),
    ("outlet =", "outlett =", "outlett"),
    ('about = "UCDP GED"', "about = ", "is no column map"),
    ('"border guard", "border guard"', '"border guard", "guard"', "'guard' is no actor"),
])  # fmt: skip
def test_a_map_that_names_what_is_not_known_is_refused(old, new, said):
    with pytest.raises(DataError, match=said):
        read_map(shipped_text("ucdp").replace(old, new, 1), name="mine", where="mine.toml")
