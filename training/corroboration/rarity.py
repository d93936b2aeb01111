"""Texts → `corroboration/rarity.tsv`: `python -m training.corroboration.rarity TEXTS.jsonl.gz …`.

Each file holds a JSON object a line; of its fields `text`, `content`, `doctext`, `full_text` or `doc_text`
the first that is there is the text. What is shipped is how many texts hold a word, rounded: no text.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import log
from pathlib import Path

from holdfire import corroboration
from holdfire.corroboration.rarity import HIGHEST

OUT = Path(corroboration.__file__).with_name("rarity.tsv")
FIELDS = ("text", "content", "doctext", "full_text", "doc_text")
AT_LEAST = 4
"""In how many texts a word must stand to be held: rarer ones are as rare as the unknown."""
STEP = 0.25
HEAD = """# How rare words are: minus the logarithm of the share of news texts that hold them; the words.
# Made by `python -m training.corroboration.rarity`; a word that is not here has the highest rarity, 8.
"""
_WORD = re.compile(r"[^\W_]+")


def texts(path: Path) -> Iterator[str]:
    """The texts of one file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield str(next(row[field] for field in FIELDS if field in row))


def counted(given: Iterable[str]) -> tuple[int, Counter[str]]:
    """How many texts there are, and in how many of them each word stands; each text counts once."""
    found: Counter[str] = Counter()
    seen: set[str] = set()
    for text in given:
        if text not in seen:
            seen.add(text)
            found.update(set(_WORD.findall(text.lower())))
    return len(seen), found


def table(number: int, found: Counter[str]) -> str:
    """The table as text: a rarity a line, with its words."""
    by_value: dict[float, list[str]] = defaultdict(list)
    for word, texts_with in found.items():
        value = round(log(number / texts_with) / STEP) * STEP
        if texts_with >= AT_LEAST and value < HIGHEST:
            by_value[value].append(word)
    rows = (f"{value:g}\t{' '.join(sorted(by_value[value]))}" for value in sorted(by_value))
    return HEAD + "\n".join(rows) + "\n"


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    number, found = counted(text for path in parser.parse_args().files for text in texts(path))
    OUT.write_text(table(number, found), "utf-8")
    print(f"{number} texts, {len(found)} words -> {OUT.name}")


if __name__ == "__main__":
    main()
