"""Floors only rise, and a changed corpus is never taken for the pinned one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gate import __main__ as command
from gate import floors
from gate.floors import Floors, Result, accepted, below, lowered, raised, rounded_down
from gate.gold import GOLD, corpus_digest
from gate.table import moved, moves, slot_table
from gate.tally import Tally

tallies = st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30)).map(
    lambda n: Tally(n[0], n[0] + n[1], n[0] + n[2])
)


def result(f1: Tally, corpus: str = "as pinned", /, **reports: Tally) -> Result:
    return Result(corpus, {"orders.found": f1}, reports)


HALF, MORE, LESS = Tally(5, 10, 10), Tally(8, 10, 10), Tally(4, 10, 10)
PINNED = accepted(result(HALF, a=HALF, b=HALF, c=HALF))


def test_a_result_at_its_floor_passes_and_one_under_it_does_not() -> None:
    assert below(result(HALF), PINNED.floors) == {}
    assert below(result(LESS), PINNED.floors) == {"orders.found": 0.5}


def test_a_slot_that_is_gone_is_below_its_floor() -> None:
    assert below(Result("as pinned", {}, {}), PINNED.floors) == {"orders.found": 0.5}


def test_a_slot_that_is_new_has_no_floor_until_one_is_pinned() -> None:
    more = Result("as pinned", {"orders.found": HALF, "orders.kind": LESS}, {})
    assert below(more, PINNED.floors) == {}
    assert raised(more, PINNED).floors == {"orders.found": 0.5, "orders.kind": 0.4}


def test_raising_lifts_and_never_lowers() -> None:
    assert raised(result(MORE), PINNED).floors == {"orders.found": 0.8}
    with pytest.raises(ValueError, match=r"orders\.found"):
        raised(result(LESS), PINNED)


def test_raising_is_refused_on_another_corpus() -> None:
    with pytest.raises(ValueError, match="gold reports"):
        raised(result(MORE, "changed"), PINNED)


def test_accepting_lowers_and_says_so() -> None:
    new = accepted(result(LESS))
    assert lowered(new, PINNED) == {"orders.found": (0.5, 0.4)}
    assert lowered(accepted(result(MORE)), PINNED) == {}


@given(tallies)
def test_what_was_just_pinned_passes(tally: Tally) -> None:
    assert below(result(tally), accepted(result(tally)).floors) == {}
    assert 0 <= tally.f1 - rounded_down(tally.f1) + 1e-8 < 0.011


@given(tallies, tallies)
def test_a_raised_floor_is_never_lower(before: Tally, after: Tally) -> None:
    pinned = accepted(result(before))
    if not below(result(after), pinned.floors):
        assert raised(result(after), pinned).floors["orders.found"] >= pinned.floors["orders.found"]


def test_floors_are_the_same_after_writing_and_reading(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert floors.load(path) is None
    floors.save(PINNED, path)
    assert floors.load(path) == PINNED
    assert '"a": [5, 10, 10]' in path.read_text(encoding="utf-8")


def test_any_change_of_a_gold_file_changes_the_digest(tmp_path: Path) -> None:
    for name in ("001.txt", "001.json"):
        (tmp_path / name).write_bytes((GOLD / name).read_bytes())
    before = corpus_digest(tmp_path)
    assert before != corpus_digest(GOLD)
    (tmp_path / "README.md").write_text("the manual is not the corpus", encoding="utf-8")
    assert corpus_digest(tmp_path) == before
    (tmp_path / "001.txt").write_text("Something else.", encoding="utf-8")
    assert corpus_digest(tmp_path) != before


def test_reports_that_moved_are_told_apart() -> None:
    now = {"a": MORE, "b": HALF, "c": LESS, "new": LESS}
    assert moved(now, PINNED.last.reports) == (["a"], ["c"])
    shown = list(moves(result(HALF, **now), PINNED))
    assert shown[0] == "up: 1 report" and "5/10/10 -> 8/10/10" in shown[1]


def test_the_table_marks_what_is_below_its_floor() -> None:
    assert not any("below" in line for line in slot_table(result(HALF), PINNED))
    assert any("below" in line and "-0.100" in line for line in slot_table(result(LESS), PINNED))
    assert any(" new " in line for line in slot_table(result(LESS), None))


@pytest.fixture
def pinned_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "floors.json"
    monkeypatch.setattr(floors.save, "__defaults__", (path,))
    return path


@pytest.mark.parametrize(
    ("now", "pinned", "status"),
    [
        (result(HALF), PINNED, 0),
        (result(LESS), PINNED, 1),
        (result(MORE, "changed"), PINNED, 1),
        (result(HALF), None, 1),
    ],
)
@pytest.mark.parametrize("raising", [True, False])
def test_the_exit_status(
    now: Result, pinned: Floors | None, status: int, raising: bool, pinned_at: Path
) -> None:
    assert command.judged(now, pinned, raising=raising) == status
    assert pinned_at.is_file() == (raising and status == 0)


def test_accepting_tells_that_it_is_a_commit_of_its_own(
    pinned_at: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.accept(result(LESS, "changed"), PINNED) == 0
    said = capsys.readouterr().out
    assert "lowered: orders.found from 0.50 to 0.40" in said
    assert "another corpus" in said and "commit of its own" in said
    assert floors.load(pinned_at) == accepted(result(LESS, "changed"))
