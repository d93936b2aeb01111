"""The workbench over a casebook of many reports: pages and decisions as a browser waits for them.

`python -m benchmarks.workbench [NUMBER [PATH]]` makes a casebook of synthetic reports (20,000 by default, see
`world`) and one report of 50,000 tokens with 2,000 values, brings the reports together, serves it, and prints
how long each page takes beside what an empty one takes in the same run. With PATH the casebook is kept, and
the next run takes it as it is.
"""

import hashlib
import logging
import re
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from itertools import count, islice
from pathlib import Path
from typing import Any

import httpx
import msgspec
import uvicorn
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from benchmarks.casebook import STORY
from benchmarks.world import reports
from holdfire.model.capture import Capture
from holdfire.model.record import Record
from holdfire.model.report import Report
from holdfire.reading.record import header
from holdfire.store.book import Book
from holdfire.store.bundle import bundle
from holdfire.store.together import Sought
from holdfire.views.values import values_of
from holdfire.web.app import make_app
from holdfire.web.desk import Alone, Desk
from holdfire.workflows.casebook.corroborating import brought
from holdfire.workflows.casebook.keeping import is_fresh
from holdfire.workflows.casebook.moment import now
from holdfire.workflows.casebook.opening import make_book, open_book
from holdfire.workflows.readers import english_reader

NUMBER = 20_000
TOKENS, VALUES = 50_000, 2_000
RUNS = 15
BATCH = 500
KEY = "bench"
LONG = "A long report"


def main() -> None:
    """Serve a casebook, and ask it as a browser does."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder) / "bench.book"
        if not path.exists():
            _fill(path, number)
        book = open_book(str(path))
        _bring(book)
        _limit()
        desk = Desk(book, alone=Alone("bench", KEY))
        with _served(make_app(desk)) as client:
            client.get(f"/enter?key={KEY}")
            _first_load(client)
            started = time.perf_counter()
            while client.get("/incidents").status_code == 503:
                time.sleep(0.2)
            _say("from the start to the first list of incidents", time.perf_counter() - started)
            for name, to in addresses(book):
                _page(client, name, to)
            _decisions(client, book, long_report(book))
        desk.close()
        book.close()


def _fill(path: Path, number: int) -> None:
    book = make_book(str(path), who="bench")
    given = reports(number)
    while some := list(islice(given, BATCH)):
        with book.change(who="bench", at=now()) as change:
            change.keep(some)
    _put_long(book)
    book.close()


def _bring(book: Book) -> None:
    """Keep what the reports tell together, where that is not done yet."""
    if is_fresh(book):
        return
    started, spent = time.perf_counter(), time.process_time()
    brought(book)
    cpu = time.process_time() - spent
    print(f"{'brought together and kept':52}{time.perf_counter() - started:,.1f} s ({cpu:,.1f} s CPU)")


def addresses(book: Book) -> list[tuple[str, str]]:
    """What each page is called, and where it is; `{n}` stands for another number each time."""
    some, told = book.reports.listed(limit=40), book.together
    first, other = told.page(Sought("incident"), sort="told", down=True, limit=2)
    order = told.page(Sought("order"), sort="told", down=True, limit=1)[0]
    deep, end = told.number(Sought("incident")) // 2, told.number(Sought("incident")) - 20
    report = f"/reports/{some[20].id}"
    return [
        ("inbox", "/"),
        ("inbox, what tells of an order", "/?holds=order"),
        ("inbox, everything", "/?view=all"),
        ("search, a word of every report", "/?q=flares"),
        ("add reports", "/add"),
        ("a report", report),
        ("a report of 50,000 tokens", f"/reports/{long_report(book)}"),
        ("a value", f"{report}/value?path=orders.0.kind"),
        ("why a value was read", f"{report}/why?path=orders.0.kind"),
        ("something put in", f"{report}/addition?frame=incident&start=0&end=9"),
        ("decisions on a report", f"{report}/history"),
        ("what changed in a report", f"{report}/changes"),
        ("the bytes of a report", f"{report}/original"),
        ("incidents", "/incidents"),
        ("incidents, by place, the other way round", "/incidents?sort=where&down=yes"),
        ("incidents, from the middle", f"/incidents?start={deep}"),
        ("incidents, by what, the end", f"/incidents?sort=what&start={end}"),
        ("incidents, words and doubts", f"/incidents?q={first.where}&doubt=dissent"),
        ("an incident", f"/incidents/{first.id}"),
        ("same or different", f"/pair?one={first.id}&other={other.id}"),
        ("take apart", f"/split/{first.id}"),
        ("orders", "/orders?sort=told&down=yes"),
        ("an order of many reports", f"/orders/{order.id}"),
        ("ledger", "/ledger"),
        ("ledger, words", "/ledger?q=2019"),
        ("ledger, which order was in force", "/ledger?at=42.2,129.2&on=2019-03-01&act=live+fire"),
        ("ledger, by a place's name", "/ledger?at=Musan&on=2018-07-01"),
        ("findings", "/findings"),
        ("findings, another page each time", "/findings?start={n}00"),
        ("findings of orders", "/findings?of=orders"),
        ("map and timeline", "/map"),
        ("map, some months", "/map?from=2018-01&to=2018-12"),
        ("trend, the form", "/trend"),
        ("trend from a day", "/trend?day=2018-06-01"),
        ("trend in a place", "/trend?day=2018-06-01&place=Musan"),
        ("trend from an order", f"/trend?order={_ordered(book)}"),
        ("team", "/team"),
        ("sources", "/sources"),
    ]


def _ordered(book: Book) -> str:
    """An order from the midst of the time, which has a day."""
    by_time = book.together.page(Sought("order"), start=book.together.number(Sought("order")) // 2, limit=1)
    return by_time[0].id


def _page(client: httpx.Client, name: str, to: str) -> None:
    numbers = count(1)

    def ask() -> httpx.Response:
        return client.get(to.replace("{n}", str(next(numbers))))

    answer = ask()
    assert answer.status_code == 200, (to, answer.status_code, answer.text[-600:])
    first = answer.elapsed.total_seconds()
    seconds = _median(ask)
    size = len(answer.content) / 1000
    print(
        f"{f'page: {name}':52}{seconds * 1000:,.1f} ms   (first {first * 1000:,.0f} ms, {size:,.0f} KB)",
        flush=True,
    )


def _decisions(client: httpx.Client, book: Book, long: str) -> None:
    record = book.readings.record(book.readings.of(long)[-1].id)
    paths = [value.path for value in values_of(record) if value.kind != "evidence"]
    page = client.get(f"/reports/{long}").text
    token = re.findall(r'X-Forgery-Token": "([^"]+)', unescape(page))[0]
    client.headers.update({"X-Forgery-Token": token, "HX-Request": "true", "HX-Target": "panel"})
    asked = iter(paths)

    def decide() -> None:
        answer = client.post(f"/reports/{long}/decision", data={"path": next(asked), "kind": "accept"})
        assert answer.status_code == 200, answer.text[-500:]

    decide()
    _say("a decision on the long report", _median(decide), goal="100 ms")


def _first_load(client: httpx.Client) -> None:
    total = 0
    page = client.get("/")
    assets = [part.split('"')[0] for part in page.text.split('"/static/')[1:]]
    for to in ("/", *(f"/static/{each.replace('&amp;', '&')}" for each in dict.fromkeys(assets))):
        with client.stream("GET", to) as answer:
            answer.read()
            total += answer.num_bytes_downloaded
    print(f"{'first load':52}{total / 1000:,.0f} KB   (goal 300 KB)", flush=True)


def _limit() -> None:
    """What an empty page costs with the same server and client."""
    app = Starlette(routes=[Route("/", lambda _request: HTMLResponse("x"))])
    with _served(app) as client:
        client.get("/")
        _say("limit: an empty page", _median(lambda: client.get("/")))


def long_report(book: Book) -> str:
    """The id of the report with many values, which came last."""
    return next(each.id for each in book.reports.listed() if each.title == LONG)


def _put_long(book: Book) -> None:
    """A report with many values: the story over and over, each with what was read in it."""
    one = english_reader()(_report(STORY)).record
    inside = sum(value.kind != "evidence" for value in values_of(one))
    often = -(-VALUES // inside)
    filler = "word " * ((TOKENS - often * len(STORY.split())) // often)
    step = f"{STORY}{filler}\n\n"
    report = _report(step * often)
    made = msgspec.to_builtins(one)
    tree = {**made, "report": msgspec.to_builtins(header(report)), "warnings": [], "left_out": []}
    for frame in ("orders", "incidents", "practices"):
        tree[frame] = [
            {**_moved(thing, n * len(step)), "id": f"{n:08x}{k:08x}"}
            for n in range(often)
            for k, thing in enumerate(made.get(frame, ()))
        ]
    record = msgspec.convert(tree, Record)
    with book.change(who="bench", at=now()) as change:
        change.keep([bundle(Capture(report.words.encode(), "long.txt", "file"), report, record)])


def _moved(at: Any, by: int) -> Any:
    if isinstance(at, dict):
        return {key: each + by if key in ("start", "end") else _moved(each, by) for key, each in at.items()}
    return [_moved(each, by) for each in at] if isinstance(at, list | tuple) else at


def _report(words: str) -> Report:
    digest = hashlib.sha256(words.encode()).hexdigest()
    return Report(digest, words, digest, title=LONG, published="2022-01-26", language="en")


@contextmanager
def _served(app: Starlette) -> Iterator[httpx.Client]:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="auto"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", follow_redirects=True, timeout=120) as client:
        yield client
    server.should_exit = True
    thread.join(10)


def _median(work: Callable[[], object], runs: int = RUNS) -> float:
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def _say(what: str, seconds: float, *, goal: str = "") -> None:
    print(f"{what:52}{seconds * 1000:,.1f} ms" + (f"   (goal {goal})" if goal else ""), flush=True)


if __name__ == "__main__":
    main()
