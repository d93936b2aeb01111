"""Days counted on and back over a length of time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.reading.resolving.lengths import shifted


@pytest.mark.parametrize(
    ("day", "length", "back", "expected"),
    [
        ("2022-01-18", "P90D", False, "2022-04-18"),
        ("2022-01-18", "P2W", True, "2022-01-04"),
        ("2022-01-31", "P1M", False, "2022-02-28"),
        ("2024-02-29", "P1Y", False, "2025-02-28"),
        ("2022-01", "P1M", False, None),
        ("2022-01-18", "PT3H", False, None),
        ("2022-01-18", "P0D", False, None),
        ("9999-12-31", "P2D", False, None),
        ("9999-12-31", "P1Y", False, None),
        ("0001-01-01", "P1M", True, None),
        ("2022-02-30", "P1D", False, None),
        ("2022-01-18", f"P{10**12}D", False, None),
    ],
)
def test_a_day_so_much_later_or_earlier(day, length, back, expected):
    assert shifted(day, length, back=back) == expected


@given(st.dates(), st.integers(1, 10**9), st.sampled_from("DWMY"), st.booleans())
def test_it_lies_on_its_side_or_there_is_none(day, count, unit, back):
    found = shifted(day.isoformat(), f"P{count}{unit}", back=back)
    assert found is None or (date.fromisoformat(found) < day if back else date.fromisoformat(found) > day)
