"""`holdfire import`: what comes in, what is named, what stays as it was."""

import json

import pytest
from typer.testing import CliRunner

from holdfire.cli.app import app
from holdfire.exports.released.acled_csv import acled_csv
from tests.exports.publications import publication


@pytest.fixture
def run(tmp_path):
    book = str(tmp_path / "case.book")
    CliRunner().invoke(app, ["init", book])
    return lambda command, *words: CliRunner().invoke(app, [command, book, *map(str, words)])


@pytest.fixture
def acled(tmp_path):
    path = tmp_path / "acled.csv"
    path.write_bytes(b"".join(acled_csv(publication(30))))
    return path


def test_rows_come_in_once_and_are_as_many_incidents(run, acled):
    assert "30 added" in run("import", acled).stdout
    assert "0 added, 30 there already" in run("import", acled, "--columns", "acled").stdout
    told = [json.loads(line) for line in run("corroborate", "--format", "json").stdout.splitlines()]
    with_act = sum(row.outcome.act is not None for row in publication(30).incidents)
    assert len([each for each in told if "incident" in each]) == with_act
    assert "0 changed" in run("reread").stdout
    assert run("verify").exit_code == 0


def test_bad_rows_are_named_and_the_rest_is_kept(run, acled):
    lines = acled.read_text().splitlines()
    lines[3] = lines[3].replace('"', "").split(",", 2)[0] + ",never,,,,,Attack"
    acled.write_text("\n".join(lines))
    done = run("import", acled)
    assert (done.exit_code, "29 added, 1 could not be read" in done.stdout) == (2, True)
    assert f"{acled}, line 4: " in done.stderr


def test_a_map_of_ones_own(run, tmp_path):
    table = tmp_path / "mine.csv"
    table.write_text("ref;what;day\n1;Shots;2021-02-03\n")
    assert "fits none of our column maps" in run("import", table).stderr
    mine = tmp_path / "mine.toml"
    mine.write_text(
        'about = "Ours"\noutlet = "Ours"\nknown_by = ["ref"]\nid = "ref"\ndate = [{ column = "day" }]\n'
        'act = [{ column = "what", codes = { shots = "fire" } }]\n'
    )
    assert "1 added" in run("import", table, "--columns", mine).stdout
    assert "fire" in run("corroborate").stdout
    assert "has no column 'slug'" in run("import", table, "--columns", "atlos").stderr
    assert "cannot be read" in run("import", table, "--columns", "none.toml").stderr


def test_our_maps_are_printed(run):
    shown = CliRunner().invoke(app, ["import", "--show-map", "ucdp"])
    assert "known_by" in shown.stdout
    assert "no column map" in CliRunner().invoke(app, ["import", "--show-map", "x"]).stderr
    assert "name a table" in run("import").stderr
