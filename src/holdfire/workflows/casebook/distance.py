"""How far through its sources a command is, in bytes."""

from collections.abc import Iterable
from pathlib import Path

from holdfire.model.capture import Capture, Within
from holdfire.sources.captures import is_url
from holdfire.sources.files import files_below


class Distance:
    """Bytes of files behind and ahead; what comes from the web or a pipe is counted as it comes."""

    def __init__(self, sources: Iterable[str]) -> None:
        self.total = sum(map(_size, sources))
        self.behind = 0
        self._container: str | None = None
        self._begun = 0

    def passed(self, capture: Capture) -> None:
        """A capture was looked at."""
        if capture.within is None:
            self.behind += len(capture.raw)
        else:
            outer = _outermost(capture.within)
            if outer.container != self._container:
                self._container, self._begun = outer.container, self.behind
            self.behind = max(self.behind, self._begun + (outer.offset or 0) + (outer.length or 0))
        self.total = max(self.total, self.behind)


def _outermost(within: Within) -> Within:
    return within if within.outer is None else _outermost(within.outer)


def _size(source: str) -> int:
    path = Path(source)
    if is_url(source) or source == "-":
        return 0
    try:
        if path.is_dir():
            return sum(each.stat().st_size for each in files_below(path) if isinstance(each, Path))
        return path.stat().st_size
    except OSError:
        return 0
