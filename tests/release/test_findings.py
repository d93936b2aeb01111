"""Findings of a release: made of what leaves alone, in fixed words."""

import csv
import json
from io import StringIO

import pytest
from msgspec.structs import replace

from holdfire.exports.released.acled_csv import notes
from holdfire.exports.released.formats import files
from holdfire.exports.released.ucdp_csv import ucdp_csv
from holdfire.model.corroborated import Attested
from holdfire.model.party import Party
from holdfire.release.compiling import compiled
from holdfire.release.findings import Findings, findings_on
from holdfire.release.publication import Publication
from holdfire.release.released import Outcome, Toll
from holdfire.release.rows import Rows
from holdfire.views.released import who
from holdfire.views.released_findings import findings_table
from holdfire.views.verdicts import CONDUCT, NOTE, STANDARD
from tests.exports.publications import publication
from tests.release.telling import PUBLIC, att, given, incident, order, page


def told(incidents, orders=(), names=()):
    made = compiled(given(incidents, orders, [page(name) for name in names]))
    k, diverse = (PUBLIC.k, PUBLIC.k_published), (PUBLIC.l, PUBLIC.l_published)
    return Publication(
        "public", "2023-03-01", "Holdfire", k, diverse, made.rows, made.groups, made.orders, made.pages
    )


NAMES = [f"i{n:03}" for n in range(5)]


def test_a_row_is_held_against_an_order_that_leaves_and_the_standards():
    shot = told(
        [incident(name, killed=1) for name in NAMES],
        [order("o", effective_from=att("2021-01-18"))],
        [*NAMES, "o"],
    )
    found = findings_on(shot)
    made = found.of(shot.incidents[0])
    assert made is not None
    assert made.conduct in CONDUCT
    assert made.order in {"", shot.orders[0].id}
    assert made.standards


def test_who_is_only_accused_leaves_as_alleged():
    guards, corps = Party("guards", "border guard"), Party("25th Border Guard Brigade", "border guard")
    accused, outright = Attested(corps, ("r",), 1, alleged=True), att(guards)
    made = [told([incident(n, actor=(a,)) for n in NAMES], names=NAMES) for a in (accused, outright)]
    alleged, sure = (each.incidents[0] for each in made)
    assert (sure.told.alleged, who(sure)) == ((), "border guards")
    assert alleged.told.alleged == (*alleged.told.actor, *alleged.told.units)
    assert "border guards (alleged)" in who(alleged)
    assert "alleged=border guard" in notes(alleged)
    both = told([incident(n, actor=(accused, outright)) for n in NAMES], names=NAMES).incidents[0].told
    assert (both.actor, both.alleged) == (("border guard",), both.units)
    deadly = [replace(row, outcome=Outcome("kill", Toll(1, 1, 1))) for row in (alleged, sure)]
    ucdp = b"".join(ucdp_csv(replace(made[0], incidents=Rows(deadly)))).decode()
    assert [row["code_status"] for row in csv.DictReader(StringIO(ucdp, newline=""))] == ["Check", "Clear"]


def test_where_no_order_leaves_none_is_named():
    shot = told([incident(name) for name in NAMES], names=NAMES)
    made = findings_on(shot).of(shot.incidents[0])
    assert made is not None
    assert (made.order, made.conduct in ("outside", "undetermined")) == ("", True)


def test_what_is_not_told_of_a_row_is_held_against_nothing():
    silent = told([incident(name, killed=1) for name in NAMES])
    assert {row.outcome.act for row in silent.incidents} == {None}
    assert [findings_on(silent).of(row) for row in silent.incidents] == [None] * 5


def test_a_finding_follows_from_what_leaves_alone():
    """Two casebooks that know different days, places and words, and release the same rows, find the same."""
    one = told([incident(name, f"2021-05-0{n + 1}", "Musan") for n, name in enumerate(NAMES)], names=NAMES)
    other = told([incident(name, f"2021-05-2{n}", "Musan") for n, name in enumerate(NAMES)], names=NAMES)
    assert {row.period for row in (*one.incidents, *other.incidents)} == {"2021-05"}
    found = [
        sorted(str(findings_on(each).of(replace(row, id="", group=""))) for row in each.incidents)
        for each in (one, other)
    ]
    assert found[0] == found[1]


def test_a_finding_is_the_same_whatever_was_asked_before():
    told_of = [
        [incident(name, killed=n % 2, warning_given=att("yes")) for n, name in enumerate(NAMES)],
        [incident(name, killed=n % 2) for n, name in enumerate(NAMES)],
        [incident(name, where="El Paso", killed=n % 2) for n, name in enumerate(NAMES)],
    ]
    rows = [row for some in told_of for row in told(some, names=NAMES).incidents]
    rows = [replace(row, role=role) for row in rows for role in ("civilian", "army")]
    together = Findings(())
    assert [together.of(row) for row in rows] == [Findings(()).of(row) for row in rows]
    assert len({str(together.of(row)) for row in rows}) > 1


@pytest.mark.slow
def test_the_table_counts_each_incident_of_force_once_and_the_files_say_the_same():
    made = publication()
    table = findings_table(made)
    wanted = ("findings.csv", "findings.json", "findings.html")
    by_path = {f.path: b"".join(f.pieces).decode() for f in files(made) if f.path in wanted}
    lines = list(csv.DictReader(StringIO(by_path["findings.csv"], newline="")))
    whole = json.loads(by_path["findings.json"])
    assert table.asked == sum(sum(numbers) for _, numbers in table.rows) == len(lines)
    assert [line["id"] for line in lines] == [each["id"] for each in whole["incidents"]]
    assert {line["order_in_force_words"] for line in lines} <= set(CONDUCT.values())
    assert {line["standards_words"] for line in lines} <= {*STANDARD.values(), ""}
    assert whole["note"] == NOTE
    assert NOTE in by_path["findings.html"]
    assert len(whole["clauses"]) == len(table.clauses) > 0


def test_nothing_is_found_in_a_release_of_nothing():
    bare = replace(publication(0), orders=(), incidents=Rows())
    table = findings_table(bare)
    assert (table.asked, table.clauses, table.principles) == (0, (), ())
