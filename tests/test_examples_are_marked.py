"""The example reports say whence they come, and are worded by ourselves."""

import csv
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TUMEN = ROOT / "examples" / "tumen"
CASES = ROOT.parent / "shared" / "cases"
EXAMPLES = sorted(TUMEN.glob("*.txt"))
RETOLD = re.compile(
    r'Retold in our own words for Holdfire from: (?P<outlet>[^,"]+), "[^"]+", '
    r"(?P<url>https?://\S+)\. Published (?P<published>\d{4}-\d\d(?:-\d\d)?)\."
)
LONGEST_SHARED_RUN = 11


def paragraphs(example: Path) -> list[str]:
    return example.read_text(encoding="utf-8").split("\n\n")


def listed() -> dict[str, dict[str, str]]:
    with (TUMEN / "reports.csv").open(encoding="utf-8", newline="") as table:
        return {row["file"]: row for row in csv.DictReader(table)}


def runs(text: str, *, length: int) -> set[tuple[str, ...]]:
    """Every run of `length` words of a text, lower-cased and without punctuation."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 8
    assert set(listed()) == {example.name for example in EXAMPLES}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_says_whence_it_is_retold(example: Path) -> None:
    title, retold, *body = paragraphs(example)
    found = RETOLD.fullmatch(retold)
    assert title and body and found
    row = listed()[example.name]
    assert found.groupdict() == {key: row[key].rstrip("~") for key in ("outlet", "url", "published")}
    assert row["title"] == title


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_short(example: Path) -> None:
    assert 150 <= len(" ".join(paragraphs(example)[2:]).split()) <= 260


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_no_long_run_of_words_is_taken_from_the_coded_cases(example: Path) -> None:
    if not CASES.is_dir():
        pytest.skip("the coded cases are not here")
    ours = runs(" ".join(paragraphs(example)), length=LONGEST_SHARED_RUN + 1)
    for case in sorted(CASES.glob("*.txt")):
        shared = ours & runs(case.read_text(encoding="utf-8"), length=LONGEST_SHARED_RUN + 1)
        assert not shared, f"{example.name} repeats {case.name}: {' '.join(min(shared))}"
