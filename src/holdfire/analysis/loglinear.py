"""Log-linear Poisson models, many at once, by iteratively reweighted least squares.

McCullagh and Nelder, *Generalized Linear Models* (2nd ed. 1989), ch. 2 and 6. statsmodels fits one model in
about a millisecond and takes 1.5 s to load; thousands of fits (placebo dates, profiles, simulated worlds)
are one batch here. statsmodels is the oracle in the tests.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
STEPS = 60
NEAR = 1e-8
"""Iteration ends when no fitted mean moves by more, as a share of one more than itself."""
RIDGE = 1e-10
"""Keeps a column of zeros, which pads a smaller model, from being singular."""
FARTHEST = 30.0
"""Log means are kept within this: a count that cannot be fitted goes to exp(-30)."""


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """Fits of a batch: coefficients (B, p), fitted means (B, n), covariance of coefficients (B, p, p)."""

    coefficients: Numbers
    means: Numbers
    covariance: Numbers


def fit(
    design: Numbers, counts: Numbers, *, offset: Numbers | float = 0.0, start: Numbers | None = None
) -> Fit:
    """Fit each design (B, n, p) or (n, p) to counts (B, n) or (n,), which need not be whole; log link.

    `start` are means to begin at, those of a fit to nearly the same.
    """
    x, y = np.atleast_3d(design) if design.ndim == 3 else design[None], np.atleast_2d(counts)
    size = max(len(x), len(y))
    y, around = np.broadcast_to(y, (size, y.shape[-1])), np.broadcast_to(offset, (size, y.shape[-1]))
    log_mean = np.log(y + 0.5 if start is None else start)
    for _ in range(STEPS):
        mean = np.exp(log_mean)
        information = _information(x, mean)
        score = np.swapaxes(x, 1, 2) @ (mean * (log_mean - around) + (y - mean))[..., None]
        coefficients = np.linalg.solve(information, score)[..., 0]
        new = np.clip((x @ coefficients[..., None])[..., 0] + around, -FARTHEST, FARTHEST)
        means: Numbers = np.exp(new)
        moved = float((np.abs(means - mean) / (1 + mean)).max())
        log_mean = new
        if moved < NEAR:
            break
    return Fit(coefficients, means, np.asarray(np.linalg.inv(_information(x, means)), dtype=np.float64))


def dispersion(counts: Numbers, means: Numbers, parameters: int) -> Numbers:
    """How many times the variance exceeds a Poisson's: Pearson's chi-square over its degrees of freedom."""
    freedom = counts.shape[-1] - parameters
    scale: Numbers = (np.square(counts - means) / means).sum(-1) / freedom
    return scale


def _information(x: Numbers, mean: Numbers) -> Numbers:
    weighted: Numbers = np.swapaxes(x, 1, 2) * mean[:, None, :]
    information: Numbers = weighted @ x + RIDGE * np.eye(x.shape[-1])
    return information
