"""What noun phrases name: means, parties, targets, and how many they count."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from holdfire.model.incident import Count
from holdfire.model.span import Span
from holdfire.model.statement import Phrase
from holdfire.reading.english.lexicon import Lexicon, PartyWord
from holdfire.reading.grammar.dependents import Dependents

R = TypeVar("R")
MODIFIERS = ("compound", "amod", "nmod", "flat", "nummod", "nmod:poss", "nmod:desc")
BORDER = frozenset({"border", "frontier", "boundary"})

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
NUMBERS |= {f"{t}-{u}": NUMBERS[t] + NUMBERS[u] for t in _TENS for u in _UNITS[1:10]}
NUMBERS |= {"both": 2, "couple": 2, "pair": 2, "trio": 3, "dozen": 12, "hundred": 100}
VAGUE = {
    "several": Count(low=3, high=9),
    "few": Count(low=2, high=9),
    "some": None,
    "dozens": Count(low=24, high=99),
    "scores": Count(low=40, high=199),
    "tens": Count(low=20, high=99),
    "hundreds": Count(low=200, high=999),
    "thousands": Count(low=2000, high=9999),
}
"""Words for uncertain numbers, by convention: "several" 3-9, "dozens" from two dozen to 99 and so on."""

NOBODY = frozenset({"nobody", "none", "no-one"})
_AT_LEAST = re.compile(r"\b(at least|no fewer than|not less than|no less than|a minimum of)\b")
_MORE_THAN = re.compile(r"\b(more than|over|upwards of)\b")
_AT_MOST = re.compile(r"\b(at most|up to|no more than|as many as)\b")
_LESS_THAN = re.compile(r"\b(fewer than|less than|under)\b")


def longest(tree: Dependents, head: int, table: Mapping[str, R]) -> tuple[R, Span] | None:
    """The row for the longest run of words that ends in a head: "live ammunition" before "ammunition"."""
    first = head
    while first > 0 and tree.heads[first - 1] in range(first, head + 1):
        if tree.relations[first - 1] not in MODIFIERS:
            break
        first -= 1
    for start in range(first, head + 1):
        key = " ".join([*(t.text.lower() for t in tree.tokens[start:head]), tree.lemmas[head]])
        if key in table:
            return table[key], Span(tree.tokens[start].start, tree.tokens[head].end)
    return None


def means_of(tree: Dependents, head: int, lexicon: Lexicon) -> tuple[str, Span] | None:
    """The means that a noun phrase names, with its words."""
    return longest(tree, head, lexicon.means)


def party_of(tree: Dependents, head: int, lexicon: Lexicon) -> PartyWord | None:
    """The kind of party that a noun phrase names; armed words with "border" beside them are border guards."""
    found = longest(tree, head, lexicon.parties)
    if found is None:
        found = next(
            (f for c in tree.all(head, "compound", "nmod") if (f := longest(tree, c, lexicon.parties))), None
        )
    if found is None:
        return None
    near = {tree.lemmas[t] for t in tree.branch(head, ("acl", "acl:relcl", "conj", "nmod", "appos"))}
    if found[0].kind in ("army", "police", "state") and near & BORDER and found[0].role:
        return PartyWord("border guard", found[0].role)
    return found[0]


def count_of(tree: Dependents, head: int) -> int | Count | None:
    """How many a noun phrase counts: a number, a range, or None where it does not say."""
    text = tree.clause(head, ("acl", "acl:relcl", "conj", "cc", "nmod", "obl", "appos", "parataxis"))
    words = " ".join(t.text.lower() for t in tree.tokens if t.start >= text.start and t.end <= text.end)
    number = _number(tree, head)
    if number is None or isinstance(number, Count):
        return number
    if _AT_LEAST.search(words):
        return Count(low=number)
    if _MORE_THAN.search(words):
        return Count(low=number + 1)
    if _AT_MOST.search(words):
        return Count(high=number)
    if _LESS_THAN.search(words):
        return Count(high=number - 1)
    return number


def _number(tree: Dependents, head: int) -> int | Count | None:
    lemma = tree.tokens[head].text.lower()
    if lemma in NOBODY or (lemma == "one" and _has(tree, head, "no")):
        return 0
    for child in (*tree.all(head, "nummod"), *tree.all(head, "amod", "det", "nmod"), head):
        word = tree.tokens[child].text.lower().replace(",", "")
        if word in VAGUE and (child != head or tree.case(child) == ""):
            return VAGUE[word]
        value = int(word) if word.isdecimal() and len(word) < 7 else NUMBERS.get(word)
        if value is not None:
            return value
    if _has(tree, head, "no"):
        return 0
    if _has(tree, head, "a", "an", "another") or (tree.tags[head] == "NN" and _has(tree, head, "the")):
        return 1 if tree.tags[head] in ("NN", "NNP") else None
    return None


def _has(tree: Dependents, head: int, *words: str) -> bool:
    return any(tree.tokens[c].text.lower() in words for c in tree.children[head])


def named(tree: Dependents, head: int, lexicon: Lexicon) -> Phrase:
    """A noun phrase with the kind of party or thing it names, and its number."""
    party = party_of(tree, head, lexicon)
    thing = None if party is not None else longest(tree, head, lexicon.targets)
    return replace(
        tree.phrase(head),
        kind=party.kind if party is not None else None,
        role=party.role if party is not None else None,
        thing=thing[0] if thing is not None else None,
        count=count_of(tree, head),
    )
