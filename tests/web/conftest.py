"""A workbench over a casebook with the story made by hand, and somebody who is in."""

import re
import shutil
from functools import cached_property
from html import unescape

import pytest
from starlette.testclient import TestClient

from holdfire.store import schema
from holdfire.store.book import dialect_of, opened
from holdfire.web.app import make_app
from holdfire.web.desk import Alone, Desk
from tests import stories
from tests.store.reports import AT, story

HERE = "http://127.0.0.1:8765"
KEY = "the-key"


class Clock:
    """Time that passes when a test says so."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture(scope="session")
def empty_book(tmp_path_factory):
    path = tmp_path_factory.mktemp("web") / "empty.book"
    dialect = dialect_of(str(path))
    schema.upgrade(dialect)
    dialect.engine.dispose()
    return path


@pytest.fixture
def book(empty_book, tmp_path):
    """An empty casebook."""
    shutil.copy(empty_book, tmp_path / "case.book")
    made, _ = opened(dialect_of(str(tmp_path / "case.book")))
    yield made
    made.close()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desk(book, clock):
    """A workbench of one person, which reads with the reading made by hand."""
    made = Desk(book, alone=Alone("ada", KEY), clock=clock, make_reader=lambda _own: stories.reading_of)
    yield made
    made.close()


@pytest.fixture
def stranger(desk):
    """A browser that is not in."""
    with TestClient(make_app(desk), base_url=HERE, follow_redirects=False) as client:
        yield client


@pytest.fixture
def ada(stranger):
    """A browser that is in."""
    assert stranger.get(f"/enter?key={KEY}").status_code == 303
    stranger.follow_redirects = True
    return Browser(stranger)


@pytest.fixture
def told(book):
    """The story is in the casebook; its id."""
    with book.change(who="ada", at=AT) as change:
        change.keep([story()])
    (stored,) = book.reports.listed()
    return stored.id


class Browser:
    """Fills in forms as a browser does: with the token that the page holds."""

    def __init__(self, client):
        self.client = client
        self.get = client.get

    @cached_property
    def known(self):
        """The token, asked for once."""
        return self.token

    @property
    def token(self):
        return self.token_of("/")

    def token_of(self, page):
        found = re.search(r'X-Forgery-Token": "([^"]+)', unescape(self.get(page).text))
        assert found
        return found[1]

    def post(self, to, files=None, htmx=False, **fields):
        headers = {"HX-Request": "true", "HX-Target": "panel"} if htmx else {}
        given = {"forgery_token": self.token, **fields}
        return self.client.post(to, data=given, files=files, headers=headers)
