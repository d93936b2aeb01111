"""What left a casebook, and what later releases go by."""

from typing import NamedTuple

from sqlalchemy import select

from holdfire.store import tables
from holdfire.store.packing import unpacked
from holdfire.store.view import View

_release, _blob = tables.release, tables.blob


class StoredRelease(NamedTuple):
    """A release by its id: when, by whom, for whom; `decisions` is the hash of what later ones go by."""

    id: str
    at: str
    who: str
    audience: str
    policy: str
    decisions: str
    told: str


class Releases:
    """The releases that a view of a casebook holds."""

    def __init__(self, view: View) -> None:
        self._view = view

    def all(self, audience: str | None = None) -> list[StoredRelease]:
        """All of them, or those for an audience, the first first."""
        log = tables.log
        columns = (_release.c.audience, _release.c.policy, _release.c.decisions, _release.c.told)
        asked = (
            select(_release.c.id, log.c.at, log.c.who, *columns)
            .join_from(_release, log, log.c.seq == _release.c.seq)
            .where(self._view.seen(_release))
            .order_by(_release.c.seq)
        )
        if audience is not None:
            asked = asked.where(_release.c.audience == audience)
        with self._view.connect() as connection:
            return [StoredRelease(*row) for row in connection.execute(asked)]

    def decisions(self, audience: str) -> bytes | None:
        """What the last release for an audience left to go by; None where there was none."""
        given = self.all(audience)
        if not given:
            return None
        with self._view.connect() as connection:
            row = connection.execute(select(_blob).where(_blob.c.sha256 == given[-1].decisions)).one()
        return unpacked(row.codec, row.bytes, size=row.size)
