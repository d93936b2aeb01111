import msgspec

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
    assert order.what[0] == "must not open fire"
    assert order.what[2] == "must make out the target, when no choice but to use weapons"
    assert (incident.frame, incident.who, incident.what) == (
        "incident",
        "guards → two men",
        ("shoot, 1 killed (alleged)",),
    )
    assert incident.words.quote == "shot at"
