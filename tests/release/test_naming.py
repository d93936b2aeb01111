"""What a cited page may not carry: names of persons, villages, what nobody can check."""

import msgspec
import pytest

from holdfire.assessment.units import shipped_units
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.model.party import Party, Voice
from holdfire.model.place import Place
from holdfire.release.compiling import compiled
from holdfire.release.naming import names
from tests.corroboration.telling import report, said, shooting
from tests.release.telling import PUBLIC, REGIONS, given, header, incident, place


def known(target="a man", speaker="a source", where=None):
    told = shooting("w", date="2021-05-03", town=None)
    told = msgspec.structs.replace(
        told,
        target=(said(Party(target, "civilian")),),
        places=(said(where or place("Musan")),),
        attribution=(said(Voice(speaker, "resident")),),
    )
    return names([report("", told, text="w")], PUBLIC, REGIONS, shipped_units(), shipped_gazetteer())


@pytest.mark.parametrize(
    ("target", "title"),
    [
        ("Kim Chol-su, 34", "Family of Kim Chol Su speaks"),
        ("the smuggler Kim Chol-su", "https://www.dailynk.com/english/kim-chol-su-shot/"),
        ("Jos\u00e9 P\u00e9rez", "https://x.org/jose-perez"),
    ],
)
def test_a_person_is_named_in_any_spelling(target, title):
    assert known(target).found(title) == "names a person"


@pytest.mark.parametrize(
    "target", ["a man", "North Korean soldiers", "Two people", "residents of North Hamgyong"]
)
def test_people_without_names_are_nobody(target):
    assert known(target).found("Two people and North Korean soldiers in North Hamgyong, a man says") == ""


def test_a_village_is_finer_than_is_told_and_a_county_is_not():
    village = known(where=Place(name="Samjang-ri"))
    assert village.found("Shooting near Samjang-ri") == "names a place finer than is told"
    assert known().found("Shooting in Musan County") == ""


def test_a_source_is_a_person_and_an_outlet_is_not():
    assert known(speaker="Pak Yong-ho").found("Pak Yong Ho tells") == "names a person"


def test_letters_that_nobody_checks_are_refused():
    assert (
        known().found("https://www.dailynk.com/%EC%8B%A0%EC%9D%98%EC%A3%BC/")
        == "is in letters that are not checked"
    )


@pytest.mark.parametrize("title", ["Guards shoot Zarobin", "Choe Un Hui tells her story", "x9a8b7c6 seen"])
def test_what_may_be_a_name_is_one(title):
    assert known().strange(title)


@pytest.mark.parametrize(
    "title",
    ["Border guards shoot two", "Anger in Ryanggang Province", "Troops on the Chinese border told once more"],
)
def test_known_words_are_no_names(title):
    assert not known().strange(title)


def test_a_page_leaves_without_what_it_may_not_carry_and_the_reason_is_told():
    headers = [
        header("r-i000", url="https://www.dailynk.com/english/zarobin-tells/", title="Zarobin tells"),
        *(
            header(f"r-i00{n}", url=f"https://www.dailynk.com/english/{n}/", title="Shots")
            for n in range(1, 5)
        ),
    ]
    told = given([incident(f"i00{n}") for n in range(5)], headers=headers, names=known())
    made = compiled(told)
    assert [page.title for page in made.pages].count("Shots") == 4
    (bare,) = (page for page in made.pages if not page.title)
    assert (bare.url, bare.outlet) == ("https://www.dailynk.com/", "Daily NK")
    assert {w.why for w in made.withheld} == {
        "the title may hold a name: not all its words are known: left out",
        "the address may hold a name: not all its words are known: the site alone",
    }
