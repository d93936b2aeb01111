"""Deeds → tellings of incidents, or practices where they are habitual or counted over months."""

import re
from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from holdfire.model.grounded import Grounded, ground
from holdfire.model.incident import Practice, ReportedIncident, Status, TargetType
from holdfire.model.party import Party
from holdfire.model.place import Place
from holdfire.model.span import Span
from holdfire.model.statement import Deed, Phrase
from holdfire.reading.english.clauses.around_days import is_next, is_of_aftermath, is_of_arrest, tells_of_more
from holdfire.reading.english.dates import ResolvedDate
from holdfire.reading.english.phrases.naming import is_pronoun
from holdfire.reading.mentions import PlaceMention
from holdfire.reading.resolving.border_scenes import border_beside
from holdfire.reading.resolving.holders import holder
from holdfire.reading.resolving.moments import day_of, time_of
from holdfire.reading.resolving.parties import Cast
from holdfire.reading.resolving.practices import is_practice, period_of
from holdfire.reading.resolving.scene import Scene
from holdfire.reading.resolving.whereabouts import is_scene

WIDE = frozenset({"country", "province", "river", "line", "continent", "region", "county"})
_RANKED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|only|latest"
    r"|worst|deadliest|most \w+)(?: [\w-]+){0,4} (?:since|in)?\s*(?:since)?$"
)
_WHEN = re.compile(r",? when\b")
MEANS_WORD, MEANS_ACT = "means.word", "means.act"
COUNTING = frozenset({"act.counted", "act.violations", "act.truce_broken", "act.incidents"})
"""Rules that count acts."""
EXCHANGED, FIGHT = "act.exchanged", "act.fight"
"""The rule for fire from two sides."""
FOUND_OR_BLAMED = frozenset(
    {"act.blamed", "act.claimed", "act.held_for", "act.on_trial", "act.part_in", "harm.bodies"}
)
"""Rules that lay an act to somebody, or tell of those whom it killed, elsewhere."""
STATES = frozenset({"harm.condition", "harm.cared_for"})
"""Rules for how people are after an act."""
T = TypeVar("T", ResolvedDate, PlaceMention)
TO_PEOPLE = frozenset({"push_back", "pushback", "beat", "detain", "abduct", "torture"})
"""What is done to people, unless a thing is named."""


class Telling(msgspec.Struct, frozen=True):
    """One act as one clause tells it: what it comes to by itself, and the deed that it was read from."""

    incident: ReportedIncident
    deed: Deed


Event = Telling | Practice


def event(told: Deed, scene: Scene, cast: Cast, *, beside: Sequence[Deed] = ()) -> Event:
    """One deed as a telling or a practice, without an id yet; `beside` are the deeds of its sentence."""
    told = _as_taken(told, scene)
    shared = _shared(told, scene, cast, beside)
    dated = _counting(told, scene, beside) or told
    dates = own([d for d in scene.dates_of(dated) if _may_date(d, dated, scene)], dated, beside)
    dates = [_when_it_began(d, told, scene) for d in dates]
    when, time = _moment(dates, scene)
    sets = [d for d in scene.dates_in(told.span) if d.mention.type == "SET"]
    if is_practice(told, dates, scene, recurring=own(sets, told, beside)):
        condition = scene.quoted(told.condition, "practice.condition")
        period = period_of(told, when, scene)
        return Practice(
            id="", status=status(told), period=period, condition=condition, **shared, **counted(told, scene)
        )
    dates = [d for d in dates if not _is_ranked(d, scene)]
    if told.aid is not None:
        dates = [d for d in dates if d.mention.rule != "daypart"]  # "to hospital in the evening"
    if told.rule in STATES or told.undated:
        dates = [d for d in dates if not _dates_another(d, told)]
    when, time = _moment(dates, scene)
    warning = given(told.warning, scene, "incident.warning")
    aid = given(told.aid, scene, "incident.aid")
    incident = ReportedIncident(
        id="",
        status=status(told),
        salience="main",
        date=when,
        time=time,
        warning_given=warning,
        aid_given=aid,
        **shared,
    )
    return Telling(incident, told)


def _as_taken(told: Deed, scene: Scene) -> Deed:
    """A deed; towns that are seized or captured are no people held: "seized Goma"."""
    if told.act != "detain" or not told.targets:
        return told
    named = {p.span for p in scene.places_of(told)}
    if not all(t.span in named for t in told.targets):
        return told
    return msgspec.structs.replace(told, act="seize", means=None, means_span=None, harms=())


def _when_it_began(found: ResolvedDate, told: Deed, scene: Scene) -> ResolvedDate:
    """A date; of "since Aug. 25, when rebels raided posts" the raids are of that day alone."""
    start, slash, end = (found.value or "").partition("/")
    behind = found.mention.span.end
    if not slash or end not in ("", "..") or told.cue.start < behind or not _WHEN.match(scene.words, behind):
        return found
    return msgspec.structs.replace(found, value=start)


def _counting(told: Deed, scene: Scene, beside: Sequence[Deed]) -> Deed | None:
    """The counted acts of which a harm is told in a clause with "in which", at their time."""
    if not scene.words.startswith("in which ", told.span.start):
        return None
    return next((deed for deed in beside if deed.rule in COUNTING), None)


def _may_date(found: ResolvedDate, told: Deed, scene: Scene) -> bool:
    """Whether a date may be that of an act: not of the trial or talk after it, nor of an arrest for it."""
    if (found.value or "").startswith("T"):
        return False
    start = found.mention.span.start
    if is_of_aftermath(scene.words, start):
        return False
    between = scene.words[told.cue.end : max(told.cue.end, start)]
    if is_next(found.mention.span.of(scene.words)) and tells_of_more(between):
        return False
    taken = told.act == "detain" or told.cue.of(scene.words).lower() in ("captured", "captures", "capturing")
    return taken or not is_of_arrest(scene.words, start)


def _is_ranked(found: ResolvedDate, scene: Scene) -> bool:
    """Whether a time is that over which an act is counted, or the worst: "the sixth since May"."""
    start = found.mention.span.start
    return _RANKED.search(scene.words[max(0, start - 48) : start + len("since")]) is not None


def _dates_another(found: ResolvedDate, told: Deed) -> bool:
    """Whether a date hangs from another verb than that of the act, or tells how somebody was after it."""
    return told.rule in STATES or any(other.contains(found.mention.span) for other in told.undated)


def given(told: tuple[str, Span] | None, scene: Scene, rule: str) -> Grounded[Any] | None:
    """Whether a warning or aid was given, with its words."""
    return ground(told[0], scene.words, told[1], rule=rule) if told is not None else None


def own(found: Sequence[T], told: Deed, beside: Sequence[Deed]) -> list[T]:
    """Of the dates or places of a sentence those of one deed: in its clause, not in a clause of another."""
    if not found:
        return []
    others = [o.span for o in beside if o is not told and o.span != told.span]
    deeper = [s for s in others if told.span.contains(s)]
    within = [f for f in found if told.span.contains(_span(f))]
    mine = [f for f in within if not any(s.contains(_span(f)) for s in deeper)]
    if mine:
        return mine
    apart = [s for s in others if not s.contains(told.cue)]
    return [f for f in found if not any(s.contains(_span(f)) for s in apart)]


def _span(found: ResolvedDate | PlaceMention) -> Span:
    return found.mention.span if isinstance(found, ResolvedDate) else found.span


_AND = re.compile(r"(?:,| and|, and| and again| &)(?: on| in)? ")
"""What stands between two days of one act."""


def _moment(dates: Sequence[ResolvedDate], scene: Scene) -> tuple[Grounded[str] | None, Grounded[str] | None]:
    """(date, time of day) of a deed: a time without a day is no date."""
    date = time = None
    chosen: ResolvedDate | None = None
    for found in sorted(dates, key=_is_bare_time):
        made = scene.date(found)
        clock = time_of(made)
        if clock is not None and time is None:
            time = msgspec.structs.replace(made, value=clock)
        day = msgspec.structs.replace(made, value=day_of(made.value))
        if date is None or _says_more(day.value, date.value):
            date, chosen = day, found
    return (_with_days_beside(date, chosen, dates, scene) if date and chosen else date), time


def _with_days_beside(
    date: Grounded[str], first: ResolvedDate, dates: Sequence[ResolvedDate], scene: Scene
) -> Grounded[str]:
    """The day of an act with those told beside it: "on 28 and 29 May", "in March and April"."""
    end, last, more = first.mention.span.end, date.value, []
    for found in sorted(dates, key=lambda d: d.mention.span.start):
        span, day = found.mention.span, day_of(found.value or "")
        if span.start < end or _AND.fullmatch(scene.words, end, span.start) is None:
            continue
        if len(day) != len(last) or "/" in day + last or day <= last:
            break
        end, last = span.end, day
        more.append(span)
    if not more:
        return date
    spans = (*date.more, *more)
    return msgspec.structs.replace(date, value=f"{date.value}/{last}", more=spans)


def _is_bare_time(found: ResolvedDate) -> bool:
    """Whether a time has its day from elsewhere: "at 6 am" before "on Monday" is of Monday."""
    return found.mention.rule.startswith(("clock", "daypart"))


def _says_more(day: str, known: str) -> bool:
    """Whether a day is one of a month told before it: "nine months earlier, on 22 September"."""
    return len(day) > len(known.rstrip("~?")) and day.startswith(known.rstrip("~?"))


def _shared(told: Deed, scene: Scene, cast: Cast, beside: Sequence[Deed]) -> dict[str, Any]:
    """The slots that incidents and practices have in common, but for the counts."""
    words, rule = scene.words, told.rule
    named = scene.places_of(told)
    slots: dict[str, Any] = {
        "act": ground(told.act, words, told.cue, rule=rule),
        "places": places(told, named, scene, beside),
        "actor": cast.actors_of(
            acting(told, named), rule, on=told.targets, said=told.attribution, doers=told.doers
        )
        or holder(told, scene, cast),
        "target": _targets(told, cast),
        "target_type": _target_type(told, scene),
        "attribution": cast.voices(told.attribution, told.cue),
        "evidence": (ground(told.span.of(words), words, told.span, rule=rule),),
    }
    if rule in (EXCHANGED, FIGHT) and len(slots["actor"]) < len(told.actors):
        slots["actor"] = ()  # of two sides only one would be named
    if told.means is not None and told.means_span is not None:
        weapon = _names_a_means(told.means_span.of(words), scene)
        slots["means"] = ground(told.means, words, told.means_span, rule=MEANS_WORD if weapon else MEANS_ACT)
    if told.hedge is not None:
        slots["status_words"] = ground("alleged", words, told.hedge, rule="status.hedge")
    return slots


def _targets(told: Deed, cast: Cast) -> tuple[Grounded[Party], ...]:
    """On whom an act was done; for a pronoun him to whom it points back, or all of them."""
    out = [cast.party(t, told.rule) for t in told.targets if not is_pronoun(t) and t.count != 0]
    pronoun = next(filter(is_pronoun, told.targets), None)
    if pronoun is None:
        return tuple(out)
    several = len(told.meant) > 1
    bound = (cast.bound(pronoun, meant, told.rule, sure=several) for meant in told.meant)
    return (*out, *(found for found in bound if found is not None))


def _names_a_means(said: str, scene: Scene) -> bool:
    """Whether words name a weapon or another means, and not only the act that it was used in."""
    whole = said.lower()
    forms = (form for run in (whole, whole.rsplit(" ", 1)[-1]) for form in (run, run.removesuffix("s")))
    return any(form in scene.lexicon.means for form in forms)


def acting(told: Deed, found: Sequence[PlaceMention]) -> list[Phrase]:
    """Who acts, without towns that only stand where an actor might, and places that rebels are of."""
    places = {p.span for p in found}
    towns = {p.span for p in found if p.place.level != "country"}
    return [
        a
        for a in told.actors
        if a.span not in (towns if a.kind is None else places if a.kind == "armed group" else ())
    ]


def counted(told: Deed, scene: Scene) -> dict[str, Any]:
    """The counts of a practice, as its words have them."""
    slots: dict[str, Any] = {}
    for harm in told.harms:
        if harm.phrase.count is not None and harm.kind != "shot":
            made = ground(harm.phrase.count, scene.words, harm.phrase.span, rule=f"count.{harm.kind}")
            slots.setdefault(harm.kind, made)
    return slots


def places(
    told: Deed, named: Sequence[PlaceMention], scene: Scene, beside: Sequence[Deed]
) -> tuple[Grounded[Place], ...]:
    """Where an act was, the narrowest first; not the hospital, nor where those hurt are from."""
    found = [p for p in own(named, told, beside) if is_scene(p, scene)]
    found = [p for p in found if not _is_home(p, told, scene) and not _is_of_accuser(p, told)]
    found = [p for p in found if not _names_somebody(p.span, beside)]
    if all(p.place.level in WIDE for p in found) and (edge := border_beside(told, scene)) is not None:
        found = [p for p in found if not edge.span.contains(p.span)] + [edge]
    found.sort(key=lambda p: p.place.level in WIDE)
    return tuple(scene.place(p) for p in found)


def _is_of_accuser(found: PlaceMention, told: Deed) -> bool:
    """Whether a place is where somebody lays an act to others: "a committee in Mae Sot blamed the army"."""
    return told.rule in FOUND_OR_BLAMED and any(other.contains(found.span) for other in told.undated)


def _names_somebody(span: Span, deeds: Sequence[Deed]) -> bool:
    """Whether a name that a gazetteer knows is that of somebody who was hurt: "leaving Kos injured"."""
    hurt = (h.phrase for deed in deeds for h in deed.harms if h.phrase.count == 1 and h.phrase.thing is None)
    return any(phrase.span == span for phrase in hurt)


def _is_home(found: PlaceMention, told: Deed, scene: Scene) -> bool:
    """Whether a place says where the people acted on are from ("two men of the village")."""
    inside = any(t.span.contains(found.span) for t in told.targets if t.thing is None)
    return inside and scene.words[max(0, found.span.start - 9) : found.span.start].rstrip().endswith(
        (" of", " from", " of the")
    )


def _target_type(told: Deed, scene: Scene) -> Grounded[TargetType] | None:
    for target in told.targets:
        kind: Any = "person" if target.kind is not None or is_pronoun(target) else target.thing
        if target.lemma == "it":
            kind = next((m.thing for m in told.meant), None)
        if kind is None and (told.act in TO_PEOPLE or any(h.phrase is target for h in told.harms)):
            kind = "person"
        if kind is not None:
            return ground(kind, scene.words, target.span, rule="target.word")
    return None


def status(told: Deed) -> Status:
    """Whether a deed happened, is alleged, denied or merely thought of."""
    if told.mood == "hypothetical" and not is_denial_of_all(told):
        return "hypothetical"
    stances = {a.stance for a in told.attribution}
    if "deny" in stances:
        return "denied"
    return "alleged" if "claim" in stances or told.hedge is not None else "happened"


def is_denial_of_all(told: Deed) -> bool:
    """Whether somebody denies that anything was done to anyone ("denied that anyone was beaten")."""
    return any(t.lemma in ("anyone", "anybody") for t in told.targets) and any(
        a.stance == "deny" for a in told.attribution
    )
