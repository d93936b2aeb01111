"""Directives → reported orders."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import msgspec

from holdfire.model.grounded import Grounded, Piece, ground
from holdfire.model.order import Clause, OrderStatus, Relation, ReportedOrder
from holdfire.model.party import Party, Voice
from holdfire.model.place import Place
from holdfire.model.span import Span
from holdfire.model.statement import Directive, Norm, Phrase
from holdfire.reading.english.dates.roles import Role, role_of
from holdfire.reading.english.directives.documents import Heading
from holdfire.reading.english.directives.provisions import SPOKEN
from holdfire.reading.english.phrases.naming import bare, is_pronoun
from holdfire.reading.english.places.corridors import find_corridor
from holdfire.reading.mentions import PlaceMention
from holdfire.reading.resolving.border_areas import border_area
from holdfire.reading.resolving.lengths import shifted
from holdfire.reading.resolving.parties import Cast
from holdfire.reading.resolving.scene import Scene, is_dated
from holdfire.reading.resolving.stretches import stretch

_FOR = re.compile(r"\bfor (?:the next |another |up to |a further )?$", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_THEN = re.compile(r"(?:At (?:that|the) time|Back then|In those days)\b")
ON_THE_SPOT = frozenset({"anonymous source", "resident"})
"""Kinds of speakers who know of an order where they are."""
THEN_WITHIN = 200
"""Code points: how far before "At that time" the date that it takes up may stand."""
_FIRST = re.compile(r"\b(?:first|originally|initially) \w+ed (?:on |in )?(?:the )?$")


@dataclass(frozen=True, slots=True)
class OrderTelling:
    """One order as one clause tells it: what it comes to by itself, and the directive it was read from.

    `exempt` are those whom it says that an order told before leaves out.
    """

    order: ReportedOrder
    told: Directive
    exempt: Grounded[str] | None = None


def order(told: Directive, scene: Scene, cast: Cast) -> OrderTelling:
    """One directive as a reported order, without an id yet."""
    words, rule = scene.words, told.rule
    dates = _dates(told, scene)
    places = [p for p in scene.places_of(told) if not _is_of_giver(p, told)]
    corridor = find_corridor(words, [(p.span, p.place) for p in places])
    made = ReportedOrder(
        id="",
        kind=ground(told.kind, words, told.cue, rule=rule),  # type: ignore[arg-type]
        salience="background" if _is_past(told) or _was_first(dates.get("at"), words) else "main",
        status=_status(told),
        issuer=_issuer(told, cast),
        addressees=cast.addressees_of(told.addressees, rule),
        clauses=tuple(_clause(n, scene, cast) for n in told.norms),
        places=tuple(scene.place(p) for p in places)
        if _is_placed(places)
        else _of_source(told, places, scene),
        area=stretch(corridor, places, words, lines=scene.lines)
        if corridor is not None
        else border_area(scene.sentence(told.sentence), scene),
        issued=_issued(told, dates) or _announced(told, scene),
        effective_from=dates.get("from") if rule != "order.posted" else None,
        effective_to=dates.get("to") or _lasting(told, dates, scene),
        hours=scene.hours_in(scene.sentence(told.sentence)),
        until_condition=_until(told, scene),
        purpose=scene.quoted(told.purpose, "order.purpose"),
        relation=_relation(told, scene),
        attribution=_voices(told, scene, cast),
        evidence=(ground(told.span.of(words), words, told.span, rule=rule),),
    )
    exempt = _spans(told.content, scene, "norm.exception") if rule == "order.exempt" else None
    return OrderTelling(_in_its_own_words(made, scene) if scene.heading is not None else made, told, exempt)


def _is_of_giver(place: PlaceMention, told: Directive) -> bool:
    """Whether a place only says where the giver sits: "the order came from the staff in Kiev"."""
    if told.issuer is None or not (
        told.rule in ("order.given", "order.gave") or told.issuer.lemma in IN_CAPITALS
    ):
        return False
    behind = place.span.start - told.issuer.span.end
    return told.issuer.span.contains(place.span) or 0 <= behind <= len(" in the ")


GIVEN = frozenset({"order.given", "order.gave"})
IN_CAPITALS = frozenset({"government", "ministry", "cabinet", "parliament", "staff", "presidency"})
"""Bodies that sit in a capital, where what they order does not hold by that."""


def _is_placed(places: Sequence[PlaceMention]) -> bool:
    """Whether an order's own words say where it holds, and not only along which border."""
    return any(p.place.level not in ("line", "country", "continent") for p in places)


def _of_source(told: Directive, places: Sequence[PlaceMention], scene: Scene) -> tuple[Grounded[Place], ...]:
    """The places of an order told by somebody on the spot: "a source in the province"."""
    speakers = [a.speaker for a in told.attribution if a.speaker is not None]
    local = [s for s in speakers if scene.lexicon.speakers.get(s.lemma) in ON_THE_SPOT]
    known = [
        p for s in local for p in scene.places_in(s.span) if p.place.level not in ("country", "continent")
    ]
    found = tuple(scene.place(p) for p in places)
    because = "who tells of it is there"
    return (
        *found,
        *(msgspec.structs.replace(scene.place(p), basis="inferred", because=because) for p in known),
    )


def _announced(told: Directive, scene: Scene) -> Grounded[str] | None:
    """The day on which the sides said that they had agreed, which stands for that of the agreement."""
    if told.kind != "agreement" or told.definite:
        return None
    days = (d for d in scene.dates if scene.sentence(told.sentence).contains(d.mention.span))
    for said in told.attribution:
        on = scene.told_on(said, told.sentence)
        found = next((d for d in days if d.value == on and on is not None and _DAY.fullmatch(on)), None)
        if found is not None:
            made = scene.date(found)
            return msgspec.structs.replace(
                made, value=f"{made.value}?", basis="inferred", because="it was announced then"
            )
    return None


def _issued(told: Directive, dates: Mapping[Role, Grounded[str]]) -> Grounded[str] | None:
    """The day on which an order was given; that on which it was posted only stands for it."""
    if told.rule == "order.related":
        return None
    if told.rule != "order.posted":
        return dates.get("at")
    day = dates.get("at") or dates.get("from")
    if day is None or not _DAY.fullmatch(day.value):
        return None
    return msgspec.structs.replace(day, value=day.value + "?", basis="inferred", because="posted then")


def _lasting(told: Directive, dates: Mapping[Role, Grounded[str]], scene: Scene) -> Grounded[str] | None:
    """The last day of an order that holds "for 90 days": counted from its start, or its day of issue."""
    start = dates.get("from") or dates.get("at")
    whole = scene.sentence(told.sentence)
    lengths = (d for d in scene.dates_in(whole) if d.mention.type == "DURATION")
    for found in lengths:
        span = found.mention.span
        led = _FOR.search(scene.words[max(0, span.start - 14) : span.start])
        after = shifted(start.value.rstrip("?"), found.timex or "") if start is not None else None
        if led is not None and after is not None and start is not None:
            last = (date.fromisoformat(after) - timedelta(days=1)).isoformat()
            because = f"counted from {start.value}"
            made = ground(last, scene.words, span, rule=found.mention.rule, basis="resolved", because=because)
            return msgspec.structs.replace(made, more=(Piece(start.quote, start.start, start.end),))
    return None


def _status(told: Directive) -> OrderStatus:
    """Whether an order is said to have been given, denied to have been, or only rumoured."""
    if not told.attribution:
        return "given"
    if told.attribution[-1].stance == "deny":
        return "denied"
    hearsay = all(a.speaker is None and a.stance == "claim" for a in told.attribution)
    return "rumoured" if hearsay else "given"


def _issuer(told: Directive, cast: Cast) -> Grounded[Party] | None:
    """Who gives an order; of one that is spoken, or of a rule for whoever comes, who says it."""
    speaker = _speaker(told)
    given = cast.issuer_of(told.issuer, told.rule, speaker=speaker)
    if given is not None or speaker is None or speaker.kind not in POWERS:
        return given
    proclaims = told.kind == "proclamation" and (speaker.kind == "state" or speaker.role == "organization")
    spoken = told.rule in SPOKEN or (proclaims and told.rule in FOR_ALL)
    return cast.issuer_of(speaker, told.rule) if spoken else None


FOR_ALL = frozenset({"order.foretold", "order.are_to"})
"""Rules for what is to befall whoever comes, which a body that says it proclaims."""
POWERS = frozenset({"state", "army", "border guard", "police"})


def _voices(told: Directive, scene: Scene, cast: Cast) -> tuple[Grounded[Voice], ...]:
    """Who says so; a memo or a notice that orders speaks for itself.

    Who tells his men to do something gives an order, which the report itself tells of.
    """
    bids = told.rule == "order.infinitive" and told.kind in ("order", "instruction")
    said = [a for a in told.attribution if a.cue != told.cue or not bids]
    chain = cast.voices(said, told.cue)
    paper = told.document
    if paper is None or is_pronoun(paper) or chain[0].value.kind != "narration":
        return chain
    document = Voice(bare(paper.span.of(scene.words)), "document", basis="document")
    return (ground(document, scene.words, paper.span, rule=told.rule),)


def _in_its_own_words(order: ReportedOrder, scene: Scene) -> ReportedOrder:
    """An order told by the text that gives it: the heading says its kind, its issuer and its day."""
    heading, words = scene.heading, scene.words
    if heading is None or any(v.value.kind != "narration" for v in order.attribution):
        return order
    kind: Any = heading.kind
    rule = "order.heading"
    issuer = heading.issuer
    document = Voice(heading.span.of(words).lower(), "document", basis="document")
    dated = next((d for d in scene.dates_in(heading.line) if is_dated(d)), None)
    relation = order.relation
    about_itself = relation is not None and any(p.start < heading.span.end for p in relation.more)
    return msgspec.structs.replace(
        order,
        relation=None if about_itself else relation,
        kind=ground(kind, words, heading.span, rule=rule),
        issuer=order.issuer
        or (ground(_body(issuer.of(words)), words, issuer, rule=rule) if issuer else None),
        addressees=order.addressees or _headed(heading, words),
        issued=order.issued or (scene.date(dated) if dated is not None else None),
        attribution=(ground(document, words, heading.span, rule=rule),),
    )


def _headed(heading: Heading, words: str) -> tuple[Grounded[Party], ...]:
    """Whom the heading names as told ("NOTICE TO RESIDENTS")."""
    to = heading.addressees
    if to is None:
        return ()
    return (ground(Party(bare(to.of(words)), "unknown"), words, to, rule="order.heading"),)


def _body(name: str) -> Party:
    """A body that gives orders, by its name."""
    return Party(bare(name), "state", "organization")


def _is_past(told: Directive) -> bool:
    """Whether an order is told as one of before ("had ordered", "the former instruction")."""
    return told.tense == "former" or (told.tense == "pluperfect" and not told.attribution)


def _was_first(issued: Grounded[str] | None, words: str) -> bool:
    """Whether a day is that on which an order was first given ("first issued on 1 April")."""
    return issued is not None and _FIRST.search(words[max(issued.start - 40, 0) : issued.start]) is not None


def _speaker(told: Directive) -> Phrase | None:
    """Who says that "he" gave the order."""
    return told.attribution[-1].speaker if told.attribution else None


def _until(told: Directive, scene: Scene) -> Grounded[str] | None:
    """An end that hangs on an event ("until the pandemic ends")."""
    whole = scene.sentence(told.sentence)
    ends = (d.mention for d in scene.dates_in(whole) if d.mention.type == "UNTIL")
    return next((scene.quoted(m.span, m.rule) for m in ends), None)


def _relation(told: Directive, scene: Scene) -> Grounded[Relation] | None:
    if told.relation is None:
        return None
    said, span, earlier = told.relation
    kind: Any = said
    to = bare(earlier.of(scene.words)) if earlier is not None else None
    more = (earlier,) if earlier is not None else ()
    return ground(Relation(kind, to), scene.words, span, rule="order.relation", more=more)


def _clause(norm: Norm, scene: Scene, cast: Cast) -> Clause:
    words = scene.words
    means = None
    if norm.means is not None and norm.means_span is not None:
        means = ground(norm.means, words, norm.means_span, rule="means.word")
    return Clause(
        modality=norm.modality,
        act=ground(norm.act, words, norm.act_span, rule=norm.rule),
        cue=ground(norm.cue.of(words), words, norm.cue, rule=norm.rule),
        means=means,
        target=cast.party(norm.target, norm.rule) if norm.target is not None else None,
        condition=_spans(norm.conditions, scene, "norm.condition"),
        exception=scene.quoted(norm.exception, "norm.exception"),
    )


def _spans(found: Sequence[Span], scene: Scene, rule: str) -> Grounded[str] | None:
    """Words that lie apart as one value, its pieces in their order: all that a clause hangs on."""
    spans = sorted(set(found))
    if not spans:
        return None
    said = "; ".join(span.of(scene.words) for span in spans)
    return ground(said, scene.words, spans[0], rule=rule, more=tuple(spans[1:]))


def _dates(told: Directive, scene: Scene) -> dict[Role, Grounded[str]]:
    """The dates of an order by role; a date inside what is ordered says from when to when it holds.

    A season beside hours ("from April to September, from 8 p.m.") is that of the hours.
    """
    out: dict[Role, Grounded[str]] = {}
    paper = _paper_date(told, scene) or _spoken_on(told, scene) or _at_that_time(told, scene)
    if paper is not None:
        out["at"] = paper
    hours = scene.hours_in(scene.sentence(told.sentence))
    for found in scene.dates_of(told):
        span = found.mention.span
        role = role_of(scene.words, span)
        inside = any(c.contains(span) and not _is_before_acts(span, c, told) for c in told.content)
        if (inside and (role == "at" or told.rule == "order.related")) or (found.value or "")[:1] == "T":
            continue
        if hours and role == "from" and "/" in (found.value or "") and ".." not in (found.value or ""):
            continue
        out.setdefault(role, _edge(made := scene.date(found), role))
        last = _last_of(made) if role == "from" else None
        if last is not None:
            out.setdefault("to", last)
    return out


def _last_of(date: Grounded[str]) -> Grounded[str] | None:
    """The last day in "from Nov. 30 until Dec. 13"."""
    days = _FROM_TO.fullmatch(date.value)
    if days is None or _UNTIL.search(date.quote) is None:
        return None
    return msgspec.structs.replace(date, value=days[2])


_UNTIL = re.compile(r"\b(?:until|till|to|through)\b")
_FROM_TO = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")


def _is_before_acts(date: Span, content: Span, told: Directive) -> bool:
    """Whether a date stands before every act that is ordered: "told troops on Sunday not to shoot"."""
    acts = [n.act_span.start for n in told.norms if content.contains(n.act_span)]
    return bool(acts) and date.end < min(acts) and told.cue.start < date.start


def _paper_date(told: Directive, scene: Scene) -> Grounded[str] | None:
    """The day of the memo that is named as saying so ("a memo of May 9 shows")."""
    for said in told.attribution:
        speaker = said.speaker
        if speaker is None or speaker.lemma not in scene.lexicon.directive_nouns:
            continue
        dated = (d for d in scene.dates_in(speaker.span) if is_dated(d))
        found = next(dated, None)
        if found is not None:
            return scene.date(found)
    return None


def _spoken_on(told: Directive, scene: Scene) -> Grounded[str] | None:
    """The day on which a threat or a proclamation was made: that on which who makes it said so."""
    if told.kind not in ("threat", "proclamation") or not told.attribution:
        return None
    said, whole = told.attribution[-1], scene.sentence(told.sentence)
    if told.kind == "proclamation" and (said.speaker is None or said.speaker.kind not in POWERS):
        return None
    spoken = (d for d in scene.dates_in(whole) if is_dated(d))
    found = next((d for d in spoken if not said.hands_on(d.mention.span)), None)
    return scene.date(found) if found is not None else None


def _at_that_time(told: Directive, scene: Scene) -> Grounded[str] | None:
    """The date told last before a sentence that begins "At that time"."""
    whole = scene.sentence(told.sentence)
    found = _THEN.match(whole.of(scene.words))
    if found is None:
        return None
    before = [d for d in scene.dates if d.mention.span.end <= whole.start and is_dated(d)]
    if not before or whole.start - before[-1].mention.span.end > THEN_WITHIN:
        return None
    meant = scene.date(before[-1])
    span = Span(whole.start, whole.start + found.end())
    because = f"“{found[0]}” taken for “{meant.quote}” before it"
    more = (before[-1].mention.span,)
    return ground(
        meant.value, scene.words, span, rule="order.then", basis="resolved", because=because, more=more
    )


def _edge(date: Grounded[str], role: Role) -> Grounded[str]:
    """The start of "from Jan. 18" and the end of "until March 5": the open side is said by the role."""
    start, slash, end = date.value.partition("/")
    if role == "from" and _FROM_TO.fullmatch(date.value) and _UNTIL.search(date.quote):
        return msgspec.structs.replace(date, value=start)
    if not slash or (role == "from" and end not in ("", "..")) or (role == "to" and start not in ("", "..")):
        return date
    value = start if role == "from" else end if role == "to" else date.value
    return msgspec.structs.replace(date, value=value)
