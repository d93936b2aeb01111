"""Words that stand by names of places, and words that names of places are mistaken for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from holdfire.geography.peoples import peoples
from holdfire.reading.english.places.lists import listed

_COUNTY, _PROVINCE, _CITY = ("county", "province"), ("province",), ("city", "county")
_DISTRICT = ("county", "district", "city")
KINDS: dict[str, tuple[str, ...]] = {
    "county": _COUNTY, "counties": _COUNTY, "parish": ("county",), "prefecture": _COUNTY,
    "tehsil": _COUNTY, "upazila": _COUNTY, "woreda": _COUNTY, "raion": _COUNTY, "canton": _COUNTY,
    "department": _COUNTY, "division": _COUNTY, "district": _DISTRICT, "districts": _DISTRICT,
    "governorate": _PROVINCE, "province": _PROVINCE, "provinces": _PROVINCE, "state": _PROVINCE,
    "states": _PROVINCE, "oblast": _PROVINCE, "krai": _PROVINCE, "region": ("province", "region", "county"),
    "regions": ("province", "region", "county"), "republic": ("country", "province"), "city": _CITY,
    "cities": ("city",), "town": ("city",), "village": ("city",), "township": _CITY, "municipality": _CITY,
    "subdistrict": _CITY, "island": ("region", "city"), "river": ("river",), "rivers": ("river",),
}  # fmt: skip

DIVISIONS = (
    "county", "province", "district", "prefecture", "village", "township", "governorate", "oblast",
    "sector", "valley", "triangle", "crossing", "checkpoint", "area", "locality", "neighborhood",
    "neighbourhood", "canton", "commune", "outpost", "raion", "subdistrict", "tehsil", "upazila", "woreda",
)  # fmt: skip
"""Words that make a place of an unknown name before them."""
POSTAL = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND "
    "OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC"
)
STATES = {
    "Ala.": "US.AL", "Ariz.": "US.AZ", "Ark.": "US.AR", "Calif.": "US.CA", "Cal.": "US.CA", "Colo.": "US.CO",
    "Conn.": "US.CT", "Del.": "US.DE", "Fla.": "US.FL", "Ga.": "US.GA", "Ill.": "US.IL", "Ind.": "US.IN",
    "Kan.": "US.KS", "Kans.": "US.KS", "Ky.": "US.KY", "La.": "US.LA", "Md.": "US.MD", "Mass.": "US.MA",
    "Mich.": "US.MI", "Minn.": "US.MN", "Miss.": "US.MS", "Mo.": "US.MO", "Mont.": "US.MT", "Neb.": "US.NE",
    "Nebr.": "US.NE", "Nev.": "US.NV", "N.H.": "US.NH", "N.J.": "US.NJ", "N.M.": "US.NM", "N.Y.": "US.NY",
    "N.C.": "US.NC", "N.D.": "US.ND", "Okla.": "US.OK", "Ore.": "US.OR", "Pa.": "US.PA", "Penn.": "US.PA",
    "R.I.": "US.RI", "S.C.": "US.SC", "S.D.": "US.SD", "Tenn.": "US.TN", "Tex.": "US.TX", "Vt.": "US.VT",
    "Va.": "US.VA", "Wash.": "US.WA", "W.Va.": "US.WV", "W. Va.": "US.WV", "Wis.": "US.WI", "Wyo.": "US.WY",
    "D.C.": "US.DC", "P.R.": "PR", "B.C.": "CA.02", "Alta.": "CA.01", "Sask.": "CA.11", "Man.": "CA.03",
    "Ont.": "CA.08", "Que.": "CA.10", "N.B.": "CA.04", "N.S.": "CA.07", "P.E.I.": "CA.09", "N.L.": "CA.05",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Sets of words, lower case without full stops, that tell names of places from others.

    `after` are words that make what stands before them no place (streets, papers, schools); `titles` go
    before persons; `heads` stand after the name of a place without changing it ("Paris Police"), `before`
    stand before one ("downtown Paris"), `locative` make the next name a place
    and `loosely` may; `bodies` take "of" a place
    for their own name ("University of Ohio"). `never` are peoples, firms and bodies with names like those
    of places; `frequent` names of persons are persons when they stand alone. `ordinary` is all that is
    no name: a capitalised word outside it is one.
    """

    after: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    heads: frozenset[str]
    before: frozenset[str]
    locative: frozenset[str]
    loosely: frozenset[str]
    calendar: frozenset[str]
    saying: frozenset[str]
    never: frozenset[str]
    given: frozenset[str]
    frequent: frozenset[str]
    common: frozenset[str]
    ordinary: frozenset[str]
    demonyms: Mapping[str, str]


def table(name: str) -> dict[str, list[str]]:
    """A table of lines "key<tab>words"; in a name of several words "_" stands for the space."""
    rows = (line.partition("\t") for line in listed(name))
    return {key: [word.replace("_", " ") for word in words.split()] for key, _, words in rows}


@cache
def place_words() -> PlaceWords:
    """The sets, read once."""
    sets = {key: frozenset(words) for key, words in table("places.tsv").items()}
    common = frozenset(listed("common_words.txt"))
    given = frozenset(listed("given_names.txt")) | sets["international_names"]
    return PlaceWords(
        after=sets["streets"] | sets["papers"] | sets["schools"],
        titles=sets["titles"],
        bodies=sets["bodies"],
        heads=sets["heads"],
        before=sets["before"],
        locative=sets["locative"],
        loosely=sets["loosely_locative"],
        calendar=sets["calendar"],
        saying=sets["saying"],
        never=sets["never"],
        given=given - sets["before"],
        frequent=frozenset(listed("frequent_names.txt")),
        common=common,
        ordinary=common | sets["heads"] | sets["before"] | sets["titles"],
        demonyms=peoples(),
    )
