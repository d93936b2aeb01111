"""How often an interval holds the truth: told on the way, so that `pytest -s -vv` shows every figure."""

import sys


def holds(share):
    """Whether it does in 93 to 97 of 100 worlds; prints in how many."""
    sys.stdout.write(f"{share:.1%} of 1,000 worlds ")
    return 0.93 <= share <= 0.97
