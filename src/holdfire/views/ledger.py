"""Record → a ledger: cards of orders, incidents and the rest, each value with its words; drops evidence."""

from dataclasses import dataclass

from holdfire.model.record import Record, Warn
from holdfire.views import cards
from holdfire.views.cards import Card
from holdfire.views.dates import say_date


@dataclass(frozen=True, slots=True)
class Section:
    """Cards of one sort under their name: "Orders"."""

    name: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning: what the reader could not decide, and at which words; `value` is its path in the record."""

    value: str
    kind: str
    message: str
    quote: str | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """What one report says, ready for a page. `facts` say which report it is: outlet, date, language."""

    title: str
    facts: tuple[str, ...]
    sections: tuple[Section, ...]
    notices: tuple[Notice, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the report was read to say nothing about force at a border."""
        return not self.sections


def ledger(record: Record, *, name: str = "Untitled report") -> Ledger:
    """The ledger of a record; sections without cards are absent. `name` stands where there is no title."""
    sections = (
        Section("orders", "Orders", cards.orders(record)),
        Section("incidents", "Incidents", cards.incidents(record)),
        Section("practices", "Practices", cards.practices(record)),
        Section("zones", "Zones", cards.zones(record)),
        Section("reviews", "Reviews of their own forces", cards.reviews(record)),
        Section("expectations", "Feared or expected", cards.expectations(record)),
        Section("media", "Pictures", cards.media(record)),
    )
    return Ledger(
        title=record.report.title or name,
        facts=_facts(record),
        sections=tuple(section for section in sections if section.cards),
        notices=tuple(_notice(warning, number) for number, warning in enumerate(record.warnings)),
    )


def _notice(warning: Warn, number: int) -> Notice:
    path = f"warnings.{number}"
    return Notice(path, warning.kind, warning.message, warning.quote, warning.start, warning.end)


def _facts(record: Record) -> tuple[str, ...]:
    published = record.report.published
    return tuple(
        fact
        for fact in (
            record.report.outlet or "",
            f"published {say_date(published)}" if published else "publication date not given",
        )
        if fact
    )
