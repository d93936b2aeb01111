"""Sources as the user names them → the reports in them, each opened where its failure is caught."""

import importlib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

from holdfire.errors import SourceError
from holdfire.model.capture import UNTOLD, Capture, Told
from holdfire.model.report import Report
from holdfire.sources.captures import Fetch, captures
from holdfire.sources.published import published_date
from holdfire.sources.reports import report_of


def opened(
    sources: Iterable[str | Path], told: Told = UNTOLD, *, careful: bool = False
) -> Iterator[tuple[str, Callable[[], Report]]]:
    """The name of each report in the sources, and what opens it; `told` holds for all of them."""
    for source in sources:
        for found in captures(source, fetch=fetch):
            yield found.where or str(source), partial(_report, found, told, careful=careful)


def told(*, published: str | None = None, outlet: str | None = None, title: str | None = None) -> Told:
    """What a user says of reports; DateError where `published` is no date."""
    day = published_date(published) if published is not None else None
    return Told(title, outlet, day)


def fetch(url: str) -> Capture:
    """What lies at a URL that the user named, now; no network is touched but for that."""
    return _web()(url)


@cache
def _web() -> Fetch:
    web: Fetch = importlib.import_module("holdfire.sources.web").Web(clock=partial(datetime.now, UTC))
    return web


def _report(found: Capture | SourceError, told: Told, *, careful: bool) -> Report:
    if isinstance(found, SourceError):
        raise found
    return report_of(found, told, careful=careful)
