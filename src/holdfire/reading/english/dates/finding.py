"""Words → mentions of dates: rules at anchors, then neighbours joined, narrowed and opened; drops overlaps."""

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from holdfire.model.span import Span
from holdfire.reading.english.dates import (
    absolute,
    clock,
    duration,
    joining,
    range,
    recurring,
    relative,
    season_holiday,
    until,
    vague,
    weekday,
)  # fmt: skip
from holdfire.reading.english.dates.holidays import HOLIDAYS
from holdfire.reading.english.dates.meaning import (
    About,
    At,
    Between,
    Clock,
    Daypart,
    Every,
    Hours,
    In,
    Length,
    Limit,
    Meaning,
    Over,
    Part,
    Shifted,
    Until,
    Week,
)  # fmt: skip
from holdfire.reading.english.dates.words import (
    BOUNDARY,
    DAYPARTS,
    EXTENT,
    LEADS,
    MONTHS,
    NUMBERS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from holdfire.reading.english.dates.writing import Joined, SeamRule
from holdfire.reading.grammar.choice import choose
from holdfire.reading.grammar.matcher import Anchors, Candidate, Matcher, lowered

DateType = Literal["DATE", "TIME", "DURATION", "SET", "UNTIL"]


class DateMention(msgspec.Struct, frozen=True):
    """Words that tell a time, what they mean before it is known when they were written, and the rule."""

    start: int
    end: int
    type: DateType
    rule: str
    meaning: Meaning

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)


RULES = (
    *absolute.RULES, *weekday.RULES, *season_holiday.RULES, *relative.RULES, *vague.RULES, *duration.RULES,
    *clock.RULES, *recurring.RULES, *until.RULES,
)  # fmt: skip
SEAMS: tuple[SeamRule, ...] = (*joining.SEAMS, *range.SEAMS, *recurring.SEAMS)

_SHAPES = {
    "amount": r"[0-9]+(?:\.[0-9]+)?(?:years?|months?|weeks?|days?|hours?|hrs?|mins?|minutes?|[hdwy])(?![a-z0-9])",
    "month_year": r"(?:0?[1-9]|1[0-2])[-/](?:19|20)[0-9]{2}(?![0-9/-])",
    "compact": r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])",
    "iso": r"[0-9]{4}[-/][01]?[0-9](?![0-9])|[0-9]{4}\.[01]?[0-9]\.[0-3]?[0-9](?![0-9])",
    "slash": r"(?:3[01]|[0-2]?[0-9])/(?:3[01]|[0-2]?[0-9])(?:/(?:[0-9]{4}|[0-9]{2}))?(?![0-9:])|(?:3[01]|[0-2]?[0-9])(?P<sep>[.-])(?:3[01]|[0-2]?[0-9])(?P=sep)(?:[0-9]{4}|[0-9]{2})(?![0-9:])",
    "clock": r"[0-9]{1,2}(?::[0-9]{2}(?!%)|(?:[.h][0-9]{2})?(?:[ap]| ?[ap]\.? ?m)(?![a-z])|:[0-9]{2}|[0-9]{2} ?[ap]\.?m(?![a-z])|\.?[ap]m(?![a-z])|ish(?![a-z]))",
    "decade": r"(?:the )?(?:[0-9]{2})?[0-9]0['’]?s(?![a-z])|['’][2-9]0s",
    "ordinal": r"[0-9]{1,2}(?:st|nd|rd|th)(?![a-z])",
    "year": r"(?:1[4-9]|20)[0-9]{2}(?![0-9])",
}


def _words() -> dict[str, str]:
    words = (
        dict.fromkeys(UNITS, "unit") | dict.fromkeys(DAYPARTS, "daypart") | dict.fromkeys(SEASONS, "season")
    )
    del words["nights"], words["second"], words["mins"], words["min"], words["sec"]
    words |= dict.fromkeys(("mins", "min", "sec", "nights"), "unit") | {"night": "daypart"}
    words |= dict.fromkeys(MONTHS, "month") | dict.fromkeys(WEEKDAYS, "weekday")
    words |= dict.fromkeys((f"{day}s" for day in WEEKDAYS if day.endswith("day")), "weekdays")
    words |= dict.fromkeys(HOLIDAYS, "holiday") | dict.fromkeys(recurring.ADVERBS, "adverb")
    words |= dict.fromkeys(("today", "yesterday", "tomorrow", "tonight"), "deixis")
    words |= dict.fromkeys(("noon", "midnight", "midday"), "noon") | dict.fromkeys(
        ("weekend", "weekends"), "weekend"
    )
    words |= dict.fromkeys(("o'clock", "o’clock", "oclock"), "oclock")
    words |= dict.fromkeys(("now", "currently", "recently", "lately", "soon", "future", "present", "presently",
                            "nowadays", "moment", "past", "term"), "ref") | dict.fromkeys(("q1", "q2", "q3", "q4"), "quarter")  # fmt: skip
    words |= dict.fromkeys(
        ("nineties", "eighties", "seventies", "sixties", "fifties", "forties", "thirties"), "decade"
    )
    words |= {
        "half": "half",
        "until": "until",
        "till": "until",
        "nineteen": "cardinal",
        "two thousand": "cardinal",
    }
    words |= {f"{unit}{gap}old": "age" for unit in ("year", "years", "month", "months") for gap in " -"}
    words |= {"second": "second", "noonish": "noon", "tonite": "deixis"}
    words |= dict.fromkeys(("fifteen", "thirty", "forty", "twenty", "fifty"), "spoken")
    words |= {"p.m": "meridian", "a.m": "meridian", "pm": "meridian"}
    return words


_HOUR_LEADS = frozenset(["from", "between", "to", "and", "until", "till", "-", "–", ""]) | frozenset(NUMBERS)
_UNIT_LEADS = LEADS | {"to", "or", "once", "per", "twice", "times", "and", "all",
                       "its", "his", "their", "comparable", "more", "full", "term", "these", "end", "beginning", "start", "middle", "week", "two", "foreseeable", "trading", "½"}  # fmt: skip
_DATE_LEADS = frozenset(["twenty", "thirty", "the", "of", "other", "last", "this", "next", "past", "previous", "coming", "upcoming", "following", "each", "every", "over", "that", "same", "early", "late", "mid"]) | LEADS & frozenset(w for w in LEADS if w.endswith(("th", "st", "nd", "rd")))  # fmt: skip
_LEADS = {
    "unit": _UNIT_LEADS, "month": _DATE_LEADS | {"to", "and", "through", "day"}, "weekday": _DATE_LEADS, "season": _DATE_LEADS,
    "holiday": _DATE_LEADS, "weekend": _DATE_LEADS, "weekdays": _DATE_LEADS,
    "daypart": _DATE_LEADS | {"earlier", "later", "during", "at", "previous", "in", "to", "and", "between", "from"} | frozenset(NUMBERS),
    "deixis": frozenset(["the", "day", "before", "after", "early", "late", "later"]),
    "ref": frozenset(NUMBERS) | frozenset(["the", "half", "quarter", "minutes", "a", "near", "foreseeable", "not-too-distant", "in", "at", "this", "very", "crucial", "right", "just", "more", "most", "recent", "short", "distant"]),
    "noon": frozenset(("the", "12")), "clock": _HOUR_LEADS, "oclock": _HOUR_LEADS, "meridian": _HOUR_LEADS,
    "year": frozenset(["the", "year", "years", "of", "calendar", "fiscal", "financial", "fy", "first", "second", "third", "fourth", "quarter", "last", "half"]),
    "ordinal": frozenset(("the",)), "decade": frozenset(("the", "roaring")), "half": frozenset(("the", "first", "second", "last", "latter")),
    "cardinal": frozenset(("the", "year")),
    "age": frozenset(), "quarter": frozenset(("the", "fiscal")), "adverb": frozenset(), "compact": frozenset(), "amount": frozenset(), "month_year": frozenset(), "spoken": _HOUR_LEADS | {"at"}, "second": frozenset(NUMBERS) | {"a", "an"}, "until": frozenset(("unless", "and")), "iso": frozenset(), "slash": frozenset(),
}  # fmt: skip

_MATCHER: Matcher[Meaning] = Matcher(RULES, Anchors(_words(), _SHAPES, _LEADS))
_BY_KINDS: dict[tuple[str, str], list[SeamRule]] = {}
for _rule in SEAMS:
    for _left in _rule.pattern.left:
        for _right in _rule.pattern.right:
            _BY_KINDS.setdefault((_left, _right), []).append(_rule)
_GAP_AT_MOST = 24
_LOOK_BACK = 34
_PART = re.compile(
    r"\b(?:(?P<extent>early|earlier|late|later|mid|middle)(?:[- ]|,? (?:in|on) (?:the )?)"
    r"|(?:the )?(?P<week>week) (?:of|beginning|commencing|starting)(?: on)? (?:the )?"
    r"|(?:the |at )?(?P<boundary>beginning|start|onset|end|close|middle|turn) of (?:the )?)$"
)
_ABOUT = re.compile(
    r"(?<!how )(?<!what )(?<!but )\b(?:about|around|approximately|roughly|circa|some ?time in|on or about)[ \n](?:the )?$"
)
_LIMIT = re.compile(
    r"\b(?:(?:no |not )?more than|less than|fewer than|at least|at most|up to|nearly|almost|(?<!how )(?<!what )about|around|(?:just |well )?over"
    r"|(?:just )?under|approximately|roughly|as (?:long|many|little|few) as)[ \n](?:the )?\Z"
)
_BARE_HOURS = r"(?:from |between )(?P<a>1[0-2]|[1-9])(?: ?[-–] ?| to | and | until )(?P<b>1[0-2]|[1-9])"
_HOURS_BEFORE = re.compile(rf"\b{_BARE_HOURS},? (?:on |of )?$")
_HOURS_AFTER = re.compile(rf",? {_BARE_HOURS}(?=[.,;!?)]|$)(?![.,:][0-9])")
_HOUR_AFTER = re.compile(
    r",? (?:at|around)(?: (?:about|around))? (?P<hour>1[0-9]|2[0-3]|[1-9])(?:\.(?P<minute>[0-5][0-9]))?(?=[.,;!?)]|$| (?:and|or|to|on)\b)(?![.,:][0-9])"
)
_PART_WORDS = frozenset([*EXTENT, *BOUNDARY])


def find_dates(words: str, spans: Sequence[Span]) -> tuple[DateMention, ...]:
    """Find the dates, times, durations and recurring times within the spans, without resolving them."""
    found = find_candidates(words, spans)
    if not found:
        return ()
    low = lowered(words)
    floors = [0]
    whole = _joined([_narrowed(c, low, floors) for c in found], low)
    mentions = []
    floor = 0
    for candidate in whole:
        opened = _opened(_with_hours(_with_hour(candidate, low), low, floor), low, floor)
        floor = opened.end
        mentions.append(
            DateMention(opened.start, opened.end, _type_of(opened.value), opened.rule, opened.value)
        )
    return tuple(mentions)


def find_candidates(words: str, spans: Sequence[Span]) -> list[Candidate[Meaning]]:
    """Find what the single rules read, before neighbours are joined."""
    return choose(_MATCHER.find(words, spans))


def _narrowed(found: Candidate[Meaning], low: str, floors: list[int]) -> Candidate[Meaning]:
    """Take in what stands before a date and makes it a part of itself, or approximate."""
    floor, floors[0] = floors[0], found.end
    at = found.start
    if found.value.kind in ("length", "over") and at >= 3 and not isinstance(found.value, In):
        limit = _LIMIT.search(low, max(at - 18, floor), at)
        if limit is not None:
            return Candidate(limit.start(), found.end, found.rule, Limit(found.value, limit.group().strip()))
        return found
    if at < 3 or found.value.kind in ("length", "set", "ref", "over", "until_condition"):
        return found
    back = low[max(at - _LOOK_BACK, floor) : at]
    last = back.rstrip().rsplit(None, 1)[-1:] if back else []
    if not last:
        return found
    word = last[0]
    if word in EXTENT or word in ("of", "the", "in", "on", "beginning", "commencing", "starting") or word.rstrip("-") in EXTENT:
        part = _PART.search(back)
        if part is not None and part["week"]:
            return Candidate(at - len(back) + part.start(), found.end, found.rule, Week(None, found.value))
        if part is not None:
            name = EXTENT.get(part["extent"]) if part["extent"] else BOUNDARY[part["boundary"]]
            side = {"earlier": -1, "later": 1}.get(part["extent"] or "", 0)
            return Candidate(
                at - len(back) + part.start(), found.end, found.rule, Part(found.value, name, side, bool(part["boundary"]))
            )  # type: ignore[arg-type]
    if word in ("about", "around", "approximately", "roughly", "circa") or word == "in":
        about = _ABOUT.search(back)
        if about is not None:
            return Candidate(at - len(back) + about.start(), found.end, found.rule, About(found.value))
    return found


def _joined(found: list[Candidate[Meaning]], low: str) -> list[Candidate[Meaning]]:
    """Join neighbours until nothing joins: each new value with the one before it."""
    if len(found) < 2:
        return found
    for pass_rules in _PASSES:
        done: list[Candidate[Meaning]] = []
        for candidate in found:
            current = candidate
            while done and current.start - done[-1].end <= _GAP_AT_MOST:
                joined = _seam(done[-1], current, low, pass_rules, done[-2].end if len(done) > 1 else 0)
                if joined is None:
                    break
                done.pop()
                current = joined
            done.append(current)
        found = done
    return found


def _seam(
    left: Candidate[Meaning], right: Candidate[Meaning], low: str, wanted: frozenset[str], floor: int
) -> Candidate[Meaning] | None:
    rules = _BY_KINDS.get((left.value.kind, right.value.kind))
    if rules is None:
        return None
    for rule in rules:
        if rule.name not in wanted:
            continue
        between = rule.pattern.between.fullmatch(low, left.end, right.start)
        if between is None:
            continue
        start = left.start
        if rule.pattern.before is not None:
            low_at = max(left.start - 16, floor)
            before = rule.pattern.before.search(low[low_at : left.start])
            if before is None:
                continue
            start = low_at + before.start()
        value = rule.produce(Joined(left.value, right.value, between.group()))
        if value is not None:
            closed = "(" in between.group() and low[right.end : right.end + 1] == ")"
            return Candidate(start, right.end + closed, rule.name, value)
    return None


_JOINS = frozenset(r.name for r in joining.SEAMS)
_RANGES = frozenset(r.name for r in range.SEAMS)
_RECURRING = frozenset(r.name for r in recurring.SEAMS)
_PASSES = (_JOINS, _RANGES, _JOINS | _RECURRING)
_FROM_DAYS = re.compile(r"\b(?:from|between)[ \n](?:the )?\Z")
_OPENABLE = (Between, Length, Limit, In, Over, Every, Hours, Until, Daypart)


def _with_hours(found: Candidate[Meaning], low: str, floor: int) -> Candidate[Meaning]:
    """Take in hours without more: "between 3 and 8 yesterday", "tonight from 7 to 9"."""
    if found.value.kind not in ("weekday", "date", "daypart", "at"):
        return found
    before = None
    if found.start - floor > 8 and low[found.start - 2].isdigit() or low[found.start - 4 : found.start] in (" on ", " of "):
        back = low[max(found.start - 28, floor) : found.start]
        before = _HOURS_BEFORE.search(back)
    match = before or (_HOURS_AFTER.match(low, found.end) if low[found.end : found.end + 6] in (" from ", " betwe") else None)
    if match is None:
        return found
    hours = Hours(Clock(int(match["a"]), half=False), Clock(int(match["b"]), half=False))
    joined = joining.with_hour(found.value, hours)
    if joined is None:
        return found
    if before is not None:
        return Candidate(found.start - len(back) + before.start(), found.end, found.rule, joined)
    return Candidate(found.start, match.end(), found.rule, joined)


def _with_hour(found: Candidate[Meaning], low: str) -> Candidate[Meaning]:
    """Take in an hour without more: "last night at 8", "on Sat at 5"."""
    if low[found.end : found.end + 4] not in (" at ", " aro") or found.value.kind not in ("weekday", "date", "daypart", "at", "set"):
        return found
    hour = _HOUR_AFTER.match(low, found.end)
    if hour is None:
        return found
    time = Clock(int(hour["hour"]), int(hour["minute"]) if hour["minute"] else None, half=int(hour["hour"]) > 12)
    joined = joining.with_hour(found.value, time)
    return found if joined is None else Candidate(found.start, hour.end(), found.rule, joined)


def _starts_something(meaning: Meaning) -> bool:
    """Whether "from" before it starts a stretch: "from last year" compares."""
    if isinstance(meaning, Shifted):
        return meaning.unit == "day"
    return meaning.kind in ("date", "weekday", "at", "clock", "month")


def _opened(found: Candidate[Meaning], low: str, floor: int) -> Candidate[Meaning]:
    """Take in "since", "until" and the like, which leave one end open."""
    at = found.start
    if found.rule in ("date.range_of_days", "date.day_range"):
        before = _FROM_DAYS.search(low, max(at - 14, floor), at)
        return found if before is None else Candidate(before.start(), found.end, found.rule, found.value)
    if at < 3 or isinstance(found.value, _OPENABLE) or found.value.kind == "ref":
        return found
    back = low[max(at - 22, floor) : at]
    words = back.split()
    if not any(word in until.OPENERS for word in words[-3:]):
        return found
    match = until.BEFORE.search(back)
    if match is None or (match["since"] or "").endswith("from") and not _starts_something(found.value):
        return found
    return Candidate(at - len(back) + match.start(), found.end, found.rule, until.opened(match, found.value))


def _type_of(meaning: Meaning) -> DateType:
    if isinstance(meaning, Part | About | Limit):
        return _type_of(meaning.of)
    if isinstance(meaning, Length | Over | In):
        return "DURATION"
    if isinstance(meaning, Clock | Daypart | At | Hours):
        return "TIME"
    if isinstance(meaning, Every):
        return "SET"
    if isinstance(meaning, Between):
        return _type_of(meaning.start or meaning.end)  # type: ignore[arg-type]
    return "UNTIL" if isinstance(meaning, Until) else "DATE"
