"""Encryption of the whole, and the vault: what is secret stands in no file."""

import os
import stat
from pathlib import Path

import pytest

from holdfire.errors import BookError
from holdfire.store.checking import OffError
from holdfire.store.sqlite import Sqlite
from holdfire.workflows.casebook import vault
from holdfire.workflows.casebook.opening import make_book, open_book
from holdfire.workflows.casebook.verifying import verify
from tests.store.reports import AT, plain
from tests.store.test_checking import last, tamper

SECRET = b"Kim Yong-suk, Hoeryong, reaches us through her cousin's phone 010-5550-1234"
WORDS = "Pomegranate soldiers fired across the river."


@pytest.fixture
def encrypted(tmp_path):
    made = make_book(str(tmp_path / "case.book"), who="ada", passphrase="tin 'of\" words")
    with made.change(who="ada", at=AT) as change:
        change.keep([plain(WORDS, title="Pomegranate")])
    yield tmp_path / "case.book"
    made.close()


def bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_nothing_of_an_encrypted_casebook_can_be_read_from_its_files(encrypted):
    on_disk = bytes_in(encrypted.parent)
    assert len(on_disk) > 100_000
    for word in (b"SQLite", b"omegranate", b"report", b"CREATE", b"signer/"):
        assert word not in on_disk
    assert [path.name for path in encrypted.parent.iterdir() if path.suffix == ".key"] == []


def test_the_right_passphrase_opens_it(encrypted):
    book = open_book(str(encrypted), ask=lambda _where: "tin 'of\" words")
    assert len(book.search("pomegranate")) == 1
    assert last(verify(book)).signatures == 2
    with book.change(who="ben", at=AT) as change:
        change.keep([plain("More.")])
    assert last(verify(book)).signatures == 3
    book.close()


@pytest.mark.parametrize("passphrase", ["tin", "TIN 'OF\" WORDS", "x' OR '1"])
def test_a_wrong_passphrase_is_one_clear_line(encrypted, passphrase):
    before = encrypted.read_bytes()
    with pytest.raises(BookError, match="encrypted with another passphrase"):
        open_book(str(encrypted), ask=lambda _where: passphrase)
    assert encrypted.read_bytes() == before
    with pytest.raises(BookError, match="passphrase was not given"):
        open_book(str(encrypted))


def test_a_copy_before_a_migration_is_encrypted_too(encrypted):
    dialect = Sqlite(encrypted, "tin 'of\" words")
    copy = Path(dialect.copy_aside("before-x") or "")
    assert b"omegranate" not in copy.read_bytes() and not copy.read_bytes().startswith(b"SQLite")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    other = open_book(str(copy), ask=lambda _where: "tin 'of\" words")
    assert len(other.search("pomegranate")) == 1


@pytest.fixture
def book(tmp_path):
    made = make_book(str(tmp_path / "plain.book"), who="ada")
    yield made
    made.close()


@pytest.fixture
def keeper(book, tmp_path):
    identity = tmp_path / "elsewhere"
    identity.mkdir()
    recipient = vault.new_identity(identity / "ada.txt")
    vault.add_keeper(book, "ada", recipient, who="ada")
    return identity / "ada.txt"


def test_a_keeper_opens_what_was_sealed_and_nobody_else(book, keeper, tmp_path):
    pseudonym = vault.seal(book, SECRET, who="ada")
    assert pseudonym.startswith("S-")
    assert vault.open_entry(book, pseudonym, keeper) == SECRET
    vault.new_identity(tmp_path / "eve.txt")
    with pytest.raises(BookError, match="not sealed for this identity"):
        vault.open_entry(book, pseudonym, tmp_path / "eve.txt")
    assert stat.S_IMODE(keeper.stat().st_mode) == 0o600
    assert vault.seal(book, SECRET, who="ada") != pseudonym


def test_no_plain_word_of_the_vault_stands_in_any_file(book, keeper, tmp_path, monkeypatch):
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    for number in range(20):
        vault.seal(book, SECRET + str(number).encode(), who="ada")
    keeper.unlink()
    on_disk = bytes_in(tmp_path)
    for word in (b"Yong-suk", b"cousin", b"010-5550", b"AGE-SECRET"):
        assert word not in on_disk


def test_a_destroyed_entry_is_gone_from_the_files_and_the_log_still_verifies(book, keeper, tmp_path):
    pseudonym = vault.seal(book, SECRET, who="ada")
    other = vault.seal(book, b"another", who="ada")
    _, wrapped = book.vault.sealed(pseudonym)
    assert wrapped[60:200] in bytes_in(tmp_path)
    vault.destroy(book, pseudonym, "asked by the source", who="ada")
    assert wrapped[60:200] not in bytes_in(tmp_path)
    with pytest.raises(BookError, match="was destroyed"):
        vault.open_entry(book, pseudonym, keeper)
    assert vault.open_entry(book, other, keeper) == b"another"
    assert last(verify(book)).destroyed == 1
    assert [each.destroyed for each in book.vault.entries()] == ["asked by the source", None]
    with pytest.raises(BookError, match="was destroyed"):
        vault.destroy(book, pseudonym, "again", who="ada")


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("DELETE FROM wrapped", "row is missing"),
        ("UPDATE wrapped SET bytes = x'00'", "another hash"),
        ("UPDATE sealed SET bytes = x'00'", "another hash"),
        ("UPDATE keeper SET recipient = 'age1other'", "not as it was written"),
    ],
)
def test_a_vault_changed_behind_the_log_is_named(book, keeper, statement, problem):
    vault.seal(book, SECRET, who="ada")
    tamper(book, statement)
    with pytest.raises(OffError, match=problem):
        last(verify(book))


def test_what_the_vault_refuses(book, tmp_path):
    with pytest.raises(BookError, match="no keepers"):
        vault.seal(book, SECRET, who="ada")
    with pytest.raises(BookError, match="no age recipient"):
        vault.add_keeper(book, "eve", "age1nonsense", who="ada")
    recipient = vault.new_identity(tmp_path / "ada.txt")
    vault.add_keeper(book, "ada", recipient, who="ada")
    with pytest.raises(BookError, match="already"):
        vault.add_keeper(book, "ada", recipient, who="ada")
    with pytest.raises(BookError, match="nothing was given"):
        vault.seal(book, b" ", who="ada")
    with pytest.raises(BookError, match="no entry 'S-XXXX'"):
        vault.open_entry(book, "S-XXXX", tmp_path / "ada.txt")
    pseudonym = vault.seal(book, SECRET, who="ada")
    (tmp_path / "none.txt").write_bytes(os.urandom(40))
    with pytest.raises(BookError, match="holds no age identity"):
        vault.open_entry(book, pseudonym, tmp_path / "none.txt")
    with pytest.raises(BookError, match="cannot be written"):
        vault.new_identity(tmp_path / "ada.txt")
