"""`holdfire assess` over a casebook with one report."""

import json

import msgspec
import pytest

from holdfire.cli.terminal.findings import table
from holdfire.cli.terminal.screen import as_text
from holdfire.views.findings import ClauseView, Findings, FindingView


@pytest.fixture
def book(holdfire, story, tmp_path):
    path = tmp_path / "case.book"
    holdfire("init", path)
    holdfire("add", path, story)
    return path


def test_incidents_and_clauses_in_a_table(holdfire, book):
    shown = holdfire("assess", book).stdout
    assert "the order in force" in shown and "Clauses of orders" in shown
    assert "cannot be determined" in shown or "outside its scope" in shown
    assert "finds no one guilty" in " ".join(shown.split())


def test_the_table_reads_at_any_width_and_cuts_no_word(holdfire, book):
    lines = [json.loads(line) for line in holdfire("assess", book, "-f", "json").stdout.splitlines()]
    incidents = [msgspec.convert(line["finding"], FindingView) for line in lines if "finding" in line]
    clauses = [msgspec.convert(line["clause"], ClauseView) for line in lines if "clause" in line]
    found = Findings(tuple(incidents), tuple(clauses), ("UNBP: UN Basic Principles", "LLW: UN Guidance"))
    for width in (60, 80, 100, 108):
        drawn = as_text(lambda columns: table(found, width=columns), width=width)
        assert max(map(len, drawn.splitlines())) <= width
        assert "…" not in drawn
        words = " ".join(drawn.split())
        assert "Incidents, against the order in force and against the standards" in words
        for incident in incidents:
            assert all(word in words for word in incident.incident.what.split())
        *_, legend, standards, note = drawn.strip().split("\n\n")
        assert legend.split()[0] == "consistent," and "UNBP" in standards and "guilty" in note


def test_an_act_that_nobody_knows_is_no_incident(holdfire, book):
    done = holdfire("assess", book, "--suppose", "--on", "2022-03-01", "--act", "live fyre")
    assert done.exit_code == 2 and "nearly: live fire" in done.stderr.replace("_", " ")


def test_a_picture_is_drawn_whole(holdfire, book, tmp_path):
    picture = tmp_path / "findings.svg"
    done = holdfire("assess", book, "--svg", picture)
    assert done.exit_code == 0 and not done.stdout
    assert picture.read_text(encoding="utf-8").startswith("<svg") and "guilty" in picture.read_text()


def test_one_incident_with_its_grounds(holdfire, book):
    lines = [json.loads(line) for line in holdfire("assess", book, "-f", "json").stdout.splitlines()]
    (finding,) = [line["finding"] for line in lines if "finding" in line]
    assert finding["quotes"][0]["words"].startswith("On Jan. 9")
    assert all(line["note"].endswith("guilty.") for line in lines)
    shown = holdfire("assess", book, finding["incident"]["id"]).stdout
    assert "BP9" in shown and "not told" in shown
    assert holdfire("assess", book, "zzzz").exit_code == 2


def test_a_supposed_incident(holdfire, book):
    done = holdfire("assess", book, "--suppose", "--at", "Musan", "--on", "2022-03-01", "--killed", 1)
    assert "Supposed: 1 Mar 2022, Musan" in done.stdout
    assert "--at and --on belong to --suppose" in holdfire("assess", book, "--at", "Musan").stderr
    assert "takes no id" in holdfire("assess", book, "abcd", "--suppose").stderr
    assert "is no target" in holdfire("assess", book, "--suppose", "--target", "ghost").stderr


def test_a_standard_of_ones_own(holdfire, book, tmp_path):
    mine = tmp_path / "mine.json"
    mine.write_text(
        json.dumps({
            "standards": [
                {"id": "ROE", "name": "A card", "principles": [
                    {"id": "ROE-7", "citation": "rule 7", "paraphrase": "No fire.",
                     "wording": "verified: card",
                     "subject": ["incident"], "departs_if": [{"force": "firearm"}]}]}
            ],
            "format": "holdfire-standards/1",
        })
    )  # fmt: skip
    assert "departs: ROE-7" in holdfire("assess", book, "--standard", mine).stdout
    mine.write_text("{}")
    bad = holdfire("assess", book, "--standard", mine)
    assert bad.exit_code == 2 and "is no file of standards" in bad.stderr
    assert "cannot be read" in holdfire("assess", book, "--standard", tmp_path / "none").stderr


def test_an_empty_casebook_says_so(holdfire, tmp_path):
    holdfire("init", tmp_path / "empty.book")
    assert "No act of force" in holdfire("assess", tmp_path / "empty.book").stdout
