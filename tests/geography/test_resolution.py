# mypy: disable-error-code="union-attr,index,arg-type,operator,no-untyped-call"
import pytest

from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.geography.resolution import Named, resolve

PLACES = shipped_gazetteer()


def named(*names):
    return [Named(n, n + 1, name, PLACES.lookup(name)) for n, name in enumerate(names)]


def province(mentions, at=0, **known):
    found = resolve(mentions, **known)[at]
    return found.province if found else None


def test_alone_the_largest_place_is_meant():
    assert resolve(named("Paris"))[0].country == "FR"


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("San Salvador", "SV"),
        ("La Paz", "BO"),
        ("Hebron", "PS"),
        ("Tunis", "TN"),
        ("Santiago", "CL"),
        ("Sofia", "BG"),
    ],
)
def test_a_place_whose_people_nobody_counted_is_not_the_largest(name, country):
    assert resolve(named(name))[0].country == country


@pytest.mark.parametrize("name", ["Kyiv", "Moscow", "Minsk", "Buenos Aires", "Zagreb", "Vientiane"])
def test_a_city_is_meant_and_not_the_province_around_it_that_is_named_like_it(name):
    assert resolve(named(name))[0].level == "city"


def test_names_that_occur_together_decide():
    assert province(named("Paris", "Dallas", "Texas")) == "US.TX"
    assert province(named("Paris", "Henry County", "Tennessee")) == "US.TN"
    assert resolve(named("Georgia", "Tbilisi", "Abkhazia"))[0].id == "GE"
    assert resolve(named("Georgia", "Atlanta", "Alabama"))[0].id == "US.GA"


def test_a_county_that_two_names_share_settles_both():
    mentions = named("Huntsville", "Walker County")
    assert [e.province for e in resolve(mentions)] == ["US.TX", "US.TX"]


def test_a_stated_division_outweighs_all_else():
    mentions = named("Springfield", "Chicago", "Springfield")
    mentions[0].within = "US.MA"
    assert [e.province for e in resolve(mentions)] == ["US.MA", "US.IL", "US.MA"]


def test_the_town_is_meant_unless_the_division_is_named():
    assert resolve(named("Kandahar"))[0].level == "city"
    mentions = named("Buffalo", "New York")
    mentions[0].parent = 1
    assert [e.level for e in resolve(mentions)] == ["city", "province"]


def test_the_outlet_weighs():
    home = [e for e in PLACES.lookup("Paris") if e.province == "US.TX" and e.level == "city"]
    assert province(named("Paris"), outlet=home, country="US") == "US.TX"


def test_an_unknown_name_stays_unresolved():
    assert resolve(named("Qwertin", "Musan")) == [None, PLACES.lookup("Musan")[0]]
    assert resolve([]) == []


@pytest.mark.parametrize(
    ("names", "country"),
    [
        (("Rawalakot", "Line of Control", "India", "Battal"), None),
        (("Tel Abyad", "Syria", "Akcakale"), "TR"),
        (("Poland", "Bialystok", "Lithuania", "Bruzgi"), "BY"),
        (("Battal",), "TR"),
        (("Cucuta", "Venezuela", "Tokyo"), "JP"),
    ],
    ids=lambda given: given if isinstance(given, str) else None,
)
def test_a_small_far_place_of_a_country_that_nothing_speaks_of_is_no_place(names, country):
    found = resolve(named(*names))[-1]
    assert (found.country if found else None) == country
