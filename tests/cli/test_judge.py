"""Deciding from the command line, and reading again with what was decided."""

import json

import pytest


@pytest.fixture
def book(holdfire, tmp_path, story, monkeypatch):
    path = tmp_path / "case.book"
    holdfire("init", path)
    holdfire("add", path, story, "--title", "Flares")
    monkeypatch.setenv("HOLDFIRE_BOOK", str(path))
    monkeypatch.setenv("HOLDFIRE_WHO", "ada")
    return path


@pytest.fixture
def report(holdfire, book):
    return told(holdfire("reports", "-f", "json"))[0]["report"]["id"]


def told(result):
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def shown(holdfire, report):
    return told(holdfire("show", report, "-f", "json"))[0]


def test_verdicts_stand_beside_the_record(holdfire, report):
    assert holdfire("judge", "accept", report[:8], "orders.0.clauses.0.act").exit_code == 0
    holdfire(
        "judge", "correct", report[:8], "incidents.0.killed", "2", "--words", "0:11", "--why", "two died"
    )
    found = shown(holdfire, report)
    verdicts, reading = found["verdicts"], found["readings"][0]["id"]
    assert verdicts["orders.0.clauses.0.act"]["kind"] == "accept"
    assert verdicts["incidents.0.killed"] | {"when": ""} == {
        "kind": "correct", "who": "ada", "when": "", "why": "two died", "value": 2, "start": 0, "end": 11,
        "target": f"report/{report}/incidents.0.killed", "reading": reading,
    }  # fmt: skip
    assert "two died" in holdfire("show", report).stdout


def test_an_undo_takes_back_and_is_itself_kept(holdfire, report):
    judgement = holdfire("judge", "reject", report, "orders.0", "--why", "a proposal").stdout.strip()
    holdfire("judge", "undo", judgement[:10])
    assert shown(holdfire, report)["verdicts"] == {}
    assert [each["counts"] for each in told(holdfire("judge", "list", "-f", "json"))] == [False, True]
    assert "undone" in holdfire("judge", "list").stdout


def test_pairs_grades_and_notes(holdfire, report):
    record = shown(holdfire, report)["record"]
    one, other = record["orders"][0]["id"], record["incidents"][0]["id"]
    assert holdfire("judge", "different", one, other, "--why", "an order is no act").exit_code == 0
    assert (
        holdfire("judge", "grade", "Tumen Courier", "--reliability", "b", "--credibility", "2").exit_code == 0
    )
    assert holdfire("judge", "grade", report[:10], "--credibility", "3").exit_code == 0
    assert holdfire("judge", "note", report[:10], "orders.0", "see the Korean text").exit_code == 0
    made = [each["judgement"] for each in told(holdfire("judge", "list", "-f", "json"))]
    assert [each["kind"] for each in made] == ["different", "grade", "grade", "note"]
    assert (made[0]["target"], made[0]["other"]) == tuple(sorted((one, other)))
    assert made[1]["target"] == "source/Tumen Courier" and made[1]["reliability"] == "B"
    assert made[2]["target"] == f"report/{report}"
    assert told(holdfire("verify", "-f", "json"))[0]["ok"]


def test_a_corrected_date_is_what_a_reread_reads_with(holdfire, report, monkeypatch):
    import msgspec

    from holdfire.workflows import readers
    from tests import stories

    def dated(given):
        reading = stories.reading_of(given)
        order = msgspec.structs.replace(reading.record.orders[0], issued=None)
        orders = (order, *reading.record.orders[1:]) if given.published else reading.record.orders
        record = msgspec.structs.replace(reading.record, orders=orders)
        return type(reading)(reading.report, reading.text, record, reading.trail)

    monkeypatch.setattr(readers, "english_reader", lambda *_own: dated)
    holdfire("judge", "accept", report, "incidents.0.killed")
    assert told(holdfire("reread", report, "-f", "json"))[0]["differences"] == []
    holdfire("judge", "correct", report, "published", "26 January 2022")
    (change,) = told(holdfire("reread", "-f", "json"))[0]["differences"]
    assert (change["kind"], change["path"]) == ("gone", "orders.0.issued")
    now = shown(holdfire, report)
    assert now["record"]["report"]["published"] == "2022-01-26"
    assert len(now["readings"]) == 2 and now["readings"][0]["superseded"] == now["readings"][1]["seq"]
    assert now["verdicts"]["incidents.0.killed"]["kind"] == "accept", "it is carried over"
    assert "1 read again, 0 changed" in holdfire("reread").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("accept", "{report}"), "name a report and the path"),
        (("accept", "{report}", "orders.77.act"), "there is no value 'orders.77.act'"),
        (("accept", "{report}", "nothing"), "there is no value 'nothing'"),
        (("correct", "{report}", "incidents.0.date", "soon"), "'soon' is not an EDTF date"),
        (("correct", "{report}", "incidents.0.killed", "many"), "cannot stand there"),
        (("correct", "{report}", "published", "01/02/2022"), "can be"),
        (("correct", "{report}", "incidents.0.killed", "2", "--words", "9:2"), "are no words of the report"),
        (("correct", "{report}", "incidents.0.killed", "2", "--words", "1:99999"), "are no words"),
        (("same", "0123456789abcdef", "0123456789abcdef"), "no reported order or incident"),
        (("grade", "Daily NK"), "no grade was given"),
        (("grade", "Daily NK", "--reliability", "Z"), "no grade was given"),
        (("undo", "0000"), "there is no judgement"),
        (("note", "{report}"), "name a report and the note"),
    ],
)
def test_what_cannot_be_judged_is_refused(holdfire, report, arguments, said):
    result = holdfire("judge", *(each.format(report=report) for each in arguments))
    assert result.exit_code == 2 and said in result.stderr and len(result.stderr.splitlines()) == 1
    assert "Nothing was decided" in holdfire("judge", "list").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("judge", "x.book", "reject", "1234"), "holdfire judge reject x.book …"),
        (("user", "x.book"), "holdfire user COMMAND x.book …"),
        (("vault", "postgresql://ada:secret@host/x", "add"), "holdfire vault add BOOK …"),
    ],
)
def test_a_casebook_before_the_command_is_told_its_place(holdfire, book, words, said):
    result = holdfire(*(str(book) if word == "x.book" else word for word in words))
    assert result.exit_code == 2
    assert said.replace("x.book", str(book)) in " ".join(result.stderr.split())
    assert "secret" not in result.stderr


def test_a_command_that_is_none_is_named(holdfire, book):
    assert "No such command 'rejekt'" in holdfire("judge", "rejekt", str(book)).stderr


def test_an_embargo_that_is_past_holds_nothing_back_and_says_so(holdfire, report):
    assert "holds nothing back" in holdfire("judge", "embargo", report, "--until", "2001-01-01").stderr
    assert not holdfire("judge", "embargo", report, "--until", "2999-01-01").stderr


def test_a_grade_for_an_outlet_that_is_not_there_is_kept_and_said(holdfire, book, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Guards on the river fired flares.\n")
    holdfire("add", book, other, "--outlet", "Tumen Courier")
    done = holdfire("judge", "grade", "Tumen Curier", "--reliability", "B")
    assert done.exit_code == 0 and "(the outlets here: Tumen Courier)" in done.stderr
    assert not holdfire("judge", "grade", "Tumen Courier", "--reliability", "B").stderr
