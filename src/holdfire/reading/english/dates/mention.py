"""Words that tell a time."""

from typing import Literal

import msgspec

from holdfire.model.span import Span
from holdfire.reading.english.dates.meaning import (
    About,
    At,
    Beside,
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
    Until,
)  # fmt: skip

DateType = Literal["DATE", "TIME", "DURATION", "SET", "UNTIL"]
_TYPES: dict[type, DateType] = {
    Length: "DURATION", Over: "DURATION", In: "DURATION", Clock: "TIME", Daypart: "TIME", At: "TIME",
    Hours: "TIME", Every: "SET", Until: "UNTIL",
}  # fmt: skip
_WRAPPERS = (Part, About, Limit, Beside)


class DateMention(msgspec.Struct, frozen=True):
    """Words that tell a time, what they mean before it is known when they were written, and the rule.

    The type UNTIL is an end that hangs on an event: it has a condition and no date.
    """

    start: int
    end: int
    type: DateType
    rule: str
    meaning: Meaning

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)


def type_of(meaning: Meaning) -> DateType:
    """Give the TIMEX3 type of a meaning."""
    plain = _TYPES.get(type(meaning))
    if plain is not None:
        return plain
    if isinstance(meaning, _WRAPPERS):
        return type_of(meaning.of)
    if isinstance(meaning, Between):
        return type_of(meaning.start or meaning.end)  # type: ignore[arg-type]
    return "DATE"
