"""What is kept of what reports tell together, alike on each store."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfire.model.judgement import Note
from holdfire.model.stored import KeptThing, StoredThing
from holdfire.store import together
from holdfire.store.together import SORTS, Sought
from tests.store.reports import AT, LATER, plain, story
from tests.store.test_queued import keep

BY = "a maker"


def thing(name, *, frame="incident", **facts):
    plainly = {
        "rank": name, "date": "~", "said": "no date", "where": "", "what": name, "toll": "", "reports": 1,
        "lines": 1,
    }  # fmt: skip
    return StoredThing(id=name, frame=frame, **plainly | facts)


def whole(summary, reports, *, said="{}", accounts=()):
    return KeptThing(summary, dict.fromkeys((summary.id, *accounts), reports), said.encode())


def put(book, things, *, upto=1, by=BY):
    with book.change(who="ada", at=LATER) as change:
        return change.keep_together(things, upto=upto, by=by)


@pytest.fixture
def report(book):
    return keep(book, story())


def ids(found):
    return [each.id for each in found]


def test_nothing_is_kept_before_it_was_made(book):
    assert book.together.upto(BY) is None
    assert book.together.page(Sought("incident")) == []
    assert book.together.needed() == 0


def test_what_is_kept_comes_back_as_it_was(book, report):
    made = thing(
        "aa", date="2022-01", where="Musan", first=1, last=2, spot="Musan", lat=42.2, lon=129.2, ring_km=20.0,
        dissent=True, twice=True, assessed=True, known_by=63_000_000_000, given="yes",
    )  # fmt: skip
    assert put(book, [whole(made, report, said='{"한글": 1}', accounts=["bb"])])
    assert book.together.upto(BY) == 1
    assert book.together.page(Sought("incident")) == [made]
    assert book.together.whole(["zz", "aa"]) == {"aa": '{"한글": 1}'.encode()}
    assert book.together.of(["bb", "zz"]) == {"bb": made}
    assert book.together.reports_of(["aa", "bb", "zz"]) == {"aa": report, "bb": report}
    assert sorted(book.together.accounts()) == ["aa", "bb"]
    assert sorted(book.together.beside("bb")) == ["aa", "bb"]
    assert list(book.together.all("incident")) == [(made, '{"한글": 1}'.encode())]
    assert list(book.together.all("order")) == []


def test_what_another_maker_made_counts_as_nothing(book, report):
    put(book, [whole(thing("aa"), report)])
    assert book.together.upto("another maker") is None
    assert put(book, [], upto=0, by="another maker")
    assert book.together.upto("another maker") == 0


def test_an_older_result_does_not_replace_a_newer_one(book, report):
    put(book, [whole(thing("new"), report)], upto=9)
    assert not put(book, [whole(thing("old"), report)], upto=3)
    assert ids(book.together.page(Sought("incident"))) == ["new"]


def test_it_needs_the_last_reading_or_judgement_and_nothing_else(book, report):
    read = book.together.needed()
    assert 0 < read <= book.log.last().seq
    with book.change(who="ada", at=LATER) as change:
        change.judge(Note(target=f"report/{report}", why="Look again.", who="ada", when=LATER))
    judged = book.together.needed()
    assert judged > read
    assert book.as_far_as(read).together.needed() == read
    put(book, [], upto=judged)
    assert book.together.needed() == judged, "what is derived is no entry of the log"


def test_as_of_another_day_nothing_is_kept(book, report):
    put(book, [whole(thing("aa"), report)], upto=book.together.needed())
    keep(book, plain("Another."))
    assert book.as_of(AT).together.upto(BY) is None


def test_a_second_result_leaves_nothing_of_the_first_behind(book, report):
    put(book, [whole(thing("aa"), report, accounts=["a2"]), whole(thing("bb"), report)])
    put(
        book, [whole(thing("aa"), report), whole(thing("cc", frame="order"), report, accounts=["a2"])], upto=2
    )
    assert ids(book.together.page(Sought("incident"))) == ["aa"]
    assert ids(book.together.page(Sought("order"))) == ["cc"]
    assert book.together.of(["a2"])["a2"].id == "cc"
    assert book.together.whole(["bb"]) == {}


def test_only_what_differs_is_written_again(book, report):
    put(book, [whole(thing("aa"), report), whole(thing("bb"), report)])
    with book.change(who="ada", at=LATER) as change:
        change._connection.exec_driver_sql("UPDATE thing SET toll = 'kept'")
    put(book, [whole(thing("aa"), report), whole(thing("bb", what="another"), report)], upto=2)
    assert {each.id: each.toll for each in book.together.page(Sought("incident"))} == {"aa": "kept", "bb": ""}


ROWS = [
    thing(
        "a", date="2022-01", where="Musan", what="Guards: fire", reports=3, lines=1, dissent=True, rank="3"
    ),
    thing("b", date="2021", where="hyesan", what="fire", reports=2, lines=2, assessed=True, rank="1"),
    thing("c", what="50%_fire", twice=True, rank="2", first=10, last=20),
]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [("when", "bac"), ("where", "bac"), ("what", "cba"), ("told", "cab"), ("weight", "bca")],
)
def test_things_are_sorted_both_ways(book, report, sort, expected):
    put(book, [whole(each, report) for each in ROWS])
    assert "".join(ids(book.together.page(Sought("incident"), sort=sort))) == expected
    assert "".join(ids(book.together.page(Sought("incident"), sort=sort, down=True))) == expected[::-1]


@pytest.mark.parametrize(
    ("sought", "expected"),
    [
        ({"words": "MUSAN guards"}, "a"),
        ({"words": "50%_"}, "c"),
        ({"words": "%"}, "c"),
        ({"words": "nowhere"}, ""),
        ({"doubt": "dissent"}, "a"),
        ({"doubt": "twice?"}, "c"),
        ({"several": True}, "b"),
        ({"assessed": True}, "b"),
        ({"during": (20, 30)}, "c"),
        ({"during": (21, 30)}, ""),
        ({"is_drawn": False}, "bac"),
        ({"is_drawn": True}, ""),
        ({"at": (1.0, 2.0)}, ""),
    ],
)
def test_things_are_found_by_what_is_asked(book, report, sought, expected):
    put(book, [whole(each, report) for each in ROWS])
    asked = Sought("incident", **sought)
    assert "".join(ids(book.together.page(asked))) == expected
    assert book.together.number(asked) == len(expected)


def test_a_page_is_no_longer_than_asked_for_and_the_next_begins_behind_it(book, report):
    put(book, [whole(thing(f"{n:02}"), report) for n in range(7)])
    pages = [book.together.page(Sought("incident"), start=start, limit=3) for start in (0, 3, 6, 9)]
    assert [ids(page) for page in pages] == [["00", "01", "02"], ["03", "04", "05"], ["06"], []]


def test_places_are_counted_the_fullest_first(book, report):
    musan = {"spot": "Musan", "lat": 42.2, "lon": 129.2}
    put(
        book,
        [
            whole(thing("a", **musan, first=1, last=1), report),
            whole(thing("b", **musan, first=1, last=1), report),
            whole(thing("c", **musan, ring_km=20.0), report),
            whole(thing("d", spot="Hyesan", lat=41.4, lon=128.2, first=5, last=9), report),
            whole(thing("e"), report),
        ],
    )
    found = [(s.name, s.ring_km, s.number) for s in book.together.spots(Sought("incident"))]
    assert found == [("Musan", None, 2), ("Hyesan", None, 1), ("Musan", 20.0, 1)]
    assert sorted(book.together.spans(Sought("incident"))) == [(1, 1, 2), (5, 9, 1)]
    assert ids(book.together.page(Sought("incident", at=(42.2, 129.2)))) == ["a", "b", "c"]


dates = st.sampled_from(["~", "2022", "2022-01", "2022-01-17", "2022-01-17?", "2022~", "1999-12"])
some = st.builds(
    thing, st.text("abcdef0123456789.", min_size=1, max_size=6), date=dates, rank=dates,
    where=st.text(max_size=6).filter(lambda words: "\0" not in words and words.isprintable()),
)  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(some, unique_by=lambda each: each.id, max_size=12))
def test_stores_sort_by_characters_alone(book, things):
    """As Python does, so that what is kept comes back in the order in which corroboration gave it."""
    put(book, [KeptThing(each, {}, b"{}") for each in things], upto=1)
    by_date = sorted(things, key=lambda each: (each.date, each.id))
    assert ids(book.together.page(Sought("incident"))) == ids(by_date)
    by_rank = sorted(each.rank for each in things)
    assert [summary.rank for summary, _ in book.together.all("incident")] == by_rank
    assert all(msgspec.json.decode(raw) == {} for _, raw in book.together.all("incident"))
    assert set(SORTS) >= {"when", "weight"}


def test_incidents_that_are_counted_alike_come_together(book, report):
    force = {"kinds": "fire force", "begun": 5, "ended": 6, "towns": "[]", "harmed": "{}", "doubtful": 0}
    put(
        book,
        [
            whole(thing("a", **force), report),
            whole(thing("b", **force | {"doubtful": 1, "towns": '[{"name":"Musan"}]'}), report),
            whole(thing("c", **force | {"begun": None, "ended": None}), report),
            whole(thing("d", **force | {"kinds": "arrest"}), report),
            whole(thing("e"), report),
            whole(thing("f", frame="order"), report),
        ],
    )
    kept = book.together
    assert sorted(kept.kinds()) == ["arrest", "fire force"]
    found = sorted(kept.occurrences(["fire force"]), key=lambda each: each.number)
    assert [(each.begun, each.doubtful, each.number) for each in found] == [(None, 0, 1), (5, 1, 2)]
    assert {each.towns for each in found} == {"[]"}
    assert kept.occurrences([]) == []


def test_incidents_are_counted_in_the_towns_that_are_asked_for(book, report, monkeypatch):
    monkeypatch.setattr(together, "TOWNS", 2)
    force = {"kinds": "force", "begun": 5, "ended": 6, "harmed": "{}", "doubtful": 0}
    towns = [f'[{{"name":"{name}"}}]' for name in ("Musan", "Musan", "Hyesan", "Manpo", "Kanggye")]
    killed = '{"killed":[1,1,1]}'
    things = [thing(f"a{n}", **force, towns=each) for n, each in enumerate(towns)]
    things.append(thing("b", **force | {"towns": towns[0], "harmed": killed}))
    put(book, [whole(each, report) for each in things])
    kept = book.together
    assert kept.towns(["force"]) == sorted(set(towns))
    assert kept.towns(["arrest"]) == []

    def number(asked, **said):
        return sorted((each.harmed, each.number) for each in kept.occurrences(["force"], towns=asked, **said))

    assert number(towns[:1]) == [("{}", 3)]
    assert number(towns[:1], harmed=True) == [(killed, 1), ("{}", 2)]
    assert sum(n for _, n in number(set(towns))) == 6
    assert number([]) == []


def test_things_are_found_by_how_their_accounts_begin(book, report):
    put(book, [whole(thing("ab1"), report, accounts=("cd1",)), whole(thing("ab2"), report)])
    assert book.together.named("cd") == ["ab1"]
    assert sorted(book.together.named("ab")) == ["ab1", "ab2"]
    assert book.together.named("b1") == []
