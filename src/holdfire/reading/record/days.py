"""The day of an act whose own words give none, or only a month: chosen among the days that a report names.

What speaks for a day is how near it stands, and that the words beside it tell that something happened or was
answered; against it, that they tell of talk, court, care or what is to come.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.span import Span
from holdfire.reading.english.clauses.around_days import (
    is_next,
    is_of_aftermath,
    is_of_meeting,
    is_to_come,
    tells_of_act,
    tells_of_care,
    tells_of_more,
)
from holdfire.reading.english.dates import ResolvedDate
from holdfire.reading.record.sameness import dates_agree, days_between
from holdfire.reading.resolving.moments import DAY, day_of, lies_ahead
from holdfire.reading.resolving.scene import Scene, is_dated

THE_LEAD, THE_REPORT = "the lead", "the report"
AFAR = frozenset({THE_LEAD, THE_REPORT})
"""What a day is taken from that stands neither in the sentence of an act nor beside it."""
LEAD = 3
"""Sentences that open a report."""
NEAR = 2
ENOUGH = 2.0
FINER = 3.0
"""Points that a day must have where the act's own words give a month or a week."""
_HOUR = re.compile(
    r"(?:[a-z]+ ){0,2}(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|hours)?|noon|midnight)", re.IGNORECASE
)
"""An hour without a day."""
_SINCE_THEN = re.compile(r"\b(?:after|since|before|until)\b[^,;.]* (?:was|were|had|shot|\w+ed)\b[^,;.]*$")
"""What leads a clause on what had been: "the rules changed after a plane was shot down on June 22"."""
_OF_ANOTHER = re.compile(
    r"\b(?:similar|another|separate|previous|earlier) "
    r"(?:incident|case|attack|shooting|clash|episode|strike|event)\b"
)
"""What brings in another act, whose day is none of what was told before it."""
LONG_AGO = 14
"""Days before the report."""
BEFORE, AFTER = 90, 60
"""How far around a date its own words may reach, in code points."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a report names, by sentence.

    `undated` are words that date other verbs than those of its acts, `force` the days of its acts of force.
    """

    scene: Scene
    by_sentence: Mapping[int, Sequence[ResolvedDate]]
    undated: Sequence[Span]
    force: Sequence[Grounded[str]]


def is_day(date: ResolvedDate) -> bool:
    """Whether a date names one day."""
    day = _said(date)
    return is_dated(date) and len(day) == DAY and "/" not in day


def _said(date: ResolvedDate) -> str:
    """A date without its hours and doubts."""
    return day_of(date.value or "").rstrip("~?")


def leading_up(
    scene: Scene, named: Mapping[int, Sequence[ResolvedDate]], telling: Collection[int]
) -> Mapping[int, str]:
    """The day that the sentence before another leads up to, if that tells of no act itself.

    As in "a man came up to the post on Sunday. A guard shot him."; never one on which somebody spoke, nor
    one of what had been before ("the boat had left on Sunday"); an hour alone says no day.
    """
    out: dict[int, str] = {}
    for number in telling:
        before = number - 1
        if (
            before < 0
            or before in telling
            or scene.sentences[before].paragraph != scene.sentences[number].paragraph
        ):
            continue
        days = {day_of(d.value or "") for d in named.get(before, ()) if _is_of_event(d, before, scene)}
        if len(days) == 1:
            out[number] = days.pop()
    return out


def _is_of_event(date: ResolvedDate, number: int, scene: Scene) -> bool:
    start = date.mention.span.start
    if _HOUR.fullmatch(date.mention.span.of(scene.words)) or _is_ahead(date, scene):
        return False
    before = scene.words[max(scene.sentence(number).start, start - BEFORE) : start].lower()
    return not is_of_aftermath(scene.words, start) and not is_to_come(before) and " had " not in before


def _is_ahead(date: ResolvedDate, scene: Scene) -> bool:
    """Whether a day comes after that of the report, on which nothing of it can have been done."""
    day = _said(date)
    return len(day) == DAY and lies_ahead(day, scene.published)


def day_for(
    known: Grounded[str] | None, own: Sequence[int], days: Days, *, leads: bool, elsewhere: Set[int]
) -> tuple[Grounded[str], str] | None:
    """The day that most speaks for, with what to call where it stands; it must agree with what is known.

    `elsewhere` are sentences that name other places than those of the act: none of their days is taken
    from afar.
    """
    if known is not None and known.more:
        return None  # "on 28 and 29 May" names them all
    best: tuple[float, Grounded[str], str] | None = None
    for number, found in days.by_sentence.items():
        near = _nearness(number, own, days.scene, leads=leads)
        if near is None or (number in elsewhere and near[1] in AFAR):
            continue
        for date in found:
            made = msgspec.structs.replace(days.scene.date(date), value=day_of(date.value or ""))
            others = known is not None and any(o.contains(date.mention.span) for o in days.undated)
            if others or not dates_agree(known, made):
                continue  # "on Sunday accused troops of killing two last week"
            score = near[0] + sum(points for points, holds in _reasons(date, number, own, days) if holds)
            if score >= (ENOUGH if known is None else FINER) and (best is None or score > best[0]):
                best = score, made, near[1]
    return (best[1], best[2]) if best is not None else None


def _nearness(number: int, own: Sequence[int], scene: Scene, *, leads: bool) -> tuple[float, str] | None:
    """How much where a day stands speaks for it; None where it is too far off."""
    sentences = scene.sentences
    gap = min(abs(number - n) for n in own)
    if gap == 0:
        return 5.6, "its sentence"
    paragraphs = {sentences[n].paragraph for n in own if abs(number - n) <= NEAR}
    if sentences[number].paragraph in paragraphs:
        return 3.5 - 0.5 * gap, "the words beside it"
    if leads and gap <= NEAR + 1:
        return 2.5 - 0.3 * gap, "the words beside it"
    if number < LEAD:
        return 2.0, THE_LEAD
    return (0.5, THE_REPORT) if leads else None


def _leads_on(date: ResolvedDate, number: int, own: Sequence[int], scene: Scene) -> bool:
    """Whether a day opens the sentence right before an act: "On Monday they sat down. Police beat them."."""
    if number + 1 != min(own) or scene.sentences[number].paragraph != scene.sentences[min(own)].paragraph:
        return False
    return date.mention.span.start - scene.sentence(number).start <= len("On ")


def _is_long_ago(date: ResolvedDate, scene: Scene) -> bool:
    """Whether a day lies weeks before the report, so that what goes on is not of it."""
    day, published = _said(date), scene.published or ""
    return len(day) == len(published) == DAY and days_between(day, published) > LONG_AGO


def _reasons(date: ResolvedDate, number: int, own: Sequence[int], days: Days) -> Iterator[tuple[float, bool]]:
    """What may speak for or against a day, by the words around it: (points, whether it holds)."""
    words, span, sentence = days.scene.words, date.mention.span, days.scene.sentence(number)
    before = words[max(sentence.start, span.start - BEFORE) : span.start].lower()
    after = words[span.end : min(sentence.end, span.end + AFTER)].lower()
    told = tells_of_act(before, after)
    yield 1.5, told
    yield -4.0, is_of_aftermath(words, span.start) or is_of_meeting(after)
    later = span.of(words).lower().endswith(" later")
    yield -3.0, is_to_come(before) or later
    yield -6.0, _is_ahead(date, days.scene)
    yield -3.0, number not in own and before.rstrip().endswith("since")
    yield -1.0, later and tells_of_more(before)
    yield -1.0, not told and tells_of_care(before, after)
    yield -2.0, any(other.contains(span) for other in days.undated)
    since = number not in own and _SINCE_THEN.search(before) is not None
    yield -3.0, since and _is_long_ago(date, days.scene)
    yield -1.5, date.mention.rule.startswith("clock")
    yield -4.0, number > max(own) and _OF_ANOTHER.search(before) is not None
    yield -4.0, is_next(span.of(words)) and (number > max(own) or tells_of_more(before))
    yield 2.0, _leads_on(date, number, own, days.scene)
    yield 1.0, any(d.value == day_of(date.value or "") for d in days.force)
