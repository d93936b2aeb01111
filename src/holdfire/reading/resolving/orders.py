"""Directives → reported orders."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from holdfire.model.grounded import Grounded, ground
from holdfire.model.order import Clause, OrderStatus, Relation, ReportedOrder
from holdfire.model.party import POWERS, Party, Voice
from holdfire.model.place import Place
from holdfire.model.span import Span
from holdfire.model.statement import Attribution, Directive, Norm, Phrase
from holdfire.reading.english.directives.documents import Heading
from holdfire.reading.english.directives.provisions import SPOKEN
from holdfire.reading.english.phrases.naming import bare, is_pronoun
from holdfire.reading.english.places.corridors import find_corridor
from holdfire.reading.mentions import PlaceMention
from holdfire.reading.resolving.border_areas import border_area
from holdfire.reading.resolving.border_scenes import border_beside
from holdfire.reading.resolving.order_dates import (
    announced_on,
    begun_on,
    dates_of,
    issued_on,
    lasting_to,
    length_of,
    nights_of,
)
from holdfire.reading.resolving.parties import Cast
from holdfire.reading.resolving.scene import Scene, is_dated
from holdfire.reading.resolving.stretches import stretch

_MEETING = re.compile(
    r"\b(?:posted|stationed|based|headquarters(?: of [\w ]{1,20}?)?|meetings?|talks|"
    r"lectures?|conference|summit|session|briefing|ceremony|rally|signed|inked|concluded|adopted|brokered)"
    r"(?: held)? (?:in|at|near) (?:the )?$"
)
MEETING_WITHIN = 40
"""Code points before a place in which what was held there may be named: "at a meeting in Batken"."""
ON_THE_SPOT = frozenset({"anonymous source", "resident"})
"""Kinds of speakers who know of an order where they are."""
_NOTICE = re.compile(r"\buntil further (?:notice|orders?)\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:until|till) (?!(?:further|now|then|recently|to|late|early|mid|dawn|dusk|night|sun|noon|after)\w*)"
    r"[a-z][^.;,:\n“”\"]{4,80}"
)
_AS_FAR = re.compile(
    r"(?:until|till) (?:the |its )?(?:\w+ ){0,2}(?:border|frontier|line|river|fence|coast|road|bridge)\b"
    r"(?! (?:is|are|was|were|has|have|re-?opens?|opens?)\b)"
)
"""How far a place reaches: "in the area until the international border"; no end in time."""
_UNTIL_END = re.compile(
    r"\b(?:until|till) (?:the |its )?(?:end|start|conclusion|completion|close) of "
    r"(?:the |an? |its )?[^.;,:\n\d“”\"]{3,60}",
    re.IGNORECASE,
)
HOLDING = frozenset(
    {
        "order.ban",
        "order.made",
        "order.closed",
        "order.curfew",
        "order.zone",
        "order.given",
        "order.in_force",
        "order.effect",
        "order.related",
    }
)
"""Rules for what is told of an order beside what it says, such as until when it holds."""
_RUMOUR = re.compile(r"\brumou?rs?\b", re.IGNORECASE)
HEARD = frozenset({"heard", "hear", "hears"})
"""What those say who only have it from others, nobody says whom."""
HEARING = frozenset(
    {"court", "tribunal", "inquiry", "hearing", "jury", "commission", "committee", "parliament"}
)
"""Bodies that hear witnesses."""
_FIRST = re.compile(r"\b(?:first|originally|initially) \w+ed (?:on |in )?(?:the )?$")
_AFTER = re.compile(r"\b(?:after|since|following|amid)\b")
GIVEN = frozenset({"order.given", "order.gave"})
IN_CAPITALS = frozenset({"council", "government", "ministry", "cabinet", "parliament", "staff", "presidency"})
"""Bodies that sit in a capital, where what they order does not hold by that."""
COMMANDERS = frozenset({"commander", "general", "colonel", "brigadier", "commandant", "admiral", "chief"})
"""Who gives an order by saying what his men are to do."""
SAYS_AGAIN = frozenset({"reiterated", "reiterates", "reminded", "reminds", "notified", "notifies", "decreed"})
"""How a body says what it has ordered."""
FOR_ALL = frozenset({"order.foretold", "order.are_to"})
"""Rules for what is to befall whoever comes, which a body that says it proclaims."""
BANS = frozenset({"order.ban", "order.closes"})
"""Rules for what is forbidden or shut by nobody who is named: a body that says so has ordered it."""
_UNDER = re.compile(r"\b(?:under|by|in line with|pursuant to) (?:the |an? |its )?$", re.IGNORECASE)
_PACT = re.compile(
    r" (?:memorandum|agreements?|accords?|protocol|declaration|treaty|conference|summit|talks)\b"
)
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class OrderTelling:
    """One order as one clause tells it: what it comes to by itself, and the directive it was read from.

    `exempt` are those whom it says that an order told before leaves out, `length` is for how long it holds,
    `paragraph` the number of the one that tells it.
    """

    order: ReportedOrder
    told: Directive
    exempt: Grounded[str] | None = None
    length: Grounded[str] | None = None
    paragraph: int = 0


def order(told: Directive, scene: Scene, cast: Cast) -> OrderTelling:
    """One directive as a reported order, without an id yet."""
    words, rule = scene.words, told.rule
    dates = dates_of(told, scene)
    nightly = nights_of(told, dates)
    issued = issued_on(told, dates, scene) or announced_on(told, scene)
    begun = begun_on(dates, issued)
    places = _placed(told, scene)
    corridor = find_corridor(words, [(p.span, p.place) for p in places])
    made = ReportedOrder(
        id="",
        kind=ground(told.kind, words, told.cue, rule=rule),  # type: ignore[arg-type]
        salience="background" if _is_past(told) or _was_before(issued, dates.get("at"), scene) else "main",
        status=_status(told, scene),
        issuer=_issuer(told, cast),
        addressees=cast.addressees_of(told.addressees, rule, speaker=_speaker(told)),
        clauses=tuple(_clause(n, scene, cast, begun) for n in told.norms),
        places=tuple(scene.place(p) for p in places)
        if _is_placed(places)
        else _of_source(told, places, scene),
        area=stretch(corridor, places, words, lines=scene.lines)
        if corridor is not None
        else border_area(scene.sentence(told.sentence), scene),
        issued=issued,
        effective_from=begun if rule != "order.posted" else None,
        effective_to=dates.get("to") or lasting_to(told, dates, scene),
        hours=scene.hours_in(scene.sentence(told.sentence)) or nightly,
        until_condition=_until(told, scene),
        purpose=scene.quoted(told.purpose, "order.purpose"),
        relation=_relation(told, scene),
        attribution=_voices(told, scene, cast),
        evidence=(ground(told.span.of(words), words, told.span, rule=rule),),
    )
    if rule == "order.exempt":
        made = msgspec.structs.replace(made, places=(), area=None)  # "does not apply along the other border"
    exempt = _spans(told.content, scene, "norm.exception") if rule == "order.exempt" else None
    made = _in_its_own_words(made, scene) if scene.heading is not None else made
    length = length_of(told, scene) if told.norms else None
    return OrderTelling(made, told, exempt, length, words.count("\n", 0, told.cue.start))


def _placed(told: Directive, scene: Scene) -> list[PlaceMention]:
    """The places of an order: not where it was given; that in its giver's name only if no other is told."""
    found = (p for p in scene.places_of(told) if not _is_of_giver(p, told))
    places = [p for p in found if not _is_of_meeting(p, scene.words) and p.place.level != "continent"]
    places = [p for p in places if not _led_to_it(p, told, scene)]
    giver = told.issuer.span if told.issuer is not None else None
    others = [p for p in places if giver is None or not giver.contains(p.span)]
    places = others if _is_placed(others) else places
    edge = border_beside(told, scene) if not any(p.place.level == "line" for p in places) else None
    about = edge is not None and any(norm.act_span.overlaps(edge.span) for norm in told.norms)
    if edge is None or not (about or all(p.place.level == "country" for p in places)):
        return places
    return [*(p for p in places if p.place.level != "country" and not edge.span.contains(p.span)), edge]


def _led_to_it(place: PlaceMention, told: Directive, scene: Scene) -> bool:
    """Whether a place is where that was after which an order was given: "…, after a clash in Saravan"."""
    between = scene.words[told.cue.end : place.span.start] if place.span.start > told.cue.end else ""
    return _AFTER.search(between) is not None


def _is_of_meeting(place: PlaceMention, words: str) -> bool:
    """Whether a place only says where an order was given or agreed on: "at a meeting in Batken"."""
    start = place.span.start
    if _PACT.match(words, place.span.end) is not None:
        return True  # "the Sochi memorandum"
    return _MEETING.search(words[max(0, start - MEETING_WITHIN) : start]) is not None


def _is_of_giver(place: PlaceMention, told: Directive) -> bool:
    """Whether a place is the giver, or only where it sits: "Baku ordered", "the staff in Kiev ordered"."""
    if told.issuer is None:
        return False
    if place.span.contains(told.issuer.head):
        return True
    behind = place.span.start - told.issuer.span.end
    if told.kind == "agreement" and told.issuer.span.contains(place.span):
        return True
    beside = told.issuer.span.contains(place.span) or 0 <= behind <= len(" in the ")
    return beside and (told.rule in GIVEN or told.issuer.lemma in IN_CAPITALS)


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


def _status(told: Directive, scene: Scene) -> OrderStatus:
    """Whether an order is said to have been given, denied to have been, or only rumoured."""
    before = scene.sentence(told.sentence).start
    if _RUMOUR.search(scene.words, before, told.cue.start) is not None:
        return "rumoured"
    if not told.attribution:
        return "given"
    if any(said.stance == "deny" for said in told.attribution):
        return "denied"
    hearsay = all(_is_hearsay(said, scene.words) for said in told.attribution)
    return "rumoured" if hearsay else "given"


def _is_hearsay(said: Attribution, words: str) -> bool:
    """Whether nobody is named as saying so, or somebody who only heard it; who is told an order knows it."""
    cue = said.cue.of(words).lower()
    if cue in HEARD:
        return said.speaker is None or said.speaker.lemma not in HEARING
    return said.speaker is None and said.stance == "claim" and cue != "told"


def _issuer(told: Directive, cast: Cast) -> Grounded[Party] | None:
    """Who gives an order; of one that is spoken, or of a rule for whoever comes, who says it."""
    speaker = _speaker(told)
    given = cast.issuer_of(told.issuer, told.rule, speaker=speaker)
    if given is not None or speaker is None or speaker.kind not in POWERS:
        return given
    if _tells_his_own(told, speaker, cast):
        return cast.issuer_of(speaker, told.rule)
    body = speaker.kind == "state" or speaker.role == "organization"
    commands = told.rule == "order.are_to" and (body or speaker.lemma in COMMANDERS)
    proclaims = told.kind == "proclamation" and body and told.rule in FOR_ALL
    bans = told.rule in BANS and speaker.role == "organization" and told.document is None
    spoken = told.rule in SPOKEN or commands or proclaims or bans
    return cast.issuer_of(speaker, told.rule) if spoken else None


def _tells_his_own(told: Directive, speaker: Phrase, cast: Cast) -> bool:
    """Whether a body says what its own men are told, or says again what is forbidden.

    "The army says that its patrols have been cleared to fire"; "the command reiterated that drones were
    banned".
    """
    if speaker.role != "organization" or told.kind == "agreement":
        return False
    words = cast.scene.words
    own = any(a.span.of(words).lower().startswith(("its ", "their ")) for a in told.addressees)
    cue = told.attribution[-1].cue.of(words).lower()
    return own or cue in SAYS_AGAIN


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
    if _UNDER.search(scene.words[max(0, paper.span.start - 20) : paper.span.start]) is not None:
        return chain  # "under the ban, residents are not allowed"
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


def _was_before(issued: Grounded[str] | None, first: Grounded[str] | None, scene: Scene) -> bool:
    """Whether an order was first given on a day that is told, or more than a year before the report."""
    year = _YEAR.match(scene.published or "")
    given = _YEAR.match(issued.value) if issued is not None else None
    long_ago = year is not None and given is not None and int(year[0]) - int(given[0]) > 1
    return long_ago or _was_first(first, scene.words)


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
    found = next((scene.quoted(m.span, m.rule) for m in ends), None)
    if found is not None:
        return found
    end = _NOTICE.search(scene.words, whole.start, whole.end)
    if end is None:
        pattern = _UNTIL if told.rule in HOLDING or told.kind == "agreement" else _UNTIL_END
        end = pattern.search(scene.words, whole.start, whole.end)
        dated = end is not None and any(
            Span(*end.span()).overlaps(d.mention.span) for d in scene.dates_in(whole)
        )
        end = None if dated or (end is not None and _AS_FAR.match(end[0]) is not None) else end
    return scene.quoted(Span(*end.span()), "order.until") if end is not None else None


def _relation(told: Directive, scene: Scene) -> Grounded[Relation] | None:
    if told.relation is None:
        return None
    said, span, earlier = told.relation
    kind: Any = said
    to = bare(earlier.of(scene.words)) if earlier is not None else None
    more = (earlier,) if earlier is not None else ()
    return ground(Relation(kind, to), scene.words, span, rule="order.relation", more=more)


def _clause(norm: Norm, scene: Scene, cast: Cast, begun: Grounded[str] | None) -> Clause:
    """One norm as a clause; the moment from which the whole order holds is no condition of it."""
    words = scene.words
    conditions = [c for c in norm.conditions if not _is_start(c, begun)]
    means = None
    if norm.means is not None and norm.means_span is not None:
        means = ground(norm.means, words, norm.means_span, rule="means.word")
    return Clause(
        modality=norm.modality,
        act=ground(norm.act, words, norm.act_span, rule=norm.rule),
        cue=ground(norm.cue.of(words), words, norm.cue, rule=norm.rule),
        means=means,
        target=cast.party(norm.target, norm.rule) if norm.target is not None else None,
        condition=_spans(conditions, scene, "norm.condition"),
        exception=scene.quoted(norm.exception, "norm.exception"),
    )


def _is_start(condition: Span, begun: Grounded[str] | None) -> bool:
    """Whether a condition is only the words "from midnight" by which an order begins to hold."""
    if begun is None or not condition.start <= begun.start <= condition.end <= begun.end:
        return False
    return begun.start - condition.start <= len("as from ")


def _spans(found: Sequence[Span], scene: Scene, rule: str) -> Grounded[str] | None:
    """Words that lie apart as one value, its pieces in their order: all that a clause hangs on."""
    spans = sorted(set(found))
    if not spans:
        return None
    said = "; ".join(span.of(scene.words) for span in spans)
    return ground(said, scene.words, spans[0], rule=rule, more=tuple(spans[1:]))
