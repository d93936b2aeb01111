"""Reports for casebooks: the story made by hand, and others like it."""

import hashlib

import msgspec

from holdfire.model.capture import Capture
from holdfire.model.report import Report
from holdfire.model.text import LeftOut, Text
from holdfire.reading.cascade import Reading
from holdfire.reading.record import header
from holdfire.store.bundle import Bundle, bundle
from tests import stories

AT = "2026-03-01T10:00:00.000000Z"
LATER = "2026-03-02T10:00:00.000000Z"
LATEST = "2026-03-03T10:00:00.000000Z"


def report(words: str, **known) -> Report:
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    return Report(id=digest, words=words, raw_sha256=digest, **known)


def read_by_hand(given: Report) -> Reading:
    """A reading of any report in which nothing was read but its first words."""
    first = LeftOut(given.words[:6], 0, min(6, len(given.words)), "byline", "by.hand")
    record = msgspec.structs.replace(
        stories.record(), report=header(given), orders=(), incidents=(), practices=(), zones=(), reviews=(),
        expectations=(), media=(), left_out=(first,), warnings=(),
    )  # fmt: skip
    return Reading(given, Text(given.words, ()), record)


def plain(words: str, *, origin: str = "a.txt", **known) -> Bundle:
    """A report in which nothing was read."""
    made = report(words, **known)
    return bundle(capture(made, origin), made, read_by_hand(made).record)


def capture(of: Report, origin: str = "a.txt", **how) -> Capture:
    return Capture(of.words.encode("utf-8", "surrogatepass"), origin, "file", **how)


STORY = report(stories.WORDS, title="Flares", outlet="Tumen Courier", published="2022-01-26", language="en")


def story_record(version: str = "1", **changes):
    """The record of the story, as a reader of some version makes it."""
    reader = msgspec.structs.replace(stories.record().reader, version=version)
    return msgspec.structs.replace(stories.record(), report=header(STORY), reader=reader, **changes)


def story(version: str = "1", **changes) -> Bundle:
    return bundle(capture(STORY), STORY, story_record(version, **changes))
