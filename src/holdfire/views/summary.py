"""What reports tell together → what a list or a map shows of each, so that it can be kept, and its row."""

import msgspec

from holdfire.analysis.occurrences import occurrence
from holdfire.assessment.findings import is_assessed
from holdfire.assessment.tellings import Tellings
from holdfire.assessment.versions import Heard, heard
from holdfire.corroboration.corroborating import by_date, severity
from holdfire.model.corroborated import Incident, Order
from holdfire.model.stored import Occurrence, StoredThing
from holdfire.model.truth import Truth
from holdfire.views.atlas import spot_of
from holdfire.views.corroborated import Row, date_of, row
from holdfire.views.reported import days_of

_MANY = 10**9


def summary(thing: Incident | Order, tellings: Tellings) -> StoredThing:
    """What to keep beside the whole of a thing."""
    made, date = row(thing), date_of(thing)
    first, last = days_of(date) if date is not None else (None, None)
    facts = StoredThing(
        id=thing.id,
        frame=made.frame,
        rank=_rank(thing),
        date=date or "~",
        said=made.date,
        where=made.where,
        what=made.what,
        toll=made.toll,
        reports=made.reports,
        lines=made.lines,
        dissent="dissent" in made.doubts,
        twice="twice?" in made.doubts,
        assessed=isinstance(thing, Order) or is_assessed(thing),
        first=first,
        last=last,
    )
    if isinstance(thing, Order):
        by = heard(thing, tellings)
        return msgspec.structs.replace(facts, known_by=by.known_by, given=by.given.value)
    spot, counted = spot_of(thing), occurrence(thing, _published(thing, tellings))
    facts = facts if spot is None else _at(facts, spot)
    return facts if counted is None else _counted(facts, counted)


def _published(thing: Incident, tellings: Tellings) -> list[str]:
    """When the reports of an incident came out, as far as that is known."""
    told = (tellings[account] for account in thing.accounts if account in tellings)
    return [each.published for each in told if each.published]


def _counted(facts: StoredThing, counted: Occurrence) -> StoredThing:
    of = msgspec.structs.asdict(counted)
    del of["number"]
    return msgspec.structs.replace(facts, **of)


def heard_again(kept: StoredThing) -> Heard:
    """What was heard of an order, as it was kept."""
    return Heard(kept.known_by, Truth(kept.given or Truth.POSSIBLY.value))


def row_of(kept: StoredThing) -> Row:
    """The row of a list."""
    doubts = (("dissent",) if kept.dissent else ()) + (("twice?",) if kept.twice else ())
    return Row(
        id=kept.id,
        frame=kept.frame,
        date=kept.said,
        where=kept.where,
        what=kept.what,
        toll=kept.toll,
        reports=kept.reports,
        lines=kept.lines,
        doubts=doubts,
    )


def _rank(thing: Incident | Order) -> str:
    """The key by which corroboration sorts, as text that sorts alike."""
    if isinstance(thing, Order):
        return " ".join(by_date(thing))
    other, aside, fewest, date, made = severity(thing)
    return f"{other:d}{aside:d}{_MANY + fewest:010d} {date} {made}"


def _at(facts: StoredThing, spot: tuple[str, float, float, float | None]) -> StoredThing:
    name, lat, lon, ring_km = spot
    return msgspec.structs.replace(facts, spot=name, lat=lat, lon=lon, ring_km=ring_km)
