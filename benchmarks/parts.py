"""Parts of reading by themselves, to stand beside the tools that do the same part."""

from collections.abc import Callable

from holdfire.model.report import Report
from holdfire.reading.english.dates import dates_of
from holdfire.reading.english.places.answers import places_of
from holdfire.reading.english.words.lexicon import shipped
from holdfire.reading.text import clean
from holdfire.reading.tokens import split
from holdfire.reading.triggers import Scan

SCAN = Scan(shipped())
Part = Callable[[Report], object]


def scan(report: Report) -> object:
    """own words, sentences, tokens, trigger words"""
    sentences = split(clean(report))
    return SCAN.triggered(sentences)


def dates(report: Report) -> object:
    """dates with values, nothing else"""
    return dates_of(report.words, report.published)


def places(report: Report) -> object:
    """places with points, nothing else"""
    return places_of(report.words)


PARTS: dict[str, Part] = {"holdfire, words": scan, "holdfire, dates": dates, "holdfire, places": places}
