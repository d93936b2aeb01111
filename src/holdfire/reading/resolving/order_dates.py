"""When an order was given, from when to when it holds: the dates of one telling, by their roles."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

import msgspec

from holdfire.model.grounded import Grounded, Piece, ground
from holdfire.model.party import POWERS
from holdfire.model.span import Span
from holdfire.model.statement import Directive
from holdfire.reading.english.dates import ResolvedDate
from holdfire.reading.english.dates.roles import Role, role_of
from holdfire.reading.english.phrases.counts import NUMBERS
from holdfire.reading.resolving.lengths import shifted
from holdfire.reading.resolving.moments import DAY, ONE_DAY, lies_ahead
from holdfire.reading.resolving.scene import Scene, is_dated

_FOR = re.compile(r"\bfor (?:the next |another |up to |a further )?$", re.IGNORECASE)
_THEN = re.compile(r"(?:At (?:that|the) time|Back then|In those days)\b")
_COUNTED = re.compile(r"counted from (\d{4}-\d\d-\d\d)")
_LENGTH_FROM = re.compile(
    r"(?P<count>\w+) (?P<unit>day|week|month|year)s? (?:from|starting|beginning|as of)\b"
)
FOR_WITHIN = 14
"""Code points before a length of time in which "for the next" may stand."""
THEN_WITHIN = 200
"""Code points: how far before "At that time" the date that it takes up may stand."""
_NIGHT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/\d{4}-\d\d-\d\dT(\d\d:\d\d)")
LATE = 330
"""Days: an order given on a day without a year does not begin to hold on such a day so long after."""
_MIDNIGHT = re.compile(r"(?:from |at |as of )?(?:the )?midnight", re.IGNORECASE)
_YEAR = re.compile(r"\b\d{4}\b")
_HOURS_LONG = re.compile(r"PT(\d+)H")
_AFTER = re.compile(
    r"\b(?:after|following) (?:the |an? )?(?:\w+ ){0,2}?"
    r"(?:deaths?|killings?|shootings?|attacks?|clash(?:es)?|incidents?|raids?)\b[^,.;]*$"
)
_WHOSE = re.compile(
    r"['’]s ((?!(?:[\w-]+ ){0,2}"
    r"(?:meeting|talks|session|summit|statement|announcement|speech|call|agreement)\b)"
    r"(?:[\w-]+ ?){1,3})"
)
"""What a day is of that owns something else than the order: "last month's escape"."""
_READ = re.compile(r"\b(?:seen|obtained|viewed|reviewed) [^,.;]*$")
"""What a paper is on a day that is not that of its issue: "an order that was seen by us on Friday"."""
_DECLARED = re.compile(r"\b(emergency|alert|war|siege|independence|victory) declared (?:on |in )?(?:the )?$")
"""What is no order on the day it is declared: "the state of emergency declared on Monday was eased"."""
_GIVEN_BEFORE = re.compile(
    r"\b(?:imposed|introduced|declared|issued|announced|ordered|decreed)(?: (?:on|in|since))?(?: the)? ?$"
)
"""What was done on a day to an order that is now changed: "extended the curfew imposed a month ago"."""
_DATED = re.compile(
    r",? (?:(?:which|that) (?:was|were) )?(?:issued|dated|signed|released|published)(?: on| in)? "
)
_HELD = re.compile(r"\b(?:held|holds|was holding|is holding|appeared to hold|continued)\b[^.;]*$")
"""What a truce does on a day on which it was not made: "the ceasefire held on Wednesday"."""
_NUMBERED = re.compile(r"\b(?:no|number|nr)\.? ?\d+ of $", re.IGNORECASE)
"""What a year is of that is that of another paper's number: "under decree No. 17 of 2019"."""
_NEXT = re.compile(r" ([A-Za-z-]+)")
_ENDED = re.compile(
    r"\b(?:lifted|withdr[ae]wn?|revoked|rescinded|cancell?ed|scrapped|repealed|annulled|suspended|dropped)\b"
)
_GIVEN = re.compile(
    r"\b(?:issued|given|gave|signed|introduced|imposed|dated|announced|adopted|passed|made)\b"
)
_END_OF = re.compile(r"\bend of\b")
_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?~")
_ISSUED = re.compile(r"\b(\w+)(?:,? (?:which|that) was)? (?:issued|signed|released|published)\b[^.;:“”\"]*$")
ISSUED_WITHIN = 140
"""Code points before a date in which the paper may be named that was issued then."""
FROM_WITHIN = 24
"""Code points before a date in which an order may be named that it is of."""
_FROM = re.compile(r"\b(\w+) from (?:the )?$")
_HOURS = re.compile(r"(?:after|before|between) \d", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|to|through)\b")
_FROM_TO = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")


def announced_on(told: Directive, scene: Scene) -> Grounded[str] | None:
    """The day on which the sides said that they had agreed, which stands for that of the agreement."""
    if told.kind != "agreement" or told.definite:
        return None
    days = (d for d in scene.dates if scene.sentence(told.sentence).contains(d.mention.span))
    for said in told.attribution:
        on = scene.told_on(said, told.sentence)
        found = next((d for d in days if d.value == on and on is not None and ONE_DAY.fullmatch(on)), None)
        if found is not None:
            made = scene.date(found)
            return msgspec.structs.replace(
                made, value=f"{made.value}?", basis="inferred", because="it was announced then"
            )
    return None


def issued_on(told: Directive, dates: Mapping[Role, Grounded[str]], scene: Scene) -> Grounded[str] | None:
    """The day on which an order was given; that on which it was posted only stands for it."""
    if told.rule == "order.related":
        return None
    given = dates.get("at")
    if told.rule != "order.posted":  # no order was given after the report, however it is told
        return None if given is None or lies_ahead(given.value, scene.published) else given
    day = given or dates.get("from")
    if day is None or not ONE_DAY.fullmatch(day.value):
        return None
    return msgspec.structs.replace(day, value=day.value + "?", basis="inferred", because="posted then")


def nights_of(told: Directive, dates: dict[Role, Grounded[str]]) -> tuple[Grounded[str], ...]:
    """The hours of a curfew "imposed on Monday from 9 p.m. to 5 a.m.", which are not those of Monday alone.

    What is left of the dates is the day.
    """
    if told.rule != "order.curfew":
        return ()
    for role, found in dates.items():
        hours = _NIGHT.fullmatch(found.value)
        if hours is not None:
            dates[role] = msgspec.structs.replace(found, value=hours[1])
            return (msgspec.structs.replace(found, value=f"T{hours[2]}/T{hours[3]}"),)
    return ()


def begun_on(dates: Mapping[Role, Grounded[str]], issued: Grounded[str] | None) -> Grounded[str] | None:
    """The moment from which an order holds; "from midnight", without a day, ends the day it was given."""
    start = dates.get("from")
    if start is None or issued is None or not ONE_DAY.fullmatch(issued.value):
        return start
    given = date.fromisoformat(issued.value)
    if start.value == f"{issued.value}T00:00" and _MIDNIGHT.fullmatch(start.quote):
        after = (given + timedelta(days=1)).isoformat()
        because = f"the midnight after {issued.value}, when it was given"
        return msgspec.structs.replace(start, value=f"{after}T00:00", basis="resolved", because=because)
    held = ONE_DAY.match(start.value)
    if held is not None and not _YEAR.search(start.quote) and not _YEAR.search(issued.quote):
        day = date.fromisoformat(held[0])
        if (day - given).days > LATE and day.month + day.day > 2:
            because = f"the first such day after {issued.value}, when it was given"
            value = day.replace(year=day.year - 1).isoformat() + start.value[held.end() :]
            return msgspec.structs.replace(start, value=value, basis="resolved", because=because)
    return start


def lasting_to(told: Directive, dates: Mapping[Role, Grounded[str]], scene: Scene) -> Grounded[str] | None:
    """The last day of an order that holds "for 90 days": counted from its start, or its day of issue."""
    start = dates.get("from") or dates.get("at")
    length = length_of(told, scene)
    return ended_after(start, length) if start is not None and length is not None else None


def length_of(told: Directive, scene: Scene) -> Grounded[str] | None:
    """For how long an order is said to hold: "for 90 days"."""
    for found in scene.dates_in(scene.sentence(told.sentence)):
        span = found.mention.span
        led = _FOR.search(scene.words[max(0, span.start - FOR_WITHIN) : span.start])
        if found.mention.type == "DURATION" and led is not None and found.timex:
            return ground(found.timex, scene.words, span, rule=found.mention.rule)
    return None


def ended_after(start: Grounded[str], length: Grounded[str]) -> Grounded[str] | None:
    """The last day of what begins on a day and holds for a length of time."""
    after = shifted(start.value.rstrip("?")[:DAY], _in_days(length.value))
    if after is None:
        return None
    whole_days = "T" not in start.value and not length.value.startswith("PT")
    last = (date.fromisoformat(after) - timedelta(days=1 if whole_days else 0)).isoformat()
    because, more = f"counted from {start.value}", (Piece(start.quote, start.start, start.end),)
    return msgspec.structs.replace(length, value=last, basis="resolved", because=because, more=more)


def _in_days(length: str) -> str:
    """A length of whole days that is counted in hours, in days: "for 72 hours"."""
    hours = _HOURS_LONG.fullmatch(length)
    return f"P{int(hours[1]) // 24}D" if hours is not None and int(hours[1]) % 24 == 0 else length


def dates_of(told: Directive, scene: Scene) -> dict[Role, Grounded[str]]:
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
        role = "at" if _is_of_paper(span, scene) else role_of(scene.words, span)
        ended = role != "to" and _is_of_end(told, span, scene, role)
        role = "to" if ended else role
        of_another = role == "at" and any(other.overlaps(span) for other in told.undated)
        if of_another or _is_of_another(told, span, scene):
            continue
        inside = any(c.contains(span) and not _is_before_acts(span, c, told) for c in told.content)
        inside = inside and not _is_of_issue(span, scene)
        behind = bool(told.norms) and span.start > max(n.act_span.start for n in told.norms)
        ends = _both_ends(found, scene) if behind and role == "at" else {}
        ends = ends or _spell(found, scene)
        if ends:
            out |= ends
            continue
        if role == "at" and (_is_limit(told, span, scene) or (found.value or "").startswith("..")):
            continue
        if (inside and (role == "at" or told.rule == "order.related")) or (found.value or "")[:1] == "T":
            continue
        if hours and role == "from" and "/" in (found.value or "") and ".." not in (found.value or ""):
            continue
        made = scene.date(found)
        if ended:  # "suspended since January"
            made = msgspec.structs.replace(made, value=made.value.removesuffix("/.."))
        out.setdefault(role, _edge(made, role))
        last = _last_of(made) if role == "from" else None
        if last is not None:
            out.setdefault("to", last)
    return out


def _is_of_paper(date: Span, scene: Scene) -> bool:
    """Whether a date says which order is meant: "that order from August 2020"; not "a curfew from Friday"."""
    start = date.start + len("from ") if scene.words.startswith("from ", date.start) else date.start
    noun = _FROM.search(scene.words[max(0, start - FROM_WITHIN) : start])
    row = scene.lexicon.directive_nouns.get(noun[1].lower()) if noun is not None else None
    return row is not None and not {"stay_in", "ceasefire", "on"}.intersection(row.complements)


def _is_of_issue(date: Span, scene: Scene) -> bool:
    """Whether a date is that of the paper that is named as saying so: "a circular issued by X on 8 May"."""
    issued = _ISSUED.search(scene.words[max(0, date.start - ISSUED_WITHIN) : date.start])
    return issued is not None and issued[1].lower() in scene.lexicon.directive_nouns


def _both_ends(found: ResolvedDate, scene: Scene) -> dict[Role, Grounded[str]]:
    """The first and the last day of what is ordered "between 5 and 12 October"."""
    days = scene.date(found)
    ends = _FROM_TO.fullmatch(days.value) if days.quote.lower().startswith("between ") else None
    if ends is None:
        return {}
    first, last = (msgspec.structs.replace(days, value=ends[n]) for n in (1, 2))
    return {"from": first, "to": last}


def _spell(found: ResolvedDate, scene: Scene) -> dict[Role, Grounded[str]]:
    """The first and the last day of what holds "for three months from July 25"."""
    span, first = found.mention.span, _COUNTED.search(found.because or "")
    led = _FOR.search(scene.words[max(0, span.start - FOR_WITHIN) : span.start])
    said = _LENGTH_FROM.match(scene.words, span.start, span.end)
    if first is None or led is None or said is None:
        return {}
    count = NUMBERS.get(said["count"].lower(), 0) if said["count"].isalpha() else int(said["count"])
    made = scene.date(found)
    begun = msgspec.structs.replace(made, value=first[1])
    length = msgspec.structs.replace(made, value=f"P{count}{said['unit'][0].upper()}")
    last = ended_after(begun, length)
    return {"from": begun, "to": last} if last is not None else {}


def _is_of_another(told: Directive, date: Span, scene: Scene) -> bool:
    """Whether a date is of something beside an order: "the 2003 ceasefire", "after the deaths in May"."""
    before = scene.words[scene.sentence(told.sentence).start : date.start]
    if any(p.search(before) is not None for p in (_AFTER, _READ, _DECLARED, _NUMBERED)):
        return True
    whose = _WHOSE.match(scene.words, date.end)
    if whose is not None and not {*whose[1].lower().split()} & scene.lexicon.directive_nouns.keys():
        return True
    changed = told.relation is not None and told.relation[0] in ("amends", "replaces")
    if changed and date.start > told.cue.end and _GIVEN_BEFORE.search(before) is not None:
        return True
    if told.rule == "order.ceasefire" and _HELD.search(scene.words[told.cue.end : date.start]) is not None:
        return True
    behind = _NEXT.match(scene.words, date.end)
    if behind is None or behind[1].lower() not in scene.lexicon.directive_nouns:
        return False
    paper = Span(*behind.span(1))
    own = told.document is not None and told.document.span.overlaps(paper)
    return not (own or told.cue.overlaps(paper))


def _is_of_end(told: Directive, date: Span, scene: Scene, role: Role) -> bool:
    """Whether a date is that on which an order of before ended: "lifted its order to shoot on Monday"."""
    if told.tense != "former":
        return False
    before = scene.words[scene.sentence(told.sentence).start : date.start]
    since = before.endswith("since ") or scene.words.startswith("since ", date.start)
    if before.endswith(("of ", "of the ")) or (role == "from" and not since):
        return False
    ended, given = (max((m.end() for m in p.finditer(before)), default=-1) for p in (_ENDED, _GIVEN))
    return ended > given


def _is_limit(told: Directive, date: Span, scene: Scene) -> bool:
    """Whether a date only says when what is ordered holds: "after 7 p.m.", or one within a condition."""
    if any(c.contains(date) for n in told.norms for c in n.conditions):
        return True
    return date.start > told.cue.start and _HOURS.match(scene.words, date.start, date.end) is not None


def _last_of(date: Grounded[str]) -> Grounded[str] | None:
    """The last day in "from Nov. 30 until Dec. 13"."""
    days = _FROM_TO.fullmatch(date.value)
    if days is None or _UNTIL.search(date.quote) is None:
        return None
    return msgspec.structs.replace(date, value=days[2])


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
        beside = scene.dates_in(scene.sentence(told.sentence))
        behind = (d for d in beside if _is_issue_of(speaker.span, d.mention.span, scene))
        dated = (d for d in (*scene.dates_in(speaker.span), *behind) if is_dated(d))
        found = next(dated, None)
        if found is not None:
            return scene.date(found)
    return None


def _is_issue_of(paper: Span, date: Span, scene: Scene) -> bool:
    """Whether a date stands right behind a paper as that of its issue: "the instructions, issued March 7"."""
    between = scene.words[paper.end : max(paper.end, date.start)]
    return date.start > paper.end and _DATED.fullmatch(between) is not None


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
    return msgspec.structs.replace(date, value=_last_day(value, date.quote) if role == "to" else value)


def _last_day(value: str, said: str) -> str:
    """The last day of what ends "at the end of the month", or of the year."""
    if not _END_OF.search(said) or not _MONTH.fullmatch(value):
        return value
    year, month = int(value[:4]), int(value[5:7])
    return f"{year}-{month:02}-{monthrange(year, month)[1]}"
