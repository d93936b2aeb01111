"""How long a step at every month of a series takes, beside statsmodels; and counting many incidents."""

import time
from collections.abc import Callable
from datetime import date

import numpy as np
import statsmodels.api as sm

from holdfire.analysis.figures import Tally
from holdfire.analysis.happenings import Happening, by_month
from holdfire.analysis.interrupted import design, steps
from holdfire.analysis.series import Series, days_of, first_day, month_of
from holdfire.analysis.simulation import World, counts_of

MONTHS, MARGIN, HAPPENINGS = 120, 6, 100_000


def milliseconds(of: Callable[[], object], *, runs: int = 5) -> float:
    """The shortest processor time of some runs."""
    took = []
    for _ in range(runs):
        start = time.process_time()
        of()
        took.append(time.process_time() - start)
    return 1000 * min(took)


def series() -> Series:
    """Ten years of months."""
    first = month_of(2010, 1)
    months = tuple(range(first, first + MONTHS))
    counts = counts_of(World(MONTHS, 60, 12, dispersion=2, season=0.3), np.random.default_rng(1), worlds=1)[0]
    return Series(months, tuple(Tally(n, n, n) for n in counts), tuple(float(days_of(m)) for m in months))


def happenings() -> list[Happening]:
    """So many in those years, the most with a doubtful date."""
    chance, first = np.random.default_rng(1), date(2010, 1, 1).toordinal()
    starts, lengths = chance.integers(0, 3600, HAPPENINGS), chance.integers(1, 40, HAPPENINGS)
    return [Happening(first + int(a), first + int(a + n)) for a, n in zip(starts, lengths, strict=True)]


def main() -> None:
    """Measure and print."""
    given = series()
    months = np.array(given.months)
    shares = np.array([(months >= at).astype(float) for at in months[MARGIN:-MARGIN]])
    x, offset = design(given.months, shares, season=True), np.log(np.array(given.exposure))

    def one_after_another() -> None:
        for each in x:
            sm.GLM(given.counts, each, family=sm.families.Poisson(), offset=offset).fit(scale="X2")

    ours, theirs = milliseconds(lambda: steps(x, given)), milliseconds(one_after_another)
    many = happenings()
    counting = milliseconds(lambda: by_month(many, given.months, many), runs=2)
    print(f"{'a step at each of ' + str(len(x)) + ' months':42}{'ms':>9}{'':>4}")
    print(f"{'holdfire, one batch':42}{ours:9.1f}")
    print(f"{'statsmodels, one after another':42}{theirs:9.1f}{theirs / ours:8.1f}x")
    print(f"{'100,000 incidents into 120 months':42}{counting:9.0f}   from {first_day(given.months[0])} on")


if __name__ == "__main__":
    main()
