"""Findings: incidents against the order in force and standards; clauses of orders against standards."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from holdfire.assessment.findings import is_assessed
from holdfire.assessment.standards import shipped_standards
from holdfire.corroboration.corroborating import Corroborated
from holdfire.views.in_force import title
from holdfire.web.answers import page
from holdfire.web.fields import field, number
from holdfire.web.pages.things import told
from holdfire.workflows.casebook.assessing import assessed

AT_ONCE = 25


def show(request: Request) -> Response:
    """A page of findings, incidents or clauses."""
    now, fresh = told(request)
    of_orders = field(request.query_params, "of") == "orders"
    start = number(request.query_params, "start") or 0
    force = tuple(each for each in now.case.told.incidents if is_assessed(each))
    things = now.case.told.orders if of_orders else force
    part = things[start : start + AT_ONCE]
    some = Corroborated((), part) if of_orders else Corroborated(part, ())  # type: ignore[arg-type]
    return page(
        request,
        "findings.html",
        found=assessed(replace(now.case, told=some), shipped_standards()),
        of_orders=of_orders,
        number=len(things),
        start=start,
        before=max(0, start - AT_ONCE),
        after=start + AT_ONCE if len(things) > start + AT_ONCE else 0,
        known=now.things,
        titles={order.id: title(order) for order in now.case.told.orders},
        reports={header.source_id or header.id: header.id for header in now.reports.values()},
        fresh=fresh,
    )
