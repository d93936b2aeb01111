"""How fast orders are asked: `python -m benchmarks.in_force [INCIDENTS]`.

A synthetic world of 1,000 orders along 30 borders over ten years (stretches between towns, strips, whole
lines, single towns), and incidents at towns by these borders. Each incident is held against the order in
force: which orders held there and then, what replaced what, which clause governs. Beside it stands what
shapely alone takes for the distances from each incident to the outlines of all orders, all asked of all.
"""

import random
import sys
import time
from collections import Counter
from datetime import date, timedelta

import numpy as np
import shapely

from holdfire.assessment.conduct import conduct
from holdfire.assessment.history import history
from holdfire.assessment.in_force import OrderLedger
from holdfire.errors import PlaceError
from holdfire.geography.areas import corridor_area
from holdfire.geography.corridor import corridor
from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.geography.lines import BorderLine, border_line, pairs
from holdfire.model.corroborated import Attested, Incident, Line, Norm, Order
from holdfire.model.party import Party
from holdfire.model.place import Area, Width

ORDERS, INCIDENTS, BORDERS, TOWNS = 1_000, 100_000, 30, 60
ISSUERS = ("government", "Ministry of Defence", "27th Brigade", "North Korea", None)
FORCES = ("obligation", "permission", "prohibition")
MEANS = ("live_fire", "live_fire", "flare", "warning_shot", "less_lethal")
YEARS = 3650
LIMIT_S = 10.0


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else INCIDENTS
    orders, incidents = world(ORDERS, number, seed=1)
    print(f"{len(orders):,} orders, {len(incidents):,} incidents, one core\n")
    begun = time.process_time()
    ledger = OrderLedger(history(orders, {}), shipped_gazetteer())
    ready = time.process_time() - begun
    begun = time.process_time()
    verdicts = Counter(conduct(each, ledger).verdict for each in incidents)
    asked = time.process_time() - begun
    print(f"{'':34}{'seconds':>9}")
    print(f"{'orders made ready':34}{ready:9.1f}")
    print(f"{'incidents against orders in force':34}{asked:9.1f}   {len(incidents) / asked:,.0f} a second")
    told = ", ".join(f"{count:,} {name}" for name, count in verdicts.most_common())
    print(f"{'together':34}{ready + asked:9.1f}   limit {LIMIT_S:.0f} s for 100,000; {told}")
    print(f"{'all distances, by shapely alone':34}{_all_distances(ledger, incidents):9.1f}   for all pairs")


def world(orders: int, incidents: int, *, seed: int) -> tuple[list[Order], list[Incident]]:
    """Orders and incidents by borders of the world."""
    chance = random.Random(seed)
    lines = [line for pair in chance.sample(pairs(), BORDERS) if (line := border_line(pair)) is not None]
    towns = {line.pair: _towns(line, chance) for line in lines}
    made = [_order(n, chance.choice(lines), towns, chance) for n in range(orders)]
    return made, [_incident(n, towns[chance.choice(lines).pair], chance) for n in range(incidents)]


def _towns(line: BorderLine, chance: random.Random) -> list[Entry]:
    """Towns within some kilometres of a line, in the order in which they lie along its longest part."""
    points = line.parts[0]
    at = sorted(chance.randrange(len(points)) for _ in range(TOWNS))
    country = line.pair[:2]
    return [
        Entry(f"{line.pair}-{n}", f"Town {n}", "city", points[i][1] + chance.gauss(0, 0.05),
              points[i][0] + chance.gauss(0, 0.05), country, error_km=3.0)
        for n, i in enumerate(at)
    ]  # fmt: skip


def _area(line: BorderLine, towns: list[Entry], chance: random.Random) -> Area | None:
    kind = chance.random()
    if kind < 0.1:
        return Area("line", along=line.pair)
    if kind < 0.3:
        return Area("zone", along=line.pair, side=line.pair[:2], width_km=Width(1, 2))
    first = chance.randrange(len(towns) - 8)
    try:
        return corridor_area(corridor(line, towns[first], towns[first + chance.randint(2, 7)])).area
    except PlaceError:
        return None


def _order(number: int, line: BorderLine, towns: dict[str, list[Entry]], chance: random.Random) -> Order:
    there = towns[line.pair]
    area = _area(line, there, chance) if chance.random() < 0.8 else None
    issued = _day(chance)
    end = _day(chance, issued) if chance.random() < 0.3 else None
    issuer = chance.choice(ISSUERS)
    norms = [
        Norm(chance.choice(FORCES), "use", means, condition="who resist" if chance.random() < 0.2 else None)
        for means in chance.sample(MEANS, 2)
    ]
    return Order(
        f"o{number}", (f"o{number}",), ("r",), (Line(("r",)),), "main", Attested("order", ("r",), 1),
        issuer=Attested(Party(issuer, "state"), ("r",), 1) if issuer else None,
        addressees=(Attested(Party("border guards", "border guard"), ("r",), 1),),
        clauses=tuple(Attested(norm, ("r",), 1) for norm in norms),
        areas=(Attested(area, ("r",), 1),) if area is not None else (),
        places=() if area is not None else (Attested(chance.choice(there).place, ("r",), 1),),
        issued=Attested(issued, ("r",), 1),
        effective_to=Attested(end, ("r",), 1) if end else None,
    )  # fmt: skip


def _incident(number: int, towns: list[Entry], chance: random.Random) -> Incident:
    means = chance.choice(MEANS)
    return Incident(
        f"i{number}", (f"i{number}",), ("r",), (Line(("r",)),), "main", Attested("happened", ("r",), 1),
        Attested("fire" if means == "live_fire" else "use", ("r",), 1),
        date=Attested(_day(chance), ("r",), 1),
        places=(Attested(chance.choice(towns).place, ("r",), 1),),
        means=Attested(means, ("r",), 1),
    )  # fmt: skip


def _day(chance: random.Random, after: str | None = None) -> str:
    first = date.fromisoformat(after) if after else date(2014, 1, 1)
    return (first + timedelta(days=chance.randrange(1, YEARS))).isoformat()


def _all_distances(ledger: OrderLedger, incidents: list[Incident]) -> float:
    """How long shapely takes for the distance of a hundredth of all pairs, times a hundred."""
    shapes = [r.outline.shape for v in ledger.history.versions for r in v.reaches if r.outline is not None]
    points = shapely.points(
        np.array([[p.value.lon, p.value.lat] for i in incidents[::100] for p in i.places])
    )
    begun = time.process_time()
    for shape in shapes:
        shapely.distance(shape, points)
    return (time.process_time() - begun) * 100


if __name__ == "__main__":
    main()
