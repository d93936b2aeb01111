"""History, question → which orders were in force, in each dimension with its reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from holdfire.assessment.addressees import addresses, only_some
from holdfire.assessment.history import History
from holdfire.assessment.index import Index, index
from holdfire.assessment.precedence import Precedence, shipped_precedence
from holdfire.assessment.question import Question
from holdfire.assessment.reason import Reason
from holdfire.assessment.regulation import regulates
from holdfire.assessment.replacing import Replacing, replacing
from holdfire.assessment.space import Known, in_space
from holdfire.assessment.units import Units, shipped_units
from holdfire.assessment.validity import holds, in_time
from holdfire.assessment.versions import Version
from holdfire.model.corroborated import Attested, Norm
from holdfire.model.truth import Truth, all_of, any_of

WORDS = {Truth.YES: "in force", Truth.NO: "not in force", Truth.POSSIBLY: "possibly in force"}
GIVEN = {
    Truth.YES: Reason("given", Truth.YES, "reports tell that it was given"),
    Truth.NO: Reason("given", Truth.NO, "it is denied, or only proposed", "denied"),
    Truth.POSSIBLY: Reason("given", Truth.POSSIBLY, "some deny it, or only hearsay has it", "denied"),
}


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


@dataclass
class OrderLedger:
    """The orders with what answers are made with: units, places, rules; keeps what it worked out."""

    history: History
    known: Known
    units: Units = field(default_factory=shipped_units)
    rules: Precedence = field(default_factory=shipped_precedence)
    _spaces: dict[tuple[str, object], Reason] = field(default_factory=dict)
    _replacing: dict[str, tuple[tuple[Replacing, ...], ...]] = field(default_factory=dict)

    @cached_property
    def index(self) -> Index:
        """The orders by when and where they may hold."""
        return index(self.history.versions)

    def standings(self, question: Question) -> list[Standing]:
        """Every order with its answer, those in force first, the latest given first among them."""
        found = [self.standing(version, question) for version in self.history.versions]
        rank = {Truth.YES: 0, Truth.POSSIBLY: 1, Truth.NO: 2}
        return sorted(found, key=lambda s: (rank[s.truth], -s.version.made[0], s.version.id))

    def live(self, question: Question) -> list[Standing]:
        """The orders that were in force, or possibly so, without their reasons: what many questions need."""
        here = self.index.candidates(question)
        ids = {version.id for version in here}
        made = (self._lean(version, question, ids) for version in self.index.speaking(here, question.act))
        return [standing for standing in made if standing.truth is not Truth.NO]

    def standing(self, version: Version, question: Question) -> Standing:
        """One order with its reasons."""
        reasons = [
            GIVEN[version.given],
            in_time(version, question, presumed=self.rules.presumed),
            self.space(version, question),
            addresses(version, question, self.units),
        ]
        clauses = tuple(self._clauses(version, question, all_of(reason.truth for reason in reasons)))
        if question.act is not None:
            reasons.append(
                _on_act(question.act, any_of(regulates(c.norm.value, question.act) for c in clauses))
            )
        truth = any_of(c.truth for c in clauses) if clauses else all_of(reason.truth for reason in reasons)
        return Standing(version, truth, _state(truth, reasons, clauses, question), tuple(reasons), clauses)

    def space(self, version: Version, question: Question) -> Reason:
        """Whether an order reaches the place of a question; worked out once for each place."""
        place = question.place
        key = (version.id, (place.id, place.lat, place.lon) if place is not None else None)
        if key not in self._spaces:
            self._spaces[key] = in_space(version, place, units=self.units, known=self.known)
        return self._spaces[key]

    def _lean(self, version: Version, question: Question, here: set[str]) -> Standing:
        """One order, its truth alone; what is not `here` cannot have replaced it."""
        whole = version.given & self._at(version, question)
        if whole is not Truth.NO and question.unit is not None:
            whole &= addresses(version, question, self.units).truth
        clauses = tuple(self._clauses(version, question, whole, here)) if whole is not Truth.NO else ()
        truth = any_of(c.truth for c in clauses) if version.order.clauses else whole
        return Standing(version, truth, "", (), clauses)

    def _at(self, version: Version, question: Question) -> Truth:
        """Whether an order holds at the time and place."""
        time = holds(version, question, presumed=self.rules.presumed)
        return time if time is Truth.NO else time & self.space(version, question).truth

    def _clauses(
        self, version: Version, question: Question, whole: Truth, here: set[str] | None = None
    ) -> Iterator[ClauseStanding]:
        against = self._against(version)
        for number, norm in enumerate(version.order.clauses):
            truth = whole & regulates(norm.value, question.act)
            near = [each for each in against[number] if here is None or each.later.id in here]
            if truth is Truth.NO or not near:
                yield ClauseStanding(norm, truth)
                continue
            gone, by = self._replaced(near, question)
            yield ClauseStanding(norm, truth & ~gone.truth if gone is not None else truth, gone, by)

    def _against(self, version: Version) -> tuple[tuple[Replacing, ...], ...]:
        if version.id not in self._replacing:
            self._replacing[version.id] = replacing(version, self.history)
        return self._replacing[version.id]

    def _replaced(self, against: Sequence[Replacing], question: Question) -> tuple[Reason | None, str | None]:
        """What replaced a clause at the place and time asked about, as surely as any did."""
        best: tuple[Reason | None, str | None] = (None, None)
        for each in against:
            here = each.truth & self._holds(each.later, question)
            if here is Truth.NO or any(self._holds(again, question) is Truth.YES for again in each.again):
                continue
            if here is Truth.YES:
                return Reason("replaced", here, each.because, each.state), each.later.id
            if best[0] is None:
                best = (Reason("replaced", here, each.because, each.state), each.later.id)
        return best

    def _holds(self, version: Version, question: Question) -> Truth:
        """Whether a later order holds at a place and time, for the unit asked about or for all."""
        found = self._at(version, question)
        if found is Truth.NO:
            return found
        if question.unit is not None:
            return found & addresses(version, question, self.units).truth
        return found & (Truth.POSSIBLY if only_some(version, self.units) else Truth.YES)


def _on_act(act: str, speaks: Truth) -> Reason:
    said = {Truth.YES: "speaks of", Truth.NO: "says nothing of", Truth.POSSIBLY: "may speak of"}[speaks]
    state = "" if speaks is Truth.YES else "another act"
    return Reason("act", speaks, f"it {said} {act.replace('_', ' ')}", state)


def _state(
    truth: Truth, reasons: Sequence[Reason], clauses: Sequence[ClauseStanding], question: Question
) -> str:
    """The fixed words for an answer: why not, or how far."""
    against = next((r for r in reasons if r.truth is Truth.NO), None)
    if against is not None:
        return against.state or WORDS[Truth.NO]
    asked = [c for c in clauses if regulates(c.norm.value, question.act) is not Truth.NO]
    gone = next((c.replaced for c in asked if c.truth is Truth.NO and c.replaced is not None), None)
    if gone is not None:
        return gone.state if truth is Truth.NO else f"{WORDS[truth]}, in part {gone.state}"
    maybe = next((c.replaced for c in asked if c.replaced is not None), None)
    if truth is Truth.POSSIBLY and maybe is not None and all(r.truth is Truth.YES for r in reasons):
        return f"possibly {maybe.state}"
    return WORDS[truth]
