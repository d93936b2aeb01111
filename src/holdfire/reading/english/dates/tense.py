"""Whether what a date tells lies ahead, guessed from the words of its sentence."""

from holdfire.reading.english.dates.context import Tense
from holdfire.reading.english.dates.meaning import (
    About,
    At,
    Beside,
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
    "it’ll he’ll she’ll begins starts opens ends expires resumes"
)
_PAST = word_set(
    "was were had did took came began went fell rose said shot told met held left made found "
    "gave became won lost sent led saw got brought bought built caught fought fled flew knew "
    "kept laid paid ran sold spent spoke stood stole struck swore threw wrote drove broke died"
)
_NO_PAST = word_set(
    "succeed exceed proceed indeed need speed feed seed weed deed breed bleed greed hundred kindred hatred "
    "sacred"
)
"""Words that look like a past and are none; "ordered", "fired" and "agreed" are."""
_BEFORE_TO = word_set("is are be going set likely planned plan due hope intend")
_OPINIONS = word_set(
    "believe believes believed thought think said found known appear appears appeared seem seems seemed "
    "alleged reported claimed proved proven happened presumed understood reputed used had have has having"
)
"""Before "to be" these tell what is so, and not what is to come."""
_AFTER_TO = word_set("be begin start meet hold leave expire take make open return vote appear end resume")
_STOPS = frozenset(".!?;”")
_ABBREVIATIONS = word_set(
    "mr. mrs. ms. dr. gen. col. lt. sgt. sen. rep. gov. u.s. a.m. p.m. no. st. maj. capt."
)
_TELLING = _FUTURE | _PAST | {"to"}
_BACK, _AHEAD = 64, 56


_HANGING = frozenset((Day, Month, Season, Holiday, Weekday, Weekend, Quarter, In))
_CALENDAR = frozenset((Day, Month))
_STARTS = _CALENDAR | {Weekday}
_WRAPPING = frozenset((At, Part, About, Beside, Between))
_BIDDEN = word_set(
    "ordered orders instructed directed told tells agreed agree decided pledged required asked"
)
_FROM = ("from ", "start", "begin", "effec")
_FROM_BEFORE = (["from"], ["starting"], ["beginning"], ["effective"])


def hangs_on_tense(meaning: Meaning) -> bool:
    """Whether a meaning leaves open what the tense may settle: which year, week or direction."""
    inner = _inner(meaning)
    if type(inner) not in _HANGING:
        return False
    return getattr(inner, "year", None) is None and getattr(inner, "shift", None) is None


def _inner(meaning: Meaning) -> Meaning:
    """The day, month or season within what wraps it: hours, "early", "about"."""
    while type(meaning) in _WRAPPING:
        meaning = _unwrapped(meaning)
    return meaning


def _unwrapped(meaning: Meaning) -> Meaning:
    if isinstance(meaning, At):
        return meaning.date
    if isinstance(meaning, Between):
        return meaning.start or meaning.end  # type: ignore[return-value]
    return meaning.of  # type: ignore[union-attr]


def tense_around(words: str, mention: DateMention) -> Tense | None:
    """Guess the tense from the nearest word that tells it: first before the date, then after it.

    "Until" and the like, read as a part of the mention, point ahead, unless something "had" been by then.
    """
    start = mention.start
    before = _clause(words[max(start - _BACK, 0) : start].lower().split())
    if isinstance(mention.meaning, Between) and mention.meaning.start is None:
        return _tense_of_end(words, mention, before)
    if type(_inner(mention.meaning)) in _STARTS and _starts_what_is_ordered(
        words[start : start + 5].lower(), before
    ):
        return "future"
    led = _led(words[start : start + 6].lower(), before)
    if led is not None:
        return led
    for i in range(len(before) - 1, -1, -1):
        word = before[i]
        if word not in _TELLING and ("ed" not in word or word.rstrip(".,")[-2:] != "ed"):
            continue
        told = _told(before, i)
        if told == "future" and "had" in before:
            return "past"
        if told is not None:
            return told
    told = _told_after(words[mention.end : mention.end + _AHEAD].lower().split())
    return "past" if told is None and _heads_an_entry(words, mention) else told


def _heads_an_entry(words: str, mention: DateMention) -> bool:
    """Whether a day stands before a colon at the start of a line: "- Jan. 15: Gunmen kill 21 people"."""
    opens = words[: mention.start].rpartition("\n")[2].strip(" -–•*") == ""
    return opens and words.startswith(":", mention.end) and type(_inner(mention.meaning)) is Day


def _led(own: str, before: list[str]) -> Tense | None:
    """The tense of what "since" or "as soon as" leads."""
    if before[-1:] == ["since"] or own == "since ":
        return "past"
    return "future" if before[-1:] == ["as"] and before[-2:-1] in (["soon"], ["early"]) else None


def _starts_what_is_ordered(own: str, before: list[str]) -> bool:
    """Whether "from" a day on something is to be done that was ordered, or agreed on: "to patrol it from"."""
    if not own.startswith(_FROM) and before[-1:] not in _FROM_BEFORE:
        return False
    bid = next((i for i, word in enumerate(before) if word in _BIDDEN), None)
    after = before[bid + 1 :] if bid is not None else []
    return "to" in after or (bid is not None and before[bid] == "agreed" and "on" in after)


def _tense_of_end(words: str, mention: DateMention, before: list[str]) -> Tense | None:
    """The tense of "by", "until", "through", "before" and their date."""
    if words[mention.start : mention.start + 4].lower().startswith(("befo", "prio")):
        return None
    after = _clause(words[mention.end : mention.end + _AHEAD].lower().split(), first=True)
    return "past" if "had" in before or "had" in after else "future"


def _clause(words: list[str], *, first: bool = False) -> list[str]:
    """The words after the last stop, or up to the first."""
    stops = [i for i, w in enumerate(words) if w[-1] in _STOPS and len(w) > 2 and w not in _ABBREVIATIONS]
    if not stops:
        return words
    return words[: stops[0]] if first else words[stops[-1] + 1 :]


def _told_after(after: list[str]) -> Tense | None:
    for i, word in enumerate(after):
        if word in _TELLING or "ed" in word or word[-1] in ".,":
            plain = word.rstrip(".,")
            told = _told(after, i) if plain in _TELLING or plain[-2:] == "ed" else None
            if told is not None:
                return told
        if word[-1] in _STOPS and word not in _ABBREVIATIONS:
            break
    return None


def _told(words: list[str], i: int) -> Tense | None:
    """Tell the tense of one word among its neighbours; a passive's participle tells none ("to be held")."""
    word = words[i].rstrip(".,")
    if word in _FUTURE:
        return "future"
    if word == "to":
        previous = words[i - 1] if i else ""
        if previous in _OPINIONS:
            return None
        ahead = previous in _BEFORE_TO
        return "future" if ahead or (i + 1 < len(words) and words[i + 1] in _AFTER_TO) else None
    if word in _PAST or (word[-2:] == "ed" and len(word) > 3 and word.isalpha()):
        passive = i > 0 and (
            words[i - 1] == "be" or (words[i - 1][-2:] == "ly" and words[i - 2 : i - 1] == ["be"])
        )
        return None if passive or word in _NO_PAST else "past"
    return None
