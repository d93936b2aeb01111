import msgspec

from holdfire.model.party import Party
from holdfire.views.story import story
from tests import stories


def _published(day):
    base = stories.record()
    return msgspec.structs.replace(base, report=msgspec.structs.replace(base.report, published=day))


def test_chapters_stand_in_the_order_of_publication():
    told = story([_published(None), _published("2022-05~"), _published("2020-09-04")])
    assert [chapter.published for chapter in told] == ["4 September 2020", "about May 2022", ""]


def test_a_chapter_tells_orders_and_incidents_in_a_line_each():
    order, incident = story([stories.record()])[0].deeds
    assert order.when == "18 January 2022"
    assert order.what[0] == "must not open fire (live fire)"
    assert order.what[2] == (
        "must make out what their target is, when they have no choice but to use weapons"
    )
    assert (incident.frame, incident.who, incident.what) == (
        "incident",
        "guards → two men",
        ("shoot, 1 killed (alleged)",),
    )
    assert incident.words.quote == "shot at"


def test_many_names_are_cut_and_equal_clauses_told_once():
    base = stories.record()
    names = ("one", "two", "three", "four", "five")
    parties = tuple(stories.told(Party(name), "the government") for name in names)
    order = msgspec.structs.replace(
        base.orders[0], issuer=None, addressees=parties, clauses=base.orders[0].clauses[:1] * 2
    )
    told = story([msgspec.structs.replace(base, orders=(order,))])[0].deeds[0]
    assert told.who == "→ one, two, three and 2 more"
    assert told.what == ("must not open fire (live fire)",)


def test_a_clause_is_told_in_the_reports_own_words_and_its_exception_once():
    base = stories.record()
    clause = msgspec.structs.replace(
        base.orders[0].clauses[0],
        act=stories.told("take goods", "use weapons"),
        means=None,
        condition=None,
        exception=stories.told("unless it was allowed", "use weapons"),
    )
    order = msgspec.structs.replace(base.orders[0], clauses=(clause,))
    told = story([msgspec.structs.replace(base, orders=(order,))])[0].deeds[0]
    assert told.what == ("must not take goods, unless it was allowed",)


def test_a_name_that_only_begins_another_is_left_out():
    base = stories.record()
    names = ("Resident of Musan", "resident of Musan, in North Hamgyong", "owner", "Owner")
    parties = tuple(stories.told(Party(name), "the government") for name in names)
    order = msgspec.structs.replace(base.orders[0], issuer=None, addressees=parties)
    told = story([msgspec.structs.replace(base, orders=(order,))])[0].deeds[0]
    assert told.who == "→ resident of Musan, in North Hamgyong, owner"
