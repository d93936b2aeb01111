"""English dates: `find_dates` finds mentions, `resolve_date` gives one its value in a context."""

from holdfire.reading.english.dates.answer import ResolvedDate, dates_of, resolve_date, resolve_dates
from holdfire.reading.english.dates.finding import find_dates
from holdfire.reading.english.dates.mention import DateMention

__all__ = ["DateMention", "ResolvedDate", "dates_of", "find_dates", "resolve_date", "resolve_dates"]
