"""The commands that work on a casebook, as a person runs them."""

import json
import os
import stat
from io import BytesIO

import msgspec
import pytest

from holdfire.cli.terminal.casebook import report_list
from holdfire.cli.terminal.screen import as_text
from holdfire.model.capture import Capture, Within
from holdfire.model.stored import StoredReport
from holdfire.sources.archives.warc import captures_in_warc
from tests import stories


@pytest.fixture
def book(holdfire, tmp_path, monkeypatch):
    monkeypatch.delenv("HOLDFIRE_BOOK", raising=False)
    path = tmp_path / "case.book"
    assert holdfire("init", path).exit_code == 0
    return path


@pytest.fixture
def filled(holdfire, book, story):
    given = ("--title", "Flares", "--published", "2022-01-26", "--outlet", "Tumen Courier")
    assert holdfire("add", book, story, *given).exit_code == 0
    return book


def first_id(holdfire, book):
    return json.loads(holdfire("reports", book, "-f", "json").stdout.splitlines()[0])["report"]["id"]


def test_a_new_casebook_is_private_and_says_what_to_do(holdfire, tmp_path):
    made = holdfire("init", tmp_path / "a.book")
    assert "holdfire add" in made.stdout
    assert stat.S_IMODE((tmp_path / "a.book").stat().st_mode) == 0o600
    again = holdfire("init", tmp_path / "a.book")
    assert again.exit_code == 2 and "is there already" in again.stderr


def test_empty_states_say_what_to_do(holdfire, book):
    assert "holdfire add" in holdfire("reports", book).stdout
    assert "No report answers flares" in holdfire("search", book, "flares").stdout
    assert holdfire("status", book).exit_code == 0


def test_add_tells_what_became_of_each_source(holdfire, book, story, tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 broken")
    added = holdfire("add", book, story, broken, tmp_path / "missing.txt")
    assert added.exit_code == 2
    assert added.stdout == "1 added, 2 could not be read\n"
    assert "missing.txt: there is no such file" in added.stderr and "broken.pdf" in added.stderr
    again = holdfire("add", book, story, "--format", "json")
    assert json.loads(again.stdout) == {"new": 0, "known": 1, "failed": 0}
    assert "2 could not be read" in holdfire("status", book).stdout


def test_a_folder_is_added_whole(holdfire, book, tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(f"Report number {number} about guards.", encoding="utf-8")
    assert holdfire("add", book, folder, "--jobs", "1").stdout == "40 added\n"
    assert holdfire("add", book, folder, "--jobs", "1").stdout == "0 added, 40 there already\n"
    page = holdfire("reports", book, "-n", "30", "-f", "json").stdout.splitlines()
    last = json.loads(page[-1])["report"]["id"]
    assert len(holdfire("reports", book, "--after", last, "-f", "json").stdout.splitlines()) == 10


def test_show_gives_the_report_with_its_record(holdfire, filled):
    report = first_id(holdfire, filled)
    shown = holdfire("show", filled, report[:8])
    assert shown.exit_code == 0
    assert "Flares" in shown.stdout and "story.txt" in shown.stdout and report in shown.stdout
    told = json.loads(holdfire("show", filled, report, "-f", "json").stdout)
    assert told["text"] == stories.WORDS
    assert told["record"]["orders"] and told["captures"][0]["way"] == "file"
    assert holdfire("show", filled, report, "--raw").stdout_bytes == stories.WORDS.encode()
    packed = holdfire("show", filled, report, "--warc").stdout_bytes
    [captured] = captures_in_warc(BytesIO(packed), Within("out.warc.gz"))
    assert isinstance(captured, Capture)
    assert captured.raw == stories.WORDS.encode()


def test_search_marks_what_it_found(holdfire, filled):
    (line,) = holdfire("search", filled, "flares", "river", "-f", "json").stdout.splitlines()
    told = json.loads(line)
    assert {told["snippet"]["text"][a:b].lower() for a, b in told["snippet"]["marks"]} >= {"flares"}
    assert "1 report" in holdfire("search", filled, "border patrol").stdout


def test_as_of_looks_back(holdfire, filled):
    assert "No reports" in holdfire("reports", filled, "--as-of", "2020-01-01").stdout
    assert holdfire("reports", filled, "--as-of", "2999", "-f", "json").stdout
    wrong = holdfire("reports", filled, "--as-of", "yesterday")
    assert wrong.exit_code == 2 and "'yesterday' is no date" in wrong.stderr


def test_the_casebook_may_be_named_by_the_environment(holdfire, filled, monkeypatch):
    monkeypatch.setenv("HOLDFIRE_BOOK", str(filled))
    assert "1 report" in holdfire("search", "flares").stdout
    assert holdfire("show", first_id(holdfire, filled)).exit_code == 0
    assert "1  report" in holdfire("status", filled).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("reports", "{folder}/none.book"), "there is no such casebook"),
        (("reports", "{folder}"), "is a folder, not a casebook"),
        (("status", "{folder}/other"), "is no casebook"),
        (("reports",), "name a casebook"),
        (("show", "{book}"), "name one report"),
        (("show", "{book}", "0000000"), "there is no report"),
        (("add", "{book}"), "nothing to add"),
        (("search", "{book}"), "nothing to search for"),
        (("search", "{book}", "--", "-goat"), "nothing to search for"),
        (("add", "{book}", "x", "--published", "soon"), "is not a date"),
        (("init", "{folder}/none/a.book"), "folder is not there"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(holdfire, book, tmp_path, arguments, said):
    (tmp_path / "other").write_bytes(os.urandom(9000))
    told = holdfire(*(each.format(folder=tmp_path, book=book) for each in arguments))
    assert told.exit_code == 2
    assert said in told.stderr and len(told.stderr.splitlines()) == 1


def test_what_is_beyond_a_page_is_said(holdfire, filled, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Guards on the river fired flares.\n")
    holdfire("add", filled, other)
    assert "2 reports" in holdfire("search", filled, "flares").stdout
    assert "there are more: --page 2" in holdfire("search", filled, "flares", "-n", "1").stdout
    assert "there are more" not in holdfire("search", filled, "flares", "-n", "1", "--page", "2").stdout
    assert (
        "is beyond the last: flares is in 2 reports"
        in holdfire("search", filled, "flares", "--page", "9").stdout
    )
    first = holdfire("reports", filled, "-n", "1").stdout
    newest = first.split()[0]
    assert f"there are more: --after {newest} goes on" in first
    rest = holdfire("reports", filled, "--after", newest).stdout
    assert "there are more" not in rest and newest not in rest
    oldest = rest.split()[0]
    none = " ".join(holdfire("reports", filled, "--after", oldest).stdout.split())
    assert none == f"No reports in {filled} after {oldest}."


def test_before_the_first_report_there_was_none_yet(holdfire, filled):
    said = " ".join(holdfire("reports", filled, "--as-of", "2001-01-01").stdout.split())
    assert said == f"No reports were in {filled} by the end of 2001-01-01."


def test_a_word_too_many_is_not_passed_over(holdfire, filled):
    for command in ("reports", "status", "ledger", "verify", "log", "estimate"):
        done = holdfire(command, filled, "other.book")
        assert done.exit_code == 2 and "nothing else, not 'other.book'" in done.stderr


def test_a_narrow_terminal_cuts_no_id_and_no_title(holdfire, filled):
    lines = [json.loads(line) for line in holdfire("reports", filled, "-f", "json").stdout.splitlines()]
    (report,) = (msgspec.convert(line["report"], StoredReport) for line in lines)
    for width in (40, 60):
        drawn = as_text(lambda w: report_list([report], {}, width=w, or_else=""), width=width)
        assert "…" not in drawn and report.id[:10] in drawn and "Flares" in drawn and "2022-01-26" in drawn


def test_reports_without_a_day_are_counted(holdfire, book, tmp_path, story):
    assert "no day" not in holdfire("add", book, story, "--published", "2022-01-26").stderr
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(f"Report {number} of the river.\n")
    assert (
        "2 reports say no day of publication"
        in holdfire("add", book, tmp_path / "0.txt", tmp_path / "1.txt").stderr
    )
    assert "no day" not in holdfire("add", book, tmp_path / "0.txt").stderr


def test_a_folder_with_nothing_in_it_is_not_passed_over_in_silence(holdfire, book, tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    for command in (("read", folder), ("add", book, folder)):
        assert "empty: no report in it" in holdfire(*command).stderr


def test_a_report_in_an_archive_is_called_by_its_place(holdfire, filled, tmp_path):
    archive = tmp_path / "story.warc.gz"
    archive.write_bytes(holdfire("show", filled, first_id(holdfire, filled), "--warc").stdout_bytes)
    title = holdfire("read", archive).stdout.strip().splitlines()[0]
    assert title.startswith("story.warc.gz, byte ") and title.endswith(" (file:///story.txt)")


def test_what_is_kept_and_not_read_is_counted(holdfire, book, tmp_path):
    korean = tmp_path / "ko.txt"
    korean.write_text(
        "국경경비대가 두만강에서 총을 쐈다고 소식통이 전했다. 그는 어제 무산에서 일어난 일이라고 말했다."
    )
    said = holdfire("add", book, korean).stderr
    assert "1 report is not in English: kept" in said and "no day" not in said
    assert "not in English" not in holdfire("add", book, korean).stderr
