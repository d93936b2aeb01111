"""Reports put in by a browser: files, pasted text, one address."""

import re

import httpx
import pytest

from holdfire.model.capture import Capture
from holdfire.web.pages import adding


def test_pasted_text_is_read_and_shown(ada, book):
    page = ada.post(
        "/add", text="Guards fired.\r\nTwice.", published="26 January 2022", outlet="X", title="Shots"
    )
    assert "Shots" in page.text
    (stored,) = book.reports.listed()
    assert (stored.published, stored.outlet) == ("2022-01-26", "X")
    assert book.reports.texts([stored])[stored.id] == "Guards fired.\nTwice."
    assert book.log.last().who == "ada"


def test_the_address_of_pasted_text_is_kept_and_not_opened(ada, book, monkeypatch):
    monkeypatch.setattr(adding, "fetch", lambda _url: pytest.fail("the address was opened"))
    ada.post("/add", text="Guards fired.", address="https://example.org/a")
    assert book.reports.listed()[0].url == "https://example.org/a"


def test_files_are_read_under_safe_names(ada, book):
    files = [("files", ("../../a b.txt", b"Guards fired.")), ("files", ("b.html", b"<p>Guards shot a man."))]
    page = ada.post("/add", files=files)
    assert "2 reports added" in page.text
    origins = {
        capture.origin for stored in book.reports.listed() for capture in book.reports.captures(stored)
    }
    assert origins == {"a-b.txt", "b.html"}


def test_the_same_again_is_recognised(ada):
    ada.post("/add", text="Guards fired.")
    assert "in the casebook already" in ada.post("/add", text="Guards fired.").text


def test_what_cannot_be_read_is_named_and_the_rest_is_kept(ada, book):
    files = [("files", ("good.txt", b"Guards fired.")), ("files", ("bad.txt", b""))]
    page = ada.post("/add", files=files)
    assert "1 report added" in page.text
    assert "bad.txt" in page.text
    assert book.reports.counts().reports == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"text": "Guards fired.", "published": "31 February 2022"}, "has no day 31"),
        ({"text": "Guards fired.", "published": "03/04/2022"}, "can be"),
        ({"address": "file:///etc/passwd"}, "no address on the web"),
        ({}, "nothing was given"),
    ],
)
def test_an_error_keeps_what_was_typed(ada, book, typed, said):
    answer = ada.post("/add", **typed)
    assert answer.status_code == 422
    assert said in answer.text
    for value in typed.values():
        assert value in answer.text
    assert book.reports.counts().reports == 0


def test_an_address_is_opened_only_when_it_is_given(ada, book, monkeypatch):
    asked = []

    def fetch(url):
        asked.append(url)
        return Capture(b"Guards fired.", url, "http")

    monkeypatch.setattr(adding, "fetch", fetch)
    ada.post("/add", address="https://example.org/a", published="2022-01-26")
    assert asked == ["https://example.org/a"]
    assert book.reports.listed()[0].published == "2022-01-26"


def test_a_lot_that_nobody_knows_is_not_there(ada):
    assert ada.get("/add/none").status_code == 404


def test_no_library_asks_anything_of_the_web(ada, told, monkeypatch):
    monkeypatch.setattr(httpx.Client, "stream", lambda *_a, **_k: pytest.fail("asked the web"))
    for path in ("/", "/add", f"/reports/{told}"):
        page = ada.get(path).text
        assert not re.search(r'(?:src|href|action|hx-get)="(?:https?:)?//', page)
