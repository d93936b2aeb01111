"""`holdfire ledger` and `holdfire in-force` over a casebook with one report."""

import json
from xml.dom.minidom import parse

import pytest


@pytest.fixture
def book(holdfire, story, tmp_path):
    path = tmp_path / "case.book"
    holdfire("init", path)
    holdfire("add", path, story)
    return path


def _answer(holdfire, book, *more):
    done = holdfire("in-force", book, "--format", "json", *more)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_an_order_is_answered_with_its_reasons_and_words(holdfire, book):
    (order,) = _answer(holdfire, book, "--at", "Musan", "--on", "2022-03-01")["orders"]
    assert order["truth"] == "possibly"
    assert {b["dimension"]: b["words"] for b in order["because"]}["place"].endswith(
        "it is not drawn on the map"
    )
    (clause,) = [c for c in order["clauses"] if "open fire" in c["said"]]
    assert clause["quotes"][0]["words"].startswith("On Jan. 17")


def test_before_it_was_given_and_before_it_held(holdfire, book):
    states = [
        _answer(holdfire, book, "--on", day)["orders"][0]["state"] for day in ("2022-01-16", "2022-01-17")
    ]
    assert states == ["not yet issued", "issued, not yet in force"]


def test_an_act_is_asked_for_in_plain_words(holdfire, book):
    asked = [
        _answer(holdfire, book, "--on", "2022-03-01", "--act", act)["orders"]
        for act in ("live_fire", "live fire", "Shooting", "shoot")
    ]
    assert asked[0] and all(orders == asked[0] for orders in asked)


def test_it_is_drawn_for_people(holdfire, book):
    shown = holdfire("in-force", book, "--at", "Musan", "--on", "2022-03-01", "--unit", "27th Brigade").stdout
    assert "Musan, 1 March 2022, 27th Border Guard Brigade" in shown
    assert "What governs" in shown and "exception" in shown and "Rules: an exception" not in shown


def test_what_cannot_be_understood_is_said(holdfire, book, tmp_path):
    rules = tmp_path / "rules.txt"
    rules.write_text("newest\n")
    assert "is no rule" in holdfire("in-force", book, "--on", "2022", "--precedence", rules).stderr
    assert "not an EDTF date" in holdfire("in-force", book, "--on", "yesterday").stderr
    assert "no place is known" in holdfire("in-force", book, "--on", "2022", "--at", "Nowhereville").stderr
    slip = holdfire("in-force", book, "--on", "2022-03-01", "--act", "warnin shot")
    assert slip.exit_code == 2 and "no act is known by the name 'warnin shot' (nearly: warning" in slip.stderr
    other = holdfire("in-force", book, "--on", "2022-03-01", "--act", "fireflare").stderr
    near = other.split("nearly: ")[1].split(")")[0].split(", ")
    assert "flare" in near and len(near) == len(set(near))
    missing = holdfire("in-force", book, "--on", "2022", "--precedence", tmp_path / "none.txt")
    assert "cannot be read" in missing.stderr


def test_the_ledger_is_listed_drawn_and_given_to_programs(holdfire, book, tmp_path):
    shown = holdfire("ledger", book).stdout
    assert "Order of 17 January 2022" in shown and "end unknown" in shown and "█" in shown
    (line,) = holdfire("ledger", book, "--format", "json").stdout.splitlines()
    assert json.loads(line)["order"]["relations"][0]["kind"] == "end unknown"
    picture = tmp_path / "orders.svg"
    assert holdfire("ledger", book, "--svg", picture).exit_code == 0
    assert "17 January 2022" in parse(str(picture)).toxml()


def test_an_empty_casebook_says_so(holdfire, tmp_path):
    book = tmp_path / "empty.book"
    holdfire("init", book)
    assert "No order was read" in holdfire("ledger", book).stdout
    assert "No order was read" in holdfire("in-force", book, "--on", "2022").stdout
    picture = tmp_path / "orders.svg"
    holdfire("ledger", book, "--svg", picture)
    assert "No order was read" in parse(str(picture)).toxml()
