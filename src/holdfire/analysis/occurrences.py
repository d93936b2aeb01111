"""Corroborated incidents → occurrences: what a count needs of each, small enough to keep; drops the rest.

Only what is said to have happened is one. Several that are alike in all of it are one, with their `number`.
"""

from collections.abc import Iterable, Sequence

import msgspec

from holdfire.analysis.happenings import Happening, Harm, happening, harm
from holdfire.corroboration.families import FAMILIES, families
from holdfire.errors import HoldfireError
from holdfire.model.corroborated import Incident
from holdfire.model.place import Place
from holdfire.model.stored import Occurrence

COUNTED = frozenset({"happened", "alleged"})
HARMED = ("killed", "injured", "detained")
DIVISIONS = frozenset({"country", "province"})
VAGUE = 4
"""From this precision on (UCDP GED) a place is a province or something vaguer."""
COARSE = DIVISIONS | {"region", "continent"}
NO_TOWN = "[]"
"""The towns of those of which no exact place is told."""
_places = msgspec.json.Decoder(tuple[Place, ...]).decode
_harmed = msgspec.json.Decoder(dict[str, Harm]).decode


def occurrence(incident: Incident, published: Iterable[str]) -> Occurrence | None:
    """What a count needs of an incident; None where nobody says that it happened.

    `published` are the days (EDTF) on which its reports came out.
    """
    if incident.status.value not in COUNTED:
        return None
    when = happening(incident, published)
    told = {name: harm(each) for name in HARMED if (each := getattr(incident, name)) is not None}
    return Occurrence(
        kinds=" ".join(sorted(kinds_of(incident))),
        begun=when.first if when else None,
        ended=when.last if when else None,
        towns=msgspec.json.encode(towns_of(incident)).decode(),
        harmed=msgspec.json.encode(told).decode(),
        doubtful=int(any(same.because != "decided" for same in incident.possibly_same)),
    )


def happening_of(each: Occurrence, *, sure: bool = True) -> Happening | None:
    """Between which days so many incidents lie; None where their dates leave more than a year open."""
    if each.begun is None or each.ended is None:
        return None
    return Happening(each.begun, each.ended, sure, number=each.number)


def harm_of(each: Occurrence, whom: str) -> Harm | None:
    """How many people were harmed in one of them; None where that is not told."""
    return _harmed(each.harmed).get(whom)


def places_of(towns: str) -> tuple[Place, ...]:
    """The towns of an occurrence."""
    return _places(towns)


def kinds_of(incident: Incident) -> set[str]:
    """What an incident is called by those who count: its act, its means, families of acts."""
    acts = {incident.act.value}
    means = {incident.means.value} if incident.means else set()
    return acts | means | {_plain(name) for name in families(acts)}


def kinds_asked(kinds: Sequence[str], told_of: Iterable[str]) -> set[str]:
    """The kinds that a person asks for; every use of force without any.

    HoldfireError where one is none that is told of here.
    """
    known = set(told_of)
    asked = [_plain(kind.strip().lower()) for kind in kinds] or ["force"]
    for kind in asked:
        if kind not in known | {_plain(name) for name in FAMILIES}:
            remedy = f"told of here: {', '.join(sorted(known)) or 'nothing'}"
            raise HoldfireError(f"no incident here is of the kind {kind!r}", remedy=remedy)
    return set(asked)


def towns_of(incident: Incident) -> tuple[Place, ...]:
    """The places of an incident that are exact enough to lie within others."""
    return tuple(each.value for each in incident.places if _is_exact(each.value))


def _is_exact(place: Place) -> bool:
    return place.id is not None and place.level not in COARSE and (place.precision or 0) < VAGUE


def _plain(name: str) -> str:
    return name.replace(" ", "_")
