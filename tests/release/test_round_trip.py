"""What a release writes for UCDP and ACLED, taken in again: the same public slots."""

from typing import Any

import pytest

from holdfire.assessment.units import shipped_units
from holdfire.corroboration.corroborating import corroborate
from holdfire.exports.released.acled_csv import acled_csv
from holdfire.exports.released.ucdp_csv import is_lethal, ucdp_csv
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.release.candidates import Sources, candidate
from holdfire.release.coarsening import days_of
from holdfire.release.published import Reports
from holdfire.release.released import Outcome
from holdfire.sources.columns.column_map import shipped_map
from holdfire.sources.columns.incidents import imported
from holdfire.sources.columns.rows import rows, table
from tests.exports.publications import publication
from tests.release.telling import PUBLIC, REGIONS, TODAY


def _again(tmp_path, pieces, name):
    path = tmp_path / f"{name}.csv"
    path.write_bytes(b"".join(pieces))
    by, sources = (
        shipped_map(name),
        Sources(PUBLIC, REGIONS, shipped_units(), Reports((), PUBLIC, today=TODAY, embargoes={})),
    )
    made = {}
    read: list[Any] = list(rows(table(path), by))
    for row in read:
        report, record = imported(row, by, shipped_gazetteer())
        told = corroborate([record]).incidents
        made[str(report.title).rpartition(" ")[2]] = candidate(told[0], sources) if told else None
    return made


def _same_place(row, again):
    return row.region is None or again.region(row.region.level) == row.region


@pytest.mark.slow
@pytest.mark.parametrize("audience", ["public", "partner", "internal"])
def test_acled_gives_every_slot_again(tmp_path, audience):
    told = publication(80, audience=audience)
    made = _again(tmp_path, acled_csv(told), "acled")
    assert set(made) == {row.id for row in told.incidents}
    for row in told.incidents:
        again = made[row.id]
        if row.outcome.act is None:
            assert again is None
            continue
        assert again.days == days_of(row.period)
        assert _same_place(row, again)
        assert again.outcome == Outcome(row.outcome.act, row.outcome.killed)
        assert (again.told.means, again.told.status) == (row.told.means, row.told.status)
        assert (again.told.actor, again.told.units) == (row.told.actor, row.told.units)
        assert (again.persons.role, again.kind) == (row.role, row.kind)


@pytest.mark.slow
@pytest.mark.parametrize("audience", ["public", "partner", "internal"])
def test_ucdp_gives_every_slot_that_it_has_again(tmp_path, audience):
    told = publication(80, audience=audience)
    lethal = [row for row in told.incidents if is_lethal(row)]
    made = _again(tmp_path, ucdp_csv(told), "ucdp")
    assert lethal
    assert set(made) == {row.id for row in lethal}
    for row in lethal:
        again = made[row.id]
        assert again.days == days_of(row.period)
        assert _same_place(row, again)
        assert again.outcome.killed == row.outcome.killed
        assert (again.told.actor, again.persons.role) == (row.told.actor, row.role)
