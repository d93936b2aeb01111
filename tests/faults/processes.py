"""Work done in a forked process, which may be killed; what it prepared need not be loaded again."""

import os
import signal
import time
import traceback
from collections.abc import Callable


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


def killed_after(child: int, seconds: float) -> int:
    """Kill a process without warning; how it ended, which may have been before."""
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return ended(child)
