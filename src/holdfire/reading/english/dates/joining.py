"""Dates and times that stand together and mean one: "Tuesday at 8 p.m.", "June last year"."""

import msgspec

from holdfire.reading.english.dates.meaning import (
    About,
    At,
    Away,
    Between,
    Clock,
    Day,
    Daypart,
    Every,
    Half,
    Holiday,
    Hours,
    Length,
    Limit,
    Meaning,
    Month,
    Part,
    Quarter,
    Season,
    Shifted,
    Week,
    Weekday,
    Weekend,
    Year,
)  # fmt: skip
from holdfire.reading.english.dates.writing import Joined, seam_rule
from holdfire.reading.grammar import joiner

_ABOUT = (
    r"(?:about|around|approximately|approx\.?|nearly|almost|roughly|just (?:after|before)"
    r"|shortly (?:after|before)|exactly)"
)
_DATES = "date weekday"
_YEARLESS = (Month, Quarter, Season, Half, Day, Holiday)


def _on(date: Meaning, time: Meaning) -> Meaning | None:
    """A time or hours on a date, which must be one day."""
    if (isinstance(date, Shifted) and date.unit != "day") or isinstance(date, Week | Weekend | Holiday):
        return None
    if not isinstance(date, At):
        return At(date, time)
    if not isinstance(date.time, Daypart):
        return None
    return At(date.date, _in_half(time, date.time))


def _date_time(joined: Joined) -> Meaning | None:
    return _on(joined.left, joined.right)


def _time_date(joined: Joined) -> Meaning | None:
    return _on(joined.right, joined.left)


def _in_half(time: Meaning, part: Meaning) -> Meaning:
    """A time, or hours, without a half of the day, in the part of the day named."""
    if isinstance(time, Hours):
        ends = [_in_half(end, part) for end in (time.start, time.end)]
        return Hours(*ends)  # type: ignore[arg-type]
    if isinstance(time, About):
        return About(_in_half(time.of, part))
    if not isinstance(part, Daypart) or not isinstance(time, Clock) or time.half:
        return time
    late = part.code in ("TAF", "TEV", "TNI")
    return msgspec.structs.replace(time, hour=time.hour % 12 + 12 * late, half=True)


def _daypart_time(joined: Joined) -> Meaning | None:
    part, time = joined.left, joined.right
    if isinstance(part, Clock | About):
        part, time = time, part
    if isinstance(part, Hours):
        part, time = time, part
    if not isinstance(part, Daypart) or not isinstance(time, Clock | Hours | About):
        return None
    clock = _in_half(time, part)
    return At(Shifted("day", part.shift, part.origin), clock) if part.shift is not None else clock


def _within(joined: Joined) -> Meaning | None:
    """A month, quarter, season or day without a year, in the year that follows."""
    inner, outer = joined.left, joined.right
    if isinstance(inner, Part):
        of = _within(joined._replace(left=inner.of))
        return msgspec.structs.replace(inner, of=of) if of is not None else None
    if not isinstance(inner, _YEARLESS) or inner.year is not None or inner.within is not None:
        return None
    if isinstance(outer, Year) and not (isinstance(inner, Quarter) and inner.number is None):
        return msgspec.structs.replace(inner, year=outer.year)
    return msgspec.structs.replace(inner, within=outer) if _takes(outer, inner) else None


def _takes(outer: Meaning, inner: Meaning) -> bool:
    """Whether a unit relative to now can be what a date lies in: a year, or for a bare day a month."""
    if not isinstance(outer, Shifted) or (isinstance(inner, Quarter) and inner.number is None):
        return False
    return outer.unit == "year" or (outer.unit == "month" and isinstance(inner, Day) and inner.month is None)


def _within_before(joined: Joined) -> Meaning | None:
    """The same with the year first: "last year's third quarter"."""
    return _within(joined._replace(left=joined.right, right=joined.left))


def _weekday_in(joined: Joined) -> Meaning | None:
    day, outer = joined.left, joined.right
    if isinstance(outer, Weekday):
        day, outer = outer, day
    if not isinstance(day, Weekday) or day.within is not None:
        return None
    if isinstance(outer, Day):
        return msgspec.structs.replace(outer, weekday=day.weekday) if outer.weekday is None else None
    if (isinstance(outer, Shifted) and outer.unit == "week") or isinstance(outer, Week):
        return Weekday(day.weekday, within=outer)
    if isinstance(outer, Away):
        return Weekday(day.weekday, within=outer) if outer.unit == "week" else None
    if isinstance(outer, Shifted) and outer.unit == "day" and joined.between.strip() in (",", "("):
        return outer
    return None


def _part_of(joined: Joined) -> Meaning | None:
    """A part of a day, or the night between two days."""
    part, date = joined.left, joined.right
    if not isinstance(part, Daypart) or part.shift is not None:
        return None
    if isinstance(date, Between) and part.code != "TNI":
        return None
    return At(date, part)


def _away(joined: Joined) -> Meaning | None:
    length = joined.left
    if isinstance(length, Limit):
        length = length.of
    if not isinstance(length, Length) or len(length.parts) != 1:
        return None
    count, unit = length.parts[0]
    words = joined.between.split()
    return Away(count, unit, -1 if words and words[0] in ("before", "prior", "ahead") else 1, joined.right)


def with_hour(value: Meaning, hour: Clock | Hours) -> Meaning | None:
    """Put an hour, or hours, without more on a date or in a part of the day."""
    if isinstance(value, Every):
        return Every(At(value.of, hour)) if isinstance(value.of, Weekday) and value.hours is None else None
    if isinstance(value, Daypart):
        return _daypart_time(joiner.Joined(value, hour, " at "))
    return _on(value, hour)


DATES = (
    seam_rule(
        "joined.weekday_date",
        joins=("weekday", "date week away"),
        between=r",? \(|,? | of |, of |,? the ",
        means=_weekday_in,
        reads={"on Friday (November 12)": "2021-11-12", "Monday of last week": "2022-01-17"},
    ),
    seam_rule(
        "joined.week_weekday",
        joins=("date week away", "weekday"),
        between=r",? (?:on )?| - ",
        means=_weekday_in,
        reads={"next week on Tuesday": "2022-02-01", "a week ago on Monday": "2022-01-17"},
    ),
    seam_rule(
        "joined.week_of",
        joins=("week", "month year date"),
        between=r" (?:of|in) (?:the )?",
        means=lambda j: (
            Week(j.left.number, j.right) if isinstance(j.left, Week) and j.left.within is None else None
        ),
        reads={"the last week of 2016": "2016-W52"},
    ),
    seam_rule(
        "joined.in_year",
        joins=("month quarter date", "year date quarter"),
        between=r",? (?:of |in )?(?:the )?",
        means=_within,
        reads={
            "in June last year": "2021-06",
            "the third quarter of last year": "2021-Q3",
            "the 15th day of next month": "2022-02-15",
            "Jan. 5 of this year": "2022-01-05",
        },
    ),
    seam_rule(
        "joined.years",
        joins=("year date", "quarter month"),
        between=r"(?:'s|’s)?(?: |-)(?:fiscal )?",
        means=_within_before,
        reads={"last year's third quarter": "2021-Q3"},
    ),
)
TIMES = (
    seam_rule(
        "joined.date_time",
        joins=(f"{_DATES} at", "clock hours"),
        between=rf"(?:,| -| @)?(?: (?:at|by|for|@))?(?: {_ABOUT})? ",
        means=_date_time,
        reads={"Tuesday at 8 p.m.": "XXXX-WXX-2T20", "Jan. 17 at around 5:00 am": "XXXX-01-17T05:00"},
    ),
    seam_rule(
        "joined.time_date",
        joins=("clock hours", f"{_DATES} at"),
        between=r",?(?: on(?: the)?| of| the)? \(?",
        means=_time_date,
        reads={
            "8 p.m. Tuesday": "XXXX-WXX-2T20",
            "midnight on Jan. 20": "XXXX-01-20T00",
            "5:00 am on Friday": "XXXX-WXX-5T05:00",
        },
    ),
    seam_rule(
        "joined.date_part",
        joins=(_DATES, "daypart"),
        between=r",?(?: in| at| on)? (?:the )?",
        means=lambda j: (
            _on(j.left, j.right) if isinstance(j.right, Daypart) and j.right.shift is None else None
        ),
        reads={"Jan. 17 in the morning": "2022-01-17TMO"},
    ),
    seam_rule(
        "joined.part_date",
        joins=("daypart", f"{_DATES} range"),
        between=r",? (?:of |on )?(?:the )?",
        means=_part_of,
        reads={
            "on the evening of Jan. 17": "2022-01-17TEV",
            "mid-afternoon yesterday": "2022-01-25TAF",
            "on the night of Jan. 19-20": "2022-01-19TNI",
        },
    ),
    seam_rule(
        "joined.part_time",
        joins=("daypart", "clock hours"),
        between=rf",? (?:at )?(?:{_ABOUT} )?",
        means=_daypart_time,
        reads={"last night at 8:00": "2022-01-25T20:00", "this morning at 6:30": "2022-01-26T06:30"},
    ),
    seam_rule(
        "joined.time_part",
        joins=("clock hours", "daypart"),
        between=r",? ",
        means=_daypart_time,
        reads={"8:00 this morning": "2022-01-26T08:00"},
    ),
    seam_rule(
        "joined.away",
        joins=("length", f"{_DATES} month year"),
        between=r" (?:before|after|from|prior to|ahead of|following) ",
        means=_away,
        reads={"ten days after Jan. 17": "2022-01-27", "two days before Christmas": "2021-12-23"},
    ),
)
