"""What a user teaches Holdfire is kept, checked and read with."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.errors import DataError, HoldfireError
from holdfire.geography.rows import read_rows
from holdfire.model.report import Report
from holdfire.reading.english.words.lexicon import TABLES
from holdfire.reading.english.words.own import checked, laid_over, table
from holdfire.reading.triggers import Scan
from holdfire.workflows.own.folder import VARIABLE, home, keep, owned
from holdfire.workflows.own.lines import add_line, lines_of, remove_line
from holdfire.workflows.own.places import add_places, finder_of, gazetteer_of, own_places, remove_place
from holdfire.workflows.own.words import add_words, meanings, own_rows, remove_word, words_of
from holdfire.workflows.readers import english_reader

ACTS = table("acts")
ZAPPED = "The warders zapped two men with a dazzler."
USED = "On Monday police used a dazzler against the crowd."
FINE = [[129.0, 42.2], [129.2, 42.23], [129.5, 42.35], [129.75, 42.45], [129.9, 42.6]]
STRETCH = "On Jan. 17 the government ordered guards along the Tumen River from {} to stop firing."


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty folder of one's own."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "own"))
    return tmp_path / "own"


@pytest.fixture
def given_file(tmp_path):
    """Writes a file as a user would give it."""

    def write(name, text):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def geojson(points):
    return json.dumps({"type": "LineString", "coordinates": points})


def record(words, published="2022-01-26"):
    report = Report(id="0", words=words, raw_sha256="0", published=published, language="en")
    return english_reader(owned())(report).record


def teach(write, name, *rows):
    return add_words(owned(), table(name), write(f"{name}.tsv", "".join("\t".join(r) + "\n" for r in rows)))


# The folder


def test_nothing_is_kept_and_nothing_is_made_where_there_is_no_folder(folder):
    own = owned()
    assert (dict(own.files), own.digest, folder.exists()) == ({}, None, False)
    assert words_of(own) is words_of(owned())
    assert gazetteer_of(own) is gazetteer_of(owned())


def test_the_folder_is_in_the_data_folder_unless_it_is_named(monkeypatch, tmp_path, folder):
    assert home() == folder
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert home() == tmp_path / "holdfire"
    monkeypatch.setenv("XDG_DATA_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert home() == tmp_path / ".local" / "share" / "holdfire"


def test_what_is_kept_is_for_its_owner_only_and_goes_with_its_last_row(given_file, folder):
    teach(given_file, "means", ("dazzler", "less_lethal"))
    assert folder.stat().st_mode & 0o077 == 0
    assert remove_word(owned(), table("means"), "Dazzler") == 1
    assert owned().digest is None


def test_a_folder_that_cannot_be_written_is_said(given_file, folder):
    folder.write_text("a file in its place")
    with pytest.raises(HoldfireError, match=VARIABLE):
        keep(owned(), "places.csv", "name\n")


# Words


def test_good_rows_are_kept_and_bad_ones_named_with_their_line(given_file):
    path = given_file(
        "mine.tsv",
        "# my words\nword\tclass\tact\tmeans\ttarget\tharm\nzap\tverb\tfire\tless_lethal\tobj\n"
        "one cell\n\nbar\tverb\tkil\nbaz\tverb\tkill\tlaser\nqux\tverb\tkill\t\tojb\n"
        "two words\tverb\tkill\nfoo\tadverb\tkill\na\tverb\tkill\t\t\t\tx\nrpg-7\tnoun\tfire\n\tverb\tkill\n",
    )
    done = add_words(owned(), ACTS, path)
    assert (done.new, done.replaced) == (1, 0)
    assert [each.where for each in done.wrong] == [f"{path}:{n}" for n in (4, 6, 7, 8, 9, 10, 11, 12, 13)]
    assert all(each.remedy for each in done.wrong)
    assert own_rows(owned(), ACTS) == [("zap", "verb", "fire", "less_lethal", "obj", "")]


def test_a_later_row_for_a_word_replaces_it_but_a_noun_is_no_verb(given_file):
    teach(given_file, "acts", ("zap", "verb", "fire"), ("zap", "noun", "fire"))
    done = teach(given_file, "acts", ("Zap", "verb", "injure", "", "obj", "injured"))
    assert (done.new, done.replaced) == (0, 1)
    assert [row[1:3] for row in own_rows(owned(), ACTS)] == [("noun", "fire"), ("verb", "injure")]


def test_a_file_with_no_good_row_changes_nothing(given_file, folder):
    assert len(teach(given_file, "means", ("dazzler", "light")).wrong) == 1
    assert not folder.exists()


def test_there_are_only_our_tables():
    with pytest.raises(DataError, match="acts, means"):
        table("weapons")


def test_a_cue_takes_the_values_that_the_cue_has():
    cues = table("cues")
    rows, wrong = checked(
        ["dread\texpectation\tfear\n", "dread\texpectation\tinjured\n"], into=cues, where="f"
    )
    assert (rows, [each.where for each in wrong]) == ([("dread", "expectation", "fear")], ["f:2"])


def test_words_of_ones_own_hide_ours(given_file):
    teach(given_file, "means", ("taser", "other"))
    mine, *ours = meanings(owned(), "Taser")
    assert mine.own
    assert all(each.hidden and each.row[1] == "less_lethal" for each in ours)
    assert words_of(owned()).means["taser"] == "other"


@pytest.mark.parametrize("name", TABLES)
def test_our_own_rows_would_be_kept(name):
    of = table(name)
    single = [row for row in of.rows if " " not in row[0]]
    assert checked(("\t".join(row) for row in single), into=of, where=name) == (single, [])


def test_every_form_of_a_new_verb_triggers_and_is_met():
    lexicon = laid_over({"acts": [("smite", "verb", "kill", "", "obj", "killed")]})
    assert {"smites", "smote", "smitten", "smiting"} <= Scan(lexicon).wanted
    assert {"smote", "smitten"} <= lexicon.act_verbs.keys()


def test_a_new_verb_takes_no_form_from_a_verb_that_is_known():
    lexicon = laid_over({"acts": [("pin", "verb", "beat", "", "obj", "")]})
    assert "pine" not in lexicon.act_verbs


def test_a_table_spoilt_by_hand_stops_the_reading_with_its_place(given_file, folder):
    teach(given_file, "means", ("dazzler", "less_lethal"))
    (folder / "words" / "means.tsv").write_text("word\tmeans\ndazzler\tlight\n")
    with pytest.raises(DataError, match=r"means\.tsv:2"):
        english_reader(owned())


# Places


def test_good_places_are_kept_and_bad_ones_named_with_their_line(given_file):
    path = given_file(
        "mine.csv",
        '\ufeffname,lat,lon,country\nQarnish Post,33.9,71.1,PK\nNowhere,95,1,PK\n"a"b,1,1,PK\nX,1,1,ZZ\n'
        'Qarnish Post,34,71,PK\nHalf,1,,PK\nLong,1,1,PK,x\n\n"Open,1,1,PK\nLast,1,1,PK\n',
    )
    done = add_places(owned(), [path])
    assert (done.new, done.replaced) == (1, 0)
    assert [each.where for each in done.wrong] == [f"{path}:{n}" for n in (3, 4, 5, 6, 7, 8, 9)]
    assert gazetteer_of(owned()).lookup("qarnish post")[0].source == "mine.csv"


def test_a_place_with_an_id_that_is_there_replaces_it(given_file):
    add_places(owned(), [given_file("a.csv", "id,name,lat,lon\np1,Qarnish,33.9,71.1\n")])
    done = add_places(owned(), [given_file("b.csv", "id,name,lat,lon\np1,Qarnish,34.5,71.1\n")])
    assert (done.new, done.replaced) == (0, 1)
    assert [row.lat for row in own_places(owned())] == [34.5]
    assert remove_place(owned(), "p1")
    assert not remove_place(owned(), "p1")


def test_a_place_of_ours_is_replaced_under_its_id(given_file):
    before = gazetteer_of(owned()).lookup("Hoeryong")
    add_places(
        owned(), [given_file("a.csv", "id,name,lat,lon,country\nKP-HOERYONG,Hoeryong,42.44,129.75,KP\n")]
    )
    after = gazetteer_of(owned()).lookup("Hoeryong")
    assert (after[0].source, len(after)) == ("a.csv", len(before))
    assert gazetteer_of(owned()).by_code("KP-HOERYONG") == after[0]


@pytest.mark.parametrize("column", ["id", "other_names", "coord_source", "name"])
def test_a_cell_of_several_lines_is_refused(given_file, folder, column):
    columns = dict.fromkeys(("id", "name", "other_names", "coord_source"), "a") | {column: '"a\rb"'}
    text = ",".join(columns) + "\n" + ",".join(columns.values()) + "\n"
    assert len(add_places(owned(), [given_file("mine.csv", text)]).wrong) == 1
    assert not folder.exists()


@pytest.mark.parametrize("text", [b"name\n\xff\xfe", b"a;b\n1;2\n", b'"name'])
def test_a_file_that_is_no_table_keeps_nothing(given_file, folder, text):
    try:
        assert add_places(owned(), [given_file("bad.csv", text)]).wrong
    except DataError as error:
        assert "bad.csv:2" in str(error)
    assert not folder.exists()


CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters='|"'), min_size=1
)
NUMBER = st.floats(-80, 80, allow_nan=False).map(repr)


@given(st.lists(st.tuples(CELL, CELL, CELL, NUMBER, NUMBER), min_size=1, max_size=4))
def test_places_come_back_as_they_were_given(tmp_path_factory, rows):
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("own")
        patch.setenv(VARIABLE, str(folder))
        body = "".join(f'"{a}","{b}","{c}",{lat},{lon}\n' for a, b, c, lat, lon in rows)
        path = folder / "given.csv"
        path.write_text(f"id,name,other_names,lat,lon\n{body}", encoding="utf-8", newline="")
        add_places(owned(), [path])
        read, _ = read_rows(path.open(encoding="utf-8", newline=""), where="x", source="given.csv")
        first = {row.id: row for row in reversed(read)}
        assert own_places(owned()) == [first[each] for each in sorted(first)]


# Lines


def test_a_line_is_kept_under_its_pair_and_knows_its_file(given_file):
    add_line(owned(), given_file("fine.geojson", geojson(FINE)), between="kp-cn", error_km=0.02)
    (line,) = lines_of(owned())
    assert (line.pair, line.error_km, line.source, len(line.parts[0])) == ("CN-KP", 0.02, "fine.geojson", 5)
    assert remove_line(owned(), "CN-KP")
    assert lines_of(owned()) == ()


@pytest.mark.parametrize(
    ("text", "between", "error_km", "told"),
    [
        ("{", "CN-KP", 0.05, "bad.geojson:1"),
        ('{"type": "FeatureCollection", "features": 5}', "CN-KP", 0.05, "a list of features"),
        (geojson([[129.0, 42.0], ["x", 42.0]]), "CN-KP", 0.05, "point 2"),
        (geojson([[float("nan"), 42.0], [129.0, 42.0]]), "CN-KP", 0.05, "point 1"),
        (geojson([[42.0, 129.0], [42.1, 129.1]]), "CN-KP", 0.05, "lon before lat"),
        (geojson([[33.0, 74.0], [33.1, 74.1]]), "IN-PK", 0.05, "km from the border IN-PK"),
        (geojson(FINE), "CN-XX", 0.05, "'XX'"),
        (geojson(FINE), "CN", 0.05, "no pair"),
        (geojson(FINE), "CN-KP", float("nan"), "between 0 and 100"),
    ],
)
def test_a_bad_line_is_refused_and_nothing_is_written(given_file, text, between, error_km, told):
    with pytest.raises(DataError) as problem:
        add_line(owned(), given_file("bad.geojson", text), between=between, error_km=error_km)
    assert told in str(problem.value)
    assert owned().files == {}


# Reading with them


def test_sentences_of_unknown_words_are_read_after_they_were_taught(given_file):
    assert (record(ZAPPED).incidents, record(USED).incidents) == ((), ())
    teach(given_file, "acts", ("zap", "verb", "fire", "", "obj", "injured"))
    teach(given_file, "means", ("dazzler", "less_lethal"))
    teach(given_file, "parties", ("warder", "border guard", "individual"))
    (incident,) = record(ZAPPED).incidents
    assert (incident.act.value, incident.act.quote, incident.injured.value) == ("fire", "zapped", 2)
    assert [(each.value.name, each.value.kind) for each in incident.actor] == [("warders", "border guard")]
    (incident,) = record(USED).incidents
    assert (incident.means.value, incident.means.quote) == ("less_lethal", "dazzler")


def test_entries_of_several_words_are_read(given_file):
    sentence = "The Volga Brigade used pepper cannons against the crowd on Monday."
    assert record(sentence).incidents == ()
    teach(given_file, "means", ("pepper cannon", "less_lethal"))
    teach(given_file, "parties", ("volga brigade", "armed group", "organization"))
    (incident,) = record(sentence).incidents
    assert (incident.means.value, incident.means.quote) == ("less_lethal", "pepper cannons")
    assert incident.actor[0].value.kind == "armed group"


def test_a_word_that_gives_orders_is_read(given_file):
    sentence = "The ministry ukazed the guards to stop firing."
    assert record(sentence).orders == ()
    teach(given_file, "directives", ("ukaze", "verb", "obligation", "order", "infinitive"))
    assert record(sentence).orders[0].kind.quote == "ukazed"


def test_a_place_nobody_knows_is_found_after_it_was_added(given_file):
    words = "Guards shot a man near Qarnish Post on Monday."
    assert not any(each.value.id for each in record(words).incidents[0].places)
    add_places(owned(), [given_file("mine.csv", "name,lat,lon,country\nQarnish Post,33.9,71.1,PK\n")])
    (place,) = record(words).incidents[0].places
    assert (place.quote, place.value.lat, place.value.lon) == ("Qarnish Post", 33.9, 71.1)


@pytest.mark.parametrize("name", ["Post 12", "Friendship Bridge", "km 17 post", "회령초소", "Bayt al-Marj"])
def test_a_name_of_any_form_is_found_as_it_was_given(given_file, name):
    add_places(owned(), [given_file("mine.csv", f"id,name,lat,lon,country\np1,{name},33.9,71.1,PK\n")])
    (found,) = finder_of(owned()).find(f"The {name} was closed to the public.")
    assert (found.name, found.candidates[0].id) == (name, "p1")
    assert not finder_of(owned()).find(f"The x{name}s were closed to the public.")


def test_a_corridor_is_cut_from_ones_own_line_and_from_ours_beyond_it(given_file, folder):
    add_line(owned(), given_file("fine.geojson", geojson(FINE)), between="CN-KP", error_km=0.02)
    near = record(STRETCH.format("Hoeryong to Musan")).orders[0].area.value
    assert near.derived_from.startswith("fine.geojson, CN-KP")
    assert len(near.geometry["coordinates"]) == 3
    beyond = record(STRETCH.format("Hoeryong to Hyesan")).orders[0].area.value
    assert beyond.derived_from.startswith("Natural Earth")


def test_a_record_tells_that_it_was_made_with_ones_own_and_not_where(given_file, folder):
    words = STRETCH.format("Hoeryong to Musan")
    assert record(words).reader.own is None
    add_line(owned(), given_file("fine.geojson", geojson(FINE)), between="CN-KP", error_km=0.02)
    first = record(words).reader
    teach(given_file, "means", ("dazzler", "less_lethal"))
    second = record(words).reader
    assert first.version == second.version
    assert len(first.own) == 16
    assert first.own != second.own
    assert str(folder.parent) not in repr(record(words))
