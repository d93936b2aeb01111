"""What records tell together → lines of JSON: `{"incident": …, "reports": […]}`, then `{"order": …}`."""

from collections.abc import Iterator

import msgspec

from holdfire.corroboration.corroborating import Corroborated
from holdfire.corroboration.grading import Quality, quality
from holdfire.model.corroborated import Incident, Order


class IncidentLine(msgspec.Struct, frozen=True):
    """One incident, the reports that tell it, and its source quality (Missing Migrants Project, 1 to 5)."""

    incident: Incident
    reports: tuple[str, ...]
    source_quality: Quality


class OrderLine(msgspec.Struct, frozen=True):
    """One order and the reports that tell it."""

    order: Order
    reports: tuple[str, ...]


def corroborated_lines(corroborated: Corroborated) -> Iterator[bytes]:
    """A line for each incident, then for each order."""
    encoder = msgspec.json.Encoder()
    for incident in corroborated.incidents:
        yield encoder.encode(IncidentLine(incident, incident.reports, quality(incident))) + b"\n"
    for order in corroborated.orders:
        yield encoder.encode(OrderLine(order, order.reports)) + b"\n"
