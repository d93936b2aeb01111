"""How a command ends: quietly when its reader goes away or a person stops it, with one line when it fails."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from holdfire.errors import HoldfireError

FAILED_LINE = 1
BAD_INPUT = 2
INTERRUPTED = 130
PIPE_CLOSED = 141


@contextmanager
def ending() -> Iterator[None]:
    """Run a command and turn what stops it into an exit status."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(PIPE_CLOSED)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except HoldfireError as error:
        complain(str(error))
        sys.exit(BAD_INPUT)


def complain_of_nothing(sources: Iterable[str]) -> None:
    """Say that the sources are there, and that no report is in them: folders with nothing for us, mostly."""
    complain(
        f"{', '.join(sources)}: no report in it (pictures, scripts, styles and hidden files are passed over)"
    )


def complain(message: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"holdfire: {message}\n")
