"""Outlets → where they are from: from the words of their name or host, and the country of the host."""

import re
from functools import lru_cache

from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import Gazetteer

PAPER = (
    "news|times|post|herald|tribune|gazette|journal|star|chronicle|daily|observer|register|examiner|press|enquirer|sun|globe|"
    "mail|telegraph|courier|dispatch|inquirer|sentinel|republic|bulletin|ledger|independent|monitor|advertiser|mercury|banner|"
    "reporter|leader|record|today|beacon|democrat|review|voice|weekly|online|live|local|the|state|city|tv|paper|newspapers?|"
    "media|com|www|evening|morning|sunday|citizen|guardian|echo|argus|standard|world|free|public|opinion|union|citynews"
)
TRIM = re.compile(rf"^(?:{PAPER})+|(?:{PAPER})+$")
SECOND = frozenset(["co", "com", "org", "net", "gov", "ac", "edu"])
GENERIC = frozenset(["eu", "tv", "fm", "me", "io", "co", "cc", "ws"])
ENGLISH = frozenset(["US", "GB", "CA", "AU", "IE", "NZ", "ZA", "IN"])
"""Where outlets that write in English are at home, unless their domain says otherwise."""
COUNTRY = {"uk": "GB"}


def labels(host: str) -> list[str]:
    """The labels of a host that name the outlet, without "www" and the domain's own."""
    parts = [p for p in host.lower().split(".") if p and p != "www"]
    if len(parts) > 1:
        parts.pop()
        if parts[-1] in SECOND and len(parts) > 1:
            parts.pop()
    return parts


def country_of(host: str) -> str:
    """The country of a host's domain; empty where it has none."""
    last = host.lower().rsplit(".", 1)[-1] if "." in host else ""
    if len(last) != 2 or last in GENERIC:
        return ""
    return COUNTRY.get(last, last.upper())


def spaced(word: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The places whose name a run of letters is, written together or in two words."""
    found = gazetteer.lookup(word)
    if found or len(word) < 8:
        return found
    splits = (gazetteer.lookup(f"{word[:n]} {word[n:]}") for n in range(3, len(word) - 2))
    return next((s for s in splits if s), ())


@lru_cache(maxsize=4096)
def places_of_outlet(host: str, outlet: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The places that an outlet may be from, by its host's and its own name."""
    names = [p for label in labels(host) for p in label.split("-")] + ["".join(outlet.lower().split())]
    out: list[Entry] = []
    for name in names:
        core = TRIM.sub("", name)
        if len(core) > 3:
            out.extend(e for e in spaced(core, gazetteer) if not e.alias)
    country = country_of(host)
    return tuple(e for e in out if e.country == country or (not country and e.country in ENGLISH))
