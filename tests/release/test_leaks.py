"""What was written, held against what must stay."""

import pytest

from holdfire.assessment.units import shipped_units
from holdfire.release.compiling import compiled
from holdfire.release.leaks import Leaks, Phrases, Written, allowed, strange
from holdfire.release.publication import Publication
from holdfire.release.secrets import Secret, private_parts
from holdfire.release.specimen import said_days, specimen
from tests.release.telling import given, order, page
from tests.release.test_disclosure import many

OURS = ["guards fire at persons in Musan, North Korea", "the day and the place"]
COMMON = frozenset({"guards", "fire", "day", "place", "shot", "river"})


def leaks(text, said, common=COMMON):
    ours = allowed(OURS, days=["2021-05-01"], points=["42.226"], ids=["0123456789ab"])
    written = Written(ours)
    written.add("f.json", strange([text], ours))
    held = Leaks(written, common)
    found = list(held.of([Secret(said, "Party.name", "report r")]))
    if held.phrases:
        phrases = Phrases(held.phrases)
        found += [phrases.leak(n, "f.json") for n in phrases.numbers([text]) - phrases.numbers(OURS)]
    return [leak.said for leak in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"x":"Kim Chol-su"}', "Kim Chol-su, 34"),
        ("/kim_chol-su/", "KIM CHOL SU"),
        ("born in Pérez", "Jose Perez"),
        ("on 2021-05-03", "2021-05-03"),
        ('"lat":42.2671', "42.2671"),
        ('"id":"aaaabbbbccccdddd"', "aaaabbbbccccddddeeee"),
        ("the guards fire at the river", "guards fire at the"),
    ],
)
def test_it_is_found_however_it_is_written(text, said):
    assert leaks(text, said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("guards fire at persons in Musan", "guards fire at persons"),
        ("on 2021-05-01 at 42.226", "2021-05-01"),
        ("on 2021-05-01 at 42.226", "42.226"),
        ("0123456789ab", "0123456789abcdef"),
        ("the place", "Kim Chol-su"),
        ("the guards shot", "shot"),
    ],
)
def test_what_a_release_says_anyway_is_no_leak(text, said):
    assert leaks(text, said) == []


def test_the_words_of_a_report_are_looked_for_by_eight_in_a_row():
    told = "one of the guards fire at persons in the river day"
    ours = allowed(OURS, days=(), points=(), ids=())
    written = Written(ours)
    written.add("f.txt", strange([f"x {told} y"], ours))
    held = Leaks(written, COMMON | set(told.split()))
    assert list(held.of_text(f"There {told} was.", "report r")) == []
    assert Phrases(held.phrases).numbers([f"x {told} y"])


def test_what_an_address_may_tell_of_who_fetched_it():
    url = "https://ada:secret@site.org/a?utm=token&id=3#part"
    assert private_parts(url) == ["ada", "secret", "part", "token", "3"]


def test_a_specimen_says_every_code_and_nothing_of_the_release():
    made = compiled(given(many(5), orders=[order("o")], headers=[page("o")]))
    said = (made.rows, made.groups, made.orders, made.pages)
    told = Publication("public", "2023-03-01", "Holdfire", (5, 5), (2, 1), *said)
    shown = specimen(told, shipped_units())
    assert {row.outcome.act for row in shown.incidents} >= {"fire", "detain", "hold_fire"}
    assert not {row.id for row in shown.incidents} & {row.id for row in told.incidents}
    assert not {page.url for page in shown.pages} & {page.url for page in told.pages}
    assert {"2023-03-01", "2021-01-17", "2021-05-01", "2021-05-31", "2021-06-01"} <= set(said_days(told))
