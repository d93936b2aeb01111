"""Versions → those that a place does not rule out, and those that may speak of an act."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from holdfire.assessment.reaching import KM_PER_DEGREE
from holdfire.assessment.regulation import regulates
from holdfire.assessment.versions import Version
from holdfire.geography.entry import Entry
from holdfire.geography.reach import EXTENT_KM
from holdfire.model.truth import Truth

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Index:
    """Orders by where they may hold and of what they speak."""

    versions: Sequence[Version]
    boxes: Numbers
    given: npt.NDArray[np.bool_]
    speaks: dict[str | None, dict[str, tuple[Truth, ...]]]

    def near(self, place: Entry | None) -> list[Version]:
        """The orders that may reach a place; that another does not is certain."""
        found = self.given
        if place is not None and place.lat is not None and place.lon is not None:
            high = ((place.error_km or 0.0) + EXTENT_KM.get(place.level, 0.0)) / KM_PER_DEGREE
            wide = high / max(float(np.cos(np.radians(min(abs(place.lat) + 3.0, 85.0)))), 0.05)
            west, south, east, north = self.boxes
            found = found & (south - high <= place.lat) & (place.lat <= north + high)
            found &= (west - wide <= place.lon) & (place.lon <= east + wide)
        return [self.versions[n] for n in np.flatnonzero(found).tolist()]

    def speaking(self, versions: Sequence[Version], act: str | None) -> list[Version]:
        """Those of some orders that may speak of an act."""
        if act is None:
            return list(versions)
        return [v for v in versions if any(each is not Truth.NO for each in self.spoken(v, act))]

    def spoken(self, version: Version, act: str | None) -> tuple[Truth, ...]:
        """Whether each clause of an order speaks of an act."""
        known = self.speaks.get(act)
        if known is None:
            known = self.speaks[act] = {}
        found = known.get(version.id)
        if found is None:
            found = tuple(regulates(norm.value, act) for norm in version.order.clauses)
            known[version.id] = found
        return found


def index(versions: Sequence[Version]) -> Index:
    """The orders, made ready to be looked through."""
    boxes = np.array([v.box for v in versions], np.float64).reshape(-1, 4).T
    return Index(
        versions,
        boxes,
        np.array([v.given is not Truth.NO for v in versions], bool),
        {},
    )
