"""The forms that a word of the tables can take, for the scan that looks for them in plain text."""

from collections.abc import Iterable, Mapping
from functools import cache

from holdfire.reading.english.words.lemmas import plural_table, verb_tables

MODALS = frozenset({"may", "shall"})
"""Their past forms ("might", "should") are words of their own."""
VOWELS = "aeiou"


@cache
def irregular() -> Mapping[str, frozenset[str]]:
    """The forms that no rule gives, by their lemma ("threw", "thrown" by "throw")."""
    found: dict[str, set[str]] = {}
    for form, lemma in (*verb_tables()[1].items(), *plural_table().items()):
        if lemma not in MODALS:
            found.setdefault(lemma, set()).add(form)
    return {lemma: frozenset(each) for lemma, each in found.items()}


@cache
def forms(lemma: str) -> frozenset[str]:
    """A lemma and its regular and irregular forms; a few that do not exist do no harm."""
    made = {lemma, lemma + "s", lemma + "es", lemma + "ed", lemma + "ing", *irregular().get(lemma, ())}
    if lemma.endswith("e"):
        made |= {lemma + "d", lemma[:-1] + "ing"}
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        made |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    if len(lemma) > 2 and lemma[-1] not in VOWELS + "wxy" and lemma[-2] in VOWELS and lemma[-3] not in VOWELS:
        made |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return frozenset(made)


def all_forms(lemmas: Iterable[str]) -> frozenset[str]:
    """The forms of many lemmas."""
    return frozenset(form for lemma in lemmas for form in forms(lemma))
