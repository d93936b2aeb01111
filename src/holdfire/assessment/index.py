"""Versions → those that a time and a place do not rule out: drops what cannot have held there."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from holdfire.assessment.question import Question
from holdfire.assessment.reaching import KM_PER_DEGREE
from holdfire.assessment.regulation import regulates
from holdfire.assessment.versions import Version
from holdfire.geography.reach import EXTENT_KM
from holdfire.model.truth import Truth

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Index:
    """Orders by when and where they may hold."""

    versions: Sequence[Version]
    begun: Numbers
    ended: Numbers
    boxes: Numbers
    given: npt.NDArray[np.bool_]
    speaks: dict[str, dict[str, bool]]

    def candidates(self, question: Question) -> list[Version]:
        """The orders that may have held then and there; that another did not is certain."""
        at, place = question.at, question.place
        found = self.given & (self.begun < at.latest_end) & (self.ended > at.earliest_start)
        if place is not None and place.lat is not None and place.lon is not None:
            high = ((place.error_km or 0.0) + EXTENT_KM.get(place.level, 0.0)) / KM_PER_DEGREE
            wide = high / max(float(np.cos(np.radians(min(abs(place.lat) + 3.0, 85.0)))), 0.05)
            west, south, east, north = self.boxes
            found &= (south - high <= place.lat) & (place.lat <= north + high)
            found &= (west - wide <= place.lon) & (place.lon <= east + wide)
        return [self.versions[n] for n in np.flatnonzero(found).tolist()]

    def speaking(self, versions: Sequence[Version], act: str | None) -> list[Version]:
        """Those of some orders that may speak of an act."""
        if act is None:
            return list(versions)
        known = self.speaks.setdefault(act, {})
        return [v for v in versions if known.setdefault(v.id, _speaks(v, act))]


def index(versions: Sequence[Version]) -> Index:
    """The orders, made ready to be looked through."""
    ends = [v.ended[1] for v in versions]
    boxes = np.array([v.box for v in versions], np.float64).reshape(-1, 4).T
    return Index(
        versions,
        np.array([v.began[0] for v in versions], np.float64),
        np.array(ends, np.float64),
        boxes,
        np.array([v.given is not Truth.NO for v in versions], bool),
        {},
    )


def _speaks(version: Version, act: str) -> bool:
    norms = version.order.clauses
    return not norms or any(regulates(norm.value, act) is not Truth.NO for norm in norms)
