"""Lengths of time."""

from holdfire.reading.english.dates.meaning import Length, Meaning, Unit
from holdfire.reading.english.dates.words import UNITS, number
from holdfire.reading.english.dates.writing import date_rule
from holdfire.reading.grammar.matcher import Found


def _length(found: Found) -> Meaning | None:
    g = found.match
    unit = UNITS[g["unit"]]
    count = number(g["count"])
    if (count == 1 and g["count"] in ("a", "an") and _is_rate(found)) or (
        unit == "quarter" and (count in (None, 1, 3))
    ):
        return None
    if unit == "second" and not g["unit"].startswith(("seconds", "sec")) and count != 1:
        return None
    if g["unit"] in ("sec", "second") and g["count"] in ("a", "an"):
        return None
    if g["half"] and count is not None:
        count += 0.25 if "quarter" in g["half"] else 0.5
    parts: tuple[tuple[float | None, Unit], ...] = ((count, unit),)
    if g["count2"]:
        parts += ((number(g["count2"]), UNITS[g["unit2"]]),)
    return Length(parts)


def _is_rate(found: Found) -> bool:
    """Whether "a year" says how often: "four flights a week", "$500 million a year"."""
    before = found.words[max(found.match.start() - 24, 0) : found.match.start()].rstrip()
    last = before.rsplit(None, 1)[-1:]
    return bool(last) and (
        (
            last[0].endswith(("s", "%"))
            and last[0].lower()
            not in ("is", "was", "has", "this", "as", "its", "plus", "lasts", "takes", "times", "spends")
        )
        or last[0][-1:].isdigit()
        or last[0] in ("million", "billion", "percent", "once", "twice", "thousand")
    )


def _attached(found: Found) -> Meaning | None:
    """A figure with its unit attached; a single letter only after "for" and the like."""
    unit = found.match["unit"]
    before = found.before()[-1:]
    if len(unit) == 1 and (not before or before[0].lower() not in ("for", "lasted", "after", "within", "in")):
        return None
    return Length(
        (
            (
                number(found.match["count"]),
                UNITS[{"h": "hour", "d": "day", "w": "week", "y": "year"}.get(unit, unit)],
            ),
        )
    )


def _plural(found: Found) -> Meaning | None:
    """Units without a number, where a preposition makes them a duration: "for years"."""
    before = [w.lower() for w in found.before()[-2:]]
    beside = before[-1:] == ["the"] and found.match["beside"] is not None
    governed = before[:1] if beside else before[-1:]
    known = governed and governed[0] in ("for", "in", "within", "over", "during")
    return Length(((None, UNITS[found.match["unit"]]),)) if known else None


RULES = (
    date_rule(
        "duration",
        at="unit second daypart",
        says=r"(?:the (?:first |last |latest |year-earlier )?|another )?(?P<count><count>)[ -]?(?:more "
        r"|additional |full |straight |consecutive |long |trading |business |entire "
        r"|calendar )?(?P<unit><unit>)(?! ?-?olds?\b|s?-olds?)(?P<half> and (?:a |one )?(?:half"
        r"|quarter))?(?:(?: and |, (?:and )?| (?=[0-9]))(?P<count2><figure>)[ -](?P<unit2><unit>)"
        r"(?! (?:ago|earlier|later)))?",
        means=_length,
        reads={
            "for two years": "P2Y",
            "10 days": "P10D",
            "a two-week ban": "P2W",
            "2 1/2 years": "P2.5Y",
            "several months": "PXM",
            "a minute and a half": "PT1.5M",
            "the first nine months": "P9M",
        },
        but_not=("a second man", "the second of them", "a 17-year-old", "6 years old"),
    ),
    date_rule(
        "duration.attached",
        at="amount",
        says=r"(?P<count>[0-9]+(?:\.[0-9]+)?)"
        r"(?P<unit>years?|months?|weeks?|days?|hours?|hrs?|mins?|minutes?|[hdwy])",
        means=_attached,
        reads={"for 3h": "PT3H", "after 3.5years": "P3.5Y"},
        but_not=("a 3D print", "4W drive"),
    ),
    date_rule(
        "duration.one_and_a_half",
        at="unit",
        says=r"(?P<count><figure>) and (?:a )?(?P<part>half|quarter) (?P<unit><unit>)",
        means=lambda f: Length(
            (
                (
                    (number(f.match["count"]) or 0) + (0.5 if f.match["part"] == "half" else 0.25),
                    UNITS[f.match["unit"]],
                ),
            )
        ),
        reads={"one and a half hours": "PT1.5H"},
    ),
    date_rule(
        "duration.range",
        at="unit",
        says=r"(?P<a><figure>)(?: to | or |-| and )(?P<b><figure>)[ -](?P<unit><unit>)(?!-old)",
        means=lambda f: Length(((number(f.match["b"]), UNITS[f.match["unit"]]),)),
        reads={"two to three weeks": "P3W"},
    ),
    date_rule(
        "duration.all",
        at="unit",
        says=r"all (?P<unit>day|week|month|year|quarter)(?: long)?(?!s)",
        means=lambda f: Length(((1, UNITS[f.match["unit"]]),)),
        reads={"they kept watch all day": "P1D"},
        but_not=("all days",),
    ),
    date_rule(
        "duration.plural",
        at="unit",
        says=r"(?P<unit>years|months|weeks|days|hours|minutes|decades|centuries)(?! of the)"
        r"(?=(?P<beside> (?:before|after|since|following|leading|preceding|that followed)(?![a-z]))?)",
        means=_plural,
        reads={"for years": "PXY", "in the weeks after the shooting": "PXW"},
        but_not=("the years",),
    ),
)
