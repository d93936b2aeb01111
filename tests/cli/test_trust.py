"""`verify`, `log` and `timestamp` as a person runs them."""

import json
import sqlite3
from zipfile import ZipFile

import pytest


@pytest.fixture
def book(holdfire, tmp_path, story, monkeypatch):
    monkeypatch.delenv("HOLDFIRE_BOOK", raising=False)
    holdfire("init", tmp_path / "case.book")
    holdfire("add", tmp_path / "case.book", story, "--who", "ada")
    return tmp_path / "case.book"


def test_a_sound_casebook_says_what_was_checked(holdfire, book):
    said = holdfire("verify", book)
    assert said.exit_code == 0
    assert "is as it was written" in said.stdout and "2 signatures are good" in said.stdout
    assert "not signed" not in said.stdout


def test_a_changed_casebook_is_named_with_exit_status_1_and_gives_no_proof(holdfire, book, tmp_path):
    with sqlite3.connect(book) as behind:
        behind.execute("UPDATE report SET published = '2001-01-01'")
    said = holdfire("verify", book, "--export", tmp_path / "proof.zip")
    assert said.exit_code == 1
    assert "NOT as it was written" in said.stdout and "report " in said.stdout and ", log " in said.stdout
    assert not (tmp_path / "proof.zip").exists()
    told = json.loads(holdfire("verify", book, "-f", "json").stdout)
    assert told["ok"] is False and told["off"]["what"] == "the row is not as it was written"


def test_what_is_kept_together_is_held_to_reports_and_decisions_unless_told_not_to(holdfire, book):
    holdfire("corroborate", book)
    assert "are kept as reports and decisions make them" in holdfire("verify", book).stdout
    alone = holdfire("verify", book, "--no-together")
    assert alone.exit_code == 0 and "kept as reports" not in alone.stdout
    with sqlite3.connect(book) as behind:
        behind.execute("UPDATE thing SET rank = rank || '0'")
    assert holdfire("verify", book, "--no-together").exit_code == 0
    said = holdfire("verify", book)
    assert said.exit_code == 1 and "corroborate --anew" in said.stdout


def test_a_proof_is_written(holdfire, book, tmp_path):
    assert "proof written" in holdfire("verify", book, "--export", tmp_path / "proof.zip").stdout
    names = set(ZipFile(tmp_path / "proof.zip").namelist())
    assert names == {"log.jsonl", "checkpoints.jsonl", "manifest.json", "README.txt", "verify.py"}


def test_the_log_says_who_wrote_what(holdfire, book):
    lines = holdfire("log", book, "-n", "3").stdout.splitlines()
    assert len(lines) == 3 and "checkpoint" in lines[0] and "ada" in lines[0]
    told = [json.loads(line) for line in holdfire("log", book, "-f", "json").stdout.splitlines()]
    assert [each["seq"] for each in told] == list(range(len(told), 0, -1))
    assert "The log is empty" in holdfire("log", book, "--as-of", "2001").stdout


def test_without_the_key_what_is_written_is_not_signed_and_that_is_said(holdfire, book, tmp_path):
    book.with_name("case.book.key").unlink()
    (tmp_path / "b.txt").write_text("Guards.", encoding="utf-8")
    assert holdfire("add", book, tmp_path / "b.txt").exit_code == 0
    assert "entries are not signed" in holdfire("verify", book).stdout


def test_a_request_for_a_time_stamp_is_written(holdfire, book, tmp_path):
    made = holdfire("timestamp", "request", book, tmp_path / "a.tsq")
    assert made.exit_code == 0 and "curl" in made.stdout
    assert (tmp_path / "a.tsq").read_bytes()[:1] == b"0"
    wrong = holdfire("timestamp", "attach", book, tmp_path / "a.tsq", "--ca", tmp_path / "a.tsq")
    assert wrong.exit_code == 2 and "no answer of a time-stamp authority" in wrong.stderr
