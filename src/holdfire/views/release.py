"""Release → a preview: what leaves, how coarse, what stays and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from holdfire.release.compiling import Release
from holdfire.release.policy import Policy
from holdfire.release.sensitivity import RELEASABLE, fields

MOST = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a preview: of what, how many, and what becomes of them."""

    what: str
    number: int
    becomes: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a release would let go, and what not."""

    leaves: tuple[Line, ...]
    coarsened: tuple[Line, ...]
    withheld: tuple[Line, ...]
    fields: tuple[str, ...]
    linked: tuple[str, ...]
    """Incidents of the casebook that other accounts tell, and that fit one incident of public pages alone."""
    retold: int
    """How many rows that public pages tell can be put to their page."""
    withdrawn: tuple[str, ...]


def preview(release: Release, policy: Policy) -> Preview:
    """The preview of a release."""
    smallest = min((group.size for group in release.groups), default=0)
    number = len(release.groups)
    size = (
        f"in {number} groups, the smallest of {smallest}" if number > 1 else "in one group" if number else ""
    )
    leaves: tuple[Line, ...] = (
        Line("incidents", len(release.rows), size),
        Line("orders", len(release.orders), "in codes, without their words"),
        Line("pages", len(release.pages), "cited, each for a whole group or for an order"),
    )
    if release.quotes:
        words = f"of at most {policy.quote_words} words, of cited pages, all in the list of words that may"
        leaves += (Line("quotes", len(release.quotes), words),)
    return Preview(
        leaves=leaves,
        coarsened=(*_places(release), *_periods(release), *_persons(release), *_outcomes(release)),
        withheld=tuple(Line(f"{w.what}s", w.number, w.why) for w in release.withheld),
        fields=tuple(sorted(name for name, f in fields().items() if _stays(name, policy))),
        linked=tuple(sorted(_named(release))),
        retold=len(release.linked.published),
        withdrawn=release.withdrawn,
    )


def _named(release: Release) -> Iterator[str]:
    """The incidents of the casebook that linked rows are: rows have no ids yet that one could look up."""
    wanted = set(release.linked.unpublished)
    return (kept.accounts[0] for kept in release.past.kept if kept.row.id in wanted) if wanted else iter(())


def _stays(name: str, policy: Policy) -> bool:
    return fields()[name].sensitivity in RELEASABLE and not policy.lets(name)


def _places(release: Release) -> list[Line]:
    levels = Counter[str]()
    for alike, _, number in release.rows.counted():
        levels[alike.region.level if alike.region else "none"] += number
    said = {"none": "no place"}
    return [Line("place", n, said.get(level, f"the {level}")) for level, n in levels.most_common()]


def _periods(release: Release) -> list[Line]:
    kinds = Counter[str]()
    for alike, _, number in release.rows.counted():
        kinds[period_kind(alike.period)] += number
    return [Line("date", n, kind) for kind, n in kinds.most_common()]


def _persons(release: Release) -> list[Line]:
    told = sum(n for alike, _, n in release.rows.counted() if alike.role or alike.sex or alike.age)
    return (
        [Line("persons", told, "role, sex and age in bands, as far as the policy lets them")] if told else []
    )


def _outcomes(release: Release) -> list[Line]:
    withheld = sum(n for _, told, n in release.rows.counted() if told.outcome.act is None)
    why = "the sort of act alone: its group has too few different outcomes"
    return [Line("outcome", withheld, why)] if withheld else []


def period_kind(period: str) -> str:
    """What sort of period a release gives, in words."""
    first, slash, _ = period.partition("/")
    if not period:
        return "no date"
    if slash:
        return "a week" if len(first) == 10 else "a span of years"
    if len(period) == 7:
        return "a season" if period[5:] > "20" else "a month"
    return "a year" if len(period) == 4 else "the day"
