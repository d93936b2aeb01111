"""The workbench in Korean: nothing that people read is left out, dates are written as there, by choice."""

import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import holdfire.web
from holdfire.views import cards, wording
from holdfire.views.values import FRAMES
from holdfire.web.answers import SECTIONS, STATIC, _environment
from holdfire.web.app import make_app
from holdfire.web.language import (
    KOREAN,
    STAYS,
    catalogue,
    counted,
    dated,
    pieces,
    said,
    scripted,
    translated,
)
from holdfire.web.pages import inbox, things
from tests.web.browser import Served, chromium
from tests.web.conftest import KEY

TEMPLATES = {each.name: each.read_text("utf-8") for each in (files("holdfire.web") / "templates").iterdir()}
TEMPLATES["drawings.html"] = (files("holdfire.exports") / "templates" / "drawings.html").read_text("utf-8")
SOURCES = sorted(Path(holdfire.web.__path__[0]).rglob("*.py"))
WORDS = catalogue(KOREAN)


def spoken(tree):
    """What a module tells people: notes, and why something is refused; {} for what is filled in."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        at = {"note": 0, "HTTPException": 1, "_door": 1}.get(name)
        for told in call.args[at : at + 1] if at is not None else ():
            yield from map(plain, (told.body, told.orelse) if isinstance(told, ast.IfExp) else (told,))


def plain(node):
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(each.value) if isinstance(each, ast.Constant) else "{}" for each in node.values)
    return ""


LABELS = [
    *(name for _, name, _ in SECTIONS),
    *(label for label, _ in inbox.VIEWS.values()),
    *inbox.HOLDS.values(),
    *things.DOUBTS.values(),
    *things.COLUMNS.values(),
    *FRAMES.values(),
    *wording.MODALITIES.values(),
    *(label for slots in (cards._ORDER, cards._INCIDENT, cards._PRACTICE, cards._ZONE) for _, label in slots),
    "who", "to whom", "at whom", "of whom", "Incidents", "Orders", "Practices", "Zones",
]  # fmt: skip


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_no_string_of_a_template_is_missing(name):
    assert [each.key for each in pieces(TEMPLATES[name]) if each.key not in WORDS] == []


@pytest.mark.parametrize("name", [name for name in STATIC if name.endswith(".js") and "/" not in name])
def test_no_string_of_a_script_is_missing(name):
    assert [each for each in scripted(STATIC[name].read_text("utf-8")) if each not in WORDS] == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_nothing_that_the_program_says_is_missing(source):
    sayings = {each.replace("{}", "7") for each in spoken(ast.parse(source.read_text("utf-8"))) if each}
    assert {each for each in sayings if said(KOREAN, each) == each} == set()


def test_no_label_is_missing():
    assert {each for each in LABELS if said(KOREAN, each) == each} == set()


def test_every_line_of_the_catalogue_has_two_sides_and_keeps_what_is_filled_in():
    for english, korean in WORDS.items():
        assert korean.strip() == korean, english
        assert english.count("{}") == korean.count("{}") or korean == STAYS, english
        names = set(re.findall(r"\b[a-z_]+\.[a-z_.]+", " ".join(re.findall(r"\{\{.*?\}\}", english))))
        there = " ".join(re.findall(r"\{\{.*?\}\}", korean))
        assert korean == STAYS or all(name in there for name in names), english


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_template_in_korean_is_one(name):
    _environment(KOREAN).get_template(name)


def test_code_and_addresses_of_a_template_stay():
    source = '{% if kind == "order" %}<a class="Map" title="Map" href="/Map">Map</a>{% endif %}{{ "Map" }}'
    made = translated(source, {"Map": "지도", "= Map": "지도", "= order": STAYS})
    there = '{% if kind == "order" %}<a class="Map" title="지도" href="/Map">지도</a>{% endif %}{{ "지도" }}'
    assert made == there


@given(st.text("ab <>{}%\"'/=#", max_size=40))
def test_whatever_a_template_holds_what_has_no_entry_stays(source):
    assert translated(source, {}) == source


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("17 January 2022", "2022년 1월 17일"),
        ("January 2022", "2022년 1월"),
        ("2 to 17 January 2022", "2022년 1월 2일–17일"),
        ("March 2021 to January 2022", "2021년 3월–2022년 1월"),
        ("no date", "날짜 없음"),
        ("14 Sep 2020", "2020년 9월 14일"),
        ("~1-10 Feb 2021", "~2021년 2월 1일–10일"),
        ("about 26 January 2022", "2022년 1월 26일경"),
    ],
)
def test_dates_are_written_as_in_korean(english, korean):
    assert dated(KOREAN, english) == korean
    assert dated("en", english) == english


def test_numbers_have_their_nouns():
    assert counted(KOREAN, 1200, "report") == "보고 1,200건"
    assert counted("en", 1, "report") == "1 report"
    assert counted("en", 2, "copy", "copies") == "2 copies"


def test_the_language_is_chosen_and_kept(ada, told):
    assert '<html lang="en">' in ada.get("/").text
    answer = ada.post("/language", language="ko", back="/?view=all")
    assert str(answer.url).endswith("/?view=all")
    pages = {
        "/": "받은 보고",
        f"/reports/{told}": "다음 값, 앞 값",
        "/incidents": "사건",
        "/no": "그런 페이지가 없습니다",
    }
    for page, words in pages.items():
        text = ada.get(page).text
        assert '<html lang="ko">' in text
        assert words in text
    ada.post("/language", language="en")
    assert "Inbox" in ada.get("/").text


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1"]
)
def test_the_way_back_is_never_to_another_site(ada, back):
    token = ada.token
    ada.client.follow_redirects = False
    given = {"language": "ko", "back": back, "forgery_token": token}
    assert ada.client.post("/language", data=given).headers["location"] == "/"


def test_a_language_that_is_not_there_changes_nothing(ada):
    ada.post("/language", language="xx")
    assert '<html lang="en">' in ada.get("/").text


def test_a_browser_that_asks_for_korean_gets_it_before_anybody_is_in(stranger):
    page = stranger.get("/enter", headers={"accept-language": "ko-KR,ko;q=0.9,en;q=0.8"}).text
    assert '<html lang="ko">' in page
    assert "들어가기" in page


@pytest.mark.slow
def test_in_a_browser_decisions_are_made_in_korean(desk, told):
    api = pytest.importorskip("playwright.sync_api", reason="the browser is steered by Playwright")
    with Served(make_app(desk)) as served, api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(base_url=served.url, viewport={"width": 390, "height": 800})
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.goto(f"/enter?key={KEY}")
        page.goto(f"/reports/{told}")
        with page.expect_navigation():
            page.get_by_role("button", name="한국어").click()
        assert page.url.endswith(f"/reports/{told}")
        page.keyboard.press("j")
        page.locator("#panel", has_text="인정").wait_for()
        page.keyboard.press("a")
        page.locator("#progress", has_text="1개 결정").wait_for()
        assert page.evaluate("getComputedStyle(document.querySelector('h2')).wordBreak") == "keep-all"
        assert wrong == []
        browser.close()
