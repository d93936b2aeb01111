"""What speaks against two tellings being of one incident: acts, weapons, sides, places, days, numbers."""

from holdfire.reading.record.features import Features
from holdfire.reading.record.occasions import hours_apart
from holdfire.reading.record.sameness import are_far_apart, dates_agree, days_between
from holdfire.reading.record.two_sides import (
    FORCE,
    OF_ORDER,
    actors_differ,
    are_alike,
    on_other_sides,
)

CUSTODY = frozenset({"detain", "abduct"})
WARNINGS = frozenset({"warn", "fire_warning_shot", "fire_blank", "fire_flare"})
WEAPONS = frozenset({"live_fire", "blade", "explosive", "landmine", "other"})
TWO_SIDES = frozenset({"other", "less_lethal"})
"""Stones and rubber bullets: they fly from two sides."""
SHOTS_AND_SHELLS = frozenset({"live_fire", "explosive"})
BURIED = frozenset({"landmine", "explosive"})
OTHER_WEAPONS = frozenset({"blade", "explosive", "landmine"})
REFERENCES = frozenset({"act.reference", "harm.victim", "harm.identified"})
"""Rules that take up an act told before."""
LED_AWAY = "custody.led_away"
NEARBY_KM, FAR_OFF_KM = 60.0, 120.0
LATER = 60
"""Days within which a death may follow the act that led to it."""


def against(a: Features, b: Features, *, family: bool = True) -> bool:
    """Whether two tellings cannot be of one incident; `family`: also by the kinds of their acts."""
    if a.hypothetical != b.hypothetical or (family and not families_agree(a, b)):
        return True
    if (a.means != b.means and weapons_differ(a, b)) or on_other_sides(a, b) or _aids_doer(a, b):
        return True
    rivals = a.rival != b.rival and a.titled and b.titled
    if rivals or (a.days_apart != b.days_apart and _days_apart(a, b)):
        return True
    if _came_after(a, b) or (a.sentence != b.sentence and _told_of_two(a, b)):
        return True
    if actors_differ(a, b) or (a.downed != b.downed and _is_other_downed(a, b)):
        return True
    aid = a.telling.deed.aid is not None or b.telling.deed.aid is not None
    agree = aid or dates_agree(a.telling.incident.date, b.telling.incident.date)
    return not (agree or _died_later(a, b))  # "was not taken to hospital until Tuesday"


def _came_after(a: Features, b: Features) -> bool:
    """Whether one is told as what the other came some days after."""
    return a.comes_after != b.comes_after and (a.sentence == b.sentence or b.comes_after)


def _told_of_two(a: Features, b: Features) -> bool:
    """Whether two sentences name other places, numbers or hours."""
    apart = not same_dead(a, b) and told_apart(a, b)
    return apart or _numbers_differ(a, b) or _occasions_differ(a, b)


def same_dead(a: Features, b: Features) -> bool:
    """Whether both tell of one man's death, by his name or a part of it: nobody is killed twice."""
    return bool(a.called and b.called) and (a.called <= b.called or b.called <= a.called)


def _is_other_downed(a: Features, b: Features) -> bool:
    """Whether two, of which one tells of a drone or a plane brought down, stand in two sentences."""
    return a.sentence != b.sentence and REFERENCES.isdisjoint((a.rule, b.rule))


def _days_apart(a: Features, b: Features) -> bool:
    """Whether a sentence tells of two people, with days between: "three days after his cousin was killed"."""
    if a.sentence != b.sentence or a.dying or b.dying:
        return False
    return bool(a.persons) and bool(b.persons) and a.persons.isdisjoint(b.persons)


def _aids_doer(act: Features, aid: Features) -> bool:
    """Whether aid goes to one like those who did an act: he was hurt in another."""
    deed = aid.telling.deed
    return deed.aid is not None and not act.doers.isdisjoint([t.lemma for t in deed.targets])


def _died_later(a: Features, b: Features) -> bool:
    """Whether one tells of a death some days after the act that the other tells of."""
    act, death = (b, a) if a.dying else (a, b)
    if act.dying or not death.dying or act.day is None or death.day is None:
        return False
    return act.day < death.day and 0 <= days_between(act.day, death.day) <= LATER


def told_apart(a: Features, b: Features) -> bool:
    """Whether both name narrow places, and none the same; a headline names a town that is known nearby."""
    if not a.narrow or not b.narrow or not a.narrow.isdisjoint(b.narrow):
        return False
    return not (a.titled or b.titled) or told_afar(a, b)


def told_afar(a: Features, b: Features) -> bool:
    """Whether two tellings name places that are known to lie far apart."""
    places = ([p.value for p in each.telling.incident.places] for each in (a, b))
    return are_far_apart(*places, within=NEARBY_KM)


def told_far_off(a: Features, b: Features) -> bool:
    """Whether two tellings name places that lie far apart, heights and districts included."""
    left, right = ((p.value for p in each.telling.incident.places) for each in (a, b))
    return are_far_apart(left, right, within=FAR_OFF_KM, wide=("country",))


def _occasions_differ(a: Features, b: Features) -> bool:
    """Whether two acts were in two quarters of a town, hours apart, of other rounds, or one was earlier."""
    if not (a.occasion and b.occasion):
        return a.formerly != b.formerly
    if a.quarters and b.quarters and a.quarters.isdisjoint(b.quarters):
        return True
    if None not in (a.rounds, b.rounds) and a.rounds != b.rounds and a.means == b.means:
        return True
    acts = not (a.only_harm or b.only_harm or a.dying or b.dying)
    return acts and a.act in FORCE and b.act in FORCE and hours_apart(a.hours, b.hours)


def families_agree(a: Features, b: Features) -> bool:  # noqa: PLR0911
    """Whether two acts may be one by their kinds: force, a warning before it, custody beside it."""
    left, right = a.act, b.act
    if left == right:
        return True
    if not REFERENCES.isdisjoint((a.rule, b.rule)) and "incident" in (left, right):
        return True
    if left in FORCE and right in FORCE:
        return a.sentence == b.sentence or "burn" not in (left, right) or not _burns_beside_shots(a, b)
    near = abs(a.sentence - b.sentence)
    if left in CUSTODY and right in CUSTODY:
        held, taken = (a, b) if left == "detain" else (b, a)
        return not held.telling.deed.span.contains(taken.telling.deed.cue)  # held for an abduction
    if left in WARNINGS or right in WARNINGS:
        both = left in WARNINGS and right in WARNINGS
        if {a.means, b.means} & OTHER_WEAPONS:
            return False
        close = 4 if a.names & b.names else 1 if a.names and b.names and not are_alike(a, b) else 3
        return (left in FORCE or right in FORCE or both) and near <= close
    if CUSTODY.isdisjoint((left, right)) or not (left in FORCE or right in FORCE) or near:
        return False
    if LED_AWAY in (a.rule, b.rule):
        return True  # led away and found dead
    held, used = (a, b) if left in CUSTODY else (b, a)
    return not held.telling.deed.span.contains(used.telling.deed.cue)


def _burns_beside_shots(a: Features, b: Features) -> bool:
    """Whether nobody named burns something, and a force of order fires elsewhere: a riot has both."""
    burning, other = (a, b) if a.act == "burn" else (b, a)
    return not burning.names and other.act != "burn" and bool(other.kinds) and other.kinds <= OF_ORDER


def weapons_differ(a: Features, b: Features) -> bool:
    """Whether two tellings name weapons of which one act has only one: a blade and a mine."""
    left, right = a.means, b.means
    if left == right or left is None or right is None:
        return False
    if left in TWO_SIDES and right in TWO_SIDES:
        return True
    if "other" in (left, right) and not a.names.isdisjoint(b.names):
        return False  # "rammed their boat and opened fire"
    if {left, right} == SHOTS_AND_SHELLS and (_is_plain_fire(a) or _is_plain_fire(b)):
        return False  # "killed in shelling", "in the exchange of fire"
    if {left, right} == BURIED and (a.only_harm or b.only_harm):
        return False  # hit by the splinters of a mine
    return left in WEAPONS and right in WEAPONS


def _is_plain_fire(told: Features) -> bool:
    """Whether the weapon is only told as "fire", which shells are, too, with its toll or from two sides."""
    means = told.telling.incident.means
    plain = means is not None and means.quote.lower() in ("fire", "firing")
    return plain and (bool(told.telling.deed.harms) or told.rule.startswith("act.exchange"))


def _numbers_differ(a: Features, b: Features) -> bool:
    """Whether both count a group killed, or a group hurt, and not the same number."""
    for kind, left in a.groups.items():
        right = b.groups.get(kind)
        if right is not None and right.isdisjoint(left):
            return True
    return False
