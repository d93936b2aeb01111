"""Orders by the kind of their wording: leave given and taken, bans listed, days and givers told apart."""

import pytest

from tests.reading.slots import names
from tests.reading.test_unseen_orders import clauses

FORCES = {
    "The deal foresees a ban on shelling, a ban on drone flights and a ban on fishing in the lake.": [
        "prohibition shell",
        "prohibition fly",
        "prohibition fish",
    ],
    "Border guards lost the right to fire at cars that turn back.": ["prohibition fire"],
    "Border police were handed sweeping powers to detain anyone found near the wire.": ["permission detain"],
    "The command told sentries at the border to set off flares.": ["obligation fire_flare"],
    "The truce deal of the armies includes an end to hostilities, a pullback of guns and joint patrols.": [
        "prohibition fire",
        "obligation withdraw gun",
        "obligation patrol",
    ],
    "The two armies agreed to halt fire, to keep their troops in place and to open the road.": [
        "prohibition fire",
        "obligation keep troop",
        "obligation open road",
    ],
    "The army’s rules on the border call for soldiers to fire back.": ["obligation fire"],
    "The rules say that every shot at the border must be investigated, but the army has published nothing.": [
        "obligation investigate"
    ],
    "The policy bans firing at boats on the border river.": ["prohibition fire"],
    "India decided not to use lethal weapons on the border.": ["prohibition fire"],
    "“No person shall move within 500 metres of the border,” reads the order of the magistrate.": [
        "prohibition move"
    ],
    "The ministry revised its rules, empowering border commanders to sanction the use of firearms.": [
        "permission fire"
    ],
    "The force told its men on the border to use ‘non-lethal’ weapons.": ["obligation use_less_lethal"],
    "Under the old rules of engagement on the line, neither army opens fire on the other.": [
        "prohibition fire"
    ],
    "North Korea threatened military action if the drills on the border went on.": ["permission action"],
    "The army ordered guards not to shoot. Violators face jail.": [
        "prohibition fire",
        "obligation face jail",
    ],
}


@pytest.mark.parametrize(("words", "wanted"), FORCES.items(), ids=str)
def test_an_order_is_read_with_its_force(words, wanted, record):
    (order,) = record(words).orders
    assert clauses(order) == wanted


def test_an_authority_that_closes_a_crossing_on_a_day_gives_an_order(record):
    words = "Pakistan shut the Torkham crossing on 6 June 2022 after guards on both sides exchanged fire."
    (order,) = record(words).orders
    assert (order.issuer.quote, order.issued.value) == ("Pakistan", "2022-06-06")
    assert clauses(order) == ["obligation shut crossing"]


def test_what_was_forbidden_under_rules_of_before_is_background(record):
    words = "The patrols on the border were not allowed to use firearms under the previous rules."
    (order,) = record(words).orders
    assert order.salience == "background"


def test_an_order_lasts_from_a_day_that_another_sentence_tells(record):
    (order,) = record(
        "The army banned movement on the border for 15 days. The restriction took effect on 1 June 2021."
    ).orders
    assert (order.effective_from.value, order.effective_to.value) == ("2021-06-01", "2021-06-15")


def test_a_measure_may_hold_for_months_from_a_day(record):
    (order,) = record(
        "The governor renewed the curfew on the border for three months from 1 June 2021."
    ).orders
    assert (order.effective_from.value, order.effective_to.value) == ("2021-06-01", "2021-08-31")


def test_the_day_that_a_paper_bears_is_that_of_its_order(record):
    (order,) = record(
        "The army issued a decree on 6 May 2021 that bans guards from firing. "
        "The decree, dated 2 May 2021, is short."
    ).orders
    assert order.issued.value == "2021-05-02"


def test_whose_power_it_is_is_told_and_gives_nothing(record):
    (order,) = record("The command suspended patrols’ authority to use pellet guns.").orders
    assert (order.issuer.quote, names(order.addressees)) == ("The command", ["patrols"])


def test_an_army_says_what_its_own_men_were_told(record):
    (order,) = record("The army says that its patrols have been cleared to fire warning shots.").orders
    assert order.issuer.quote == "The army"


def test_it_is_the_body_before_it_that_gives_an_order(record):
    (order,) = record("Rules were decreed by the army in May, when it told guards to fire at boats.").orders
    assert order.issuer.quote == "the army"


def test_a_change_is_of_the_order_that_it_names(record):
    first, second = record(
        "Border units were given the green light to shoot down drones. Elsewhere, the governor extended "
        "his ban on civilians staying near the river until 1 June 2021."
    ).orders
    assert (first.relation, second.relation.value.kind) == (None, "amends")


def test_rebels_and_an_army_are_told_two_orders(record):
    assert (
        len(
            record(
                "It ordered rebel fighters to collect tolls. The government told the army to hold fire."
            ).orders
        )
        == 2
    )


def test_who_is_kept_from_something_is_told(record):
    (order,) = record(
        "The military has imposed restrictions on the movement of civilians near the border."
    ).orders
    assert names(order.addressees) == ["civilians"]


def test_a_paper_bids_by_a_participle(record):
    (order,) = record(
        "The mission took note of a directive by the general staff, instructing all units in the border "
        "districts to let convoys pass."
    ).orders
    assert (order.issuer.quote, order.attribution[0].value.kind) == ("the general staff", "document")


def test_what_motorists_must_do_is_not_what_two_sides_agreed_on(record):
    first, second = record(
        "The two sides pledged to pull their troops back from the line. "
        "The governor said on Monday that motorists must stop whenever a patrol signals to them."
    ).orders
    assert (clauses(first), clauses(second)) == (["obligation pull back troop"], ["obligation stop"])


def test_a_closed_road_is_no_part_of_what_soldiers_are_bidden(record):
    assert len(
        record(
            "Soldiers at the line were ordered to hold their fire.\n\n"
            "The governor has closed the road to the river until the end of the month."
        ).orders
    ) == 2  # fmt: skip


NONE = (
    "Police went ahead and engaged the man in talks at the border.",
    "Residents were not allowed into the hall near the border.",
    "The deal on the border is subject to approval.",
    "Two men who broke the curfew on the border in 2019 were fined.",
    "The army tightened its rules on firing.",
)


@pytest.mark.parametrize("words", NONE)
def test_what_only_looks_like_it_is_no_order(words, record):
    assert not [o for o in record(words).orders if o.salience == "main"]


def test_who_stands_behind_said_is_of_what_is_said(record):
    (order,) = record(
        "The ministry in Yerevan said units of the Armenian Armed Forces on the Sotk and Sisian sections "
        "of the state border were under strict orders to refrain from any fire."
    ).orders
    assert order.addressees[0].quote.startswith("units of the Armenian Armed Forces")


def test_a_state_of_emergency_says_nothing(record):
    (order,) = record(
        "In Batken, the state of emergency declared on September 16 was eased: motorists must stop at the "
        "border whenever a patrol signals to them. The governor ordered motorists at the border to stop."
    ).orders
    assert "state of emergency" not in {v.value.speaker for v in order.attribution}


PASSED_ON = (
    "The border brigade read out a directive of the General Staff on Monday, a source said. "
    "“Each sentry gets ten rounds. He may load only at night.”"
)


def test_what_follows_a_paper_that_is_read_out_is_of_whom_it_is_from(record):
    (order,) = record(PASSED_ON).orders
    assert order.issuer.value.name == "General Staff"
    assert clauses(order) == ["permission load"]


def test_a_commander_who_says_what_guards_are_to_do_orders_it(record):
    says = "Guards on the border are not to fire, {} said on Monday."
    assert record(says.format("the commander")).orders[0].issuer.quote == "the commander"
    assert record(says.format("a soldier")).orders[0].issuer is None


def test_what_others_have_to_do_is_not_forbidden_with_what_stands_before(record):
    (order,) = record(
        "Under the deal neither army is to use mortars, and patrols have to inform the opposite post."
    ).orders
    assert [c.modality for c in order.clauses] == ["prohibition", "obligation"]
