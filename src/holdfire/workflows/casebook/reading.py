"""Captures → bundles: what a worker does with reports, in this process or in another."""

from collections.abc import Sequence
from functools import partial

import msgspec

from holdfire.model.capture import UNTOLD, Capture, Told
from holdfire.sources.reports import report_of
from holdfire.store.bundle import Bundle, bundle, failed
from holdfire.workflows import readers
from holdfire.workflows.outcome import Failure, Reader, attempt, tried
from holdfire.workflows.own.folder import Own


def read_captures(captures: Sequence[Capture], *, told: Told, reader: Reader) -> list[Bundle]:
    """Read each report; `told` is what a user says of all of them.

    What goes wrong with one stays with it, and its bytes are kept where it is one.
    """
    return [_read(capture, told, reader) for capture in captures]


def _read(capture: Capture, told: Told, reader: Reader) -> Bundle:
    report = tried(partial(report_of, capture, told))
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


class Worker:
    """A process that reads reports: it loads the reader once."""

    _reader: Reader | None = None
    _told = UNTOLD

    @classmethod
    def start(cls, own: Own, told: Told) -> None:
        """Load what reading needs."""
        cls._reader = readers.english_reader(own)
        cls._told = told

    @classmethod
    def read(cls, captures: Sequence[Capture]) -> list[Bundle]:
        """Read some reports."""
        if cls._reader is None:
            raise RuntimeError("the worker was not started")
        return read_captures(captures, told=cls._told, reader=cls._reader)
