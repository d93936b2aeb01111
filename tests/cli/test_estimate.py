"""`holdfire estimate --lists`: lists that overlap."""

import json

import pytest

ROWS = "Desk,Radio,Letters,count\n1,0,0,60\n0,1,0,50\n0,0,1,40\n1,1,0,20\n1,0,1,15\n0,1,1,12\n1,1,1,6\n"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "lists.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_lists_with_counts(holdfire, table):
    done = holdfire("estimate", "--lists", table)
    assert done.exit_code == 0
    assert "203 things on 3 lists; in all between" in done.stdout
    assert "It assumes" in done.stdout and "A copy is no second list." in done.stdout
    assert "Desk+Radio" in done.stdout


def test_a_row_for_each_thing_is_the_same(holdfire, tmp_path, table):
    rows = [line.rsplit(",", 1) for line in ROWS.splitlines()]
    long = tmp_path / "long.csv"
    long.write_text("\n".join([rows[0][0], *(row for row, n in rows[1:] for _ in range(int(n)))]))
    one, other = (
        json.loads(holdfire("estimate", "--lists", path, "-f", "json").stdout) for path in (table, long)
    )
    assert one["estimate"] == other["estimate"]
    assert one["page"]["overlaps"][0] == {"name": "Desk", "on": 101, "alone": 60, "shared": [101, 26, 21]}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("0,0,0,9", "is on no list"),
        ("1,0,0,-3", "count is -3: negative"),
        ("1,0,0,2.5", "no whole number"),
        ("2,0,0,3", "neither 1 (is on it) nor 0"),
        ("x,0,0,3", "Desk is 'x', which is no number"),
        ("1,0", "2 cells under 4 columns"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_is_computed(holdfire, table, row, said):
    table.write_text(f"{ROWS}{row}\n", encoding="utf-8")
    done = holdfire("estimate", "--lists", table)
    assert done.exit_code == 2 and said in done.stderr and f"{table}:9" in done.stderr
    assert "203 things" in done.stdout


def test_what_the_data_cannot_bear_is_refused_with_the_reason(holdfire, table):
    table.write_text("A,B,count\n1,0,30\n0,1,20\n1,1,9\n", encoding="utf-8")
    done = holdfire("estimate", "--lists", table)
    assert done.exit_code == 0
    assert "cannot be said: 2 lists are too few" in done.stdout
    assert "At the least there are about" in done.stdout


def test_what_was_given_wrongly_is_said(holdfire, table):
    assert "name a casebook" in holdfire("estimate").stderr
    table.write_text("A,A\n1,0\n", encoding="utf-8")
    assert "does not name the lists, each once" in holdfire("estimate", "--lists", table).stderr
    table.write_text("A,B,n\n1,0,0\n", encoding="utf-8")
    assert "all counts are 0" in holdfire("estimate", "--lists", table).stderr
