"""Which sentences of a report tell of one order, and which of two; whose it is, and where it holds."""

from tests.reading.slots import names


def acts(order) -> set[str]:
    """The clauses of an order, each as its force and act."""
    return {f"{c.modality} {c.act.value}" for c in order.clauses}


def test_an_order_that_somebody_repeats_on_a_later_day_is_one(record):
    words = (
        "The general staff told patrols on Monday not to open fire. "
        "On Wednesday the minister repeated the instruction to hold fire."
    )
    (order,) = record(words).orders
    assert order.issuer.value.name == "general staff"
    assert order.relation.value.kind == "reaffirms"


def test_what_is_provided_goes_to_the_order_whose_giver_says_it(record):
    words = (
        "The defence ministry has told front-line units to report every shot. "
        "The joint chiefs ordered loudspeakers to be switched on. "
        "Soldiers must not shoot at balloons, the ministry said."
    )
    first, second = record(words).orders
    assert "prohibition fire" in acts(first)
    assert acts(second) == {"obligation switch loudspeaker"}


def test_threats_of_two_bodies_are_two(record):
    words = (
        "Turkey warned that it would fire on any boat that comes near. "
        "The Syrian army said it would shoot at anyone who crosses."
    )
    assert [o.issuer.value.name for o in record(words).orders] == ["Turkey", "Syrian army"]


def test_them_are_never_those_who_tell(record):
    (order,) = record("The general staff told them not to open fire.").orders
    assert order.addressees == ()


def test_an_agreement_is_of_all_who_make_it_and_binds_them(record):
    (order,) = record("Armenia and Azerbaijan agreed on a truce that is to take effect at 8 p.m.").orders
    assert order.issuer.value.name == "Armenia and Azerbaijan"
    assert names(order.addressees) == ["Armenia", "Azerbaijan"]


def test_where_sides_met_is_not_where_their_agreement_holds(record):
    words = "The two armies agreed at a meeting in Batken to withdraw troops from Vorukh."
    (order,) = record(words).orders
    assert names(order.places) == ["Vorukh"]


def test_a_ban_that_was_lifted_ends_and_no_other_order_does(record):
    words = (
        "Police were ordered on November 20 to fire over the heads of smugglers. "
        "An earlier ban on fishing was lifted on November 1."
    )
    held, over = record(words).orders
    assert held.effective_to is None
    assert (over.salience, over.relation.value.kind) == ("background", "replaces")
    assert over.effective_to is not None


def test_an_order_lasts_until_further_notice(record):
    (order,) = record("The army ordered the crossing closed until further notice.").orders
    assert order.until_condition.value == "until further notice"
    assert order.clauses[0].condition is None
