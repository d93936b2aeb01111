"""A record and its scene → warnings: what could not be decided, each at its words."""

from collections.abc import Iterator

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.record import Record, Warn
from holdfire.model.report import Report
from holdfire.model.span import Span
from holdfire.reading.english.dates import ResolvedDate
from holdfire.reading.resolving.scene import Scene

DATED = frozenset(("DATE", "TIME"))


def warnings_of(report: Report, scene: Scene, record: Record) -> Iterator[Warn]:
    """Parts not got, undecodable bytes, open years, impossible days, rival dates, unknown places."""
    yield from (Warn("source", fault) for fault in report.faults)
    for at in report.undecodable:
        yield Warn("undecodable", f"the byte at offset {at} is not {report.encoding}; it is shown as U+FFFD")
    rivals = any(dated.rivals and dated.mention.type in DATED for dated in scene.dates)
    used = _spans(record) if rivals else set[tuple[int, int]]()
    for dated in scene.dates:
        yield from _of_date(dated, scene.words, used=(dated.mention.start, dated.mention.end) in used)
    yield from _unknown_places(scene)


def _of_date(dated: ResolvedDate, words: str, *, used: bool) -> Iterator[Warn]:
    span, value = dated.mention.span, dated.value or ""
    quote = span.of(words)
    if value.startswith("XXXX") and dated.mention.type in DATED:
        message = f"the report does not say the year of “{quote}”: give its date with --published"
        yield Warn("open year", message, quote, span.start, span.end)
    if dated.stretch is not None and dated.stretch.unit == "impossible":
        yield Warn("no such day", f"the calendar has no “{quote}”", quote, span.start, span.end)
    if used and dated.rivals and dated.mention.type in DATED:
        others = " or ".join(dated.rivals)
        message = f"“{quote}” is read as {value}; it may be {others}"
        yield Warn("two readings", message, quote, span.start, span.end)


def _unknown_places(scene: Scene) -> Iterator[Warn]:
    """Each name of which no place is known, once."""
    named: dict[str, Span] = {}
    for found in scene.mentions.places:
        if found.entry is None:
            named.setdefault(found.place.name, found.span)
    for name, span in named.items():
        message = f"no place is known by the name “{name}” (`holdfire gazetteer add` keeps one of your own)"
        yield Warn("unknown place", message, span.of(scene.words), span.start, span.end)


def _spans(record: Record) -> set[tuple[int, int]]:
    """Where the values of a record stand; what is grounded holds nothing else that is."""
    found: set[tuple[int, int]] = set()
    left: list[object] = [record]
    for part in left:  # grows as it is walked
        if isinstance(part, Grounded):
            found.add((part.start, part.end))
        elif isinstance(part, tuple):
            left += part
        elif isinstance(part, msgspec.Struct):
            values = msgspec.structs.astuple(part)
            left += [value for value in values if isinstance(value, tuple | msgspec.Struct)]
    return found
