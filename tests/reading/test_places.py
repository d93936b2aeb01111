# mypy: disable-error-code="union-attr,index,arg-type,operator,no-untyped-call"
import pytest

from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.model.span import Span
from holdfire.reading.english.places.answers import places_of
from holdfire.reading.english.places.finding import PlaceFinder, find_places
from holdfire.reading.english.places.outlets import country_of, labels, places_of_outlet
from holdfire.reading.english.places.rules import RULES

EXAMPLES = [(r, e) for r in RULES for e in r.examples]
COUNTEREXAMPLES = [(r, c) for r in RULES for c in r.counterexamples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{r.name}: {e.words}" for r, e in EXAMPLES])
def test_examples(rule, example):
    assert rule.produce(example.words) == example.value


@pytest.mark.parametrize(
    ("rule", "words"), COUNTEREXAMPLES, ids=[f"{r.name}: {c}" for r, c in COUNTEREXAMPLES]
)
def test_counterexamples(rule, words):
    assert rule.produce(words) is None


def quotes(words):
    return [words[m.start : m.end] for m in find_places(words) if m.kind == "place"]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("Orlando Figes, whose work was confiscated, wrote to Sam Hilton.", []),
        ("Judge Houston spoke. Houston said no.", []),
        ("Houston is wet. Police in Houston said so.", ["Houston", "Houston"]),
        ("Paris, Lyon and Marseille were calm.", ["Paris", "Lyon", "Marseille"]),
        ("The Arab-Israeli war and Egyptian-US relations", ["US"]),
        ("Rep. Elaine Roe, D-Charleston, voted.", ["Charleston"]),
        ("Reading is hard. Mobile phones ring. Most people sleep.", []),
        ("It happened in Reading on Sunday.", ["Reading"]),
        ("Turkey and China signed.", ["Turkey", "China"]),
        ("Atlanta Police and the Dublin City Council met.", ["Atlanta", "Dublin City"]),
        ("The Boston Globe and Los Angeles Times reported.", []),
        ("Eleven villagers were shot in Konsar village.", ["Konsar"]),
        ("", []),
    ],
)
def test_places_are_told_from_persons_papers_and_plain_words(words, places):
    assert quotes(words) == places


def test_the_area_of_a_country_is_in_no_other():
    found = places_of("Guards fired in the Kalgan area of Iran, not in Kalgan.")
    assert [(row["quote"], row["value"] and row["value"]["id"]) for row in found][:2] == [
        ("Kalgan", None),
        ("Iran", "IR"),
    ]


def test_spans_to_skip_hold_no_places():
    words = "A checkpoint in Pungso County. Soldiers in Musan fired."
    assert [words[m.start : m.end] for m in find_places(words, skip=[Span(0, 30)])] == ["Musan"]


def test_offsets_point_into_the_text():
    words = "“Fire,” he said in Hoeryong – and in N’Djamena’s streets, in Ágios Nikólaos and Łódź."
    for m in find_places(words):
        assert words[m.start : m.end].startswith(m.name[:3])


def test_answers_have_the_form_of_the_record():
    found = places_of("Guards near the village of Qwertin, Musan County.")
    assert found[0] | {"start": 0, "end": 0} == {
        "start": 0, "end": 0, "quote": "Qwertin", "value": None, "kind": "place", "rule": "place.unknown",
    }  # fmt: skip
    assert found[1]["value"]["id"] == "KP-MUSAN"
    assert found[1]["value"]["precision"] == 3
    river = places_of("They crossed the Yalu.")[0]["value"]
    assert (river["lat"], river["lon"], river["precision"]) == (None, None, 5)


def test_the_url_of_an_outlet_weighs_for_its_own_places():
    def first(**known):
        return places_of("Paris firefighters met on Monday.", **known)[0]["value"]["id"]

    assert first() == "gn:2988507"
    assert first(url="http://www.parisbeaconnews.com/story") != "gn:2988507"
    assert first(url="http://news.example.fr/story") == "gn:2988507"


def test_hosts():
    assert labels("www.cambridge-news.co.uk") == ["cambridge-news"]
    assert country_of("cambridge-news.co.uk") == "GB"
    assert country_of("example.com") == ""
    assert places_of_outlet("cambridge-news.co.uk", "", shipped_gazetteer())[0].country == "GB"
    assert places_of_outlet("", "", shipped_gazetteer()) == ()


def test_a_finder_remembers_without_changing_its_answers():
    finder = PlaceFinder(shipped_gazetteer())
    words = "Guards in Musan and Hoeryung County fired near Dallas, Texas."
    assert finder.find(words) == finder.find(words)
