"""Stretches from one date to another."""

from holdfire.reading.english.dates.meaning import (
    At,
    Between,
    Clock,
    Day,
    Hours,
    Meaning,
    Month,
    Ref,
    Shifted,
    Year,
)
from holdfire.reading.english.dates.writing import Joined, seam_rule

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
)
