"""`holdfire demo`: the example reports and the story they tell."""

from holdfire.cli.ending import ending


def demo() -> None:
    """Read the example reports and show their story."""
    with ending():
        pass
