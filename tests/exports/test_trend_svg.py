"""The picture of a trend: well-formed, heard as well as seen, and with its caveats."""

from datetime import date
from xml.etree import ElementTree

import pytest

from holdfire.analysis.trend import trend
from holdfire.exports.trend_svg import trend_svg
from holdfire.views.trend import trend_page
from tests.analysis.series import series

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def drawn():
    given = series([4, 5, 3, 4, 1, 0, 2, 1], reports=[9, 9, 9, 9, 8, 9, 9, 9])
    page = trend_page(trend(given, date(2020, 5, 1)), what="<b>incidents", title="Musan & Hoeryong")
    return page, ElementTree.fromstring(trend_svg(page))


def test_it_is_well_formed_and_says_what_it_shows(drawn):
    page, picture = drawn
    assert picture.get("role") == "img" and picture.get("aria-labelledby") == "t d"
    assert picture.findtext(f"{SVG}title") == page.title
    said = picture.findtext(f"{SVG}desc")
    assert all(each in said for each in (*page.said, *page.caveats))


def test_bars_before_and_after_differ_in_more_than_colour(drawn):
    _, picture = drawn
    bars = {name: [r for r in picture.iter(f"{SVG}rect") if r.get("class") == name] for name in "bar"}
    assert (len(bars["b"]), len(bars["a"]), len(bars["r"])) == (4, 4, 8)
    assert picture.find(f".//{SVG}pattern") is not None
    heights = [float(bar.get("height")) for bar in bars["b"]]
    assert heights == pytest.approx([220 * n / 5 for n in (4, 5, 3, 4)], abs=0.1)


def test_it_fetches_nothing(drawn):
    page, _ = drawn
    assert "href" not in trend_svg(page) and "script" not in trend_svg(page)
