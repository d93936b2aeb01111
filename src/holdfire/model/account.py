"""Who may work in a casebook's workbench, and as what."""

from typing import Final, Literal, get_args

import msgspec

Role = Literal["reader", "coder", "reviewer", "keeper"]
Right = Literal["see", "decide", "review", "sources", "audiences"]

ROLES: Final[tuple[Role, ...]] = get_args(Role)
RIGHTS: Final[dict[Role, frozenset[Right]]] = {
    "reader": frozenset({"see"}),
    "coder": frozenset({"see", "decide"}),
    "reviewer": frozenset({"see", "decide", "review"}),
    "keeper": frozenset({"see", "sources", "audiences"}),
}
"""What a role may do: a keeper sees that the vault has entries and says who may be told; a reviewer settles
disputes and says that a release may leave."""


class Account(msgspec.Struct, frozen=True):
    """Somebody's account as it is now; a closed one lets nobody in."""

    name: str
    roles: tuple[Role, ...]
    is_open: bool
    since: str

    @property
    def rights(self) -> frozenset[Right]:
        """What they may do."""
        return (
            frozenset(right for role in self.roles for right in RIGHTS[role]) if self.is_open else frozenset()
        )
