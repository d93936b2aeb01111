"""The whole way, from a file to a record, a page and a terminal, with the reader that is shipped."""

import json
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator

from holdfire.exports.record_json import record_schema
from holdfire.workflows.examples import examples

pytestmark = pytest.mark.slow
PATHS = [str(each.path) for each in examples()]


def _run(*arguments, given=None):
    command = [sys.executable, "-m", "holdfire", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, input=given, encoding="utf-8")


def _misplaced(part, text):
    if isinstance(part, dict):
        if isinstance(part.get("start"), int) and text[part["start"] : part["end"]] != part["quote"]:
            yield part
        part = list(part.values())
    for inner in part if isinstance(part, list) else ():
        yield from _misplaced(inner, text)


def test_every_example_gives_a_record_of_the_schema_with_its_quotes_in_place():
    done = _run("read", "-f", "json", "--with-text", "--published", "2022-06-30", *PATHS)
    assert (done.returncode, done.stderr) == (0, "")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(records) == len(PATHS)
    validator = Draft202012Validator(record_schema())
    for record in records:
        validator.validate(record)
        assert not list(_misplaced(record, record["text"]))
    assert sum(len(record["orders"]) for record in records) >= 4
    assert sum(len(record["incidents"]) for record in records) >= 4


def test_reading_again_gives_the_same_bytes():
    arguments = ("read", "-f", "json", "--published", "2022-01-26", *PATHS[:3])
    assert _run(*arguments).stdout == _run(*arguments).stdout


def test_many_lines_in_order():
    text = (examples()[6].path).read_text(encoding="utf-8")
    rows = [{"id": str(number), "text": text, "published": "2022-01-26"} for number in range(20)]
    done = _run("read", "--jsonl", given="".join(json.dumps(row) + "\n" for row in rows))
    assert [json.loads(line)["report"]["source_id"] for line in done.stdout.splitlines()] == [
        row["id"] for row in rows
    ]


def test_the_demo_and_its_page(tmp_path):
    done = _run("demo")
    assert (done.returncode, done.stderr) == (0, "")
    assert all(str(each.told.title) in " ".join(done.stdout.split()) for each in examples())
    assert _run("demo", "-f", "html", "-o", str(tmp_path / "demo.html")).returncode == 0
    assert (tmp_path / "demo.html").read_text(encoding="utf-8").count('class="report"') == len(PATHS)
