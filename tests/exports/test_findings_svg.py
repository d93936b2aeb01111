"""The picture of findings: each incident in the cell of its two axes, a mark for each principle."""

from xml.etree import ElementTree

from holdfire.assessment.findings import clause_findings, findings
from holdfire.exports.findings_svg import MOST, findings_svg
from holdfire.views.findings import findings as page
from holdfire.views.two_axes import by_principle, crossed, row_of
from holdfire.views.verdicts import NOTE
from tests.assessment.orders import by, ledger
from tests.assessment.test_findings import FORBID, SHOOT, STANDARDS, incident

SVG = "{http://www.w3.org/2000/svg}"


def told(*incidents, orders=(SHOOT,)):
    found = findings(incidents, ledger(*orders), STANDARDS)
    return page(found, clause_findings(orders, STANDARDS), STANDARDS, orders, {})


def drawn(found):
    return ElementTree.fromstring(findings_svg(found))


def test_an_incident_stands_in_the_cell_of_its_two_axes():
    obeyed = told(incident(warning_given=by("no"))).incidents
    assert list(crossed(obeyed)) == [("departs", "consistent")]
    disobeyed = told(incident(means=by("flare"), act=by("use"), killed=None), orders=(FORBID,)).incidents
    assert list(crossed(disobeyed)) == [("unsettled", "outside")]


def test_a_departure_outweighs_what_is_left_open():
    (one,) = told(incident(warning_given=by("no"))).incidents
    assert row_of(one.principles) == "departs"
    assert row_of([p for p in one.principles if p.verdict == "unsettled"]) == "unsettled"
    assert row_of([]) == "none"


def test_each_principle_has_one_mark_in_each_row_that_it_is_about():
    found = told(incident(warning_given=by("no")), incident())
    picture = drawn(found)
    marks = [e for kind in ("rect", "circle") for e in picture.iter(f"{SVG}{kind}") if list(e)]
    rows = [*(each.principles for each in found.incidents), *(each.principles for each in found.clauses)]
    assert len(marks) == sum(map(len, rows))
    departing = [m for m in marks if m.get("class") == "a"]
    assert len(departing) == sum(p.verdict == "departs" for principles in rows for p in principles)
    assert len(by_principle(rows).verdicts) == len(rows)


def test_words_stay_left_of_the_marks_and_all_within_the_picture():
    picture = drawn(told(*(incident(act=by("fire")) for _ in range(3 * MOST))))
    _, _, width, height = map(float, (picture.get("viewBox") or "").split())
    for each in (*picture.iter(f"{SVG}text"), *picture.iter(f"{SVG}circle")):
        x, y = float(each.get("x") or each.get("cx")), float(each.get("y") or each.get("cy"))
        assert 0 <= x <= width and 0 <= y <= height
    assert any(f"and {2 * MOST} more" in (e.text or "") for e in picture.iter(f"{SVG}text"))


def test_that_no_one_is_found_guilty_is_heard_and_read():
    for found in (told(incident()), told(orders=())):
        assert NOTE in (drawn(found).findtext(f"{SVG}desc") or "")
    assert "No act of force" in findings_svg(told(orders=()))
