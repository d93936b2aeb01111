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

import msgspec

from holdfire.geography.distance import km
from holdfire.geography.entry import Entry, Level

DIVISIONS = frozenset({"country", "province", "county"})
SETTLED = frozenset({"province", "county", "city"})
SIZE = 0.7
"""Per power of ten of the population."""
LEVEL: dict[Level, float] = {"country": 3.0, "province": 1.6, "county": -1.2, "continent": 6.0, "region": 6.0}
"""What a kind of place weighs beyond its population."""
SUPPLEMENT = 5.0
"""Rows of our supplement and of the user carry no population."""
OTHER_NAME = -1.2
"""A candidate known by this name only secondarily."""
SAME_PROVINCE = 3.5
SAME_COUNTRY = 2.5
SAME_COUNTY = 3.5
"""When all other names may lie in the same province, country or county; less, the fewer do."""
OUTLET = 1.5
"""How many votes the place of the outlet has."""
DOMAIN = 2.0
"""How many votes the country of the outlet's domain has."""
SEAT = -3.0
"""A division that is named like its town, when nothing but the name is said."""
LARGE_BESIDE = 0.2
"""The share of a province's people that a town apart from it has, for the town to be meant first."""
NAMESAKE = 2.0
"""The place that the outlet is named after, or a division that holds it."""
HALF = 1.5
"""So many votes give half of SAME_PROVINCE or SAME_COUNTRY."""
HALF_COUNTY = 0.3
"""And half of SAME_COUNTY: that two names share a county is seldom chance."""
STRAY = 200_000
"""A place of fewer people is not taken where all else speaks of other countries and lies far off."""
SPOKEN_OF = 0.3
"""So many votes speak of a country."""
ELSEWHERE = 1.5
"""So many votes for other countries say where a text is at home."""
NEAR_KM = 300.0
"""Within it of another place of the text a place is believed, whatever its country."""


class Named(msgspec.Struct):
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

    @property
    def best(self) -> Entry:
        """The candidate with the largest share."""
        return self.candidates[max(range(len(self.share)), key=self.share.__getitem__)]


def prior(entry: Entry) -> float:
    """How likely a place is before anything else is known."""
    weight = SIZE * log10(entry.population + 1) + LEVEL.get(entry.level, 0.0)
    if not entry.population and entry.source != "GeoNames" and entry.level not in ("continent", "region"):
        weight += SUPPLEMENT
    return weight + entry.usage + (OTHER_NAME if entry.alias else 0.0)


def priors(candidates: Sequence[Entry], home: set[str]) -> list[float]:
    """What each candidate weighs by itself; `home` are the ids of the outlet's places."""
    towns = [e for e in candidates if e.level == "city"]
    out = []
    for entry in candidates:
        weight = prior(entry) + (NAMESAKE if entry.id in home else 0.0)
        named_like = entry.level == "province" and any(_is_its_town(t, entry) for t in towns)
        out.append(weight + SEAT if named_like else weight)
    return out


def _is_its_town(town: Entry, province: Entry) -> bool:
    """Whether a town lies in a province, or in its country and is large beside it ("Kyiv", "Moscow")."""
    large = town.country == province.country and town.population > LARGE_BESIDE * province.population
    return town.province == province.id or large


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


def divisions_of(named: Named) -> list[Entry]:
    """The countries, provinces and counties that a name may mean."""
    return [entry for entry in named.candidates if entry.level in DIVISIONS]


def within(entries: Sequence[Entry], divisions: Sequence[Entry]) -> list[Entry]:
    """Those of some places that lie in one of some divisions."""
    return [entry for entry in entries if any(lies_in(entry, division) for division in divisions)]


def narrowed(named: Named, mentions: Sequence[Named]) -> tuple[Entry, ...]:
    """The candidates that lie where the words say, or all where none does."""
    return tuple(_held(named, mentions)) or named.candidates


def _held(named: Named, mentions: Sequence[Named]) -> list[Entry]:
    """The candidates that lie where the words say; none where they say nothing."""
    if named.within:
        code = named.within
        return [e for e in named.candidates if e.province == code or (e.country == code and e.id != code)]
    if named.parent is not None:
        return within(named.candidates, divisions_of(mentions[named.parent]))
    if named.twin is not None:
        ids = {e.id for e in mentions[named.twin].candidates}
        return [e for e in named.candidates if e.id in ids]
    return []


def grouped(mentions: Sequence[Named]) -> list[Group]:
    """Mentions of one name together; a mention whose division is stated decides for those where it is not."""
    said: dict[tuple[str, bool], tuple[Entry, ...]] = {}
    groups: dict[tuple[str, int, str], Group] = {}
    kept = [narrowed(m, mentions) for m in mentions]
    for m, few in zip(mentions, kept, strict=True):
        if m.parent is not None:
            divisions = mentions[m.parent].candidates
            holding = tuple(d for d in divisions if d.level in DIVISIONS and any(lies_in(e, d) for e in few))
            kept[m.parent] = holding or kept[m.parent]
    for m, few in zip(mentions, kept, strict=True):
        if len(few) < len(m.candidates):
            said.setdefault((m.name, True), few)
    for n, (m, few) in enumerate(zip(mentions, kept, strict=True)):
        if not few:
            continue
        chosen = few if len(few) < len(m.candidates) else said.get((m.name, True), few)
        key = (m.name, len(chosen), chosen[0].id)
        group = groups.setdefault(key, Group(chosen))
        group.members.append(n)
    return list(groups.values())


Votes = dict[str, float]


def votes(groups: Sequence[Group]) -> Votes:
    """How many names speak for each country, province and county, by their codes."""
    out: Votes = defaultdict(float)
    for group in groups:
        for entry, share in zip(group.candidates, group.share, strict=True):
            out[entry.country] += share
            if entry.province:
                out[entry.province] += share
                if entry.county:
                    out[entry.county] += share
    return out


def support(count: float, *, most: float, half: float = HALF) -> float:
    """Votes as a share of the most they can give, with diminishing returns."""
    return most * count / (count + half) if count > 0 else 0.0


def weigh(group: Group, cast: Votes) -> list[float]:
    """The sum of each candidate's weights, the group's own votes left out."""
    own = votes([group])
    out = []
    for entry, base in zip(group.candidates, group.prior, strict=True):
        country, province, county = entry.country, entry.province, entry.county
        total = base + support(cast[country] - own[country], most=SAME_COUNTRY)
        if province:
            total += support(cast[province] - own[province], most=SAME_PROVINCE)
            if county:
                total += support(cast[county] - own[county], most=SAME_COUNTY, half=HALF_COUNTY)
        out.append(total)
    return out


def resolve(
    mentions: Sequence[Named], *, outlet: Sequence[Entry] = (), country: str = ""
) -> list[Entry | None]:
    """The place that each mention means, or None where no place of the name is known or only a stray one.

    `outlet` are the places that the outlet may be from and `country` is the country of its domain.
    """
    groups = grouped(mentions)
    home = {e.id for e in outlet}
    for group in groups:
        group.prior = priors(group.candidates, home)
        group.share = shares(group.prior)
    extra = Group(tuple(outlet))
    if outlet:
        extra.share = [OUTLET * s for s in shares([prior(e) for e in outlet])]
    for _ in range(2):
        cast = votes([*groups, extra] if outlet else groups)
        if country:
            cast[country] += DOMAIN
        for group in groups:
            if len(group.candidates) > 1:
                group.share = shares(weigh(group, cast))
    out: list[Entry | None] = [None] * len(mentions)
    backing = [*groups, extra] if outlet else groups
    for group in groups:
        best = group.best
        doubted = best.id not in home and is_stray(group, backing, country)
        if doubted and not any(best in _held(mentions[n], mentions) for n in group.members):
            continue
        for n in group.members:
            out[n] = best
    return out


def is_stray(group: Group, groups: Sequence[Group], country: str = "") -> bool:
    """Whether the place found for a name is a namesake: small, far off, in a country nothing else speaks of.

    A battalion's sector "Battal" in a text on Kashmir is not the village of that name in Turkey.
    """
    best = group.best
    if best.source != "GeoNames" or best.level not in SETTLED or best.population >= STRAY or best.usage:
        return False
    here, elsewhere = 0.0, DOMAIN if country else 0.0
    for other in groups:
        if other is group:
            continue
        for entry, share in zip(other.candidates, other.share, strict=True):
            if best.country in entry.country:  # "KP/CN" is both
                here += share
            elif entry.country:
                elsewhere += share
    if best.country == country or here > SPOKEN_OF or elsewhere < ELSEWHERE:
        return False
    return not any(_is_near(best, other.best) for other in groups if other is not group)


def _is_near(one: Entry, other: Entry) -> bool:
    if (
        other.level == "country"
        or one.lat is None
        or one.lon is None
        or other.lat is None
        or other.lon is None
    ):
        return False
    return km((one.lat, one.lon), (other.lat, other.lon)) <= NEAR_KM
