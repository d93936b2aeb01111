"""Which words that may tell of an order do: what a power gives, binds the armed, or holds at a border."""

import re
from collections.abc import Sequence

from holdfire.model.order import ReportedOrder
from holdfire.model.party import ARMED, ARMED_OR_STATE
from holdfire.reading.english.directives.powers import UNITS
from holdfire.reading.english.directives.provisions import OWN_WORDS, SEVERAL, SPOKEN
from holdfire.reading.resolving.orders import OrderTelling

NEAR = 1500
"""Code points: how far behind an order its provisions may stand."""
ONLY = ("only", "solely", "exclusively")
"""What a condition begins with, but for which force is not allowed."""
PROVISIONS = OWN_WORDS | {"order.heading"}
STANDING = frozenset({
    "order.foretold", "order.heading", "order.lawful", "order.subject_to", "order.would_cease",
})  # fmt: skip
"""Rules whose words are an order by themselves, whoever tells them."""
HANDED = frozenset({"order.handed", "order.passed_on", "order.spoken_of"})
"""Rules for an order that is told of before what it says."""
COME_TO_HOLD = frozenset({
    "order.paper_holds", "order.given", "order.gave", "order.in_force", "order.effect", "order.issued",
})  # fmt: skip
"""Rules for an order that came, took effect or holds, whatever it says."""
CHANGED = frozenset({"order.related"})
"""Rules for an order that is changed, which may be told by what it comes to say."""
_POWER = re.compile(r"\b(?:command|ministry|army|military|government|general staff|police|guards?)\b")
THEIRS = UNITS | {"men"}
"""What soldiers call those who were told an order: "his men", "his section"."""
POWERFUL = frozenset({"official", "military", "document"})
_FLIGHT = re.compile(r"\b(?:evacuat\w*|leave|homes?|shell\w*|mines?|away|indoors)\b", re.IGNORECASE)
"""What people are told of who are to be out of the way of a force."""
_FRONTIER = re.compile(
    r"\b(?:borders?|frontiers?|boundary|river|fence|wire|wall|front ?lines?|the line|zones?|crossings?"
    r"|checkpoints?|strip|bank|strait|territory|airspace|bridge|shore|buffer|cease-?fire|truce|armistice|army"
    r"|troops|soldiers|militar\w+|guards?|curfew|villag\w+|islands?|smugglers?|intruders?|migrants?|refugees?"
    r"|dingh\w*|rafts?|asylum\w*|vessels?|boats?|fish\w*)\b",
    re.IGNORECASE,
)
"""What tells of a border, a front, or those who guard or cross it."""


def standing(tellings: Sequence[OrderTelling]) -> list[OrderTelling]:
    """The tellings without those that are only talk.

    Provisions in an order's own words stand where an order is told near them, where there are several, or
    where someone with power, or a paper, is named as saying so.
    """
    told = [t.order for t in tellings if t.order.kind.rule not in OWN_WORDS]
    told = [o for o in told if o.clauses or o.kind.rule in HANDED | COME_TO_HOLD | CHANGED]
    several = sum(t.order.kind.rule in SEVERAL for t in tellings) > 1
    several = several or any(_is_rule_of_force(t.order) for t in tellings)
    kept = [t for t in tellings if _is_order(t.order, told, several=several)]
    kept = [t for t in kept if not _is_of_town(t.order) and not _is_of_law(t.order)]
    if any(_is_of_force(t.order) or _is_of_frontier(t.order) for t in kept):
        return kept
    return [t for t in kept if not t.order.clauses]


def _is_of_force(order: ReportedOrder) -> bool:
    """Whether an order is given by a power or to the armed, or says whom force may be used on.

    A report in which nothing is so told is one of bail, of pools or of who may own a gun.
    """
    powers = any(
        p.value.kind in ARMED_OR_STATE or p.value.name.lower() in THEIRS
        for p in (*((order.issuer,) if order.issuer is not None else ()), *order.addressees)
    )
    used = any(
        c.act.value == "use force" or (c.means is not None and c.means.value != "arrest")
        for c in order.clauses
    )
    return order.kind.rule == "order.heading" or (bool(order.clauses) and (powers or used))


_PROSECUTORS, _JUDGES = ("prosecutor", "prosecutors"), ("judge", "judges", "magistrate", "magistrates")


def _is_of_law(order: ReportedOrder) -> bool:
    """Whether a prosecutor or a judge has somebody arrested or held, which orders no force about."""
    name = order.issuer.value.name.lower() if order.issuer is not None else ""
    means = [c.means.value if c.means is not None else None for c in order.clauses]
    if name.endswith(_JUDGES):
        return bool(means) and set(means) == {"arrest"}
    return name.endswith(_PROSECUTORS) and set(means) <= {"arrest", None}


def _is_of_town(order: ReportedOrder) -> bool:
    """Whether people are told what has to do with no force and no border: to use another road."""
    weak = order.kind.quote.lower() in ("told", "tells", "tell", "reminded", "warned")
    giver = order.issuer.value.kind if order.issuer is not None else None
    police = giver is not None and bool(order.addressees) and (giver == "police" or weak)
    armed = any(p.value.kind in ARMED or p.value.name.lower() in THEIRS for p in order.addressees)
    by_force = any(c.means is not None for c in order.clauses)
    moved = any(_FLIGHT.search(e.quote) is not None for e in order.evidence)
    return police and not (armed or by_force or moved or _is_of_frontier(order))


def _is_of_frontier(order: ReportedOrder) -> bool:
    """Whether an order that names neither is told of a border, a front or those who guard it."""
    return any(_FRONTIER.search(e.quote) is not None for e in order.evidence)


def _is_rule_of_force(order: ReportedOrder) -> bool:
    """Whether one sentence binds the armed to several things by force: "must fire in the air, and may …"."""
    armed = any(p.value.kind in ARMED for p in order.addressees)
    by_force = sum(c.means is not None for c in order.clauses)
    return order.kind.rule in SEVERAL and armed and by_force > 1


def _is_leave_of_force(order: ReportedOrder) -> bool:
    """Whether the armed are told whom or when they may shoot: "guards may fire at anyone near the wire"."""
    armed = any(p.value.kind in ARMED for p in order.addressees) or not order.addressees
    return armed and any(
        c.means is not None and (c.target is not None or c.condition is not None or c.exception is not None)
        for c in order.clauses
    )


def _is_limited(order: ReportedOrder) -> bool:
    """Whether the armed may use force only if something is so, which is a rule whoever says it."""
    only = (c.condition for c in order.clauses if c.modality == "permission")
    unless = any(c.exception is not None and c.exception.value.startswith("unless") for c in order.clauses)
    limited = any(c is not None and c.value.startswith(ONLY) for c in only)
    return order.kind.rule in SEVERAL and (limited or unless)


def _is_order(order: ReportedOrder, told: Sequence[ReportedOrder], *, several: bool) -> bool:
    """Whether words that may be an order are one."""
    rule = order.kind.rule
    if rule not in PROVISIONS or rule in STANDING:
        return True
    powerful = any(v.value.kind in POWERFUL or _POWER.search(v.value.speaker) for v in order.attribution)
    if rule in SPOKEN:
        return powerful or order.issuer is not None or any(p.value.kind in ARMED for p in order.addressees)
    if rule == "order.will":
        return order.kind.value == "agreement" and any(_is_pact_near(order, o) for o in told)
    if rule in ("order.closed", "order.kept_out") and order.issuer is not None:
        return True
    if _is_leave_of_force(order) and (powerful if rule == "order.permitted" else _is_limited(order)):
        return True
    near = any(abs(order.kind.start - o.kind.start) < NEAR for o in told)
    return near or (rule in SEVERAL and (several or powerful))


def _is_pact_near(order: ReportedOrder, other: ReportedOrder) -> bool:
    """Whether an agreement is told not far before what both sides are said to do."""
    return other.kind.value == "agreement" and 0 < order.kind.start - other.kind.start < NEAR
