"""Fifty people decide at once, on each store: every decision is there, once, and the log is whole."""

import threading

import httpx
import pytest

from holdfire.views.values import values_of
from holdfire.web.app import make_app
from holdfire.web.desk import Alone, Desk
from holdfire.web.guard.sessions import Person
from holdfire.workflows.casebook.verifying import verify
from tests import stories
from tests.store.conftest import address, book, empty_file, server
from tests.store.reports import AT, story
from tests.web.browser import Served
from tests.web.conftest import KEY

__all__ = ["address", "book", "empty_file", "server"]
pytestmark = pytest.mark.slow
PEOPLE, EACH = 50, 6


def test_fifty_people_at_once_lose_nothing(book):
    with book.change(who="ada", at=AT) as change:
        change.keep([story()])
    (stored,) = book.reports.listed()
    record = book.readings.record(book.readings.of(stored.id)[-1].id)
    paths = [value.path for value in values_of(record) if value.kind != "evidence"]
    desk = Desk(book, alone=Alone("ada", KEY), make_reader=lambda _own: stories.reading_of)
    gates, wrong = threading.Barrier(PEOPLE), []

    def work(number, url):
        secret = desk.sessions.open(Person(f"person {number}", frozenset({"see", "decide"})))
        session = desk.sessions.get(secret)
        assert session is not None
        port = url.rsplit(":", 1)[1]
        headers = {"Cookie": f"holdfire-{port}={secret}", "X-Forgery-Token": session.forgery_token}
        with httpx.Client(base_url=url, headers=headers, timeout=120) as client:
            gates.wait(60)
            for turn in range(EACH):
                path = paths[(number * EACH + turn) % len(paths)]
                given = {"path": path, "kind": "reject" if turn % 2 else "accept", "why": f"{number}.{turn}"}
                answer = client.post(f"/reports/{stored.id}/decision", data=given)
                if answer.status_code != 303:
                    wrong.append((answer.status_code, answer.text[-400:]))

    with Served(make_app(desk)) as served:
        people = [threading.Thread(target=work, args=(n, served.url)) for n in range(PEOPLE)]
        for each in people:
            each.start()
        for each in people:
            each.join()
    desk.close()
    assert wrong == []
    kept = book.judgements.all()
    assert sorted(each.why for each in kept) == sorted(f"{n}.{t}" for n in range(PEOPLE) for t in range(EACH))
    assert len({each.who for each in kept}) == PEOPLE
    *_, done = verify(book)
    assert done.entries == book.log.last().seq
