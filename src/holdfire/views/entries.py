"""Grounded values → entries of a ledger: adds plain words and notes; keeps the quotes and the rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from holdfire.model.grounded import Basis, Grounded
from holdfire.model.party import Link, Voice
from holdfire.views.dates import say_date
from holdfire.views.values import KINDS, Kind
from holdfire.views.wording import about, say

LEADS: dict[Link, str] = {"says": "and", "told": "from", "denies": "denied by"}
"""What stands before a voice that is not the first, or that denies."""


@dataclass(frozen=True, slots=True)
class Words:
    """A quote at its offsets."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One value as a person reads it. `value` is its path in the record; `note` says how it was reached.

    `lead` is the word before it, of a voice that stands behind others or denies what they say.
    """

    value: str
    said: str
    note: str
    words: tuple[Words, ...]
    basis: Basis
    rule: str
    kind: Kind
    lead: str = ""

    @property
    def verbatim(self) -> bool:
        """Whether it says just what its first quote says, so that one of them is enough."""
        return _plain(self.said) == _plain(self.words[0].quote)


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled slot with its fillers: "in force from", "where"."""

    label: str
    entries: tuple[Entry, ...]


def entry(grounded: Grounded[Any], path: str) -> Entry:
    """The entry of one value; its slot and its place there are the end of its path."""
    more = (Words(piece.quote, piece.start, piece.end) for piece in grounded.more)
    slot = next(part for part in reversed(path.split(".")) if not part.isdigit())
    kind = KINDS.get(slot, "setting")
    said = (
        say_date(grounded.value)
        if kind == "date" and isinstance(grounded.value, str)
        else say(grounded.value)
    )
    return Entry(
        value=path,
        said=said,
        note=_note(grounded),
        words=(Words(grounded.quote, grounded.start, grounded.end), *more),
        basis=grounded.basis,
        rule=grounded.rule,
        kind=kind,
        lead=_lead(grounded.value, path),
    )


def entries(slot: Grounded[Any] | Sequence[Grounded[Any]] | None, path: str) -> tuple[Entry, ...]:
    """The entries of a slot that may be open, single or many."""
    if slot is None:
        return ()
    if isinstance(slot, Grounded):
        return (entry(slot, path),)
    return tuple(entry(each, f"{path}.{number}") for number, each in enumerate(slot))


def _lead(value: object, path: str) -> str:
    """The word before a voice: who denies is no source of those before, and neither is who says so too."""
    if not isinstance(value, Voice) or (path.endswith(".0") and value.link != "denies"):
        return ""
    return LEADS[value.link]


def lines(owner: object, path: str, slots: Sequence[tuple[str, str]]) -> tuple[Line, ...]:
    """The filled ones of some slots, given as (slot, label), in that order."""
    filled = ((label, entries(getattr(owner, slot), f"{path}.{slot}")) for slot, label in slots)
    return tuple(Line(label, found) for label, found in filled if found)


def _plain(words: str) -> str:
    return " ".join(words.casefold().strip("“”\"'.,; ").split())


def _note(grounded: Grounded[Any]) -> str:
    basis = "" if grounded.basis == "stated" else grounded.basis
    because = grounded.because or ""
    reached = f"{basis}: {because}" if basis and because else basis or because
    return "; ".join(part for part in (about(grounded.value), reached) if part)
