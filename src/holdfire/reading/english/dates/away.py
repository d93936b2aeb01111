"""Distances in time: so many units ago, later, from now, the past few of them."""

from holdfire.reading.english.dates.meaning import Away, Every, In, Length, Meaning, Origin, Over
from holdfire.reading.english.dates.words import UNITS, number
from holdfire.reading.english.dates.writing import date_rule
from holdfire.reading.grammar.matcher import Found
from holdfire.reading.grammar.pattern import word_set

_ONWARD = ("later", "from now", "hence", "on", "afterwards", "from today", "thereafter", "after that")
_BEFORE_VERBS = word_set("will would could can may might to must should did does not shall")


def _away(found: Found) -> Meaning | None:
    g = found.match
    count, unit = number(g["count"]), UNITS[g["unit"]]
    where = " ".join(g["where"].split())
    origin: Origin = "now" if where in ("ago", "from now", "hence", "back", "from today") else "then"
    return Away(count, unit, 1 if where in _ONWARD else -1, origin)


def _fortnight(found: Found) -> Meaning | None:
    g = found.match
    if g["way"]:
        return Over(2, "week", 1 if g["way"] in ("next", "coming") else -1)
    if g["count"] == "every":
        return Every(Length(((2, "week"),)))
    count = 2 * (number(g["count"]) or 0)
    return Away(count, "week", -1) if g["ago"] else Length(((count or None, "week"),))


def _ahead(found: Found) -> Meaning | None:
    unit = UNITS[found.match["unit"]]
    return Away(number(found.match["count"]), unit, 1)


def _over(found: Found) -> Meaning | None:
    g = found.match
    unit = UNITS[g["unit"]]
    count = number(g["count"]) if g["count"] else None
    sign = 1 if g["way"].split()[-1] in ("next", "coming", "following") else -1
    if found.match.group().startswith("last") and _takes_verb(found):
        return None
    if g["count"] is None and not g["unit"].endswith("s"):
        return None
    return Over(count, unit, sign)


def _takes_verb(found: Found) -> bool:
    """Whether "last" is a verb here: "it will last two hours"."""
    before = found.before()[-1:]
    return bool(before) and (before[0].lower() in _BEFORE_VERBS or before[0].lower().endswith(("n't", "n’t")))


RULES = (
    date_rule(
        "relative.away",
        at="unit",
        says=r"(?P<count><count>|several|few)[ -](?:more )?(?:full |short |long )?(?P<unit><unit>)"
        r"(?: or so)?[ -](?P<where>ago|earlier|later(?! (?:this|that|in|on)(?![a-z]))|from now"
        r"|hence|back|before that|before(?= ?[.,;:)]|$)|afterwards|thereafter|from today"
        r"|after that)",
        means=_away,
        reads={
            "two weeks ago": "2022-W02",
            "ten days later": "2022-02-05",
            "a year earlier": "2021",
            "three months ago": "2021-10",
            "several years ago": "PAST_REF",
        },
        but_not=("later than two weeks",),
    ),
    date_rule(
        "relative.some_away",
        at="unit",
        says=r"(?:just |only )?(?P<unit>minutes|hours|days|weeks|months|years|decades)[ -]"
        r"(?P<where>ago|earlier|later(?! (?:this|that|in|on|than)(?![a-z]))|before that|afterwards"
        r"|thereafter|after that)",
        means=lambda f: Away(
            None,
            UNITS[f.match["unit"]],
            1 if " ".join(f.match["where"].split()) in _ONWARD else -1,
            "now" if f.match["where"] == "ago" else "then",
        ),
        reads={"just months ago": "PAST_REF", "On Jan. 17 he fled. Weeks later": "2022-01-17 FUTURE_REF"},
        but_not=("three weeks later",),
    ),
    date_rule(
        "relative.fortnight",
        at="fortnight",
        says=r"(?:(?:over |in )?the (?P<way>past|last|next|coming) |(?P<count><figure>|every) )fortnights?"
        r"(?P<ago> ago)?",
        means=_fortnight,
        reads={"a fortnight ago": "2022-W02", "for a fortnight": "P2W", "in the past fortnight": "P2W"},
        but_not=("the fortnightly review",),
    ),
    date_rule(
        "relative.ahead",
        at="unit",
        says=r"in (?P<count><figure>)[ -](?P<unit><unit>)'?(?: time| from now)(?! of)",
        means=_ahead,
        reads={"in two weeks' time": "2022-W06"},
    ),
    date_rule(
        "relative.in",
        at="unit",
        says=r"in (?:about |just )?(?P<count><count>)[ -](?:more )?(?P<unit><unit>)(?! (?:of|ago|later"
        r"|earlier|from)| ?-)",
        means=lambda f: In(number(f.match["count"]), UNITS[f.match["unit"]]),
        reads={"it will end in two weeks": "2022-W06", "it ended in two weeks": "P2W"},
        but_not=("in a week of rain", "in the first two weeks"),
    ),
    date_rule(
        "relative.over",
        at="unit",
        says=r"(?:each of )?(?:the )?(?P<way>last|past|previous|first past|next|coming|preceding"
        r"|following|latest) (?:(?P<count><count>|few|several|couple)"
        r"(?: of)?[ -])?(?:or more )?(?:trading |full |consecutive |business )?(?P<unit><unit>)"
        r"(?: or so)?(?!-old)",
        means=_over,
        reads={
            "over the last two years": "P2Y",
            "the past two weeks": "P2W",
            "the next few days": "PXD",
            "the past 20 months": "P20M",
        },
        but_not=("the last two men", "it will last two hours"),
    ),
    date_rule(
        "relative.year_ago",
        at="unit",
        says=r"(?:the )?(?:comparable |same )?year[- ](?:ago|earlier)(?: (?:period"
        r"|quarter))?(?! [a-z0-9]+[ -]quarter)",
        means=lambda _: Away(1, "year", -1, "then"),
        reads={"the year-earlier period": "2021", "from the year-ago quarter": "2021"},
        note="In a text that speaks of a quarter it is that quarter of the year before.",
    ),
)
