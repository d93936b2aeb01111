"""Feeds: each entry is a report of its own, cut out to the byte; the damaged ones are named."""

import pytest

from holdfire.errors import SourceError
from holdfire.model.capture import Capture, Within
from holdfire.sources.captures import captures
from holdfire.sources.limits import DEPTH
from holdfire.sources.reports import report_of

ITEM = """<item><title>Guards told &amp; held</title><link>https://watch.example/1</link>
<pubDate>Wed, 26 Jan 2022 00:03:00 +0900</pubDate><description>In short.</description>
<content:encoded><![CDATA[<p>The guards were told to <b>hold</b> their fire.</p>
<p>They did.</p>]]></content:encoded></item>"""
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Watch</title><link>https://watch.example/</link>{}</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Watch</title>{}</feed>"""
ENTRY = """<entry><title type="html">Held</title><link href="/2"/>
<published>2022-01-26T10:03:00+09:00</published><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>They held their fire.</p></div></content></entry>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x">
<title>The Watch</title><items><rdf:Seq><rdf:li resource="a"/></rdf:Seq></items></channel>
<item rdf:about="a"><title>Held</title><link>https://watch.example/3</link><dc:date>2022-01-26</dc:date>
<description>They held their fire.</description></item></rdf:RDF>"""


@pytest.fixture
def found(tmp_path):
    def found(feed, encoding="utf-8"):
        path = tmp_path / "feed.xml"
        path.write_bytes(feed if isinstance(feed, bytes) else feed.encode(encoding))
        return list(captures(path))

    return found


def test_an_entry_is_a_report(found):
    [capture] = found(RSS.format(ITEM))
    report = report_of(capture)
    assert report.words == "The guards were told to hold their fire.\n\nThey did."
    assert (report.title, report.outlet) == ("Guards told & held", "The Watch")
    assert (report.url, report.language) == ("https://watch.example/1", "en")


def test_its_date_is_that_of_its_own_zone(found):
    [capture] = found(RSS.format(ITEM))
    assert report_of(capture).published == "2022-01-26T00:03:00+09:00"  # in UTC it would be the day before


def test_it_is_cut_out_of_its_feed_to_the_byte(found, tmp_path):
    feed = RSS.format(ITEM + ITEM.replace("hold", "fire")).encode()
    first, second = found(feed)
    assert second.raw == ITEM.replace("hold", "fire").encode()
    assert second.within == Within(
        second.within.container, offset=feed.rindex(b"<item>"), length=len(second.raw)
    )
    assert [first.told.outlet, second.told.outlet] == ["The Watch"] * 2


def test_the_same_entry_is_the_same_capture_in_a_feed_that_has_moved_on(found):
    [old] = found(RSS.format(ITEM))
    new = found(RSS.format(ITEM.replace("hold", "fire") + ITEM).replace("The Watch", "The Watch!"))
    assert new[1].raw == old.raw


@pytest.mark.parametrize(
    ("feed", "words", "published"),
    [
        (ATOM.format(ENTRY), "They held their fire.", "2022-01-26T10:03:00+09:00"),
        (RDF, "They held their fire.", "2022-01-26"),
        (RSS.format(ITEM.replace("content:encoded", "x")), "In short.", "2022-01-26T00:03:00+09:00"),
    ],
)
def test_other_kinds_of_feed(found, feed, words, published):
    [capture] = found(feed)
    report = report_of(capture)
    assert (report.words, report.published, report.outlet) == (words, published, "The Watch")


@pytest.mark.parametrize("encoding", ["euc-kr", "utf-8", "utf-16"])
def test_korean_feeds(found, encoding):
    words = "국경경비대는 총을 쏘지 말라는 명령을 받았다."
    item = f"<item><title>명령</title><description>{words}</description></item>"
    feed = RSS.format(item).replace("UTF-8", encoding).replace("The Watch", "감시")
    [capture] = found(feed, encoding)
    report = report_of(capture)
    assert (report.words, report.language, report.title, report.outlet) == (words, "ko", "명령", "감시")


def test_an_entry_that_is_only_a_link_is_named(found):
    bare = "<item><title>Held</title><link>https://watch.example/9</link></item>"
    first, second = found(RSS.format(bare + ITEM))
    with pytest.raises(SourceError, match=r"only a link to https://watch\.example/9"):
        report_of(first)
    assert report_of(second).words


def test_a_damaged_entry_harms_no_other(found):
    damaged = "<item><title>Bad</title><description>The guards <b>held & fired</descr</item>"
    good = found(RSS.format(ITEM + damaged + ITEM))
    assert [report_of(each).title for each in (good[0], good[2])] == ["Guards told & held"] * 2
    with pytest.raises(SourceError, match="without content"):
        report_of(good[1])


def test_a_feed_that_is_cut_off_gives_what_is_whole(found):
    whole, cut = found(RSS.format(ITEM + ITEM)[:-60])
    assert isinstance(whole, Capture)
    assert isinstance(cut, SourceError)
    assert "cut off" in str(cut)
    assert "byte" in str(cut)


def test_what_is_quoted_is_no_entry(found):
    quoted = ITEM.replace("They did.", "<item>x</item>")
    comment = "<!-- <item><title>old</title></item> -->"
    assert len(found(RSS.format(comment + quoted))) == 1


def test_a_feed_without_entries_is_named(found):
    [empty] = found(RSS.format(""))
    assert "without entries" in str(empty)


def test_a_page_in_the_place_of_a_feed_is_a_page(found):
    [capture] = found("<!doctype html><html><body><p>The guards held their fire.</p></body></html>")
    assert capture.way == "file"
    assert "held" in report_of(capture).words


def test_an_entry_nested_without_end_is_named(found):
    deep = ITEM.replace("They did.", "<ul><li>x" * (DEPTH * 20))
    first, second = found(RSS.format(deep + ITEM))
    with pytest.raises(SourceError, match="deep"):
        report_of(first)
    assert report_of(second).words


def test_hostile_quotes_take_no_time(found):
    [named] = found(RSS.format("<![CDATA[" * 200_000))
    assert "without entries" in str(named)
