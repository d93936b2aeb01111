"""Judgements in a casebook."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select, true

from holdfire.errors import BookError
from holdfire.model.judgement import Judgement, OnPair, decoded, encoded, judgement_id, kind_of
from holdfire.store import tables
from holdfire.store.deriving import some_of
from holdfire.store.rows import Entry, JudgementRow
from holdfire.store.view import View

_judgement = tables.judgement


class Judgements:
    """The judgements that a view of a casebook holds."""

    def __init__(self, view: View) -> None:
        self._view = view

    def all(self) -> list[Judgement]:
        """Every judgement, in the order in which they came in."""
        return self._decoded(select(_judgement.c.body))

    def since(self, seq: int) -> list[Judgement]:
        """Every judgement that came in behind a place in the log."""
        return self._decoded(select(_judgement.c.body).where(_judgement.c.seq > seq))

    def of_report(self, report: str) -> list[Judgement]:
        """The judgements on a report and the values in it, and what undoes them."""
        with self._view.connect() as connection:
            return judgements_on(connection, report, seen=self._view.seen(_judgement))

    def of(self, target: str) -> list[Judgement]:
        """The judgements on one target, and what undoes them."""
        with self._view.connect() as connection:
            return _and_what_undoes(connection, _judgement.c.target == target, self._view.seen(_judgement))

    def get(self, beginning: str) -> Judgement:
        """The judgement whose id begins like this; BookError where none does, or more than one."""
        given = beginning.lower()
        asked = select(_judgement.c.body).where(_judgement.c.id >= given, _judgement.c.id < f"{given}g")
        found = self._decoded(asked.limit(2)) if len(given) >= 4 else []
        if len(found) != 1:
            what = "more than one judgement" if found else "no judgement"
            remedy = "`holdfire judge list` lists them"
            raise BookError(f"there is {what} {beginning!r}", where=self._view.dialect.where, remedy=remedy)
        return found[0]

    def _decoded(self, asked: Select[Any]) -> list[Judgement]:
        asked = asked.where(self._view.seen(_judgement)).order_by(_judgement.c.seq)
        with self._view.connect() as connection:
            return [decoded(body) for body in connection.execute(asked).scalars()]


def judgements_on(
    connection: Connection, report: str, *, seen: ColumnElement[bool] | None = None
) -> list[Judgement]:
    """The judgements on a report and the values in it, and what undoes them, and what undoes that."""
    below = f"report/{report}"
    mine = or_(
        _judgement.c.target == below,
        and_(_judgement.c.target >= f"{below}/", _judgement.c.target < f"{below}0"),
    )
    return _and_what_undoes(connection, mine, true() if seen is None else seen)


def _and_what_undoes(
    connection: Connection, mine: ColumnElement[bool], seen: ColumnElement[bool]
) -> list[Judgement]:
    asked = select(_judgement.c.id, _judgement.c.body).where(seen).order_by(_judgement.c.seq)
    rows = connection.execute(asked.where(mine)).all()
    found = [decoded(row.body) for row in rows]
    while rows:
        ids = [row.id for row in rows]
        rows = [
            row
            for some in some_of(ids)
            for row in connection.execute(asked.where(_judgement.c.target.in_(some)))
        ]
        found += [decoded(row.body) for row in rows]
    return found


def judgement_entry(judgement: Judgement) -> Entry:
    """The row of a judgement."""
    row = JudgementRow(
        id=judgement_id(judgement),
        kind=kind_of(judgement),
        who=judgement.who,
        made=judgement.when,
        target=judgement.target,
        other=judgement.other if isinstance(judgement, OnPair) else None,
        body=encoded(judgement).decode(),
    )
    return Entry(row)
