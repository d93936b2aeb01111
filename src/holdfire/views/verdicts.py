"""The words in which findings are told, all in one place: they pronounce no guilt."""

from types import MappingProxyType

CONDUCT = MappingProxyType({
    "consistent": "consistent with the order in force",
    "contrary": "contrary to the order in force",
    "outside": "outside the scope of any order told",
    "undetermined": "cannot be determined",
})  # fmt: skip
"""An incident against the order in force."""
STANDARD = MappingProxyType({
    "consistent": "the facts reported are consistent with it",
    "departs": "the facts reported depart from it",
    "unsettled": "the facts reported do not settle it",
})  # fmt: skip
"""An incident against a principle."""
CLAUSE = MappingProxyType({
    "consistent": "the clause, as reported, is consistent with it",
    "departs": "the clause, as reported, departs from it",
    "unsettled": "the clause, as reported, does not settle it",
})  # fmt: skip
"""A clause of an order against a principle."""
CONDUCT_SHORT = MappingProxyType({
    "consistent": "consistent",
    "contrary": "contrary",
    "outside": "outside its scope",
    "undetermined": "cannot be determined",
})  # fmt: skip
"""The same in a table, under the words "the order in force"."""
SHORT = MappingProxyType({"consistent": "consistent", "departs": "departs", "unsettled": "not settled"})
"""The same in a table, where the whole words stand below it."""
ANIMALS = "fire on animals alone raises none of these tests"
NOTE = (
    "Holdfire holds what reports tell against the words of orders and of standards. "
    "It does not say what happened, and finds no one guilty."
)
"""Stands under every finding."""
