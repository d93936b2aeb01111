"""The texts to measure with: a collection of news reports where there is one, else the examples, repeated."""

import gzip
import json
from pathlib import Path

HERE = Path(__file__).parents[1]
COLLECTION = HERE.parent / "shared" / "corpora" / "gva" / "reports.jsonl.gz"
EXAMPLES = HERE / "examples"


def texts(number: int, *, collection: Path = COLLECTION) -> tuple[str, list[tuple[str, str | None]]]:
    """What the texts are, and so many of them with their publication dates."""
    if collection.is_file():
        return f"news reports of {collection.name}", _collected(collection, number)
    reports = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*/*.txt"))]
    return "our example reports, repeated", [
        (reports[n % len(reports)] + f"\n\nNumber {n}.", "2022-01-26") for n in range(number)
    ]


def _collected(path: Path, number: int) -> list[tuple[str, str | None]]:
    found: dict[str, str | None] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found.setdefault(row["content"], row.get("dct"))
            if len(found) >= number:
                break
    return list(found.items())
