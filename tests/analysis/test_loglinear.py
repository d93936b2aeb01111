"""Our fits against statsmodels'."""

import numpy as np
import pytest

from holdfire.analysis.loglinear import dispersion, fit


@pytest.fixture(scope="module")
def given():
    chance = np.random.default_rng(1)
    x = np.column_stack([np.ones(40), np.arange(40) >= 20, np.linspace(0, 3, 40)])
    return (
        x,
        chance.poisson(np.exp(x @ [1.5, -0.4, 0.2]), (3, 40)).astype(float),
        np.log(np.linspace(28, 31, 40)),
    )


@pytest.mark.slow
def test_coefficients_errors_and_dispersion_are_those_of_statsmodels(given):
    import statsmodels.api as sm

    x, counts, offset = given
    ours = fit(x, counts, offset=offset)
    for number, y in enumerate(counts):
        theirs = sm.GLM(y, x, family=sm.families.Poisson(), offset=offset).fit()
        np.testing.assert_allclose(ours.coefficients[number], theirs.params, rtol=1e-6)
        errors = np.sqrt(np.diagonal(ours.covariance[number]))
        np.testing.assert_allclose(errors, theirs.bse, rtol=1e-6)
        scale = dispersion(y[None], ours.means[number : number + 1], 3)[0]
        assert scale == pytest.approx(theirs.pearson_chi2 / theirs.df_resid)


def test_a_batch_is_each_of_its_fits(given):
    x, counts, offset = given
    together = fit(x, counts, offset=offset)
    for number, y in enumerate(counts):
        alone = fit(x, y, offset=offset)
        np.testing.assert_allclose(alone.coefficients[0], together.coefficients[number], atol=1e-7)


def test_a_column_of_zeros_changes_nothing(given):
    x, counts, offset = given
    padded = np.column_stack([x, np.zeros(len(x))])
    with_zeros = fit(padded, counts, offset=offset)
    np.testing.assert_allclose(with_zeros.means, fit(x, counts, offset=offset).means, rtol=1e-6)
    assert np.abs(with_zeros.coefficients[:, 3]).max() == 0


def test_counts_that_are_all_zero_have_a_mean_near_zero():
    assert fit(np.ones((5, 1)), np.zeros(5)).means.max() < 1e-6
