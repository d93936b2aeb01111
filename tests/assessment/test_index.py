"""Many questions at once: the same answers as when each order is asked for each question."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfire.assessment.conduct import conduct
from holdfire.assessment.governing import governing
from holdfire.assessment.in_force import OrderLedger
from holdfire.assessment.precedence import Precedence
from holdfire.model.corroborated import Attested, Incident, Line, Norm, StandsTo
from holdfire.model.party import Party
from holdfire.model.truth import Truth
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
UNITS = ("25th Brigade", "27th Brigade", "border guards")
NORMS = (
    FIRE,
    NO_FIRE,
    FLARE,
    Norm("prohibition", "fire", "live_fire", condition="by day"),
    Norm("obligation", "kill", condition="who resist"),
)
ISSUERS = ("government", "Ministry of Defence", "27th Brigade", None)
DAYS = st.sampled_from(
    ("2021", "2021-12-31", "2022-01", "2022-01-01", "2022-01-02", "2022-01-31/2022-02-02", "2022-02")
)
SOME = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

MANY = settings(SOME, max_examples=150)


class Plain(OrderLedger):
    """A ledger that keeps nothing: each order is asked, with its reasons, for each question."""

    def governing(self, question):
        asked = (self.standing(version, question) for version in self.history.versions)
        live = [standing for standing in asked if standing.truth is not Truth.NO]
        return tuple(governing(live, question, rules=self.rules, units=self.units))


@st.composite
def _order(draw, name: str, before: tuple[str, ...]):
    area = draw(st.sampled_from(AREAS))
    ties = st.builds(
        StandsTo, st.sampled_from(("reaffirms", "replaces")), st.none(), st.sampled_from(before or ("x",))
    )
    return order(
        name,
        *draw(st.lists(st.sampled_from(NORMS), max_size=3, unique=True)),
        issued=draw(st.none() | DAYS),
        start=draw(st.none() | DAYS),
        end=draw(st.none() | DAYS),
        area=area,
        issuer=draw(st.sampled_from(ISSUERS)),
        to=draw(st.sampled_from(((), (Party("border guards", "border guard"),), (Party(UNITS[0], "army"),)))),
        stands=tuple(draw(st.lists(ties, max_size=1))),
        places=() if area is not None else (by(place(draw(st.sampled_from(TOWNS[:6]))).place),),
        hours=tuple(map(by, draw(st.sampled_from(((), ("T20:00/T05:00",)))))),
        kind=draw(st.sampled_from(("order", "order", "threat", "proposal"))),
    )


@st.composite
def _orders(draw):
    number = draw(st.integers(1, 7))
    names = [f"o{n}" for n in range(number)]
    return [draw(_order(name, tuple(names[:n]))) for n, name in enumerate(names)]


@st.composite
def _incident(draw):
    unit = draw(st.sampled_from((None, *UNITS)))
    clock = draw(st.sampled_from((None, None, "22:00", "12:00")))
    found = place(draw(st.sampled_from(TOWNS[:3]))).place
    return Incident(
        "i", ("i",), ("r",), (Line(("r",)),), "main", by("happened"),
        by(draw(st.sampled_from(("fire", "kill", "use")))),
        date=Attested(draw(DAYS), ("r",), 1),
        time=by(clock) if clock else None,
        places=(by(found),),
        actor=(by(Party(unit, "border guard")),) if unit else (),
        means=draw(st.none() | st.sampled_from(("live_fire", "flare")).map(by)),
    )  # fmt: skip


@pytest.mark.slow
@SOME
@given(_orders(), st.sampled_from(TOWNS), DAYS, st.sampled_from((None, *UNITS)), st.booleans())
def test_what_is_passed_over_was_not_in_force(orders, town, day, unit, any_act):
    made = ledger(*orders)
    question = ask(town, day, unit, None if any_act else "live_fire")
    asked = {s.version.id: (s.truth, [c.truth for c in s.clauses]) for s in made.standings(question)}
    found = {s.version.id: (s.truth, [c.truth for c in s.clauses]) for s in made.live(question)}
    assert found == {name: told for name, told in asked.items() if told[0] is not Truth.NO}


@pytest.mark.slow
@MANY
@given(_orders(), st.lists(_incident(), min_size=12, max_size=24), st.booleans())
def test_answers_that_are_kept_are_those_of_each_question(orders, incidents, continues):
    rules = Precedence(("exception", "specific", "later", "higher"), continues)
    made = ledger(*orders, rules=rules)
    plain = Plain(made.history, made.known, made.units, made.rules)
    assert [conduct(each, made) for each in incidents] == [conduct(each, plain) for each in incidents]


def test_what_is_kept_for_a_unit_is_not_what_is_kept_for_all():
    brigade = Party("25th Brigade", "border guard")
    made = ledger(
        order("old", FIRE, issued="2020", area=whole_line()),
        order(
            "new", NO_FIRE, issued="2021", area=whole_line(), issuer="North Korea's cabinet", to=(brigade,)
        ),
    )
    for unit, rules_out in ((None, False), ("25th Brigade", True), (None, False)):
        (ruling,) = made.governing(ask("Hyesan", "2022-03-01", unit, "live_fire"))
        assert ruling.clause.version.id == "new"
        assert (ruling.over == ()) is rules_out
