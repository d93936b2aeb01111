"""The commands by which a user keeps places, lines and words."""

import json
import os
import subprocess
import sys

import pytest

from holdfire.cli.listing import aligned
from holdfire.workflows.own.folder import VARIABLE

ROWS = "zap\tverb\tfire\tless_lethal\tobj at\tinjured\nbar\tverb\tkil\n"
PLACES = "name,lat,lon,country\nQarnish Post,33.9,71.1,PK\nNowhere,95,1,PK\n"
FINE = {"type": "LineString", "coordinates": [[129.0, 42.2], [129.5, 42.35], [129.9, 42.6]]}


def test_good_places_are_kept_and_a_bad_row_is_named(holdfire, tmp_path):
    (tmp_path / "mine.csv").write_text(PLACES)
    done = holdfire("gazetteer", "add", tmp_path / "mine.csv")
    assert (done.exit_code, done.stdout) == (2, "1 place kept\n")
    assert f"{tmp_path / 'mine.csv'}:3: lat 95 is not between" in done.stderr
    assert "Qarnish Post" in holdfire("gazetteer", "list").stdout
    assert "mine.csv" in holdfire("gazetteer", "show", "qarnish post").stdout


def test_places_come_and_go_by_their_id(holdfire):
    assert holdfire("gazetteer", "add", "-", given="id,name\np1,Qarnish\n").exit_code == 0
    again = holdfire("gazetteer", "add", "-", given="id,name\np1,Qarnish Post\n")
    assert "instead of rows of before" in again.stdout
    assert holdfire("gazetteer", "remove", "p1").exit_code == 0
    gone = holdfire("gazetteer", "remove", "p1")
    assert (gone.exit_code, len(gone.stderr.splitlines())) == (2, 1)
    assert "no places" in holdfire("gazetteer", "list").stdout


def test_show_tells_how_sure_a_point_is_and_what_is_nearly_meant(holdfire):
    known = holdfire("gazetteer", "show", "Hoeryong").stdout
    assert all(part in known for part in ("KP-HOERYONG", "± 3 km", "GeoNames"))
    assert "Nearly" in holdfire("gazetteer", "show", "Hoeryung").stdout
    assert "No place" in holdfire("gazetteer", "show", "Xyzzyx").stdout


def test_a_line_is_kept_and_taken_away(holdfire, tmp_path):
    (tmp_path / "fine.geojson").write_text(json.dumps(FINE))
    done = holdfire("gazetteer", "line", tmp_path / "fine.geojson", "--between", "CN-KP", "--error-km", 0.1)
    assert (done.exit_code, done.stdout) == (0, "CN-KP: a line of 3 points kept, ± 0.1 km\n")
    assert "fine.geojson" in holdfire("gazetteer", "list").stdout
    assert holdfire("gazetteer", "remove", "CN-KP").exit_code == 0


def test_a_bad_line_is_refused_in_one_line(holdfire, tmp_path):
    (tmp_path / "bad.geojson").write_text('{"type": "Point"}')
    done = holdfire("gazetteer", "line", tmp_path / "bad.geojson", "--between", "CN-KP")
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
    assert "bad.geojson" in done.stderr


def test_words_come_are_shown_and_go(holdfire):
    added = holdfire("words", "add", "acts", "-", given=ROWS)
    assert (added.exit_code, added.stdout) == (2, "1 word kept\n")
    assert "stdin:2: act 'kil' is unknown" in added.stderr
    assert "1 of yours" in holdfire("words", "list").stdout
    assert "yours" in holdfire("words", "list", "acts").stdout
    shown = holdfire("words", "show", "Zap").stdout
    assert all(part in shown for part in ("acts", "act fire", "means less_lethal", "yours"))
    assert holdfire("words", "remove", "acts", "zap").exit_code == 0
    assert holdfire("words", "remove", "acts", "zap").exit_code == 2
    assert "no table" in holdfire("words", "show", "zap").stdout


def test_our_words_are_shown_and_stay(holdfire):
    shown = holdfire("words", "show", "shoot").stdout
    assert "ours" in shown
    assert "yours" not in shown
    assert holdfire("words", "remove", "acts", "shoot").exit_code == 2


def test_a_table_that_is_none_is_named(holdfire):
    done = holdfire("words", "list", "weapons")
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
    assert "means" in done.stderr


def test_places_of_ones_own_are_found(holdfire):
    holdfire("gazetteer", "add", "-", given=PLACES)
    line = json.dumps({"id": "a", "text": "Shots were heard near Qarnish Post on Monday."}) + "\n"
    (found,) = json.loads(holdfire("find", "places", "--jsonl", given=line).stdout)["found"]
    assert found["value"]["lat"] == 33.9


def test_cells_stand_under_each_other_in_any_script():
    assert list(aligned([("회령", "a"), ("Musan", "b")])) == ["회령   a", "Musan  b"]


@pytest.mark.slow
def test_reading_uses_what_is_kept(holdfire, tmp_path):
    holdfire("words", "add", "acts", "-", given=ROWS)
    report = tmp_path / "report.txt"
    report.write_text("The guards zapped two men with a dazzler.")
    command = [sys.executable, "-m", "holdfire", "read", "-f", "json", str(report)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    record = json.loads(done.stdout)
    assert (record["incidents"][0]["act"]["quote"], len(record["reader"]["own"])) == ("zapped", 16)
    without = {**os.environ, VARIABLE: str(tmp_path / "nothing")}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=without)
    record = json.loads(done.stdout)
    assert (record["incidents"], "own" in record["reader"]) == ([], False)
