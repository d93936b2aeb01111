"""The reading view: words and values, decisions, what was not read, the bytes as they came."""

import re
from html import unescape

import msgspec
import pytest
from starlette.testclient import TestClient

from holdfire.model.capture import Capture
from holdfire.model.judgement import judgement_id
from holdfire.model.party import Voice
from holdfire.model.report import Report
from holdfire.store.bundle import bundle
from holdfire.web import sheets
from holdfire.web.app import make_app
from holdfire.web.desk import Alone, Desk
from holdfire.workflows.casebook.corrected import decided_records
from holdfire.workflows.casebook.judging import decisions
from tests import stories
from tests.store.reports import AT, plain, report, story
from tests.web.conftest import HERE, KEY

ACT = "orders.0.clauses.0.act"


def decide(ada, told, path, kind, **more):
    return ada.post(f"/reports/{told}/decision", htmx=True, path=path, kind=kind, **more)


def record(book, told):
    return next(decided_records(book, decisions(book), only=[told]))


def test_words_and_values_name_each_other(ada, told):
    page = ada.get(f"/reports/{told}").text
    assert f'id="e-{ACT.replace(".", "-")}" data-v="{ACT}"' in page
    marks = page.split('id="text"')[1].split("</div>")[0]
    assert f"{ACT}" in marks
    assert 'class="aside" title="left out:' in marks


def test_who_denies_is_not_shown_as_saying_so(ada, book):
    one = stories.record().incidents[0]
    voices = (
        *one.attribution,
        msgspec.structs.replace(one.attribution[0], value=Voice("the ministry", "official", link="denies")),
    )
    with book.change(who="ada", at=AT) as change:
        change.keep([story(incidents=(msgspec.structs.replace(one, attribution=voices),))])
    (stored,) = book.reports.listed()
    path = f"incidents.0.attribution.{len(voices) - 1}"
    entry = ada.get(f"/reports/{stored.id}").text.split(f'data-v="{path}"')[1].split("</div>")[0]
    assert '<span class="word">denied by</span>' in entry
    kept = decide(ada, stored.id, path, "accept").text
    assert "denied by" in kept.split(f'data-v="{path}"')[1].split("</div>")[0]


def test_the_whole_text_is_there(ada, told):
    marks = ada.get(f"/reports/{told}").text.split('id="text"')[1].split(">", 1)[1].split("</div>")[0]
    words = unescape(re.sub(r"<[^>]+>", "", marks)).split()
    assert words == stories.WORDS.split()


def cards_in(page):
    return re.findall(r'<article class="card[^"]*" id="([^"]+)"', page)


@pytest.fixture
def longer(book):
    """A report with five incidents and more orders than one."""
    one = stories.record()
    many = tuple(msgspec.structs.replace(one.incidents[0], id=f"{n:016x}") for n in range(5))
    with book.change(who="ada", at=AT) as change:
        change.keep([story(incidents=many)])
    (stored,) = book.reports.listed()
    return stored.id


def test_of_many_cards_some_come_first_and_the_rest_piece_by_piece(ada, longer, monkeypatch):
    every = cards_in(ada.get(f"/reports/{longer}").text)
    monkeypatch.setattr(sheets, "AT_ONCE", 2)
    page = ada.get(f"/reports/{longer}").text
    assert [each for each in cards_in(page) if "incidents" in each] == ["e-incidents-0", "e-incidents-1"]
    while rest := re.search(r'<p class="rest"[^>]*data-more="([^"]+)".*?</p>', page):
        more = ada.get(unescape(rest[1])).text
        page = page[: rest.start()] + more + page[rest.end() :]
    assert cards_in(page) == every
    assert cards_in(ada.get(f"/reports/{longer}?all=yes").text) == every


def test_cards_come_as_far_as_the_one_that_is_asked_for(ada, longer, monkeypatch):
    monkeypatch.setattr(sheets, "AT_ONCE", 1)
    more = ada.get(f"/reports/{longer}/cards?section=incidents&from=1&to=incidents.3.act").text
    assert cards_in(more) == ["e-incidents-1", "e-incidents-2", "e-incidents-3"]
    page = ada.get(f"/reports/{longer}?thing={3:016x}").text
    assert [each for each in cards_in(page) if "incidents" in each][-1] == "e-incidents-3"


@pytest.mark.parametrize(
    "asked", ["", "section=incidents", "section=what&from=0", "section=incidents&from=-1"]
)
def test_cards_that_are_not_there(ada, longer, asked):
    assert ada.get(f"/reports/{longer}/cards?{asked}").status_code == 404


def test_what_a_correction_leaves_as_it_was_is_not_drawn_again(ada, longer, desk):
    ada.get(f"/reports/{longer}")
    before = {id(each) for sheet in desk.sheets._kept.values() for each in sheet.drawn.values()}
    decide(ada, longer, "incidents.3.date", "correct", value="9 January 2022", why="see there")
    assert "9 January 2022" in ada.get(f"/reports/{longer}").text
    drawn = next(reversed(desk.sheets._kept.values())).drawn
    new = [key[0] for key, each in drawn.items() if id(each) not in before]
    assert "incidents.3" in new
    assert not {"incidents.0", "incidents.1", "orders.0", 0} & set(new)


@pytest.mark.parametrize("report_id", ["0" * 64, "abc", "..%2f..", "' OR 1=1--", "5108c7f0"])
def test_a_report_that_is_not_there(ada, told, report_id):
    assert ada.get(f"/reports/{report_id}").status_code == 404


def test_the_bytes_come_as_a_file_that_no_browser_shows(ada, told):
    answer = ada.get(f"/reports/{told}/original")
    assert answer.content == stories.WORDS.encode()
    assert answer.headers["content-disposition"].startswith('attachment; filename="a.txt"')
    assert answer.headers["content-type"] == "application/octet-stream"
    assert "sandbox" in answer.headers["content-security-policy"]


def test_what_a_report_says_is_never_markup(ada, book):
    hostile = '<script>alert(1)</script> "onmouseover=alert(1) <img src=x onerror=alert(1)> {{7*7}} {% raw %}'
    with book.change(who="ada", at=AT) as change:
        change.keep([plain(hostile, title=hostile, outlet=hostile, url="javascript:alert(1)")])
    (stored,) = book.reports.listed()
    for path in ("/", "/?q=alert", f"/reports/{stored.id}", f"/reports/{stored.id}/history", "/add"):
        page = ada.get(path).text
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "javascript:" not in page
        assert "49" not in page.split("<main")[1].replace(stored.id, "") or "{{7*7}}" in page


def test_a_value_is_accepted_and_shown_so(ada, told, book):
    answer = decide(ada, told, ACT, "accept")
    assert 'data-now="accepted"' in answer.text
    assert 'id="progress"' in answer.text
    assert 'data-mood="accepted"' in ada.get(f"/reports/{told}").text
    (judgement,) = book.judgements.all()
    assert (judgement.who, judgement.target) == ("ada", f"report/{told}/{ACT}")


def test_without_htmx_a_decision_leads_back_to_the_value(ada, told, stranger):
    stranger.follow_redirects = False
    answer = ada.post(f"/reports/{told}/decision", path=ACT, kind="accept")
    assert answer.headers["location"] == f"/reports/{told}#e-orders-0-clauses-0-act"


def test_a_rejected_order_leaves_the_record(ada, told, book):
    number = len(record(book, told).orders)
    decide(ada, told, "orders.0", "reject", why="a drill")
    assert len(record(book, told).orders) == number - 1
    assert 'data-mood="rejected"' in ada.get(f"/reports/{told}").text


def test_a_correction_takes_words_and_keeps_what_was_read(ada, told, book):
    span = stories.at("Jan. 9")
    path = "incidents.0.date"
    decide(
        ada, told, path, "correct", value="9 January 2022", start=span.start, end=span.end, why="see there"
    )
    value = record(book, told).incidents[0].date
    assert (value.value, value.quote, value.rule) == ("2022-01-09", "Jan. 9", "judgement.correct")
    assert 'data-mood="corrected"' in ada.get(f"/reports/{told}").text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"path": "incidents.0.date", "value": "yesterday or so"}, "not a date"),
        ({"path": "incidents.0.killed", "value": "some"}, "no number of people"),
        ({"path": "orders.0", "value": "x"}, "as a whole cannot be corrected"),
        ({"path": "incidents.0.date", "value": ""}, "no value was given"),
    ],
)
def test_a_correction_that_cannot_be_keeps_what_was_typed(ada, told, book, typed, said):
    answer = decide(ada, told, kind="correct", why="because", **typed)
    assert said in answer.text.lower()
    assert typed["value"] in answer.text
    assert book.judgements.all() == []


@pytest.mark.parametrize(
    "path", ["orders.99", "nothing", "orders.0.__class__", "orders.²", "orders.0.evidence.0", "../..", ""]
)
def test_a_value_that_is_not_there_is_refused_in_words(ada, told, book, path):
    answer = ada.post(f"/reports/{told}/decision", path=path, kind="accept")
    assert answer.status_code == 409
    assert "no such value" in answer.text
    assert book.judgements.all() == []


def test_words_that_are_none_are_refused(ada, told, book):
    answer = decide(ada, told, ACT, "correct", value="fire", start=5, end=999_999)
    assert "no words of the report" in answer.text
    assert book.judgements.all() == []


def test_the_history_says_what_was_put_instead(ada, told):
    decide(ada, told, ACT, "correct", value="fire_flare")
    assert "→ <bdi>fire_flare</bdi>" in ada.get(f"/reports/{told}/history").text


def test_a_decision_is_undone_and_stays_in_the_history(ada, told, book):
    decide(ada, told, ACT, "accept")
    made = (
        ada.get(f"/reports/{told}/value?path={ACT}").text.split('name="judgement" value="')[1].split('"')[0]
    )
    answer = ada.post(f"/reports/{told}/undo", htmx=True, path=ACT, judgement=made)
    assert 'data-now=""' in answer.text
    assert "(undone)" in ada.get(f"/reports/{told}/history").text
    assert len(book.judgements.all()) == 2


def test_a_note_is_kept_and_an_empty_one_is_not(ada, told):
    assert "note is empty" in decide(ada, told, ACT, "note", why=" ").text
    assert "ask the editor" in decide(ada, told, ACT, "note", why="ask the editor").text


def test_an_incident_is_put_in_from_selected_words(ada, told, book):
    span = stories.at("guards near Musan shot at two men")
    fields = {"slot-act": "fire", "slot-places": "Musan", "slot-actor": "guards", "slot-killed": "1"}
    ada.post(f"/reports/{told}/addition", frame="incidents", start=span.start, end=span.end, **fields)
    added = record(book, told).incidents[-1]
    assert (added.act.value, added.actor[0].value.name, added.killed.value) == ("fire", "guards", 1)
    assert added.places[0].quote == "Musan"
    assert added.places[0].value.lat is not None
    assert stories.WORDS[added.act.start : added.act.end] == added.act.quote
    page = ada.get(f"/reports/{told}").text
    assert 'data-mood="added"' in page


def test_an_order_is_put_in_and_taken_out_again(ada, told, book):
    number = len(record(book, told).orders)
    span = stories.at("to use flares")
    fields = {"slot-act": "use flares", "slot-modality": "obligation", "slot-issuer": "the government"}
    ada.post(f"/reports/{told}/addition", frame="orders", start=span.start, end=span.end, **fields)
    assert len(record(book, told).orders) == number + 1
    path = f"orders.{number}"
    made = (
        ada.get(f"/reports/{told}/value?path={path}").text.split('name="judgement" value="')[1].split('"')[0]
    )
    ada.post(f"/reports/{told}/undo", path=path, judgement=made, whole="yes")
    assert len(record(book, told).orders) == number


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"frame": "incidents", "slot-act": "fire"}, "no words are selected"),
        ({"frame": "incidents", "start": 0, "end": 10}, "what was done is missing"),
        (
            {"frame": "orders", "start": 0, "end": 10, "slot-act": "x", "slot-modality": "perhaps"},
            "must not or may",
        ),
        (
            {"frame": "incidents", "start": 0, "end": 10, "slot-act": "fire", "slot-date": "soon"},
            "not a date",
        ),
        ({"frame": "reviews", "start": 0, "end": 10}, "cannot be put in"),
    ],
)
def test_what_makes_no_incident_keeps_what_was_typed(ada, told, book, fields, said):
    answer = ada.post(f"/reports/{told}/addition", htmx=True, **fields)
    assert said in answer.text.lower()
    assert str(fields.get("slot-date", "")) in answer.text
    assert book.judgements.all() == []


def test_a_report_is_checked_and_the_next_is_shown(ada, told, book):
    with book.change(who="ada", at=AT) as change:
        change.keep([plain("Another.", title="Another")])
    assert "Another" in ada.post(f"/reports/{told}/state", kind="checked").text
    assert book.queue.counts() == {"checked": 1, "new": 1}
    ada.post(f"/reports/{told}/state", kind="open")
    assert book.queue.counts() == {"new": 2}
    ada.post(f"/reports/{told}/state", kind="aside")
    assert book.queue.counts() == {"aside": 1, "new": 1}


def test_a_report_that_is_read_again_asks_to_be_checked_again(ada, told, book):
    ada.post(f"/reports/{told}/state", kind="checked")
    with book.change(who="ada", at=AT) as change:
        change.keep([story("2", incidents=())])
    assert book.queue.counts() == {"again": 1}
    page = ada.get(f"/reports/{told}/changes").text
    assert "gone" in page
    assert "incidents.0.act" in page


def test_a_report_is_read_again_from_its_page(ada, told):
    page = ada.post(f"/reports/{told}/reread")
    assert page.status_code == 200
    assert "read" in page.text


def test_why_a_value_was_read(ada, told):
    page = ada.get(f"/reports/{told}/why?path={ACT}").text
    assert "rule" in page
    assert "does not read" not in page


def test_a_korean_report_is_shown_and_worked_on(ada, book):
    words = "국경경비대가 회령에서 두 사람에게 총을 쐈다."
    given: Report = report(words, title="회령", language="ko", published="2022-06-03")
    with book.change(who="ada", at=AT) as change:
        raw = Capture(words.encode(), "ko.txt", "file")
        change.keep([bundle(raw, given, plain_record(given))])
    (stored,) = book.reports.listed()
    assert 'lang="ko"' in ada.get(f"/reports/{stored.id}").text
    fields = {"slot-act": "fire", "slot-places": "회령"}
    ada.post(f"/reports/{stored.id}/addition", frame="incidents", start=0, end=len(words), **fields)
    assert record(book, stored.id).incidents[0].places[0].quote == "회령"


def plain_record(given):
    from tests.store.reports import read_by_hand

    return read_by_hand(given).record


def test_a_report_in_korean_is_found_and_shown_in_its_own_letters(ada, book):
    words = "국경경비대가 1월 9일 무산 근처에서 두만강을 건너던 두 사람에게 총을 쏘았다."
    with book.change(who="ada", at=AT) as change:
        change.keep([plain(words, title="무산에서 총격", language="ko")])
    (stored,) = book.reports.listed()
    page = ada.get(f"/reports/{stored.id}").text
    assert 'lang="ko"' in page
    assert "국경경비대가 1월 9일" in re.sub(r"<[^>]+>", "", page)
    found = ada.get("/?q=두만강").text
    assert "무산에서 총격" in found
    assert "<mark>두만강</mark>" in found
    assert "Nothing found" in ada.get("/?q=압록강").text


def test_what_was_drawn_before_a_decision_is_drawn_again_where_it_changed(ada, told, book, desk):
    """Pages are drawn out of pieces that are kept: at any moment they are what a new workbench would draw."""

    def page(browser):
        return re.sub(r"forgery_token[^>]*|X-Forgery-Token[^>]*", "", browser.get(f"/reports/{told}").text)

    def anew():
        again = Desk(book, alone=Alone("ada", KEY), make_reader=lambda _own: stories.reading_of)
        with TestClient(make_app(again), base_url=HERE) as client:
            client.get(f"/enter?key={KEY}")
            return page(client)

    seen = [page(ada)]
    for path, kind, more in (
        (ACT, "accept", {}),
        ("incidents.0.date", "correct", {"value": "2022-01-19"}),
        ("orders.0", "reject", {}),
        ("incidents.0.act", "reject", {"why": "no"}),
    ):
        decide(ada, told, path, kind, **more)
        seen.append(page(ada))
        assert seen[-1] == anew()
    ada.post(
        f"/reports/{told}/undo", judgement=judgement_id(book.judgements.all()[1]), path="incidents.0.date"
    )
    assert page(ada) == anew()
    assert len(set(seen)) == 5
