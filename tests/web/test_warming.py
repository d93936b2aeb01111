"""What first answers need is there before anybody asks, and what makes it steps aside for those who do."""

import importlib
from threading import Event, Thread

import pytest

from holdfire.errors import HoldfireError
from holdfire.geography import base_map
from holdfire.web import answers, warming
from holdfire.web.pages import mapping
from holdfire.web.quiet import Quiet


@pytest.fixture
def opened(desk):
    desk.together.begin()
    desk.together.wait()
    return desk


def _compiled(language):
    return {name for _, name in answers._environment(language).cache or {}}


def test_templates_and_lines_are_loaded(opened):
    answers._environment.cache_clear()
    base_map.base_map.cache_clear()
    base_map._shipped.cache_clear()
    warming.warm(opened)
    for language in ("en", "ko"):
        assert {"map_drawn.html", "drawings.html", "trend.html"} <= _compiled(language)
    assert base_map._shipped.cache_info().currsize == 1


def test_the_map_is_drawn_and_the_orders_are_ready(opened, told):
    warming.warm(opened)
    drawn = mapping._drawn.cache_info()
    mapping._drawn(opened.together.known, "", "", "en")
    assert mapping._drawn.cache_info().hits == drawn.hits + 1
    assert {"index", "_scopes"} <= vars(opened.together.known.ledger).keys()


def test_without_what_counts_trends_the_rest_is_loaded(opened, monkeypatch):
    answers._environment.cache_clear()
    monkeypatch.setattr(importlib, "import_module", lambda name: 1 / 0)
    monkeypatch.setattr(warming, "require_scipy", missing)
    warming.warm(opened)
    assert "trend.html" in _compiled("ko")


def missing():
    raise HoldfireError("scipy is not installed")


def test_what_stays_is_said_to_be_settled_when_all_is_loaded(opened, monkeypatch):
    said = []
    monkeypatch.setattr(opened, "settled", lambda: said.append(_compiled("ko")))
    warming.warm(opened)
    assert said == [_compiled("ko")]


def test_nothing_more_is_loaded_for_a_workbench_that_is_closed(opened, monkeypatch):
    monkeypatch.setattr(warming, "load_template", lambda name, language: 1 / 0)
    monkeypatch.setattr(opened, "settled", lambda: 1 / 0)
    opened.close()
    warming.warm(opened)


def test_work_beside_waits_while_somebody_does():
    quiet, went_on = Quiet(), Event()

    def work():
        if quiet.wait(60):
            went_on.set()

    beside = Thread(target=work)
    with quiet.answering(), quiet.answering():
        beside.start()
        assert not quiet.wait(0)
        assert not went_on.is_set()
    beside.join()
    assert went_on.is_set()
    assert quiet.wait(0)


def test_somebody_for_whom_all_goes_wrong_waits_no_more():
    quiet = Quiet()
    with pytest.raises(ZeroDivisionError), quiet.answering():
        raise ZeroDivisionError
    assert quiet.wait(0)


def test_work_beside_does_not_wait_for_ever():
    quiet = Quiet()
    with quiet.answering():
        assert not quiet.wait(0.01)
