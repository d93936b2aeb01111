"""Incident → whether it is only a figure of speech, or a death that nobody brought about.

News of other things comes into a casebook, too: there candidates attack and beat each other, and old men die.
"""

import re
from collections.abc import Sequence

from holdfire.model.incident import ReportedIncident
from holdfire.model.party import Party
from holdfire.reading.record.features import is_dying
from holdfire.reading.record.gathering import Gathered
from holdfire.reading.record.two_sides import FORCE

OF_WORDS = frozenset({"attack", "beat", "hit", "hold_fire"})
"""Acts that are also done by words or in a contest."""
_UNNATURAL = re.compile(
    r"\b(?:line of duty|custody|detention|wounds?|injur\w+|hospital|prison|jail|cell|camp|sea|river|water"
    r"|border|fence|frontier|crossing)\b"
)
"""Words beside a death that a force may have brought about."""
BESIDE = 3
"""Sentences within which an act of force may have led to a death."""


def is_only_said(incident: ReportedIncident) -> bool:
    """Whether somebody with a name is attacked or beaten by nobody armed, with nothing, and nowhere."""
    if incident.act.value not in OF_WORDS or incident.places or not incident.target:
        return False
    if incident.killed is not None or incident.injured is not None or incident.detained is not None:
        return False
    by_name = all(_is_only_named(t.value) and t.value.name[:1].isupper() for t in incident.target)
    done = incident.act.value == "attack" or bool(incident.actor)  # "Rahim was beaten"
    return by_name and done and all(_is_only_named(a.value) for a in incident.actor)


def _is_only_named(party: Party) -> bool:
    """Whether nothing is known of a party but its name, which is no body's."""
    return party.kind == "unknown" and party.role_type != "organization"


def is_natural(incident: ReportedIncident, one: Gathered, others: Sequence[Gathered]) -> bool:
    """Whether one person by his name only died: by nobody, of nothing that is told, and beside no force."""
    if incident.actor or incident.means is not None or incident.killed is None or incident.killed.value != 1:
        return False
    if not all(is_dying(t) for t in one.tellings) or any(
        _UNNATURAL.search(e.quote) for e in incident.evidence
    ):
        return False
    if not all(_is_only_named(t.value) and t.value.name[:1].isupper() for t in incident.target):
        return False
    at = one.told[0].sentence
    near = (f for other in others if other is not one for f in other.told if abs(f.sentence - at) <= BESIDE)
    return not any(f.act in FORCE or f.act == "detain" for f in near)
