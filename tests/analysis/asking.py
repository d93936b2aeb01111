"""The analysis as tests ask it: what they expect to find is found, or the test fails."""

from holdfire.analysis import chao, estimate, exact, placebo, trend


def asked(given, change, **more):
    """A trend."""
    return trend.trend(given, change, **more)


def rates(*given):
    """A ratio of rates."""
    return exact.rate_ratio(*given)


def odds(inside, outside):
    """A ratio of ratios."""
    return exact.odds_ratio(inside, outside)


def ranked(given, change):
    """A placebo, without season."""
    return placebo.placebo(given, change, season=False)


def bounded(lists):
    """Chao's lower bound."""
    return chao.at_least(lists)


def estimated(lists):
    """An estimate."""
    return estimate.estimate(lists)
