"""Whatever is counted, a trend is sound: no figure that is none, no interval without its value."""

from datetime import date
from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfire.analysis.figures import Ratio, Withheld
from holdfire.views.trend import trend_page
from tests.analysis.asking import asked
from tests.analysis.series import series

COUNTS = st.lists(st.one_of(st.just(0), st.integers(0, 3), st.integers(0, 400)), min_size=3, max_size=60)
NOT_OF_FIGURES = ("default::ResourceWarning", "default::pytest.PytestUnraisableExceptionWarning")
"""What Python may say during this test of a process that another test started."""


def sound(found):
    if found is None or isinstance(found, Withheld):
        return True
    assert isinstance(found, Ratio)
    return (
        not any(map(isnan, (found.value, found.low, found.high))) and found.low <= found.value <= found.high
    )


@pytest.mark.slow
@pytest.mark.filterwarnings("error", *NOT_OF_FIGURES)
@settings(deadline=None, max_examples=150)
@given(COUNTS, st.data())
def test_every_figure_is_sound_and_can_be_said(counts, data):
    day = date.fromordinal(date(2020, 1, 1).toordinal() + data.draw(st.integers(32, 30 * (len(counts) - 1))))
    told = data.draw(st.lists(st.integers(0, 90), min_size=len(counts), max_size=len(counts)))
    found = asked(series(counts, reports=told), day, slope=data.draw(st.booleans()))
    assert all(map(sound, (found.best, found.ratio, found.per_report, found.reporting)))
    for model in (found.level, found.season):
        assert isinstance(model, Withheld) or (sound(model.ratio) and sound(model.slope))
    assert 0 <= found.power.share <= 1 + 1e-9
    page = trend_page(found, what="incidents", title="")
    assert page.said and page.caveats and "nan" not in str(page)
