"""Mentions of dates → resolved dates: adds value, TIMEX3, basis, reason and rivals; drops nothing."""

import re
from typing import Any

import msgspec

from holdfire.errors import DateError
from holdfire.model.grounded import Basis
from holdfire.model.period import Period, parse_period
from holdfire.model.span import Span
from holdfire.reading.english.dates.context import Context, Tense
from holdfire.reading.english.dates.finding import DateMention, find_dates
from holdfire.reading.english.dates.meaning import Until
from holdfire.reading.english.dates.resolve import resolve
from holdfire.reading.english.dates.stretch import Stretch, day

_NOT_DATES = ("length", "set", "hours", "over")


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
    return _resolved(mention, Context(_ordinal(published), then, tense))


def _ordinal(period: Period | None) -> int:
    return period.day.toordinal() if period is not None and period.day is not None else 0


def _stretch_of(period: Period) -> Stretch | None:
    if period.day is not None:
        return day(period.day.toordinal())
    start, end = period.earliest, period.latest
    if start is None or end is None:
        return None
    return Stretch(start.toordinal(), end.toordinal() - 1, "range", period.edtf, period.edtf)


def _resolved(mention: DateMention, context: Context) -> ResolvedDate:
    found = resolve(mention.meaning, context)
    if found is None:
        meaning = mention.meaning
        said = meaning.condition if isinstance(meaning, Until) else None
        return ResolvedDate(mention, said, None, "stated", "nothing dates it")
    basis: Basis = "inferred" if found.inferred else "resolved" if found.because and found.first else "stated"
    value = found.edtf if found.unit != "time" or found.edtf is None else _timed(found)
    return ResolvedDate(mention, value, found.timex, basis, found.because, found.rivals, found)


def _timed(found: Stretch) -> str | None:
    return found.edtf


def resolve_dates(
    words: str, mentions: tuple[DateMention, ...], *, published: Period | None, complete: bool = True
) -> tuple[ResolvedDate, ...]:
    """Resolve the mentions of a text in order: each may be the one that the next speaks of.

    The tense is guessed from the words before a mention. With `complete` False what the words leave open
    stays open ("Jan. 17" is XXXX-01-17) though publication would settle it.
    """
    now = _ordinal(published)
    then: Stretch | None = None
    out = []
    for mention in mentions:
        tense = tense_before(words, mention.start) if mention.type in ("DATE", "TIME") else None
        one = _resolved(mention, Context(now, then, tense, complete))
        out.append(one)
        if one.stretch is not None and one.stretch.first and one.stretch.unit not in _NOT_DATES + ("ref",):
            then = one.stretch
    return tuple(out)


_FUTURE = re.compile(
    r"\b(?:will|shall|won't|'ll|to be|is to|are to|going to|due|expected|scheduled|set to|plans?|planned|payable"
    r"|deadline|effective|expires?|upcoming|until|through|by|must|would|should|may|can|could)\b"
)
_PAST = re.compile(
    r"\b(?:[a-z]{2,}ed|was|were|had|did|took|came|began|went|fell|rose|said|shot|told|since|has|killed|happened)\b"
)
_STOP = re.compile(r"[.!?;\n]\s")


def tense_before(words: str, at: int) -> Tense | None:
    """Guess from the words before a date, in its sentence, whether what it dates lies ahead."""
    back = words[max(at - 70, 0) : at].lower()
    stops = list(_STOP.finditer(back))
    clause = back[stops[-1].end() :] if stops else back
    ahead = [m.end() for m in _FUTURE.finditer(clause)]
    if not ahead:
        return "past" if _PAST.search(clause) else None
    gone = [m.end() for m in _PAST.finditer(clause)]
    return "past" if gone and gone[-1] > ahead[-1] + 12 else "future"


_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")


def paragraphs(words: str) -> tuple[Span, ...]:
    """Cut a text at its blank lines."""
    cuts = [0]
    for gap in _PARAGRAPH.finditer(words):
        cuts += [gap.start(), gap.end()]
    cuts.append(len(words))
    return tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if a < b)


def dates_of(words: str, published: str | None, *, complete: bool = True) -> list[dict[str, Any]]:
    """Find and resolve the dates of a text, as `find dates --jsonl` prints them.

    `published` is an ISO date or date-time; one that is none counts as not known. Ends that hang on an
    event are left out, for they have no date.
    """
    known = _published(published)
    found = resolve_dates(words, find_dates(words, paragraphs(words)), published=known, complete=complete)
    return [_row(words, one) for one in found if one.mention.type != "UNTIL"]


def _published(text: str | None) -> Period | None:
    if not text:
        return None
    try:
        return parse_period(text[:10])
    except DateError:
        return None


def _row(words: str, one: ResolvedDate) -> dict[str, Any]:
    mention = one.mention
    row: dict[str, Any] = {
        "start": mention.start,
        "end": mention.end,
        "quote": words[mention.start : mention.end],
        "value": one.value,
        "timex": one.timex,
        "type": mention.type,
        "basis": one.basis,
        "rule": mention.rule,
    }
    if one.because:
        row["because"] = one.because
    if one.rivals:
        row["rivals"] = list(one.rivals)
    return row
