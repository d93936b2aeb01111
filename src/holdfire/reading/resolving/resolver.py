"""The way through the statements of one report, first to last."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from holdfire.model.setting import Expectation, Review, Zone
from holdfire.model.statement import Bearing, Deed, Directive, Setting, Statement
from holdfire.reading.resolving.events import Event, event
from holdfire.reading.resolving.orders import OrderTelling, order
from holdfire.reading.resolving.parties import Cast
from holdfire.reading.resolving.scene import Scene
from holdfire.reading.resolving.settings import expectation, review, zone

_TRUCE = re.compile(
    r"\b(?:cease-?fire|truce|armistice|contact line|line of (?:control|contact))\b", re.IGNORECASE
)


@dataclass(slots=True)
class Resolved:
    """What the statements of one report come to, each list in the order of the words."""

    scene: Scene
    orders: list[OrderTelling] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    blames: list[Setting] = field(default_factory=list)
    expectations: list[Expectation] = field(default_factory=list)
    bearings: list[Bearing] = field(default_factory=list)


def resolve(statements: Sequence[Statement], scene: Scene) -> Resolved:
    """Resolve the statements of one report, in the scene that it sets."""
    cast = Cast(scene)
    out = Resolved(scene)
    beside: dict[int, list[Deed]] = {}
    for told in statements:
        if isinstance(told, Deed):
            beside.setdefault(told.sentence, []).append(told)
    for told in statements:
        if isinstance(told, Directive):
            out.orders.append(order(told, scene, cast))
        elif isinstance(told, Deed) and not _is_of_no_truce(told, scene):
            out.events.append(event(told, scene, cast, beside=beside[told.sentence]))
        elif isinstance(told, Bearing):
            out.bearings.append(told)
        elif isinstance(told, Setting):
            _setting(told, scene, cast, out)
    return out


def _is_of_no_truce(told: Deed, scene: Scene) -> bool:
    """Whether violations are counted in a report that speaks of no truce: they may be of any rule."""
    counted = told.rule == "act.counted" and any(t.lemma == "violation" for t in told.targets)
    return counted and _TRUCE.search(scene.words) is None


def _setting(told: Setting, scene: Scene, cast: Cast, out: Resolved) -> None:
    if told.kind == "zone":
        out.zones.append(zone(told, scene, cast))
    elif told.kind == "blame":
        out.blames.append(told)
    elif told.kind == "review":
        made = review(told, scene, cast)
        out.reviews += [made] if made is not None else []
    else:
        feared = expectation(told, scene, cast)
        out.expectations += [feared] if feared is not None else []
