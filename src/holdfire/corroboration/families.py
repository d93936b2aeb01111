"""Kinds of act that no one incident is told as: a shooting and the arrest for it are two incidents."""

from collections.abc import Iterable

FAMILIES = ("force", "custody", "restraint", "turning back")
_FAMILY = {
    **dict.fromkeys(("detain", "abduct"), "custody"),
    **dict.fromkeys(("omission", "hold_fire", "warn"), "restraint"),
    **dict.fromkeys(("pushback", "disperse"), "turning back"),
}


def families(acts: Iterable[str]) -> frozenset[str]:
    """The kinds of act that some acts are; what is not listed is force."""
    return frozenset(_FAMILY.get(act, "force") for act in acts)
