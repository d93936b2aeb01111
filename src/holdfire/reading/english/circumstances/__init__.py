"""How those were on whom force was used, and what they did: armed, fleeing, with their hands up, held."""

from holdfire.reading.english.circumstances import (
    attacks,
    captivity,
    gatherings,
    giving_up,
    movement,
    weapons,
)

RULES = (
    *weapons.RULES,
    *giving_up.RULES,
    *movement.RULES,
    *captivity.RULES,
    *attacks.RULES,
    *gatherings.RULES,
)
