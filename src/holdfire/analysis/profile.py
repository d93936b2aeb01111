"""How likely a total is under models of lists, and the interval that several models give together.

The profile likelihood of the number unseen (Cormack, *Biometrics* 48, 1992, 567-576), and its average over
models by their tail areas (Fletcher and Turek, *JABES* 17, 2012, 38-51): an end of the interval is where the
weighted mean of the models' tails is 2.5%.
"""

import numpy as np
from scipy.special import gammaln, ndtr, ndtri, xlogy

from holdfire.analysis.figures import LEVEL, Size, Withheld
from holdfire.analysis.loglinear import Numbers, fit
from holdfire.analysis.models import Fitted

TAIL = (1 - LEVEL) / 2
MOST = 100.0
"""An interval that reaches beyond so many times what was seen is called unbounded."""
SPACING = 0.08
"""How far apart, in logarithms, the numbers are at which a profile is computed."""
BELOW = 20.0
"""A profile begins at the least number unseen by any model, divided by this."""


def likelihood(
    models: Fitted, counts: Numbers, unseen: Numbers, *, start: Numbers | None = None
) -> tuple[Numbers, Numbers]:
    """The log likelihood (B) of so many unseen (B), each model at its best, and its means (B, C).

    `counts` are (B, C) or (C,), the first being of those on no list; `start` as of `loglinear.fit`.
    """
    y = np.array(np.broadcast_to(counts, models.offset.shape))
    y[:, 0] = unseen
    total = y.sum(-1)
    means = fit(models.design, y, offset=models.offset, start=start).means
    chance = means / means.sum(-1, keepdims=True)
    found: Numbers = gammaln(total + 1) - gammaln(unseen + 1) + xlogy(y, chance).sum(-1)
    return found, means


def interval(models: Fitted, counts: Numbers, shares: Numbers) -> Size | Withheld:
    """The middle and the ends of what the models say together, as totals; Withheld where nothing bounds it.

    `shares` say how much each model counts.
    """
    seen = float(counts.sum())
    unbounded = Withheld(f"the lists overlap too little: nothing bounds it below {seen * MOST:,.0f}")
    if models.unseen.min() >= seen * MOST:
        return unbounded
    grid = _grid(models.unseen, seen)
    below = shares @ ndtr(roots(traced(models, counts, grid)))
    if below[-1] < 1 - TAIL:
        return unbounded
    rising = np.maximum.accumulate(ndtri(np.clip(below, 1e-12, 1 - 1e-12)))
    middle, low, high = np.exp(np.interp(ndtri((0.5, TAIL, 1 - TAIL)), rising, np.log(grid))).tolist()
    return Size(seen + middle, seen + (low if below[0] < TAIL else 0.0), seen + high)


def traced(models: Fitted, counts: Numbers, grid: Numbers) -> Numbers:
    """The log likelihoods (B, G) along numbers unseen (G), or (B, G) of them."""
    found, means = [], None
    for unseen in np.broadcast_to(grid, (len(models.terms), grid.shape[-1])).T:
        each, means = likelihood(models, counts, unseen, start=means)
        found.append(each)
    return np.stack(found, axis=-1)


def roots(likelihoods: Numbers) -> Numbers:
    """Signed roots of twice the fall from the top: about normal at the true number, negative below it.

    Along the last axis likelihoods stand evenly spaced; the top may lie between two.
    """
    at = np.clip(likelihoods.argmax(-1), 1, likelihoods.shape[-1] - 2)[:, None]
    before, here, after = (np.take_along_axis(likelihoods, at + step, -1) for step in (-1, 0, 1))
    bend = before - 2 * here + after
    shift = np.where(bend < 0, (before - after) / np.where(bend < 0, 2 * bend, 1.0), 0.0)
    top = here - np.where(bend < 0, np.square(before - after) / np.where(bend < 0, 8 * bend, 1.0), 0.0)
    place = at + np.clip(shift, -1, 1)
    side = np.sign(np.arange(likelihoods.shape[-1])[None] - place)
    found: Numbers = side * np.sqrt(2 * np.maximum(0.0, top - likelihoods))
    return found


def _grid(unseen: Numbers, seen: float) -> Numbers:
    low, high = np.log(max(float(unseen.min()) / BELOW, 1e-3)), np.log(seen * MOST)
    return np.exp(np.linspace(low, high, max(3, int((high - low) / SPACING))))
