# ruff: noqa: ANN401, T201
"""Each page of the workbench over the example casebook → docs/images/workbench/*.png, in a real browser."""

import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import sync_playwright

from holdfire.store.book import Book
from holdfire.web.app import make_app
from holdfire.web.desk import Alone, Desk
from holdfire.workflows.examples import example_book, read_examples
from holdfire.workflows.readers import english_reader

FOLDER = Path(__file__).parents[1] / "images" / "workbench"
KEY = "pictures"
FLARES = "Border guards in two provinces told to use flares"


def main() -> None:
    """Draw them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        book = example_book(str(Path(folder) / "example.book"), who="ada", reader=english_reader())
        with _served(book) as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=_browser(), args=["--no-sandbox"])
            for size, scheme, locale, shots in _shots(book):
                context = browser.new_context(base_url=url, viewport=size, color_scheme=scheme, locale=locale)
                page = context.new_page()
                page.goto(f"/enter?key={KEY}")
                for name, path, act in shots:
                    page.goto(path)
                    act(page)
                    page.wait_for_timeout(400)
                    page.screenshot(path=FOLDER / f"{name}.png")
                    print(FOLDER / f"{name}.png")
                context.close()
            browser.close()
        book.close()


def _shots(
    book: Book,
) -> Iterator[tuple[dict[str, int], str, str, list[tuple[str, str, Callable[[Any], None]]]]]:
    """A window, its colours and language, and what it shows: a name, an address, and what is done there."""
    flares = next(each.id for each in book.reports.listed() if (each.title or "").startswith(FLARES))
    wide, narrow = {"width": 1280, "height": 800}, {"width": 390, "height": 780}
    asked = "/ledger?at=Musan&on=1+March+2022&act=live+fire"
    yield (
        wide,
        "light",
        "en-GB",
        [
            ("inbox", "/", _nothing),
            ("add", "/add", _nothing),
            ("reading", f"/reports/{flares}", _decide),
            ("incidents", "/incidents", _nothing),
            ("incident", "/incidents", _first),
            ("orders", "/orders", _nothing),
            ("order", "/orders", _first),
            ("compare", _pair(), _nothing),
            ("take-apart", "/orders", _take_apart),
            ("history", f"/reports/{flares}/history", _nothing),
            ("login", "/enter", _nothing),
            ("ledger", "/ledger", _nothing),
            ("in-force", asked, _to_answer),
            ("findings", "/findings", _nothing),
            ("trend", "/trend?day=2021-06-01", _counted),
            ("map", "/map", _nothing),
            ("team", "/team", _nothing),
        ],
    )
    yield (
        wide,
        "dark",
        "en-GB",
        [
            ("inbox-dark", "/", _nothing),
            ("reading-dark", f"/reports/{flares}", _decide),
            ("incident-dark", "/incidents", _first),
            ("ledger-dark", "/ledger", _nothing),
            ("map-dark", "/map", _nothing),
        ],
    )
    yield (
        narrow,
        "light",
        "en-GB",
        [
            ("inbox-narrow", "/", _nothing),
            ("reading-narrow", f"/reports/{flares}", _decide),
            ("incidents-narrow", "/incidents", _nothing),
            ("incident-narrow", "/incidents", _first),
            ("ledger-narrow", "/ledger", _nothing),
            ("map-narrow", "/map", _nothing),
        ],
    )
    yield (wide, "light", "ko-KR", [("reading-korean", f"/reports/{flares}", _decide)])
    yield (narrow, "dark", "ko-KR", [("inbox-korean", "/", _nothing)])


def _pair() -> str:
    """Where two incidents of one example report are held side by side."""
    last = list(read_examples(english_reader()))[-1]
    assert last.reading is not None
    one, other = (incident.id for incident in last.reading.record.incidents[:2])
    return f"/pair?one={one}&other={other}"


def _nothing(_page: Any) -> None:
    pass


def _counted(page: Any) -> None:
    page.locator(".answer").wait_for(timeout=90_000)  # it comes by itself


def _decide(page: Any) -> None:
    for key in ("j", "j", "a", "w"):
        page.keyboard.press(key)
        page.wait_for_timeout(700)


def _first(page: Any) -> None:
    links = page.locator(".list .what a")
    links.nth(min(2, links.count() - 1)).click()


def _take_apart(page: Any) -> None:
    page.goto("/orders?sort=told&down=yes")
    page.locator(".list .what a").first.click()
    page.get_by_role("link", name="Take apart").click()
    page.locator("[name=out]").first.check()


def _to_answer(page: Any) -> None:
    page.locator("#answer").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('answer').scrollIntoView()")


def _browser() -> str:
    found = next((shutil.which(name) for name in ("chromium", "google-chrome") if shutil.which(name)), None)
    if found is None:
        raise SystemExit("pictures need a browser: apt-get install chromium")
    return found


@contextmanager
def _served(book: Book) -> Iterator[str]:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    app = make_app(Desk(book, alone=Alone("ada", KEY)))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


if __name__ == "__main__":
    main()
