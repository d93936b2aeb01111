"""A fact that principles ask for, as reports tell it."""

from collections.abc import Mapping

import msgspec


class Fact(msgspec.Struct, frozen=True, omit_defaults=True):
    """A fact: its value, the slot of the incident or clause it is told in, by how many lines.

    `codes` are the values of the slot that it rests on, where the slot holds several ("circumstances").
    """

    value: str
    slot: str
    lines: int
    disputed: bool = False
    codes: tuple[str, ...] = ()


Facts = Mapping[str, Fact]
