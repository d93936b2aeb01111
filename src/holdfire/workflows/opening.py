"""Sources as the user names them → the reports in them, each opened where its failure is caught."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from holdfire.errors import SourceError
from holdfire.model.capture import Capture, Told
from holdfire.model.report import Report
from holdfire.sources.captures import captures
from holdfire.sources.reports import report_of


def opened(sources: Iterable[str | Path], told: Told) -> Iterator[tuple[str, Callable[[], Report]]]:
    """The name of each report in the sources, and what opens it; `told` holds for all of them."""
    for source in sources:
        for found in captures(source):
            yield found.where or str(source), partial(_report, found, told)


def _report(found: Capture | SourceError, told: Told) -> Report:
    if isinstance(found, SourceError):
        raise found
    return report_of(found, told)
