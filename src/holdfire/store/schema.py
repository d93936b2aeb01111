"""Which state the tables of a casebook are in, and the way to the present one."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from holdfire.errors import BookError
from holdfire.store.dialect import Dialect
from holdfire.store.faults import clearly

HEAD = "0016"
"""The newest state: the last of `migrations/versions`."""
_KNOWN = tuple(f"{number:04}" for number in range(1, int(HEAD) + 1))


def revision_of(connection: Connection) -> str | None:
    """The state of the tables, None where there are no tables of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def require_current(dialect: Dialect) -> str | None:
    """Bring an older casebook up to date, after a copy; what the copy is called, None where nothing was done.

    BookError where there is no casebook, or one that a newer Holdfire made.
    """
    with clearly(dialect.where), dialect.engine.connect() as connection:
        revision = revision_of(connection)
    if revision == HEAD:
        return None
    if revision is None:
        raise BookError("holds no casebook", where=dialect.where, remedy="make one with `holdfire init`")
    if revision not in _KNOWN:
        raise BookError(
            f"was made by a newer Holdfire (its tables are in state {revision}, this one knows {HEAD})",
            where=dialect.where,
            remedy="install the newer Holdfire; nothing was changed",
        )
    with clearly(dialect.where):
        copy = dialect.copy_aside(f"before-{HEAD}")
        upgrade(dialect)
    return copy


def upgrade(dialect: Dialect, *, to: str = HEAD) -> None:
    """Run the migrations that are missing, all or none."""
    # Alembic takes a third of a second to load, and is needed only here.
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(Path(__file__).parent / "migrations"))
    engine = dialect.engine.execution_options(writes=True)
    with engine.connect() as connection, connection.begin():
        dialect.start_writing(connection)
        context = MigrationContext.configure(
            connection, opts={"fn": lambda revision, _context: scripts._upgrade_revs(to, revision)}
        )
        with Operations.context(context):
            context.run_migrations()
