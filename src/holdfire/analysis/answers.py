"""What the analysis answers: values that views and exports draw, without what it takes to compute them."""

from dataclasses import dataclass
from datetime import date

from holdfire.analysis.figures import Ratio, Size, Stretch, Withheld
from holdfire.analysis.lists import Lists
from holdfire.analysis.series import Series

ENOUGH = 0.8
"""The usual demand: a change that is there is seen in 80 of 100 cases."""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """How the level changed, beside a trend; how over-dispersed the counts are; with season, or without.

    `slope` is by how much the trend itself changed a year, where that was asked for.
    """

    ratio: Ratio
    dispersion: float
    season: bool
    trend_a_year: float
    slope: Ratio | None = None


@dataclass(frozen=True, slots=True)
class Placebo:
    """The rank of the real day among all, 1 for the clearest step of all; `of` counts the real one too."""

    rank: int
    of: int


@dataclass(frozen=True, slots=True)
class Power:
    """In which share of cases a change to `factor` times the rate before would have been seen."""

    factor: float
    share: float

    @property
    def enough(self) -> bool:
        """Whether silence says anything."""
        return self.share >= ENOUGH


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet, and how many reports of it came out in each month of a series."""

    name: str
    reports: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """All that a series can say of a day.

    `ratio` holds for Poisson counts, `doubtful` is the same with every doubtful date fallen the one way or
    the other. `per_report` takes the number of reports in place of time. `contrast` is the ratio inside over
    the ratio outside. Each is absent, or Withheld with the reason, where it was not asked or cannot be had.
    """

    change: date
    series: Series
    before: Stretch
    after: Stretch
    ratio: Ratio | Withheld
    doubtful: Ratio | None
    per_report: Ratio | Withheld | None
    reporting: Ratio | Withheld | None
    level: Interrupted | Withheld
    season: Interrupted | Withheld
    placebo: Placebo | Withheld
    power: Power
    outside: tuple[Stretch, Stretch] | None = None
    contrast: Ratio | Withheld | None = None
    outlets: tuple[Outlet, ...] = ()

    @property
    def best(self) -> Ratio | Withheld:
        """The figure to go by: the series with season, or without it, else the plain ratio."""
        for found in (self.season, self.level):
            if isinstance(found, Interrupted):
                return found.ratio
        return self.ratio

    @property
    def dispersion(self) -> float:
        """How over-dispersed the counts are, 1 where that is unknown."""
        found = self.season if isinstance(self.season, Interrupted) else self.level
        return max(1.0, found.dispersion) if isinstance(found, Interrupted) else 1.0


@dataclass(frozen=True, slots=True)
class Halves:
    """What was counted before a day and from it on, where days are known and not only months."""

    before: Stretch
    after: Stretch


@dataclass(frozen=True, slots=True)
class Model:
    """Which lists depend on which, by their numbers; the total it gives, its BIC and its weight."""

    terms: tuple[tuple[int, ...], ...]
    total: float
    criterion: float
    weight: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many there are in all, by lists that overlap.

    `selected` is by the model whose BIC is least, `averaged` over all that come near it, whose `models` stand
    best first. `lower_bound` is Chao's. `set_aside` counts models that say nothing of the unseen.
    """

    lists: Lists
    selected: Size | Withheld
    averaged: Size | Withheld
    lower_bound: Size | Withheld
    models: tuple[Model, ...] = ()
    set_aside: int = 0
