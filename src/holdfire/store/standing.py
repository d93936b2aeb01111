"""How far people are with reports, brought up to date where something was read or judged."""

from collections.abc import Iterable

from sqlalchemy import Connection, and_, select, update

from holdfire.judging import Decisions, standing, state
from holdfire.judging.state import Subject
from holdfire.model.judgement import Judgement, OnPair, Undo, decoded
from holdfire.store import tables
from holdfire.store.bundle import Bundle
from holdfire.store.deriving import some_of
from holdfire.store.inserting import insert_rows
from holdfire.store.judgements import judgements_on

_report, _reading, _judgement, _standing = tables.report, tables.reading, tables.judgement, tables.standing


def stand_kept(connection: Connection, bundles: Iterable[Bundle]) -> None:
    """After reports were kept: a new one is new, one that was read again may ask to be checked again."""
    fresh: dict[str, str] = {}
    for each in bundles:
        if each.report and each.is_new:
            fresh[each.report] = "new" if each.reading else "unread"
        elif each.report and each.reading:
            stand(connection, each.report)
    for some in some_of(list(fresh)):
        rows = connection.execute(select(_report.c.seq, _report.c.id).where(_report.c.id.in_(some))).all()
        insert_rows(connection, _standing, [{"report": row.seq, "state": fresh[row.id]} for row in rows])


def stand_judged(connection: Connection, judgement: Judgement) -> None:
    """After a judgement: that on a report may begin or end the work on it."""
    while isinstance(judgement, Undo):
        asked = select(_judgement.c.body).where(_judgement.c.id == judgement.target)
        body = connection.execute(asked).scalar()
        if body is None:
            return
        judgement = decoded(body)
    part, _, rest = judgement.target.partition("/")
    if part == "report" and not isinstance(judgement, OnPair):
        stand(connection, rest.partition("/")[0])


def stand(connection: Connection, report: str) -> None:
    """Bring the standing of one report up to date."""
    seq = connection.execute(select(_report.c.seq).where(_report.c.id == report)).scalar()
    if seq is None:
        return
    last = select(_reading.c.id).where(_reading.c.report == report).order_by(_reading.c.seq.desc()).limit(1)
    reading = connection.execute(last).scalar()
    now = standing(state(judgements_on(connection, report)), report, reading)
    connection.execute(update(_standing).where(_standing.c.report == seq).values(state=now))


def misjudged(connection: Connection) -> int | None:
    """The first report that does not stand as what was decided of it says, by its place in the log."""
    bodies = connection.execute(select(_judgement.c.body)).scalars()
    about: dict[str, dict[Subject, tuple[Judgement, ...]]] = {}
    for key, those in state(map(decoded, bodies)).about.items():
        about.setdefault(key[0].removeprefix("report/").partition("/")[0], {})[key] = those
    present = and_(_reading.c.report == _report.c.id, _reading.c.superseded.is_(None))
    asked = (
        select(_report.c.seq, _report.c.id, _reading.c.id.label("reading"), _standing.c.state)
        .outerjoin_from(_report, _reading, present)
        .outerjoin(_standing, _standing.c.report == _report.c.seq)
        .order_by(_report.c.seq)
    )
    for row in connection.execute(asked):
        if row.state != standing(Decisions(about.get(row.id, {})), row.id, row.reading):
            return int(row.seq)
    return None
