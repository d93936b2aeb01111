"""Publication → ODRL 2.2 (JSON-LD): an order as a policy, its clauses as duties, permissions, prohibitions.

ODRL speaks of assets and their use; an order speaks of persons and force. What ODRL has no word for is of our
vocabulary (`hf:`). An obligation is a duty of the policy (`obligation`). Conditions and exceptions do not
leave, so a policy here may demand less than the order did: it says so in `hf:incomplete`.
"""

from collections.abc import Iterator

import msgspec

from holdfire.exports.released.addresses import urn
from holdfire.exports.released.days import dated
from holdfire.release.publication import Publication
from holdfire.release.released import Clause, ReleasedOrder

CONTEXT: list[object] = [
    "http://www.w3.org/ns/odrl.jsonld",
    {"hf": "urn:holdfire:vocabulary:", "dcterms": "http://purl.org/dc/terms/"},
]
RULES = {"obligation": "obligation", "permission": "permission", "prohibition": "prohibition"}


def odrl(told: Publication) -> Iterator[bytes]:
    """A graph of policies, in pieces; an order whose clauses are in words alone is none."""
    yield b'{"@context":' + msgspec.json.encode(CONTEXT) + b',"@graph":['
    ordered = [order for order in told.orders if order.clauses]
    for number, order in enumerate(ordered):
        yield (b",\n" if number else b"\n") + msgspec.json.encode(_policy(order, told))
    yield b"]}\n"


def _policy(order: ReleasedOrder, told: Publication) -> dict[str, object]:
    policy: dict[str, object] = {
        "@type": "Set",
        "uid": urn("order", order.id),
        "hf:incomplete": "conditions, exceptions, hours and stretches of the order do not leave",
    }
    if order.issued:
        policy["dcterms:issued"] = order.issued
    cited = [{"@id": told.pages[number - 1].url} for number in order.pages]
    if cited:
        policy["dcterms:source"] = cited
    for clause in order.clauses:
        policy.setdefault(RULES[clause.modality], []).append(_rule(clause, order))  # type: ignore[attr-defined]
    return policy


def _rule(clause: Clause, order: ReleasedOrder) -> dict[str, object]:
    rule: dict[str, object] = {
        "action": f"hf:{clause.act or 'use'}",
        "target": urn("asset", "force-at-the-border"),
    }
    if order.issuer:
        rule["assigner"] = _party(order.office or order.issuer)
    addressed = [*order.units, *order.addressees]
    if addressed:
        rule["assignee"] = (
            [_party(each) for each in addressed] if len(addressed) > 1 else _party(addressed[0])
        )
    constraints = [*_when(order), *_where(order)]
    if clause.means:
        constraints.append(_constraint("hf:means", "eq", f"hf:{clause.means}"))
    if constraints:
        rule["constraint"] = constraints
    return rule


def _party(code: str) -> str:
    return urn("party", code.replace(" ", "-"))


def _when(order: ReleasedOrder) -> Iterator[dict[str, object]]:
    """The first and the last day on which it may have held."""
    start, end = dated(order.effective_from or order.issued), dated(order.effective_to)
    for days, operator, day in ((start, "gteq", start and start.first), (end, "lteq", end and end.last)):
        if days is not None and day is not None:
            yield _constraint("dateTime", operator, {"@value": day.isoformat(), "@type": "xsd:date"})


def _where(order: ReleasedOrder) -> Iterator[dict[str, object]]:
    regions = [urn("region", region.id) for region in order.regions]
    if len(regions) == 1:
        yield _constraint("spatial", "eq", {"@id": regions[0]})
    elif regions:
        yield _constraint("spatial", "isAnyOf", [{"@id": region} for region in regions])


def _constraint(left: str, operator: str, right: object) -> dict[str, object]:
    return {"leftOperand": left, "operator": operator, "rightOperand": right}
