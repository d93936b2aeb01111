"""How many threads the linear algebra takes: one, for whoever runs Holdfire as a program."""

import os

_LIBRARIES = ("OPENBLAS", "OMP", "MKL")


def one_thread() -> None:
    """Have the linear algebra use one thread, unless the environment says otherwise; before numpy is loaded.

    The matrices here are too small to gain by more. On a busy machine its threads wait for each other
    in loops: reading took fifteen times the processor time then.
    """
    for library in _LIBRARIES:
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
