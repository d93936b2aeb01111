"""How high those stand who give orders, by the words that reports have for them."""

import csv
from functools import cache
from importlib.resources import files

from holdfire.geography.naming import fold
from holdfire.model.corroborated import Order
from holdfire.model.party import Party
from holdfire.model.truth import Truth

COUNTRY_CODE = 2
"""Letters of the code of a country, as the gazetteer has it."""


def rank(order: Order) -> int | None:
    """The rank of who gave an order, the higher the greater; None where reports do not tell it.

    A country that orders is its government ("North Korea has ordered"); "the authorities" tell no rank.
    """
    if order.issuer is None:
        return None
    party = order.issuer.value
    return rank_of(party.name) if not _is_country(party) else rank_of("government")


def _is_country(party: Party) -> bool:
    """Whether reports name a country and nothing of it: a state whose id is that of a country."""
    return party.kind == "state" and party.id is not None and len(party.id) == COUNTRY_CODE


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
