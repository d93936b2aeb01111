"""Orders as whole reports tell them: several things to be done, rules of before, papers, sides, voices."""

import pytest

from tests.reading.slots import names

CLAUSES = {
    "Guards were ordered to call out, to fire in the air, and, if people go on, to aim at the legs.": (
        "obligation call out",
        "obligation fire_warning_shot",
        "obligation fire",
    ),
    "Under the new rules border posts must first sound a siren, then fire into the air.": (
        "obligation sound siren",
        "obligation fire_warning_shot",
    ),
    "Border guards ordered to search boats, shoot smugglers": ("obligation search boat", "obligation fire"),
    "The army ordered its men to lay mines along the river.": ("obligation lay_mines",),
    "The White House authorized troops to use force, including lethal force, at the fence.": (
        "permission use force",
    ),
    "Soldiers have standing orders to fire at any man who crosses the line.": ("obligation fire",),
    "The order says that sentries have to shoot and that they may not ask for a password.": (
        "obligation fire",
        "prohibition ask",
    ),
    "The two armies decided to hold joint patrols along the border.": ("obligation hold patrol",),
    "The memo lets soldiers perform searches and arrests at the fence.": (
        "permission search",
        "permission detain",
    ),
    "The order says guards have to fire a shot into the air first.": ("obligation fire_warning_shot",),
    "The president signed a decree allowing border guards to fire at boats.": ("permission fire",),
    "The two armies agreed Saturday to a complete cease-fire and to pull back their guns.": (
        "prohibition fire",
        "obligation pull back gun",
    ),
    "The army ordered residents living near the border to leave their homes.": ("obligation leave home",),
    "Border guards received a directive stating that they should fire flares.": ("obligation fire_flare",),
    "Residents were warned that anyone caught near the river would be shot.": ("obligation fire",),
    "Troops are required to fire warning shots, and may aim at the legs only if a man goes on.": (
        "obligation fire_warning_shot",
        "permission fire",
    ),
}


def acts(order) -> list[str]:
    """The clauses of an order, each as its force and act."""
    return [f"{c.modality} {c.act.value}" for c in order.clauses]


@pytest.mark.parametrize(("words", "clauses"), CLAUSES.items(), ids=str)
def test_everything_that_is_to_be_done_is_a_clause(record, words, clauses):
    (order,) = record(words).orders
    assert sorted(acts(order)) == sorted(clauses)


def test_only_the_last_of_several_things_hangs_on_the_condition_beside_it(record):
    words = "Troops are required to fire warning shots, and may aim at the legs only if a man goes on."
    first, last = record(words).orders[0].clauses
    assert first.condition is None
    assert last.condition is not None


FORMER = (
    "The army ordered guards on Friday to fire flares. Until now they had to shoot at once.",
    "The army ordered guards on Friday to fire flares. Previously, guards could shoot only in self-defence.",
    "The army ordered guards on Friday to fire flares. Until this month guards were allowed to shoot.",
)


@pytest.mark.parametrize("words", FORMER)
def test_what_held_before_is_another_order_and_background(record, words):
    now, before = record(words, published="2024-05-15").orders
    assert (now.salience, before.salience) == ("main", "background")
    assert acts(now) == ["obligation fire_flare"]


def test_what_guards_had_to_do_is_no_rule(record):
    assert record("Guards had to fire at the boat on Friday.").orders == ()


def test_a_proclamation_is_whose_it_is_and_holds_where_it_says(record):
    words = (
        "Anyone who enters the zone will be shot, the paper says. "
        "The Ministry of Social Security issued a proclamation titled “On the zone” on August 25. "
        "The proclamation sets up a zone along the Tumen River."
    )
    (order,) = record(words, published="2020-09-10").orders
    assert order.issuer.value.name == "Ministry of Social Security"
    assert order.issued.value == "2020-08-25"
    assert names(order.places)


def test_an_order_of_a_body_is_not_that_of_the_authorities(record):
    words = (
        "North Korean authorities ordered guards to shoot smugglers. "
        "The order, issued by the Supreme Command on June 10, was sent to all brigades."
    )
    (order,) = record(words, published="2021-06-18").orders
    assert order.issuer.value.name == "Supreme Command"
    assert names(order.addressees) == ["guards", "all brigades"]


def test_what_soldiers_were_told_and_what_the_army_says_of_its_rules_are_two(record):
    words = (
        "Soldiers have standing orders to fire at anyone near the fence, two conscripts told the paper. "
        "The army said its rules strictly prohibit fire at people who pose no threat."
    )
    told, rules = record(words).orders
    assert (acts(told), acts(rules)) == (["obligation fire"], ["prohibition fire"])


SPEAKERS = {
    "The Joint Chiefs of Staff said Friday it has ordered all units to return fire.": "Joint Chiefs of Staff",
    "The ministry put its losses at three, and said its guards had orders to fire at boats.": "ministry",
    "The border guard has told its men not to fire, its director, Colonel Haque, said in Dhaka.": "director",
    "A sergeant said nothing was new. “My unit was told to shoot at boats.”": "sergeant",
}


@pytest.mark.parametrize(("words", "speaker"), SPEAKERS.items(), ids=str)
def test_who_tells_of_an_order(record, words, speaker):
    (order,) = record(words).orders
    assert speaker in {v.value.speaker for v in order.attribution}


def test_who_speaks_in_a_quotation_is_not_who_says_something_behind_it(record):
    words = (
        "“The officer was drunk,” said a former guard of the regiment. "
        "He said the regiment had received a directive from the ministry to shoot at boats."
    )
    (order,) = record(words).orders
    assert any("guard" in v.value.speaker for v in order.attribution)
    assert not any("officer" in v.value.speaker for v in order.attribution)


NONE = (
    "Turkey: End orders to fire at refugees, group says",
    "An order to shoot at people who cross would be illegal and need not be obeyed.",
    "The judiciary ordered the release of two guards.",
    "Troops may not enforce civilian law.",
    "There was a law on the border.",
    "Officials are not allowed to speak about the shooting.",
)


@pytest.mark.parametrize("words", NONE)
def test_what_only_looks_like_an_order(record, words):
    assert record(words).orders == ()


def test_why_an_order_was_given_is_no_condition_and_its_place_none_of_the_order(record):
    words = "The ministry told guards in Hatay to keep away from the wall after a man was shot in Kilis."
    (order,) = record(words).orders
    assert order.clauses[0].condition is None
    assert not any("Kilis" in name for name in names(order.places))
