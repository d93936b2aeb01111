"""What an estimate says in words, and what always stands beside it."""

from holdfire.analysis.answers import Estimate
from holdfire.analysis.figures import Size
from holdfire.views.estimate import ASSUMPTIONS, estimate_page
from tests.analysis.asking import estimated
from tests.analysis.test_estimate import made


def page(counts, **more):
    return estimate_page(estimated(made(counts)), what="incidents", title="Musan", **more)


def test_the_interval_over_models_is_said_first():
    said = page([60, 50, 20, 40, 15, 12, 6]).said
    assert said[0].startswith("203 incidents on 3 lists; in all between")
    assert said[1].startswith("By the model that fits best")


def test_a_refusal_says_why_and_still_what_was_seen():
    made_of = page([5, 4, 0, 3, 0, 0, 0])
    assert "cannot be said: 12 seen are too few" in made_of.said[0]
    assert [each.label for each in made_of.figures if not each.withheld] == ["seen"]


def test_one_reason_is_told_once():
    made_of = page([5, 4, 3])
    assert "2 lists are too few" in made_of.said[0]
    assert not any("too few" in each.note for each in made_of.figures)


def test_assumptions_are_always_there_and_notes_stand_among_the_caveats():
    for counts in ([60, 50, 20, 40, 15, 12, 6], [5, 4, 0, 3, 0, 0, 0]):
        assert page(counts).assumptions == ASSUMPTIONS
    assert page([60, 50, 20, 40, 15, 12, 6], notes=("A note.",)).caveats[-1] == "A note."


def test_lists_that_share_nothing_are_named():
    caveats = page([60, 50, 0, 40, 15, 12, 0]).caveats
    assert any(each == "Nothing is on both of b and c." for each in caveats), caveats


def test_models_that_disagree_are_said_to():
    lists = made([60, 50, 20, 40, 15, 12, 6])
    narrow, wide = Size(300, 280, 330), Size(340, 260, 600)
    said = [
        any(
            "Models that fit nearly as well disagree" in each
            for each in estimate_page(found, what="", title="").caveats
        )
        for found in (Estimate(lists, narrow, wide, narrow), Estimate(lists, narrow, narrow, narrow))
    ]
    assert said == [True, False]
