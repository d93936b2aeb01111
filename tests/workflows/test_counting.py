"""What is counted of a casebook is the same whether its incidents are kept or at hand."""

from dataclasses import replace

import msgspec
import pytest

from holdfire.errors import HoldfireError
from holdfire.model.judgement import Correct
from holdfire.store.bundle import bundle
from holdfire.views.trend import trend_page
from holdfire.workflows.analysis.casebook_trend import Asked, of_book
from holdfire.workflows.analysis.counting import counting, counting_of
from holdfire.workflows.casebook.bringing import Bringing
from holdfire.workflows.casebook.judging import judge
from holdfire.workflows.casebook.keeping import is_fresh
from holdfire.workflows.casebook.opening import make_book, open_book
from holdfire.workflows.casebook.selecting import held
from holdfire.workflows.own.folder import NOTHING
from tests.corroboration.telling import ordering, report
from tests.store.reports import AT, LATER, capture
from tests.store.reports import report as reported
from tests.workflows.test_analysis_book import one, real

WORDS = "The state ordered flares in Musan from 17 January 2022."


def _records():
    towns = ("Musan", "Hoeryong", "Hyesan", "North Hamgyong")
    for n in range(14):
        date = None if n == 5 else f"202{n % 3}-{1 + n % 9:02}" + (f"-{3 + n:02}" if n % 4 else "")
        toll = {"killed": n % 3} if n % 2 else {}
        day, outlet = f"202{n % 3}-10-{1 + n:02}", ("Desk", "Radio", None)[n % 3]
        yield one(n, date, town=towns[n % 4], published=day, outlet=outlet, **toll)
    yield report("order", real(ordering(WORDS)), text=WORDS, published="2022-01-20", outlet="Desk")


def _made(path):
    make_book(path, who="ada").close()
    made = open_book(path)
    with made.change(who="ada", at=AT) as change:
        for n, record in enumerate(_records()):
            known = {"published": record.report.published, "outlet": record.report.outlet}
            told = reported(record.text, **known)
            digests = dict.fromkeys(("id", "raw_sha256", "text_sha256"), told.id)
            header = msgspec.structs.replace(record.report, source_id=None, **digests)
            read = msgspec.structs.replace(record, report=header, text=msgspec.UNSET)
            change.keep([bundle(capture(told, f"{n}.txt"), told, read)])
    Bringing(made).bring()
    assert is_fresh(made)
    return made


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    made = _made(str(tmp_path_factory.mktemp("counting") / "case.book"))
    yield made
    made.close()


ASKED = (
    Asked(day="2021-06-01"),
    Asked(day="2021-06-01", places=("Musan",)),
    Asked(day="2021-06-01", places=("North Hamgyong",), outside=("Hyesan",)),
    Asked(day="2021-06-01", people="killed"),
    Asked(day="2021-06-01", kinds=("live fire",), since="2020-02", until="2022-11"),
    Asked(order="order"),
)


def _page(of, asked):
    found = of_book(of, asked)
    return trend_page(found.trend, what=found.what, title=found.title, notes=found.notes)


def _plainly(page):
    bars = [bar and [round(n, 9) for n in (bar.expected, bar.low, bar.high, bar.reports)]
            for bar in page.chart.bars]  # fmt: skip
    return page.title, page.said, page.figures, page.caveats, bars


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_what_is_kept_counts_as_what_is_at_hand(book, asked):
    at_hand = held(book, NOTHING)
    if asked.order:
        (order,) = at_hand.case.told.orders
        asked = replace(asked, order=order.id)
    page = _page(counting(book, NOTHING), asked)
    assert _plainly(page) == _plainly(_page(counting_of(at_hand), asked))
    assert any(bar and bar.expected for bar in page.chart.bars)


def test_a_corrected_day_of_publication_moves_a_report(book, tmp_path):
    other, asked = _made(str(tmp_path / "case.book")), Asked(day="2021-06-01")
    target = f"report/{other.reports.listed(limit=1)[0].id}/published"
    judge(other, Correct(target=target, value="2020-07-01", who="ada", when=LATER))
    Bringing(other).bring()
    now, before = _page(counting(other, NOTHING), asked), _page(counting(book, NOTHING), asked)
    assert _plainly(now) == _plainly(_page(counting_of(held(other, NOTHING)), asked))
    assert now.figures != before.figures
    other.close()


def test_a_thing_is_named_by_how_its_id_begins(book):
    with pytest.raises(HoldfireError, match="is an incident"):
        of_book(counting(book, NOTHING), Asked(order="r13-"))
    with pytest.raises(HoldfireError, match="no incident or order"):
        of_book(counting(book, NOTHING), Asked(order="zzzz"))
