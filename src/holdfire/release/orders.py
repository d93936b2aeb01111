"""Order → what of it may leave: kinds of bodies, codes, regions and days, with the pages that tell it."""

from collections.abc import Iterable

import msgspec

from holdfire.assessment.home import home_of_order
from holdfire.model.corroborated import Attested, Norm, Order
from holdfire.model.party import ARMED, ARMED_OR_STATE
from holdfire.model.place import Place
from holdfire.release.candidates import Sources, kinds, named_units, regions_of
from holdfire.release.coarsening import Region, days_of, holds, period_of
from holdfire.release.policy import PeriodLevel, PlaceLevel
from holdfire.release.released import Clause, ReleasedOrder
from holdfire.release.vocabulary import acts, means

DATES: tuple[PeriodLevel, ...] = ("day", "week", "month", "season", "year")
SLOTS = ("issued", "effective_from", "effective_to")


def released_order(order: Order, sources: Sources, *, name: str, published: bool) -> ReleasedOrder:
    """An order as it leaves, without its pages."""
    lets = sources.policy.lets
    issuer = [order.issuer.value] if order.issuer is not None and lets("Order.issuer") else []
    parties = [a.value for a in order.addressees] if lets("Order.addressees") else []
    home = home_of_order(order, sources.regions.known)
    start = None if order.starts_as_given else order.effective_from
    return ReleasedOrder(
        id=name,
        published=published,
        kind=order.kind.value if lets("Order.kind") else None,
        issuer=next((party.kind for party in issuer if party.kind in ARMED_OR_STATE), ""),
        office=next(iter(named_units(issuer, sources.units, home)), ""),
        addressees=kinds(parties) or tuple(sorted({p.kind for p in parties if p.kind == "civilian"})),
        units=named_units((p for p in parties if p.kind in ARMED), sources.units, home),
        clauses=_clauses(order.clauses) if lets("Order.clauses") else (),
        regions=_regions(order, sources) if lets("Order.places") else (),
        issued=_date(order.issued, "issued", sources),
        effective_from=_date(start, "effective_from", sources),
        effective_to=_date(order.effective_to, "effective_to", sources),
    )


def order_again(
    before: ReleasedOrder, now: ReleasedOrder, order: Order, sources: Sources
) -> ReleasedOrder | None:
    """An order as an earlier release placed and dated it; None where that holds no more.

    What published pages tell besides may be told, if they told it before.
    """
    here = {region.id for place in order.places for region in _known(place, sources)}
    told = ((getattr(before, slot), getattr(order, slot)) for slot in SLOTS)
    fits = all(not said or (date is not None and holds(said, days_of(date.value))) for said, date in told)
    if not fits or any(region.id not in here for region in before.regions):
        return None
    if not (before.published and now.published):
        return before
    kept = {slot: getattr(before, slot) for slot in SLOTS}
    return msgspec.structs.replace(now, regions=before.regions, **kept)


def _known(place: Attested[Place], sources: Sources) -> Iterable[Region]:
    """The regions of a place, of every level."""
    return (region for region in regions_of([place], "county", sources) if region is not None)


def _clauses(told: Iterable[Attested[Norm]]) -> tuple[Clause, ...]:
    """The clauses in codes: those whose act is told in words alone say no more than their force."""
    made = [
        Clause(
            norm.value.modality,
            norm.value.act if norm.value.act in acts() else None,
            norm.value.means if norm.value.means in means() else None,
        )
        for norm in told
    ]
    coded = [clause for clause in made if clause.act or clause.means]
    return tuple(dict.fromkeys(coded))


def _regions(order: Order, sources: Sources) -> tuple[Region, ...]:
    """Where an order holds; one that forbids force by country alone, so as not to map where none is used."""
    restrains = any(
        norm.value.modality == "prohibition" and norm.value.act in acts() for norm in order.clauses
    )
    finest: PlaceLevel = "country" if restrains else sources.policy.orders.place
    if finest == "none":
        return ()
    found = (regions_of([place], finest, sources) for place in order.places)
    each = [next((region for region in some if region is not None), None) for some in found]
    kept = {region.id: region for region in each if region is not None}
    finer = {r.country for r in kept.values() if r.level != "country"}
    return tuple(r for r in kept.values() if r.level != "country" or r.country not in finer)


def _date(told: Attested[str] | None, slot: str, sources: Sources) -> str:
    """The day, week … in which a date lies, no finer than the policy has it; empty where none holds it."""
    finest = sources.policy.orders.date
    if told is None or not sources.policy.lets(f"Order.{slot}") or finest not in DATES:
        return ""
    days = days_of(told.value)
    if days is None:
        return ""
    found = (period_of(days, level) for level in DATES[DATES.index(finest) :])
    return next((period for period in found if period), "")
