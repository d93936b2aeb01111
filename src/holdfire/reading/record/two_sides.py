"""Which tellings are of two sides: of forces of another kind or country, of fire and what answers it."""

from holdfire.model.party import FORCES, UNARMED
from holdfire.reading.record.features import ANY_FORCE, Features
from holdfire.reading.record.sameness import kinds_agree
from holdfire.reading.resolving.events import EXCHANGED, FIGHT

TELLS_WHO = frozenset({"act.doers", "act.committed"})
"""Rules that say who those were that did an act told before."""
LAYING = TELLS_WHO | {
    *("act.blamed", "act.claimed", "act.work_of", "act.held_for", "act.on_trial", "act.part_in")
}
"""Rules that lay an act told before to somebody."""
FORCE = frozenset(
    {"fire", "shell", "kill", "injure", "hit", "attack", "beat", "stab", "explode", "use_explosive", "burn",
     "disperse", "torture", "use_less_lethal", "incident", "aid"}
)  # fmt: skip
TWO_SIDED = frozenset({EXCHANGED, "act.exchange", "act.clashed", FIGHT})
"""Rules for what both sides do."""
FELL, RETALIATED = "act.fell", "act.retaliated"
ANYONE = frozenset({
    "man", "men", "woman", "person", "people", "group", "boy", "gunman", "youth", "one", "other",
    "individual", "suspect", "assailant", "attacker",
})  # fmt: skip
"""Words that may name men of a force too."""
REBELS = frozenset({
    "rebel", "militant", "guerrilla", "insurgent", "militiaman", "militia", "separatist", "terrorist",
    "jihadist",
})  # fmt: skip
"""Words for armed groups that no one has for soldiers."""
CONTROL = frozenset({"less_lethal", "beating"})
RETURNS = frozenset({"push_back", "pushback", "disperse"})
"""How forces keep order: none drives off another with gas, batons or water."""
OF_ORDER = frozenset({"police", "border guard"})
"""Forces of which a report seldom has two that fight each other."""


def actors_differ(a: Features, b: Features) -> bool:
    """Whether two acts are of forces of another kind, or of another country."""
    if a.nations and b.nations and a.nations.isdisjoint(b.nations):
        return True
    if _fights_the_state(a, b) or _fights_the_state(b, a):
        return True
    if LAYING.isdisjoint((a.rule, b.rule)) and (_are_no_force(a, b) or _are_no_force(b, a)):
        return True
    if a.doers.isdisjoint(b.doers) and not are_alike(a, b) and not _tells_who(a, b):
        return not _is_said_loosely(a, b)
    return False


def _is_said_loosely(a: Features, b: Features) -> bool:
    """Whether a headline calls border guards police, or the other way round, of the same country."""
    of_order = bool(a.kinds and b.kinds) and a.kinds <= OF_ORDER and b.kinds <= OF_ORDER
    return of_order and a.titled != b.titled


def _fights_the_state(a: Features, b: Features) -> bool:
    """Whether one act is of rebels by that word, and the other, told elsewhere, of a force of the state."""
    if (
        a.sentence == b.sentence
        or not a.doers
        or not a.doers <= REBELS
        or not TELLS_WHO.isdisjoint((a.rule, b.rule))
    ):
        return False
    return bool(b.kinds) and b.kinds <= FORCES and b.doers.isdisjoint(REBELS)


def _are_no_force(a: Features, b: Features) -> bool:
    """Whether one act is of "officers" or the like, and the other of those who can be none: of villagers."""
    unarmed = b.kinds and b.kinds <= UNARMED and b.doers.isdisjoint(ANYONE)
    return bool(unarmed and a.doers_armed and not a.kinds)


def _tells_who(a: Features, b: Features) -> bool:
    """Whether one says who those men were that did what the other tells ("armed men", and then an army)."""
    if not TELLS_WHO.isdisjoint((a.rule, b.rule)):
        return True
    return not LAYING.isdisjoint((a.rule, b.rule)) and "civilian" in a.kinds | b.kinds


def are_alike(a: Features, b: Features) -> bool:
    """Whether two tellings have actors of one kind, or one has none; "Iranian fire" is of its guards."""
    if "state" in a.kinds | b.kinds and not a.nations.isdisjoint(b.nations):
        return True
    return not (a.kinds and b.kinds) or any(kinds_agree(x, y) for x in a.kinds for y in b.kinds)


def on_other_sides(a: Features, b: Features) -> bool:
    """Whether two acts are of two sides: one suffers what it would do, or answers the other's fire."""
    if a.only_harm != b.only_harm and _hurts_its_own(*((b, a) if a.only_harm else (a, b))):
        return True
    if a.repelled != b.repelled or (RETALIATED in (a.rule, b.rule) and a.names.isdisjoint(b.names)):
        return True
    if FELL in (a.rule, b.rule) and (_follows(a, b) or _follows(b, a)):
        return True
    fought = bool(a.sufferers_armed or b.sufferers_armed) and TWO_SIDED.isdisjoint((a.rule, b.rule))
    fought = fought and not (a.own_side or b.own_side)
    if fought and (_fight_each_other(a, b) or _fight_each_other(b, a)):
        return True
    return a.answers != b.answers and _answers(a, b)


def _follows(act: Features, shell: Features) -> bool:
    """Whether an act is told as what came after a shell that fell: "after a mortar round landed"."""
    own = act.telling.deed
    fell = shell.rule == FELL and bool(own.actors) and own.span.contains(shell.telling.deed.cue)
    return fell and shell.after


def _fight_each_other(a: Features, b: Features) -> bool:
    """Whether who does one suffers the other, "they attacked the troops" after what troops did included.

    The attackers suffer what answers their attack on a force, and not that attack. Who is of no force does
    not do with a force what befell a force.
    """
    if a.doers_armed and b.sufferers_armed and b.kinds and b.kinds <= UNARMED:
        return True
    if a.sufferers_armed and b.on_attackers and not a.on_attackers:
        return True
    alike = bool(a.doers_armed & b.sufferers_armed) and a.names.isdisjoint(b.names)
    nations = not a.nations or not b.hurt_nations or not a.nations.isdisjoint(b.hurt_nations)
    return (alike and nations) or (a.by_others and bool(b.doers_armed))


def _hurts_its_own(act: Features, harm: Features) -> bool:
    """Whether a force would be hurt by its own act: others hurt "twenty policemen", a country's men."""
    if act.rule in TWO_SIDED:
        return False
    if act.nations and harm.hurt_nations and harm.hurt_nations == act.nations and not act.hurt_nations:
        return True
    if len(act.kinds) != 1:
        return False
    hurt = harm.telling.deed.targets
    if act.means in CONTROL or act.act in RETURNS:
        return bool(hurt) and act.kinds <= FORCES and all(t.kind in FORCES for t in hurt)
    alike = all(t.kind in act.kinds or t.lemma in ANY_FORCE for t in hurt)
    return bool(hurt) and act.kinds <= OF_ORDER and alike


def _answers(a: Features, b: Features) -> bool:
    """Whether one is fire that answers the other, which somebody else opened."""
    fire, answer = (a, b) if b.answers else (b, a)
    acts = fire.act in FORCE and not fire.only_harm
    return acts and bool(fire.names) and fire.names.isdisjoint(answer.names)
