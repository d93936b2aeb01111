"""A record held against the coding of its report: the counts of every slot."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gate.gold import GoldIncident, GoldOrder, GoldPractice, GoldReport
from gate.pairing import Coded, Matching, match, tallies
from gate.said import spans_of
from gate.slots import INCIDENTS, ORDERS, PRACTICES
from gate.tally import Tally, total
from holdfire.model.incident import Practice, ReportedIncident
from holdfire.model.order import ReportedOrder
from holdfire.model.record import Record

RUMOUR = "rumour"
SILENT = "reports.silent"
SLOT_NAMES = (
    *("orders." + name for name in ("found", *(slot.name for slot in ORDERS))),
    *("incidents." + name for name in ("found", *(slot.name for slot in INCIDENTS))),
    *("practices." + name for name in ("found", *(slot.name for slot in PRACTICES))),
    SILENT,
)
Scores = Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class Matched:
    """The entries of a record with their partners in the coding of its report."""

    orders: Matching[ReportedOrder, GoldOrder]
    incidents: Matching[ReportedIncident, GoldIncident]
    practices: Matching[Practice, GoldPractice]


def matched(record: Record, gold: GoldReport) -> Matched:
    """Pair what a record holds with what is coded."""
    incidents = [i for i in record.incidents if i.status != "hypothetical"]
    practices = [p for p in record.practices if p.status != "hypothetical"]
    orders = [o for o in record.orders if o.status == "given"]
    return Matched(
        match(orders, coded_orders(gold), ORDERS, spans_of),
        match(incidents, coded_incidents(gold), INCIDENTS, spans_of),
        match(practices, [Coded((p,)) for p in gold.practices], PRACTICES, spans_of),
    )


def score(record: Record, gold: GoldReport) -> Scores:
    """The counts of every slot in one report."""
    found = matched(record, gold)
    out = {
        **{f"orders.{name}": tally for name, tally in tallies(found.orders, ORDERS).items()},
        **{f"incidents.{name}": tally for name, tally in tallies(found.incidents, INCIDENTS).items()},
        **{f"practices.{name}": tally for name, tally in tallies(found.practices, PRACTICES).items()},
    }
    return out | {SILENT: silent(found) if gold.empty else Tally()}


def silent(found: Matched) -> Tally:
    """Whether nothing was read in a report that holds nothing."""
    invented = (*found.orders.invented, *found.incidents.invented, *found.practices.invented)
    return Tally(int(not invented), 1, 1)


def summed(scores: Sequence[Scores]) -> dict[str, Tally]:
    """The counts of every slot over many reports."""
    return {name: total(each[name] for each in scores) for name in SLOT_NAMES}


def coded_orders(gold: GoldReport) -> list[Coded[GoldOrder]]:
    """The orders of a report; rumours may be left out."""
    return [Coded((order,), optional=order.salience == RUMOUR) for order in gold.orders]


def coded_incidents(gold: GoldReport) -> list[Coded[GoldIncident]]:
    """The incidents of a report; rival accounts are one, and a reader may keep them apart."""
    events: dict[str, list[GoldIncident]] = defaultdict(list)
    for incident in gold.incidents:
        events[incident.event_key].append(incident)
    one = [Coded(tuple(accounts)) for accounts in events.values()]
    more = [Coded(c.accounts, optional=True) for c in one for _ in c.accounts[1:]]
    return [*one, *more]
