"""Searches: English and Korean, words, phrases, beginnings, words to leave out; alike on every store."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from holdfire.errors import BookError
from holdfire.store.search.query import Clause, parse_query
from holdfire.store.search.ranking import placed, snippet, spans
from holdfire.store.search.terms import OVERLAP, PART, parts_of, terms_of
from tests.store.reports import AT, plain

TEXTS = {
    "flares": "Guards were told to fire flares, not live ammunition, at the border.",
    "goat": "A guard's goat strayed over the river; soldiers shot it.",
    "korean": "북한 국경경비대가 두만강에서 총을 쏘았다. 권총 한 자루가 발견되었다.",
    "cafe": "The Café near Hyesan-dong closed. Live music; ammunition elsewhere.",
    "units": "The 27th Brigade and U.N. observers met in Şırnak on the Straße.",
}


@pytest.fixture
def filled(book):
    with book.change(who="ada", at=AT) as change:
        change.keep(
            [
                plain(words, title="Live ammunition" if name == "goat" else None)
                for name, words in TEXTS.items()
            ]
        )
    return book


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("flare", "flares"),
        ("FLARES", "flares"),
        ("guards", "flares goat"),
        ("guard's", "flares goat"),
        ("live ammunition", "flares goat cafe"),
        ('"live ammunition"', "flares goat"),
        ('"ammunition live"', ""),
        ('"live ammunition" -goat', "flares"),
        ("ammun*", "flares goat cafe"),
        ('"fire fla*', ""),
        ("cafe", "cafe"),
        ("hyesan-dong", "cafe"),
        ("27th brigade", "units"),
        ("sirnak", ""),
        ("şırnak", "units"),
        ("strasse", "units"),
        ("국경", "korean"),
        ("경비대", "korean"),
        ("국경경비대", "korean"),
        ("국경 두만강", "korean"),
        ('"국경경비대가 두만강"', "korean"),
        ('"두만강 국경경비대가"', ""),
        ("총", "korean"),
        ("두만", "korean"),
        ("만두", ""),
        ("title : goat", ""),
        ("goat NEAR soldiers", ""),
        ("goat' OR '1", ""),
    ],
)
def test_what_answers(filled, asked, names):
    hits = filled.search(asked)
    found = {name for name, words in TEXTS.items() for hit in hits if _words(filled, hit) == words}
    assert found == set(names.split())
    assert filled.search.number(asked) == len(hits)


def _words(book, hit):
    return book.reports.opened(hit.report).words


@pytest.mark.parametrize("asked", ["゛", "", "  ", '""', "-goat", "* - !", "''"])
def test_nothing_to_search_for_is_said(filled, asked):
    with pytest.raises(BookError, match="nothing to search for"):
        filled.search(asked)


def test_the_title_counts_more(filled):
    assert _words(filled, filled.search("live ammunition")[0]) == TEXTS["goat"]


def test_pages_follow_each_other(book):
    with book.change(who="ada", at=AT) as change:
        change.keep([plain(f"Guard number {n}" + " guard" * (n % 5)) for n in range(130)])
    pages = [book.search("guard", limit=50, offset=start) for start in (0, 50, 100)]
    ids = [hit.report.id for page in pages for hit in page]
    assert len(ids) == len(set(ids)) == 130


def test_a_phrase_is_found_far_into_a_long_text(book):
    filler = " ".join(f"word{n} the" for n in range(6000))
    with book.change(who="ada", at=AT) as change:
        change.keep([plain(f"{filler} they opened fire {filler}")])
    assert len(book.search('"the they opened fire word0"')) == 1


def test_a_snippet_marks_the_words_found():
    words = "x " * 300 + "At dawn the guards fired flares; no guard fired live rounds. " + "y " * 300
    query = parse_query("guards flare")
    made = snippet(query, words)
    assert [made.text[a:b] for a, b in made.marks] == ["guards", "flares", "guard"]
    assert len(made.text) < 300
    korean = "북한 국경경비대가 총을 쏘았다."
    made = snippet(parse_query("경비대"), korean)
    assert [made.text[a:b] for a, b in made.marks] == ["경비대"]


@given(st.text(max_size=200) | st.text("゛\u3097ゟヿかが가\u3099각ᄀ", max_size=9))
@example("゛")
@example("\u3097")
@example("ゟ가")
def test_places_and_terms_agree(text):
    terms = _all_placed(text)
    assert [each.term for each in terms] == terms_of(text)
    assert all(0 <= each.start < each.end <= len(text) for each in terms)
    assert all(term and term.isalnum() for term in terms_of(text))


@given(st.text(max_size=60))
def test_any_words_of_a_text_find_it(text):
    """Whatever is typed is taken as words, never as a language of its own."""
    try:
        query = parse_query(text.replace("-", " ").replace('"', " ").replace("*", " "))
    except BookError:
        assert not terms_of(text)
        return
    assert all(spans(clause, _all_placed(text)) for clause in query.wanted)
    assert all(_found(clause, text) for clause in query.wanted)


def _all_placed(text):
    return [each for run in placed(text, Clause(("",), begins=True)) for each in run]


def _found(clause, text):
    return [span for run in placed(text, clause) for span in spans(clause, run)]


SOME_WORDS = st.sampled_from(
    ["live", "Lives", "live-fire", "live’s", "’", "fire", "-", "fires.", "총을", "the"]
)


@given(
    st.lists(SOME_WORDS, max_size=30).map(" ".join),
    st.lists(SOME_WORDS, min_size=1, max_size=3),
    st.booleans(),
)
def test_only_places_that_matter_are_worked_out_and_none_is_missed(text, asked, begins):
    clause = Clause(tuple(terms_of(" ".join(asked)))[:3], begins=begins)
    if clause.terms:
        assert _found(clause, text) == spans(clause, _all_placed(text))


def test_places_of_other_words_are_not_worked_out():
    text = "filler " * 1000 + "they opened fire at dawn " + "filler " * 1000
    assert list(placed(text, Clause(("shot",)))) == []
    (run,) = placed(text, Clause(("opened", "fire")))
    assert [text[each.start : each.end] for each in run] == ["opened", "fire"]


@given(st.integers(0, 3 * PART))
def test_stretches_hold_all_terms_and_overlap(number):
    terms = [str(n) for n in range(number)]
    parts = list(parts_of(terms))
    assert all(len(part) <= PART for part in parts)
    assert {term for part in parts for term in part} == set(terms)
    for left, right in pairwise(parts):
        assert left[-OVERLAP:] == right[:OVERLAP]
