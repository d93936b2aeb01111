"""What the words around a date tell of that day: an act, talk and court after it, what is to come."""

import re

_AFTERMATH = re.compile(
    r"(?:\b(?:said|says|told|announced|confirmed|stated|added|released|published|posted|updated)\b"
    r"|(?<!was )(?<!were )\breported\b)"
    r"(?:(?!\b(?:that|was|were|had|has|took|began|broke|shot|came|went|got|\w+ed)\b)[^.;]){0,24}$"
    r"|\b(?:charged|sentenced|appeared|pleaded|convicted|indicted|arraigned|identified|mourned|court|hearing)\b"
    r"(?:(?! with | the | for )[^.;]){0,24}$",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r" (?:\w+ )?(?:meeting|talks|session|summit|conference|briefing|visit)\b"
    r"| (?:accused|blamed|condemned|denounced)\b"
)
_HELD = re.compile(r"\b(?:arrested|captured|detained|surrendered|custody)\b[^.;]{0,30}$", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:happened|occurred|took place|unfolded|erupted|rang out|broke out|began|started|responded"
    r"|dispatched|(?:was|were) (?:called|reported|summoned|found|shot|killed|stabbed|wounded|gunned|struck)"
    r"|received (?:\w+ )?(?:\w+ )?calls?|got a (?:\w+ )?call|shootings?|shots|gunfire|opened fire"
    r"|gunned down|fired|killed|injured|wounded|hurt|shot|threw|attack(?:s|ed)?|killings?|clash(?:es|ed)?)\b"
)
_TO_COME = re.compile(
    r"\b(?:will|would|scheduled|expected|planned|due|funeral|vigil|arraign\w*|hearing|trial|memorial"
    r"|autops\w+|as of|until|since|by)\b(?:(?!\b(?:happened|occurred|shot|fired)\b)[^.;]){0,40}$"
)
_CARE = re.compile(r"\b(?:mourn\w*|treated|remain\w*|condition|recover\w*|gathered|memory|photo|copyright)\b")

_NEXT = re.compile(r"\b(?:next|following) (?:day|night|morning|afternoon|evening)\b", re.IGNORECASE)
_MORE = re.compile(r"\band (?:\w+ed|let|was|were|gave|sent|took|brought|put|left)\b")


def is_next(said: str) -> bool:
    """Whether a day is told that came after all that was told before it: "the next morning"."""
    return _NEXT.search(said) is not None


def tells_of_more(between: str) -> bool:
    """Whether something else was done between an act and a day: "fired, and let him go" the next morning."""
    return _MORE.search(between) is not None


def is_of_aftermath(words: str, start: int) -> bool:
    """Whether a date follows a word for speech or court: "charged Friday", "said on Monday"."""
    return _AFTERMATH.search(words[max(0, start - 60) : start].rpartition("\n")[2]) is not None


def is_of_meeting(after: str) -> bool:
    """Whether a date is that of a meeting or a charge: "the Thursday meeting", "on Sunday accused"."""
    return _MEETING.match(after) is not None


def is_of_arrest(words: str, start: int) -> bool:
    """Whether a date follows a word for an arrest."""
    return _HELD.search(words[max(0, start - 45) : start]) is not None


def tells_of_act(before: str, after: str) -> bool:
    """Whether the words around a date tell that something happened, or that somebody was called to it."""
    return any(_TOLD.search(side) for side in (before, after))


def is_to_come(before: str) -> bool:
    """Whether a date is one that something is set for, or that bounds a time."""
    return _TO_COME.search(before) is not None


def tells_of_care(before: str, after: str) -> bool:
    """Whether the words around a date tell how people were after an act."""
    return any(_CARE.search(side) for side in (before, after))
