"""A form and its Penn tag → its lemma, in lower case: irregular forms from tables, the rest by rule.

The tables (`verbs.tsv`, `plurals.tsv`) hold a lemma a line, with the forms that the rules would get wrong.
They were made with lemminflect by `training/lemmas/build.py`.
"""

from functools import cache, lru_cache
from importlib import resources

_VOWELS = "aeiou"
_FIXED = {
    "n't": "not",
    "n’t": "not",
    "ca": "can",
    "wo": "will",
    "'ll": "will",
    "’ll": "will",
    "'m": "be",
    "’m": "be",
    "'re": "be",
    "’re": "be",
    "'ve": "have",
    "’ve": "have",
    "'d": "would",
    "’d": "would",
    "an": "a",
    "these": "this",
    "those": "that",
    "am": "be",
    "are": "be",
    "is": "be",
    "was": "be",
    "were": "be",
    "been": "be",
    "being": "be",
    "has": "have",
    "had": "have",
    "having": "have",
    "does": "do",
    "did": "do",
    "done": "do",
    "doing": "do",
    "’s": "'s",
    "’": "'",
}
_PRONOUNS = {"me": "i", "him": "he", "them": "they", "us": "we", "'em": "they", "her": "she"}
_COMPARED = {
    "better": "good",
    "best": "good",
    "worse": "bad",
    "worst": "bad",
    "further": "far",
    "farther": "far",
    "furthest": "far",
    "less": "less",
    "least": "least",
    "more": "more",
    "most": "most",
    "elder": "old",
    "eldest": "old",
}
_AUXILIARIES = {"'s": "be", "’s": "be", "'d": "have", "’d": "have"}


@lru_cache(maxsize=1 << 15)
def lemma(form: str, tag: str) -> str:
    """The lemma of a form under a Penn Treebank tag."""
    word = form.lower()
    if tag in ("VBZ", "VBD", "VBN") and word in _AUXILIARIES:
        return _AUXILIARIES[word]
    if word in _FIXED and not tag.startswith("N"):
        return _FIXED[word]
    return _inflected(word, tag)


def _inflected(word: str, tag: str) -> str:
    if tag in ("VBD", "VBN", "VBG", "VBZ"):
        return verb_tables()[1].get(word) or _verb(word)
    if tag in ("NNS", "NNPS"):
        return plural_table().get(word) or singular(word)
    if word in ("better", "best") and tag in ("RBR", "RBS"):
        return "well"
    if tag in ("JJR", "JJS", "RBR", "RBS"):
        return _COMPARED.get(word) or compared(word)
    return _PRONOUNS.get(word, word) if tag in ("PRP", "WP") else word


def _verb(word: str) -> str:
    return stripped(word, verb_tables()[0])


def stripped(word: str, known: frozenset[str]) -> str:
    """A verb form without its regular ending, the shape of the stem settled by the known lemmas."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss") and len(word) > 2:
        return word[:-2] if word.endswith(("shes", "ches", "sses", "xes", "zzes")) else word[:-1]
    if word.endswith("ied"):
        return word[:-3] + "y"
    stem = word[:-2] if word.endswith("ed") else word[:-3] if word.endswith("ing") else ""
    return _stem(stem, known) if len(stem) > 1 else word


def _stem(stem: str, known: frozenset[str]) -> str:
    single = stem[:-1] if stem[-1] == stem[-2] else ""
    choices = (stem + "e", stem, single) if _wants_e(stem) else (stem, stem + "e", single)
    for choice in choices:
        if choice in known:
            return choice
    if single and stem[-1] not in "lsz":
        return single
    return choices[0]


def _wants_e(stem: str) -> bool:
    """Whether a stem looks like one that lost its e: one vowel before one consonant, or certain endings."""
    if stem[-1] in "cuvz" or stem.endswith(("at", "iz", "is", "dg", "rs", "ns")):
        return not stem.endswith(("eat", "oat"))
    if len(stem) < 3 or stem[-1] in _VOWELS + "wxy":
        return False
    return stem[-2] in _VOWELS and stem[-3] not in _VOWELS


def singular(word: str) -> str:
    """A regular plural noun in the singular."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "sses", "xes", "zzes")):
        return word[:-2]
    if len(word) < 3 or word[-2].isdigit():
        return word
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def compared(word: str) -> str:
    """The positive of a regular comparative or superlative."""
    stem = word[:-2] if word.endswith("er") else word[:-3] if word.endswith("est") else ""
    if len(stem) < 3:
        return word
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    lost_e = stem[-1] in "cgsv" or stem.endswith(("at", "ut", "id"))
    return stem + "e" if lost_e and not stem.endswith(("eat", "ong")) else stem


def _rows(name: str) -> list[list[str]]:
    text = (resources.files(__package__) / name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


@cache
def verb_tables() -> tuple[frozenset[str], dict[str, str]]:
    """The known verbs, and the lemmas of the forms that no rule gives."""
    rows = _rows("verbs.tsv")
    return frozenset(row[0] for row in rows), {form: row[0] for row in rows for form in row[1:]}


@cache
def plural_table() -> dict[str, str]:
    """The singulars of plurals that no rule gives."""
    return {form: row[0] for row in _rows("plurals.tsv") for form in row[1:]}
