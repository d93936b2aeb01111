"""The comparisons that incidents and orders have in common: when, where, in which words, by whom."""

import numpy as np

from holdfire.corroboration.columns import OPEN, PAD, Columns, Floats, Hashes, Index, Ints, products, shared
from holdfire.corroboration.comparison import BARE, Comparison, Outcomes
from holdfire.geography.distance import kilometres

LIKENESS = (0.02, 0.04, 0.07, 0.11, 0.16, 0.23, 0.35)
DAYS = (0, 1, 7)
PUBLISHED = (1, 3, 7, 31, 183)
SAME_KM, NEAR_KM, FAR_KM = 5.0, 40.0, 150.0
EXACT_KM = 15.0
"""A place that reaches no farther is a place, one that does a region."""
VAGUE = 16
"""Over how many days two dates together are only vaguely the same."""


def likeness(accounts: Columns, left: Index, right: Index) -> Floats:
    """How alike two tellings are, from 0 (no rarer word in common) to 1: the cosine of their weights."""
    words, weights = accounts.words, accounts.weights
    return products(words[left], weights[left], words[right], weights[right])


def days_apart(accounts: Columns, left: Index, right: Index) -> Ints:
    """How many days two dates are apart at the least: 0 where they may be one, OPEN where one is open."""
    first, last = accounts.first, accounts.last
    apart = np.maximum(np.maximum(first[left] - last[right], first[right] - last[left]), 0)
    return np.where((first[left] == OPEN) | (first[right] == OPEN), OPEN, apart)


def published_apart(accounts: Columns, left: Index, right: Index) -> Ints:
    """How many days lie between their publication; OPEN where one is not known."""
    a, b = accounts.published[left], accounts.published[right]
    return np.where((a == OPEN) | (b == OPEN), OPEN, np.abs(a - b))


def km_apart(accounts: Columns, left: Index, right: Index) -> Floats:
    """How far the nearest places are apart, beyond what the wider of the two reaches; NaN without a point."""
    p, q = accounts.points[left][:, :, None], accounts.points[right][:, None]
    apart = kilometres(p[..., 0], p[..., 1], q[..., 0], q[..., 1]) - np.fmax(p[..., 2], q[..., 2])
    nearest: Floats = np.fmin.reduce(apart, axis=(1, 2))
    return np.maximum(nearest, 0.0)


def _words(accounts: Columns, left: Index, right: Index) -> Outcomes:
    return np.searchsorted(LIKENESS, likeness(accounts, left, right), side="right").astype(np.int8)


def _names(accounts: Columns, left: Index, right: Index) -> Outcomes:
    a, b = accounts.names[left], accounts.names[right]
    return _where_both(a, b, np.minimum(shared(a, b), 3))


def _quotes(accounts: Columns, left: Index, right: Index) -> Outcomes:
    a, b = accounts.quotes[left], accounts.quotes[right]
    return _where_both(a, b, np.minimum(shared(a, b), 1))


def _date(accounts: Columns, left: Index, right: Index) -> Outcomes:
    apart = days_apart(accounts, left, right)
    width = accounts.last - accounts.first
    vague = width[left] + width[right]
    one = np.where(vague == 0, 0, np.where(vague < VAGUE, 1, 2))
    step = np.where(apart == 0, one, np.searchsorted(DAYS, apart, side="left") + 2)
    return np.where(apart == OPEN, BARE, step).astype(np.int8)


def _foretold(accounts: Columns, left: Index, right: Index) -> Outcomes:
    first, out = accounts.first, accounts.published
    ahead = [
        np.where((out[a] == OPEN) | (first[b] == OPEN), np.iinfo(np.int64).min, first[b] - out[a])
        for a, b in ((left, right), (right, left))
    ]
    most = np.maximum(*ahead)
    step = np.where(most <= 0, 0, np.where(most == 1, 1, 2))
    return np.where(most == np.iinfo(np.int64).min, BARE, step).astype(np.int8)


def _published(accounts: Columns, left: Index, right: Index) -> Outcomes:
    apart = published_apart(accounts, left, right)
    return np.where(apart == OPEN, BARE, np.searchsorted(PUBLISHED, apart, side="left")).astype(np.int8)


def _place(accounts: Columns, left: Index, right: Index) -> Outcomes:
    apart = km_apart(accounts, left, right)
    within = accounts.points[:, :, 2]
    exact = np.fmin(np.fmin.reduce(within[left], axis=1), np.fmin.reduce(within[right], axis=1)) <= EXACT_KM
    step = np.where(apart <= NEAR_KM, 3, np.where(apart <= FAR_KM, 4, 5))
    step = np.where(apart <= SAME_KM, np.where(exact, 0, 1), step)
    named = shared(accounts.places[left], accounts.places[right]) > 0
    return np.where(np.isnan(apart), np.where(named, 2, BARE), step).astype(np.int8)


def _one_report(accounts: Columns, left: Index, right: Index) -> Outcomes:
    return np.where(accounts.reports[left] == accounts.reports[right], 0, BARE).astype(np.int8)


def either(a: Hashes, b: Hashes) -> Outcomes:
    """0 where two sets have a member in common, 1 where they have none, BARE where one is empty."""
    return _where_both(a, b, np.where(shared(a, b) > 0, 0, 1))


def either_bits(a: Ints, b: Ints) -> Outcomes:
    """The same for sets of bits."""
    return np.where((a == 0) | (b == 0), BARE, np.where(a & b, 0, 1)).astype(np.int8)


def _where_both(a: Hashes, b: Hashes, outcome: Ints) -> Outcomes:
    filled = (a[:, -1] != PAD) & (b[:, -1] != PAD)
    return np.where(filled, outcome, BARE).astype(np.int8)


WORDS = Comparison(
    "words",
    "share of their rarer words that both use",
    ("hardly any", "a few", "some", "a tenth", "a seventh", "a fifth", "a third", "most"),
    _words,
)
NAMES = Comparison("names", "names that both hold", ("none", "one", "two", "several"), _names)
QUOTES = Comparison("quotes", "words that both quote", ("none", "the same"), _quotes)
DATE = Comparison(
    "date",
    "how far the dates are apart at the least",
    ("the same day", "may be the same", "vaguely the same", "a day apart", "days apart", "weeks apart"),
    _date,
)
FORETOLD = Comparison("foretold", "published before the other's day", ("no", "by a day", "yes"), _foretold)
PUBLICATION = Comparison(
    "published",
    "time between their publication",
    ("a day or less", "three days", "a week", "a month", "half a year", "longer"),
    _published,
)
PLACE = Comparison(
    "place",
    "distance beyond what the places reach",
    ("the same", "the same region", "the same name", "near", "far", "elsewhere"),
    _place,
)
ONE_REPORT = Comparison("one report", "told apart in one report", ("yes",), _one_report)
MEANS = Comparison(
    "means", "with what", ("the same", "other"), lambda x, i, j: either(x.means[i], x.means[j])
)
