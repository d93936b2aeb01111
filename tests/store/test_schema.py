"""The tables of a casebook and the way from one state of them to the next."""

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from holdfire.errors import BookError
from holdfire.store import schema
from holdfire.store.book import dialect_of, opened
from holdfire.store.tables import metadata
from tests.store.reports import AT, plain

FULL_TEXT = re.compile("found|titled")
"""The tables of the full-text index are made by hand, each store in its own way."""


def test_the_newest_state_is_the_last_migration():
    scripts = ScriptDirectory(str(Path(schema.__file__).parent / "migrations"))
    assert scripts.get_current_head() == schema.HEAD


def test_migrations_lead_to_the_tables_that_the_code_knows(address):
    dialect = dialect_of(address)
    schema.upgrade(dialect)
    with dialect.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert [each for each in differences if not FULL_TEXT.search(str(each))] == []
    dialect.engine.dispose()


def test_a_newer_casebook_is_refused_and_left_alone(book, address):
    with book.change(who="ada", at="2026-01-01") as change:
        change._connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(BookError, match=r"newer Holdfire.*state 9999.*nothing was changed"):
        opened(dialect_of(address))


def test_an_empty_database_is_no_casebook(address):
    with pytest.raises(BookError, match=r"holds no casebook.*holdfire init"):
        opened(dialect_of(address))


@pytest.mark.parametrize("name", ["postgresql://", "postgresql://nobody@127.0.0.1:1/none"])
def test_a_server_that_is_not_there_is_named(name):
    with pytest.raises(BookError, match=r"cannot be reached|refuses|does not exist"):
        opened(dialect_of(name))


def test_the_password_of_a_server_is_not_shown():
    with pytest.raises(BookError) as told:
        opened(dialect_of("postgresql://ada:secret-word@127.0.0.1:1/none"))
    assert "secret-word" not in str(told.value)


def test_an_older_casebook_is_copied_and_brought_up_to_date(address):
    dialect = dialect_of(address)
    schema.upgrade(dialect, to="0001")
    with dialect.engine.execution_options(writes=True).connect() as connection, connection.begin():
        dialect.start_writing(connection)
        connection.execute(text("INSERT INTO setting VALUES (1, 'id', 'abc')"))
    book, copy = opened(dialect_of(address))
    assert book.settings() == {"id": "abc"} and book.vault.keepers() == {}
    if address.startswith("postgresql"):
        assert copy is None
    else:
        assert copy == f"{address}.before-{schema.HEAD}"
        with dialect_of(copy).engine.connect() as connection:
            assert schema.revision_of(connection) == "0001"
    assert opened(dialect_of(address))[1] is None


def test_titles_of_an_older_casebook_are_found_as_before(book, address):
    newer = [plain(f"Report {n} of live ammunition.") for n in range(80)]
    with book.change(who="ada", at=AT) as change:
        change.keep([plain("Guards were told.", title="Live ammunition"), *newer])
    assert book.search('"live ammunition"')[0].report.title == "Live ammunition"
    with book.change(who="ada", at=AT) as change:
        if not address.startswith("postgresql"):
            change._connection.execute(text("DROP TABLE titled"))
        for index in ("where", "what", "told", "rank"):  # what came after
            change._connection.execute(text(f"DROP INDEX ix_thing_{index}"))
        change._connection.execute(text("UPDATE alembic_version SET version_num = '0013'"))
    upgraded, _ = opened(dialect_of(address))
    assert upgraded.search('"live ammunition"')[0].report.title == "Live ammunition"
