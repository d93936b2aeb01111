"""A line for each row, written once for all rows that say the same: only their ids differ."""

from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from holdfire.release.released import Row
from holdfire.release.rows import Rows

MARK: Final = "0id0id0id0id"
"""Stands for an id until it is put in."""


def lines(rows: Rows, write: Callable[[Row], bytes]) -> Iterator[bytes]:
    """What `write` makes of each row, in which the id may stand several times."""

    def parts(row: Row) -> list[bytes]:
        return write(msgspec.structs.replace(row, id=MARK)).split(MARK.encode())

    return (name.encode().join(made) for name, made in rows.each(parts))
