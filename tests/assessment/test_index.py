"""Orders looked through by time and place: the same answers as when each is asked."""

import random

from holdfire.assessment.in_force import OrderLedger
from tests.assessment.orders import (
    FIRE,
    FLARE,
    NO_FIRE,
    ask,
    by,
    ledger,
    order,
    place,
    stretch,
    whole_line,
    zone,
)

TOWNS = ("Hoeryong", "Musan", "Hyesan", "Sinuiju", "Manpo", "Pyongyang", "Dandong", "42.226,129.208")
AREAS = (None, zone(), whole_line(), stretch("Hoeryong", "Musan"), stretch("Sinuiju", "Uiju"))


def _world(chance: random.Random, number: int) -> OrderLedger:
    return ledger(*(_order(chance, f"o{n}") for n in range(number)))


def _order(chance, name):
    area = chance.choice(AREAS)
    year = chance.randint(2018, 2023)
    return order(
        name,
        chance.choice((FIRE, NO_FIRE, FLARE)),
        issued=chance.choice((f"{year}-03-01", f"{year}-05", None)),
        end=chance.choice((None, None, f"{year + 1}-01-31")),
        area=area,
        issuer=chance.choice(("government", "Ministry of Defence", None)),
        places=(by(place(chance.choice(TOWNS[:6])).place),) if area is None else (),
    )


def test_what_is_passed_over_was_not_in_force():
    chance = random.Random(7)
    for _ in range(4):
        made = _world(chance, 12)
        for town in TOWNS:
            question = ask(
                town, f"{chance.randint(2018, 2024)}-06-15", act=chance.choice((None, "live_fire"))
            )
            asked = {s.version.id: (s.truth, [c.truth for c in s.clauses]) for s in made.standings(question)}
            found = {s.version.id: (s.truth, [c.truth for c in s.clauses]) for s in made.live(question)}
            assert found == {name: told for name, told in asked.items() if told[0].value != "no"}
