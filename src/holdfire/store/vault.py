"""The vault of a casebook: sealed entries under pseudonyms, and their keys, wrapped for the keepers."""

from typing import NamedTuple

from sqlalchemy import and_, select

from holdfire.errors import BookError
from holdfire.store import tables
from holdfire.store.view import View

_sealed, _wrapped, _keeper, _destroyed = tables.sealed, tables.wrapped, tables.keeper, tables.destroyed


class VaultEntry(NamedTuple):
    """An entry by its pseudonym: when it came in, and why it was destroyed, if it was."""

    id: str
    recorded: str
    destroyed: str | None


class Vault:
    """The vault that a view of a casebook holds. Nothing in it can be read without a keeper's identity."""

    def __init__(self, view: View) -> None:
        self._view = view

    def keepers(self) -> dict[str, str]:
        """Who may open the vault: names and age recipients."""
        asked = select(_keeper.c.name, _keeper.c.recipient).where(self._view.seen(_keeper))
        with self._view.connect() as connection:
            return {row.name: row.recipient for row in connection.execute(asked.order_by(_keeper.c.seq))}

    def entries(self) -> list[VaultEntry]:
        """All entries, the first first."""
        asked = (
            select(_sealed.c.id, tables.log.c.at, _destroyed.c.why)
            .join_from(_sealed, tables.log, tables.log.c.seq == _sealed.c.seq)
            .outerjoin(_destroyed, and_(_destroyed.c.id == _sealed.c.id, self._view.seen(_destroyed)))
            .where(self._view.seen(_sealed))
        )
        with self._view.connect() as connection:
            return [VaultEntry(*row) for row in connection.execute(asked.order_by(_sealed.c.seq))]

    def sealed(self, entry: str) -> tuple[bytes, bytes]:
        """The sealed bytes of an entry and its wrapped key; BookError where either is not there."""
        with self._view.connect() as connection:
            kept = connection.execute(select(_sealed.c.bytes).where(_sealed.c.id == entry)).scalar()
            key = connection.execute(select(_wrapped.c.bytes).where(_wrapped.c.id == entry)).scalar()
        if kept is None:
            remedy = "`holdfire vault list` lists the pseudonyms"
            raise BookError(f"the vault has no entry {entry!r}", remedy=remedy)
        if key is None:
            raise BookError(f"the key of {entry} was destroyed: nobody can read it any more")
        return kept, key
