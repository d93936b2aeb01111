"""A reading → the terminal: its heading, the article, and the ledger below."""

from collections.abc import Iterator

from rich.console import RenderableType

from holdfire.cli.terminal.article import article
from holdfire.cli.terminal.ledger import cards, heading
from holdfire.reading.cascade import Reading
from holdfire.views.annotated import annotate
from holdfire.views.ledger import ledger


def page(reading: Reading, *, width: int, name: str = "Untitled report") -> Iterator[RenderableType]:
    """One report and what it says; `name` stands where it has no title."""
    said = ledger(reading.record, name=name)
    yield heading(said)
    yield from article(annotate(reading.record, reading.text))
    yield from cards(said, width=width)
    yield ""
