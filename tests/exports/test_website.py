"""The website of a release: whole, linked, safe, legible from its folder."""

import re
from html.parser import HTMLParser
from importlib import resources

import pytest
from msgspec.structs import replace

from holdfire.exports.released.formats import files
from holdfire.exports.released.website import ROWS, leaves_of
from holdfire.release.vocabulary import acts
from holdfire.views.released import ACTS, KINDS, order_title
from tests.exports.publications import HOSTILE, empty, publication
from tests.web.browser import chromium

VOID = {"meta", "link", "br", "img", "rect", "path", "circle", "line"}


class Parsed(HTMLParser):
    """The links, anchors, words and tags of a page; a tag that is not closed is an error."""

    def __init__(self, text):
        super().__init__()
        self.ids: set[str] = set()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        told = dict(attrs)
        if "id" in told:
            assert told["id"] not in self.ids, told["id"]
            self.ids.add(told["id"])
        self.links += [told[name] for name in ("href", "src", "action") if name in told]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.words.append(data)


def site(told):
    return {file.path: b"".join(file.pieces).decode() for file in files(told) if file.path.endswith(".html")}


@pytest.mark.parametrize(
    "told",
    [publication(), empty(), publication(40, audience="internal")],
    ids=["public", "empty", "internal"],
)
def test_every_link_leads_somewhere_and_nothing_is_fetched(told):
    names = {file.path for file in files(told)}
    pages = {path: Parsed(text) for path, text in site(told).items()}
    cited = {page.url for page in told.pages}
    for path, page in pages.items():
        assert not page.tags & {"script", "img", "iframe", "link", "object", "form", "base"}
        assert not {name for name in page.attributes if name.startswith("on") or name == "style"}
        for link in page.links:
            to, _, anchor = link.partition("#")
            if link.startswith("https://"):
                assert link in cited or "creativecommons.org" in link
            else:
                assert (to or path) in names, link
                assert not anchor or anchor in pages[to or path].ids, link


def test_its_policy_lets_nothing_in_but_its_own_style():
    for text in site(publication(10)).values():
        assert "default-src 'none'; style-src 'sha256-" in text
        assert "url(" not in text.replace("url(#hatch)", "")
        assert "@import" not in text


def test_what_a_page_calls_itself_is_escaped():
    made = site(publication(titles=[HOSTILE]))
    assert "<script>" not in made["sources.html"]
    assert "&lt;script&gt;" in made["sources.html"]


def test_all_rows_and_orders_stand_in_it_once():
    told = publication(ROWS + 300)
    made = site(told)
    text = "".join(made.values())
    assert "incidents-2.html" in made
    assert sorted(re.findall(r'id="i-([0-9a-f]+)"', text)) == sorted(row.id for row in told.incidents)
    assert sorted(re.findall(r'id="o-([0-9a-f]+)"', text)) == sorted(order.id for order in told.orders)


def test_pages_of_incidents_are_of_one_size():
    leaves = leaves_of(publication(4000))
    sizes = [sum(len(lot.rows) for lot in leaf) for leaf in leaves]
    assert sum(sizes) == 4000
    assert all(0 < size <= ROWS for size in sizes)
    assert leaves_of(empty()) == [[]]


def test_it_says_what_it_must():
    made = {path: " ".join("".join(Parsed(text).words).split()) for path, text in site(publication()).items()}
    assert "An empty stretch is not a safe one" in made["index.html"]
    assert "It finds no one guilty" in made["orders.html"]
    assert "at least 5" in made["index.html"]
    for said in (
        "What it cannot tell you",
        "Creative Commons Attribution 4.0",
        "0a1b2c3d4e5f",
        "Border Watch:",
    ):
        assert said in made["method.html"]
    assert "No licence is given" in site(publication(licence=""))["method.html"]
    assert "one by one" in site(publication(40, audience="internal"))["index.html"]


def test_every_act_that_may_leave_has_words():
    assert set(ACTS) == set(acts())
    assert {word.group for word in acts().values()} == set(KINDS)


@pytest.mark.slow
def test_it_opens_from_a_folder_in_a_real_browser(tmp_path):
    sync_api = pytest.importorskip("playwright.sync_api")
    for path, text in site(publication(titles=[HOSTILE])).items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for width, scheme in ((1280, "light"), (390, "light"), (390, "dark")):
            context = browser.new_context(
                viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=False
            )
            page = context.new_page()
            asked, said = [], []
            page.on("request", lambda request: asked.append(request.url))  # noqa: B023 - used in this round
            page.on("console", lambda message: said.append(message.text))  # noqa: B023
            for path in sorted(tmp_path.glob("*.html")):
                page.goto(path.as_uri())
                assert page.locator("h1").is_visible()
            assert all(url.startswith("file:") for url in asked)
            assert len(asked) == len(list(tmp_path.glob("*.html")))
            assert said == []
            context.close()
            context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
            page = context.new_page()
            for path in sorted(tmp_path.glob("*.html")):
                page.goto(path.as_uri())
                assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name
            context.close()
        browser.close()


def test_what_a_row_does_not_tell_is_said_and_no_word_of_the_trade_is_used():
    pages = site(publication(60))
    rows = re.findall(r'<tr id="i-.*?</tr>', pages["incidents.html"])
    assert rows
    assert all("<td></td>" not in row and not re.search(r"<td[^>]*></td>", row) for row in rows)
    assert all(
        (' class="harm"' in row) == bool(re.search(r"[1-9][\d,]* (?:killed|injured|detained)", row))
        for row in rows
    )
    for path, text in pages.items():
        assert not re.search(r"\b(?:does|do) not leave\b|\bnever leaves\b", text), path


def test_orders_and_groups_lead_to_what_is_printed_of_them():
    told = publication()
    made = site(told)
    for page, what, those in (("orders", "order", told.orders), ("incidents", "group", told.groups)):
        for each in those:
            assert f'{each.id}</code> · <a href="dossiers/{what}-{each.id}.pdf">' in made[f"{page}.html"]


def test_where_a_group_may_be_one_incident_it_is_not_said_that_nobody_knows_which_page_tells_it():
    alone = site(publication(12, audience="internal"))["incidents.html"]
    assert "A group may be one incident: this is not for the public." in alone
    assert "which page tells which of them is not said" not in alone
    assert "which page tells which of them is not said" in site(publication())["incidents.html"]


def test_an_order_says_to_whom_where_nobody_is_told_to_have_given_it_and_that_its_words_stay():
    told = publication()
    nothing = {"office": "", "issuer": "", "issued": "", "effective_from": "", "clauses": ()}
    order = replace(told.orders[0], addressees=("border guard",), **nothing)
    made = site(replace(told, orders=(order,)))
    assert order_title(order) == "Order to border guards, day not told"
    assert (
        "<dt>Demands</dt><dd><bdi>told in words alone, which are not published</bdi>" in made["orders.html"]
    )


def test_a_page_without_its_title_is_named_by_its_site():
    pages = site(publication(60, titles=("", "A title")))
    assert "title not shown" in pages["sources.html"]
    assert "A title" in pages["sources.html"]


def test_an_unnamed_publisher_is_left_out_of_the_citation():
    assert '<p class="cite">Force at the border' in site(empty())["method.html"]
    assert '<p class="cite">Border Watch: Force at the border' in site(publication(60))["method.html"]


def test_bars_and_keys_keep_their_colours_on_paper():
    css = resources.files("holdfire.exports").joinpath("templates/site.css").read_text("utf-8")
    kept = re.findall(r"([^{}]+)\{[^{}]*print-color-adjust: exact[^{}]*\}", css.partition("@media print")[2])
    assert {each.strip() for each in ",".join(kept).split(",")} >= {"svg", ".key", ".swatch", ".harm"}
