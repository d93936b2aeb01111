"""History, question → which orders were in force, in each dimension with its reason, and what governs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from holdfire.assessment.addressees import addresses, only_some
from holdfire.assessment.authority import at_least
from holdfire.assessment.history import History, later_than
from holdfire.assessment.precedence import Precedence, shipped_precedence
from holdfire.assessment.question import Question
from holdfire.assessment.reason import Reason
from holdfire.assessment.regulation import excludes, regulates
from holdfire.assessment.space import Known, in_space
from holdfire.assessment.units import Units, shipped_units
from holdfire.assessment.validity import in_time
from holdfire.assessment.versions import Version
from holdfire.model.corroborated import Attested, Norm
from holdfire.model.truth import Truth

NOT_GIVEN = "was not given, as far as reports tell"
WORDS = {Truth.YES: "in force", Truth.NO: "not in force", Truth.POSSIBLY: "possibly in force"}


@dataclass(frozen=True, slots=True)
class ClauseStanding:
    """Whether a clause stood, and what replaced it if it did not."""

    norm: Attested[Norm]
    truth: Truth
    replaced: Reason | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether an order was in force: an answer for the whole, for each dimension, for each clause."""

    version: Version
    truth: Truth
    state: str
    reasons: tuple[Reason, ...]
    clauses: tuple[ClauseStanding, ...]


@dataclass(slots=True)
class OrderLedger:
    """The orders with what answers are made with: units, places, rules; keeps what it worked out."""

    history: History
    known: Known
    units: Units = field(default_factory=shipped_units)
    rules: Precedence = field(default_factory=shipped_precedence)
    _spaces: dict[tuple[str, object], Reason] = field(default_factory=dict)

    def standings(self, question: Question) -> list[Standing]:
        """Every order with its answer, those in force first, the latest given first among them."""
        found = [self.standing(version, question) for version in self.history.versions]
        rank = {Truth.YES: 0, Truth.POSSIBLY: 1, Truth.NO: 2}
        return sorted(found, key=lambda s: (rank[s.truth], -s.version.made[0], s.version.id))

    def standing(self, version: Version, question: Question) -> Standing:
        """One order."""
        reasons = self._dimensions(version, question)
        whole = _all(reason.truth for reason in reasons)
        clauses = tuple(self._clauses(version, question, whole))
        speaks = _any(regulates(c.norm.value, question.act) for c in clauses)
        if question.act is not None:
            reasons.append(_on_act(question.act, speaks))
        truth = _any(c.truth for c in clauses) if clauses else whole
        return Standing(version, truth, _state(truth, reasons, clauses, question), tuple(reasons), clauses)

    def space(self, version: Version, question: Question) -> Reason:
        """Whether an order reaches the place of a question; worked out once for each place."""
        place = question.place
        key = (version.id, (place.id, place.lat, place.lon) if place is not None else None)
        if key not in self._spaces:
            self._spaces[key] = in_space(version, place, units=self.units, known=self.known)
        return self._spaces[key]

    def _dimensions(self, version: Version, question: Question) -> list[Reason]:
        because = {
            Truth.YES: "reports tell that it was given",
            Truth.NO: "it is denied, or only proposed",
            Truth.POSSIBLY: "some deny it, or only hearsay has it",
        }
        return [
            Reason(
                "given", version.given, because[version.given], "" if version.given is Truth.YES else "denied"
            ),
            in_time(version, question.on, presumed=self.rules.presumed),
            self.space(version, question),
            addresses(version, question, self.units),
        ]

    def _clauses(self, version: Version, question: Question, whole: Truth) -> Iterator[ClauseStanding]:
        for norm in version.order.clauses:
            truth = whole & regulates(norm.value, question.act)
            gone, by = (
                self._replaced(version, norm.value, question) if truth is not Truth.NO else (None, None)
            )
            yield ClauseStanding(norm, truth & ~gone.truth if gone else truth, gone, by)

    def _replaced(self, version: Version, norm: Norm, question: Question) -> tuple[Reason | None, str | None]:
        """What replaced a clause at the place and time asked about, as surely as any did."""
        best: tuple[Reason | None, str | None] = (None, None)
        for later, why, truth in self._against(version, norm):
            here = truth & later.given & self._holds(later, question)
            if here is not Truth.NO and self._taken_up_again(version, later, question):
                continue
            if here is Truth.YES or (here is Truth.POSSIBLY and best[0] is None):
                best = (Reason("replaced", here, why, _how(why)), later.id)
            if here is Truth.YES:
                break
        return best

    def _against(self, version: Version, norm: Norm) -> Iterator[tuple[Version, str, Truth]]:
        """The later orders that may replace a clause: those said to, then those that exclude it."""
        for tie in self.history.upon.get(version.id, ()):
            later = self.history.by_id.get(tie.order)
            if later is not None and tie.kind == "replaces":
                yield later, f"replaced by order {later.id[:8]}, as reports say", Truth.YES
        for later in self.history.excluded_by.get(version.id, ()):
            clash = _any(excludes(n.value, norm) for n in later.order.clauses)
            higher = at_least(later.rank, version.rank)
            truth = clash & later_than(later, version) & higher
            doubt = "; which of the two stands higher is not told" if higher is Truth.POSSIBLY else ""
            yield later, f"replaced by implication by order {later.id[:8]}, which excludes it{doubt}", truth

    def _holds(self, version: Version, question: Question) -> Truth:
        """Whether a later order holds at a place and time, for the unit asked about or for all."""
        time = in_time(version, question.on, presumed=self.rules.presumed).truth
        if time is Truth.NO:
            return time
        found = time & self.space(version, question).truth
        if question.unit is not None:
            return found & addresses(version, question, self.units).truth
        return found & (Truth.POSSIBLY if only_some(version, self.units) else Truth.YES)

    def _taken_up_again(self, version: Version, later: Version, question: Question) -> bool:
        """Whether a still later order repeats this one, and holds there."""
        for tie in self.history.upon.get(version.id, ()):
            again = self.history.by_id.get(tie.order)
            if tie.kind != "reaffirms" or again is None or again is later:
                continue
            if later_than(again, later) is Truth.YES and self._holds(again, question) is Truth.YES:
                return True
        return False


def _how(why: str) -> str:
    return "replaced by implication" if "by implication" in why else "replaced"


def _all(truths: Iterator[Truth]) -> Truth:
    found = Truth.YES
    for truth in truths:
        found &= truth
    return found


def _any(truths: Iterator[Truth]) -> Truth:
    found = Truth.NO
    for truth in truths:
        found |= truth
    return found


def _on_act(act: str, speaks: Truth) -> Reason:
    said = {Truth.YES: "speaks of", Truth.NO: "says nothing of", Truth.POSSIBLY: "may speak of"}[speaks]
    return Reason(
        "act", speaks, f"it {said} {act.replace('_', ' ')}", "" if speaks is Truth.YES else "another act"
    )


def _state(
    truth: Truth, reasons: Sequence[Reason], clauses: Sequence[ClauseStanding], question: Question
) -> str:
    """The fixed words for an answer: why not, or how far."""
    against = next((r for r in reasons if r.truth is Truth.NO), None)
    if against is not None:
        return against.state or WORDS[Truth.NO]
    asked = [c for c in clauses if regulates(c.norm.value, question.act) is not Truth.NO]
    gone = [c for c in asked if c.truth is Truth.NO and c.replaced is not None]
    if truth is Truth.NO and gone:
        return gone[0].replaced.state if gone[0].replaced else WORDS[truth]
    if gone:
        return f"{WORDS[truth]}, in part {gone[0].replaced.state}" if gone[0].replaced else WORDS[truth]
    maybe = next((c.replaced for c in asked if c.replaced is not None), None)
    if truth is Truth.POSSIBLY and maybe is not None and all(r.truth is Truth.YES for r in reasons):
        return f"possibly {maybe.state}"
    return WORDS[truth]
