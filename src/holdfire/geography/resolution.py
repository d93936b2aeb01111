"""Names with their candidates → places: what a report's other names, its words and its outlet say decides.

Each candidate is weighed by the named weights below; what wins is the highest sum. Names that occur
together vote for the provinces and countries they may lie in, and every name's own vote is left out
when it is decided.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, log10
from typing import Literal

from holdfire.geography.entry import Entry, Level

SIZE = 1.0
"""Per power of ten of the population."""
LEVEL: dict[Level, float] = {"country": 3.0, "province": 1.6, "county": -1.2, "continent": 6.0, "region": 6.0}
"""What a kind of place weighs beyond its population."""
SUPPLEMENT = 5.0
"""Rows of our supplement and of the user carry no population."""
OTHER_NAME = -1.2
"""A candidate known by this name only secondarily."""
SAME_PROVINCE = 3.5
SAME_COUNTRY = 2.5
"""When all other names lie in the same province or country; less, the fewer do."""
OUTLET = 3.0
"""How many votes the place of the outlet has."""
DOMAIN = 2.0
"""How many votes the country of the outlet's domain has."""
NAMESAKE = 2.0
"""The place that the outlet is named after, or a division that holds it."""
HALF = 1.5
"""So many votes give half of SAME_PROVINCE or SAME_COUNTRY."""


@dataclass(slots=True)
class Named:
    """A name in a text and the places it may mean.

    `within` is the code of the division that the words say it lies in ("Rocky Mount, N.C."); `parent` and
    `twin` number the mentions that name its division or repeat the same place in brackets. `rule` is the
    name of the rule that found it.
    """

    start: int
    end: int
    name: str
    candidates: tuple[Entry, ...]
    kind: Literal["place", "demonym"] = "place"
    within: str = ""
    parent: int | None = None
    twin: int | None = None
    rule: str = "place.name"


@dataclass(slots=True)
class Group:
    """All mentions of a text that share a name and a stated division."""

    candidates: tuple[Entry, ...]
    members: list[int] = field(default_factory=list)
    prior: list[float] = field(default_factory=list)
    share: list[float] = field(default_factory=list)


def prior(entry: Entry) -> float:
    """How likely a place is before anything else is known."""
    weight = SIZE * log10(entry.population + 1) + LEVEL.get(entry.level, 0.0)
    if not entry.population and entry.level not in ("continent", "region"):
        weight += SUPPLEMENT
    return weight + entry.usage + (OTHER_NAME if entry.alias else 0.0)


def shares(weights: Sequence[float]) -> list[float]:
    """Weights as shares of one."""
    top = max(weights)
    raised = [exp(1.5 * (w - top)) for w in weights]
    total = sum(raised)
    return [r / total for r in raised]


def lies_in(entry: Entry, division: Entry) -> bool:
    """Whether an entry lies in a division, by the codes of its parents."""
    if entry.id == division.id:
        return False
    if division.level == "country":
        return entry.country == division.country
    if division.level == "province":
        return bool(division.province) and entry.province == division.province and entry.level != "province"
    return division.level == "county" and entry.county == division.id


def narrowed(named: Named, mentions: Sequence[Named]) -> tuple[Entry, ...]:
    """The candidates that lie where the words say, or all where none does."""
    held: list[Entry] = []
    if named.within:
        code = named.within
        held = [e for e in named.candidates if e.province == code or (e.country == code and e.id != code)]
    elif named.parent is not None:
        divisions = [
            d for d in mentions[named.parent].candidates if d.level in ("country", "province", "county")
        ]
        held = [e for e in named.candidates if any(lies_in(e, d) for d in divisions)]
    elif named.twin is not None:
        ids = {e.id for e in mentions[named.twin].candidates}
        held = [e for e in named.candidates if e.id in ids]
    return tuple(held) or named.candidates


def grouped(mentions: Sequence[Named]) -> list[Group]:
    """Mentions of one name together; a mention whose division is stated decides for those where it is not."""
    said: dict[tuple[str, bool], tuple[Entry, ...]] = {}
    groups: dict[tuple[str, tuple[Entry, ...]], Group] = {}
    kept = [narrowed(m, mentions) for m in mentions]
    for m, few in zip(mentions, kept, strict=True):
        if len(few) < len(m.candidates):
            said.setdefault((m.name, True), few)
    for n, (m, few) in enumerate(zip(mentions, kept, strict=True)):
        if not few:
            continue
        chosen = few if len(few) < len(m.candidates) else said.get((m.name, True), few)
        key = (m.name, chosen)
        group = groups.setdefault(key, Group(chosen))
        group.members.append(n)
    return list(groups.values())


def votes(groups: Sequence[Group]) -> tuple[dict[str, float], dict[str, float]]:
    """How many names speak for each province and each country."""
    provinces: dict[str, float] = defaultdict(float)
    countries: dict[str, float] = defaultdict(float)
    for group in groups:
        for entry, share in zip(group.candidates, group.share, strict=True):
            countries[entry.country] += share
            if entry.province:
                provinces[entry.province] += share
    return provinces, countries


def support(count: float, most: float) -> float:
    """Votes as a share of one, with diminishing returns."""
    return most * count / (count + HALF)


def weigh(group: Group, provinces: dict[str, float], countries: dict[str, float]) -> list[float]:
    """The sum of each candidate's weights, the group's own votes left out."""
    own_provinces, own_countries = votes([group])
    out = []
    for entry, base in zip(group.candidates, group.prior, strict=True):
        p, c = entry.province, entry.country
        total = base + support(countries[c] - own_countries[c], SAME_COUNTRY)
        if p:
            total += support(provinces[p] - own_provinces[p], SAME_PROVINCE)
        out.append(total)
    return out


def resolve(
    mentions: Sequence[Named], *, outlet: Sequence[Entry] = (), country: str = ""
) -> list[Entry | None]:
    """The place that each mention means, or None where no place of the name is known.

    `outlet` are the places that the outlet may be from and `country` is the country of its domain.
    """
    groups = grouped(mentions)
    home = {e.id for e in outlet}
    for group in groups:
        group.prior = [prior(e) + (NAMESAKE if e.id in home else 0.0) for e in group.candidates]
        group.share = shares(group.prior)
    extra = Group(tuple(outlet))
    if outlet:
        extra.share = [OUTLET * s for s in shares([prior(e) for e in outlet])]
    for _ in range(2):
        provinces, countries = votes([*groups, extra] if outlet else groups)
        if country:
            countries[country] += DOMAIN
        for group in groups:
            if len(group.candidates) > 1:
                group.share = shares(weigh(group, provinces, countries))
    out: list[Entry | None] = [None] * len(mentions)
    for group in groups:
        best = group.candidates[max(range(len(group.share)), key=group.share.__getitem__)]
        for n in group.members:
            out[n] = best
    return out
