"""Accounts in a casebook: the last row of a name counts, and only it keeps the hash of a password."""

from typing import Any, get_args

from sqlalchemy import Select, func, select

from holdfire.model.account import Account, Role
from holdfire.store import tables
from holdfire.store.view import View

_account, _log = tables.account, tables.log


class Accounts:
    """The accounts that a view of a casebook holds."""

    def __init__(self, view: View) -> None:
        self._view = view

    def all(self) -> list[Account]:
        """Every account as it is now, by name."""
        with self._view.connect() as connection:
            rows = connection.execute(self._latest().order_by(_account.c.name)).all()
        return [_made(row) for row in rows]

    def get(self, name: str) -> Account | None:
        """One account, if there is one."""
        with self._view.connect() as connection:
            row = connection.execute(self._latest().where(_account.c.name == name)).first()
        return None if row is None else _made(row)

    def secret(self, name: str) -> str | None:
        """The hash of somebody's password; None where there is no such account."""
        asked = select(_account.c.secret).where(_account.c.name == name, self._view.seen(_account))
        with self._view.connect() as connection:
            return connection.execute(asked.order_by(_account.c.seq.desc()).limit(1)).scalar()

    def place(self, name: str) -> int | None:
        """Where in the log an account was last changed: its roles, its password, whether it is open."""
        asked = select(func.max(_account.c.seq)).where(_account.c.name == name, self._view.seen(_account))
        with self._view.connect() as connection:
            return connection.execute(asked).scalar()

    def _latest(self) -> Select[Any]:
        last = select(func.max(_account.c.seq)).where(self._view.seen(_account)).group_by(_account.c.name)
        facts = _account.c.name, _account.c.roles, _account.c.state, _log.c.at
        asked = select(*facts).join_from(_account, _log, _log.c.seq == _account.c.seq)
        return asked.where(_account.c.seq.in_(last))


def _made(row: Any) -> Account:  # noqa: ANN401 - a row
    roles: tuple[Role, ...] = tuple(role for role in get_args(Role) if role in row.roles.split())
    return Account(row.name, roles, row.state == "open", row.at)
