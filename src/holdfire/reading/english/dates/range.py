"""Stretches from one date to another."""

from holdfire.reading.english.dates.meaning import (
    At,
    Away,
    Between,
    Clock,
    Day,
    Daypart,
    Hours,
    Meaning,
    Month,
    Ref,
    Shifted,
    Weekday,
    Year,
)
from holdfire.reading.english.dates.writing import Joined, seam_rule

_INTO = r"(?: and)? (?:into|in to) (?:the )?(?:early hours (?:of|on) )?"
_ENDS = "date weekday month year at away quarter week part"
_TO = r"(?:,? (?:to|until|till|through|thru|up to|and through) (?:the )?| ?[-–—] ?)"


def _between(joined: Joined) -> Meaning | None:
    left, right = joined.left, joined.right
    if isinstance(left, Clock) and isinstance(right, Clock):
        return Hours(left, right)
    if isinstance(left, At) and isinstance(right, Clock):
        return Between(left, At(left.date, right))
    if isinstance(left, Clock) and isinstance(right, At):
        return Between(At(right.date, left), right)
    if isinstance(left, Clock | Ref) and not isinstance(right, Clock | At | Day):
        return None
    return Between(left, right)


def _dayparts(joined: Joined) -> Meaning | None:
    left, right = joined.left, joined.right
    plain = isinstance(left, Daypart) and isinstance(right, Daypart)
    return Hours(left, right) if plain and left.shift is None and right.shift is None else None  # type: ignore[arg-type, union-attr]


def _night(joined: Joined) -> Meaning | None:
    """The night from one day to the next."""
    left, right = joined.left, joined.right
    if isinstance(left, Daypart) and left.code == "TNI":
        return At(Between(Away(1, "day", -1, right), right), Daypart("TNI"))
    if not isinstance(left, At) or left.time != Daypart("TNI"):
        return None
    first = left.date
    if isinstance(first, Day) and isinstance(right, Day):
        follows = right.day in (first.day + 1, 1)
    else:
        follows = (
            isinstance(first, Weekday)
            and isinstance(right, Weekday)
            and right.weekday == first.weekday % 7 + 1
        )
    return At(Between(first, right), left.time) if follows else None


def _plain(joined: Joined) -> Meaning | None:
    """Without "from", both ends must be of one kind, and years must run forward."""
    left, right = joined.left, joined.right
    if type(left) is not type(right) and not (isinstance(left, Day) and isinstance(right, Shifted)):
        return None
    if isinstance(left, Year) and isinstance(right, Year) and left.year >= right.year:
        return None
    if isinstance(left, Month) and left.year is not None and isinstance(right, Month) and right.year is None:
        return None
    return _between(joined)


SEAMS = (
    seam_rule(
        "range.between",
        joins=(f"{_ENDS} clock ref", f"{_ENDS} clock ref"),
        before=r"between ",
        between=rf"(?:,? and (?:the )?|{_TO})",
        means=_between,
        reads={"between January 2010 and October 2012": "(2010-01-01,2012-10-01,P33M)"},
        but_not=("between 2010 and the border",),
    ),
    seam_rule(
        "range.from_to",
        joins=(f"{_ENDS} clock ref", f"{_ENDS} clock ref"),
        before=r"(?:from|starting|beginning) (?:the )?",
        between=_TO,
        means=_between,
        reads={
            "from April to September": "(2021-04-01,2021-09-01,P5M)",
            "from Jan. 18 until March 5": "(2022-01-18,2022-03-05,P46D)",
        },
    ),
    seam_rule(
        "range.plain",
        joins=("date weekday month year at clock", "date weekday month year at clock"),
        between=_TO,
        means=_plain,
        reads={
            "Jan. 18 to March 5": "(2022-01-18,2022-03-05,P46D)",
            "2010-2012": "(2010-01-01,2012-01-01,P2Y)",
        },
    ),
    seam_rule(
        "range.night",
        joins=("at", "date weekday"),
        between=rf"(?:{_TO}|{_INTO}| and (?:the )?)",
        means=_night,
        reads={
            "the night of the 19th to the 20th": "2022-01-19TNI",
            "on Saturday night into Sunday": "2022-01-22TNI",
        },
        but_not=("Saturday night and Monday",),
    ),
    seam_rule(
        "range.overnight_into",
        joins=("daypart", "date weekday"),
        between=_INTO,
        means=_night,
        reads={"overnight into Sunday": "2022-01-22TNI"},
    ),
    seam_rule(
        "range.into",
        joins=("date weekday at", "date weekday at"),
        between=_INTO,
        means=lambda j: Between(j.left, j.right),
        reads={"late Saturday into Sunday": "(2022-01-22,2022-01-23,P1D)"},
    ),
    seam_rule(
        "range.dayparts_between",
        joins=("daypart", "daypart"),
        before=r"between ",
        between=r" and ",
        means=_dayparts,
        reads={"between sunset and sunrise": "(TEV,TMO)"},
    ),
    seam_rule(
        "range.dayparts_from",
        joins=("daypart", "daypart"),
        before=r"from ",
        between=_TO,
        means=_dayparts,
        reads={"from dusk to dawn": "(TEV,TMO)"},
    ),
    seam_rule(
        "range.dayparts",
        joins=("daypart", "daypart"),
        between=r"[- ]to[- ]| (?:until|till) ",
        means=_dayparts,
        reads={"a dusk-to-dawn curfew": "(TEV,TMO)"},
    ),
)
