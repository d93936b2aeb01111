"""Texts a second of the whole of reading, and of the peers, on one core."""

import platform
import resource
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


def _once(read: Callable[[T], object], given: Sequence[T]) -> float:
    start = time.perf_counter()
    for each in given:
        read(each)
    return len(given) / (time.perf_counter() - start)


if __name__ == "__main__":
    main()
