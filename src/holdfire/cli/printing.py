"""Outcomes → stdout or a file, in the format asked for; failures → stderr, or their place in the lines."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from rich.console import RenderableType

from holdfire.cli.ending import complain
from holdfire.cli.options import Format
from holdfire.exports.record_json import failure_line, record_line
from holdfire.reading.cascade import Reading
from holdfire.workflows.outcome import Outcome
from holdfire.workflows.writing import whole_file

_INSIDE = ", byte "
Put = Callable[[Outcome], None]
Stream = Callable[[], BinaryIO]


@contextmanager
def printer(
    form: Format, *, output: Path | None, with_text: bool = False, in_place: bool = False
) -> Iterator[Put]:
    """A function that prints outcomes one after another.

    `in_place` puts a failure's line where its record would stand. A file takes its name at the end.
    """
    with _opening(output) as stream:
        if form is Format.JSON:
            yield _json(stream, with_text=with_text, in_place=in_place)
        elif form is Format.TEXT:
            yield _text(stream, to_file=output is not None)
        else:
            readings: list[tuple[str, Reading]] = []
            yield _good(lambda name, reading: readings.append((name, reading)))
            _page(readings, stream)


@contextmanager
def _opening(output: Path | None) -> Iterator[Stream]:
    """A function that opens the file when there is first something to write."""
    with ExitStack() as stack:
        opened: list[BinaryIO] = []

        def stream() -> BinaryIO:
            if not opened:
                opened.append(stack.enter_context(whole_file(output)) if output else sys.stdout.buffer)
            return opened[0]

        yield stream


def _good(use: Callable[[str, Reading], None]) -> Put:
    def put(outcome: Outcome) -> None:
        if outcome.reading is not None:
            use(outcome.reading.report.url or _called(str(outcome.name)), outcome.reading)
        elif outcome.failure is not None:
            complain(placed(outcome))

    return put


def _called(name: str) -> str:
    """A file without its folder; of what lies in an archive, also where in it and what it was got from."""
    container, *inside = name.partition(_INSIDE)
    return "".join((Path(container).name, *inside))


def placed(outcome: Outcome) -> str:
    """Why a report could not be read, with its name in front."""
    message = outcome.failure.message if outcome.failure else ""
    return message if message.startswith(str(outcome.name)) else f"{outcome.name}: {message}"


def _json(stream: Stream, *, with_text: bool, in_place: bool) -> Put:
    def write(_name: str, reading: Reading) -> None:
        text = reading.text.words if with_text else None
        stream().write(record_line(reading.record, text=text))

    good = _good(write)

    def put(outcome: Outcome) -> None:
        if outcome.failure is not None and in_place:
            failure = outcome.failure
            stream().write(failure_line(outcome.name, kind=failure.kind, message=failure.message))
        else:
            good(outcome)

    return put


def _text(stream: Stream, *, to_file: bool) -> Put:
    from holdfire.cli.terminal.page import page
    from holdfire.cli.terminal.screen import as_text, show

    def write(name: str, reading: Reading) -> None:
        def drawing(width: int) -> Iterator[RenderableType]:
            return page(reading, width=width, name=name)

        if to_file:
            stream().write(as_text(drawing).encode())
        else:
            show(drawing)

    return _good(write)


def _page(readings: list[tuple[str, Reading]], stream: Stream) -> None:
    from holdfire.exports.page import page

    if readings:
        stream().write(page(readings).encode())
