"""The map page."""

from holdfire.geography.base_map import Window
from holdfire.views.canvas import Canvas
from tests.web.test_things import three

__all__ = ["three"]


def test_an_empty_map_says_what_to_do(ada):
    assert "Nothing to draw yet" in ada.get("/map").text


def test_the_map_never_calls_an_empty_stretch_safe(ada, three):
    page = ada.get("/map").text
    assert "An empty stretch is not a safe one" in page
    assert "Natural Earth" in page
    assert 'data-spot="' in page
    assert "/incidents/aa11" in page


def test_a_canvas_is_true_to_the_compass():
    canvas = Canvas(Window(124.0, 39.0, 131.0, 43.0))
    assert canvas.x(124.0) == 0
    assert canvas.x(131.0) == 1000
    assert canvas.y(43.0) == 0
    assert abs(canvas.y(39.0) - canvas.height) < 1e-9
    km, units = canvas.scale_bar()
    assert abs(canvas.units(km) - units) < 1e-9
    assert Canvas(Window(-180, -84, 180, 84)).height > 0
