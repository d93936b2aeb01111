"""What left a casebook, and what later releases go by."""

from typing import NamedTuple

from sqlalchemy import select

from holdfire.release.audience import Audience, Said, audiences
from holdfire.release.frozen import Past, from_json
from holdfire.store import tables
from holdfire.store.packing import unpacked
from holdfire.store.view import View

_release, _blob = tables.release, tables.blob
ANSWERED = "release"
"""What judgements of releases are on: `release/` and the id."""


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

    def all(self) -> list[StoredRelease]:
        """All of them, the first first."""
        log = tables.log
        columns = (_release.c.audience, _release.c.policy, _release.c.decisions, _release.c.told)
        asked = (
            select(_release.c.id, log.c.at, log.c.who, *columns)
            .join_from(_release, log, log.c.seq == _release.c.seq)
            .where(self._view.seen(_release))
            .order_by(_release.c.seq)
        )
        with self._view.connect() as connection:
            return [StoredRelease(*row) for row in connection.execute(asked)]

    def needed(self) -> int:
        """The place in the log of the last entry that what would leave depends on: all but answers to it."""
        log, said = tables.log, tables.judgement
        answers = said.c.target.between(f"{ANSWERED}/", f"{ANSWERED}0")
        is_answer = select(said.c.seq).where(said.c.seq == log.c.seq, answers).exists()
        asked = select(log.c.seq).where(self._view.seen(log), ~is_answer).order_by(log.c.seq.desc()).limit(1)
        with self._view.connect() as connection:
            return connection.execute(asked).scalar() or 0

    def pasts(self) -> list[Past]:
        """What each audience was told until now."""
        last = {each.audience: each.decisions for each in self.all()}
        asked = select(_blob).where(_blob.c.sha256.in_(set(last.values())))
        with self._view.connect() as connection:
            rows = connection.execute(asked).all()
        held = {row.sha256: unpacked(row.codec, row.bytes, size=row.size) for row in rows}
        return [_past(audience, held[key]) for audience, key in last.items()]

    def audiences(self) -> dict[str, Audience]:
        """Who may be told, by name."""
        row = tables.audience
        asked = select(row.c.name, row.c.width, row.c.k).where(self._view.seen(row)).order_by(row.c.seq)
        with self._view.connect() as connection:
            return audiences(Said(*each) for each in connection.execute(asked))


def _past(audience: str, raw: bytes) -> Past:
    """What later releases go by; releases before 2026-11 kept the rows alone, of audiences of ours."""
    told = from_json(raw)
    if isinstance(told, Past):
        return told
    ours = audiences(()).get(audience)
    return Past(audience, ours.width if ours else "public", (ours.k, ours.k) if ours else (5, 5), told)
