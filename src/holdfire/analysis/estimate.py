"""Lists that overlap → how many things are on none of them, or why that cannot be said."""

from holdfire.analysis.answers import Estimate, Model
from holdfire.analysis.chao import at_least
from holdfire.analysis.figures import Size, Withheld
from holdfire.analysis.lists import Lists
from holdfire.analysis.models import search, weights
from holdfire.analysis.profile import interval

FEWEST_LISTS = 3
MOST_LISTS = 10
FEWEST_SEEN = 20
FEWEST_TWICE = 5


def estimate(lists: Lists) -> Estimate:
    """The total by the model of least BIC, by all near it, and at the least."""
    reason = unfit(lists)
    if reason:
        return Estimate(lists, Withheld(reason), Withheld(reason), at_least(lists))
    found, vague = search(lists)
    if not found.terms:
        nothing = Withheld("no model of these lists says anything of what is on none of them")
        return Estimate(lists, nothing, nothing, at_least(lists), set_aside=vague)
    counts, shares = lists.counts, weights(found.criterion)
    first = found.chosen([0])
    models = (
        Model(terms, lists.seen + float(n), float(criterion), float(share))
        for terms, n, criterion, share in zip(found.terms, found.unseen, found.criterion, shares, strict=True)
    )
    return Estimate(
        lists,
        _at_its_best(interval(first, counts, weights(first.criterion)), lists.seen + float(found.unseen[0])),
        interval(found, counts, shares),
        at_least(lists),
        tuple(models),
        vague,
    )


def unfit(lists: Lists) -> str:
    """Why no model can be fitted to these lists; empty where one can."""
    twice = sum(n for history, n in lists.histories.items() if sum(history) > 1)
    if len(lists.names) < FEWEST_LISTS:
        few = "one list is" if len(lists.names) == 1 else f"{len(lists.names)} lists are"
        return (
            f"{few} too few (it takes {FEWEST_LISTS}): whether two depend on each "
            "other cannot be seen from the two"
        )
    if len(lists.names) > MOST_LISTS:
        return f"{len(lists.names)} lists are too many (at most {MOST_LISTS}): put some together"
    if lists.seen < FEWEST_SEEN:
        return f"{lists.seen} seen are too few (it takes {FEWEST_SEEN})"
    if twice < FEWEST_TWICE:
        return f"{twice:.0f} on more than one list are too few (it takes {FEWEST_TWICE})"
    return ""


def _at_its_best(found: Size | Withheld, total: float) -> Size | Withheld:
    """The interval of one model around its likeliest total."""
    return Size(total, found.low, found.high) if isinstance(found, Size) else found
