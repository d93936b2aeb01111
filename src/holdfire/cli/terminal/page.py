"""A reading → the terminal: its heading, the article, and the ledger below."""

from rich.console import Console

from holdfire.cli.terminal.article import article
from holdfire.cli.terminal.ledger import cards, heading
from holdfire.reading.cascade import Reading
from holdfire.views.annotated import annotate
from holdfire.views.ledger import ledger


def draw(reading: Reading, screen: Console) -> None:
    """Draw one report and what it says."""
    page = ledger(reading.record)
    screen.print(heading(page))
    for part in article(annotate(reading.record, reading.text)):
        screen.print(part)
    for part in cards(page, width=screen.width):
        screen.print(part)
    screen.print()
