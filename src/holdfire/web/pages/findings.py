"""Findings: incidents against the order in force and standards; clauses of orders against standards."""

from starlette.requests import Request
from starlette.responses import Response

from holdfire.assessment.standards import shipped_standards
from holdfire.model.corroborated import Incident
from holdfire.store.together import Sought
from holdfire.views.in_force import title
from holdfire.web.answers import page
from holdfire.web.fields import field, number
from holdfire.web.pages.things import told
from holdfire.workflows.casebook.assessing import found_of

AT_ONCE = 12


def show(request: Request) -> Response:
    """A page of findings, incidents or clauses."""
    now, fresh = told(request)
    of_orders = field(request.query_params, "of") == "orders"
    start = number(request.query_params, "start") or 0
    sought = Sought("order") if of_orders else Sought("incident", assessed=True)
    shown = now.kept.page(sought, sort="weight", start=start, limit=AT_ONCE + 1)
    some = now.things([each.id for each in shown[:AT_ONCE]])
    found = found_of(
        now.case([each for each in some if isinstance(each, Incident)]), some, shipped_standards()
    )
    by_id = now.ledger.history.by_id
    governing = {each.conduct.order for each in found.incidents if each.conduct.order}
    return page(
        request,
        "findings.html",
        found=found,
        of_orders=of_orders,
        number=now.kept.number(sought),
        start=start,
        before=max(0, start - AT_ONCE),
        after=start + AT_ONCE if len(shown) > AT_ONCE else 0,
        known=by_id,
        titles={each: title(by_id[each].order) for each in governing if each in by_id},
        reports=now.tellings.names,
        fresh=fresh,
    )
