"""Which tellings of a report are of one incident: what speaks against it, and how much speaks for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from holdfire.model.party import Party
from holdfire.model.statement import Phrase
from holdfire.reading.record.casualties import PRONOUNS, claims_of, is_name, is_none, key
from holdfire.reading.record.sameness import dates_agree, parties_agree, places_agree
from holdfire.reading.resolving.events import Telling

FORCE = frozenset(
    {"fire", "shell", "kill", "injure", "hit", "attack", "beat", "stab", "explode", "use_explosive", "burn",
     "disperse", "torture", "use_less_lethal", "incident", "aid"}
)  # fmt: skip
WARNINGS = frozenset({"warn", "fire_warning_shot", "fire_blank", "fire_flare"})
WEAPONS = frozenset({"live_fire", "blade", "explosive", "landmine"})
REFERENCE = "act.reference"
IMPLIED = "actor.implied"
ENOUGH = 2.0
DEFINITE = ("the ", "this ", "these ", "those ", "his ", "her ", "their ", "both ", "all ")


@dataclass(slots=True)
class Gathered:
    """The tellings of one incident, in the order of the words."""

    tellings: list[Telling] = field(default_factory=list)

    @property
    def last(self) -> Telling:
        """The latest telling."""
        return self.tellings[-1]


def gathered(tellings: Sequence[Telling], words: str) -> list[Gathered]:
    """The tellings of a report by incident: each joins the incident that most speaks for, or starts one."""
    out: list[Gathered] = []
    taking_up = frozenset(t.deed.sentence for t in tellings if t.deed.rule == REFERENCE)
    for telling in tellings:
        rated = [(rating(known, telling, words, first=n == 0, taking_up=taking_up), n) for n, known in enumerate(out)]
        best = max(rated, default=(0.0, -1))
        if best[0] >= ENOUGH:
            out[best[1]].tellings.append(telling)
        else:
            out.append(Gathered([telling]))
    return out


def rating(
    known: Gathered, new: Telling, words: str, *, first: bool, taking_up: frozenset[int]
) -> float:
    """How much speaks for a telling being of a known incident; below nothing where something speaks against."""
    if any(against(told, new) for told in known.tellings):
        return -1.0
    score = sum(points for points, holds in _reasons(known, new, words, first=first, taking_up=taking_up) if holds)
    return score


def against(a: Telling, b: Telling) -> bool:
    """Whether two tellings cannot be of one incident."""
    x, y = a.incident, b.incident
    if (x.status == "hypothetical") != (y.status == "hypothetical"):
        return True
    if not _families_agree(a, b) or not dates_agree(x.date, y.date):
        return True
    same_sentence = a.deed.sentence == b.deed.sentence
    if not same_sentence and not places_agree(x.places, y.places):
        return True
    if _weapons_differ(a, b) or _sides_turned(a, b):
        return True
    pairs = [(p.value, q.value) for p in x.actor for q in y.actor if IMPLIED not in (p.rule, q.rule)]
    if pairs and not any(parties_agree(p, q) for p, q in pairs):
        return True
    return not same_sentence and _numbers_differ(a, b)


def _families_agree(a: Telling, b: Telling) -> bool:
    left, right = a.incident.act.value, b.incident.act.value
    if left == right:
        return True
    if REFERENCE in (a.deed.rule, b.deed.rule) and "incident" in (left, right):
        return True
    if left in FORCE and right in FORCE:
        return True
    near = abs(a.deed.sentence - b.deed.sentence)
    if {left, right} & WARNINGS:
        return (left in FORCE or right in FORCE or {left, right} <= WARNINGS) and near <= 1
    if "detain" not in (left, right) or not {left, right} & FORCE or near:
        return False
    held, used = (a, b) if left == "detain" else (b, a)
    return used.deed.cue < held.deed.cue and not held.deed.span.contains(used.deed.cue)


def _weapons_differ(a: Telling, b: Telling) -> bool:
    left, right = a.incident.means, b.incident.means
    if left is None or right is None or left.value == right.value:
        return False
    return left.value in WEAPONS and right.value in WEAPONS


def _sides_turned(a: Telling, b: Telling) -> bool:
    """Whether those who act in one telling suffer in the other: fire and return fire."""
    return _meet(a.deed.actors, b.deed.targets) or _meet(b.deed.actors, a.deed.targets)


def _meet(left: Sequence[Phrase], right: Sequence[Phrase]) -> bool:
    armed = ("army", "border guard", "police", "armed group")
    return any(p.lemma == q.lemma and p.kind in armed and p.lemma not in PRONOUNS for p in left for q in right)


def _numbers_differ(a: Telling, b: Telling) -> bool:
    """Whether both count a group killed, or a group hurt, and not the same number."""
    for x in claims_of(a.deed.harms):
        for y in claims_of(b.deed.harms):
            if x.kind == y.kind and isinstance(x.count, int) and isinstance(y.count, int):
                many = x.count > 1 and y.count > 1 and x.kind != "detained"
                if many and x.count != y.count and "harm.toll" not in (x.rule, y.rule):
                    return True
    return False


def _reasons(
    known: Gathered, new: Telling, words: str, *, first: bool, taking_up: frozenset[int]
) -> Iterator[tuple[float, bool]]:
    """What may speak for it: (points, whether it holds)."""
    gap = new.deed.sentence - known.last.deed.sentence
    beside = [t for t in known.tellings if t.deed.sentence == new.deed.sentence]
    yield 3.0, any(_one_clause(t, new) for t in beside)
    yield 2.0, bool(beside) and not any(_own_sides(t, new) for t in beside)
    yield 1.0, gap == 1
    yield 0.5, gap in (2, 3)
    yield 2.0, new.deed.rule == REFERENCE
    yield 1.0, new.deed.rule == REFERENCE and gap <= 3
    yield 2.0, points_back(new, words) and gap <= (8 if _only_harm(new) else 3)
    yield 3.0, any(_shared_person(t, new, words) for t in known.tellings)
    yield 2.0, any(_same_number(t, new) for t in known.tellings)
    yield 1.5, any(_same_day(t, new) for t in known.tellings)
    yield 1.0, any(_same_place(t, new) for t in known.tellings)
    yield 1.0, not new.deed.targets and not new.deed.actors
    yield 0.5, not new.deed.targets or not new.deed.actors
    yield 0.5, any(_same_actor(t, new) for t in known.tellings)
    yield 2.0, any(_same_doer(t, new, words) for t in known.tellings)
    yield 1.0, first
    yield 1.5, _only_harm(new) and gap <= 3
    yield 2.0, new.deed.sentence in taking_up and _only_harm(new)
    yield 2.0, is_none(new)
    yield 1.5, new.deed.aid is not None and gap <= 4
    yield -1.0, gap > 0 and _brings_new(new, words) and not (_only_harm(new) and gap == 1)


def _only_harm(telling: Telling) -> bool:
    """Whether a telling says who was harmed, and not by whom or with what."""
    deed = telling.deed
    return bool(deed.harms) and not deed.actors and deed.means is None and deed.act != "detain"


def _one_clause(a: Telling, b: Telling) -> bool:
    return a.deed.span.contains(b.deed.cue) or b.deed.span.contains(a.deed.cue)


def _own_sides(a: Telling, b: Telling) -> bool:
    """Whether both name their own actors, and not the same."""
    return bool(a.deed.actors and b.deed.actors) and not _same_actor(a, b)


def points_back(telling: Telling, words: str) -> bool:
    """Whether those acted on are only pointed back to: "he", "the man", "the victims"."""
    targets = telling.deed.targets
    return bool(targets) and all(
        t.lemma in PRONOUNS or t.span.of(words).lower().startswith(DEFINITE) for t in targets
    )


def _shared_person(a: Telling, b: Telling, words: str) -> bool:
    """Whether both tell of someone of the same name, or the later of “the” one that the earlier told of."""
    for p in a.deed.targets:
        for q in b.deed.targets:
            if p.lemma in PRONOUNS or q.lemma in PRONOUNS or key(p, words) != key(q, words):
                continue
            if is_name(q, words) or q.span.of(words).lower().startswith(DEFINITE):
                return True
    return False


def _same_number(a: Telling, b: Telling) -> bool:
    return bool(_numbers(a) & _numbers(b))


def _numbers(telling: Telling) -> set[int]:
    """The numbers of people that a telling has, but for one."""
    found = [x.count for x in claims_of(telling.deed.harms)] + [t.count for t in telling.deed.targets]
    return {n for n in found if isinstance(n, int) and n > 1}


def _same_day(a: Telling, b: Telling) -> bool:
    left, right = a.incident.date, b.incident.date
    return left is not None and right is not None and left.value == right.value and len(left.value) >= len("2020-01-01")


def _same_place(a: Telling, b: Telling) -> bool:
    left = {p.value.id or p.value.name for p in a.incident.places}
    return any((p.value.id or p.value.name) in left for p in b.incident.places)


def _same_actor(a: Telling, b: Telling) -> bool:
    left: list[Party] = [p.value for p in a.incident.actor]
    return any(p.name.lower() == q.value.name.lower() for p in left for q in b.incident.actor)


def _same_doer(a: Telling, b: Telling, words: str) -> bool:
    """Whether the later tells of “the” one who acted in the earlier."""
    heads = {p.lemma for p in a.deed.actors if p.lemma not in PRONOUNS}
    later = [q for q in b.deed.actors if q.lemma in heads]
    return any(q.span.of(words).lower().startswith("the ") and q.count == 1 for q in later)


def _brings_new(telling: Telling, words: str) -> bool:
    """Whether those acted on are brought in as new: "a man", "two others", "another"."""
    targets = telling.deed.targets
    return bool(targets) and not points_back(telling, words) and not any(is_name(t, words) for t in targets)
