"""The scorers beside the project: run where they lie, passed over where they do not."""

from pathlib import Path

import pytest

from gate import development
from gate.development import Measure

ECHO = "import sys; print('table'); print('cases: overall F1 0.500', sys.argv[1].rsplit('/', 1)[-1])"


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "tools").mkdir()
    monkeypatch.setenv("HOLDFIRE_SHARED", str(tmp_path))
    monkeypatch.setattr(
        development,
        "MEASURES",
        (
            Measure("cases", "score_it", ("cases",), "read", quick=True),
            Measure("slow", "none", ("cases",), "read"),
        ),
    )
    return tmp_path


def test_nothing_is_said_of_data_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOLDFIRE_SHARED", str(tmp_path / "nowhere"))
    assert list(development.development(quick=False)) == ["development data: none here, skipped"]


def test_the_last_line_of_a_scorer_is_shown(beside: Path) -> None:
    (beside / "cases").mkdir()
    (beside / "tools" / "score_it.py").write_text(ECHO, encoding="utf-8")
    shown = list(development.development(quick=True))
    assert len(shown) == 1 and shown[0].startswith("cases: overall F1 0.500 cases")


def test_a_scorer_that_fails_or_has_no_data_is_skipped_with_its_reason(beside: Path) -> None:
    (beside / "cases").mkdir()
    (beside / "tools" / "score_it.py").write_text("import sys; sys.exit('no such command')", encoding="utf-8")
    shown = list(development.development(quick=False))
    assert "skipped: no such command" in shown[0]
    assert shown[1] == "slow: no data, skipped"
