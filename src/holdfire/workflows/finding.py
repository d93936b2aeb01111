"""Lines or files → what one part of reading finds in them: dates, places or attributions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from holdfire.exports.found_json import attributed
from holdfire.model.capture import UNTOLD, Told
from holdfire.model.report import Report
from holdfire.reading import syntax, tokens
from holdfire.reading.english.dates import dates_of
from holdfire.reading.english.places.answers import places_of
from holdfire.reading.english.saying.answers import attributions_of
from holdfire.reading.english.saying.weights import shipped_weights
from holdfire.reading.text import clean
from holdfire.sources.json_lines import given
from holdfire.workflows.opening import opened
from holdfire.workflows.outcome import Failure, tried
from holdfire.workflows.own.folder import NOTHING, Own
from holdfire.workflows.own.places import finder_of
from holdfire.workflows.own.words import words_of
from holdfire.workflows.reading import name_of

Finder = Callable[[Report], Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one report, or why nothing could be looked for."""

    name: object
    found: Sequence[Any] = ()
    failure: Failure | None = None


def find_in_lines(lines: Iterable[bytes], finder: Finder) -> Iterator[Found]:
    """Look through the report in each line of JSON; blank lines are passed over."""
    for line in lines:
        if line.strip():
            yield _found(name_of(line), partial(given, line), finder)


def find_in_sources(sources: Iterable[str | Path], finder: Finder, *, told: Told = UNTOLD) -> Iterator[Found]:
    """Look through each report in the sources."""
    for name, report in opened(sources, told):
        yield _found(name, report, finder)


def date_finder(*, as_written: bool = False) -> Finder:
    """Finds dates, durations and sets of times; TIMEX3 may stay as open as the words themselves."""
    return lambda report: dates_of(report.words, report.published, as_written=as_written)


def place_finder(own: Own = NOTHING) -> Finder:
    """Finds names of places and resolves them, with a user's own places where they are given."""
    finder = finder_of(own)
    return lambda report: places_of(report.words, url=report.url, outlet=report.outlet, finder=finder)


def attribution_finder(own: Own = NOTHING) -> Finder:
    """Finds who says what, in every sentence and not only in those about orders and acts."""
    words, weights, parser = words_of(own), shipped_weights(), syntax.load()

    def find(report: Report) -> Sequence[Any]:
        text = clean(report)
        trees = parser.parse(tokens.split(text))
        found = attributions_of(text, trees, words=words, weights=weights)
        return [attributed(each, report.words) for each in found]

    return find


def _found(name: object, opened: Callable[[], Report], finder: Finder) -> Found:
    found = tried(lambda: finder(opened()))
    return Found(name, failure=found) if isinstance(found, Failure) else Found(name, found)
