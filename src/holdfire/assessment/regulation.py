"""What acts a clause speaks of, and which clauses exclude each other."""

from functools import lru_cache

from holdfire.model.corroborated import Norm
from holdfire.model.truth import Truth

FORCE = (
    "live_fire",
    "flare",
    "warning_shot",
    "blank",
    "less_lethal",
    "explosive",
    "landmine",
    "beating",
    "blade",
    "arrest",
)
"""Means of force that are asked about, the gravest sort first."""
FIRING = frozenset({"fire", "shoot", "fire_flare", "open fire"})
OPEN = frozenset({"kill", "attack", "use_force", "use force", "hit", "injure", "execute", "resist"})
"""Acts that may be done by any means."""
LETHAL = frozenset({"live_fire", "explosive", "landmine", "blade"})


def code(norm: Norm) -> str:
    """What a clause is about, as a code: its means, else its act."""
    if norm.means is not None:
        return norm.means
    return "live_fire" if norm.act in ("fire", "shoot") else norm.act


@lru_cache(maxsize=50_000)
def regulates(norm: Norm, act: str | None) -> Truth:
    """Whether a clause speaks of an act; `kill` may be by fire, so it possibly speaks of it."""
    if act is None:
        return Truth.YES
    if act in (norm.means, norm.act, code(norm)):
        return Truth.YES
    if norm.means is None and norm.act in OPEN and act in LETHAL:
        return Truth.POSSIBLY
    return Truth.POSSIBLY if act in OPEN and (norm.means or code(norm)) in LETHAL else Truth.NO


@lru_cache(maxsize=200_000)
def excludes(one: Norm, other: Norm) -> Truth:
    """Whether two clauses cannot both be followed: one forbids what the other obliges or permits.

    Where the first holds only under a condition, they may both be followed.
    """
    forces = {one.modality, other.modality}
    if "prohibition" not in forces or len(forces) == 1:
        return Truth.NO
    same = regulates(one, code(other)) | regulates(other, code(one))
    limited = one.condition is not None or one.exception is not None
    return same & (Truth.POSSIBLY if limited else Truth.YES)
