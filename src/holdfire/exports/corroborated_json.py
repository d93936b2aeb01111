"""What records tell together → lines of JSON: `{"incident": …, "reports": […]}`, then `{"order": …}`."""

from collections.abc import Iterator

import msgspec

from holdfire.corroboration.corroborating import Corroborated
from holdfire.model.corroborated import Incident, Order


class IncidentLine(msgspec.Struct, frozen=True):
    """One incident and the reports that tell it."""

    incident: Incident
    reports: tuple[str, ...]


class OrderLine(msgspec.Struct, frozen=True):
    """One order and the reports that tell it."""

    order: Order
    reports: tuple[str, ...]


def corroborated_lines(corroborated: Corroborated) -> Iterator[bytes]:
    """A line for each incident, then for each order."""
    encoder = msgspec.json.Encoder()
    for incident in corroborated.incidents:
        yield encoder.encode(IncidentLine(incident, incident.reports)) + b"\n"
    for order in corroborated.orders:
        yield encoder.encode(OrderLine(order, order.reports)) + b"\n"
