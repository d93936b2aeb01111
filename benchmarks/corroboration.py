"""How fast reported incidents are brought together: `python -m benchmarks.corroboration [NUMBER]`.

The incidents are synthetic: each is told by one to five accounts that differ in their words; some leave out
the date or the place. A larger world has more towns, in proportion, and more words, by Heaps' law. splink,
where it is installed, links the same accounts by day, town, counts and words, with rules simpler than ours;
its time is for linking alone.
"""

import importlib.util
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from math import log
from typing import TypeVar

from holdfire.corroboration.account import Account, Days, Point, Range
from holdfire.corroboration.clusters import cluster
from holdfire.corroboration.matching import matches
from holdfire.corroboration.rarity import HIGHEST
from holdfire.corroboration.telling import AT_MOST, RARE, SIGNS, Telling

NUMBER = 100_000
YEARS = 10
PER_TOWN = 33
"""Accounts of one town, as far as a world is large enough: ten years of them."""
WORDS_AT, VOCABULARY, HEAPS = 100_000, 400_000, 0.6
"""So many words at so many accounts; they grow with this power of the number of accounts (Heaps 1978)."""
T = TypeVar("T")


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER
    accounts, truth = world(number, seed=1)
    print(f"{len(accounts):,} accounts of {len(set(truth.values())):,} synthetic incidents, one core\n")
    pairs, compared = _timed(lambda: matches(accounts, "incident"))
    found, clustered = _timed(lambda: cluster(pairs))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    right, said = _pairs([[truth[m] for m in members] for members in found.clusters])
    told = _pairs([list(of) for of in _by_incident(truth).values()])[1]
    print(f"{'':26}{'seconds':>9}   ")
    print(f"{'holdfire, compared':26}{compared:9.1f}   {len(pairs):,} pairs")
    print(f"{'holdfire, clusters':26}{clustered:9.1f}   {len(found.clusters):,} clusters")
    how_well = f"precision {right / said:.3f}, recall {right / told:.3f}; peak {memory:,.0f} MB"
    print(f"{'holdfire, together':26}{compared + clustered:9.1f}   {how_well}")
    if importlib.util.find_spec("splink"):
        linked, seconds = _timed(lambda: _splink(accounts))
        ratio = f"holdfire takes {(compared + clustered) / seconds:.2f} times as long"
        print(f"{'splink, linked':26}{seconds:9.1f}   {linked:,} pairs; {ratio}")
    else:
        print("splink is not installed: no comparison")


def world(number: int, *, seed: int) -> tuple[list[Account], dict[str, int]]:
    """So many accounts, and the number of the incident that each tells of."""
    chance = random.Random(seed)
    towns = [(chance.uniform(-60, 65), chance.uniform(-180, 180)) for _ in range(number // PER_TOWN + 1)]
    vocabulary = round(VOCABULARY * (number / WORDS_AT) ** HEAPS)
    accounts: list[Account] = []
    truth: dict[str, int] = {}
    incident = 0
    while len(accounts) < number:
        incident += 1
        for account in _told(chance, chance.choice(towns), len(accounts), vocabulary):
            accounts.append(account)
            truth[account.id] = incident
    return accounts, truth


def _told(chance: random.Random, town: tuple[float, float], first: int, vocabulary: int) -> Iterator[Account]:
    """The accounts of one incident."""
    day = 730_000 + chance.randrange(365 * YEARS)
    killed, injured = chance.choice([0, 0, 1, 1, 2, 3, 5]), chance.randrange(4)
    story = [_word(chance, vocabulary) for _ in range(90)]
    nothing: frozenset[str] = frozenset()
    for number in range(first, first + chance.choice([1, 1, 1, 2, 2, 3, 5])):
        words = [w for w in story if chance.random() < 0.6] + [_word(chance, vocabulary) for _ in range(30)]
        when = day + chance.choice([0, 0, 0, 0, 1])
        place = Point(town[0] + chance.gauss(0, 0.01), town[1] + chance.gauss(0, 0.01), 3.0)
        yield Account(
            id=f"{number:08x}",
            kind="incident",
            report=f"r{number}",
            main=True,
            published=day + chance.randrange(4),
            days=Days(when, when) if chance.random() < 0.85 else None,
            points=(place,) if chance.random() < 0.85 else (),
            places=nothing,
            acts=frozenset(["fire"]),
            means=frozenset(["live_fire"]),
            who=frozenset(["police"]),
            target="person",
            again=False,
            counts={"killed": Range(killed, killed), "injured": Range(injured, injured)},
            telling=_telling(words),
        )


def _word(chance: random.Random, vocabulary: int) -> int:
    """The rank of a word: common ones often, as words of a language are."""
    return min(int(chance.paretovariate(0.6)), vocabulary)


def _rarity(word: int) -> float:
    return min(HIGHEST, max(0.0, 1.6 * log(word) - 4.28))


def _telling(words: list[int]) -> Telling:
    weights = {w * 2_654_435_761 % 2**32: round(_rarity(w) * 4) / 4 for w in words if _rarity(w) > 1}
    heavy = dict(sorted(weights.items(), key=lambda item: -item[1])[:AT_MOST])
    signs = [word for word, weight in heavy.items() if weight >= RARE][:SIGNS]
    return Telling(tuple(heavy), tuple(heavy.values()), (), (), tuple(signs), ())


def _splink(accounts: list[Account]) -> int:
    """How many pairs splink links, with weights that it estimates itself."""
    import pyarrow
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    columns = {
        "unique_id": [a.id for a in accounts],
        "day": [a.days.first if a.days else None for a in accounts],
        "town": [f"{a.points[0].lat:.0f} {a.points[0].lon:.0f}" if a.points else None for a in accounts],
        "killed": [a.counts["killed"].low for a in accounts],
        "injured": [a.counts["injured"].low for a in accounts],
        "word": [a.telling.signs[0] if a.telling.signs else None for a in accounts],
        "words": [list(a.telling.words) for a in accounts],
    }
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[block_on("day", "town"), block_on("word")],
        comparisons=[
            compare.ExactMatch("day"),
            compare.ExactMatch("town"),
            compare.ExactMatch("killed"),
            compare.ExactMatch("injured"),
            compare.ArrayIntersectAtSizes("words", [20, 10, 5]),
        ],
    )
    database = DuckDBAPI()
    linker = Linker(database.register(pyarrow.table(columns)), settings, log_level="ERROR")
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("day", "town"))
    return len(linker.inference.predict(threshold_match_probability=0.5).as_record_list())


def _by_incident(truth: dict[str, int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for incident in truth.values():
        found.setdefault(incident, []).append(incident)
    return found


def _pairs(clusters: list[list[int]]) -> tuple[int, int]:
    """How many pairs of the clusters are of one incident, and how many there are."""
    right = sum(n * (n - 1) // 2 for each in clusters for n in Counter(each).values())
    return right, sum(len(each) * (len(each) - 1) // 2 for each in clusters)


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    return work(), time.perf_counter() - start


if __name__ == "__main__":
    main()
