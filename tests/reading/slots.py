"""What tests look at in the slots of records."""

from collections.abc import Iterable

from holdfire.model.grounded import Grounded
from holdfire.model.party import Party
from holdfire.model.place import Place


def names(slot: Iterable[Grounded[Party] | Grounded[Place]]) -> list[str]:
    """The names of parties or places, in their order."""
    return [one.value.name for one in slot]
