"""Which reports are one line of testimony."""

from holdfire.corroboration.testimony import Teller, lines, teller
from holdfire.model.party import Voice
from holdfire.model.record import ReportHeader
from tests.corroboration.telling import said


def _teller(report, *, outlet=None, sources=(), own=False, prints=()):
    return Teller(report, outlet, frozenset(sources), own, frozenset(prints))


def _groups(*tellers):
    return [line.reports for line in lines(tellers)]


def _header(outlet=None, url=None):
    return ReportHeader("id", None, outlet, url, None, "en", "id", "id", source_id="r")


def test_reports_of_one_outlet_are_one_line():
    a, b, c = (_teller(name, outlet=o, own=True) for name, o in (("a", "x"), ("b", "x"), ("c", "y")))
    assert _groups(a, b, c) == [("a", "b"), ("c",)]
    assert lines((a, b))[0].because == ("same outlet: x",)


def test_who_only_hands_on_another_outlet_is_its_line():
    source = _teller("a", outlet="daily nk", own=True)
    copy = _teller("b", outlet="gazette", sources={"daily nk"})
    assert _groups(source, copy) == [("a", "b")]


def test_who_adds_a_source_of_its_own_is_a_line_of_its_own():
    source = _teller("a", outlet="daily nk", own=True)
    more = _teller("b", outlet="gazette", sources={"daily nk"}, own=True)
    assert _groups(source, more) == [("a",), ("b",)]


def test_two_that_hand_on_one_named_source_are_one_line():
    a = _teller("a", outlet="x", sources={"rescue committee"})
    b = _teller("b", outlet="y", sources={"rescue committee", "bishop kim"})
    assert _groups(a, b) == [("a", "b")]
    assert _groups(a, _teller("c", outlet="z", sources={"bishop kim"})) == [("a",), ("c",)]


def test_copies_are_one_line_and_lines_join():
    a = _teller("a", outlet="x", own=True, prints=range(10))
    b = _teller("b", outlet="y", own=True, prints=range(8))
    c = _teller("c", outlet="y", own=True)
    assert _groups(c, a, b) == [("a", "b", "c")]


def test_a_few_common_words_make_no_copy():
    a = _teller("a", own=True, prints=range(30))
    b = _teller("b", own=True, prints=[*range(2), *range(100, 130)])
    assert _groups(a, b) == [("a",), ("b",)]


def test_an_unnamed_source_of_another_outlet_is_that_outlet():
    voices = [said(Voice("Daily NK", "outlet")), said(Voice("a source in Musan", "anonymous source"))]
    assert teller(_header("Gazette"), voices, frozenset()).own is False
    own = teller(_header("Daily NK"), voices, frozenset())
    assert (own.sources, own.own) == (frozenset(), True)


def test_who_only_denies_a_thing_is_no_witness_of_it():
    voices = [said(Voice("Jan Kos", "official")), said(Voice("Border Guard Bangladesh", link="denies"))]
    assert teller(_header("Gazette"), voices, frozenset()).sources == {"jan kos"}


def test_narration_is_the_outlet_itself():
    assert teller(_header("Gazette"), [said(Voice("", "narration"))], frozenset()).own


def test_the_outlet_of_a_page_is_its_host_also_in_an_archive():
    archived = _header(url="http://web.example.org/2015/http://www.herald.example/a")
    assert teller(archived, (), frozenset()).outlet == "herald.example"
    assert teller(_header(url="https://www.herald.example/a?u=1"), (), frozenset()).outlet == "herald.example"
    assert teller(_header(), (), frozenset()).outlet is None
