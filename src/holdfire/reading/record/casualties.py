"""How many were killed, injured and detained, from all the tellings of one incident together.

A number for a group goes before people told one by one; who is shot and dies is killed and not injured.
"""

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from holdfire.model.grounded import Basis, Grounded, ground
from holdfire.model.incident import Count
from holdfire.model.span import Span
from holdfire.model.statement import Harm, Phrase
from holdfire.reading.resolving.events import Telling

Number = int | Count
PRONOUNS = frozenset({"he", "she", "him", "her", "they", "them", "it", "i", "we"})
LOSSES = frozenset({"loss", "casualty"})
"""Words for the dead and the hurt alike."""
WOUNDS = "harm.wounds"
CARED = "aid.care"
IDENTIFIED = "harm.identified"
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+(?![\w.])")
"""A word of a name; "Mr." and "Jr." are none."""
_HURT = re.compile(r"\b(?:wounded|injured|hurt)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:an)?others?\b", re.IGNORECASE)
ORDINALS = {
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
FURTHER = ("another ", "a second ", "a third ", "the second ", "the third ", "the other ")


class Claim(msgspec.Struct, frozen=True):
    """What one telling says of how many suffered what; `by` is whose words it is."""

    kind: str
    count: Number | None
    phrase: Phrase
    rule: str
    more: tuple[Span, ...] = ()
    by: str | None = None
    pronoun: Span | None = None


def counts(tellings: Sequence[Telling], words: str) -> dict[str, Grounded[Number]]:
    """The slots killed, injured and detained of one incident, where the tellings say how many."""
    own = [_claims(telling) for telling in tellings]
    claims = _counted_once([claim for some in own for claim in some])
    claims += _cared_for(tellings, claims)
    claims, parted = _parted(tellings, own, claims)
    out: dict[str, Grounded[Number]] = {}
    killed = _put(out, "killed", claims, words)
    if parted is not None and "killed" in out:
        why = f"“{parted.phrase.span.of(words)}” are told apart after: some were killed, some not"
        out["killed"] = replace(out["killed"], rule="count.parted", basis="inferred", because=why)
    _put(out, "detained", claims, words)
    dead = {word for c in claims if c.kind == "killed" for word in _known_by(c.phrase, words)}
    hurt = [c for c in claims if c.kind == "injured" and not _died(c, dead, claims, words)]
    injured = total(hurt, words)
    left = _left_alive([c for c in claims if c.kind == "shot"], killed, dead, words)
    if injured is None or (left is not None and _low(left[0]) > _low(injured[0])):
        if left is not None:
            count, claim, because = left
            out["injured"] = _grounded((count, claim), "shot", words, because=because)
    else:
        out["injured"] = _grounded(injured, "injured", words)
    return out | _nobody(out, claims)


def _claims(telling: Telling) -> list[Claim]:
    """The claims of one telling, with who makes them, as far as he is named."""
    claims = claims_of(telling.deed.harms)
    said = telling.incident.attribution if claims else ()
    by = next((v.value.speaker for v in said if v.value.kind not in ("narration", "outlet")), None)
    return [replace(claim, by=by) for claim in claims] if by is not None else claims


def _nobody(out: dict[str, Grounded[Number]], claims: Sequence[Claim]) -> dict[str, Grounded[Number]]:
    """What follows where nobody was hurt, or there were no losses: nobody killed, or nobody hurt either."""
    kinds = {c.kind for c in claims}
    for said, other in (("injured", "killed"), ("killed", "injured")):
        none = out.get(said)
        spoken = next((c for c in claims if c.kind == said and c.count == 0), None)
        if none is None or none.value != 0 or spoken is None or other in kinds or "shot" in kinds:
            continue
        if said == "injured" or spoken.phrase.lemma in LOSSES:
            because = f"“{none.quote}” {'hurt' if said == 'injured' else 'on that side'}"
            return {other: replace(none, rule=f"count.{other}", basis="inferred", because=because)}
    return {}


def _parted(
    tellings: Sequence[Telling], own: Sequence[Sequence[Claim]], claims: list[Claim]
) -> tuple[list[Claim], Claim | None]:
    """The claims without that of a group as dead that a sentence parts: "one died, two were held"; and it."""
    fates: dict[int, dict[str, int]] = {}
    for telling, some in zip(tellings, own, strict=True):
        for claim in some:
            if isinstance(claim.count, int):
                fates.setdefault(telling.deed.sentence, {}).setdefault(claim.kind, claim.count)
    for told in fates.values():
        left = sum(told.get(kind, 0) for kind in ("injured", "detained"))
        whole = told.get("killed", 0) + left
        group = next((c for c in claims if c.kind == "killed" and c.count == whole), None)
        if group is not None and left and told.get("killed"):
            return [c for c in claims if c is not group and (c.kind, c.count) != ("killed", whole)], group
    return claims, None


def _counted_once(claims: Sequence[Claim]) -> list[Claim]:
    """Without the names of those who were counted before ("the dead were identified as …"), if they were."""
    counted = {claim.kind for claim in claims if claim.rule != IDENTIFIED}
    return [claim for claim in claims if claim.rule != IDENTIFIED or claim.kind not in counted]


def _cared_for(tellings: Sequence[Telling], claims: Sequence[Claim]) -> list[Claim]:
    """Those brought to care, where nothing else tells that somebody was hurt."""
    if any(c.kind in ("injured", "shot") for c in claims):
        return []
    deeds = (t.deed for t in tellings if t.deed.aid is not None and t.deed.aid[0] == "yes")
    return [Claim("injured", t.count, t, CARED) for deed in deeds for t in deed.targets if t.thing is None]


def _put(out: dict[str, Grounded[Number]], kind: str, claims: list[Claim], words: str) -> Number | None:
    found = total([c for c in claims if c.kind == kind], words)
    if found is None:
        return None
    out[kind] = _grounded(found, kind, words)
    return found[0]


def _grounded(
    found: tuple[Number, Claim], kind: str, words: str, *, because: str | None = None
) -> Grounded[Number]:
    count, claim = found
    because = because or ("they were brought to care" if claim.rule == CARED else None)
    basis: Basis = "inferred" if because else "stated"
    rule, span, more = f"count.{kind}", claim.phrase.span, claim.more
    if claim.pronoun is not None and because is None:
        basis, more = "resolved", (*more, claim.pronoun)
        because = f"“{claim.pronoun.of(words)}” taken for “{span.of(words)}” before it"
    return ground(count, words, span, rule=rule, basis=basis, because=because, more=more)


def _wholes(harms: list[Harm]) -> list[Harm]:
    """Without those who are told as a part of the rest ("ten people, three of them civilians")."""
    return [h for h in harms if not h.part] or harms


def claims_of(harms: Sequence[Harm]) -> list[Claim]:
    """The claims of one telling; coordinated numbers add up ("three soldiers and a driver" are four)."""
    if not harms:
        return []
    if len(harms) == 1:
        [only] = harms
        return [Claim(only.kind, only.phrase.count, only.phrase, only.rule, pronoun=only.pronoun)]
    out: list[Claim] = []
    for kind in ("killed", "injured", "detained", "shot"):
        own = _wholes([h for h in harms if h.kind == kind])
        added = (_sum([h.phrase.count for h in own]) or _at_least(own)) if len(own) > 1 else None
        if added is not None:
            out.append(Claim(kind, added, own[0].phrase, own[0].rule, tuple(h.phrase.span for h in own[1:])))
        else:
            out += [Claim(kind, h.phrase.count, h.phrase, h.rule, pronoun=h.pronoun) for h in own]
    return out


def _sum(numbers: Sequence[Number | None]) -> Number | None:
    """Numbers added up, the least of those that are open below ("at least"); None where one is not told."""
    if any(n is None or _low(n) <= 0 for n in numbers) or _is_one_range(numbers):
        return None
    low = sum(_low(n) for n in numbers if n is not None)
    if all(isinstance(n, int) for n in numbers):
        return low
    highs = [n if isinstance(n, int) else n.high for n in numbers if n is not None]
    return Count(low, sum(h for h in highs if h is not None) if None not in highs else None)


def _at_least(harms: Sequence[Harm]) -> Count | None:
    """Those who are counted of several, where others beside them are not: "the driver and the migrants"."""
    counted = [h for h in harms if h.phrase.count is not None]
    plain = all(h.phrase.kind is not None and not h.phrase.proper for h in harms if h not in counted)
    known = (
        _sum([h.phrase.count for h in counted]) if counted and len(counted) < len(harms) and plain else None
    )
    return Count(_low(known), None) if known is not None else None


def _is_one_range(numbers: Sequence[Number | None]) -> bool:
    """Whether the two ends of one range were read: "six or eight of the men"."""
    ranges = [n for n in numbers if isinstance(n, Count) and n.high is not None]
    return len(ranges) == len(numbers) and len(set(ranges)) == 1


def is_none(telling: Telling) -> bool:
    """Whether a telling says that nobody was harmed."""
    harms = telling.deed.harms
    return bool(harms) and all(h.phrase.count == 0 for h in harms)


def total(claims: Sequence[Claim], words: str) -> tuple[Number, Claim] | None:
    """What claims of one kind come to: a toll that rose, a group's number, or the people told one by one."""
    tolls = [c for c in claims if c.rule == "harm.toll" and c.count is not None]
    if tolls:
        return _between(tolls[-1], claims) or (_number(tolls[-1]), tolls[-1])
    groups = [c for c in claims if isinstance(c.count, Count) or (isinstance(c.count, int) and c.count > 1)]
    least = max((_low(c.count) for c in groups if isinstance(c.count, Count)), default=0)
    exact = [c for c in groups if isinstance(c.count, int) and c.count >= least]
    singles = [c for c in claims if c.count == 1]
    if exact or groups:
        chosen = (exact or [c for c in groups if isinstance(c.count, Count)])[0]
        last = [c for c in singles if c.count == 1 and _place_of(c, words) > _low(_number(chosen))]
        if last and exact:
            return _place_of(last[-1], words), last[-1]
        return _number(chosen), chosen
    if singles:
        return _people(singles, words), singles[0]
    none = [c for c in claims if c.count == 0]
    return (0, none[0]) if none else None


def _between(toll: Claim, claims: Sequence[Claim]) -> tuple[Number, Claim] | None:
    """A range where two who are named put a toll: "18 died, the province said; the group put it at 27"."""
    other = next(
        (c for c in claims if c.rule != "harm.toll" and isinstance(c.count, int) and c.count > 1), None
    )
    if other is None or not isinstance(toll.count, int) or not isinstance(other.count, int):
        return None
    if not toll.by or not other.by or toll.by == other.by or toll.count == other.count:
        return None
    low, high = sorted((toll.count, other.count))
    return Count(low, high), replace(toll, more=(*toll.more, other.phrase.span))


def _place_of(claim: Claim, words: str) -> int:
    """The number that "a fifth victim" makes of those before him; 0 where there is none."""
    said = claim.phrase.span.of(words).lower().split()[:2]
    return next((ORDINALS[word] for word in said if word in ORDINALS), 0)


def _number(claim: Claim) -> Number:
    return claim.count if claim.count is not None else 0


def _people(singles: Sequence[Claim], words: str) -> int:
    """How many different people are told of one by one: by their names, or as “another”.

    The first is one whatever he is called: "another" tells him from who acted, "a third" from the dead.
    """
    names = _names([c.phrase for c in singles if is_name(c.phrase, words)], words)
    _, *after = sorted(singles, key=lambda claim: claim.phrase.span.start)
    further = [c for c in after if c.phrase.span.of(words).lower().startswith(FURTHER)]
    return max(len(names), 1 + len(further))


def _names(phrases: Sequence[Phrase], words: str) -> set[str]:
    """The last words of the names of different people: "David" is David McIntyre, and so is "McIntyre"."""
    whole = {key(p, words): frozenset(_CAPITALISED.findall(p.span.of(words))) for p in phrases}
    return {last for last in whole if not any(whole[last] < other for other in whole.values())}


def _left_alive(
    shot: Sequence[Claim], killed: Number | None, dead: set[str], words: str
) -> tuple[Number, Claim, str | None] | None:
    """Of those shot, how many are not told to have died."""
    alone = killed == 1 and all(c.count == 1 for c in shot)
    found = total([c for c in shot if not _is_of(c, dead, words, alone=alone)], words)
    if found is None:
        return None
    count, claim = found
    if killed is None or killed == 0 or _OTHERS.search(claim.phrase.span.of(words)):
        return count, claim, None
    if isinstance(killed, Count):
        return None  # nobody says how many of those shot lived
    if isinstance(count, Count):
        return None
    if count <= killed:
        return None
    return count - killed, claim, f"{count} were shot and {killed} of them killed"


def _is_of(claim: Claim, dead: set[str], words: str, *, alone: bool) -> bool:
    """Whether someone told to be shot is one of the dead: by his name, or "he" where one man died."""
    if claim.count != 1:
        return False
    return key(claim.phrase, words) in dead or (alone and claim.phrase.lemma in PRONOUNS)


def _died(claim: Claim, dead: set[str], claims: Sequence[Claim], words: str) -> bool:
    """Whether someone told to be hurt is told to have died."""
    killed = [c.count for c in claims if c.kind == "killed"]
    told_dead = any(c.kind == "killed" and c.phrase.span == claim.phrase.span for c in claims)
    if told_dead and _HURT.search(claim.phrase.span.of(words)):
        return True  # "nine wounded men died"
    if (
        claim.rule in (WOUNDS, CARED)
        and claim.count in killed
        and not _OTHERS.search(claim.phrase.span.of(words))
    ):
        return True  # the dead too are found with their wounds
    if claim.count != 1:
        return False
    if key(claim.phrase, words) in dead and not claim.phrase.span.of(words).lower().startswith(FURTHER):
        return True
    return claim.phrase.lemma in PRONOUNS and 1 in killed


def _low(count: Number) -> int:
    return count if isinstance(count, int) else count.low or 0


def key(phrase: Phrase, words: str) -> str:
    """By what a person is known again: the last word of a name or description."""
    return phrase.head.of(words).lower()


def _known_by(phrase: Phrase, words: str) -> set[str]:
    """By what somebody may be known again: of a name of several words each of them."""
    called = (
        _CAPITALISED.findall(phrase.span.of(words)) if phrase.count == 1 and is_name(phrase, words) else []
    )
    return {key(phrase, words), *(word.lower() for word in called)}


def is_name(phrase: Phrase, words: str) -> bool:
    """Whether a phrase ends in a proper name."""
    if phrase.proper and words.islower():
        return True
    head = phrase.head.of(words)
    return head[:1].isupper() and (phrase.kind is None or phrase.head.start > phrase.span.start)
