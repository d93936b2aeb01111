"""Whom an order binds: the units it names, those under them, and all that a general word means."""

from collections.abc import Sequence

from holdfire.assessment.home import Home
from holdfire.assessment.question import Question
from holdfire.assessment.reason import Reason
from holdfire.assessment.units import GENERIC, Unit, Units
from holdfire.assessment.versions import Version
from holdfire.geography.naming import fold
from holdfire.model.party import ARMED, Party
from holdfire.model.period import Period
from holdfire.model.truth import Truth

BRANCHES = (("BG", "border guard"), ("BGGB", "border guard"), ("KPA", "army"), ("MSOCS", "police"))


def addresses(version: Version, question: Question, units: Units, home: Home) -> Reason:
    """Whether an order, of whose forces `home` tells, binds the unit that is asked about."""
    if question.unit is None:
        return Reason("unit", Truth.YES, "no unit was asked about")
    armed = [party.value for party in version.order.addressees if is_armed(party.value)]
    if not armed:
        return Reason("unit", Truth.POSSIBLY, "the reports do not say who was told to carry it out")
    told = [(binds(party, question, units, home.of(party.name)), party.name) for party in armed]
    for truth in (Truth.YES, Truth.POSSIBLY):
        names = [name for said, name in told if said is truth]
        if names:
            doubt = _doubt(question, home, names) if truth is Truth.POSSIBLY else ""
            return Reason("unit", truth, f"it was given to {', '.join(names)}{doubt}")
    names = [name for _, name in told]
    far = all(_same(home.of(name), question) is Truth.NO for name in names)
    country = ", of another country" if far else ""
    return Reason("unit", Truth.NO, f"it was given to {', '.join(names)}{country}", "another unit")


def is_armed(party: Party) -> bool:
    """Whether a party is one that carries out orders."""
    return party.kind in ARMED


def binds(party: Party, question: Question, units: Units, home: Home) -> Truth:
    """Whether what is told to a party is told to the unit asked about.

    A number tells a unit within one country only: possibly another, where theirs are not known to be one.
    """
    same = _same(home, question)
    if question.unit is not None and fold(question.unit) in fold(party.name):
        return same
    named, known = units.find(party.name, home), question.known
    if named is None or named.kind == GENERIC:
        return same & _of_branch(party, known, units, question.on)
    ours = home.is_in(named.country)
    if known is None:
        return Truth.POSSIBLY & same & ~ours
    below = units.under(known, named, question.on)
    above = units.under(named, known, question.on)
    return (below | (Truth.POSSIBLY & above)) & ours & question.home.is_in(known.country)


def _same(home: Home, question: Question) -> Truth:
    """Whether an order and a question are about the forces of one country."""
    known = question.known
    if known is not None and question.home.is_in(known.country) is Truth.YES:
        return home.is_in(known.country)
    return home.same(question.home)


def _doubt(question: Question, home: Home, names: Sequence[str]) -> str:
    """Whose it is, where that leaves it open."""
    sure = all(_same(home.of(name), question) is Truth.YES for name in names)
    return "" if sure else "; whether both are of one country is not told for sure"


def _of_branch(party: Party, unit: Unit | None, units: Units, on: Period) -> Truth:
    """A general word ("border guards", "troops") binds every unit of its branch, and maybe others."""
    branch = branch_of(unit, units, on) if unit is not None else None
    return Truth.YES if branch == party.kind else Truth.POSSIBLY


def branch_of(unit: Unit, units: Units, on: Period) -> str | None:
    """The kind of force that a unit is of, by those it stands under."""
    for code, kind in BRANCHES:
        above = units.get(code)
        if above is not None and units.under(unit, above, on) is not Truth.NO:
            return kind
    return "border guard" if unit.kind == GENERIC else None


def only_some(version: Version, units: Units) -> bool:
    """Whether an order names no armed party but units of its own: others may not be bound."""
    named = [units.find(name) for name in version.armed]
    return bool(named) and all(unit is not None and unit.kind != GENERIC for unit in named)


def names_a_unit(version: Version, units: Units) -> bool:
    """Whether an order is told to be given to some unit by its name."""
    return any((unit := units.find(name)) is not None and unit.kind != GENERIC for name in version.armed)
