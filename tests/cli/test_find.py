import json

import pytest

TEXT = "On Jan. 17, 2022, the government ordered the guards near Hoeryong to stop firing, a source said."


def _given(*rows):
    return "".join(json.dumps(row) + "\n" for row in rows)


@pytest.mark.parametrize("part", ["dates", "places", "attributions"])
def test_what_is_found_stands_at_its_offsets(holdfire, part):
    done = holdfire(
        "find", part, "--jsonl", given=_given({"id": "a", "text": TEXT, "published": "2022-01-26"})
    )
    assert done.exit_code == 0
    answer = json.loads(done.stdout)
    assert answer["id"] == "a"
    assert answer["found"]
    pieces = [
        piece for each in answer["found"] for piece in (each, *each.values()) if isinstance(piece, dict)
    ]
    quoted = [piece for piece in pieces if "quote" in piece]
    assert quoted
    assert all(TEXT[piece["start"] : piece["end"]] == piece["quote"] for piece in quoted)


def test_dates_have_edtf_and_timex_values(holdfire):
    done = holdfire(
        "find", "dates", "--jsonl", given=_given({"id": "a", "text": TEXT, "published": "2022-01-26"})
    )
    first = json.loads(done.stdout)["found"][0]
    assert (first["value"], first["timex"], first["type"]) == ("2022-01-17", "2022-01-17", "DATE")


def test_an_attribution_has_source_cue_and_content(holdfire):
    done = holdfire("find", "attributions", "--jsonl", given=_given({"id": "a", "text": TEXT}))
    found = json.loads(done.stdout)["found"][0]
    assert (found["source"]["quote"], found["cue"]["quote"]) == ("a source", "said")


def test_a_bad_line_stands_in_its_place(holdfire):
    done = holdfire("find", "dates", "--jsonl", given=_given({"id": "a"}, {"id": "b", "text": TEXT}))
    first, second = map(json.loads, done.stdout.splitlines())
    assert done.exit_code == 1
    assert (first["id"], first["error"]["kind"], second["id"]) == ("a", "source", "b")


def test_a_file_is_looked_through(holdfire, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    done = holdfire("find", "dates", tmp_path / "a.txt", "--published", "2022-01-26")
    assert json.loads(done.stdout)["id"].endswith("a.txt")


def test_neither_files_nor_lines_is_said_in_one_line(holdfire):
    done = holdfire("find", "dates")
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)


def test_dates_may_stay_as_open_as_the_words(holdfire):
    given = _given({"id": "a", "text": "They met on Tuesday.", "published": "2022-01-26"})
    done = holdfire("find", "dates", "--jsonl", "--as-written", given=given)
    first = json.loads(done.stdout)["found"][0]
    assert (first["value"], first["timex"]) == ("2022-01-25", "XXXX-WXX-2")
