"""How high those stand who give orders, by the words that reports have for them."""

import csv
from functools import cache
from importlib.resources import files

from holdfire.geography.naming import fold
from holdfire.geography.peoples import is_country
from holdfire.model.corroborated import Order
from holdfire.model.truth import Truth


def rank(order: Order) -> int | None:
    """The rank of who gave an order, the higher the greater; None where reports do not tell it.

    A country that orders is its government ("North Korea has ordered"); "the authorities" tell no rank.
    """
    if order.issuer is None:
        return None
    party = order.issuer.value
    return rank_of("government" if party.kind == "state" and is_country(party.name) else party.name)


@cache
def rank_of(name: str) -> int | None:
    """The highest rank of the words of the table in a name."""
    words = f" {fold(name)} "
    return max((rank for key, rank in _table() if f" {key} " in words), default=None)


def at_least(one: int | None, other: int | None) -> Truth:
    """Whether one rank is as high as another; possibly where one is not told."""
    if one is None or other is None:
        return Truth.POSSIBLY
    return Truth.YES if one >= other else Truth.NO


@cache
def _table() -> tuple[tuple[str, int], ...]:
    text = (files("holdfire.assessment") / "authority.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple((fold(row["words"]), int(row["rank"])) for row in rows)
