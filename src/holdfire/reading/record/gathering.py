"""Which tellings of a report are of one incident: what speaks against it, and how much speaks for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from holdfire.model.incident import Count
from holdfire.model.statement import Phrase
from holdfire.reading.record.casualties import is_none
from holdfire.reading.record.contrary import (
    CUSTODY,
    REFERENCES,
    WARNINGS,
    against,
    families_agree,
    same_dead,
    told_afar,
    told_apart,
    told_far_off,
    weapons_differ,
)
from holdfire.reading.record.features import Features, features_of
from holdfire.reading.record.sameness import dates_agree, days_meet
from holdfire.reading.record.two_sides import (
    FORCE,
    LAYING,
    are_alike,
)
from holdfire.reading.resolving.events import Telling

BESIDE_FORCE = WARNINGS | CUSTODY
HURTING = frozenset({"live_fire", "blade", "explosive", "landmine", "beating", "less_lethal"})
ASIDE = REFERENCES | {"warning.none", "warning.given", "warning.unheeded"}
"""Rules for what is told of an act and tells of none by itself."""
LET_GO = "custody.let_go"
ENOUGH = 2.0


FAR = 8
STORY = 5
"""Sentences for which a story may go on without naming its day again."""
HEADED = 4
"""Sentences within which a report tells in full what its headline told."""
DENIED_WITHIN = 4
"""Sentences within which a denial is of what was told before."""
UNNAMED = frozenset({"anyone", "anybody", "people", "person", "men", "civilians"})
"""Words for those of whom a denial says that nothing was done to them."""
ANYBODY = frozenset({"man", "woman", "person", "people", "men", "women", "victim", "youth", "individual"})
"""Words for somebody of whom more may be told: "a refugee was shot. I saw a man shot dead"."""
OPENING = 2
"""The last sentence of what a report leads with: a headline, a dateline and the lead."""
LONGEST_TITLE = 200
SENTENCE_ENDS = (".", "!", "?", ":", "”", '"', "’")


@dataclass(slots=True)
class Gathered:
    """The tellings of one incident, in the order of the words, with what they have in common."""

    told: list[Features] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    doers: set[str] = field(default_factory=set)
    forceful: bool = False
    lead: str | None = None
    """The day of the act told last before it, which a story that names no day goes on with."""

    @property
    def tellings(self) -> list[Telling]:
        """The tellings themselves."""
        return [f.telling for f in self.told]

    def add(self, new: Features) -> None:
        """Take in one more telling."""
        self.told.append(new)
        self.places |= new.places
        self.persons |= new.persons
        self.numbers |= new.numbers
        self.names |= new.names
        self.doers |= new.doers
        self.forceful = self.forceful or new.act in FORCE
        if new.day is not None and not new.dying:
            self.days.add(new.day)


def gathered(
    tellings: Sequence[Telling], words: str, *, days: Mapping[int, str], begin: int
) -> list[Gathered]:
    """The tellings of a report by incident: each joins the incident that most speaks for, or starts one.

    `days` are those that sentences lead up to which tell of no act themselves; `begin` is where the report's
    own words do.
    """
    out: list[Gathered] = []
    taking_up = frozenset(t.deed.sentence for t in tellings if t.deed.rule in REFERENCES)
    title = _title(words, begin)
    day, since = None, 0
    for telling in tellings:
        beside, titled = days.get(telling.deed.sentence), telling.deed.span.end <= title
        new = features_of(telling, words, beside=beside, titled=titled, dead=_dead_within(telling, tellings))
        best, chosen = 0.0, -1
        for n, known in enumerate(out):
            score = rating(known, new, first=n == 0, taking_up=taking_up)
            if score >= ENOUGH and score >= best:
                best, chosen = score, n
        if chosen < 0:
            out.append(Gathered(lead=day if new.sentence - since <= STORY else None))
        out[chosen].add(new)
        if new.day is not None and not new.dying:
            day, since = new.day, new.sentence
    return _of_same_dead(out)


def _dead_within(telling: Telling, tellings: Sequence[Telling]) -> list[Phrase]:
    """Who is told to have died of an act, in its own clause: "opened fire, leaving Kos dead"."""
    deed = telling.deed
    if telling.incident.act.value not in FORCE:
        return []
    near = (t.deed for t in tellings if t.deed.sentence == deed.sentence and deed.span.contains(t.deed.cue))
    return [h.phrase for other in near for h in other.harms if h.kind == "killed" and h.phrase.count == 1]


def _of_same_dead(out: list[Gathered]) -> list[Gathered]:
    """The incidents, those in which one man of the same name died as one."""
    kept: list[Gathered] = []
    for each in out:
        for known in kept if any(told.called for told in each.told) else ():
            if _is_of_same_dead(known, each):
                for told in each.told:
                    known.add(told)
                break
        else:
            kept.append(each)
    return kept


def _is_of_same_dead(known: Gathered, other: Gathered) -> bool:
    pairs = [(a, b) for a in known.told for b in other.told]
    agree = all(dates_agree(a.telling.incident.date, b.telling.incident.date) for a, b in pairs)
    return agree and any(same_dead(a, b) for a, b in pairs)


def _title(words: str, begin: int) -> int:
    """Where a first line ends that is a headline and no sentence; 0 where there is none."""
    line, broken, rest = words[begin:].partition("\n")
    short = bool(broken and rest) and len(line) <= LONGEST_TITLE
    return begin + len(line) if short and not line.rstrip().endswith(SENTENCE_ENDS) else 0


def rating(known: Gathered, new: Features, *, first: bool, taking_up: frozenset[int]) -> float:
    """How much speaks for a telling being of a known incident; negative where something is against."""
    if new.denies:
        return _rating_of_denial(known, new)
    beside = new.act in CUSTODY and any(
        (t.sentence == new.sentence or not t.numbers.isdisjoint(new.numbers)) and families_agree(t, new)
        for t in known.told
    )
    held = new.act in CUSTODY and new.points_back and new.rule != LET_GO
    freed = new.rule == LET_GO and any(t.act == new.act for t in known.told)
    forceful = (new.act in FORCE or new.act in WARNINGS) and known.forceful
    warned = new.act in WARNINGS and any(t.act in FORCE and families_agree(t, new) for t in known.told)
    for told in known.told:
        # neither a warning before an act nor an arrest told in its sentence keeps its later tellings away,
        # nor a first telling of force a warning that is near to another
        family = not held and not freed and not (forceful and told.act in BESIDE_FORCE)
        family = family and not (warned and told.act in FORCE)
        if against(told, new, family=family and not beside):
            return -1.0
    if _is_held_by_others(known, new):
        return -1.0
    if held and not beside:
        return -1.0
    if new.telling.deed.aid is not None and not any(_may_hurt(told) for told in known.told):
        return -1.0
    reasons = _reasons(known, new, first=first, taking_up=taking_up)
    return sum([points for points, holds in reasons if holds])


def _rating_of_denial(known: Gathered, new: Features) -> float:
    """How much speaks for a denial being of an incident told just before; its actor is not asked for."""
    told = [t for t in known.told if not t.denies]
    gap = new.sentence - known.told[-1].sentence
    others = bool(new.persons) and not new.points_back and new.persons.isdisjoint(known.persons | UNNAMED)
    beside = new.titled and gap == 0
    if not told or not (beside or 0 < gap <= DENIED_WITHIN) or others:
        return -1.0
    same = all(dates_agree(t.telling.incident.date, new.telling.incident.date) for t in told)
    apart = any(told_apart(t, new) or weapons_differ(t, new) for t in told)
    family = any(t.act == new.act or (t.act in FORCE and new.act in FORCE) for t in told)
    named = 1.0 if any(t.act == new.act for t in told) else 0.0
    return ENOUGH + named + (1.0 / gap if gap else 1.0) if same and family and not apart else -1.0


def _is_held_by_others(known: Gathered, new: Features) -> bool:
    """Whether people newly told of are held by a force that is inferred and does not act in the rest."""
    if not known.forceful and new.act not in FORCE:
        return False
    told = [*known.told, new]
    held = [f for f in told if f.implied and not f.points_back]
    if not held:
        return False
    acting = {name for f in told if f.act in FORCE for name in f.names}
    harmed = {person for f in told if f.act in FORCE for person in f.persons}
    return any(f.names.isdisjoint(acting) and f.persons.isdisjoint(harmed) for f in held)


def _reasons(
    known: Gathered, new: Features, *, first: bool, taking_up: frozenset[int]
) -> tuple[tuple[float, bool], ...]:
    """What may speak for it: (points, whether it holds)."""
    gap = new.sentence - known.told[-1].sentence
    beside = [t for t in known.told if t.sentence == new.sentence] if gap == 0 else []
    deed = new.telling.deed
    headed = known.told[-1].sentence == 0 and gap <= HEADED and not new.further
    warned = gap <= 3 and all(told.act == "warn" for told in known.told)
    more = new.further and bool(deed.harms)
    titled = all(told.titled for told in known.told)  # a headline has the province or the line
    here = {place for told in known.told for place in told.narrow} if titled else known.places
    there = new.narrow if titled else new.places
    elsewhere = bool(here) and bool(there) and here.isdisjoint(there)
    told_here = not known.places.isdisjoint(new.narrow)
    if elsewhere and titled:
        elsewhere = all(told_afar(told, new) for told in known.told)
    return (
        (3.0, any(_one_clause(t, new) for t in beside)),
        (2.0, bool(beside) and not any(_own_sides(t, new) for t in beside)),
        (1.0, gap == 1),
        (2.0, known.told[-1].sentence == 0 and not known.persons.isdisjoint(new.persons)),
        (1.0, headed and not known.names.isdisjoint(new.names)),
        (1.0, headed and all(told.titled and _is_told_in_full(told, new) for told in known.told)),
        (1.0, _tells_again(known, new) or _tells_lead_in_full(known, new)),
        (1.5, headed and titled and any(_has_its_toll(told, new) for told in known.told)),
        (1.5, not elsewhere and (gap <= HEADED or told_here) and _retells_lead(known, new)),
        (0.5, gap in (2, 3)),
        (3.0 if gap <= 3 else 2.0, new.rule in ASIDE),
        (1.5, _takes_up(known, new)),
        (1.5, new.rule in LAYING and gap <= 3),
        (1.5, _lays_the_last(known, new, gap)),
        (1.0, gap == 1 and new.by_pronoun and bool(known.persons) and deed.aid is None),
        (2.0, new.points_back and gap <= (FAR if new.only_harm else 3)),
        (3.0, not known.persons.isdisjoint(new.known_persons)),
        (3.0, any(same_dead(told, new) for told in known.told)),
        (3.0, new.said is not None and any(told.said == new.said for told in known.told)),
        (2.0, not known.numbers.isdisjoint(new.numbers)),
        (1.5, new.day is not None and new.day in known.days),
        (1.0, not known.places.isdisjoint(new.places)),
        (1.0, not deed.targets and not deed.actors),
        (0.5, not deed.targets or not deed.actors),
        (0.5, not known.names.isdisjoint(new.names)),
        (2.0, not known.doers.isdisjoint(new.known_doers)),
        (1.5, known.forceful and gap == 1 and new.by_attackers),
        (1.0 if gap <= 4 else 0.5, first),
        (1.5, new.only_harm and gap <= 3),
        (2.0, new.only_harm and new.sentence in taking_up),
        (1.0, _is_bare_harm(new) and any(told.means == new.means for told in known.told)),
        (1.0, warned and (new.act in FORCE or new.act in WARNINGS)),
        (2.0, is_none(new.telling)),
        (1.5, deed.aid is not None and gap <= 4),
        (-2.0, gap > 0 and new.elsewhere),
        (-2.0, gap > 0 and _is_of_another_town(known, new)),
        (-2.0, gap > 0 and not known.days and _is_later(known, new)),
        (-2.0, gap > 0 and bool(known.days) and new.beside is not None and new.beside not in known.days),
        (1.5, more and gap <= 2 and any(told.telling.deed.harms for told in known.told)),
        (-1.0, gap > 0 and new.brings_new and elsewhere),
        (-1.0, gap > 0 and new.brings_new and not more and not (new.only_harm and gap == 1)),
    )


def _tells_again(known: Gathered, new: Features) -> bool:
    """Whether the same people do the same with the same, and nothing says that it was another time.

    As in "Soldiers crossed and fired their rifles, an officer said. The soldiers fired from a car."
    """
    if new.further or new.elsewhere or new.rule in ASIDE:
        return False
    if new.day is not None and new.day not in known.days and known.days:
        return False
    told = [t for t in known.told if t.act == new.act and t.means == new.means]
    same = any(_may_be_they(t, new) for t in told)
    return same and (not new.brings_new or not known.persons.isdisjoint(new.persons))


def _tells_lead_in_full(known: Gathered, new: Features) -> bool:
    """Whether the sentence behind the lead tells in full how a vehicle was fired on."""
    lead = known.told[0]
    alike = lead.act == new.act and lead.means == new.means and are_alike(lead, new)
    kinds = (t.telling.incident.target_type for t in (lead, new))
    return (
        lead.sentence == 0 and new.sentence == 1 and alike and all(k and k.value == "vehicle" for k in kinds)
    )


def _may_be_they(a: Features, b: Features) -> bool:
    """Whether who does two acts has one name of several words, or is of one force of one country.

    "Police" or "the army" of two sentences may have fired in two towns.
    """
    return any(" " in name for name in a.names & b.names) or (
        bool(a.nations) and a.nations == b.nations and a.kinds == b.kinds
    )


def _takes_up(known: Gathered, new: Features) -> bool:
    """Whether "the shooting" takes up an act with its weapon, "the attack" one told by that word."""
    if new.rule not in REFERENCES or new.act == "incident":
        return False
    return any(t.act == new.act or (t.means == new.means is not None) for t in known.told)


def _lays_the_last(known: Gathered, new: Features, gap: int) -> bool:
    """Whether somebody is accused of the act just told, by its name: "accuse rebels of the killing"."""
    named = any(told.act == new.act for told in known.told)
    return new.rule in LAYING and gap == 1 and named and not new.telling.deed.targets


def _is_later(known: Gathered, new: Features) -> bool:
    """Whether an act has a day of its own, and a known one that names none goes on with another."""
    if new.day is None or known.lead is None or new.dying:
        return False
    return not days_meet(new.day, known.lead)


def _is_of_another_town(known: Gathered, new: Features) -> bool:
    """Whether an act has a day of its own and a town far from all that is told of the other."""
    if new.day is None or new.day in known.days or not new.narrow:
        return False
    placed = [told for told in known.told if told.telling.incident.places and not told.titled]
    return bool(placed) and all(told_far_off(told, new) for told in placed)


def _is_told_in_full(headline: Features, new: Features) -> bool:
    """Whether the lead may tell in full what the headline did: of forces of one kind, or of nobody."""
    shots = headline.act == "fire" and not headline.telling.deed.harms and new.act == "fire_warning_shot"
    if headline.act not in FORCE or not (new.act in FORCE or shots):
        return False
    named = bool(new.kinds or new.names)  # "security forces" are of any kind
    return not headline.kinds or headline.denies or (named and are_alike(headline, new))


def _has_its_toll(headline: Features, new: Features) -> bool:
    """Whether the lead tells of as many dead as the headline: "one dead", "one guard was killed"."""
    told, now = headline.telling.incident.killed, new.telling.incident.killed
    return told is not None and now is not None and told.value == now.value and not is_none(new.telling)


def _retells_lead(known: Gathered, new: Features) -> bool:
    """Whether a killing of as many, and of nobody else, is the one that a report leads with, told again."""
    lead = next((t for t in reversed(known.told) if t.sentence <= OPENING and _dead(t)), None)
    if lead is None or new.further or not 0 < new.sentence - lead.sentence <= HEADED:
        return False
    same = not known.persons.isdisjoint(new.persons) or bool(ANYBODY & (new.persons | lead.persons))
    return same and _dead(lead) == _dead(new)


def _dead(told: Features) -> list[int | Count]:
    """How many a telling says were killed, as far as it does."""
    harms = told.telling.deed.harms
    return [h.phrase.count for h in harms if h.kind == "killed" and h.phrase.count]


def _is_bare_harm(new: Features) -> bool:
    """Whether a telling says who was hurt and with what, but not by whom, when or where."""
    deed = new.telling.deed
    told = new.day is not None or bool(new.narrow) or bool(deed.actors)
    return bool(deed.harms) and new.means is not None and not told


def _may_hurt(told: Features) -> bool:
    """Whether someone may have been hurt by an act, so that aid may have been given for it."""
    return bool(told.telling.deed.harms) or told.means in HURTING or told.act == "omission"


def _one_clause(a: Features, b: Features) -> bool:
    left, right = a.telling.deed, b.telling.deed
    return left.span.contains(right.cue) or right.span.contains(left.cue)


def _own_sides(a: Features, b: Features) -> bool:
    """Whether both name their own actors, and not the same."""
    both = bool(a.telling.deed.actors and b.telling.deed.actors)
    return both and a.names.isdisjoint(b.names)
