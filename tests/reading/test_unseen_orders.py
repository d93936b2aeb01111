"""Orders in wordings from reports of many kinds: who is bound, by whom, from when, and what is no order."""

import pytest

from tests.reading.slots import names


def clauses(order) -> list[str]:
    """Each clause as its force and act."""
    return [f"{c.modality} {c.act.value}" for c in order.clauses]


BOUND = {
    "Border police have been handed rules barring them from firing at smugglers.": ["Border police"],
    "Two crew members said that they had been ordered by the command centre to leave.": ["Two crew members"],
    "The army chief has said that his men are at the line and have been told not to fire.": ["men"],
    "The instruction forbids soldiers from approaching the fence.": ["soldiers"],
    "The order bars vessels from coming within three miles of the line.": ["vessels"],
    "The provincial command told outposts that people crossing were to be turned back.": ["outposts"],
}


@pytest.mark.parametrize(("words", "wanted"), BOUND.items(), ids=str)
def test_who_is_bound_is_named_in_the_sentence(words, wanted, record):
    (order,) = record(words).orders
    assert names(order.addressees) == wanted


FORCES = {
    "The two sides signed a protocol under which all shooting was to stop at 4 p.m.": ["prohibition fire"],
    "The court struck down a standing order that had let soldiers at the fence open fire on infiltrators.": [
        "permission fire"
    ],
    "The new rules took effect on Monday. Soldiers can't use deadly force unless lives are in danger.": [
        "prohibition fire"
    ],
    "The president issued a decree that closes the waters to all vessels.": ["prohibition use water"],
    "The government decided to close its border with Russia.": ["obligation close border"],
    "Rangers have orders to seize gill nets.": ["obligation seize net"],
    "The two forces agreed not to use lethal arms along the frontier.": ["prohibition fire"],
}


@pytest.mark.parametrize(("words", "wanted"), FORCES.items(), ids=str)
def test_an_order_is_read_with_its_force(words, wanted, record):
    (order,) = record(words).orders
    assert clauses(order) == wanted


NONE = (
    "Serbia's prime minister demanded that Hungary stop firing gas onto Serbian soil.",
    "Soldiers ordered two men to undress and sit in the snow.",
    "Troops operated in line with the open-fire regulations.",
    "The memo stops short of a prohibition on firing at rock throwers.",
    "Police can't say who fired.",
)


@pytest.mark.parametrize("words", NONE)
def test_what_is_asked_named_or_bidden_on_the_spot_is_no_order(words, record):
    read = record(words)
    assert read.orders == ()
    assert [i for i in read.incidents if i.act.value in ("fire", "use_less_lethal")] == []


def test_what_a_commander_tells_his_men_is_not_what_two_sides_agreed_on(record):
    words = (
        "The two armies agreed on a truce on Monday. The army chief told troops on Friday not to shoot first."
    )
    assert [o.kind.value for o in record(words).orders] == ["agreement", "instruction"]
    assert record(words).orders[1].issued.value == "2022-06-17"


def test_orders_to_two_bodies_are_two(record):
    words = (
        "Guards had been instructed to fire at anybody who crosses the line, a spokesman said. "
        "The National Guard was ordered to stay in its barracks."
    )
    assert len(record(words).orders) == 2


def test_an_order_from_one_day_until_another_begins_and_ends(record):
    words = "The government decided to close its border to traffic from July 3 until July 13."
    (order,) = record(words).orders
    assert (order.effective_from.value, order.effective_to.value) == ("2022-07-03", "2022-07-13")


def test_who_says_that_there_was_no_such_order_denies_it(record):
    words = (
        "A guard told the paper that sentries had been ordered to shoot intruders. "
        "There was no such directive, the ministry said."
    )
    (order,) = record(words).orders
    assert order.status == "denied"
    assert [v.value.speaker for v in order.attribution][-1] == "ministry"


def test_a_line_by_whose_order_it_is_names_the_issuer_of_a_proclamation(record):
    words = (
        "By order of the Ministry of Social Security\n\nPROCLAMATION\n\n"
        "1. Persons who approach the river bank shall be shot without warning.\n\n"
        "2. Citizens must report intruders at once."
    )
    (order,) = record(words).orders
    assert (order.kind.value, order.issuer.value.name) == ("proclamation", "Ministry of Social Security")


def test_a_pronoun_is_no_party_where_the_subject_is_of_no_force(record):
    (order,) = record("The minister said that they had been ordered to shoot.").orders
    assert order.addressees == ()


def test_two_sides_that_agree_what_they_would_do_have_an_agreement(record):
    (order,) = record("The ministers agreed that both forces would return to their posts.").orders
    assert (order.kind.value, clauses(order)) == ("agreement", ["obligation return"])


def test_what_guards_were_told_not_to_do_binds_them(record):
    words = "The service said that boats had left, and that its own guards had been told not to intervene."
    (order,) = record(words).orders
    assert clauses(order) == ["prohibition intervene"]


def test_a_governors_ban_is_not_what_somebody_says_the_law_asks(record):
    words = (
        "Under the law vehicles must be confiscated and drivers must be held, a lieutenant said. "
        "The governor has banned all traffic after dark."
    )
    assert [o.issuer.value.name if o.issuer else None for o in record(words).orders] == [None, "governor"]
