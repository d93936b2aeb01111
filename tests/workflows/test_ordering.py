"""Which order was in force, as pages ask: no more than they show, and the same as when all is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.corroboration.corroborating import Corroborated
from holdfire.workflows.casebook.ordering import Case, answer, answer_in_part
from tests.assessment.orders import FIRE, NO_FIRE, ask, ledger, order, whole_line
from tests.assessment.test_index import DAYS, SOME, TOWNS, UNITS, _orders

EVERY = 50
"""More than a story of these has: orders, acts."""


def _case(*orders):
    return Case(Corroborated((), tuple(orders)), {}, ledger(*orders))


def _no_words(_orders):
    return {}


@pytest.mark.slow
@SOME
@given(_orders(), st.sampled_from(TOWNS), DAYS, st.sampled_from((None, *UNITS)), st.booleans())
def test_an_answer_in_part_is_a_part_of_the_whole(orders, town, day, unit, any_act):
    question = ask(town, day, unit, None if any_act else "live_fire")
    whole = answer(_case(*orders), question)
    found, counts = answer_in_part(ledger(*orders), question, _no_words, most=EVERY)
    assert found == whole
    assert +counts == {
        truth: number
        for truth in ("yes", "possibly", "no")
        if (number := sum(each.truth == truth for each in whole.orders))
    }


@pytest.mark.parametrize("most", [1, 2, 5])
def test_no_more_is_shown_than_was_asked_for_and_all_are_counted(most):
    held = [order(f"held{n}", FIRE, issued=f"202{n}", area=whole_line()) for n in range(3)]
    later = [order(f"later{n}", NO_FIRE, issued=f"203{n}", area=whole_line()) for n in range(3)]
    question = ask("Musan", "2025-01-01", None, None)
    asked_for: list[str] = []

    def words(orders):
        asked_for.extend(each.id for each in orders)
        return {}

    found, counts = answer_in_part(ledger(*held, *later), question, words, most=most)
    assert +counts == {"yes": 3, "no": 3}
    assert set(asked_for) == set(["held2", "held1", "held0"][:most])
    there = [each.id for each in found.orders if each.truth != "no"]
    gone = [each.id for each in found.orders if each.truth == "no"]
    assert there == ["held2", "held1", "held0"][:most]
    assert gone == ["later2", "later1", "later0"][:most]
