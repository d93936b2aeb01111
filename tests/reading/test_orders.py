"""Whole reports → orders: what binds whom, under which conditions, and nothing that binds nobody."""

import pytest

from holdfire.reading.english.directives.norms import content_verbs
from tests.reading.slots import names
from tests.reading.trees import tree
from tests.reading.trees import words as words_of


@pytest.fixture(scope="module")
def orders(record):
    def of(words: str, published: str = "2022-03-10"):
        return record(words, published).orders

    return of


def clauses(order) -> list[str]:
    """Each clause as its force, its act and its means."""
    return [f"{c.modality} {c.act.value} {c.means.value if c.means else None}" for c in order.clauses]


CLAUSES = {
    "Sentries were ordered to arrest intruders, and to kill those who resist to the end.": [
        "obligation detain arrest",
        "obligation kill None",
    ],
    "Patrols have been told to use loudspeakers instead of rifles.": [
        "obligation use loudspeaker None",
        "prohibition fire live_fire",
    ],
    "Guards were told not to stand in front of cars and then open fire on the driver.": [
        "prohibition stand None",
        "prohibition fire live_fire",
    ],
    "Soldiers were told to send boats back by firing into the water.": [
        "obligation send back boat None",
        "obligation fire_warning_shot warning_shot",
    ],
    "The ministry ordered that guards must stop lorries and may search them.": [
        "obligation stop lorry None",
        "permission search None",
    ],
    "The ministry ordered that nobody may take goods into the zone.": ["prohibition take goods None"],
    "The ministry ordered troops to replace live rounds with rubber bullets.": [
        "obligation use_less_lethal less_lethal",
        "prohibition fire live_fire",
    ],
    "Troops in the zone shall carry no firearms.\n\nThey shall fly no drones.": [
        "prohibition carry firearm None",
        "prohibition surveil surveillance",
    ],
}


@pytest.mark.parametrize(
    ("notation", "verbs"),
    [
        (
            "must/MD/aux/2 use/VB/root/0 roads/NNS/obj/2 joined/VBD/conj/2 to/IN/case/6 walls/NNS/obl/4",
            ["use"],
        ),
        ("must/MD/aux/2 stop/VB/root/0 and/CC/cc/5 may/MD/aux/5 search/VB/conj/2", ["stop", "search"]),
        ("shot/VBD/root/0 and/CC/cc/3 wounded/VBD/conj/1", ["shot", "wounded"]),
    ],
)
def test_a_past_beside_the_bare_verb_of_a_modal_is_not_ordered(notation, verbs):
    made = tree(notation)
    head = next(n for n, relation in enumerate(made.relations) if relation == "root")
    assert words_of(made, content_verbs(made, head)) == verbs


@pytest.mark.parametrize(
    ("words", "expected"), CLAUSES.items(), ids=lambda x: x if isinstance(x, str) else ""
)
def test_an_order_has_its_clauses(orders, words, expected):
    found = orders(words)
    assert [clauses(each) for each in found] == [expected]


CONDITIONS = {
    "Guards may fire only as a last resort, the ministry ordered.": ("only as a last resort", None),
    "Guards have orders to shoot anyone who nears the fence at night.": (
        "who nears the fence; at night",
        None,
    ),
    "Sentries were told to open fire without warning.": ("without warning", None),
    "The army ordered its men not to fire unless attacked.": (None, "unless attacked"),
    "Soldiers were ordered not to fire except on the order of an officer.": (
        None,
        "except on the order of an officer",
    ),
    "The rules let troops fire as long as no civilian is near.": ("as long as no civilian is near", None),
    "Soldiers were ordered to kill intruders without mercy.": (None, None),
}


@pytest.mark.parametrize(
    ("words", "limits"), CONDITIONS.items(), ids=lambda x: x if isinstance(x, str) else ""
)
def test_a_clause_has_its_condition_and_exception(orders, words, limits):
    (clause,) = orders(words)[0].clauses
    found = (clause.condition, clause.exception)
    assert (
        tuple(f.value.removeprefix("as long ") if False else f.value if f else None for f in found) == limits
    )


NOTHING = (
    "There was no order to shoot.",
    "A deputy called on the government to order the army to shoot.",
    "The mayor wants guards to be ordered to shoot.",
    "Will the ministry order guards to shoot?",
    "The soldiers were not ordered to fire.",
    "Nobody ordered the guards to fire.",
    "The doctor ordered him to stop smoking.",
    "A court ordered the army to pay the family.",
    "The army ordered 500 rifles from abroad.",
    "The purchase order was signed in order to fire the director.",
    "The referee ordered the players to stop shooting.",
    "The novel tells of soldiers who were ordered to shoot.",
    "The hunters had permission to shoot deer.",
    "Guards must be brave, a teacher wrote.",
    "Police may have shot the man.",
    "Soldiers were told that the war was over.",
    "Only officers may give the order to fire.",
    "He broke the curfew.",
)


@pytest.mark.parametrize("words", NOTHING)
def test_what_binds_nobody_is_no_order(orders, words):
    assert orders(words) == ()


KINDS = {
    "The law lets guards shoot at boats.": "standing rule",
    "The draft law would allow guards to shoot at boats.": "proposal",
    "A deputy proposed that guards be allowed to shoot at boats.": "proposal",
    "The army threatened to open fire on boats.": "threat",
    "The minister warned smugglers that they would be shot.": "threat",
    "“Our soldiers will shoot anyone who crosses,” the general said.": "threat",
    "The two armies agreed to hold their fire.": "agreement",
    "The army declared the valley a no-go zone.": "proclamation",
    "The memo tells agents not to shoot at cars.": "instruction",
    "“Shoot them if they come closer,” the colonel told his men.": "order",
}


@pytest.mark.parametrize(("words", "kind"), KINDS.items())
def test_an_order_has_its_kind(orders, words, kind):
    (found,) = orders(words)
    assert found.kind.value == kind


def test_provisions_in_sentences_of_their_own_belong_to_the_instructions_handed_over(orders):
    (found,) = orders(
        "The governor has given new instructions to the troops at the wire. They are to keep their rifles "
        "slung. They may board only with two officers present."
    )
    assert found.kind.value == "instruction"
    assert found.issuer is not None and found.issuer.value.name == "governor"
    assert names(found.addressees) == ["troops"]
    assert [c.modality for c in found.clauses] == ["obligation", "permission"]


def test_what_replaces_an_order_stands_apart_from_it(orders):
    new, old = orders(
        "On March 1 the command ordered guards to fire flares at intruders. It replaces an instruction of "
        "last autumn under which guards could shoot. They may use rifles only if they are attacked."
    )
    assert (new.salience, old.salience) == ("main", "background")
    assert new.relation is not None and new.relation.value.kind == "replaces"
    assert clauses(old) == ["permission fire live_fire"]
    assert new.clauses[-1].condition is not None


def test_an_order_told_twice_is_one_and_a_new_one_another(orders):
    found = orders(
        "Border guards have been ordered to fire warning shots. The order to fire warning shots came from "
        "the general staff. Soldiers at the checkpoints have orders to shoot at cars without lights."
    )
    assert [clauses(each) for each in found] == [
        ["obligation fire_warning_shot warning_shot"],
        ["obligation fire live_fire"],
    ]
    assert found[0].issuer is not None and found[0].issuer.value.name == "general staff"


def test_forces_that_agree_bind_themselves_and_states_only_their_forces(orders):
    (one,) = orders("The two forces agreed to hold night patrols together.")
    assert names(one.addressees) == ["two forces"]
    assert [c.act.value for c in one.clauses] == ["hold patrol"]
    (two,) = orders("The two ministries agreed to stop firing along the line.")
    assert two.addressees == ()


def test_who_agreed_on_this_and_who_says_so_is_told_of_the_agreement_before(orders):
    words = (
        "Pakistan agreed on Thursday to stop firing. Two directors agreed on this, a joint statement said."
    )
    (one,) = orders(words)
    assert "joint statement" in [v.value.speaker for v in one.attribution]
    assert (
        len(orders("Pakistan agreed to stop firing. Two directors agreed on a price, a statement said.")) == 1
    )


def test_an_instruction_spoken_of_is_not_the_agreement_before_it(orders):
    (one,) = orders("The two armies agreed to hold their fire. The instruction is to be issued next week.")
    assert one.issued is None


TWO_SIDES = (
    "The army told its posts not to fire first. Across the line Pakistan's rangers were told to answer.",
    "Indian commanders told their men to hold fire. Pakistani officers told their men to answer every shot.",
)


@pytest.mark.parametrize("words", TWO_SIDES)
def test_what_two_sides_tell_their_own_men_is_two_orders(orders, words):
    assert len(orders(words)) == 2


def test_what_one_side_tells_its_men_in_two_sentences_is_one_order(orders):
    words = "Indian commanders told their men to hold fire. Indian soldiers were told to answer no shot."
    assert len(orders(words)) == 1


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("On January 2 the ministry ordered guards to hold their fire.", "2022-01-02?", None),
        ("From March 12 for 90 days it is forbidden to enter the strip.", "2022-03-12", "2022-06-09"),
        ("An order of January 3 to shoot at boats lapsed on March 1.", "2022-01-03?", "2022-03-01"),
        ("The night curfew was extended until March 30.", None, "2022-03-30"),
    ],
)
def test_an_order_holds_from_its_start_to_its_end(orders, words, start, end):
    (found,) = orders(words)
    assert (found.effective_from.value if found.effective_from else None) == start
    assert (found.effective_to.value if found.effective_to else None) == end


def test_a_start_that_follows_from_the_day_of_issue_says_so(orders):
    (found,) = orders("On January 2 the ministry ordered guards to hold their fire.")
    assert found.issued.value == "2022-01-02"
    assert (found.effective_from.basis, found.effective_from.quote) == ("inferred", "January 2")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("The spokesman denied that guards had been ordered to shoot.", "denied"),
        ("There are rumors that guards have been ordered to shoot.", "rumoured"),
        ("A source said that guards had been ordered to shoot.", "given"),
    ],
)
def test_an_order_that_is_denied_or_rumoured_says_so(orders, words, status):
    (found,) = orders(words)
    assert found.status == status


def test_the_items_of_a_list_are_under_the_verb_before_them(orders):
    (found,) = orders(
        "AGREEMENT on the strip\n\nThe following are forbidden at all times:\n(a) the entry of soldiers;\n"
        "(b) the firing of weapons.\n\nTraining with live ammunition is allowed if both sides were told.\n"
    )
    assert found.kind.value == "agreement"
    assert clauses(found) == [
        "prohibition enter soldier None",
        "prohibition fire live_fire",
        "permission train live_fire",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "An official who was not authorized to speak publicly gave the names.",
        "A fifth man may have taken himself to a hospital, authorities said.",
        "His mother allowed the police to search the house.",
        "Hours later, Conley gave himself up, allowing the police to enter the house.",
        "He blamed the government for allowing smugglers to walk the streets.",
        "Pupils were allowed to return to their lessons.",
        "He had made plans to move into another house.",
        "He allowed his wife to leave the room.",
    ],
)
def test_what_only_follows_or_is_let_by_who_has_no_say_is_no_order(orders, words):
    assert orders(words) == ()


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("The army ordered guards to fire flares out of fear that its image suffers.", "fire flares"),
        ("The army ordered guards to fire flares because of the closure.", "fire flares"),
        ("The army ordered guards to drive people out of the zone.", "drive people out of the zone"),
        (
            "The army ordered guards to “mercilessly kill” those who resist.",
            "“mercilessly kill” those who resist",
        ),
        ("The army ordered guards to “fire on anyone.”", "fire on anyone"),
        ('The army ordered guards to "fire" on anyone.', '"fire" on anyone'),
        ("The army ordered guards to conduct “prompt surveillance.”", "conduct “prompt surveillance.”"),
        ("The army ordered guards to set up “a ‘people’s’ watch.”", "set up “a ‘people’s’ watch.”"),
    ],
)
def test_the_words_of_an_act_are_whole_quotations_and_no_reasons(orders, words, act):
    (found,) = orders(words)
    assert found.clauses[0].act.quote == act


def test_whom_an_order_leaves_out_is_an_exception(orders):
    (found,) = orders(
        "The governor has banned fishing near the line. The ban does not apply to doctors, nor to ambulances."
    )
    assert found.clauses[0].exception is not None
    assert found.clauses[0].exception.quote == "to doctors, nor to ambulances"
    assert not found.addressees


def test_a_text_that_is_an_order_is_read_as_that_order(orders):
    (found,) = orders(
        "NOTICE TO RESIDENTS OF THE STRIP\n\nThe district command sets up a closed strip.\n\n"
        "1. Nobody may enter the strip after dark.\n2. The road is closed to vehicles from 19:00 to 06:00.\n"
        "3. Sentries will call out twice.\n4. Anyone who does not stop will be fired on.\n"
    )
    assert found.kind.value == "proclamation"
    assert found.issuer is not None and found.issuer.value.name == "district command"
    assert [c.act.value for c in found.clauses][1:] == ["enter strip", "use road", "call out", "fire"]
    assert [h.value for h in found.hours] == ["T19:00/T06:00"]


SOURCES = {
    "Guards on North Korea's border with China were told to shoot, a source in Yanggang Province said.": [
        "China-North Korea border",
        "Ryanggang",
    ],
    "Guards were told to shoot, a minister in Seoul said.": [],
    "Guards in Musan were told to shoot, a source in Yanggang Province said.": ["Musan"],
}


@pytest.mark.parametrize(("words", "places"), SOURCES.items())
def test_an_order_holds_where_the_local_source_is_that_tells_of_it(orders, words, places):
    [one] = orders(words)
    assert names(one.places) == places
    assert all(p.basis == "inferred" for p in one.places if p.quote.startswith("Yanggang"))


def test_an_agreement_was_given_when_it_was_announced(orders):
    [one] = orders("India and Pakistan said on Thursday that they had agreed to cease firing along the line.")
    assert one.issued.value == "2022-03-10?"
    assert one.issued.basis == "inferred"


def test_an_hour_is_told_nothing(orders):
    [order] = orders(
        "The Northern Command has issued shoot-at-sight orders for a belt along the river "
        "from 10 p.m. to 5 a.m., officials said."
    )
    assert not order.addressees and [hours.value for hours in order.hours]


@pytest.mark.parametrize(
    ("told", "end"),
    [
        ("The order will expire at the end of the month unless it is renewed.", "2022-03-21~/2022-03-31~"),
        ("The authorisation expires on 3 May.", "2022-05-03"),
        ("The order will run out in June.", "2022-06"),
        ("The order was read out on 3 May.", None),
    ],
)
def test_an_order_ends_when_it_is_said_to_expire(orders, told, end):
    [order] = orders(f"The army authorised troops to fire at boats. {told}")
    assert (order.effective_to.value if order.effective_to else None) == end
