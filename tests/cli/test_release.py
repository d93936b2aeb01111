"""`holdfire release`: shown first, written with --yes, listed."""

import json

import pytest
from typer.testing import CliRunner

from holdfire.cli.app import app
from tests.workflows.test_releasing import book

__all__ = ["book"]


@pytest.fixture
def run(book, tmp_path):
    return lambda *words: CliRunner().invoke(app, ["release", str(tmp_path / "case.book"), *map(str, words)])


def test_it_shows_and_writes_nothing(run, tmp_path):
    shown = run()
    assert shown.exit_code == 0
    for said in ("For public", "leave", "told as", "Never leave", "Nothing is written"):
        assert said in shown.stdout
    assert json.loads(run("-f", "json").stdout)["audience"] == "public"
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_it_writes_with_yes_and_lists_what_left(run, tmp_path):
    assert "Nothing has left" in run("--log").stdout
    done = run(f"{tmp_path / 'out'}/", "--yes", "--who", "ada")
    assert (done.exit_code, "is written" in done.stdout) == (0, True)
    assert f"open {tmp_path / 'out' / 'index.html'}" in done.stdout
    assert (tmp_path / "out" / "release.json").exists()
    assert "ada  public" in run("--log").stdout
    again = run(tmp_path / "out", "--yes", "--who", "ada")
    assert (again.exit_code, "is there already" in again.stderr) == (2, True)


def test_it_says_what_is_wrong(run, tmp_path):
    assert "name one folder" in run("--yes").stderr
    assert "has no audience 'press'" in run("--audience", "press").stderr
    mine = tmp_path / "mine.toml"
    mine.write_text('[public]\nsteps = [["none", "none", "none"]]\nfields = ["Incident.place"]\n')
    refused = run("--policy", mine)
    assert (refused.exit_code, "line 3: there is no field 'Incident.place'" in refused.stderr) == (2, True)


def test_our_audiences_are_printed():
    shown = CliRunner().invoke(app, ["release", "--show-policy"]).stdout
    assert "[public]" in shown
    assert "[partner]" in shown
