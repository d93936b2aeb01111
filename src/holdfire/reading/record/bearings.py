"""How somebody was, or what he did → the incident that it is of: of those who suffered, not who acted."""

import re
from collections.abc import Iterator, Sequence

from holdfire.model.grounded import Grounded, ground
from holdfire.model.incident import Circumstance
from holdfire.model.party import ARMED, FORCES
from holdfire.model.span import Span
from holdfire.model.statement import Bearing, Phrase
from holdfire.reading.record.casualties import PRONOUNS
from holdfire.reading.record.contrary import WARNINGS
from holdfire.reading.record.features import DEFINITE, Features
from holdfire.reading.record.gathering import Gathered
from holdfire.reading.record.two_sides import FORCE

AFTER = 4
"""Sentences after an act within which it is told how those were whom it befell."""
ENOUGH = 1.5
AGAINST = -1.0
SINGULAR = frozenset({"he", "she", "him", "his", "her", "hers"})
PLURAL = frozenset({"they", "them", "their"})
PARTS = frozenset({
    "one", "two", "three", "four", "five", "six", "seven", "both", "some", "all", "neither", "none", "each",
    "several",
})  # fmt: skip
OTHERS = ("other ", "another ", "others", "the other")
CROWDS = frozenset({"stones", "assembly", "attacking", "violent", "peaceful", "threat"})
"""What people who are newly named may do beside those whom the force befell."""
_CHILD = re.compile(
    r"\b(?:child(?:ren)?|boys?|girls?|infants?|bab(?:y|ies)|toddlers?|minors?|school(?:boy|girl|child(?:ren)?)s?"
    r"|(?:[1-9]|1[0-7])[- ]year[- ]olds?|aged (?:[1-9]|1[0-7]))\b",
    re.IGNORECASE,
)

Found = tuple[Grounded[Circumstance], ...]


def circumstances(groups: Sequence[Gathered], told: Sequence[Bearing], words: str) -> list[Found]:
    """The circumstances of each incident, each once, in the order of the words."""
    out: list[dict[Circumstance, Grounded[Circumstance]]] = [
        {each.value: each for each in _children(group, words)} for group in groups
    ]
    for each in told:
        if any(a.stance == "deny" for a in each.attribution):
            continue
        rated = [(_rating(group, each, words), n) for n, group in enumerate(groups)]
        best, chosen = max(rated, default=(AGAINST, -1))
        if best >= ENOUGH:
            out[chosen].setdefault(each.kind, _grounded(each, words))
    return [tuple(sorted(found.values(), key=lambda g: (g.start, g.value))) for found in out]


def _grounded(told: Bearing, words: str) -> Grounded[Circumstance]:
    """A circumstance with its words, and those that say who tells it."""
    within = told.who is not None and told.who.span.contains(told.cue)
    span = told.who.span if within and told.who is not None else told.span
    by = next((a for a in reversed(told.attribution) if a.speaker is not None), None)
    more: tuple[Span, ...] = ()
    if by is not None and by.speaker is not None:
        more = tuple(sorted({by.speaker.span, by.cue}))
    return ground(told.kind, words, span, rule=told.rule, more=more)


def _children(group: Gathered, words: str) -> Iterator[Grounded[Circumstance]]:
    """Children among those on whom force was used, by word or age."""
    for told in group.told:
        deed = told.telling.deed
        for phrase in (*deed.targets, *(harm.phrase for harm in deed.harms)):
            if _CHILD.search(phrase.span.of(words)):
                yield ground("child", words, phrase.span, rule="target.child")
                return


def _rating(group: Gathered, told: Bearing, words: str) -> float:
    """How much speaks for a circumstance being of an incident; negative where something is against."""
    near = min(group.told, key=lambda f: (abs(told.sentence - f.sentence), _distance(f, told)))
    gap = told.sentence - near.sentence
    if all(f.hypothetical for f in group.told) or not _in_time(near, told, gap):
        return AGAINST
    fit = _of_nobody(told, gap) if told.who is None else _of_somebody(group, told.who, told, gap, words)
    fit -= _distance(near, told) / 10_000 + sum(less for less, holds in _doubts(group, told) if holds)
    return fit


def _doubts(group: Gathered, told: Bearing) -> Iterator[tuple[float, bool]]:
    """What speaks against an incident where another is told as near: (points, whether it holds)."""
    deeds = [f.telling.deed for f in group.told]
    kinds = {a.kind for d in deeds for a in d.actors}
    yield 0.8, not any(f.act in FORCE or f.act in WARNINGS for f in group.told)
    yield 2.0, bool(kinds) and kinds <= {"civilian", "person crossing"}
    yield 0.8, told.rule == "bearing.found" and not any(d.harms for d in deeds)


def _distance(told: Features, bearing: Bearing) -> int:
    return abs(told.telling.deed.cue.start - bearing.cue.start)


def _in_time(near: Features, told: Bearing, gap: int) -> bool:
    """Whether it was so before or when the force was used, by where and how it is told."""
    if gap == 0:
        return told.standing or told.cue < near.telling.deed.cue
    return gap == -1 or (0 < gap <= AFTER and told.standing)


def _of_nobody(told: Bearing, gap: int) -> float:
    """Words that name nobody are of what is told in their sentence, or right beside it."""
    if gap == 0:
        return 3.0
    return 2.4 if abs(gap) == 1 else 2.0 if told.rule == "bearing.found" else AGAINST


def _of_somebody(group: Gathered, who: Phrase, told: Bearing, gap: int, words: str) -> float:
    deeds = [f.telling.deed for f in group.told]
    suffering = [*(t for d in deeds for t in d.targets), *(h.phrase for d in deeds for h in d.harms)]
    acting = [a for d in deeds for a in d.actors]
    same = 0.5 if gap == 0 else 0.0
    if who.lemma in PRONOUNS or who.lemma in SINGULAR | PLURAL:
        return 2.0 + same if _agrees(who.lemma, suffering) else AGAINST
    said = who.span.of(words).lower()
    if said.startswith(OTHERS) or any(a.span.contains(told.cue) or a.span.contains(who.head) for a in acting):
        return AGAINST
    known = gap == 0 or who.proper or who.lemma in PARTS or said.startswith(DEFINITE)
    if known and (any(t.lemma == who.lemma for t in suffering) or who.lemma in group.persons):
        return 3.0 + same
    if any(a.lemma == who.lemma for a in acting) or _is_of_the_force(who, suffering, acting):
        return AGAINST
    return _of_one_newly_named(who, told, gap, said)


def _of_one_newly_named(who: Phrase, told: Bearing, gap: int, said: str) -> float:
    """By words that count out of those told of before, or speak of somebody as known."""
    same = 0.5 if gap == 0 else 0.0
    part = who.lemma in PARTS or (who.count is not None and said.split(maxsplit=1)[0] in PARTS)
    if part and " of the " not in said:
        return 2.0 + same
    if (part or said.startswith(DEFINITE)) and abs(gap) <= 1:
        return 1.6 + same
    return 2.0 if told.kind in CROWDS and abs(gap) <= 1 else AGAINST


def _agrees(pronoun: str, suffering: Sequence[Phrase]) -> bool:
    """Whether a pronoun may stand for some of those who suffered, by their number."""
    if pronoun == "it":
        return any(t.thing == "vehicle" for t in suffering)
    counts = [t.count for t in suffering]
    if pronoun in SINGULAR:
        return not counts or any(count in (None, 1) or not isinstance(count, int) for count in counts)
    return not counts or len(counts) > 1 or any(count != 1 for count in counts)


def _is_of_the_force(who: Phrase, suffering: Sequence[Phrase], acting: Sequence[Phrase]) -> bool:
    """Whether it is told of armed forces, where those acted and did not suffer."""
    if who.kind not in FORCES:
        return False
    return not any(t.kind in ARMED for t in suffering) or any(a.kind == who.kind for a in acting)
