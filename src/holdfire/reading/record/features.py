"""What of a telling counts when tellings are held against each other, worked out once."""

import re
from collections.abc import Sequence

import msgspec

from holdfire.geography.peoples import countries_in
from holdfire.model.incident import Count
from holdfire.model.party import ARMED, ARMED_OR_STATE
from holdfire.model.statement import Deed, Phrase
from holdfire.reading.english.places.sites import SITES
from holdfire.reading.english.saying.denials import BACKWARDS
from holdfire.reading.record.casualties import PRONOUNS, Claim, claims_of, is_name, key
from holdfire.reading.record.occasions import Hours, hours, quarters, rounds
from holdfire.reading.record.sameness import narrow
from holdfire.reading.resolving.events import Telling
from holdfire.reading.resolving.holders import IMPLIED
from holdfire.reading.resolving.moments import DAY

_ANEW = re.compile(r"(?:an?|two|three|four|five|several) (?!\w+ of )", re.IGNORECASE)
"""How words begin that bring in people not told of before."""
_SENTENCE_ENDS = re.compile(r"[.!?][”\"’]?\s|\n")
DEFINITE = ("the ", "this ", "these ", "those ", "his ", "her ", "their ", "both ", "all ")
OURS = ("our ", "my ")
"""How a witness speaks of those and what an act befell that was told before."""
_NAME_WORD = re.compile(r"\b[A-Z][\w’'-]{2,}")
_ELSEWHERE = re.compile(
    r"\b(?:meanwhile|elsewhere|separately|in an?(?:other| separate)|yet another"
    r"|another (?:incident|case|attack|shooting)"
    r"|(?:incident|case|attack|shooting) in which|earlier|previously|last year"
    r"|in (?:the same|a similar|a related) (?:context|case|incident)|hours later"
    r"|later (?:that|the same) (?:day|morning|afternoon|evening|night)"
    r"|(?:kilomet(?:er|re)s|miles|km) (?:to the |farther |further )?(?:north|south|east|west|away|up|down)\w*"
    r"|(?:farther|further) (?:north|south|east|west|up|down|along|inland))\b"
)
_FORMERLY = re.compile(
    r" (?:\w+ ){0,4}?(?:previously|earlier (?:this|last|that) (?:week|month|year)"
    r"|(?:years?|months) (?:ago|earlier)"
    r"|in (?:previous|recent|earlier|past) (?:years|months|attacks|incidents|clashes))\b"
)
"""What stands behind a word for an act that was done on another occasion: "was killed years ago"."""
_FURTHER = re.compile(
    r"^(?:(?:an?|the|at least|some) )?"
    r"(?:another|other|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
    r"|^\S+ (?:other|more)s?\b"
)
"""How a phrase begins that counts people beside those told of before."""
_ATTACKERS = re.compile(r"\b(?:attack|assail)(?:er|ant)s?\b")
_THE_ATTACKERS = re.compile(r"the (?:\w+ )?(?:attackers|assailants|gunmen|raiders)\b", re.IGNORECASE)
_AT_FIRST = re.compile(
    r"\b(?:at first|initially|originally|earlier|first) (?:spoke|said|put|reported|counted|told)\b"
)
"""What stands before a number that was given up later."""
_RIVAL = re.compile(r"; ([\w ]{2,40}?) (?:says?|claims?|accuses?|alleges?)\b[^;\n]*\Z")
"""How another state takes the word in the second part of a headline."""
_REST = re.compile(r"(?:the )?(?:other|remaining) (?!than )\w+|\S+ more (?!than )\w+", re.IGNORECASE)
"""How a phrase begins that counts the rest of those told of, or some more: "the other four victims"."""
_OF_THOSE = re.compile(r"\S+ of (?:the|these|those|them|his|her|its|their)\b", re.IGNORECASE)
"""How a phrase begins that counts a part of those told of before: "seventeen of the men"."""
_ANSWERS = re.compile(
    r"(?:return(?:s|ed|ing)? (?:\w+ )?fire|retaliat\w+|\w+ back\b"
    r"|(?:respond|repli|answer)(?:s|ed|ing|es)? (?:\w+ ){0,2}with\b)",
    re.IGNORECASE,
)
_DAYS_APART = re.compile(r"(?:\w+ ){1,3}?(?:days|weeks|months|years|day|week|month|year) (?:after|before)\b")
"""How a clause begins that tells of another time than the clause it stands in: "three days after he died"."""
_COMES_AFTER = re.compile(
    r"\b(?:incident|attack|assault|shooting|clash(?:es)?|fire-?fight|killings?|raids?|(?:air)?strikes?|deaths?"
    r"|violence|exchange(?: of fire)?|blasts?|explosions?|ambush|shelling|firing|skirmish(?:es)?)"
    r" (?:[\w-]+ ){0,3}?(?:comes?|came|occurred|happened|follows|followed|took place)"
    r" (?:just |only |barely |less than )?"
    r"(?:\w+ ){1,3}?(?:hours?|days?|weeks?|months?|years?) (?:after|before)\b[^.;\n]*\Z"
)
"""How a sentence leads from an act told before to another: "the attack comes a day after troops shot"."""
_FIRST_OF_ALL = re.compile(
    r"\b(?:this|it|that) (?:was|is|marks|marked) (?:only |just )?the (?:\w+ )?(?:time|such)\b[^.;\n]*\Z"
)
"""What takes an act up again to count it among others: "it was the first time that troops had killed any"."""
_OF_OWN_SIDE = re.compile(
    r"\b(?:fellow|comrades?|colleagues?|defect\w*|desert\w*"
    r"|own (?:troops|men|soldiers|comrades|side|army|guards))\b",
    re.IGNORECASE,
)
"""Words for those who are hit by their own side."""
SHOTS = frozenset({"fire", "shell", "explode", "use_explosive"})
_DOWNED = re.compile(r"(?:shot|shoots?|shooting)(?: \w+){0,3} down\b|down(?:ed|ing)\b")
"""How it is told that a drone or a plane was brought down: no act against people."""
LONG_ENOUGH = 30
"""Code points of a clause that is told again word for word: a headline that stands twice."""
ANY_FORCE = frozenset({"officer", "officers", "agent", "agents", "commander"})
"""Names that the armed of every kind bear."""
ANYBODY = ANY_FORCE | {
    "attackers", "assailants", "perpetrators", "killers", "murderers", "assassins", "attacker", "assailant",
    "killer", "murderer", "assassin",
}  # fmt: skip
"""Names that anybody bears who did an act told before."""
_REPELLED = re.compile(
    r"\b(?:repel\w*|repuls\w*|fended off|fought off|beat(?:en)? (?:off|back))(?: [\w-]+){0,3} $",
    re.IGNORECASE,
)
"""What stands before an attack that the other side beat off."""
_SECURITY = re.compile(r"(?:the )?(?:[\w-]+ )?security (?:forces?|personnel|men|services?)")
"""What police, border guards and armies are called alike."""
DYING = frozenset({"died", "die", "dies", "dying", "succumbed", "succumbs"})
"""Words that tell of a death, which may come days after the act that led to it."""


class Features(msgspec.Struct):
    """One telling by what it can share with another: people, numbers, days, places, actors."""

    telling: Telling
    rule: str
    sentence: int
    act: str
    hypothetical: bool
    implied: bool
    means: str | None
    day: str | None
    places: set[str]
    narrow: set[str]
    names: set[str]
    kinds: set[str]
    doers: set[str]
    known_doers: set[str]
    doers_armed: set[str]
    sufferers_armed: set[str]
    by_others: bool
    persons: set[str]
    known_persons: set[str]
    numbers: set[int]
    groups: dict[str, set[int]]
    points_back: bool
    by_pronoun: bool
    brings_new: bool
    further: bool
    only_harm: bool
    dying: bool
    denies: bool
    elsewhere: bool
    formerly: bool
    quarters: set[str]
    rounds: int | None
    hours: Hours | None
    beside: str | None
    answers: bool
    on_attackers: bool
    by_attackers: bool
    days_apart: bool
    comes_after: bool
    own_side: bool
    called: frozenset[str]
    said: str | None
    downed: bool
    repelled: bool
    after: bool
    nations: frozenset[str]
    hurt_nations: frozenset[str]
    occasion: bool
    titled: bool
    rival: bool


def features_of(
    telling: Telling,
    words: str,
    *,
    beside: str | None = None,
    titled: bool = False,
    dead: Sequence[Phrase] = (),
) -> Features:
    """The features of one telling; `beside` is the day to which the words before it lead up.

    `titled` says that it stands in the headline; `dead` are those told in its clause to have died.
    """
    deed, made = telling.deed, telling.incident
    claims = claims_of(deed.harms)
    date = made.date
    heads = [t.span.of(words).lower() for t in deed.targets]
    named = [is_name(t, words) for t in deed.targets]
    back = bool(deed.targets) and all(
        t.lemma in PRONOUNS or said.startswith(DEFINITE) for t, said in zip(deed.targets, heads, strict=True)
    )
    persons = {key(t, words) for t in deed.targets if t.lemma not in PRONOUNS}
    known = {
        key(t, words)
        for t, said, name in zip(deed.targets, heads, named, strict=True)
        if t.lemma not in PRONOUNS and (name or said.startswith(DEFINITE))
    }
    before = _before(telling, words)
    back = back or _FIRST_OF_ALL.search(before) is not None
    if back and (own := _of_own_sentence(deed, words)):
        back, persons = False, persons | {key(m, words) for m in own}
    described = {t.described for t in deed.targets if t.described is not None}
    persons, known = persons | described, known | described
    places = [p for p in made.places if p.rule not in SITES]  # a post or a pillar lies in any of them
    return Features(
        telling,
        deed.rule,
        deed.sentence,
        made.act.value,
        made.status == "hypothetical",
        any(a.rule == IMPLIED for a in made.actor),
        made.means.value if made.means is not None else None,
        date.value if date is not None and len(date.value) >= DAY else None,
        {p.value.id or p.value.name for p in places},
        narrow(places),
        {a.value.name.lower() for a in made.actor},
        {a.value.kind for a in made.actor if a.rule != IMPLIED and not _is_anybody(a.value.name)},
        {a.lemma for a in deed.actors if a.lemma not in PRONOUNS},
        {a.lemma for a in deed.actors if a.count == 1 and a.span.of(words).lower().startswith("the ")},
        _armed(deed.actors),
        suffering := _armed(deed.targets),
        bool(suffering) and bool(deed.actors) and not made.actor,
        persons,
        known,
        _numbers(telling, claims),
        {} if _AT_FIRST.search(_opening(telling, words)) else _groups(claims, words),
        back,
        back and all(t.lemma in PRONOUNS for t in deed.targets),
        bool(deed.targets) and not back and not any(named) and not all(s.startswith(OURS) for s in heads),
        any(_FURTHER.search(said) for said in heads) or _is_added(telling, words),
        _is_only_harm(telling),
        is_dying(telling),
        is_denial(telling),
        _ELSEWHERE.search(_opening(telling, words)) is not None,
        _FORMERLY.match(words, deed.cue.end) is not None,
        *(told := (quarters(telling, words), rounds(telling, words), hours(date, made.time))),
        beside if date is None else None,
        is_answer(telling, words),
        any(_ATTACKERS.search(said) for said in heads),
        any(_THE_ATTACKERS.match(a.span.of(words)) for a in deed.actors),
        _DAYS_APART.match(words, deed.span.start) is not None,
        _COMES_AFTER.search(before) is not None,
        _OF_OWN_SIDE.search(deed.span.of(words)) is not None,
        _called(dead, words),
        said if len(said := deed.span.of(words).lower()) >= LONG_ENOUGH else None,
        _DOWNED.match(words, deed.cue.start) is not None and not deed.harms,
        _REPELLED.search(words, max(0, deed.cue.start - 40), deed.cue.start) is not None,
        words.startswith("after ", deed.span.start),
        _nations(telling),
        frozenset(c for t in deed.targets if t.kind in ARMED for c in countries_in(t.span.of(words))),
        told != (set(), None, None),
        titled,
        titled and _is_rivals(telling, words),
    )


def _is_anybody(name: str) -> bool:
    """Whether a name is of any force, or of whoever did it: "officers", "security forces"."""
    lowered = name.lower()
    return lowered in ANYBODY or _SECURITY.fullmatch(lowered) is not None


def _of_own_sentence(deed: Deed, words: str) -> list[Phrase]:
    """Whom all pronouns of an act mean that its sentence brings in: "a man ran; guards shot him"."""
    if not deed.meant or not all(t.lemma in PRONOUNS for t in deed.targets):
        return []
    new = [m for m in deed.meant if _ANEW.match(words, m.span.start)]
    near = [m for m in new if _SENTENCE_ENDS.search(words, m.span.end, deed.cue.start) is None]
    return near if len(near) == len(deed.meant) else []


def _is_rivals(telling: Telling, words: str) -> bool:
    """Whether a state tells of its own harm in a headline: "woman dies; Pakistan says two hurt"."""
    said = _RIVAL.search(words, 0, telling.deed.cue.start)
    return said is not None and bool(countries_in(said[1]))


def _is_added(telling: Telling, words: str) -> bool:
    """Whether an act befell people as another did before: "two men were also shot"."""
    deed = telling.deed
    before = words[max(deed.span.start, deed.cue.start - 12) : deed.cue.start].lower()
    return bool(deed.harms) and before.endswith((" also ", " also been ", " too "))


def _nations(telling: Telling) -> frozenset[str]:
    """The countries whose armed people a telling has for its actors."""
    own = (a.value for a in telling.incident.actor if a.value.kind in ARMED_OR_STATE)
    return frozenset(country for party in own for country in countries_in(party.name))


def is_answer(telling: Telling, words: str) -> bool:
    """Whether a telling is of fire that answers fire: "returned fire", "shot back"."""
    cue = telling.deed.cue
    return bool(_ANSWERS.match(words, cue.start)) and telling.incident.act.value in SHOTS


def is_denial(telling: Telling) -> bool:
    """Whether a telling is somebody's word that an act was not done: "denied that anyone was shot"."""
    said = telling.deed.attribution
    return any(a.stance == "deny" and a.rule not in BACKWARDS for a in said)


def is_dying(telling: Telling) -> bool:
    """Whether a telling is of a death and not of the act that led to it."""
    return telling.incident.act.quote.lower() in DYING


def _is_only_harm(telling: Telling) -> bool:
    """Whether a telling says who was harmed, and not by whom: its means is told beside it, if at all."""
    deed = telling.deed
    own_means = deed.means is not None and deed.means_span == deed.cue
    return bool(deed.harms) and not deed.actors and not own_means and deed.act != "detain"


def _opening(telling: Telling, words: str) -> str:
    """The words of a sentence up to the word for the act, as far as they are near."""
    deed = telling.deed
    before = words[max(0, deed.span.start - 50) : deed.cue.start].lower()
    return before.replace("\n", ". ").rpartition(". ")[2]


def _before(telling: Telling, words: str) -> str:
    """The words of a sentence up to the word for the act."""
    deed = telling.deed
    before = words[max(0, deed.cue.start - 250) : deed.cue.start].lower()
    return before.replace("\n", ". ").rpartition(". ")[2]


def _called(dead: Sequence[Phrase], words: str) -> frozenset[str]:
    """The words of the name of one who was killed: of "Jan Kos" both; empty for several."""
    named = {p.span: _NAME_WORD.findall(p.span.of(words)) for p in dead if is_name(p, words)}
    return frozenset(w.lower() for each in named.values() for w in each) if len(named) == 1 else frozenset()


def _armed(phrases: tuple[Phrase, ...]) -> set[str]:
    return {p.lemma for p in phrases if p.kind in ARMED and p.lemma not in PRONOUNS}


def _numbers(telling: Telling, claims: list[Claim]) -> set[int]:
    """The numbers of people that a telling has, but for one."""
    found = [x.count for x in claims] + [t.count for t in telling.deed.targets]
    found += [n.low for n in found if isinstance(n, Count)]  # a headline has "seven" for "at least seven"
    return {n for n in found if isinstance(n, int) and n > 1}


def _groups(claims: list[Claim], words: str) -> dict[str, set[int]]:
    """The numbers of groups by what was done to them, where a later number would be another's."""
    out: dict[str, set[int]] = {}
    unsummed = {claim.kind for claim in claims if claim.count is None}  # "two guards and the acting head"
    for claim in claims:
        if claim.kind == "detained" or claim.rule == "harm.toll" or claim.phrase.lemma in PRONOUNS:
            continue
        said = claim.phrase.span.of(words)
        if _REST.match(said) or _OF_THOSE.match(said):
            continue
        if isinstance(claim.count, int) and claim.count > 1 and claim.kind not in unsummed:
            out.setdefault(claim.kind, set()).add(claim.count)
    return out
