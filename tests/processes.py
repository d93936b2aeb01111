"""Work done in a forked process, which may be killed; what it prepared need not be loaded again."""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from types import FrameType


def forked(work: Callable[[], object]) -> int:
    """Start work in a process of its own; its id. It exits with 0, or with 1 after an error."""
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    raise AssertionError


def ended(child: int) -> int:
    """Wait for a process; how it ended (a signal is negative)."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_after(steps: int, work: Callable[[], object]) -> int:
    """Do work in a process that is killed (SIGKILL) once it has made so many steps; how it ended.

    A step is a call into a function or out of it, in Python or in C, so neither the speed of the machine
    nor what else it does has a say in how far the work comes.
    """

    def counted() -> None:
        left = steps

        def step(frame: FrameType, event: str, argument: object) -> None:
            nonlocal left
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(step)
        work()

    return ended(forked(counted))


def steps_of(work: Callable[[], object]) -> int:
    """How many steps a piece of work makes, as :func:`killed_after` counts them."""
    read, write = os.pipe()

    def counted() -> None:
        made = 0

        def step(frame: FrameType, event: str, argument: object) -> None:
            nonlocal made
            made += 1

        sys.setprofile(step)
        work()
        sys.setprofile(None)
        os.write(write, str(made).encode())

    assert ended(forked(counted)) == 0
    os.close(write)
    with os.fdopen(read, "rb") as told:
        return int(told.read())
