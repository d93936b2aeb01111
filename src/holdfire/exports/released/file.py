"""A file of a release."""

from collections.abc import Iterable
from typing import NamedTuple


class File(NamedTuple):
    """A file: its path in the folder of the release, and its bytes in pieces."""

    path: str
    pieces: Iterable[bytes]
