"""Where a record and the coding of its report differ, value by value: to learn from, not to count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from gate.gold import GoldIncident, GoldOrder, GoldPractice
from gate.pairing import Matching, Spans
from gate.run import Run
from gate.said import spans_of
from gate.scoring import matched
from gate.slot import Slot
from gate.slots import INCIDENTS, ORDERS, PRACTICES
from holdfire.model.incident import Practice, ReportedIncident
from holdfire.model.order import ReportedOrder

P = TypeVar("P", bound=ReportedOrder | ReportedIncident | Practice)
G = TypeVar("G", bound=GoldOrder | GoldIncident | GoldPractice)


Kind = Literal["missed", "invented", "wrong"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that was missed, invented, or read as another, and the words that it stands in."""

    slot: str
    kind: Kind
    report: str
    said: Any
    coded: Any
    words: str


def differences(runs: Sequence[Run]) -> Iterator[Difference]:
    """Every difference, report by report; of an entry without a partner, only that it has none."""
    for each in runs:
        found = matched(each.record, each.gold)
        yield from _of(each, "orders", found.orders, ORDERS)
        yield from _of(each, "incidents", found.incidents, INCIDENTS)
        yield from _of(each, "practices", found.practices, PRACTICES)


def _of(run: Run, name: str, found: Matching[P, G], slots: Sequence[Slot[P, G]]) -> Iterator[Difference]:
    for invented in found.invented:
        values = _filled({slot.name: slot.said(invented) for slot in slots})
        words = _words(run, spans_of(invented))
        yield Difference(f"{name}.found", "invented", run.gold.id, values, None, words)
    for missed in found.missed:
        values = _filled({slot.name: slot.coded(missed.accounts[0]) for slot in slots})
        yield Difference(f"{name}.found", "missed", run.gold.id, None, values, _words(run, missed.spans))
    for said, coded in found.pairs:
        words = _words(run, [*coded.spans, *spans_of(said)])
        for slot in slots:
            tally = slot.score(said, coded.accounts)
            if tally.right < max(tally.said, tally.gold):
                value, options = slot.said(said), [slot.coded(g) for g in coded.accounts]
                kind: Kind = "missed" if value is None else "wrong"
                yield Difference(f"{name}.{slot.name}", kind, run.gold.id, value, options[0], words)


def listed(found: Sequence[Difference]) -> Iterator[str]:
    """The differences under a heading for each slot and kind."""
    for slot, kind in sorted({(each.slot, each.kind) for each in found}):
        these = [each for each in found if (each.slot, each.kind) == (slot, kind)]
        yield f"## {slot} {kind}: {len(these)}"
        for each in these:
            yield f"  {each.report}: said {_plain(each.said)}; coded {_plain(each.coded)}"
            yield f"       {each.words}"


def _plain(value: object) -> str:
    """A value for people."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plain(each)}" for name, each in value.items())
    if isinstance(value, frozenset):
        return ", ".join(sorted(_plain(each) for each in value))
    if isinstance(value, tuple):
        return "/".join(dict.fromkeys(_plain(each) for each in value if each and each is not True))
    return "nothing" if value is None else str(value)


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, ())}


def _words(run: Run, spans: Spans) -> str:
    """The text at the spans, each once."""
    text = run.text.read_text(encoding="utf-8")
    return " … ".join(dict.fromkeys(" ".join(text[a:b].split()) for a, b in spans))
