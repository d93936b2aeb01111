"""Whether a deed is a practice, and over which time: what is wont to be done, or counted over months."""

import re
from collections.abc import Sequence

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.incident import Count
from holdfire.model.statement import Deed
from holdfire.reading.english.dates import ResolvedDate
from holdfire.reading.resolving.lengths import days_of, shifted
from holdfire.reading.resolving.scene import Scene

MANY = 5
CROWD = 100
"""People that no force turns back at once."""
RETURNS = frozenset({"push_back", "pushback"})
LONGEST_INCIDENT = 45
"""Days: what is dated over a longer time is a total or a practice."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T[\d:]+)?[~?]?")
FAR_BEFORE = 60
"""Code points between "since" and the day in its clause: "since the fence was finished in June"."""
_SINCE_THEN = re.compile(r"\bsince\b[^.;,]*$", re.IGNORECASE)
_THIS_YEAR = re.compile(r"\bthis year\b", re.IGNORECASE)
_PAST_YEAR = re.compile(r"\bpast year\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:past|last|previous)\b", re.IGNORECASE)
_UNIT = r"(?:day|night|week|month|year)"
_FREQUENT = re.compile(
    rf"\b(?:every (?:few|couple of|other) {_UNIT}s?|(?:\w+s|people|men|women) a {_UNIT}\b"
    rf"(?! (?:ago|earlier|later|before|after))|{_UNIT} (?:after|by|in,?) {_UNIT}(?: out)?"
    r"|on average|as a matter of (?:course|routine)|as a rule|almost (?:daily|nightly|weekly)|time and again"
    r"|again and again|on a (?:daily|weekly|regular) basis)\b",
    re.IGNORECASE,
)
"""What says how often something is done: "two people a month", "as a matter of course"."""
_SAME_TIME = re.compile(
    r"\b(?:in|over|during|for) the same (?:period|time|span|months|years)\b", re.IGNORECASE
)
"""What says that people are counted over the time told before."""
_SINCE = re.compile(r"\bsince (?:the |last |early |late |mid-)?\w+")
_OPENED_BY_SINCE = re.compile(
    r"Since (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[^.;]*\bha(?:ve|s) ", re.IGNORECASE
)
_OFTEN = re.compile(r"\b(?:twice|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many) times)\b")
YEAR = 4
_ONE_ACT = re.compile(
    r"\b(?:an?|one|the) (?:[\w-]+ ){0,2}"
    r"(?:strike|airstrike|attack|raid|blast|explosion|clash|ambush|shooting|bombing|exchange|stampede|incident)\b",
    re.IGNORECASE,
)
_BY_ACT = re.compile(
    r"\b(?:when|as|after) (?:[\w’'-]+ ){1,6}?(?:\w+ed|shot|fought|blew|beat|broke|stormed)\b"
)
"""How another act is told by which people were harmed: "when herders attacked the village"."""
_FOR_YEARS = re.compile(
    r"\b(?:(?:in|over|during) (?:the )?(?:recent|past|last) (?:years|decades|months|weeks)"
    r"|over the (?:years|decades)|in the past(?=[,.;]| and | but |$)"
    r"|for (?:many |several )?(?:years|decades|months))\b",
    re.IGNORECASE,
)
"""How it is told that something has been done for a long time: "in recent years"."""
_NTH = re.compile(r"\bfor the (?:\w+) time\b", re.IGNORECASE)
"""How it is told that this is one time of several: "for the fourth time in recent months"."""
_LED_TO = re.compile(
    r"[^.;]*\b(?:killing|wounding|injuring|hurting|leaving)"
    r"(?: (?:at|least|about|some|more|than|up|to|nearly))*"
    r" (?:\d+\b|an?\b|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens)\b",
    re.IGNORECASE,
)
"""How it is told what an act led to, with a number of people: "killing one and injuring two"."""
_AT_SPOT = re.compile(r"\b(?:near|at|outside|off|close to|beside)\s+(?:the\s+)?(?:\w+ of )?$")


def is_practice(
    told: Deed, dates: Sequence[ResolvedDate], scene: Scene, *, recurring: Sequence[ResolvedDate] = ()
) -> bool:
    """Whether a deed is told as habitual, as done again and again, or as a total over a long time.

    `recurring` are the words like "every night" in its own clause.
    """
    often = is_repeated(told, dates, scene) or _is_done_often(told, scene)
    if told.mood == "habitual" or often or _is_done_for_years(told, dates, scene):
        return True
    if told.mood == "happened" and _FREQUENT.search(told.span.of(scene.words)):
        return True
    if told.mood == "happened" and _counts_many(told) and _SAME_TIME.search(told.span.of(scene.words)):
        return True
    since = _has_been_since(told, scene)
    since = since or (told.tense == "perfect" and _SINCE.search(told.span.of(scene.words)) is not None)
    if since and _counts_many(told):
        return not _names_day(dates)
    if aggregated(told, dates):
        return not is_one_occasion(told, dates, scene)
    return told.mood == "happened" and (bool(recurring) or _over_a_length(told, scene) is not None)


def _has_been_since(told: Deed, scene: Scene) -> bool:
    """Whether "since" opens a sentence in the perfect: "Since troops came, seven have been killed"."""
    return (
        told.mood == "happened"
        and _OPENED_BY_SINCE.match(scene.sentence(told.sentence).of(scene.words)) is not None
    )


def is_repeated(told: Deed, dates: Sequence[ResolvedDate], scene: Scene) -> bool:
    """Forms like "have fired at groups of migrants", "have turned away 20,000": in the perfect, undated.

    What led to harm to some who are counted was done once: "have fired at migrants, killing one".
    """
    if told.tense != "perfect" or dates or not told.actors or not told.targets:
        return False
    if _LED_TO.search(scene.words, told.cue.end, told.span.end):
        return False
    if told.act in RETURNS and any(isinstance(t.count, int) and t.count > CROWD for t in told.targets):
        return True
    return all(t.count is None and t.lemma.islower() for t in told.targets)


def is_one_occasion(told: Deed, dates: Sequence[ResolvedDate], scene: Scene) -> bool:
    """Whether an act dated by a month or year that is over is told as one: by another act, or at one spot.

    "Last January 33 people were killed when herders attacked the village", "in 2014 the sides exchanged fire
    at Qlaa"; not what "have been killed", nor people counted for a year in a town.
    """
    if told.tense == "perfect" or told.mood != "happened" or not all(_is_over(d, scene) for d in dates):
        return False
    said = scene.words[told.span.start : told.span.end]
    if _ONE_ACT.search(said) or _BY_ACT.search(said):
        return True
    years = any(len((d.value or "").rstrip("~?")) == YEAR for d in dates)
    few = not any(_low(h.phrase.count) > MANY for h in told.harms)
    before = (scene.words[max(0, p.span.start - 24) : p.span.start] for p in scene.places_of(told))
    return (few or not years) and any(_AT_SPOT.search(words) for words in before)


def _is_over(found: ResolvedDate, scene: Scene) -> bool:
    """Whether a time is closed, and not the one in which the report was published."""
    period, said = found.period, found.mention.span.of(scene.words).lower()
    if said.startswith("earlier ") and scene.words[found.mention.span.end :].startswith(
        (" in an ", " in a ")
    ):
        return True
    if period is None or period.open_end or period.open_start or "/" in (found.value or ""):
        return False
    end, today = period.latest, scene.published
    return not said.startswith("this ") and (today is None or end is None or end.isoformat() < today)


def _is_done_often(told: Deed, scene: Scene) -> bool:
    """Forms like "have shot at fishermen three times this month": of people who are not counted."""
    if told.tense != "perfect" or not told.targets or _OFTEN.search(told.span.of(scene.words)) is None:
        return False
    return all(t.count is None and t.lemma.islower() for t in told.targets)


def _is_done_for_years(told: Deed, dates: Sequence[ResolvedDate], scene: Scene) -> bool:
    """Forms like "in recent years they have fired rubber bullets", without a day."""
    said = told.span.of(scene.words)
    more = _counts_a_lot(told) and " also " in said  # "11 traders have also been injured"
    long = _FOR_YEARS.search(said) is not None and _NTH.search(said) is None
    return told.tense == "perfect" and (more or long) and not _names_day(dates)


def _names_day(dates: Sequence[ResolvedDate]) -> bool:
    return any(_DAY.fullmatch(d.value or "") for d in dates)


def aggregated(told: Deed, dates: Sequence[ResolvedDate]) -> bool:
    """Whether a deed is a count over months or years ("19 people died between 2010 and 2012")."""
    if told.mood == "hypothetical" or _names_day(dates):
        return False
    for found in dates:
        period = found.period
        whole_years = found.stretch is not None and found.stretch.unit in ("year", "era", "decade")
        if period is None or found.mention.type != "DATE" or "X" in (found.value or ""):
            continue
        monthly = found.stretch is not None and found.stretch.unit == "month"
        if monthly and (found.value or "").endswith("~"):
            continue  # "a month earlier"
        if monthly and _counts_a_lot(told):
            return True
        if whole_years or period.open_end or period.open_start:
            return _counts_many(told)
        start, end = period.earliest, period.latest
        if start is not None and end is not None and (end - start).days > LONGEST_INCIDENT:
            return True
    return False


def _counts_many(told: Deed) -> bool:
    """Whether more than one person is counted, or none is named."""
    counts = [h.phrase.count for h in told.harms] + [t.count for t in told.targets]
    return any(not isinstance(c, int) or c > 1 for c in counts) or not counts


def _counts_a_lot(told: Deed) -> bool:
    """Whether more people are counted for a month than one act would be dated by it."""
    counts = [h.phrase.count for h in told.harms]
    counts += [t.count for t in told.targets if told.act in RETURNS]
    return any(_low(c) > MANY for c in counts)


def _low(count: int | Count | None) -> int:
    return count if isinstance(count, int) else (count.low or 0) if count is not None else 0


def _over_a_length(told: Deed, scene: Scene) -> ResolvedDate | None:
    """The "past two years" over which a deed is counted, in its own clause."""
    if not _counts_many(told):
        return None
    for found in scene.dates_in(told.span):
        if found.mention.type != "DURATION":
            continue
        said = found.mention.span.of(scene.words)
        before = scene.words[max(0, found.mention.span.start - 10) : found.mention.span.start]
        past = _PAST.search(said) or _PAST.search(before) or _end_of(found, scene) is not None
        if past:
            return found if days_of(found.timex or "") > LONGEST_INCIDENT else None
    return None


def period_of(told: Deed, when: Grounded[str] | None, scene: Scene) -> Grounded[str] | None:
    """The time of a practice: what began and goes on, goes on to the day of the report."""
    today = scene.published
    if when is None:
        return _counted_back(told, scene)
    if today is None:
        return when
    start, slash, end = when.value.partition("/")
    start = start.rstrip("~?")
    back = shifted(today, "P1Y", back=True) if _PAST_YEAR.search(when.quote) else None
    because = "it goes on to the day of the report"
    if start == ".." and _THIS_YEAR.search(scene.words, when.start, when.end + len(" this year")):
        because = "counted from the beginning of the year"
        value = f"{end[:4]}-01-01/{end}"
        return msgspec.structs.replace(when, value=value, basis="resolved", because=because)
    if back is not None:
        start, because = back, f"counted back from {today}"
    elif not slash and start == today[:4]:
        start, because = f"{start}-01-01", "the year up to the day of the report"
    elif not start or start > today or not (_goes_on(told, when, scene) or (slash and end == "..")):
        return when
    return msgspec.structs.replace(when, value=f"{start}/{today}", basis="resolved", because=because)


def _goes_on(told: Deed, when: Grounded[str], scene: Scene) -> bool:
    """Whether a day is that since which a deed was done: "since the fence was finished in June"."""
    before = scene.words[max(told.span.start, when.start - FAR_BEFORE) : when.start]
    return "/" not in when.value and told.tense == "perfect" and _SINCE_THEN.search(before) is not None


def _counted_back(told: Deed, scene: Scene) -> Grounded[str] | None:
    """The period of "in the past two years": so long, up to the day of the report, or to one named."""
    found = _over_a_length(told, scene)
    if found is None:
        return None
    made, end = scene.date(found), _end_of(found, scene) or scene.published
    start = shifted(end, found.timex or "", back=True) if end is not None else None
    if start is None:
        return made if "/" in made.value else None
    because = f"counted back from {end}"
    return msgspec.structs.replace(made, value=f"{start}/{end}", basis="resolved", because=because)


def _end_of(length: ResolvedDate, scene: Scene) -> str | None:
    """The day that "the twelve months to the end of December" end on."""
    after = length.mention.span.end
    if not scene.words.startswith(" to ", after):
        return None
    follows = (d for d in scene.dates if 0 < d.mention.span.start - after < len(" to the "))
    ends = (d.period.latest for d in follows if d.period is not None)
    return next((day.isoformat() for day in ends if day is not None), None)
