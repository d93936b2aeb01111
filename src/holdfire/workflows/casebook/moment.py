"""The clock: moments as the log has them, and a day as a person gives it → the last moment of it."""

import re
from datetime import UTC, datetime, timedelta

from holdfire.errors import DateError

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def now() -> str:
    """The moment it is, in UTC, to the microsecond, as ISO 8601."""
    return shown(datetime.now(UTC))


def shown(moment: datetime) -> str:
    """A moment as the log writes it: always of the same length, so that order is that of the letters."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def end_of(given: str) -> str:
    """The last moment that a date stands for: of a day, month or year its end, of a time itself.

    DateError where it is no date.
    """
    try:
        found = _DAY.fullmatch(given.strip())
        if found is None:
            moment = datetime.fromisoformat(given.strip())
            return shown(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
        year, month, day = (int(part) if part else None for part in found.groups())
        return shown(_next(int(year or 0), month, day) - timedelta(microseconds=1))
    except (ValueError, OverflowError):
        raise DateError(
            f"{given!r} is no date to look back to", remedy="write it as 2022-01-26, 2022-01 or 2022"
        ) from None


def _next(year: int, month: int | None, day: int | None) -> datetime:
    if month is None:
        return datetime(year + 1, 1, 1, tzinfo=UTC)
    if day is None:
        return datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
    return datetime(year, month, day, tzinfo=UTC) + timedelta(days=1)
