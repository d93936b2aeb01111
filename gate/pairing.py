"""Which of a reader's entries tells of which coded one: one to one, most in common first.

A pair has in common the `telling` slots in which something is right, one more where the evidence of both
touches, and another where half of the shorter evidence is shared. It needs two of these: the same words
read as something else are found and wrong, but "guards fired" twice, far apart, is not one incident.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from gate.gold import GoldIncident, GoldOrder, GoldPractice
from gate.slot import Slot
from gate.tally import Tally, total

P = TypeVar("P")
G = TypeVar("G", bound=GoldOrder | GoldIncident | GoldPractice)
Spans = Sequence[tuple[int, int]]
NEEDED = 2


@dataclass(frozen=True, slots=True)
class Coded(Generic[G]):
    """A coded entry, with its rival accounts if it has any; an optional one may be left out by a reader."""

    accounts: tuple[G, ...]
    optional: bool = False

    @property
    def spans(self) -> Spans:
        """Where the evidence stands."""
        return [span for account in self.accounts for span in account.evidence_spans]


@dataclass(frozen=True, slots=True)
class Matching(Generic[P, G]):
    """The pairs, and what has no partner. What was paired with an optional entry is in none of them."""

    pairs: tuple[tuple[P, Coded[G]], ...]
    invented: tuple[P, ...]
    missed: tuple[Coded[G], ...]


def match(
    said: Sequence[P], coded: Sequence[Coded[G]], slots: Sequence[Slot[P, G]], spans: Callable[[P], Spans]
) -> Matching[P, G]:
    """Pair what must be found first; what is left over may tell of an optional entry."""
    needed, optional = ([c for c in coded if c.optional is wanted] for wanted in (False, True))
    pairs = _pairs(said, needed, slots, spans)
    left = [p for n, p in enumerate(said) if n not in dict(pairs)]
    excused = dict(_pairs(left, optional, slots, spans))
    found = {g for _, g in pairs}
    return Matching(
        tuple((said[p], needed[g]) for p, g in sorted(pairs)),
        tuple(p for n, p in enumerate(left) if n not in excused),
        tuple(c for n, c in enumerate(needed) if n not in found),
    )


def _pairs(
    said: Sequence[P], coded: Sequence[Coded[G]], slots: Sequence[Slot[P, G]], spans: Callable[[P], Spans]
) -> list[tuple[int, int]]:
    """Numbers of said and coded entries, the closest pair first."""
    weights = [
        (in_common(p, g, slots) + shared_words(spans(p), g.spans), i, j)
        for i, p in enumerate(said)
        for j, g in enumerate(coded)
    ]
    out: list[tuple[int, int]] = []
    for weight, i, j in sorted(weights, key=lambda w: (-w[0], w[1], w[2])):
        if weight >= NEEDED and all(i != a and j != b for a, b in out):
            out.append((i, j))
    return out


def in_common(said: P, coded: Coded[G], slots: Sequence[Slot[P, G]]) -> int:
    """In how many telling slots something is right."""
    return sum(slot.score(said, coded.accounts).right > 0 for slot in slots if slot.telling)


def shared_words(a: Spans, b: Spans) -> int:
    """0 where no two spans share a code point, 2 where two share half of the shorter one, else 1."""
    shared = [(min(e, f) - max(s, t)) / min(e - s, f - t) for s, e in a for t, f in b if e > s and f > t]
    return sum(max(shared, default=0.0) > least for least in (0.0, 0.5 - 1e-9))


def tallies(matching: Matching[P, G], slots: Sequence[Slot[P, G]]) -> Mapping[str, Tally]:
    """The counts of each slot, and of entries `found`."""
    paired, invented, missed = len(matching.pairs), len(matching.invented), len(matching.missed)
    out = {"found": Tally(paired, paired + invented, paired + missed)}
    for slot in slots:
        counts = [slot.score(p, g.accounts) for p, g in matching.pairs]
        counts += [slot.invented(p) for p in matching.invented]
        counts += [slot.missed(g.accounts) for g in matching.missed]
        out[slot.name] = total(counts)
    return out
