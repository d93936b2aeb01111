"""Answers about orders, and findings → JSON, as the pages have them."""

from collections.abc import Iterator

import msgspec

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
