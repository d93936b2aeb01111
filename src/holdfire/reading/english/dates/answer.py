"""Mentions of dates → resolved dates: adds value, TIMEX3, basis, reason and rivals; drops nothing."""

import re
from functools import lru_cache
from typing import Any

import msgspec

from holdfire.errors import DateError
from holdfire.model.grounded import Basis
from holdfire.model.moment import DAY
from holdfire.model.period import Period, parse_period
from holdfire.model.span import Span
from holdfire.reading.english.dates.context import Context, Tense
from holdfire.reading.english.dates.finding import find_dates
from holdfire.reading.english.dates.meaning import In, Quarter, Until
from holdfire.reading.english.dates.mention import DateMention
from holdfire.reading.english.dates.resolve import resolve
from holdfire.reading.english.dates.stretch import Stretch, day
from holdfire.reading.english.dates.tense import hangs_on_tense, tense_around

LONGEST_PUBLICATION = 366
"""Days: where less is known of the day of publication, it settles no year."""
_NOT_DATES = ("length", "set", "hours", "over", "ref")
_SAID = re.compile(
    r"\b(?:said|says|told(?: [\w.’'-]+){1,4}?|reported|announced|stated|added|confirmed)(?: on)? $"
)
_STOPS = re.compile(r"[.!?][\"”’]?\s|\n")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")


class ResolvedDate(msgspec.Struct, frozen=True):
    """A mention with its value: EDTF, or an ISO 8601 duration or set; None where nothing gives one.

    `timex` is the TIMEX3 value. `because` says what a resolved or inferred value follows from, or why it
    stays open. `rivals` are other values that the words may have.
    """

    mention: DateMention
    value: str | None
    timex: str | None
    basis: Basis
    because: str | None = None
    rivals: tuple[str, ...] = ()
    stretch: Stretch | None = None

    @property
    def period(self) -> Period | None:
        """The value with its bounds, where it is a date."""
        if self.value is None or self.stretch is None or self.mention.type in ("DURATION", "SET"):
            return None
        try:
            return parse_period(self.value)
        except DateError:
            return None


def resolve_date(
    mention: DateMention,
    *,
    published: Period | None,
    anchor: Period | None = None,
    tense: Tense | None = None,
) -> ResolvedDate:
    """Give a mention its value by the date of publication, the date spoken of, and the tense around it."""
    then = _stretch_of(anchor) if anchor is not None else None
    return _resolved(mention, Context(_ordinal(published), then, None, tense, _minutes(published)))


def _ordinal(period: Period | None) -> int:
    """The day of publication, or the middle of the month or year that is all that is known of it."""
    if period is None:
        return 0
    if period.day is not None:
        return period.day.toordinal()
    start, end = period.earliest, period.latest
    if start is None or end is None or (end - start).days > LONGEST_PUBLICATION:
        return 0
    return start.toordinal() + (end - start).days // 2


def _minutes(published: Period | None) -> int | None:
    if published is None or published.start is None or "T" not in published.edtf:
        return None
    return published.start.first % DAY // 60


def _stretch_of(period: Period) -> Stretch | None:
    if period.day is not None:
        return day(period.day.toordinal())
    start, end = period.earliest, period.latest
    if start is None or end is None:
        return None
    return Stretch(start.toordinal(), end.toordinal() - 1, "range", period.edtf, period.edtf)


def _resolved(mention: DateMention, context: Context) -> ResolvedDate:
    try:
        found = resolve(mention.meaning, context)
    except (ValueError, OverflowError):
        found = Stretch(0, 0, "open", None, "XXXX", "it lies outside the calendar")
    if found is None:
        meaning = mention.meaning
        said = meaning.condition if isinstance(meaning, Until) else None
        return ResolvedDate(mention, said, None, "stated", "nothing dates it")
    guessed = found.inferred and bool(found.rivals)
    basis: Basis = "inferred" if guessed else "resolved" if found.because and found.first else "stated"
    return ResolvedDate(mention, found.edtf, found.timex, basis, found.because, found.rivals, found)


def resolve_dates(
    words: str, mentions: tuple[DateMention, ...], *, published: Period | None, complete: bool = True
) -> tuple[ResolvedDate, ...]:
    """Resolve the mentions of a text in order: each may be the one that the next speaks of.

    The tense is guessed from the words before a mention. With `complete` False what the words leave open
    stays open ("Jan. 17" is XXXX-01-17) though publication would settle it.
    """
    now, minutes = _ordinal(published), _minutes(published)
    then: Stretch | None = None
    quarter: Stretch | None = None
    on: Stretch | None = None
    last = 0
    out = []
    for mention in mentions:
        tense = tense_around(words, mention) if now and hangs_on_tense(mention.meaning) else None
        one = _resolved(mention, Context(now, then, quarter, tense, minutes, complete, on))
        if isinstance(mention.meaning, Quarter) and mention.meaning.number and one.stretch:
            quarter = one.stretch
        out.append(one)
        dated = one.stretch is not None and one.stretch.first and one.stretch.unit not in _NOT_DATES
        if dated and not _is_aside(words, mention, last):
            then, last = one.stretch, mention.end
            on = then if then is not None and then.unit in ("day", "time") else on
    return tuple(out)


def _is_aside(words: str, mention: DateMention, last: int) -> bool:
    """Whether a day is only that on which somebody spoke of one before it, or since which something is so."""
    if words.endswith("since ", 0, mention.start) or words.startswith("since ", mention.start):
        return True
    if not last or _SAID.search(words, max(0, mention.start - 24), mention.start) is None:
        return False
    return _STOPS.search(words, last, mention.start) is None


def paragraphs(words: str) -> tuple[Span, ...]:
    """Cut a text at its blank lines."""
    gaps = [gap.span() for gap in _PARAGRAPH.finditer(words)]
    starts, stops = [0, *(after for _, after in gaps)], [*(stop for stop, _ in gaps), len(words)]
    return tuple(span for span in map(Span, starts, stops) if span.start < span.end)


def dates_of(words: str, published: str | None, *, as_written: bool = False) -> list[dict[str, Any]]:
    """Find and resolve the dates of a text, as `find dates --jsonl` prints them.

    `published` is an ISO date or date-time; one that is none counts as not known. Ends that hang on an
    event are left out, for they have no date. `as_written` gives as `timex` what the words alone say:
    XXXX-01-17 for "Jan. 17", XXXX-WXX-2 for "Tuesday".
    """
    known = _published(published)
    mentions = find_dates(words, paragraphs(words))
    found = resolve_dates(words, mentions, published=known)
    rows = [_row(words, one) for one in found]
    if as_written:
        for row, one in zip(
            rows, resolve_dates(words, mentions, published=known, complete=False), strict=True
        ):
            row["timex"] = one.timex
    return [row for row in rows if row["type"] != "UNTIL"]


@lru_cache(maxsize=1024)
def _published(text: str | None) -> Period | None:
    if not text:
        return None
    try:
        return parse_period(text[:19])
    except DateError:
        return None


def _dated_type(one: ResolvedDate) -> str:
    """The type, where "in two weeks" turned out to be a date."""
    return "DATE" if isinstance(one.mention.meaning, In) else one.mention.type


def _row(words: str, one: ResolvedDate) -> dict[str, Any]:
    mention = one.mention
    row: dict[str, Any] = {
        "start": mention.start,
        "end": mention.end,
        "quote": words[mention.start : mention.end],
        "value": one.value,
        "timex": one.timex,
        "type": "DURATION" if one.stretch is not None and one.stretch.unit == "length" else _dated_type(one),
        "basis": one.basis,
        "rule": mention.rule,
    }
    if one.because:
        row["because"] = one.because
    if one.rivals:
        row["rivals"] = list(one.rivals)
    return row
