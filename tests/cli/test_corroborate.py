"""`holdfire corroborate --jsonl`: records in, incidents and orders out."""

import json

from holdfire.cli.terminal.corroborated import lists
from holdfire.cli.terminal.screen import as_text
from holdfire.exports.record_json import failure_line, record_line
from holdfire.views.corroborated import Row
from tests.corroboration.telling import ordering, report, shooting

TEXT = "Guards near Musan opened fire on Ri Chunsok, a ginseng trader, at the Kwanmo sandbank before dawn."
RECORDS = [
    record_line(report("one", shooting(TEXT), text=TEXT)),
    record_line(report("two", shooting(TEXT), ordering(TEXT), text=TEXT)),
]


def test_a_line_for_each_incident_then_for_each_order(holdfire):
    done = holdfire("corroborate", "--jsonl", given=b"".join(RECORDS))
    incident, order = map(json.loads, done.stdout.splitlines())
    assert done.exit_code == 0
    assert incident["reports"] == ["one", "two"]
    assert incident["incident"]["lines"] == [{"reports": ["one", "two"], "because": ["same wording"]}]
    assert order["reports"] == ["two"]


def test_a_record_that_comes_twice_counts_once(holdfire):
    done = holdfire("corroborate", "--jsonl", given=RECORDS[0] * 2)
    (incident,) = map(json.loads, done.stdout.splitlines())
    assert len(incident["incident"]["accounts"]) == 1


def test_a_line_without_a_record_is_named_and_the_rest_goes_on(holdfire):
    failed = failure_line("x", kind="source", message="holds no words")
    done = holdfire("corroborate", "--jsonl", given=b"".join([failed, b'{"orders": 3}\n', b"\n", *RECORDS]))
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    assert "line 1 is a report that could not be read" in done.stderr
    assert "line 2 is no record" in done.stderr


def test_a_casebook_is_listed_and_one_incident_shown_whole(holdfire, story, tmp_path):
    book = tmp_path / "case.book"
    holdfire("init", book)
    holdfire("add", book, story)
    done = holdfire("corroborate", book)
    assert "Orders 1" in done.stdout and "Incidents 1" in done.stdout
    (incident,) = [
        json.loads(line)["incident"]
        for line in holdfire("corroborate", book, "-f", "json").stdout.splitlines()
        if line.startswith('{"incident"')
    ]
    whole = holdfire("corroborate", book, incident["id"])
    assert "1 report, 1 independent line of testimony" in whole.stdout
    assert holdfire("corroborate", book, "zzzz").exit_code == 2
    assert "there is no reported" in holdfire("explain", book, "--pair", incident["id"], "zz").stderr


def test_it_says_what_to_give(holdfire):
    assert "name a casebook" in holdfire("corroborate").stderr
    assert "name no casebook" in holdfire("corroborate", "x.book", "--jsonl").stderr


def test_a_narrow_terminal_cuts_nothing_of_what_was_told(holdfire):
    row = Row(
        "7dcd70e6a1b2", "order", "25 Aug 2020?", "Ryanggang", "order: must not go in", "", 5, 2, ("dissent",)
    )
    for width in (40, 60, 100):
        drawn = as_text(lambda columns: lists([], [row], width=columns), width=width)
        assert "…" not in drawn
        assert all(
            word in drawn for word in ("7dcd70e6", "must not go in", "25 Aug 2020?", "Ryanggang", "5/2")
        )


def test_where_nothing_was_read_no_sign_is_explained(holdfire, tmp_path):
    book = tmp_path / "empty.book"
    holdfire("init", book)
    said = holdfire("corroborate", book).stdout
    assert "No order or incident was read" in said and "7/3" not in said
