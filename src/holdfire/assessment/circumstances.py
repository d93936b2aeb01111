"""What reports tell of those on whom force was used → facts on danger, imminence, custody and assembly.

Told both ways, by one report or several, a fact is disputed and settles nothing. What is not told is absent:
who is unarmed may still be dangerous, and who flees may be.
"""

from collections.abc import Iterator

from holdfire.assessment.fact import Fact
from holdfire.model.corroborated import Incident

FORCES = frozenset({"army", "armed group"})
Ways = tuple[frozenset[str], ...]
"""Sets of circumstances, each of which tells a fact where all of it is told."""


def _ways(*codes: str) -> Ways:
    return tuple(frozenset(each.split("+")) for each in codes)


TOLD: tuple[tuple[str, dict[str, Ways]], ...] = (
    ("target_armed", {"yes": _ways("armed"), "no": _ways("unarmed")}),
    (
        "danger",
        {
            "yes": _ways("attacking", "threat", "armed+approaching"),
            "no": _ways("surrendering", "disabled", "no_threat"),
        },
    ),
    (
        "imminent",
        {"yes": _ways("attacking"), "no": _ways("surrendering", "disabled", "no_threat", "fleeing+unarmed")},
    ),
    ("moving", {"towards": _ways("approaching"), "away": _ways("fleeing")}),
    ("held", {"yes": _ways("held")}),
    ("child", {"yes": _ways("child")}),
    ("assembly", {"yes": _ways("assembly", "peaceful", "violent")}),
    ("violent", {"yes": _ways("violent", "assembly+stones", "assembly+attacking"), "no": _ways("peaceful")}),
)
"""Which circumstances tell which value of a fact."""


def of_circumstances(incident: Incident) -> Iterator[tuple[str, Fact]]:
    """The facts that the circumstances of an incident tell."""
    lines: dict[str, int] = {each.value: each.lines for each in incident.circumstances}
    for name, values in TOLD:
        found = {value: _met(ways, lines) for value, ways in values.items()}
        told = {value: codes for value, codes in found.items() if codes}
        if name == "target_armed" and any(p.value.kind in FORCES for p in incident.target):
            yield name, Fact("yes", "target", 1, disputed="no" in told)
        elif told:
            value, codes = next(iter(told.items()))
            every = tuple(dict.fromkeys(code for some in told.values() for code in some))
            yield (
                name,
                Fact(
                    value, "circumstances", min(lines[c] for c in codes), disputed=len(told) > 1, codes=every
                ),
            )


def _met(ways: Ways, lines: dict[str, int]) -> tuple[str, ...]:
    """The circumstances told that make up some way of telling a fact."""
    return tuple(dict.fromkeys(code for way in ways if way <= lines.keys() for code in sorted(way)))
