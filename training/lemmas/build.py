"""lemminflect's lexicon → `verbs.tsv` and `plurals.tsv`: `python -m training.lemmas.build [--into DIR]`.

A verb has a line with the forms that `english.words.lemmas` would get wrong without it; a noun
has a line only if it has such a plural.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import lemminflect

from holdfire.reading.english.words.lemmas import singular, stripped

INTO = Path("src/holdfire/reading/english/words")
HEAD = "# Made by training/lemmas/build.py with lemminflect (MIT): lemma, forms that no rule gives.\n"
VERBS_OF_TWO_MINDS = {"found": "find", "saw": "see", "lay": "lie", "fell": "fall", "left": "leave"}
"""Pasts that are also lemmas."""
NOUN_OF_TWO_MINDS = {
    "bases": "base",
    "axes": "axe",
    "data": "data",
    "media": "media",
    "police": "police",
    "goods": "goods",
}


def lemmas(kind: str) -> list[str]:
    """All plain lower-case lemmas of a kind ("verb", "noun") in the lexicon."""
    lexicon = lemminflect.core.Lemmatizer.Lemmatizer()._getLemmaDict()
    found = {lemma for kinds in lexicon.values() for lemma in kinds.get(kind.upper(), ())}
    return sorted(w for w in found if w.isascii() and w.isalpha() and w.islower() and len(w) > 1)


def forms(lemma: str, upos: str, tags: Iterable[str]) -> Iterator[str]:
    """The inflected forms of a lemma under the given Penn tags."""
    inflections = lemminflect.getAllInflections(lemma, upos=upos)
    for tag in tags:
        yield from inflections.get(tag, ())


def exceptions(kind: str, tags: Iterable[str], known: frozenset[str]) -> dict[str, list[str]]:
    """Which forms of which lemma the rules get wrong."""
    minds = VERBS_OF_TWO_MINDS if kind == "verb" else NOUN_OF_TWO_MINDS
    wrong: dict[str, set[str]] = defaultdict(set)
    for lemma in lemmas(kind):
        for form in forms(lemma, kind.upper(), tags):
            best = minds.get(form) or lemminflect.getLemma(form, upos=kind.upper())[0]
            ruled = stripped(form, known) if kind == "verb" else singular(form)
            if best != ruled and form.isalpha():
                wrong[best].add(form)
    return {lemma: sorted(wrong[lemma]) for lemma in sorted(wrong)}


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=INTO)
    into = parser.parse_args().into
    verbs = frozenset(lemmas("verb"))
    irregular = exceptions("verb", ("VBD", "VBN", "VBG", "VBZ"), verbs)
    rows = ["\t".join([verb, *irregular.get(verb, [])]) for verb in sorted(verbs | set(irregular))]
    (into / "verbs.tsv").write_text(HEAD + "\n".join(rows) + "\n", "utf-8")
    plurals = exceptions("noun", ("NNS",), frozenset())
    rows = ["\t".join([noun, *forms]) for noun, forms in plurals.items()]
    (into / "plurals.tsv").write_text(HEAD + "\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
