"""The main flows in a real browser, by keyboard; no other host is asked, and no script complains."""

import re
import shutil
import threading
from typing import Any

import msgspec
import pytest

from holdfire.store.book import dialect_of, opened
from holdfire.web import sheets
from holdfire.web.app import make_app
from holdfire.web.desk import Alone, Desk
from holdfire.web.pages import mapping
from holdfire.workflows.casebook.corrected import decided_records
from holdfire.workflows.casebook.judging import decisions
from tests import stories
from tests.store.reports import AT, plain, story
from tests.web.browser import Served, chromium
from tests.web.conftest import KEY
from tests.web.test_things import three

__all__ = ["three"]
pytestmark = pytest.mark.slow
api = pytest.importorskip("playwright.sync_api", reason="the browser is steered by Playwright")


@pytest.fixture(scope="module")
def browser():
    with api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def book(empty_book, tmp_path):
    shutil.copy(empty_book, tmp_path / "case.book")
    made, _ = opened(dialect_of(str(tmp_path / "case.book")))
    with made.change(who="ada", at=AT) as change:
        change.keep([story(), plain("Another report.", title="Another")])
    yield made
    made.close()


@pytest.fixture
def page(browser, book):
    """A page of somebody who is in; the test fails where a script complains or another host is asked."""
    desk = Desk(book, alone=Alone("ada", KEY), make_reader=lambda _own: stories.reading_of)
    with Served(make_app(desk)) as served:
        context = browser.new_context(base_url=served.url, viewport={"width": 1280, "height": 800})
        made = context.new_page()
        wrong: list[str] = []
        made.wrong = wrong
        made.on("pageerror", lambda error: wrong.append(str(error)))
        made.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        made.on(
            "request", lambda asked: None if asked.url.startswith(served.url) else wrong.append(asked.url)
        )
        made.goto(f"/enter?key={KEY}")
        yield made
        context.close()
        desk.close()
    assert wrong == []


@pytest.fixture
def report(page, book):
    (stored,) = [each for each in book.reports.listed() if each.title == "Flares"]
    page.goto(f"/reports/{stored.id}")
    return stored.id


def judged(book):
    return [(each.target.rpartition("/")[2], type(each).__name__) for each in book.judgements.all()]


def panel(page, words):
    page.locator("#panel", has_text=words).wait_for()


def test_values_are_gone_through_by_keyboard(page, report, book):
    page.keyboard.press("j")
    panel(page, "Accept")
    first = page.locator(".entry.chosen").get_attribute("data-v")
    page.keyboard.press("a")
    page.locator(f'[data-v="{first}"][data-mood=accepted]').first.wait_for()
    page.locator(f'.record .chosen:not([data-v="{first}"])').first.wait_for()
    second = page.locator(".record .chosen").first.get_attribute("data-v")
    panel(page, "Accept")
    page.keyboard.press("x")
    page.locator(f'[data-v="{second}"][data-mood=rejected]').first.wait_for()
    page.locator("#progress", has_text="2 of ").wait_for()
    assert judged(book) == [(first, "Accept"), (second, "Reject")]
    assert page.locator("#progress").text_content().startswith("2 of ")


def test_what_was_decided_last_is_undone_though_one_went_on(page, report, book):
    page.keyboard.press("j")
    panel(page, "Accept")
    first = page.locator(".entry.chosen").get_attribute("data-v")
    page.keyboard.press("a")
    page.keyboard.press("x")
    page.locator("#progress", has_text="2 of ").wait_for()
    page.locator("#state.begun").wait_for()
    page.keyboard.press("u")
    page.locator("#progress", has_text="1 of ").wait_for()
    page.keyboard.press("u")
    page.locator("#progress", has_text="0 of ").wait_for()
    page.locator(f'.entry.chosen[data-v="{first}"]').wait_for()
    assert [kind for _, kind in judged(book)] == ["Accept", "Reject", "Undo", "Undo"]


def test_what_is_undone_was_decided_last_however_slow_the_panel(page, report, book):
    page.keyboard.press("j")
    panel(page, "Accept")
    first = page.locator(".entry.chosen").get_attribute("data-v")
    late: list[Any] = []

    def hold(route):
        late.append(route)

    page.route("**/value?*", hold, times=1)
    page.keyboard.press("a")
    page.locator(f'.record .chosen:not([data-v="{first}"])').first.wait_for()
    second = page.locator(".record .chosen").first.get_attribute("data-v")
    page.keyboard.press("x")
    page.locator("#progress", has_text="2 of ").wait_for()
    page.keyboard.press("u")
    page.locator(f'.entry.chosen[data-v="{second}"]').wait_for()
    late.pop().continue_()
    page.locator(f'.entry[data-v="{second}"]:not([data-mood])').wait_for()
    page.locator("#progress", has_text="1 of ").wait_for()
    assert page.locator(f'.entry[data-v="{first}"]').get_attribute("data-mood") == "accepted"
    assert [kind for _, kind in judged(book)] == ["Accept", "Reject", "Undo"]


def test_quick_keys_undo_as_many_as_they_say(page, report, book):
    page.keyboard.press("j")
    panel(page, "Accept")
    for key in "axauuu":
        page.keyboard.press(key)
    page.locator("#state.begun").wait_for()
    page.locator("#progress", has_text="0 of ").wait_for()
    page.locator(".record [data-mood]").first.wait_for(state="detached")
    assert [kind for _, kind in judged(book)] == ["Accept", "Reject", "Accept", "Undo", "Undo", "Undo"]


def test_a_key_waits_for_the_value_that_was_just_chosen(page, report):
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.locator("[data-form=correct] [name=value]:focus").wait_for()


def test_quick_keys_lose_no_decision(page, report, book):
    page.keyboard.press("j")
    panel(page, "Accept")
    for key in "aaxaaxaa":
        page.keyboard.press(key)
    page.locator("#progress", has_text="8 of ").wait_for()
    made = judged(book)
    assert [kind for _, kind in made] == ["Reject" if key == "x" else "Accept" for key in "aaxaaxaa"]
    assert len({path for path, _ in made}) == 8


def test_cards_that_are_not_there_yet_come_as_one_goes_to_them(page, report, book, monkeypatch):
    one = stories.record().incidents[0]
    many = tuple(msgspec.structs.replace(one, id=f"{n:016x}") for n in range(3))
    with book.change(who="ada", at=AT) as change:
        change.keep([story("2", incidents=many, orders=(), practices=(), media=())])
    page.goto(f"/reports/{report}")
    paths = [each.get_attribute("data-v") for each in page.locator(".record .entry").all()]
    monkeypatch.setattr(sheets, "AT_ONCE", 1)
    page.set_viewport_size({"width": 1280, "height": 300})
    held: list[Any] = []
    free = threading.Event()

    def hold(route):  # so that the cards are not there before they are looked for
        route.continue_() if free.is_set() else held.append(route)

    page.route("**/cards*", hold)
    page.goto(f"/reports/{report}?again")
    assert page.locator(".record .rest").count() >= 1
    assert page.locator(".record .entry").count() < len(paths)
    free.set()
    for each in held:
        each.continue_()
    page.keyboard.press("j")
    for _ in paths:
        page.keyboard.press("a")
    page.locator("#progress", has_text=f"{len(paths)} of ").wait_for()
    assert [path for path, _ in judged(book)] == paths
    page.goto(f"/reports/{report}?more#e-{paths[-1].replace('.', '-')}")
    page.locator(f'.record .chosen[data-v="{paths[-1]}"]').wait_for()


def test_hovering_words_lights_their_value_and_the_reverse(page, report):
    mark = page.locator("#text a.v").first
    mark.hover()
    path = mark.get_attribute("data-v").split(" ")[0]
    assert page.locator(f'.record .lit[data-v="{path}"]').count() == 1
    page.locator(".record .entry.lit, .record .entry").first.hover()
    assert page.locator("#text .lit").count() >= 1


def test_a_value_is_corrected_from_selected_words_and_undone(page, report, book):
    page.goto(f"/reports/{report}#e-incidents-0-date")
    panel(page, "Correct")
    page.keyboard.press("c")
    select(page, "Jan. 17")
    field = page.locator("[data-form=correct] [name=value]")
    assert field.input_value() == "Jan. 17"
    field.fill("17 January 2022")
    field.press("Enter")
    page.locator('#e-incidents-0-date[data-mood="corrected"]').wait_for()
    record = next(decided_records(book, decisions(book), only=[report]))
    date = record.incidents[0].date
    assert date is not None
    assert (date.value, date.quote) == ("2022-01-17", "Jan. 17")
    page.locator("#e-incidents-0-date").focus()
    page.keyboard.press("u")
    page.locator("#e-incidents-0-date:not([data-mood])").wait_for()


def test_a_note_is_written_and_undone_by_key(page, report, book):
    page.goto(f"/reports/{report}#e-incidents-0-date")
    panel(page, "Correct")
    page.keyboard.press("n")
    page.locator("[data-form=note] textarea").fill("Ask the outlet.")
    page.locator("[data-form=note] button").focus()
    page.keyboard.press("Enter")
    panel(page, "Ask the outlet.")
    page.locator("#e-incidents-0-date").focus()
    page.keyboard.press("u")
    page.locator("#panel .undone", has_text="Ask the outlet.").wait_for()
    assert [kind for _, kind in judged(book)] == ["Note", "Undo"]
    assert not decisions(book).notes(f"report/{report}/incidents.0.date", book.readings.of(report)[-1].id)


def test_a_wrong_correction_says_so_and_keeps_what_was_typed(page, report, book):
    page.goto(f"/reports/{report}#e-incidents-0-date")
    panel(page, "Correct")
    page.keyboard.press("c")
    page.locator("[data-form=correct] [name=value]").fill("soon")
    page.keyboard.press("Enter")
    panel(page, "not a date")
    assert page.locator("[data-form=correct] [name=value]").input_value() == "soon"
    assert judged(book) == []


def test_an_incident_is_put_in_from_a_selection(page, report, book):
    select(page, "guards near Musan shot at two men")
    page.keyboard.press("i")
    panel(page, "guards near Musan shot at two men")
    page.locator("[name=slot-act]").fill("fire")
    page.locator("[name=slot-places]").fill("Musan")
    page.locator("[name=slot-act]").press("Enter")
    page.locator(".card[data-mood=added]").wait_for()
    record = next(decided_records(book, decisions(book), only=[report]))
    assert record.incidents[-1].places[0].quote == "Musan"


def test_offsets_are_those_of_the_record_behind_letters_of_two_units(page, book):
    words = "𝕲𝕲 guards 회령 fired at noon."
    with book.change(who="ada", at=AT) as change:
        change.keep([plain(words, title="Letters")])
    (stored,) = [each for each in book.reports.listed() if each.title == "Letters"]
    page.goto(f"/reports/{stored.id}")
    select(page, "fired")
    page.keyboard.press("i")
    panel(page, "fired")
    page.locator("[name=slot-act]").fill("fired")
    page.locator("[name=slot-act]").press("Enter")
    page.locator(".card[data-mood=added]").wait_for()
    record = next(decided_records(book, decisions(book), only=[stored.id]))
    assert record.incidents[0].act.quote == "fired"


def test_a_report_is_checked_and_the_next_one_shown(page, report, book):
    page.keyboard.press("d")
    page.get_by_role("heading", name="Another").wait_for()
    assert book.queue.counts() == {"checked": 1, "new": 1}


def test_the_keys_are_a_key_away(page, report):
    page.keyboard.press("?")
    page.get_by_role("heading", name="Keys").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"


def test_why_is_told(page, report):
    page.goto(f"/reports/{report}#e-orders-0-clauses-0-act")
    panel(page, "Why")
    page.keyboard.press("w")
    page.locator("#why dt", has_text="rule").wait_for()


def test_a_dropped_file_is_read(page, book):
    page.goto("/add")
    page.locator("input[type=file]").set_input_files(
        {"name": "new.txt", "mimeType": "text/plain", "buffer": b"Guards fired."}
    )
    page.locator("[data-chosen]", has_text="new.txt").wait_for()
    page.get_by_role("button", name="Read them").click()
    page.locator(".note", has_text="1 report added").wait_for()


def test_brushed_months_filter_the_map_and_its_list(page, three):
    """The mouse drags over some months: what is of others goes from the list and the map, and comes back."""
    page.goto("/map")
    items = page.locator(".marks li:visible")
    everything = items.count()
    page.locator("#time").scroll_into_view_if_needed()
    name = page.locator(".month").first.get_attribute("data-name")
    first = page.locator(".month").first.bounding_box()
    last = page.locator(".month").last.bounding_box()
    middle = first["y"] + first["height"] / 2
    page.mouse.move(first["x"] + 2, middle)
    page.mouse.down()
    page.mouse.move(first["x"] + (last["x"] - first["x"]) / 3, middle, steps=5)
    page.mouse.up()
    chosen = page.locator("[data-span]").text_content()
    assert chosen.startswith(f"{name} to "), chosen
    assert 0 < items.count() < everything
    assert page.locator(".spot.gone").count() >= 1
    assert float(page.locator("#brush").get_attribute("width")) > 100
    page.locator("[data-all]").click()
    assert items.count() == everything
    assert page.locator(".spot.gone").count() == 0


def test_months_are_chosen_by_keyboard_and_a_place_filters_the_list(page, three):
    page.goto("/map")
    items = page.locator(".marks li:visible")
    everything = items.count()
    page.locator("#to").focus()
    page.keyboard.press("Home")
    assert page.locator("[data-span]").text_content() == page.locator(".month").first.get_attribute(
        "data-name"
    )
    assert 0 < items.count() < everything
    page.locator("[data-all]").click()
    page.locator(".spot.dot").first.press("Enter")
    assert page.locator(".spot.here").count() == 1
    assert 0 < items.count() < everything


def test_a_map_of_very_many_is_brushed_by_the_server(page, three, monkeypatch):
    monkeypatch.setattr(mapping, "WHOLE", 1)
    page.goto("/map")
    assert page.locator("[data-number]").text_content() == "3 incidents"
    page.locator("#time").scroll_into_view_if_needed()
    first = page.locator(".month").first.bounding_box()
    name = page.locator(".month").first.get_attribute("data-name")
    with page.expect_navigation():
        page.mouse.click(first["x"] + first["width"] / 2, first["y"] + 20)
    assert f"from={name}&to={name}" in page.url
    assert page.locator("[data-span]").text_content() == name
    assert page.locator("[data-number]").text_content() == "1 incident"
    with page.expect_navigation():
        page.locator("[data-all]").click()
    assert page.url.endswith("/map")


def test_a_list_is_sorted_both_ways_by_keyboard(page, three):
    page.goto("/incidents")
    assert page.locator("th[aria-sort=ascending]").text_content().startswith("When")
    for way in ("ascending", "descending", "ascending"):
        page.get_by_role("link", name="Where").focus()
        page.keyboard.press("Enter")
        page.locator(f"th[aria-sort={way}]", has_text="Where").wait_for()
        places = page.locator("td.where").all_text_contents()
        assert places == sorted(places, key=str.lower, reverse=way == "descending")
    page.get_by_role("link", name="Told by").click()
    page.locator("th[aria-sort=descending]", has_text="Told by").wait_for()
    assert page.locator("th[aria-sort]").count() == 1


def test_a_whole_order_is_accepted_and_rejected_by_one_key(page, report, book):
    page.keyboard.press("j")
    panel(page, "Accept")
    page.keyboard.press("Shift+A")
    page.locator(".card[data-mood=accepted]").first.wait_for()
    page.keyboard.press("Shift+X")
    page.locator(".card[data-mood=rejected]").first.wait_for()
    assert [kind for _, kind in judged(book)] == ["Accept", "Reject"]


def test_an_order_is_put_in_from_a_selection(page, report, book):
    before = len(next(decided_records(book, decisions(book), only=[report])).orders)
    select(page, "guards near Musan shot at two men")
    page.keyboard.press("o")
    panel(page, "guards near Musan shot at two men")
    page.locator("[name=slot-act]").fill("fire")
    page.locator("[name=slot-act]").press("Enter")
    page.locator(".card[data-mood=added]").wait_for()
    assert len(next(decided_records(book, decisions(book), only=[report])).orders) == before + 1


def test_a_note_is_written_by_keyboard(page, report, book):
    page.goto(f"/reports/{report}#e-incidents-0-date")
    panel(page, "Note")
    page.keyboard.press("n")
    field = page.locator("[data-form=note] [name=why]")
    field.fill("Ask the translator.")
    field.press("Tab")
    page.keyboard.press("Enter")
    panel(page, "Ask the translator.")
    page.locator("#e-incidents-0-date").focus()
    page.keyboard.press("n")
    field.fill("Twice.")
    field.press("Control+Enter")
    panel(page, "Twice.")
    assert judged(book) == [("incidents.0.date", "Note")] * 2


def test_the_next_order_and_the_next_report_are_a_key_away(page, report, book):
    page.keyboard.press("Shift+J")
    first = page.locator(".chosen").first.get_attribute("data-v")
    page.keyboard.press("Shift+J")
    page.locator(f'.chosen:not([data-v="{first}"])').first.wait_for()
    page.keyboard.press("Shift+K")
    page.locator(f'.chosen[data-v="{first}"]').first.wait_for()
    other = page.locator(".work").get_attribute("data-newer")
    key = "[" if other else "]"
    page.keyboard.press(key)
    page.get_by_role("heading", name="Another").wait_for()


def test_a_report_is_set_aside_by_one_key(page, report, book):
    page.keyboard.press("s")
    page.get_by_role("heading", name="Another").wait_for()
    assert book.queue.counts() == {"aside": 1, "new": 1}


def test_every_key_of_the_cheat_sheet_does_something(page, report):
    page.keyboard.press("?")
    told = {each.strip() for each in page.locator("#help kbd").all_text_contents()} - {
        "Esc",
        "/",
        "Ctrl",
        "Enter",
    }
    script = page.request.get(page.locator('script[src*="report.js"]').get_attribute("src")).text()
    assert [key for key in told if not re.search(rf'["\s]{re.escape(key)}"?: ', script)] == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/", "/add", "/incidents", "/orders", "/map", "report"])
def test_pages_fit_their_window(page, report, width, path):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"/reports/{report}" if path == "report" else path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_server_that_is_gone_is_told(page, report):
    page.keyboard.press("j")
    panel(page, "Accept")
    page.route("**/decision", lambda route: route.fulfill(status=503, body=""))
    page.keyboard.press("a")
    page.locator(".note.wrong", has_text="not kept").wait_for()
    page.wrong.clear()


def select(page, words):
    """Select words of the report, as a mouse does."""
    page.evaluate(
        """(words) => {
            const text = document.getElementById("text");
            const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            const nodes = [];
            while (walker.nextNode()) nodes.push(walker.currentNode);
            const whole = nodes.map((node) => node.data).join(""), at = whole.indexOf(words);
            const place = (offset, end) => {
                for (const node of nodes) {
                    if (offset < node.length || (end && offset === node.length)) return [node, offset];
                    offset -= node.length;
                }
            };
            const range = document.createRange();
            range.setStart(...place(at, false));
            range.setEnd(...place(at + words.length, true));
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }""",
        words,
    )
    page.wait_for_timeout(50)
