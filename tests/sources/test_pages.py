"""HTML pages: what they say of themselves, Korean ones too, and pages made to be slow."""

import importlib.util

import pytest

from holdfire.errors import SourceError
from holdfire.model.capture import Capture, Told
from holdfire.sources.limits import DEPTH, PAGE
from holdfire.sources.pages.facts import facts_of
from holdfire.sources.pages.main_part import read_page
from holdfire.sources.reports import report_of

STORY = "The soldiers at the border were told to hold their fire, a source said on Tuesday."
KOREAN = "북한 국경경비대는 국경을 넘는 사람에게 총을 쏘지 말라는 명령을 받았다고 소식통이 전했다. "


def html(head="", body=f"<article><p>{STORY} {STORY}</p></article>"):
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def linked(text):
    return html(f'<script type="application/ld+json">{text}</script>')


ARTICLE = (
    '{"@type":"NewsArticle","headline":"Held &amp; quiet",'
    '"datePublished":"2020-08-25T09:00:00Z","publisher":%s}'
)


@pytest.mark.parametrize(
    ("data", "outlet"),
    [
        (ARTICLE % '{"@type":"Organization","name":"The Watch"}', "The Watch"),
        (ARTICLE % '[{"name":"The Watch"}]', "The Watch"),
        (ARTICLE % '"The Watch"', "The Watch"),
        (
            '{"@graph":[{"@type":"WebPage","name":"x"},%s,{"@id":"#o","@type":"Company","name":"The Watch"}]}'
            % (ARTICLE % '{"@id":"#o"}'),
            "The Watch",
        ),
        (f'[{{"@type":"BreadcrumbList"}},{ARTICLE % "null"}]', None),
    ],
)
def test_linked_data_tells_of_the_article(data, outlet):
    facts = facts_of(linked(data))
    assert (facts.title, facts.published) == ("Held & quiet", "2020-08-25T09:00:00Z")
    assert facts.outlet == outlet


@pytest.mark.parametrize(
    "data", ["{", "[" * 50_000, '{"datePublished": 5}', "null", '{"@type": [1]}', "\\ud800"]
)
def test_linked_data_that_is_none_is_passed_over(data):
    assert facts_of(linked(data)) == (None, None, None, None)


@pytest.mark.parametrize(
    ("page", "published"),
    [
        (html('<meta property="article:published_time" content="2020-08-25">'), "2020-08-25"),
        (html('<meta name="date" content="January 26, 2022 10:03 am">'), "2022-01-26"),
        (html('<META NAME=date CONTENT="2020-08-25">'), "2020-08-25"),
        (html('<meta name="date" content="soon"><time datetime="2020-08-26T09:00">'), "2020-08-26T09:00:00"),
        (html(body='<p class="d">Published: <span>Aug. 27, 2020</span></p>'), "2020-08-27"),
        (html(body="<p>Posted on 27 August 2020 by x</p>"), "2020-08-27"),
        (html(body="<div>입력 2022.01.26 오전 10:03</div>"), "2022-01-26T10:03:00"),
        (html(body="<dl><dt>기사입력</dt> <dd>2022-01-26 오후 10:03</dd></dl>"), "2022-01-26T22:03:00"),
        (html(body="<span>승인</span>&nbsp;2022.01.26 10:03"), "2022-01-26T10:03:00"),
        (html(body="<li>등록일 : 2022년 1월 26일</li>"), "2022-01-26"),
        (html(body="<p>The last flood was on 2019.08.01.</p>"), None),
        (html(body="<p>He published 3 books; on Aug. 27, 2020 he left.</p>"), None),
    ],
)
def test_where_a_page_tells_its_date(page, published):
    assert facts_of(page).published == published


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://watch.example/2022/01/26/held", "2022-01-26"),
        ("https://watch.example/news/20220126/held.html", "2022-01-26"),
        ("https://watch.example/2022/13/26/held", None),
        ("https://watch.example/id/20220126103", None),
    ],
)
def test_an_address_can_tell_the_day(url, published):
    assert facts_of(html(), url=url).published == published


def test_an_outlet_goes_by_its_name_or_else_by_its_site():
    assert (
        facts_of(html('<meta property="og:site_name" content="The Watch">'), url="https://w.example/").outlet
        == "The Watch"
    )
    assert facts_of(html(), url="https://www.watch.example/1").outlet == "watch.example"
    assert facts_of(html('<link href="https://watch.example/1" rel="canonical">')).outlet == "watch.example"
    assert facts_of(html()).outlet is None


def test_the_name_of_the_outlet_is_no_part_of_the_title():
    head = '<title>Held &#8211; quietly | The Watch</title><meta property="og:site_name" content="The Watch">'
    assert facts_of(html(head)).title == "Held – quietly"


def test_where_it_was_got_stands_in_for_an_address_that_the_page_does_not_give():
    url = "https://watch.example/held?x=1"
    assert facts_of(html('<link rel="canonical" href="/held">'), url=url).url == url
    assert facts_of(html('<link rel="canonical" href="https://watch.example/held">'), url=url).url == url[:-4]


@pytest.mark.parametrize("encoding", ["utf-8", "euc-kr", "cp949", "utf-16"])
@pytest.mark.parametrize("told", ["meta", "header", "header is wrong", "nothing"])
def test_a_korean_page_is_read_right(encoding, told):
    meta = f'<meta charset="{encoding}">' if told in ("meta", "header is wrong") else ""
    page = html(f"{meta}<title>사격 명령 - 감시</title>", f"<article><p>{KOREAN * 5}</p></article>")
    header = {"header": f"text/html; charset={encoding}", "header is wrong": "text/html; charset=iso-8859-1"}
    raw = page.encode(encoding)
    report = report_of(Capture(raw, "https://watch.example/1", "http", media_type=header.get(told)))
    assert KOREAN.strip() in report.words
    assert (report.title, report.language) == ("사격 명령 - 감시", "ko")


def test_what_the_user_tells_goes_first_and_what_a_feed_tells_last():
    entry = b"<item><title>Its own</title><description>Some words.</description></item>"
    capture = Capture(entry, "x", "feed", told=Told("Of the feed", "Feed", "2020"))
    report = report_of(capture, Told(outlet="Mine"))
    assert (report.title, report.outlet, report.published) == ("Its own", "Mine", "2020")


# Pages made to be slow


def test_a_page_nested_without_end_is_named():
    for piece in ("<div>", "<ul><li>x", "<b>", "<table><tr><td>"):
        with pytest.raises(SourceError, match=f"more than {DEPTH} deep"):
            read_page(html(body=piece * 100_000))


def test_a_long_page_that_is_not_deep_is_read():
    row = "<tr><td><a href='x'>y</a><br><li><p>The guards held their fire.</p></td></tr>"
    assert "guards" in read_page(html(body=f"<table>{row * 4_000}</table>")).words


def test_a_page_too_large_is_named():
    with pytest.raises(SourceError, match="too large for one page"):
        read_page(html(body="x" * PAGE))


PIECES = [
    "<meta name=", "<link rel=canonical ", '<script type="application/ld+json">{"a":', "<time ", "<title",
    "<meta content='", "<time datetime=2", "published ", "입력 ", "<!--", "<", "&amp;", "</", "<a ",
    "입력 2022.", "<p>x",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_page_that_looks_as_if_it_told_of_itself_without_end_ends(piece):
    for page in (html(head=piece * (400_000 // len(piece))), html(body=piece * (400_000 // len(piece)))):
        assert facts_of(page, url="https://watch.example/1").outlet == "watch.example"


def test_a_careful_reading_takes_the_main_part_or_says_what_it_needs():
    page = html(
        body=f"<nav><a href=/>Home</a></nav><article><p>{STORY} {STORY}</p><p>They did.</p></article>"
    )
    if importlib.util.find_spec("trafilatura"):
        assert read_page(page, careful=True).words.startswith(STORY)
    else:
        with pytest.raises(SourceError, match=r"holdfire\[careful\]"):
            read_page(page, careful=True)
