"""Words for peoples and countries → the countries to which something is said to belong."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from holdfire.geography.gazetteer import DATA, shipped_gazetteer

LONGEST = 4
"""Words in the longest name of a country that is looked for."""
BESIDE = frozenset(
    {"with", "near", "against", "from", "along", "into", "toward", "towards", "at", "in", "on"}
)
"""What stands after these is where something is, and not whose it is."""
EDGE = frozenset({"border", "borders", "frontier"})
OF_AN_EDGE = frozenset((
    "guard", "guards", "patrol", "patrols", "police", "force", "forces", "troops", "security", "chief",
    "chiefs", "official", "officials", "officer", "officers", "agent", "agents", "service", "services",
    "authority", "authorities", "commander", "commanders", "soldier", "soldiers",
))  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")


@cache
def peoples() -> Mapping[str, str]:
    """The words for peoples, as they are written, with the code of their country or part of it."""
    rows = (line.split("\t") for line in (DATA / "demonyms.tsv").read_text(encoding="utf-8").splitlines())
    return {word.replace("-", " "): code for code, words in rows for word in words.split()}


@lru_cache(maxsize=20_000)
def countries_in(words: str) -> frozenset[str]:
    """The countries that words name as the owners of something, by ISO 3166-1.

    "North Korean border guards" → KP. A country beside or in which something is ("troops on the Chinese
    border", "guards in Syria") owns nothing.
    """
    said = _WORD.findall(words)
    found: set[str] = set()
    at = 0
    while at < len(said):
        length, code = _country_at(said, at)
        if code is not None and not _is_beside(said, at, at + length):
            found.add(code)
        at += length
    return frozenset(found)


@lru_cache(maxsize=20_000)
def is_country(words: str) -> bool:
    """Whether words name a country and nothing of it: "North Korea", and not "North Korean soldiers"."""
    said = _WORD.findall(words.removeprefix("the "))
    length, code = _country_at(said, 0) if said else (0, None)
    return code is not None and length == len(said)


def _country_at(said: Sequence[str], at: int) -> tuple[int, str | None]:
    """How many words a country takes at a place, and which it is; else one word, and None."""
    for length in range(min(LONGEST, len(said) - at), 0, -1):
        if not said[at][0].isupper():
            break
        code = _code(" ".join(said[at : at + length]))
        if code is not None:
            return length, code
    return 1, None


def _code(name: str) -> str | None:
    people = peoples().get(name)
    if people is not None:
        return people.partition(".")[0]
    return next((e.country for e in shipped_gazetteer().lookup(name)[:1] if e.level == "country"), None)


def _is_beside(said: Sequence[str], start: int, end: int) -> bool:
    before = [word for word in said[max(0, start - 2) : start] if word not in ("the", "s")][-1:]
    after = [word.lower() for word in said[end : end + 2]]
    edge = after[:1] != [] and after[0] in EDGE and not OF_AN_EDGE.intersection(after[1:])
    return edge or (before != [] and before[0].lower() in BESIDE)
