"""WCAG AA: contrast of the design tokens, and axe over every page in a real browser, light and dark."""

import re
from importlib.resources import files

import pytest

from holdfire.model.judgement import Accept, Grade
from holdfire.workflows.casebook.judging import judge
from tests.store.reports import LATER, plain
from tests.web.test_in_a_browser import book, browser, page, report
from tests.web.test_things import three

__all__ = ["book", "browser", "page", "report", "three"]
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe comes with the extra `dev`")

LOOK = (files("holdfire.exports") / "templates" / "look.css").read_text()
TOKENS = dict(re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{6}, #[0-9a-f]{6})\)", LOOK))
GROUNDS = ("ground", "sheet", "well")
KINDS = ("order", "incident", "practice", "setting", "good")
TEXT, LARGE = 4.5, 3.0
"""What WCAG 2.2 asks of words (1.4.3), and of the edges of controls and signs (1.4.11)."""
PAIRS = [
    *(("ink", ground, TEXT) for ground in (*GROUNDS, *(f"{kind}-tint" for kind in KINDS))),
    *(("soft", ground, TEXT) for ground in (*GROUNDS, *(f"{kind}-tint" for kind in KINDS))),
    *((kind, ground, TEXT) for kind in KINDS for ground in (*GROUNDS, f"{kind}-tint")),
    ("lit-ink", "lit", TEXT),
    ("act-ink", "act", TEXT),
    *(("edge", ground, LARGE) for ground in GROUNDS),
]


def luminance(colour):
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """How strongly two colours differ: from 1 to 21."""
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("mood", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_words_stand_out_from_their_ground(ink, ground, least, mood):
    colours = [TOKENS[name].split(", ")[mood] for name in (ink, ground)]
    assert contrast(*colours) >= least, f"{ink} on {ground}: {colours}"


def test_every_colour_of_the_design_is_held_against_another():
    signs = {"rule", "bad"}
    assert set(TOKENS) - signs == {name for ink, ground, _ in PAIRS for name in (ink, ground)}


PAGES = [
    "/", "/?q=flares", "/?view=all", "/add", "/incidents", "/orders", "/incidents?q=nowhere", "incident",
    "order", "/ledger", "/ledger?at=Musan&on=2022-03-01", "/findings", "/findings?of=orders", "/map",
    "/trend", "/team", "/sources", "report", "report/history", "report/changes", "split", "pair", "nowhere",
]  # fmt: skip


@pytest.fixture
def addresses(page, book, report, three):
    """Where the pages are that have an id in their address."""
    with book.change(who="ada", at=LATER) as change:
        change.keep([plain("국경경비대가 두만강에서 총을 쏘았다.", title="국경", language="ko")])
    reading = book.readings.of(report)[-1].id
    target = f"report/{report}/orders.0.kind"
    judge(book, Accept(target=target, reading=reading, who="ada", when=LATER))
    judge(book, Grade(target="source/Daily NK", reliability="B", who="ada", when=LATER))
    page.goto("/incidents")
    order = re.search(r'href="(/orders/[^"?]+)"', page.request.get("/orders").text())
    assert order
    return {
        "incident": "/incidents/aa11",
        "order": order[1],
        "report": f"/reports/{report}",
        "report/history": f"/reports/{report}/history?path=orders.0.kind",
        "report/changes": f"/reports/{report}/changes",
        "split": "/split/aa11",
        "pair": "/pair?one=aa11&other=cc33",
        "nowhere": "/incidents/nothing-of-the-kind",
    }


@pytest.mark.slow
def test_axe_finds_what_is_wrong(page):
    faint = '<p><font color="#999999">Faint</font></p>'
    page.set_content(f'<html><body bgcolor="#ffffff"><h1>One</h1><h4>Four</h4><input>{faint}</body></html>')
    found = {each["id"] for each in _violations(page)}
    assert found >= {"color-contrast", "heading-order", "label", "html-has-lang"}


@pytest.mark.slow
@pytest.mark.parametrize("mood", ["light", "dark"])
def test_no_page_has_what_axe_finds(page, addresses, mood):
    """Contrast as computed, labels, names, headings, landmarks: WCAG 2.2 A and AA, and best practice."""
    page.emulate_media(color_scheme=mood)
    found = []
    for name in PAGES:
        page.goto(addresses.get(name, name))
        found += [(name, each["id"], each["nodes"][0]["html"][:160]) for each in _violations(page)]
    page.wrong[:] = [each for each in page.wrong if "404" not in each]
    assert found == []


@pytest.mark.slow
def test_what_opens_on_a_report_has_nothing_that_axe_finds(page, addresses):
    page.goto(addresses["report"])
    for key, shows in (("j", "#panel"), ("w", "#panel"), ("?", "dialog[open]")):
        page.keyboard.press(key)
        page.locator(shows).wait_for()
        page.wait_for_timeout(150)
        assert [(each["id"], each["nodes"][0]["html"]) for each in _violations(page)] == []


def _violations(page):
    """What is wrong, and not all that is right too: to hand that over takes longer than to look."""
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    page.evaluate(axe.Axe().axe_script)
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    return page.evaluate("asked => axe.run(asked).then(found => found.violations)", options)


@pytest.mark.slow
@pytest.mark.parametrize("path", ["/", "/add", "/incidents", "/ledger", "/map", "/team", "report"])
def test_focus_can_be_seen_on_everything_that_takes_it(page, addresses, path):
    """Tab through the page: each thing that has the focus is drawn otherwise than without it."""
    page.goto(addresses.get(path, path))
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        drawn = page.evaluate(
            """() => {
                const at = document.activeElement;
                if (!at || at === document.body) return null;
                const style = getComputedStyle(at), dot = at.querySelector("circle");
                const ring = dot ? parseFloat(getComputedStyle(dot).strokeWidth) : 0;
                const line = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
                return [at.outerHTML.slice(0, 90), Math.max(line, ring)];
            }"""
        )
        if drawn is None:
            break
        seen.append(drawn)
    assert len(seen) > 5
    assert [each for each in seen if each[1] < 2] == []
