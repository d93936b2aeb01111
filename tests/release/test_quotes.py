"""Quotes: of cited pages, short, and of words that say nothing of anybody; frozen as all else."""

import pytest
from hypothesis import given as each_of
from hypothesis import strategies as st
from msgspec.structs import replace

from holdfire.model.grounded import Grounded
from holdfire.model.incident import ReportedIncident
from holdfire.model.order import Clause, OrderKind, ReportedOrder
from holdfire.model.record import ReaderHeader, Record
from holdfire.release.compiling import compiled
from holdfire.release.policy import read_policy, shipped_policies
from holdfire.release.quotes import is_quotable, quotable, window
from tests.release.telling import PUBLIC, att, given, incident, order, page

MOST = 12


def at(text, words):
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "act", "quote"),
    [
        ("Troops were ordered to shoot at anyone.", "shoot", "Troops were ordered to shoot at anyone"),
        ("Kim Chol told us: guards must fire on sight, he said.", "fire", "guards must fire on sight"),
        ("From Hyesan bridge they shall open fire at 3 a.m.", "open fire", "they shall open fire"),
        ("Guards shot a woman, 34, dead.", "shot", "Guards shot"),
    ],
)  # fmt: skip
def test_a_quote_is_as_much_of_the_sentence_as_says_nothing_of_anybody(text, act, quote):
    start, end = window(text, at(text, act), most=MOST)
    assert text[start:end] == quote


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("shot", "shot"),
        ("A broker, shot by nobody.", "shot"),
        ("They gunned down two", "gunned down"),
        ("“Fire!” said Ri", "Fire"),
    ],
)
def test_where_too_little_is_left_nothing_is_quoted(text, act):
    assert window(text, at(text, act), most=MOST) == (0, 0)


@each_of(
    st.lists(st.sampled_from(["Kim", "shoot", "34", "guards", "at", "ford", "must", ",", "two", "she"])),
    st.integers(2, 25),
)
def test_no_quote_has_a_word_that_is_not_on_the_list(words, most):  # fmt: skip
    text = " ".join([*words, "must shoot", *reversed(words)])
    start, end = window(text, at(text, "must shoot"), most=most)
    assert is_quotable(text[start:end], most=most)
    assert not {"Kim", "34", "ford", "two", "she"} & set(text[start:end].replace(",", "").split())


def test_the_list_has_no_number_sex_kinship_or_way_across():
    told = set(quotable())
    assert not told & {
        "one",
        "two",
        "three",
        "she",
        "he",
        "her",
        "his",
        "man",
        "woman",
        "child",
        "wife",
        "river",
    }
    assert not told & {
        "bridge",
        "ford",
        "crossing",
        "village",
        "night",
        "patrol",
        "source",
        "resident",
        "broker",
    }
    assert all(word.isalpha() and word == word.lower() for word in told)


TEXT = "Ri Chol of Sambong said that guards must shoot anyone who crosses. It was told in Musan."


def records(names, text=TEXT, *, language="en"):
    """A record for each report: it tells an order and an incident by the words "shoot"."""
    for name in names:
        start, end = at(text, "shoot")
        act = Grounded("fire", "shoot", start, end)
        clause = Clause("obligation", act)
        kind: Grounded[OrderKind] = Grounded("order", "must", start - 5, start - 1)
        told = ReportedOrder(id=name, kind=kind, salience="main", clauses=(clause,))
        shot = ReportedIncident(id=name, salience="main", act=act, status="happened")
        header = replace(page(name), language=language)
        yield Record(header, ReaderHeader("t", "1", "en"), orders=(told,), incidents=(shot,), text=text)


def release(headers, told, **more):
    return compiled(given(orders=[order("o")], headers=headers, records=told, **more))


def test_an_order_is_quoted_from_its_page_with_the_place_of_the_words():
    made = release([page("o")], records(["o"]))
    (quote,) = made.quotes
    assert (quote.of, quote.page) == (made.orders[0].id, 1)
    assert quote.exact == TEXT[quote.start : quote.end] == "guards must shoot anyone who crosses"


def test_nothing_is_quoted_of_what_is_no_page_or_not_cited_or_not_english_or_where_a_policy_has_no_quotes():
    internal = replace(PUBLIC, orders=replace(PUBLIC.orders, unpublished="coarsen"))
    assert not release([], records(["o"]), policy=internal).quotes
    assert not release([page("o")], records(["another"])).quotes
    assert not release([page("o")], records(["o"], language="ko")).quotes
    assert not release([page("o")], records(["o"]), policy=replace(PUBLIC, quote_words=0)).quotes
    listed = tuple(name for name in PUBLIC.fields if name != "Quote.words")
    assert not release([page("o")], records(["o"]), policy=replace(PUBLIC, fields=listed)).quotes


def test_a_group_is_quoted_only_where_all_its_rows_tell_the_same_act():
    names = [f"i{n:03}" for n in range(5)]
    headers = [page(name) for name in names]
    alike = compiled(given([incident(name) for name in names], headers=headers, records=records(names)))
    assert {quote.of for quote in alike.quotes} == {alike.groups[0].id}
    acts = ["fire", "fire", "fire", "fire", "detain"]
    mixed = [incident(name, act=act) for name, act in zip(names, acts, strict=True)]
    assert not compiled(given(mixed, headers=headers, records=records(names))).quotes


def test_what_was_not_quoted_at_first_is_never_quoted_and_what_was_stays_as_it_was():
    one = release([page("o")], ())
    assert not release([page("o")], records(["o"]), pasts=[one.past]).quotes
    first = release([page("o")], records(["o"]))
    more = TEXT.replace("anyone who crosses", "anybody")
    again = release([page("o")], records(["o"]), pasts=[first.past])
    assert again.quotes == first.quotes
    assert not release([page("o")], records(["o"], more), pasts=[first.past]).quotes
    both = compiled(
        given(
            orders=[order("o", report="r-o"), order("p", report="r-p", issued=att("2021-02-01"))],
            headers=[page("o"), page("p")],
            records=records(["o", "p"]),
            pasts=[first.past],
        )
    )
    assert len(both.quotes) == 2


def test_a_policy_with_too_long_quotes_is_refused_with_its_line():
    from holdfire.errors import DataError
    from holdfire.release.audience import OURS

    text = shipped_policies().replace("quote_words = 12", "quote_words = 400")
    with pytest.raises(DataError, match="quote_words is not between 0 and 25"):
        read_policy(text, OURS[0])
