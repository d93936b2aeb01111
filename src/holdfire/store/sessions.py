"""Who is in the workbench: no evidence, so none of it is in the log. Secrets are kept as hashes alone."""

from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select, update

from holdfire.store import tables
from holdfire.store.view import View

_session = tables.session


class StoredSession(NamedTuple):
    """A session of an account as that stood at a place in the log; `seen` is when, in seconds (Unix)."""

    name: str
    account: int
    seen: int
    is_blind: bool


class Sessions:
    """The sessions that a casebook holds."""

    def __init__(self, view: View) -> None:
        self._view = view

    def get(self, secret: str, *, since: int) -> StoredSession | None:
        """The session of a secret, unless nobody was seen in it since a moment."""
        asked = select(_session).where(_session.c.secret == _hash(secret), _session.c.seen > since)
        with self._view.connect() as connection:
            row = connection.execute(asked).first()
        return None if row is None else StoredSession(row.name, row.account, row.seen, bool(row.blind))


def put_session(connection: Connection, secret: str, session: StoredSession, *, since: int) -> None:
    """Keep a session, in the place of what was known of it, and let those go that lie idle since a moment."""
    facts = {
        "name": session.name,
        "account": session.account,
        "seen": session.seen,
        "blind": int(session.is_blind),
    }
    mine = _session.c.secret == _hash(secret)
    if not connection.execute(update(_session).where(mine).values(facts)).rowcount:
        connection.execute(insert(_session).values(secret=_hash(secret), **facts))
    connection.execute(delete(_session).where(_session.c.seen <= since))


def end_session(connection: Connection, secret: str) -> None:
    """End a session."""
    connection.execute(delete(_session).where(_session.c.secret == _hash(secret)))


def _hash(secret: str) -> bytes:
    return sha256(secret.encode()).digest()
