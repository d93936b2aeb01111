"""The words about a target → role, sex and age in bands: what rows are grouped by, and nothing sharper."""

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from holdfire.model.party import Party

_FEMALE = re.compile(
    r"\b(?:wom[ae]n|girls?|females?|wife|mothers?|sisters?|daughters?|grandmothers?|widows?)\b", re.I
)
_MALE = re.compile(r"\b(?:m[ae]n|boys?|males?|husband|fathers?|brothers?|sons?|grandfathers?)\b", re.I)
_CHILD = re.compile(
    r"\b(?:child(?:ren)?|bab(?:y|ies)|infants?|toddlers?|boys?|girls?|teen\w*|minors?|pupils?)\b", re.I
)
_OLD = re.compile(r"\b(?:elderly|old (?:wom[ae]n|m[ae]n|people|couple)|grand(?:mother|father)s?)\b", re.I)
_YEARS = re.compile(r"\b(\d{1,2})(?:-|\s)years?(?:-|\s)olds?\b|\baged? (\d{1,2})\b|,\s(\d{1,2})\b", re.I)
_DECADE = re.compile(r"\bin (?:his|her|their|the) (?:early |mid-?|late )?(\d)0s\b", re.I)
ADULT, OLDER = 18, 60
_ROLES = ("person crossing", "civilian", "army", "border guard", "police", "armed group", "state")


class Persons(msgspec.Struct, frozen=True):
    """Role, sex and age band of a target; empty where it is not told, `several` where it is both."""

    role: str = ""
    sex: str = ""
    age: str = ""


NOBODY = Persons()


def persons(targets: Iterable[Party]) -> Persons:
    """What the words about the targets say of them, in bands."""
    told = tuple(targets)
    return _of(frozenset(party.kind for party in told), "; ".join(party.name for party in told))


@lru_cache(maxsize=16_384)
def _of(kinds: frozenset[str], words: str) -> Persons:
    return Persons(next((role for role in _ROLES if role in kinds), ""), _sex(words), _age(words))


def _sex(words: str) -> str:
    female, male = bool(_FEMALE.search(words)), bool(_MALE.search(words))
    return "several" if female and male else "female" if female else "male" if male else ""


def _age(words: str) -> str:
    told = {_band(int(number)) for match in _YEARS.finditer(words) for number in match.groups() if number}
    told |= {_band(int(match[1]) * 10 + 5) for match in _DECADE.finditer(words)}
    told |= {band for band, form in (("child", _CHILD), ("older", _OLD)) if form.search(words)}
    return "several" if len(told) > 1 else told.pop() if told else ""


def _band(years: int) -> str:
    return "child" if years < ADULT else "older" if years >= OLDER else "adult"
