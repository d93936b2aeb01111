"""`holdfire trend --counts`: a table of counts and a day."""

import json

import pytest

ROWS = "month,count,outside,reports\n" + "".join(
    f"2021-{month:02},{count},{9},{20}\n"
    for month, count in enumerate([12, 14, 11, 13, 12, 14, 3, 2, 4, 3, 2, 3], 1)
)


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "counts.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_a_table_of_counts(holdfire, table):
    done = holdfire("trend", "--counts", table, "--date", "2021-07")
    assert done.exit_code == 0
    assert "From 1 July 2021 on there were fewer: 0." in done.stdout
    assert "inside over outside" in done.stdout and "per report" in done.stdout
    assert "Fewer reports is not fewer acts" in done.stdout
    assert "2021-01" in done.stdout and "│" in done.stdout


def test_json_has_the_figures_and_the_page(holdfire, table):
    told = json.loads(holdfire("trend", "--counts", table, "--date", "2021-07", "-f", "json").stdout)
    assert told["trend"]["before"]["tally"]["expected"] == 76
    assert 0.1 < told["trend"]["ratio"]["value"] < 0.3
    assert len(told["page"]["chart"]["bars"]) == 12 and told["page"]["caveats"]


def test_stdin_is_read(holdfire):
    done = holdfire("trend", "--counts", "-", "--date", "2021-07", given=ROWS.encode())
    assert done.exit_code == 0 and "fewer" in done.stdout


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2021-13,4,9,20", "is no month"),
        ("2022-01,-4,9,20", "count is -4: negative"),
        ("2022-01,many,9,20", "which is no number"),
        ("2022-01,nan,9,20", "count is nan"),
        ("2021-03,4,9,20", "has had a row above"),
        ("2022-01,4", "2 cells under 4 columns"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_is_computed(holdfire, table, row, said):
    table.write_text(f"{ROWS}{row}\n", encoding="utf-8")
    done = holdfire("trend", "--counts", table, "--date", "2021-07")
    assert done.exit_code == 2
    assert said in done.stderr and f"{table}:14" in done.stderr
    assert "there were fewer" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--counts FILE goes with --date"),
        (["--date", "2021-07", "--place", "Musan"], "and with no casebook"),
        (["--date", "yesterday"], "is not an EDTF date"),
        (["--date", "2031-01"], "choose a day between 2021-01 and 2021-12"),
        (["--date", "2021-07", "--column", "deaths"], "no column 'deaths' among month, count"),
        (["--date", "2021-07", "--per", "people"], "no column 'people'"),
    ],
)
def test_what_was_given_wrongly_is_said(holdfire, table, arguments, said):
    done = holdfire("trend", "--counts", table, *arguments)
    assert done.exit_code == 2 and said in done.stderr and not done.stdout


def test_an_empty_table_says_so(holdfire, table):
    table.write_text("month,count\n", encoding="utf-8")
    assert "holds no rows" in holdfire("trend", "--counts", table, "--date", "2021-07").stderr


def test_a_picture_is_drawn(holdfire, table, tmp_path):
    picture = tmp_path / "trend.svg"
    done = holdfire("trend", "--counts", table, "--date", "2021-07", "--svg", picture)
    assert done.exit_code == 0 and not done.stdout
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_a_casebook(holdfire, story, tmp_path):
    book = tmp_path / "case.book"
    holdfire("init", book)
    holdfire("add", book, story, "--published", "2022-01-26", "--outlet", "Desk")
    done = holdfire("trend", book, "--date", "2022-01-17", "--since", "2021-10", "--until", "2022-06")
    assert "before and from 2022-01-17 on" in done.stdout, done.stderr
    assert "Fewer reports is not fewer acts" in done.stdout and "Desk" in done.stdout
    assert "does not lie within" in holdfire("trend", book, "--date", "2030-01").stderr
    assert "name an order with --order" in holdfire("trend", book).stderr
    refused = holdfire("estimate", book)
    assert "cannot be said" in refused.stdout and "It assumes" in refused.stdout
    assert "with no casebook" in holdfire("estimate", book, "--lists", "x.csv").stderr
