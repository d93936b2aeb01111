"""Encryption and the vault from the command line."""

import json
import os

import pytest


@pytest.fixture
def book(holdfire, tmp_path):
    holdfire("init", tmp_path / "case.book")
    return tmp_path / "case.book"


def test_a_source_is_sealed_opened_and_destroyed(holdfire, book, tmp_path):
    assert "It has no keepers yet" in holdfire("vault", "list", book).stdout
    made = holdfire("vault", "keeper", book, "ada", "--new", tmp_path / "ada.txt")
    assert made.exit_code == 0 and "age1" in made.stdout
    pseudonym = holdfire("vault", "add", book, "-", given="who she is").stdout.strip()
    shown = holdfire("vault", "show", book, pseudonym, "--identity", tmp_path / "ada.txt")
    assert shown.stdout == "who she is"
    told = holdfire("vault", "destroy", book, pseudonym, "--why", "asked for")
    assert "backups" in told.stdout
    gone = holdfire("vault", "show", book, pseudonym, "--identity", tmp_path / "ada.txt")
    assert gone.exit_code == 2 and "was destroyed" in gone.stderr
    listed = json.loads(holdfire("vault", "list", book, "-f", "json").stdout)
    assert listed["entries"][0]["destroyed"] == "asked for"
    assert "1 key of the vault was destroyed" in holdfire("verify", book).stdout


def test_an_encrypted_casebook_asks_for_its_passphrase(holdfire, tmp_path, monkeypatch):
    path = tmp_path / "case.book"
    asked = holdfire("init", path, "--encrypt")
    assert asked.exit_code == 2 and "HOLDFIRE_PASSPHRASE" in asked.stderr and not path.exists()
    monkeypatch.setenv("HOLDFIRE_PASSPHRASE", "tin")
    short = holdfire("init", path, "--encrypt")
    assert short.exit_code == 2 and "12 characters or more" in short.stderr and not path.exists()
    monkeypatch.setenv("HOLDFIRE_PASSPHRASE", "tin of words")
    assert "Without the passphrase nobody" in holdfire("init", path, "--encrypt").stdout
    assert holdfire("status", path).exit_code == 0
    monkeypatch.setenv("HOLDFIRE_PASSPHRASE", "other words")
    wrong = holdfire("status", path)
    assert (
        wrong.exit_code == 2 and "another passphrase" in wrong.stderr and len(wrong.stderr.splitlines()) == 1
    )
    monkeypatch.delenv("HOLDFIRE_PASSPHRASE")
    assert "its passphrase was not given" in holdfire("status", path).stderr
    read, write = os.pipe()
    os.write(write, b"tin of words\n")
    os.close(write)
    monkeypatch.setenv("HOLDFIRE_PASSPHRASE_FD", str(read))
    assert holdfire("status", path).exit_code == 0
