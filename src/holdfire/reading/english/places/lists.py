"""Our lists of words about places, one a line, which lie beside the code."""

from pathlib import Path

HERE = Path(__file__).parent
"""No reader of archives is needed to open a text, as `importlib.resources` would load one."""


def listed(name: str) -> list[str]:
    """The lines of one of our lists."""
    return (HERE / name).read_text(encoding="utf-8").splitlines()
