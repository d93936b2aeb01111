"""Log-linear models of lists: which depend on which, fitted to what was seen, compared by BIC.

Fienberg, *Biometrika* 59 (1972) 591-603; Bishop, Fienberg and Holland, *Discrete Multivariate Analysis*
(1975), ch. 6. A term for two lists says that a thing on the one is on the other more often, or less, than
chance would have it. Models are hierarchical: a term of three lists brings its pairs. Where nothing is on
both of two lists whose term is in a model, the term is minus infinity and the histories with both drop out
(Chan, Silverman and Vincent, *JRSS A* 184, 2021).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy.special import xlogy

from holdfire.analysis.lists import Lists, histories_of
from holdfire.analysis.loglinear import FARTHEST, Numbers, fit

Term = tuple[int, ...]
Terms = tuple[Term, ...]
ALL_MODELS = 4
"""Up to so many lists every hierarchical model is fitted; beyond, pairs come and go step by step."""
VAGUE = 9.0
"""A model whose variance of the log of the unseen exceeds this says nothing of it."""
WINDOW = 10.0
"""Models whose BIC is this much above the least have a weight under 0.7% of the best, and are left out."""


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """Models (B) over histories (C): design and offset of all, BIC, and how many are unseen by each."""

    terms: tuple[Terms, ...]
    design: Numbers
    offset: Numbers
    criterion: Numbers
    unseen: Numbers

    def chosen(self, numbers: Sequence[int]) -> "Fitted":
        """Some of the models, without columns that none of them has."""
        kept = list(numbers)
        design = self.design[kept]
        return Fitted(
            tuple(self.terms[n] for n in kept),
            design[..., design.any((0, 1))],
            self.offset[kept],
            self.criterion[kept],
            self.unseen[kept],
        )


def search(lists: Lists) -> tuple[Fitted, int]:
    """The models within the window of the best, best first; how many others were set aside as vague."""
    if len(lists.names) <= ALL_MODELS:
        found = fitted(lists, list(hierarchical(len(lists.names))))
    else:
        found = fitted(lists, stepwise(lists))
    sound = np.isfinite(found.criterion)
    best = found.criterion[sound].min(initial=np.inf)
    order = [n for n in np.argsort(found.criterion) if found.criterion[n] <= best + WINDOW and sound[n]]
    return found.chosen(order), int((~sound).sum())


def weights(criterion: Numbers) -> Numbers:
    """How much each model counts: exp(-BIC/2), as shares of one, along the last axis."""
    raised = np.exp(-(criterion - criterion.min(-1, keepdims=True)) / 2)
    shares: Numbers = raised / raised.sum(-1, keepdims=True)
    return shares


def hierarchical(lists: int) -> Iterator[Terms]:
    """Every hierarchical model of pairs and triples without a term of all lists; independence comes first."""
    pairs = list(combinations(range(lists), 2))
    triples = list(combinations(range(lists), 3)) if lists > 3 else []
    for size in range(len(pairs) + 1):
        for chosen in combinations(pairs, size):
            open_to = [t for t in triples if set(combinations(t, 2)) <= set(chosen)]
            for more in range(len(open_to) + 1):
                for together in combinations(open_to, more):
                    yield (*chosen, *together)


def stepwise(lists: Lists) -> list[Terms]:
    """Every model met on the way from independence to the best by single pairs added or dropped."""
    pairs = list(combinations(range(len(lists.names)), 2))
    here: Terms = ()
    least = float(fitted(lists, [here]).criterion[0])
    met: dict[Terms, None] = {here: None}
    while True:
        around = [tuple(sorted(set(here) ^ {pair})) for pair in pairs]
        met.update(dict.fromkeys(around))
        tried = fitted(lists, around)
        best = int(np.argmin(tried.criterion))
        if not tried.criterion[best] < least - 1e-9:
            return list(met)
        here, least = around[best], float(tried.criterion[best])


def fitted(lists: Lists, models: Sequence[Terms]) -> Fitted:
    """Fit models to the histories that were seen; the BIC of one that is vague is infinite."""
    design, offset, parameters = designs(lists, models)
    seen = lists.counts[1:]
    found = fit(design[:, 1:], np.broadcast_to(seen, (len(models), len(seen))), offset=offset[:, 1:])
    likelihood = (xlogy(seen, found.means) - found.means).sum(-1)
    criterion = np.log(lists.seen) * parameters - 2 * likelihood
    vague = (found.covariance[:, 0, 0] > VAGUE) | (parameters > len(seen))
    return Fitted(
        tuple(models), design, offset, np.where(vague, np.inf, criterion), np.exp(found.coefficients[:, 0])
    )


def designs(lists: Lists, models: Sequence[Terms]) -> tuple[Numbers, Numbers, Numbers]:
    """Columns (B, C, p) with zeros where a model has fewer, offsets (B, C), and numbers of parameters (B)."""
    number = len(lists.names)
    on = np.array(histories_of(number), dtype=float)
    terms = sorted({term for model in models for term in model}, key=lambda term: (len(term), term))
    both = np.array([on[:, list(term)].prod(1) for term in terms]).reshape(len(terms), len(on))
    has = np.array([[term in model for term in terms] for model in models], dtype=float)
    never = np.array([lists.on(*term) == 0 for term in terms], dtype=float)
    columns = both.T[None] * (has * (1 - never))[:, None, :].reshape(len(models), 1, len(terms))
    plain = np.broadcast_to(np.column_stack([np.ones(len(on)), on]), (len(models), len(on), number + 1))
    offset = -FARTHEST * np.minimum(1.0, (has * never) @ both) if terms else np.zeros((len(models), len(on)))
    return np.concatenate([plain, columns], axis=-1), offset, 1 + number + has.sum(1)
