"""The forms that a word of the tables can take, for the scan that looks for them in plain text."""

from collections.abc import Iterable

IRREGULAR = {
    "shoot": ("shot",),
    "slay": ("slew", "slain"),
    "beat": ("beaten",),
    "strike": ("struck", "stricken"),
    "bind": ("bound",),
    "forbid": ("forbade", "forbidden"),
    "die": ("dying",),
    "hang": ("hung",),
    "tell": ("told",),
    "do": ("did", "done"),
    "stand": ("stood",),
    "sit": ("sat",),
    "hold": ("held",),
    "withhold": ("withheld",),
    "give": ("gave", "given"),
    "take": ("took", "taken"),
    "forecast": (),
    "man": ("men",),
    "wife": ("wives",),
    "knife": ("knives",),
}
VOWELS = "aeiou"


def forms(lemma: str) -> set[str]:
    """A lemma and its regular and irregular forms; a few that do not exist do no harm."""
    made = {lemma, lemma + "s", lemma + "es", lemma + "ed", lemma + "ing", *IRREGULAR.get(lemma, ())}
    if lemma.endswith("e"):
        made |= {lemma + "d", lemma[:-1] + "ing"}
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        made |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    if len(lemma) > 2 and lemma[-1] not in VOWELS + "wxy" and lemma[-2] in VOWELS and lemma[-3] not in VOWELS:
        made |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return made


def all_forms(lemmas: Iterable[str]) -> frozenset[str]:
    """The forms of many lemmas."""
    return frozenset(form for lemma in lemmas for form in forms(lemma))
