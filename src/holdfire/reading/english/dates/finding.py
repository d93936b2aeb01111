"""Words → mentions of dates: rules at anchors, then neighbours joined, narrowed, opened; drops overlaps."""

from collections.abc import Sequence

from holdfire.model.span import Span
from holdfire.reading.english.dates import (
    absolute,
    away,
    clock,
    day_of_month,
    dayparts,
    duration,
    figures,
    joining,
    parts_of_year,
    range,
    recurring,
    relative,
    season_holiday,
    until,
    vague,
    weekday,
    years,
)  # fmt: skip
from holdfire.reading.english.dates.anchors import ANCHORS
from holdfire.reading.english.dates.bare_hours import with_bare_hours
from holdfire.reading.english.dates.coordination import coordinated
from holdfire.reading.english.dates.meaning import Meaning
from holdfire.reading.english.dates.mention import DateMention, type_of
from holdfire.reading.english.dates.narrowing import narrowed
from holdfire.reading.english.dates.opening import opened
from holdfire.reading.english.dates.writing import SeamRule
from holdfire.reading.grammar.joiner import Joiner
from holdfire.reading.grammar.matcher import Candidate, Matcher, lowered

RULES = (
    *absolute.RULES, *figures.RULES, *years.RULES, *parts_of_year.RULES, *day_of_month.RULES, *weekday.RULES,
    *season_holiday.RULES, *relative.RULES, *away.RULES, *vague.RULES, *duration.RULES,
    *clock.RULES, *dayparts.RULES, *recurring.RULES, *until.RULES,
)  # fmt: skip
SEAMS: tuple[SeamRule, ...] = (
    *joining.DATES, *recurring.OF_SEASONS, *joining.TIMES, *range.SEAMS, *recurring.SEAMS,
)  # fmt: skip

_MATCHER: Matcher[Meaning] = Matcher(RULES, ANCHORS)
_JOINER: Joiner[Meaning] = Joiner(
    (
        joining.DATES,
        recurring.OF_SEASONS,
        joining.TIMES,
        range.SEAMS,
        (*joining.DATES, *joining.TIMES, *recurring.SEAMS),
    )
)


def find_dates(words: str, spans: Sequence[Span]) -> tuple[DateMention, ...]:
    """Find the dates, times, durations and recurring times within the spans, without resolving them."""
    low = lowered(words)
    narrow, floor = [], 0
    for candidate in _MATCHER.find(words, low, spans):
        narrow.append(narrowed(candidate, low, floor))
        floor = candidate.end
    mentions, floor = [], 0
    for joined in coordinated(_JOINER.join(narrow, low), words, low):
        whole = opened(with_bare_hours(joined, low, floor), low, floor)
        mentions.append(DateMention(whole.start, whole.end, type_of(whole.value), whole.rule, whole.value))
        floor = whole.end
    return tuple(mentions)


def find_candidates(words: str, spans: Sequence[Span]) -> list[Candidate[Meaning]]:
    """Find what the single rules read, before neighbours are joined."""
    return _MATCHER.find(words, lowered(words), spans)
