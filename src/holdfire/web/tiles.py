"""A tile server that a user sets: pictures of the ground under the map, and the one host they come from."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from holdfire.errors import HoldfireError

_PARTS = ("{z}", "{x}", "{y}")
_HOST = re.compile(r"[a-z0-9.-]+(:[0-9]+)?|\[[0-9a-f:.]+\](:[0-9]+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tiles:
    """Where tiles of Web Mercator come from: an address with {z}, {x}, {y}; `credit` says whose they are."""

    template: str
    credit: str = ""

    def __post_init__(self) -> None:
        parts = urlsplit(self.template)
        if parts.scheme not in ("http", "https") or not _HOST.fullmatch(parts.netloc):
            remedy = "give it as https://tiles.example.org/{z}/{x}/{y}.png, without a name or password"
            raise HoldfireError("is no address of a tile server", where=self.template, remedy=remedy)
        missing = [part for part in _PARTS if part not in self.template]
        if missing:
            remedy = "the server's documentation has the address; {z} is how near, {x} and {y} which tile"
            raise HoldfireError(f"lacks {' and '.join(missing)}", where=self.template, remedy=remedy)

    @property
    def origin(self) -> str:
        """What a page's policy must allow: this host and no other."""
        parts = urlsplit(self.template)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def host(self) -> str:
        """Who learns what is looked at."""
        return urlsplit(self.template).netloc
