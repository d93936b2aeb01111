"""Texts a second of the whole of reading, and of the peers, on one core."""

import platform
import resource
import sys
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from benchmarks.parts import PARTS
from benchmarks.peers import peers
from benchmarks.texts import texts
from holdfire.model.capture import Capture, Told
from holdfire.sources.reports import report_of
from holdfire.workflows.readers import english_reader

NUMBER = 600
ROUNDS = 3
COUNTED = 100
"""Texts over which calls are counted, once all words in them were met."""
T = TypeVar("T")


def main() -> None:
    """Measure and print."""
    name, found = texts(NUMBER)
    words = sum(len(text.split()) for text, _ in found) / len(found)
    print(f"{len(found)} {name}, {words:.0f} words each, one core, Python {platform.python_version()}\n")
    _print_speeds(found)


def _print_speeds(found: list[tuple[str, str | None]]) -> None:
    read = english_reader()
    reports = [
        report_of(Capture(text.encode(), "text", "pipe"), Told(published=day))
        for text, day in found
        if text.strip()
    ]
    ours = _speed(read, reports, rounds=ROUNDS)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'':28}{'texts/s':>9}{'whole read':>12}{'same part':>11}   does")
    print(f"{'holdfire read':28}{ours:9,.0f}{'':23}   the whole: text to record (peak {memory:.0f} MB)")
    calls = _calls(read, reports[:COUNTED])
    print(f"{'':28}{calls:9,.0f}{'':23}   calls of functions a text, whatever the load")
    parts = {name: _speed(part, reports, rounds=ROUNDS) for name, part in PARTS.items()}
    for name, speed in parts.items():
        print(f"{name:28}{speed:9,.0f}{'':23}   {PARTS[name].__doc__}")
    for name, does, number, same, peer in peers():
        speed = _speed(peer, [text for text, _ in found[:number]], rounds=1)
        print(f"{name:28}{speed:9,.1f}{ours / speed:11,.2f}x{parts[same] / speed:10,.1f}x   {does}")


def _speed(read: Callable[[T], object], given: Sequence[T], *, rounds: int) -> float:
    """Texts a second, the best of some rounds; the first text is read once before, to warm up."""
    read(given[0])
    return max(_once(read, given) for _ in range(rounds))


def _calls(read: Callable[[T], object], given: Sequence[T]) -> float:
    """Calls of functions of Python for a text: what a rule costs on any machine, however busy."""
    for each in given:
        read(each)
    number = 0

    def count(_frame: object, event: str, _given: object) -> None:
        nonlocal number
        number += event == "call"

    sys.setprofile(count)
    try:
        for each in given:
            read(each)
    finally:
        sys.setprofile(None)
    return number / len(given)


def _once(read: Callable[[T], object], given: Sequence[T]) -> float:
    start = time.perf_counter()
    for each in given:
        read(each)
    return len(given) / (time.perf_counter() - start)


if __name__ == "__main__":
    main()
