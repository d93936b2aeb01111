"""A tile server that a user sets: the map alone asks it, for what is looked at; without one nobody does."""

import re
import struct
import zlib
from math import asinh, atan, degrees, pi, radians, sinh, tan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from holdfire.errors import HoldfireError
from holdfire.geography.base_map import Window
from holdfire.views.canvas import Canvas
from holdfire.web.app import make_app
from holdfire.web.desk import Alone, Desk
from holdfire.web.tiles import Tiles
from tests import stories
from tests.web.browser import Served, chromium
from tests.web.conftest import HERE, KEY
from tests.web.test_things import three

__all__ = ["three"]
AT = "https://tiles.example.org/{z}/{x}/{y}.png"


def served_with(book, tiles):
    return Desk(book, alone=Alone("ada", KEY), tiles=tiles, make_reader=lambda _own: stories.reading_of)


def csp(client, page):
    return client.get(page).headers["content-security-policy"]


def test_the_policy_opens_for_that_host_alone_and_on_the_map_alone(three):
    with TestClient(make_app(served_with(three, Tiles(AT, "© Someone"))), base_url=HERE) as client:
        client.get(f"/enter?key={KEY}")
        assert "img-src 'self' https://tiles.example.org;" in csp(client, "/map")
        assert "example" not in csp(client, "/incidents")
        page = client.get("/map").text
        assert "tiles.example.org</b>. That server learns which places you look at" in page
        assert "© Someone" in page


def test_without_one_no_page_names_another_host(ada, three):
    page = ada.get("/map")
    assert "img-src 'self';" in page.headers["content-security-policy"]
    assert "ground" not in page.text


@pytest.mark.parametrize(
    "template",
    [
        "tiles.example.org/{z}/{x}/{y}.png",
        "https://tiles.example.org/{z}/{x}.png",
        "ftp://tiles.example.org/{z}/{x}/{y}",
        "javascript:alert(1)//{z}{x}{y}",
        "https://a.org; script-src */{z}/{x}/{y}",
        "https://name:secret@a.org/{z}/{x}/{y}",
        "https:///{z}/{x}/{y}",
        "https://a.org 'unsafe-inline'/{z}/{x}/{y}",
    ],
)
def test_what_is_no_tile_server_is_refused(template):
    with pytest.raises(HoldfireError, match=re.escape(template)):
        Tiles(template)


@given(
    st.floats(-179, 150), st.floats(-75, 70), st.floats(0.5, 25), st.integers(0, 19),
    st.tuples(st.floats(0.01, 0.99), st.floats(0.01, 0.99)),
)  # fmt: skip
def test_a_tile_lies_where_web_mercator_has_it(west, south, wide, near, within):
    """A point in the window lies on the drawing inside the tile that the usual formula gives for it."""
    across, down = within
    window = Window(west, south, west + wide, south + wide / 2)
    canvas, lon = Canvas(window), west + wide * across
    lat = south + wide / 2 * down
    many = 2**near
    x = int((lon + 180) / 360 * many)
    y = int((1 - asinh(tan(radians(lat))) / pi) / 2 * many)
    left, top, size = canvas.world
    assert left + x * size / many <= canvas.x(lon) + 1e-4
    assert canvas.x(lon) <= left + (x + 1) * size / many + 1e-4
    assert top + y * size / many <= canvas.y(lat) + 1e-4
    assert canvas.y(lat) <= top + (y + 1) * size / many + 1e-4


def png(shade):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    data = chunk(b"IDAT", zlib.compress(bytes([0, shade])))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + data + chunk(b"IEND", b"")


def middle(tile):
    """The longitude and latitude of the middle of a tile."""
    near, x, y = tile
    return (x + 0.5) / 2**near * 360 - 180, degrees(atan(sinh(pi * (1 - 2 * (y + 0.5) / 2**near))))


@pytest.mark.slow
def test_in_a_browser_tiles_are_asked_for_what_is_seen(three):
    api = pytest.importorskip("playwright.sync_api", reason="the browser is steered by Playwright")
    asked: list[tuple[int, int, int]] = []
    headers: list[dict[str, str]] = []

    async def tile(request):
        asked.append(tuple(request.path_params[name] for name in "zxy"))
        headers.append(dict(request.headers))
        return Response(png(200 - 40 * (sum(asked[-1]) % 2)), media_type="image/png")

    ground = Starlette(routes=[Route("/{z:int}/{x:int}/{y:int}.png", tile)])
    with Served(ground) as tiles, api.sync_playwright() as playwright:
        desk = served_with(three, Tiles(tiles.url.replace("127.0.0.1", "localhost") + "/{z}/{x}/{y}.png"))
        with Served(make_app(desk)) as served:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            page = browser.new_page(base_url=served.url, viewport={"width": 1280, "height": 900})
            wrong: list[str] = []
            page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
            page.on("pageerror", lambda error: wrong.append(str(error)))
            page.goto(f"/enter?key={KEY}")
            page.goto("/incidents")
            assert asked == []
            page.goto("/map")
            page.wait_for_load_state("networkidle")
            assert len(asked) == page.locator(".tiles image").count() > 0
            assert len({near for near, _, _ in asked}) == 1
            assert all(120 < lon < 136 and 36 < lat < 47 for lon, lat in map(middle, asked))
            assert all("referer" not in each and "cookie" not in each for each in headers)
            first = asked[0][0]
            asked.clear()
            page.locator("[data-zoom=in]").click()
            page.locator("[data-zoom=in]").click()
            page.wait_for_timeout(400)
            page.wait_for_load_state("networkidle")
            assert asked
            assert {near for near, _, _ in asked} <= {first + 1, first + 2}
            page.locator("[data-ground=off]").click()
            assert page.locator(".tiles image").count() == 0
            page.wait_for_timeout(400)
            page.wait_for_load_state("networkidle")
            asked.clear()
            page.reload()
            page.wait_for_load_state("networkidle")
            assert asked == []
            page.locator("[data-ground=on]").click()
            page.locator(".tiles image").first.wait_for(state="attached")
            assert wrong == []
            browser.close()
        desk.close()
