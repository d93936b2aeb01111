"""Parts of the day: morning, dusk, before dawn."""

from holdfire.reading.english.dates.meaning import Daypart, Every, Meaning
from holdfire.reading.english.dates.words import DAYPARTS
from holdfire.reading.english.dates.writing import date_rule
from holdfire.reading.grammar.matcher import Found

_SUN = {
    "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO", "predawn": "TMO",
    "sunset": "TEV", "sundown": "TEV", "dusk": "TEV", "dark": "TEV", "nightfall": "TEV",
}  # fmt: skip
SUN = frozenset(_SUN)
_MEALS = {"breakfast": "TMEB", "lunch": "TMEL", "dinner": "TMED", "supper": "TMED"}
MEALS = frozenset(_MEALS)


def _daypart(found: Found) -> Meaning | None:
    g = found.match
    before = found.words[max(found.match.start() - 6, 0) : found.match.start()].lower()
    if before.endswith(("good ", "good-")) or (
        g["part"] in ("dawn", "dusk") and found.words[found.match.end() : found.match.end() + 3] == " of"
    ):
        return None
    if g["plural"]:
        return Every(Daypart(DAYPARTS[g["part"]]))
    return Daypart(DAYPARTS[g["part"]])


def _sun(found: Found) -> Meaning | None:
    """A time by the sun, which a capital would make a name; what follows sunset is night."""
    word, before = found.match["sun"], found.match["before"] or ""
    if found.words[found.match.start("sun")].isupper() or (word == "dark" and not before):
        return None
    return Daypart("TNI" if before.endswith("after") and _SUN[word] != "TMO" else _SUN[word])


RULES = (
    date_rule(
        "daypart.early_hours",
        at="unit daypart",
        says=r"(?:in )?the (?:(?P<late>late(?: night| evening)?)|early|small|wee|early morning"
        r"|pre-?dawn) hours(?=[.,;]| (?:of|on|<weekday>|<month>))",
        means=lambda f: Daypart("TNI" if f.match["late"] else "TMO"),
        reads={
            "in the early hours of Thursday": "2022-01-20TMO",
            "in the early morning hours Saturday": "2022-01-22TMO",
            "in the late night hours on Jan. 17": "2022-01-17TNI",
        },
        but_not=("the early hours were long",),
    ),
    date_rule(
        "daypart.night_of",
        at="daypart",
        says=r"(?:on )?the night (?:of|between|from)(?= (?:the )?(?:<weekday>|<month>|<ordinal>|<day>))",
        means=lambda _: Daypart("TNI"),
        reads={"on the night of Jan. 17 shots fell": "2022-01-17TNI"},
        but_not=("on the night of the fire",),
    ),
    date_rule(
        "daypart",
        at="daypart",
        says=r"(?:(?:(?:early|late|later|earlier) )?(?:(?:in|during|at) )?the )?(?:mid[ -]?|early "
        r"|late )?(?P<part>morning|afternoon|evening|midday|overnight|dawn|dusk|nightfall"
        r"|lunchtime)(?P<plural>s)?",
        means=_daypart,
        reads={"in the morning": "TMO", "overnight": "TNI"},
        but_not=("Good night",),
        note="On the day spoken of, else of publication: an inference.",
    ),
    date_rule(
        "daypart.sun",
        at="daypart",
        says=r"(?:(?P<before>(?:(?:shortly|just|soon) )?(?:before|after)) )?(?P<sun>dawn|daybreak|sunrise"
        r"|predawn|sunset|sundown|dusk|dark|nightfall)(?! of(?![a-z]))",
        means=_sun,
        reads={
            "shot before dawn on Jan. 17": "2022-01-17TMO",
            "crossed after dark": "TNI",
            "at sunrise": "TMO",
            "in a predawn raid": "TMO",
        },
        but_not=("Sunset Boulevard", "a dark road", "dawn of an age"),
    ),
    date_rule(
        "daypart.in_the_night",
        at="daypart",
        says=r"(?:(?:late|later|early|earlier) )?(?:in|during) the night|late (?:at )?night(?! show)",
        means=lambda _: Daypart("TNI"),
        reads={"they crossed during the night": "TNI", "late at night": "TNI", "in the night at 11": "T23"},
        but_not=("at night", "in the nightclub"),
    ),
    date_rule(
        "daypart.meal",
        at="meal",
        says=r"(?:(?:shortly|just|right) )?(?:after|before|around) (?P<meal>breakfast|lunch|dinner|supper)"
        r"(?! [a-z]+s(?![a-z]))",
        means=lambda f: Daypart(_MEALS[f.match["meal"]]),
        reads={"they met after lunch": "TMEL", "just before breakfast": "TMEB"},
        but_not=("over lunch", "before dinner guests arrive"),
    ),
)
