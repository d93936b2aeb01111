"""An estimate → a page: what it says in plain words, its figures, how the lists overlap, and the caveats."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from holdfire.analysis.answers import Estimate, Model
from holdfire.analysis.figures import Size, Withheld
from holdfire.views.trend import Figure

SHOWN_MODELS = 5
ASSUMPTIONS = (
    "Each thing is one thing: no two told as one, none told as two.",
    "Each had some chance to come on each list. What nobody could ever have told of is not in the estimate.",
    "The lists are lines of their own. A copy is no second list.",
    "Nothing came and went while the lists were made: they are of one place and one stretch of time.",
    "Models of lists allow for two or three that depend on each other, not for all of them at once.",
)


@dataclass(frozen=True, slots=True)
class Range:
    """A total to draw, with its interval; a point where the two ends are one."""

    label: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """A list: how many things stand on it, on it alone, and on it and each of the others, in their order."""

    name: str
    on: int
    alone: int
    shared: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EstimatePage:
    """`said` answers in sentences; `assumptions` and `caveats` always stand beside them."""

    title: str
    said: tuple[str, ...]
    figures: tuple[Figure, ...]
    models: tuple[Figure, ...]
    overlaps: tuple[Overlap, ...]
    assumptions: tuple[str, ...]
    caveats: tuple[str, ...]
    ranges: tuple[Range, ...] = ()


def estimate_page(found: Estimate, *, what: str, title: str, notes: tuple[str, ...] = ()) -> EstimatePage:
    """An estimate in words; `what` names what is listed, in the plural, `notes` are caveats of the caller."""
    return EstimatePage(
        title,
        tuple(_said(found, what)),
        tuple(_figures(found)),
        tuple(_model(each, found.lists.names) for each in found.models[:SHOWN_MODELS]),
        tuple(_overlaps(found)),
        ASSUMPTIONS,
        (*_caveats(found), *notes),
        tuple(_ranges(found)),
    )


def size(found: Size) -> str:
    """A total with its interval."""
    return f"{found.value:,.0f} ({found.low:,.0f} to {found.high:,.0f})"


def _said(found: Estimate, what: str) -> Iterator[str]:
    seen = f"{found.lists.seen:,} {what} on {_lists(len(found.lists.names))}"
    if isinstance(found.averaged, Withheld):
        yield f"{seen}. How many there are in all cannot be said: {found.averaged.reason}."
    else:
        averaged = found.averaged
        yield f"{seen}; in all between {averaged.low:,.0f} and {averaged.high:,.0f}, if the assumptions hold."
        if isinstance(found.selected, Size):
            yield f"By the model that fits best there are about {size(found.selected)}."
    if isinstance(found.lower_bound, Size):
        yield f"At the least there are about {size(found.lower_bound)}."


def _figures(found: Estimate) -> Iterator[Figure]:
    yield Figure("seen", f"{found.lists.seen:,}", "on one list at least")
    said_above = isinstance(found.selected, Withheld) and found.averaged == found.selected
    if not said_above:
        yield _size("best model", found.selected, "least BIC; profile likelihood")
    if found.averaged != found.selected:
        yield _size(
            "over models", found.averaged, f"{len(found.models)} models weighted by BIC; by their tails"
        )
    yield _size(
        "at least",
        found.lower_bound,
        "Chao's; holds where some are harder to see, not where lists avoid each other",
    )


def _ranges(found: Estimate) -> Iterator[Range]:
    """What was seen, and each total that can be had; models by themselves are points."""
    seen = float(found.lists.seen)
    yield Range("seen", seen, seen, seen)
    totals = (
        ("at least", found.lower_bound),
        ("best model", found.selected),
        ("over models", found.averaged),
    )
    for label, total in totals:
        if isinstance(total, Size):
            yield Range(label, total.value, total.low, total.high)


def _size(label: str, found: Size | Withheld, note: str) -> Figure:
    if isinstance(found, Withheld):
        return Figure(label, "", found.reason, withheld=True)
    return Figure(label, size(found), note)


def _model(model: Model, names: tuple[str, ...]) -> Figure:
    together = ", ".join("+".join(names[number] for number in term) for term in model.terms)
    return Figure(f"{model.weight:.0%}", f"{model.total:,.0f}", together or "all lists independent")


def _overlaps(found: Estimate) -> Iterator[Overlap]:
    lists, every = found.lists, range(len(found.lists.names))
    for number in every:
        only = tuple(number == other for other in every)
        shared = tuple(lists.on(*{number, other}) for other in every)
        yield Overlap(lists.names[number], lists.on(number), round(lists.histories.get(only, 0.0)), shared)


def _caveats(found: Estimate) -> Iterator[str]:
    if isinstance(found.averaged, Size) and isinstance(found.selected, Size):
        wide, narrow = found.averaged, found.selected
        if wide.high - wide.low > 1.5 * (narrow.high - narrow.low):
            yield "Models that fit nearly as well disagree: give the wider interval, not that of one model."
    names = found.lists.names
    apart = [
        f"{names[one]} and {names[other]}"
        for one, other in combinations(range(len(names)), 2)
        if not found.lists.on(one, other)
    ]
    if apart:
        more = f" and {len(apart) - 3} more pairs" if len(apart) > 3 else ""
        yield f"Nothing is on both of {'; '.join(apart[:3])}{more}."
    if found.set_aside:
        yield f"{found.set_aside} models that say nothing of the unseen are set aside."


def _lists(number: int) -> str:
    return f"{number} list{'' if number == 1 else 's'}"
