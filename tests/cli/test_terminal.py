"""How the terminal looks, against kept drawings. `REWRITE=1 make fast` draws them again; review the diff."""

import os
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from holdfire.cli.terminal.explanation import explanations
from holdfire.cli.terminal.page import page
from holdfire.cli.terminal.palette import THEME
from holdfire.cli.terminal.screen import as_text
from holdfire.cli.terminal.story import chapters
from holdfire.views.explanation import explain
from holdfire.views.story import story
from tests import stories

KEPT = Path(__file__).parent / "snapshots"


def _same(name, drawn):
    path = KEPT / name
    if os.environ.get("REWRITE"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 108])
def test_the_page_of_a_report(width):
    drawn = as_text(lambda columns: page(stories.reading(), width=columns), width=width)
    assert max(map(len, drawn.splitlines())) <= width
    _same(f"page-{width}.txt", drawn)


def test_an_explanation():
    found = explain(stories.reading(), at=stories.at("Jan. 18").start)
    _same("explanation.txt", as_text(lambda _: explanations(found), width=80))


def test_a_story():
    _same("story.txt", as_text(lambda _: chapters(story([stories.record()])), width=80))


def _in_colour():
    screen = Console(file=StringIO(), theme=THEME, width=80, force_terminal=True, color_system="truecolor")
    for part in page(stories.reading(), width=80):
        screen.print(part)
    return screen.file.getvalue()  # type: ignore[attr-defined]


def test_orders_and_incidents_have_their_colours():
    drawn = _in_colour()
    assert "\x1b[4;38;2;61;139;253mOn Jan. 17\x1b[0m" in drawn
    assert "\x1b[38;2;229;83;75m crossing the frozen river" in drawn
    assert "\x1b[2mRead in Korean" in drawn


def test_a_report_cannot_draw_over_its_page():
    words = stories.WORDS.replace("On Jan. 17", "On \x1b[2J. 17")
    reading = stories.reading()
    text = type(reading.text)(words, reading.text.paragraphs)
    hostile = type(reading)(reading.report, text, stories.record())
    assert "\x1b" not in as_text(lambda columns: page(hostile, width=columns))
