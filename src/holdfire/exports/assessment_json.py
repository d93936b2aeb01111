"""Answers about orders, and findings → JSON, as the pages have them."""

from collections.abc import Iterator

import msgspec

from holdfire.views.findings import Findings
from holdfire.views.in_force import InForce
from holdfire.views.order_ledger import OrderLedgerView


def in_force_line(answer: InForce) -> bytes:
    """An answer on one line."""
    return msgspec.json.encode(answer) + b"\n"


def ledger_lines(ledger: OrderLedgerView) -> Iterator[bytes]:
    """A line for each order, then for each problem."""
    for row in ledger.rows:
        yield msgspec.json.encode({"order": row}) + b"\n"
    for problem in ledger.problems:
        yield msgspec.json.encode({"problem": problem}) + b"\n"


def finding_lines(found: Findings) -> Iterator[bytes]:
    """A line for each incident, then for each clause of an order; each says the note that stands under it."""
    for finding in found.incidents:
        yield msgspec.json.encode({"finding": finding, "note": found.note}) + b"\n"
    for clause in found.clauses:
        yield msgspec.json.encode({"clause": clause, "note": found.note}) + b"\n"
