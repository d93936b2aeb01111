"""A casebook → what its reports tell together, as people decided, and as it was on a day."""

import msgspec
import pytest

from holdfire.errors import BookError
from holdfire.model.capture import Capture
from holdfire.model.judgement import Correct, Different, Grade, Reject, Same, pair
from holdfire.store.book import dialect_of, opened
from holdfire.store.bundle import bundle
from holdfire.store.schema import upgrade
from holdfire.views.corroborated import named, row, rows, sheet
from holdfire.workflows.casebook.corroborating import compared, gathered
from holdfire.workflows.casebook.judging import judge
from holdfire.workflows.casebook.ordering import case
from holdfire.workflows.casebook.selecting import held
from holdfire.workflows.own.folder import NOTHING
from tests.corroboration.telling import report, shooting
from tests.store.reports import AT, LATER, LATEST
from tests.store.reports import report as plain_report

LEAD = "Guards near Musan opened fire on Ri Chunsok, a ginseng trader, at the Kwanmo sandbank before dawn."
REWRITE = (
    "A ginseng trader, Ri Chunsok, was shot before dawn by guards at the Kwanmo sandbank, a relative said."
)
OTHER = (
    "A conscript of the Hyesan garrison killed his sergeant beside the paper mill after a quarrel over rice."
)


def _bundle(name, text, **slots):
    made = plain_report(text)
    record = report("", shooting(text, **slots), text=text)
    told = msgspec.structs.replace(record.incidents[0], id=name)
    header = msgspec.structs.replace(
        record.report, id=made.id, raw_sha256=made.id, text_sha256=made.id, source_id=None
    )
    record = msgspec.structs.replace(record, report=header, incidents=(told,), text=msgspec.UNSET)
    return bundle(Capture(text.encode(), f"{name}.txt", "file"), made, record)


@pytest.fixture
def book(tmp_path):
    dialect = dialect_of(str(tmp_path / "case.book"))
    upgrade(dialect)
    made, _ = opened(dialect)
    with made.change(who="ada", at=AT) as change:
        change.keep([_bundle("aa11", LEAD, killed=1), _bundle("bb22", REWRITE, killed=2)])
    with made.change(who="ada", at=LATER) as change:
        change.keep([_bundle("cc33", OTHER, town="Hyesan", date="2021-06-02")])
    yield made
    made.close()


def _sizes(book):
    return sorted(len(each.accounts) for each in gathered(book).told.incidents)


def _killed_of_the_two(book):
    (one,) = [each for each in gathered(book).told.incidents if len(each.accounts) == 2]
    assert one.killed is not None
    return one.killed


def test_reports_of_one_incident_are_brought_together(book):
    assert _sizes(book) == [1, 2]
    killed = _killed_of_the_two(book)
    assert (killed.low, killed.high) == (1, 2)


def test_as_of_a_day_it_is_what_was_known_then(book):
    assert _sizes(book.as_of(AT)) == [2]


def test_what_people_decide_holds(book):
    judge(book, Different(who="ada", when=LATEST, target="aa11", other="bb22"))
    assert _sizes(book) == [1, 1, 1]
    judge(book, Same(who="ada", when=LATEST, target="aa11", other="cc33"))
    assert _sizes(book) == [1, 2]


def test_corrections_and_rejections_are_heeded(book):
    stored = next(s for s, r in book.readings.present() if r.incidents[0].id == "bb22")
    here = {"who": "ada", "when": LATEST, "reading": stored.id}
    judge(book, Correct(target=f"report/{stored.report}/incidents.0.killed", value=1, **here))
    killed = _killed_of_the_two(book)
    assert (killed.value, killed.lines, killed.others) == (1, 2, ())
    judge(book, Reject(target=f"report/{stored.report}/incidents.0", **here))
    assert _sizes(book) == [1, 1]


def test_why_two_are_one_is_told(book):
    found = compared(book, "bb22", "aa11")
    assert (found.one, found.other) == ("aa11", "bb22")
    assert sum(each.bits for each in found.evidence) > 0
    for bad in (("aa11", "aa11"), ("aa11", "nine"), ("", "aa11")):
        with pytest.raises(BookError):
            compared(book, *bad)


def test_whatever_asks_goes_by_the_same_things_with_their_grades(book):
    report = gathered(book).told.incidents[0].lines[0].reports[0]
    judge(book, Correct(target=f"report/{report}/outlet", value="Courier", who="ada", when=LATEST))
    judge(book, Grade(target=f"report/{report}", credibility=2, who="ada", when=LATEST))
    judge(book, Grade(target="source/Courier", reliability="B", who="ada", when=LATEST))
    told = gathered(book).told
    assert case(book).told == held(book, NOTHING).case.told == told
    outlets = [outlet for each in told.incidents for line in each.lines for outlet in line.outlets]
    assert [(o.name, o.reliability, o.credibility) for o in outlets] == [("Courier", "B", 2)]


def test_a_list_and_a_sheet_show_what_was_told(book):
    told = gathered(book).told
    listed = rows(told.incidents)
    assert [(each.date, each.where, each.reports, each.lines) for each in listed] == [
        ("2 Jun 2021", "Hyesan", 1, 1),
        ("20 Jan 2022", "Musan", 2, 2),
    ]
    one = named(told, "bb22")
    assert row(one).doubts == ("dissent",)
    killed = next(slot for slot in sheet(one).slots if slot.label == "killed")
    assert killed.spread == "1 to 2"
    assert [(each.said, each.agrees) for each in killed.values][1][1] is False


@pytest.fixture
def empty(tmp_path):
    dialect = dialect_of(str(tmp_path / "empty.book"))
    upgrade(dialect)
    made, _ = opened(dialect)
    yield made
    made.close()


def _keep(book, *bundles):
    with book.change(who="ada", at=AT) as change:
        change.keep(bundles)


def _apart(book):
    """Which reports tell of each incident."""
    told = gathered(book).told
    return sorted(sorted(each.reports) for each in told.incidents)


def test_a_decision_on_things_of_one_id_in_two_reports_holds(empty):
    _keep(empty, _bundle("aa11", LEAD), _bundle("aa11", REWRITE))
    (told,) = gathered(empty).told.incidents
    assert len(told.accounts) == 2
    one, other = pair(*told.accounts)
    judge(empty, Different(who="ada", when=LATEST, target=one, other=other))
    assert len(_apart(empty)) == 2


def test_a_decision_holds_when_another_report_comes_with_the_same_id(empty):
    _keep(empty, _bundle("aa11", LEAD), _bundle("bb22", REWRITE))
    judge(empty, Different(who="ada", when=LATEST, target="aa11", other="bb22"))
    before = _apart(empty)
    assert len(before) == 2
    _keep(empty, _bundle("aa11", OTHER, town="Hyesan", date="2021-06-02"))
    assert all(each in _apart(empty) for each in before)


def test_a_decision_by_the_id_with_its_report_is_of_that_report_alone(empty):
    _keep(empty, _bundle("aa11", LEAD), _bundle("aa11", OTHER, town="Hyesan", date="2021-06-02"))
    _keep(empty, _bundle("bb22", REWRITE))
    told = next(each for each in gathered(empty).told.incidents if len(each.accounts) == 2)
    far = next(each for each in gathered(empty).told.incidents if len(each.accounts) == 1)
    one, other = pair("bb22", far.accounts[0])
    judge(empty, Different(who="ada", when=LATEST, target=one, other=other))
    assert sorted(told.reports) in _apart(empty)
