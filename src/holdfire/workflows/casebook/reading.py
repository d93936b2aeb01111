"""Captures → bundles: what a worker does with reports, in this process or in another."""

from collections.abc import Sequence
from functools import partial

import msgspec

from holdfire.model.capture import Capture, Told
from holdfire.model.report import Report
from holdfire.sources.reports import report_of
from holdfire.store.bundle import Bundle, bundle, failed
from holdfire.workflows import readers
from holdfire.workflows.outcome import Failure, Reader, attempt, tried
from holdfire.workflows.own.folder import Own


class Asked(msgspec.Struct, frozen=True):
    """What a user says of all reports of a command."""

    told: Told = Told()
    url: str | None = None


def read_captures(captures: Sequence[Capture], *, asked: Asked, reader: Reader) -> list[Bundle]:
    """Read each report; what goes wrong with one stays with it, and its bytes are kept where it is one."""
    return [_read(capture, asked, reader) for capture in captures]


def _read(capture: Capture, asked: Asked, reader: Reader) -> Bundle:
    report = tried(partial(_open, capture, asked))
    if isinstance(report, Failure):
        return Bundle(None, (failed(capture.where, kind=report.kind, message=report.message),))
    outcome = attempt(capture.where, lambda: report, reader, any_language=True)
    record = outcome.reading.record if outcome.reading else None
    kept = tried(partial(bundle, capture, report, record))
    if isinstance(kept, Failure):
        return Bundle(None, (failed(capture.where, kind=kept.kind, message=kept.message),))
    if outcome.failure is None:
        return kept
    why = failed(capture.where, kind=outcome.failure.kind, message=outcome.failure.message, report=report.id)
    return msgspec.structs.replace(kept, entries=(*kept.entries, why))


def _open(capture: Capture, asked: Asked) -> Report:
    report = report_of(capture, asked.told)
    return msgspec.structs.replace(report, url=asked.url) if asked.url else report


class Worker:
    """A process that reads reports: it loads the reader once."""

    _reader: Reader | None = None
    _asked = Asked()

    @classmethod
    def start(cls, own: Own, asked: Asked) -> None:
        """Load what reading needs."""
        cls._reader = readers.english_reader(own)
        cls._asked = asked

    @classmethod
    def read(cls, captures: Sequence[Capture]) -> list[Bundle]:
        """Read some reports."""
        if cls._reader is None:
            raise RuntimeError("the worker was not started")
        return read_captures(captures, asked=cls._asked, reader=cls._reader)
