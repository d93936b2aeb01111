"""Records → incidents and orders: what is one thing, what is not, and what is kept of each report."""

from itertools import permutations

import msgspec
import pytest

from holdfire.corroboration.accounts import accounts_of
from holdfire.corroboration.clusters import Decisions
from holdfire.corroboration.comparison import probability, shipped_weights
from holdfire.corroboration.corroborating import corroborate
from holdfire.corroboration.matching import evidence, weighing
from holdfire.model.incident import ALLEGED
from holdfire.model.judgement import pair
from holdfire.model.order import Relation
from holdfire.model.party import Voice
from holdfire.views.corroborated import row
from tests.corroboration.telling import ordering, report, shooting

LEAD = "Guards near Musan opened fire on Ri Chunsok, a ginseng trader, at the Kwanmo sandbank before dawn."
REWRITE = (
    "A ginseng trader, Ri Chunsok, was shot before dawn by guards at the Kwanmo sandbank, a relative said."
)
OTHER = (
    "A conscript of the Hyesan garrison killed his sergeant beside the paper mill after a quarrel over rice."
)


def _told(name, text, *, published="2022-01-26", outlet=None, **slots):
    return report(name, shooting(text, **slots), text=text, published=published, outlet=outlet)


FIRST = _told("one", LEAD, killed=1, outlet="Courier")
SECOND = _told("two", REWRITE, killed=2, date="2022-01", outlet="Gazette")
THIRD = _told("three", OTHER, town="Hyesan", date="2021-06-02", published="2021-06-09", outlet="Courier")


def _corroborate(records, decisions=None):
    """As corroborate, for tests that know which slots are filled."""
    return corroborate(records, decisions)


def _together(*records, decisions=None):
    return [each.reports for each in _corroborate(records, decisions).incidents]


def _ids(*records):
    return [next(iter(accounts_of(record))).id for record in records]


def test_two_reports_of_one_shooting_are_one_incident():
    assert sorted(_together(FIRST, SECOND, THIRD)) == [("one", "two"), ("three",)]


def test_who_was_killed_was_fired_at_but_not_arrested():
    killed, arrested = (_told(f"as {act}", REWRITE, act=act) for act in ("kill", "detain"))
    (one,) = _corroborate([FIRST, killed]).incidents
    assert [other.agrees for other in one.act.others] == [True]
    same = Decisions(same=frozenset([pair(*_ids(FIRST, arrested))]))
    (one,) = _corroborate([FIRST, arrested], same).incidents
    assert [other.agrees for other in one.act.others] == [False]


def test_of_two_acts_told_as_often_the_one_that_says_more_is_best():
    killed = _told("as kill", REWRITE, act="kill")
    for records in ([FIRST, killed], [killed, FIRST]):
        (one,) = _corroborate(records).incidents
        assert (one.act.value, [other.value for other in one.act.others]) == ("kill", ["fire"])


def test_each_line_names_its_outlets():
    (one, *_) = _corroborate([FIRST, SECOND, THIRD]).incidents
    assert [outlet.name for line in one.lines for outlet in line.outlets] == ["Courier", "Gazette"]


def test_what_each_report_says_is_kept():
    (one, *_) = _corroborate([FIRST, SECOND, THIRD]).incidents
    assert {one.killed.value, *(other.value for other in one.killed.others)} == {1, 2}
    assert (one.killed.low, one.killed.high) == (1, 2)
    assert (one.date.value, one.date.lines) == ("2022-01-20", 2)
    assert [line.reports for line in one.lines] == [("one",), ("two",)]


def test_the_order_of_records_does_not_matter():
    results = {msgspec.json.encode(_corroborate(some)) for some in permutations([FIRST, SECOND, THIRD])}
    assert len(results) == 1


def test_a_merge_undone_is_as_it_was_byte_for_byte():
    before = msgspec.json.encode(_corroborate([FIRST, SECOND, THIRD]))
    merged = _corroborate([FIRST, SECOND, THIRD], Decisions(same=frozenset([pair(*_ids(FIRST, THIRD))])))
    assert [each.reports for each in merged.incidents if "three" in each.reports] == [("one", "three", "two")]
    assert msgspec.json.encode(_corroborate([FIRST, SECOND, THIRD])) == before


def test_what_people_call_different_stays_apart():
    apart = Decisions(different=frozenset([pair(*_ids(FIRST, SECOND))]))
    assert sorted(_together(FIRST, SECOND, decisions=apart)) == [("one",), ("two",)]
    (one, _) = _corroborate([FIRST, SECOND], apart).incidents
    assert [same.because for same in one.possibly_same] == ["decided"]


def test_an_incident_without_date_and_place_swallows_nothing():
    vague = _told("vague", "Someone was shot, people say.", date=None, town=None, published=None)
    groups = _together(FIRST, SECOND, THIRD, vague)
    assert ("vague",) in groups
    assert sorted(_together(FIRST, SECOND, THIRD)) == sorted(group for group in groups if group != ("vague",))


def test_two_shootings_a_week_apart_in_one_town_are_two():
    text = "Guards at Musan fired at a smuggler with a raft of copper wire near the Chilsong weir."
    later = _told("later", text, date="2022-01-27", published="2022-01-30")
    assert sorted(_together(FIRST, later)) == [("later",), ("one",)]


def test_copies_count_as_one_line():
    story = " ".join(
        [LEAD, "His mother learned of it from the ferryman and walked to the post to ask for him."]
    )
    copies = [_told(name, story, outlet=name) for name in ("one", "two", "three")]
    (incident,) = _corroborate(copies).incidents
    assert incident.reports == ("one", "three", "two")
    assert [line.because for line in incident.lines] == [("same wording",)]
    assert incident.date.lines == 1


def test_a_report_that_tells_two_incidents_keeps_them_apart():
    text = f"{LEAD}\n{OTHER}"
    both = report(
        "both",
        shooting(LEAD, name="a"),
        msgspec.structs.replace(shooting(OTHER, name="b", town="Hyesan", date="2021-06-02")),
        text=text,
    )
    assert len(_corroborate([both]).incidents) == 2


def test_things_of_two_reports_with_one_id_are_kept_apart():
    twins = [
        msgspec.structs.replace(r, incidents=(msgspec.structs.replace(r.incidents[0], id="x"),))
        for r in (FIRST, THIRD)
    ]
    accounts = {each for incident in _corroborate(twins).incidents for each in incident.accounts}
    assert len(accounts) == 2


def test_an_arrest_for_a_shooting_is_another_incident():
    arrest = _told("arrest", REWRITE, act="detain")
    assert sorted(_together(FIRST, arrest)) == [("arrest",), ("one",)]


def _order(name, text, *, published="2022-01-26", outlet=None, **slots):
    return report(name, ordering(text, **slots), text=text, published=published, outlet=outlet)


FLARES = "The Cabinet ordered sentries along the Tumen to loose magnesium flares where they used to shoot."
AGAIN = "Sentries on the Tumen must loose magnesium flares and not shoot, the Cabinet ordered, traders heard."
EARLIER = "In August 2020 a proclamation said that sentries will shoot whoever enters the two-kilometre belt."


def test_conflicting_dates_of_one_order_are_kept():
    first, second = _order("a", FLARES, issued="2022-01-26"), _order("b", AGAIN, issued="2022-01-27")
    (order,) = _corroborate([first, second]).orders
    assert order.reports == ("a", "b")
    assert {order.issued.value, *(other.value for other in order.issued.others)} == {
        "2022-01-26",
        "2022-01-27",
    }
    assert len(order.clauses) == 2


def test_an_order_given_again_stands_apart_and_is_linked():
    shoot = (("obligation", "live_fire"),)
    earlier = _order("old", EARLIER, issued="2020-08", norms=shoot, published="2020-09-01")
    text = "Sentries were told again to shoot whoever enters the two-kilometre belt, as in August 2020."
    again = _order(
        "new",
        text,
        issued="2022-05-12",
        norms=shoot,
        relation=Relation("reaffirms", "the proclamation of August 2020"),
        published="2022-05-20",
    )
    old, new = _corroborate([again, earlier]).orders
    assert (old.reports, new.reports) == (("old",), ("new",))
    assert [each.value.order for each in new.relations] == [old.id]
    assert old.relations == ()


def test_an_order_is_not_linked_to_one_that_came_after_it():
    relation = Relation("replaces", "an older order")
    first = _order("a", FLARES, issued="2020-01-01", relation=relation, published="2020-01-02")
    later = _order("b", EARLIER, issued="2021-01-01", published="2021-01-02")
    (order, _) = _corroborate([first, later]).orders
    assert order.relations[0].value.order is None


def test_the_evidence_adds_up_to_the_bits():
    one, other = (next(iter(accounts_of(record))) for record in (FIRST, SECOND))
    said = evidence(one, other)
    assert {each.comparison for each in said} >= {"prior", "words", "date", "place", "killed"}
    assert probability(sum(each.bits for each in said)) > 0.5


@pytest.mark.parametrize("kind", ["incident", "order"])
def test_every_outcome_of_every_comparison_has_a_weight(kind):
    scale, weights = weighing(kind), shipped_weights(kind)
    outcomes = {(c.name, outcome) for c in scale.comparisons for outcome in c.outcomes}
    assert weights.keys() == outcomes | {("prior", "")}
    likeness = [weights["words", outcome] for outcome in scale.comparisons[0].outcomes]
    assert likeness == sorted(likeness)


def test_sources_named_in_a_report_make_its_line():
    voice = Voice("the Rescue Committee", "official")
    a = _told("a", LEAD, outlet="Courier", voice=voice)
    b = _told("b", REWRITE, outlet="Gazette", voice=voice)
    (incident,) = _corroborate([a, b]).incidents
    assert [line.because for line in incident.lines] == [("same source: rescue committee",)]


def test_who_is_only_accused_in_every_report_is_alleged_until_one_tells_it_outright():
    told = FIRST.incidents[0]
    marked = msgspec.structs.replace(told, actor=tuple(_by_rule(a, ALLEGED) for a in told.actor))
    charged = msgspec.structs.replace(FIRST, incidents=(marked,))
    claimed = msgspec.structs.replace(SECOND, incidents=(_as(SECOND, "alleged"),))
    for records, alleged in (
        ([charged], True),
        ([charged, SECOND], False),
        ([FIRST, claimed], False),
    ):
        (one,) = _corroborate(records).incidents
        assert [actor.alleged for actor in one.actor] == [alleged], records


def test_of_what_is_only_alleged_nobody_is_marked_beside_it():
    (one,) = _corroborate([msgspec.structs.replace(FIRST, incidents=(_as(FIRST, "alleged"),))]).incidents
    assert (one.status.value, [actor.alleged for actor in one.actor]) == ("alleged", [False])
    assert row(one).what == "guards: fire"


def _as(record, status):
    return msgspec.structs.replace(record.incidents[0], status=status)


def _by_rule(grounded, rule):
    return msgspec.structs.replace(grounded, rule=rule)
