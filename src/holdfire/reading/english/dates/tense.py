"""Whether what a date tells lies ahead, guessed from the words of its sentence."""

from holdfire.reading.english.dates.context import Tense
from holdfire.reading.english.dates.meaning import (
    About,
    At,
    Between,
    Day,
    Holiday,
    In,
    Meaning,
    Month,
    Part,
    Quarter,
    Season,
    Weekday,
    Weekend,
)  # fmt: skip
from holdfire.reading.english.dates.mention import DateMention
from holdfire.reading.grammar.pattern import word_set

_FUTURE = word_set(
    "will shall won't won’t scheduled slated due expected plans planning intends hopes "
    "deadline effective payable upcoming we'll they'll it'll he'll she'll we’ll they’ll "
    "it’ll he’ll she’ll"
)
_PAST = word_set(
    "was were had did took came began went fell rose said shot told met held left made found "
    "gave became won lost sent led saw got"
)
_BEFORE_TO = word_set("is are be going set likely planned plan due hope intend")
_AFTER_TO = word_set("be begin start meet hold leave expire take make open return vote appear")
_STOPS = (".", "!", "?", ";", '."', ".”", ".''")
_ABBREVIATIONS = word_set(
    "mr. mrs. ms. dr. gen. col. lt. sgt. sen. rep. gov. u.s. a.m. p.m. no. st. maj. capt."
)
_BACK, _AHEAD = 64, 56


_HANGING = (Day, Month, Season, Holiday, Weekday, Weekend, Quarter, In)


def hangs_on_tense(meaning: Meaning) -> bool:
    """Whether a meaning leaves open what the tense may settle: which year, week or direction."""
    inner = meaning
    while True:
        if isinstance(inner, At):
            inner = inner.date
        elif isinstance(inner, Part | About):
            inner = inner.of
        elif isinstance(inner, Between):
            inner = inner.start or inner.end  # type: ignore[assignment]
        else:
            break
    if not isinstance(inner, _HANGING):
        return False
    return getattr(inner, "year", None) is None and getattr(inner, "shift", None) is None


def tense_around(words: str, mention: DateMention) -> Tense | None:
    """Guess the tense from the nearest word that tells it: first before the date, then after it.

    "Until" and the like, read as a part of the mention, point ahead.
    """
    start = mention.start
    if isinstance(mention.meaning, Between) and mention.meaning.start is None:
        return "future" if not words[start : start + 4].lower().startswith(("befo", "prio")) else None
    before = words[max(start - _BACK, 0) : start].lower().split()
    for i, word in enumerate(reversed(before)):
        if word.endswith(_STOPS) and word not in _ABBREVIATIONS and len(word) > 2:
            break
        told = _told(word, before[len(before) - i - 2] if i < len(before) - 1 else "", _next(before, i))
        if told is not None:
            return told
    return _told_after(words[mention.end : mention.end + _AHEAD].lower().split())


def _next(before: list[str], back: int) -> str:
    return before[len(before) - back] if back else ""


def _told_after(after: list[str]) -> Tense | None:
    for i, word in enumerate(after):
        told = _told(word.rstrip(".,"), after[i - 1] if i else "", after[i + 1] if i + 1 < len(after) else "")
        if told is not None:
            return told
        if word.endswith(_STOPS) and word not in _ABBREVIATIONS:
            break
    return None


def _told(word: str, previous: str, following: str) -> Tense | None:
    """The tense that one word tells, given its neighbours."""
    if word in _FUTURE:
        return "future"
    if word == "to":
        return "future" if previous in _BEFORE_TO or following in _AFTER_TO else None
    if word in _PAST or (word.endswith("ed") and len(word) > 3 and word.isalpha()):
        return None if previous in ("be", "is", "are") and word in ("set",) else "past"
    return None
