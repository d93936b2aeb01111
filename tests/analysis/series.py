"""Series made by hand."""

from holdfire.analysis.figures import Tally
from holdfire.analysis.series import Series, days_of, month_of


def series(counts, *, start=(2020, 1), reports=None, exposure=None):
    """Months in a row from a start, with these counts."""
    first = month_of(*start)
    months = tuple(range(first, first + len(counts)))
    return Series(
        months,
        tuple(Tally(float(count), float(count), float(count)) for count in counts),
        tuple(exposure or (float(days_of(month)) for month in months)),
        tuple(map(float, reports)) if reports else None,
    )
