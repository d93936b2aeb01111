"""The documentation points at things that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")]
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)")
MAKE = re.compile(r"^    make ([a-z-]+)|`make ([a-z-]+)", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    missing = [to for to in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / to).exists()]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_make_targets_exist(page):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for found in MAKE.findall(page.read_text(encoding="utf-8")):
        target = found[0] or found[1]
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_pictures_fetch_nothing_from_anywhere():
    for picture in (ROOT / "docs" / "images").glob("*.svg"):
        drawn = picture.read_text(encoding="utf-8")
        assert not re.search(r"url\((?!#)|@import|<image|<script|href=", drawn)
