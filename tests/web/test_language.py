"""The workbench in Korean: nothing that people read is left out, dates are written as there, by choice."""

import ast
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import holdfire.web
from holdfire.model.incident import Status, TargetType
from holdfire.model.order import OrderKind, Salience
from holdfire.model.party import PartyKind
from holdfire.release import compiling, naming, withdrawing
from holdfire.release.coarsening import LEVELS
from holdfire.release.compiling import compiled
from holdfire.release.policy import shipped_policy
from holdfire.release.specimen import PERIODS
from holdfire.store.together import Sought
from holdfire.views import cards, wording
from holdfire.views.entries import LEADS
from holdfire.views.release import period_kind, preview
from holdfire.views.values import FRAMES
from holdfire.web.answers import SECTIONS, STATIC, _environment
from holdfire.web.app import make_app
from holdfire.web.language import (
    ENGLISH,
    KOREAN,
    STAYS,
    catalogue,
    counted,
    dated,
    pieces,
    said,
    scripted,
    translated,
    worded,
)
from holdfire.web.pages import inbox, things
from tests.release.telling import given as released_from
from tests.release.telling import incident, order
from tests.release.test_disclosure import many
from tests.web.browser import Served, chromium
from tests.web.conftest import KEY
from tests.web.test_things import three

__all__ = ["three"]

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
    *LEADS.values(), "who", "to whom", "at whom", "of whom", "Incidents", "Orders", "Practices", "Zones",
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


def test_no_line_of_the_preview_of_a_release_is_missing():
    made = compiled(
        released_from([*many(60), *(incident(f"x{n}", act="omission") for n in range(2))], [order("o")])
    )
    shown = preview(made, shipped_policy("public"))
    told = {
        part
        for line in (*shown.leaves, *shown.coarsened, *shown.withheld)
        for part in (line.what, line.becomes)
    }
    told |= {compiling.ALONE, compiling.HELD, compiling.UNDATED, withdrawing.CHANGED, withdrawing.SMALL}
    told |= {withdrawing.BESIDE, "is said to be denied", "less than 30 days have passed"}
    told |= {period_kind(each) for each in PERIODS} | {f"the {level}" for level in LEVELS}
    told |= {
        f"the {where} {why}: {kept}"
        for where, kept in (("title", "left out"), ("outlet", "left out"), ("address", "the site alone"))
        for why in (naming.STRANGE, naming.PERSON, naming.PLACE, naming.PRIVATE, naming.FOREIGN)
    }
    assert {each for each in told if each and re.search("[a-z]{3}", said(KOREAN, each))} == set()


def test_no_label_is_missing():
    assert {each for each in LABELS if said(KOREAN, each) == each} == set()


def test_no_string_stands_in_the_catalogue_twice():
    lines = files("holdfire.web").joinpath("words/ko.tsv").read_text("utf-8").splitlines()
    strings = [line.partition("\t")[0] for line in lines if line and not line.startswith("#")]
    assert sorted(set(strings)) == sorted(strings)


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


class Seen(HTMLParser):
    """What a person reads of a page, but for names, quotes, ids and a report's own words."""

    ALONE = frozenset({"meta", "link", "input", "img", "br", "hr", "path", "rect", "circle", "wbr"})
    QUIET = frozenset({"bdi", "code", "blockquote", "script", "style", "kbd", "mark", "title"})

    def __init__(self):
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        quiet = tag in self.QUIET or "quote" in classes or given.get("id") == "text" or "spot" in classes
        quiet |= tag != "html" and given.get("lang") == ENGLISH
        if not self.is_quiet and not quiet:
            self.words += [given[name] for name in ("title", "aria-label", "alt") if given.get(name)]
        if tag not in self.ALONE:
            self.open.append((tag, quiet))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not self.is_quiet and data.strip():
            self.words.append(" ".join(data.split()))

    @property
    def is_quiet(self):
        return any(quiet for _, quiet in self.open)


NAMES = frozenset(
    re.findall(
        r"\S+",
        "Holdfire holdfire English Musan Hyesan Flares Gazette Daily Another Guards SHA- TXT HTML PDF DOCX"
        " WARC WACZ ada Natural Earth Tumen River CN-KP Courier judge corroborate same grade vault keeper"
        " BOOK NAME new FILE release yes user add role coder serve",
    )
)
"""Names of programs, forms, commands and of what the test reports tell of."""


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/?view=all", "/add", "/incidents", "/orders", "/ledger", "/findings", "/findings?of=orders"),
        "/ledger?at=Musan&on=1+March+2022&act=live+fire",
        "/ledger?at=42.2,129.2&on=2021-03-01",
        *(
            "/trend",
            "/trend?day=2021-06-01",
            "/trend?day=1990-01-01",
            "/map",
            "/releases",
            "/team",
            "/sources",
        ),
        *("report", "history", "changes", "value", "why", "incident", "order", "pair"),
    ],
)
def test_no_page_in_korean_speaks_english(ada, told, three, desk, path):
    kept = desk.together.now()[0].kept
    incidents, orders = (kept.page(Sought(frame)) for frame in ("incident", "order"))
    to = {
        "report": f"/reports/{told}",
        "history": f"/reports/{told}/history",
        "changes": f"/reports/{told}/changes",
        "value": f"/reports/{told}/value?path=orders.0.kind",
        "why": f"/reports/{told}/why?path=orders.0.kind",
        "incident": f"/incidents/{incidents[0].id}",
        "order": f"/orders/{orders[0].id}" if orders else "/orders",
        "pair": f"/pair?one={incidents[0].id}&other={incidents[1].id}",
    }.get(path, path)
    answer = ada.get(to, headers={"Accept-Language": "ko"})
    seen = Seen()
    seen.feed(answer.text)
    own = re.sub(r"“[^”]*”|[\w./-]*[/_.][\w./-]*|the government", " ", "\n".join(seen.words))
    english = {word for word in re.findall(r"[A-Za-z][A-Za-z'-]{2,}", own) if word not in NAMES}
    assert answer.status_code == 200
    assert english == set(), [each for each in seen.words if any(word in each for word in english)]


def test_every_code_has_a_korean_word(desk):
    codes = {code.replace("_", " ") for codes in desk.vocabulary().values() for code in codes}
    for kinds in (OrderKind, Status, Salience, PartyKind, TargetType):
        codes |= set(get_args(kinds))
    assert {each for each in codes if worded(KOREAN, each) == each} == set()


def test_a_name_in_a_dictionary_of_a_template_is_not_put_into_korean():
    source = '{{ {"departs": "departs"}[verdict] }}'
    assert translated(source, {"= departs": "어긋남"}) == '{{ {"departs": "어긋남"}[verdict] }}'


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("order: must fire flares", "명령: 의무: 조명탄 발사"),
        (
            "must fire live rounds at anyone, attempting to cross",
            "의무: anyone, attempting to cross에 실탄 사격",
        ),
        ("who gave the order; outcome", "누가 명령했는지; 결과"),
        ("Order of 17 January 2022, the Ministry", "명령(2022년 1월 17일), the Ministry"),
        ("Order of about 1 to 10 June 2022, authorities", "명령(2022년 6월 1일–10일경), authorities"),
        ("in force from 18 January 2022; no end is told", "2022년 1월 18일부터 효력; 끝을 모름"),
        ("2020-09-04 to 2022-06-24", "2020-09-04–2022-06-24"),
        ("who refuse to comply", "who refuse to comply"),
        ("Ri Chunsok", "Ri Chunsok"),
    ],
)
def test_what_is_made_of_parts_is_put_into_korean_part_by_part(english, korean):
    assert worded(KOREAN, english) == korean
    assert worded(ENGLISH, english) == english
