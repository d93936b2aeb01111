"""What first answers need is there before anybody asks."""

import importlib

from holdfire.errors import HoldfireError
from holdfire.geography import base_map
from holdfire.web import answers, warming


def test_templates_and_lines_are_loaded():
    answers._environment.cache_clear()
    base_map.base_map.cache_clear()
    base_map._shipped.cache_clear()
    warming.warm()
    environment = answers._environment("en")
    assert {"map_drawn.html", "drawings.html", "trend.html"} <= {name for _, name in environment.cache or {}}
    assert base_map._shipped.cache_info().currsize == 1


def test_without_what_counts_trends_the_rest_is_loaded(monkeypatch):
    monkeypatch.setattr(importlib, "import_module", lambda name: 1 / 0)
    monkeypatch.setattr(warming, "require_scipy", missing)
    warming.warm()


def missing():
    raise HoldfireError("scipy is not installed")
