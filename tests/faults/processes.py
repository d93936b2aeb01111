"""Work done in a forked process, which may be killed; what it prepared need not be loaded again."""

import os
import signal
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


def killed_after(seconds: float, work: Callable[[], object]) -> int:
    """Do work in a process that ends without warning once it has worked so long; how it ended.

    It goes by processor time, so that what else the machine does has no say in how far it comes. By the
    signal's own default no code of the process runs any more, as with SIGKILL.
    """

    def timed() -> None:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)
        work()

    return ended(forked(timed))
