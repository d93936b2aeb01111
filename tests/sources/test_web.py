"""URLs, over a transport that has all answers at hand: nothing here touches a network."""

import gzip
from datetime import UTC, datetime

import httpx
import pytest

from holdfire import __version__
from holdfire.errors import SourceError
from holdfire.model.capture import Capture, Redirect, Tool
from holdfire.sources.captures import captures
from holdfire.sources.limits import REPORT
from holdfire.sources.web import Web

PAGE = b"<html><body><p>The guards at the river were told to hold their fire.</p></body></html>"
NOON = datetime(2022, 1, 26, 3, 4, 5, tzinfo=UTC)
URL = "https://watch.example/held"


def web(answers, asked=None):
    """A web in which each address has one answer, or raises it."""

    def answer(request):
        if asked is not None:
            asked.append(request)
        found = answers[str(request.url)]
        if isinstance(found, Exception):
            raise found
        return found

    return Web(clock=lambda: NOON, transport=httpx.MockTransport(answer))


class Chunks(httpx.SyncByteStream):
    """A body that comes in parts, and may break off."""

    def __init__(self, *parts):
        self.parts = parts

    def __iter__(self):
        for part in self.parts:
            if isinstance(part, Exception):
                raise part
            yield part


def page(body=PAGE, status=200, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, headers=headers, stream=Chunks(body))


def test_a_page_is_captured_with_how_it_was_got():
    asked: list[httpx.Request] = []
    found = web({URL: page(content_type="text/html; charset=utf-8", x_by="y")}, asked)(URL)
    assert isinstance(found, Capture)
    assert (found.raw, found.origin, found.way, found.status) == (PAGE, URL, "http", 200)
    assert found.got_at == "2022-01-26T03:04:05Z"
    assert found.media_type == "text/html; charset=utf-8"
    assert ("x-by", "y") in [(name.lower(), value) for name, value in found.headers]
    assert found.tool == Tool("holdfire", __version__)
    assert ("User-Agent", f"holdfire/{__version__}") in found.request
    assert len(asked) == 1


def test_redirects_are_followed_and_kept():
    home, moved = "http://watch.example/", "https://watch.example/"
    found = web({home: page(b"", 301, location=moved), moved: page(b"", 302, location="/held"), URL: page()})(
        home
    )
    assert found.origin == URL
    assert found.redirects == (Redirect(home, 301), Redirect(moved, 302))


def test_no_cookie_is_ever_sent_back():
    asked: list[httpx.Request] = []
    first = page(b"", 302, location="/held", set_cookie="who=you; Path=/")
    other = "https://watch.example/other"
    opened = web({"https://watch.example/": first, URL: page(set_cookie="who=you"), other: page()}, asked)
    opened("https://watch.example/")
    opened(other)
    assert len(asked) == 3
    assert not any("cookie" in request.headers for request in asked)


@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_the_packing_of_an_answer_is_undone(coding):
    body = gzip.compress(PAGE) if coding == "gzip" else PAGE
    assert web({URL: page(body, content_encoding=coding)})(URL).raw == PAGE


BAD = [
    (page(status=404), "answers 404 Not Found"),
    (page(status=500), "answers 500"),
    (httpx.ConnectError("Name or service not known"), "cannot be got: Name or service not known"),
    (httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] self-signed"), "certificate"),
    (httpx.ReadTimeout("x"), "did not answer within 20 seconds"),
    (httpx.Response(200, stream=Chunks(PAGE, httpx.RemoteProtocolError("peer closed"))), "peer closed"),
    (page(b"", 302, location=URL), "redirected more than 10 times"),
    (page(b"", 302, location="file:///etc/passwd"), "no page of the web"),
    (page(gzip.compress(b"0" * (REPORT + 1)), content_encoding="gzip"), "made to do harm"),
    (httpx.Response(200, stream=Chunks(*[b"0" * 1_000_000] * 60)), "too large"),
]


@pytest.mark.parametrize(("answer", "problem"), BAD)
def test_what_goes_wrong_is_one_line_that_names_the_address(answer, problem):
    [named] = captures(URL, fetch=web({URL: answer}))
    assert isinstance(named, SourceError)
    assert problem in str(named)
    assert str(named).startswith(URL)
    assert "\n" not in str(named)
    assert named.remedy


@pytest.mark.parametrize("url", ["http://", "http://a b/", "https://x\0/", "http://" + "a" * 70_000])
def test_addresses_that_are_none(url):
    refusing = Web(clock=lambda: NOON, transport=httpx.MockTransport(lambda _: page(status=404)))
    [named] = captures(url, fetch=refusing)
    assert isinstance(named, SourceError)


def test_a_feed_at_a_url_gives_its_entries_with_how_it_was_got():
    item = "<item><title>T</title><link>/held</link><description>They held their fire.</description></item>"
    feed = f'<rss version="2.0"><channel><title>The Watch</title>{item}</channel></rss>'.encode()
    [entry] = captures("https://watch.example/rss", fetch=web({"https://watch.example/rss": page(feed)}))
    assert isinstance(entry, Capture)
    assert (entry.origin, entry.way, entry.status) == (URL, "feed", 200)
    assert entry.got_at == "2022-01-26T03:04:05Z"
    assert entry.where == f"https://watch.example/rss, byte {feed.index(b'<item>')} ({URL})"
