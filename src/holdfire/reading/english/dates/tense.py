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
_STOPS = frozenset(".!?;”")
_ABBREVIATIONS = word_set(
    "mr. mrs. ms. dr. gen. col. lt. sgt. sen. rep. gov. u.s. a.m. p.m. no. st. maj. capt."
)
_BACK, _AHEAD = 64, 56


_HANGING = frozenset((Day, Month, Season, Holiday, Weekday, Weekend, Quarter, In))
_WRAPPING = frozenset((At, Part, About, Between))


def hangs_on_tense(meaning: Meaning) -> bool:
    """Whether a meaning leaves open what the tense may settle: which year, week or direction."""
    inner = meaning
    kind = type(inner)
    while kind in _WRAPPING:
        inner = _unwrapped(inner)
        kind = type(inner)
    if kind not in _HANGING:
        return False
    return getattr(inner, "year", None) is None and getattr(inner, "shift", None) is None


def _unwrapped(meaning: Meaning) -> Meaning:
    if isinstance(meaning, At):
        return meaning.date
    if isinstance(meaning, Between):
        return meaning.start or meaning.end  # type: ignore[return-value]
    return meaning.of  # type: ignore[union-attr]


def tense_around(words: str, mention: DateMention) -> Tense | None:
    """Guess the tense from the nearest word that tells it: first before the date, then after it.

    "Until" and the like, read as a part of the mention, point ahead.
    """
    start = mention.start
    if isinstance(mention.meaning, Between) and mention.meaning.start is None:
        return "future" if not words[start : start + 4].lower().startswith(("befo", "prio")) else None
    before = words[max(start - _BACK, 0) : start].lower().split()
    following = ""
    for i in range(len(before) - 1, -1, -1):
        word = before[i]
        if word[-1] in _STOPS and len(word) > 2 and word not in _ABBREVIATIONS:
            break
        told = _told(word, before[i - 1] if i else "", following)
        if told is not None:
            return told
        following = word
    return _told_after(words[mention.end : mention.end + _AHEAD].lower().split())


def _told_after(after: list[str]) -> Tense | None:
    for i, word in enumerate(after):
        told = _told(word.rstrip(".,"), after[i - 1] if i else "", after[i + 1] if i + 1 < len(after) else "")
        if told is not None:
            return told
        if word[-1] in _STOPS and word not in _ABBREVIATIONS:
            break
    return None


def _told(word: str, previous: str, following: str) -> Tense | None:
    """Tell the tense of one word, given its neighbours."""
    if word in _FUTURE:
        return "future"
    if word == "to":
        return "future" if previous in _BEFORE_TO or following in _AFTER_TO else None
    if word in _PAST or (word[-2:] == "ed" and len(word) > 3 and word.isalpha()):
        return "past"
    return None
