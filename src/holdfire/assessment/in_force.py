"""History, question → which orders were in force, in each dimension with its reason."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from holdfire.assessment.addressees import addresses, only_some
from holdfire.assessment.governing import Governing, governing
from holdfire.assessment.history import History
from holdfire.assessment.holding import Holding, Holdings, Nearby
from holdfire.assessment.home import Home, home_of_order
from holdfire.assessment.index import Index, index
from holdfire.assessment.precedence import Precedence, shipped_precedence
from holdfire.assessment.question import Question
from holdfire.assessment.reason import Reason
from holdfire.assessment.regulation import regulates
from holdfire.assessment.replacing import NOTHING, Gone, Replacing, replacing
from holdfire.assessment.space import in_space, scope_of
from holdfire.assessment.standing import ClauseStanding, Standing, in_force_first
from holdfire.assessment.units import Units, shipped_units
from holdfire.assessment.validity import holds, in_time
from holdfire.assessment.versions import Version
from holdfire.geography.entry import Entry, entry_of
from holdfire.geography.gazetteer import Gazetteer
from holdfire.geography.outline import work_out
from holdfire.model.place import Place
from holdfire.model.truth import Truth, all_of, any_of

WORDS = {Truth.YES: "in force", Truth.NO: "not in force", Truth.POSSIBLY: "possibly in force"}
GIVEN = {
    Truth.YES: Reason("given", Truth.YES, "reports tell that it was given"),
    Truth.NO: Reason("given", Truth.NO, "it is denied, or only proposed", "denied"),
    Truth.POSSIBLY: Reason("given", Truth.POSSIBLY, "some deny it, or only hearsay has it", "denied"),
}


@dataclass
class OrderLedger:
    """The orders with what answers are made with: units, places, rules; keeps what it worked out."""

    history: History
    known: Gazetteer
    units: Units = field(default_factory=shipped_units)
    rules: Precedence = field(default_factory=shipped_precedence)
    _spaces: dict[Entry | None, dict[int, Reason]] = field(default_factory=dict)
    _entries: dict[Place, Entry | None] = field(default_factory=dict)
    _nearby: dict[Entry | None, Nearby] = field(default_factory=dict)
    _holdings: Holdings = field(default_factory=Holdings)
    _homes: dict[str, Home] = field(default_factory=dict)
    _binding: dict[str, Truth] = field(default_factory=dict)
    _replacing: dict[str, tuple[tuple[Replacing, ...], ...]] = field(default_factory=dict)

    @cached_property
    def index(self) -> Index:
        """The orders by where they may hold and of what they speak."""
        return index(self.history.versions)

    def make_ready(self) -> None:
        """Work out now what any question needs, rather than when the first is asked."""
        for version in self.history.versions[:1]:
            self.history.excluding(version)
        _ = self.index, self._scopes

    def entry(self, place: Place) -> Entry | None:
        """The row of a place, or one made of what is told of it; None where it has no point. Kept."""
        if place not in self._entries:
            self._entries[place] = self.known.row(place) or entry_of(place)
        return self._entries[place]

    def standings(self, question: Question) -> list[Standing]:
        """Every order with its answer, those in force first, the latest given first among them."""
        found = (self.standing(version, question) for version in self.history.versions)
        return sorted(found, key=in_force_first)

    def live(self, question: Question) -> tuple[Standing, ...]:
        """The orders that were in force, or possibly so, without their reasons: what many questions need."""
        return self._live(self._holding(question), question)

    def governing(self, question: Question) -> tuple[Governing, ...]:
        """What governs the act asked about, or each act that they speak of; kept for all who ask alike."""
        here = self._holding(question)
        found = here.governing.get(question.act)
        if found is None:
            made = governing(self._live(here, question), question, rules=self.rules, units=self.units)
            found = here.governing[question.act] = tuple(made)
        return found

    def explained(self, version: Version, question: Question) -> Standing:
        """One of the orders that held with its reasons, by those that held beside it."""
        return self.standing(version, question, here=self._holding(question))

    def standing(self, version: Version, question: Question, *, here: Holding | None = None) -> Standing:
        """One order with its reasons; `here` are those that held at that place and time, where it is one."""
        reasons = [
            GIVEN[version.given],
            in_time(version, question, presumed=self.rules.presumed),
            self.space(version, question.place),
            addresses(version, question, self.units, self.home(version)),
        ]
        whole = all_of(reason.truth for reason in reasons)
        clauses = tuple(self._clauses(version, question.act, whole, here or question))
        if question.act is not None:
            reasons.append(_on_act(question.act, any_of(self.index.spoken(version, question.act))))
        truth = any_of(c.truth for c in clauses) if clauses else all_of(reason.truth for reason in reasons)
        return Standing(version, truth, _state(truth, reasons, clauses, question), tuple(reasons), clauses)

    def space(self, version: Version, place: Entry | None) -> Reason:
        """Whether an order reaches a place; once for each place and scope of orders."""
        at = self._spaces.setdefault(place, {})
        scope = self._scopes[version.id]
        found = at.get(scope)
        if found is None:
            home = self.home(version)
            found = at[scope] = in_space(version, place, units=self.units, known=self.known, home=home)
        return found

    @cached_property
    def _scopes(self) -> dict[str, int]:
        """A number for each order, the same for those that tell their place, and whose forces, alike."""
        numbers: dict[object, int] = {}
        return {
            version.id: numbers.setdefault((scope_of(version), self.home(version)), len(numbers))
            for version in self.history.versions
        }

    def home(self, version: Version) -> Home:
        """Whose forces an order is about."""
        if version.id not in self._homes:
            self._homes[version.id] = home_of_order(version.order, self.known)
        return self._homes[version.id]

    def _holding(self, question: Question) -> Holding:
        """The orders that held at the place and time, for the unit where one is asked about."""
        place = question.place
        near = self._nearby.get(place)
        if near is None:
            about = self.index.near(place)
            if place is not None and place.lat is not None and place.lon is not None:
                outlines = (reach.outline for v in about for reach in v.reaches)
                work_out((each for each in outlines if each is not None), place.lat, place.lon)
            there = ((v, self.space(v, place).truth) for v in about)
            reaching = [(v, truth) for v, truth in there if truth is not Truth.NO]
            near = self._nearby[place] = Nearby(reaching, presumed=self.rules.presumed)
        held = near.at(question, self._holdings)
        if question.unit is None:
            return held
        bound = ((v, truth & self._bound(v, question)) for v, truth in held.orders)
        return self._holdings.of([each for each in bound if each[1] is not Truth.NO], for_unit=True)

    def _live(self, here: Holding, question: Question) -> tuple[Standing, ...]:
        act = question.act
        if act not in here.live:
            speaking = self.index.speaking([version for version, _ in here.orders], act)
            made = (self._lean(version, act, here) for version in speaking)
            here.live[act] = tuple(standing for standing in made if standing.truth is not Truth.NO)
        return here.live[act]

    def _lean(self, version: Version, act: str | None, here: Holding) -> Standing:
        """One order, its truth alone; what does not hold `here` cannot have replaced it."""
        whole = version.given & here.truths[version.id]
        if not version.order.clauses:
            return Standing(version, whole, "", (), ())
        clauses = tuple(self._clauses(version, act, whole, here))
        return Standing(version, any_of(c.truth for c in clauses), "", (), clauses)

    def _clauses(
        self, version: Version, act: str | None, whole: Truth, held: Holding | Question
    ) -> Iterator[ClauseStanding]:
        spoken = self.index.spoken(version, act)
        for number, (norm, speaks) in enumerate(zip(version.order.clauses, spoken, strict=True)):
            truth = whole & speaks
            if truth is Truth.NO:
                yield ClauseStanding(norm, truth)
                continue
            gone, by = self._gone(version, number, held)
            yield ClauseStanding(norm, truth & ~gone.truth if gone is not None else truth, gone, by)

    def _gone(self, version: Version, number: int, held: Holding | Question) -> Gone:
        """What replaced a clause, where those orders held or at the place and time of a question."""
        against = self._against(version)[number]
        if isinstance(held, Question):
            return _replaced(against, lambda later: self._holds(later, held))
        truths, best = held.truths, NOTHING
        for each in against:  # a loop of its own: asked most of all
            there = truths.get(each.later.id)
            if there is None or any(self._held(again, held) is Truth.YES for again in each.again):
                continue
            if there is Truth.YES and not held.for_unit:
                there = self._for_all(each.later)
            if there is Truth.YES and each.truth is Truth.YES:
                return each.surely
            best = each.possibly if best is NOTHING else best
        return best

    def _held(self, version: Version, here: Holding) -> Truth:
        truth = here.truths.get(version.id)
        if truth is None:
            return Truth.NO
        return truth if here.for_unit else truth & self._for_all(version)

    def _against(self, version: Version) -> tuple[tuple[Replacing, ...], ...]:
        if version.id not in self._replacing:
            self._replacing[version.id] = replacing(version, self.history)
        return self._replacing[version.id]

    def _holds(self, version: Version, question: Question) -> Truth:
        """Whether a later order holds at a place and time, for the unit asked about or for all."""
        found = holds(version, question, presumed=self.rules.presumed)
        if found is not Truth.NO:
            found &= self.space(version, question.place).truth
        if found is Truth.NO:
            return found
        if question.unit is not None:
            return found & self._bound(version, question)
        return found & self._for_all(version)

    def _bound(self, version: Version, question: Question) -> Truth:
        return addresses(version, question, self.units, self.home(version)).truth

    def _for_all(self, version: Version) -> Truth:
        """Whether an order binds whatever unit it was."""
        if version.id not in self._binding:
            self._binding[version.id] = Truth.POSSIBLY if only_some(version, self.units) else Truth.YES
        return self._binding[version.id]


def _replaced(against: Sequence[Replacing], held: Callable[[Version], Truth]) -> Gone:
    """What replaced a clause where the later orders were held, as surely as any did."""
    best = NOTHING
    for each in against:
        there = held(each.later)
        if there is Truth.NO or (each.again and any(held(again) is Truth.YES for again in each.again)):
            continue
        if there is Truth.YES and each.truth is Truth.YES:
            return each.surely
        if best is NOTHING:
            best = each.possibly
    return best


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
