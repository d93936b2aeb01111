# mypy: disable-error-code="union-attr,index,arg-type,operator,no-untyped-call"
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.errors import DataError
from holdfire.geography.areas import within
from holdfire.geography.blob import Blob
from holdfire.geography.gazetteer import SUPPLEMENTS, shipped_gazetteer, table, usage
from holdfire.geography.naming import fold
from holdfire.geography.rows import read_rows
from holdfire.model.truth import Truth

PLACES = shipped_gazetteer()


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Hujang", "KP-KIMHYONGJIK"),
        ("Huch'ang", "KP-KIMHYONGJIK"),
        ("Kim Hyong-jik", "KP-KIMHYONGJIK"),
        ("후창", "KP-KIMHYONGJIK"),
        ("Sinpa", "KP-KIMJONGSUK"),
        ("Yanggang", "KP-RG"),
        ("Ryanggang-do", "KP-RG"),
        ("Hoeryŏng", "KP-HOERYONG"),
        ("Saebyol", "KP-KYONGWON"),
        ("Undok", "KP-KYONGHUNG"),
        ("Amrok", "RV-AMNOK"),
        ("Yalu", "RV-AMNOK"),
        ("DPRK", "KP"),
        ("U.S.", "US"),
        ("Line of Control", "L-LOC"),
        ("St. Petersburg", "RU.66"),
    ],
)
def test_a_name_leads_to_its_place(name, place):
    assert PLACES.lookup(name)[0].id == place


def test_the_supplement_stands_in_for_the_shipped_row():
    assert [e.id for e in PLACES.lookup("Musan")] == ["KP-MUSAN"]


def test_an_ambiguous_name_keeps_all_its_places():
    provinces = {e.province for e in PLACES.lookup("Springfield")}
    assert {"US.IL", "US.MO", "US.MA"} <= provinces
    assert {e.id for e in PLACES.lookup("Tumen")} >= {"RV-TUMAN", "CN-TUMEN"}


def test_a_name_that_nobody_bears():
    assert PLACES.lookup("Qwertin") == ()
    assert PLACES.lookup("") == ()


def test_marks_of_recalled_points_are_kept():
    assert PLACES.lookup("Ryongchon")[0].verified is False
    assert PLACES.lookup("Hyesan")[0].verified is True
    assert PLACES.lookup("Ryongchon")[0].error_km == 8


def test_codes_lead_to_divisions():
    lamar = PLACES.by_code("US.TX.277")
    assert lamar is not None
    assert (lamar.name, lamar.level, lamar.province, lamar.country) == (
        "Lamar County",
        "county",
        "US.TX",
        "US",
    )
    assert PLACES.by_code("XX.99") is None


def test_a_nearly_equal_name_of_the_supplement_is_similar_but_not_the_same():
    assert [e.id for e, _ in PLACES.similar("Hoeryung")] == ["KP-HOERYONG"]
    assert PLACES.lookup("Hoeryung") == ()
    assert PLACES.similar("Springfeld") == ()
    assert PLACES.similar("Rajn") == ()


def test_own_rows_go_first_and_bad_rows_are_named():
    rows = [
        "name,lat,lon,level,other_names",
        "Post 12,42.1,129.3,city,Twelve",
        "Nowhere,95,10,city,",
        "Halfway,42.0,,city,",
        "Odd,1,1,castle,",
        ",1,1,city,",
        "Words,north,1,city,",
        "Long,1,1,city,x,y",
    ]
    found, wrong = read_rows(rows, where="mine.csv", source="mine.csv")
    mine = PLACES.with_entries(found)
    assert [e.id for e in mine.lookup("Twelve")] == ["own:post 12"]
    assert mine.lookup("Twelve")[0].source == "mine.csv"
    assert [w.where for w in wrong] == [f"mine.csv:{n}" for n in range(3, 9)]
    assert "95" in str(wrong[0])
    assert mine.lookup("Hujang") == PLACES.lookup("Hujang")


def test_rows_without_a_header_are_refused():
    _, wrong = read_rows(["Post 12,42.1,129.3"], where="mine.csv", source="mine.csv")
    assert [w.where for w in wrong] == ["mine.csv:1"]


def test_a_file_that_is_no_gazetteer_is_refused():
    with pytest.raises(DataError):
        Blob(b"something else entirely")


@pytest.mark.parametrize("name", SUPPLEMENTS)
def test_our_tables_are_sound(name):
    rows = table(name)
    assert len({r.id for r in rows}) == len(rows)
    for row in rows:
        assert all(country == "" or len(country) == 2 for country in row.country.split("/")), row


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(name):
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("one", "other"), [("St. Louis", "Saint Louis"), ("Ji'an", "Jian"), ("Łódź", "Lodz"), ("N.C.", "NC")]
)
def test_spellings_share_a_key(one, other):
    assert fold(one) == fold(other)


def test_recalled_points_lie_where_their_codes_say():
    for row in table("dprk.csv"):
        province = PLACES.by_code(row.province) if row.province else None
        if province is not None and not row.verified:
            assert within(province, row).truth is not Truth.NO, row.name


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Huicheon", "KP-HUICHON"),
        ("Phungsan", "KP-KIMHYONGGWON"),
        ("Songjin", "KP-KIMCHAEK"),
        ("수풍댐", "KP-SUPHUNG"),
    ],
)
def test_other_and_former_names_in_the_dprk(name, meant):
    assert meant in [e.id for e in PLACES.lookup(name)]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Qamishli", "gn:173377"),
        ("Miranshah", "gn:1170367"),
        ("Tell Rifaat", "gn:163476"),
        ("Kfar Aza", "gn:294563"),
        ("Bajaur", "PK.03.1183781"),
        ("Torkham", "AF-PK-TORKHAM"),
        ("Usnarz Górny", "PL-USNARZ"),
        ("Lake Edward", "R-LEDWARD"),
    ],
)
def test_places_at_other_borders_are_known_as_reports_spell_them(name, meant):
    assert meant in [e.id for e in PLACES.lookup(name)]


def test_every_spelling_is_of_a_town_that_we_have():
    towns = {(town, number) for number, town in usage().towns.values()}
    assert [t for t in towns if t[1] not in [e.id for e in PLACES.lookup(t[0])]] == []


def test_places_at_other_borders_say_how_far_off_they_may_be_and_lie_in_a_province_of_theirs():
    for row in table("borderlands.csv"):
        assert row.error_km and not row.verified and row.located, row.name
        assert not row.province or row.province.startswith(f"{row.country}."), row.name
