"""Golden readings: the report, the command, and every value read out of it, in one file that people can read.

`pytest tests/golden --rewrite-golden` writes the files again; the diff is what a change to the reader did.
"""

import csv
import hashlib
from pathlib import Path

import msgspec
import pytest

from holdfire.model.report import Report
from holdfire.views.values import values_of
from holdfire.workflows.readers import english_reader

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples" / "tumen"
ROWS = list(csv.DictReader((EXAMPLES / "reports.csv").open(encoding="utf-8")))
READ = english_reader()


def lines_of(record) -> list[str]:
    """One line a value: its path, what it is, its words with their offset, and its rule."""
    out = []
    for value in values_of(record):
        found = value.grounded
        if value.kind == "evidence":
            continue
        what = msgspec.to_builtins(found.value)
        if isinstance(what, dict):
            what = what.get("name") or what.get("speaker") or what.get("kind") or what
        said = " ".join(found.quote.split())
        out.append(f"{value.path}: {what} | “{said}” @{found.start} | {found.basis} | {found.rule}")
    return [*out, *(f"warning: {w.kind}: {w.message}" for w in record.warnings)]


def golden(row: dict[str, str]) -> str:
    words = (EXAMPLES / row["file"]).read_text("utf-8")
    digest = hashlib.sha256(words.encode()).hexdigest()
    report = Report(
        id=digest,
        words=words,
        raw_sha256=digest,
        published=row["published"].rstrip("~"),
        outlet=row["outlet"],
        language="en",
    )
    command = (
        f"$ holdfire read {row['file']} --published {row['published'].rstrip('~')} --outlet “{row['outlet']}”"
    )
    return "\n".join([command, "", words.strip(), "", "=" * 40, "", *lines_of(READ(report).record), ""])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_a_report_is_read_as_its_golden_file_says(row, request):
    path = HERE / row["file"].replace(".txt", ".golden")
    made = golden(row)
    if request.config.getoption("--rewrite-golden"):
        path.write_text(made, "utf-8")
    assert path.exists(), "no golden file yet: run with --rewrite-golden"
    assert made == path.read_text("utf-8")
