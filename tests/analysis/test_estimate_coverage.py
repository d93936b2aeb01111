"""The intervals of totals hold the truth in 93 to 97 of 100 simulated worlds."""

import numpy as np
import pytest
from scipy.special import ndtr, xlogy

from holdfire.analysis.lists import Lists, histories_of
from holdfire.analysis.loglinear import fit
from holdfire.analysis.models import Fitted, designs, hierarchical, weights
from holdfire.analysis.profile import TAIL, likelihood, traced
from holdfire.analysis.simulation import Listing, listed
from tests.analysis.asking import bounded
from tests.analysis.covering import holds

WORLDS = 1000
INDEPENDENT = Listing(1500, (0.35, 0.3, 0.25))
DEPENDENT = Listing(1500, (0.35, 0.3, 0.25), {(0, 1): 3.0})
pytestmark = pytest.mark.slow


def tails(listing, terms, seed):
    """In each world the chance, by the models together, that the number unseen is below the true one."""
    drawn = listed(listing, np.random.default_rng(seed), worlds=WORLDS)
    models = list(terms)
    lists = Lists(("a", "b", "c"), dict(zip(histories_of(3), [0, *drawn[0, 1:]], strict=True)))
    one, offset, parameters = designs(lists, models)
    design, seen = np.tile(one, (WORLDS, 1, 1)), np.repeat(drawn[:, 1:], len(models), axis=0)
    found = fit(design[:, 1:], seen)
    criterion = np.log(seen.sum(-1)) * np.tile(parameters, WORLDS) - 2 * (
        xlogy(seen, found.means) - found.means
    ).sum(-1)
    unseen = np.exp(found.coefficients[:, 0])
    counts = np.column_stack([np.zeros(len(seen)), seen])
    all_of = Fitted(tuple(models) * WORLDS, design, np.tile(offset, (WORLDS, 1)), criterion, unseen)
    top = traced(all_of, counts, unseen[:, None] * np.exp(np.linspace(-0.12, 0.04, 9))).max(-1)
    truth = np.repeat(drawn[:, 0], len(models))
    fall = np.maximum(0, top - likelihood(all_of, counts, truth)[0])
    below = ndtr(np.sign(truth - unseen) * np.sqrt(2 * fall)).reshape(WORLDS, len(models))
    return (weights(criterion.reshape(WORLDS, -1)) * below).sum(-1)


@pytest.mark.parametrize(("listing", "terms"), [(INDEPENDENT, ()), (DEPENDENT, ((0, 1),))])
def test_the_profile_of_the_true_model(listing, terms):
    below = tails(listing, [terms], 21)
    assert holds(np.mean((below > TAIL) & (below < 1 - TAIL)))


@pytest.mark.parametrize("listing", [INDEPENDENT, DEPENDENT])
def test_the_interval_over_all_models(listing):
    below = tails(listing, hierarchical(3), 22)
    assert holds(np.mean((below > TAIL) & (below < 1 - TAIL)))


def test_the_wrong_model_is_found_out():
    """The test can fail: lists that depend on each other, taken to be independent, miss the truth."""
    below = tails(DEPENDENT, [()], 23)
    assert not holds(np.mean((below > TAIL) & (below < 1 - TAIL)))


def test_the_lower_bound_where_nothing_is_harder_to_see():
    drawn = listed(INDEPENDENT, np.random.default_rng(24), worlds=WORLDS)
    found = [
        bounded(Lists(("a", "b", "c"), dict(zip(histories_of(3), [0, *each[1:]], strict=True))))
        for each in drawn
    ]
    assert holds(np.mean([size.low <= INDEPENDENT.size <= size.high for size in found]))
