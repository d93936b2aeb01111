import re
from html.parser import HTMLParser

import msgspec

from holdfire.exports.page import page
from holdfire.model.grounded import ground
from holdfire.model.party import Party
from holdfire.model.record import Record, Warn
from holdfire.model.setting import Expectation
from holdfire.model.span import Span
from holdfire.model.text import Text
from holdfire.reading.cascade import Reading
from tests import stories

HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)> & ' {{ 7*7 }} javascript:x"


class _Elements(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def _elements(html):
    parser = _Elements()
    parser.feed(html)
    return parser.seen


def _hostile_reading():
    base = stories.record()
    words = f"{HOSTILE}\n{HOSTILE}"
    whole = Span(0, len(HOSTILE))
    fear = Expectation(
        content=ground(HOSTILE, words, whole, rule=HOSTILE, because=HOSTILE),
        holder=ground(Party(HOSTILE), words, whole, rule="x"),
    )
    header = msgspec.structs.replace(
        base.report,
        title=HOSTILE,
        outlet=HOSTILE,
        published=HOSTILE,
        language=HOSTILE,
        url="javascript:alert(1)",
    )
    warning = Warn(HOSTILE, HOSTILE, HOSTILE, 0, len(HOSTILE))
    record = Record(header, base.reader, expectations=(fear,), warnings=(warning,))
    return Reading(stories.report(), Text(words, ()), record)


def test_a_hostile_report_adds_no_element_and_no_address():
    usual = {
        (tag, tuple(sorted(attrs))) for tag, attrs in _elements(page([("story.txt", stories.reading())]))
    }
    elements = _elements(page([(HOSTILE, _hostile_reading())]))
    assert [tag for tag, _ in elements].count("script") == 1
    assert not [tag for tag, _ in elements if tag in ("img", "iframe", "object", "link")]
    assert {(tag, tuple(sorted(attrs))) for tag, attrs in elements} <= usual | {("p", ("class",))}
    assert all(attrs["href"].startswith("#") for tag, attrs in elements if tag == "a")


def test_the_page_asks_for_nothing_outside_itself():
    html = page([("story.txt", stories.reading())])
    assert "http://" not in html
    assert "https://" not in html
    assert "url(" not in html
    assert "default-src 'none'" in html


def test_every_link_has_its_target():
    elements = _elements(page([("a", stories.reading()), ("b", stories.reading())]))
    ids = [attrs["id"] for _, attrs in elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {attrs["href"][1:] for tag, attrs in elements if tag == "a"} <= set(ids)


def test_every_value_lights_words_in_the_article():
    elements = _elements(page([("story.txt", stories.reading())]))
    in_article = {value for tag, attrs in elements if tag == "a" for value in attrs.get("data-v", "").split()}
    in_ledger = {attrs["data-v"] for tag, attrs in elements if tag == "div" and "data-v" in attrs}
    assert in_ledger
    assert in_ledger <= in_article


def test_the_words_of_the_article_are_all_there():
    body = page([("story.txt", stories.reading())]).split("<main>")[1]
    bare = re.sub(r"<[^>]+>", "", body)
    assert "told the Tumen Courier on Tuesday that the government had ordered every border patrol" in bare


def _luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one, other):
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_colours_have_the_contrast_of_wcag_aa():
    html = page([("story.txt", stories.reading())])
    schemes = re.findall(r":root \{(.*?)\n\s*\}", html, re.DOTALL)[:2]
    assert len(schemes) == 2
    for scheme in schemes:
        colour = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", scheme))
        pairs = [(ink, ground) for ink in ("ink", "soft") for ground in ("ground", "sheet")]
        for frame in ("order", "incident", "practice", "setting"):
            pairs += [
                (frame, "sheet"),
                (frame, f"{frame}-tint"),
                ("ink", f"{frame}-tint"),
                ("soft", f"{frame}-tint"),
            ]
        pairs += [("lit-ink", "lit"), ("may", "sheet")]
        assert {
            pair: round(_contrast(*(colour[name] for name in pair)), 2)
            for pair in pairs
            if _contrast(*(colour[name] for name in pair)) < 4.5
        } == {}
