"""An order or incident that was not read, as a person puts it in → a judgement that adds it to the record."""

from hashlib import sha256
from typing import Any

import msgspec

from holdfire.errors import BookError
from holdfire.geography.gazetteer import Gazetteer
from holdfire.model.incident import ReportedIncident
from holdfire.model.judgement import Add, Judgement
from holdfire.model.order import ReportedOrder
from holdfire.store.book import Book
from holdfire.views.values import FRAMES
from holdfire.workflows.casebook.deciding import Page, require_words
from holdfire.workflows.casebook.given import value_given
from holdfire.workflows.casebook.judging import judge, made

RULE = "judgement.add"
MANY = frozenset({"places", "actor", "target", "addressees", "attribution", "circumstances"})
"""Slots of a reported thing that hold several values."""
SLOTS: dict[str, tuple[str, ...]] = {
    "incidents": (
        "act", "date", "places", "actor", "means", "target", "target_type", "killed", "injured", "detained",
        "warning_given", "circumstances", "attribution",
    ),
    "orders": (
        "kind", "modality", "act", "condition", "exception", "issuer", "addressees", "issued",
        "effective_from", "effective_to", "places", "attribution",
    ),
}  # fmt: skip
"""What can be typed of a thing that is put in."""
_CLAUSE = ("modality", "act", "condition", "exception")
_MODALITIES = ("obligation", "prohibition", "permission")
_TYPES: dict[str, type[msgspec.Struct]] = {"incidents": ReportedIncident, "orders": ReportedOrder}


class Selected:
    """Words that somebody selected in a report, and who did."""

    def __init__(self, text: str, span: tuple[int, int], who: str) -> None:
        self.text = text
        self.start, self.end = require_words(text, span)
        self.who = who

    def grounded(self, value: Any, said: str = "") -> dict[str, Any]:  # noqa: ANN401 - a value of any type
        """A value with the words it stands in: where it was typed as it is written, or all of them."""
        start, end = self.start, self.end
        at = self.text.find(said, start, end) if said else -1
        if at >= 0:
            start, end = at, at + len(said)
        words = {"quote": self.text[start:end], "start": start, "end": end}
        return {"value": value, **words, "rule": RULE, "because": f"put in by {self.who}"}


def put_in(  # noqa: PLR0913 - all that a person says
    book: Book,
    page: Page,
    frame: str,
    typed: dict[str, str],
    *,
    words: tuple[int, int],
    who: str,
    places: Gazetteer | None = None,
) -> Judgement:
    """Keep an order or incident with the words that say so. BookError where they make none."""
    if frame not in SLOTS:
        raise BookError(f"{frame!r} cannot be put in", remedy="put in an order or an incident")
    selected = Selected(page.words, words, who)
    filled = {name: " ".join(typed.get(name, "").split()) for name in SLOTS[frame]}
    slots = {
        name: _slot(name, said, selected, places)
        for name, said in filled.items()
        if said and name != "modality"
    }
    thing = _incident(slots) if frame == "incidents" else _order(slots, filled["modality"], selected)
    thing["evidence"] = [selected.grounded(page.words[selected.start : selected.end])]
    thing = {"id": _id(page.report, thing), **thing}
    try:
        msgspec.convert(thing, _TYPES[frame])
    except msgspec.ValidationError as error:
        raise BookError(f"that makes no {FRAMES[frame]}: {error}", remedy="look at what was typed") from None
    said = made(Add, target=f"report/{page.report}/{frame}", reading=page.reading, who=who, value=thing)
    judge(book, said)
    return said


def _slot(name: str, said: str, selected: Selected, places: Gazetteer | None) -> Any:  # noqa: ANN401 - one or many
    one = selected.grounded(value_given(said, slot=name, places=places), said)
    return [one] if name in MANY else one


def _incident(slots: dict[str, Any]) -> dict[str, Any]:
    if "act" not in slots:
        raise BookError("what was done is missing", remedy="fill in “what was done”")
    return {"status": "happened", "salience": "main", **slots}


def _order(slots: dict[str, Any], modality: str, selected: Selected) -> dict[str, Any]:
    if "act" not in slots:
        raise BookError("what was ordered is missing", remedy="fill in “what”")
    if modality not in _MODALITIES:
        raise BookError("whether it must, must not or may be done is missing", remedy="choose one")
    clause = {"modality": modality, **{name: slots.pop(name) for name in _CLAUSE if name in slots}}
    kind = slots.pop("kind", None) or selected.grounded("order")
    return {"kind": kind, "salience": "main", "clauses": [clause], **slots}


def _id(report: str, thing: dict[str, Any]) -> str:
    """An id that follows from the report and the content, as the reader makes them."""
    return sha256(report.encode() + msgspec.json.encode(thing, order="deterministic")).hexdigest()[:16]
