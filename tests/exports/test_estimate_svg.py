"""The picture of an estimate: intervals on one scale, with the assumptions in words."""

from xml.etree import ElementTree

import pytest

from holdfire.exports.estimate_svg import estimate_svg
from holdfire.views.estimate import estimate_page
from tests.analysis.asking import estimated
from tests.analysis.test_estimate import made

SVG = "{http://www.w3.org/2000/svg}"


def drawn(counts):
    page = estimate_page(estimated(made(counts)), what="things", title="A < B")
    return page, ElementTree.fromstring(estimate_svg(page))


def test_each_total_is_a_dot_within_its_interval():
    page, picture = drawn([60, 50, 20, 40, 15, 12, 6])
    dots = [float(dot.get("cx")) for dot in picture.iter(f"{SVG}circle")]
    assert len(dots) == len(page.ranges) == 4
    for dot, shown in zip(dots, page.ranges, strict=True):
        assert (dot - dots[0]) / (shown.value - page.ranges[0].value or 1) >= 0
    lines = [line for line in picture.iter(f"{SVG}line") if line.get("class") == "i"]
    assert len(lines) == 9


def test_the_assumptions_are_heard_and_read():
    page, picture = drawn([60, 50, 20, 40, 15, 12, 6])
    said = picture.findtext(f"{SVG}desc")
    assert all(each in said for each in (*page.said, *page.assumptions))


@pytest.mark.parametrize("counts", [[5, 0, 0, 0, 0, 0, 0], [3, 2, 1]])
def test_where_nothing_can_be_said_what_was_seen_is_drawn(counts):
    page, picture = drawn(counts)
    assert page.ranges[0].label == "seen"
    assert len(list(picture.iter(f"{SVG}circle"))) == len(page.ranges)
