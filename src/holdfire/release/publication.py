"""All that leaves, as those who write it down see it."""

import msgspec

from holdfire.release.licences import Licence
from holdfire.release.published import Pages
from holdfire.release.quotes import Quotes
from holdfire.release.released import Group, ReleasedOrder
from holdfire.release.rows import Rows


class Publication(msgspec.Struct, frozen=True, omit_defaults=True):
    """All that leaves, and all that exports see: no account, no hash and no reason of the casebook is in it.

    `day` is the day on which it was compiled; `k` and `l` are the policy's, for what no page tells and for
    what pages tell. `withdrawn` are ids of earlier releases that are not told again.
    """

    audience: str
    day: str
    by: str
    k: tuple[int, int]
    l: tuple[int, int]  # noqa: E741 - l is its name
    incidents: Rows
    groups: tuple[Group, ...]
    orders: tuple[ReleasedOrder, ...]
    pages: Pages
    withdrawn: tuple[str, ...] = ()
    licence: Licence = ""
    publisher: str = ""
    quotes: Quotes = Quotes()
