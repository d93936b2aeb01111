"""Readings → one HTML page that needs nothing from outside; whatever a report says is escaped."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Template

from holdfire import __version__
from holdfire.exports.templating import environment, inline_hash
from holdfire.reading.cascade import Reading
from holdfire.views.annotated import Block, annotate
from holdfire.views.ledger import Ledger, ledger

_TEMPLATES = files("holdfire.exports") / "templates"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One report on a page; `mark` sets its anchors apart from those of other reports."""

    mark: str
    language: str
    blocks: tuple[Block, ...]
    ledger: Ledger
    digest: str
    url: str | None


def page(readings: Sequence[tuple[str, Reading]]) -> str:
    """A page with each report's article beside its ledger; a report's name stands where it has no title."""
    style, script = _piece("page.css"), _piece("page.js")
    return _template().render(
        leaves=[_leaf(number, name, reading) for number, (name, reading) in enumerate(readings)],
        version=__version__,
        style=style,
        script=script,
        style_hash=inline_hash(style),
        script_hash=inline_hash(script),
    )


def _leaf(number: int, name: str, reading: Reading) -> Leaf:
    record = reading.record
    return Leaf(
        mark=f"r{number}.",
        language=record.report.language or "en",
        blocks=annotate(record, reading.text),
        ledger=ledger(record, name=name),
        digest=record.report.text_sha256,
        url=_web(record.report.url),
    )


def _web(url: str | None) -> str | None:
    """Only addresses of the web become links: no `javascript:`."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


@cache
def _template() -> Template:
    return environment().get_template("page.html")


@cache
def _piece(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")
