"""Values of a record → the words in which a person reads them."""

import re
from functools import singledispatch

from holdfire.model.corroborated import Norm, norm_of
from holdfire.model.incident import Count
from holdfire.model.order import Clause, Relation
from holdfire.model.party import Party, Voice
from holdfire.model.place import Area, Place, Width
from holdfire.views.dates import say_date

MODALITIES = {"obligation": "must", "prohibition": "must not", "permission": "may"}
_AT = frozenset({"fire", "shoot"})
_CODES = {
    "fire_flare": "fire flares",
    "fire_blank": "fire blanks",
    "fire_warning_shot": "fire warning shots",
}
_LIVE = ("fire", "live_fire")
_WHO = ("who ", "that ", "which ", "whom ")
_NOT = re.compile(r"^(?:to )?(?:not |never )?(?:to )?", re.IGNORECASE)
_LONG = 90
"""Letters of a report's own words for a clause, at the most."""


@singledispatch
def say(value: object) -> str:
    """A value in plain words; codes lose their underscores."""
    return _CODES.get(str(value)) or str(value).replace("_", " ")


@say.register
def _(value: Party) -> str:
    return value.name


@say.register
def _(value: Place) -> str:
    return value.name


@say.register
def _(value: Width) -> str:
    if value.low == value.high:
        return f"{value.low:g} km"
    return f"{value.low:g} to {value.high:g} km"


@say.register
def _(value: Count) -> str:
    if value.low is not None and value.high is not None:
        return f"{value.low} to {value.high}"
    if value.low is not None:
        return f"at least {value.low}"
    return f"at most {value.high}" if value.high is not None else "an unknown number"


@say.register
def _(value: Norm) -> str:
    own = _own_words(value)
    done = own or f"{_done(value.act, value.means)}{_whom(value)}"
    told = [each for each in (value.condition or "").split("; ") if each not in own]
    limits = [_limit("; ".join(told))] if own else [_limit(value.condition)]
    limits += [f", {_except(value.exception)}"] if value.exception else []
    return "".join([MODALITIES[value.modality], " ", done, *limits])


@say.register
def _(value: Clause) -> str:
    return say(norm_of(value))


def _own_words(norm: Norm) -> str:
    """A report's words for what is to be done, where they begin with its verb: "go out at night"."""
    words = _NOT.sub("", " ".join((norm.words or "").split()))
    verb, _, rest = norm.act.partition(" ")
    if verb == "be" and rest and words.lower().startswith(f"{rest.split()[0]} "):
        words = f"be {words}"
    if not words or words.split()[0].lower() != verb:
        return ""
    return words if len(words) <= _LONG else f"{words[:_LONG].rsplit(' ', 1)[0]} …"


def _whom(norm: Norm) -> str:
    at = "at " if norm.act in _AT else ""
    if norm.target:
        return f" {at}{norm.target}"
    if norm.condition and norm.condition.lower().startswith(_WHO):
        return f" {at}{'those' if norm.condition.lower().startswith('who') else 'anything'}"
    return ""


def _done(act: str, means: str | None) -> str:
    if (act, means) == _LIVE:
        return "fire live rounds"
    what = say(act)
    return what if not means or say(means) in what else f"{what} ({say(means)})"


def _limit(condition: str | None) -> str:
    if not condition:
        return ""
    return f"{' ' if condition.startswith(_WHO) else ', '}{condition[:1].lower()}{condition[1:]}"


def _except(exception: str) -> str:
    return exception if exception.lower().startswith(("unless", "except")) else f"except {exception}"


@say.register
def _(value: Voice) -> str:
    return value.speaker or value.kind


@say.register
def _(value: Relation) -> str:
    return f"{value.kind} {value.to or 'an earlier order'}"


@say.register
def _(value: Area) -> str:
    stretch = [f"from {value.from_}" if value.from_ else "", f"to {value.to}" if value.to else ""]
    via = f"by way of {', '.join(value.via)}" if value.via else ""
    along = value.along or ""
    if value.along and value.kind in ("corridor", "zone"):
        along = f"along {value.along}"
    width = f"{say(value.width_km)} wide" if value.width_km else ""
    side = f"on the side of {value.side}" if value.side else ""
    said = ", ".join(part for part in (" ".join(filter(None, stretch)), via, along, width, side) if part)
    return said or say(value.kind)


def about(value: object) -> str:
    """What else a value knows of itself: a place's point, what kind of party, what a voice's basis is."""
    if isinstance(value, Place):
        return _about_place(value)
    if isinstance(value, Party):
        return "" if value.kind == "unknown" else value.kind
    if isinstance(value, Voice):
        return _about_voice(value)
    if isinstance(value, Area) and value.derived_from:
        off = f"; it may be {value.error_km:g} km off" if value.error_km is not None else ""
        return f"drawn from {value.derived_from}{off}"
    return ""


def _about_place(place: Place) -> str:
    if place.lat is None or place.lon is None:
        return place.level or ""
    return f"{place.level or ''} {place.lat:.2f}, {place.lon:.2f}".lstrip()


def _about_voice(voice: Voice) -> str:
    told = f"told on {say_date(voice.told_on)}" if voice.told_on else ""
    kind = "" if voice.kind in ("other", "outlet") or not voice.speaker else voice.kind
    place = f"in {voice.place}" if voice.place and voice.place not in voice.speaker else ""
    basis = "" if voice.basis == "unknown" else voice.basis
    return ", ".join(part for part in (kind, place, told, basis) if part)
