"""Coded attributions as the training reads them."""

import pytest

from holdfire.model.span import Span
from training.attribution.coded import Coded, agreement, coded_by

ANN = """T1	Source 0 7	The man
T2	Cue 8 12	said
T3	Content 13 20;25 30	it fell down
T4	Attribution 8 12	said
E1	Attribution:T4 Content:T3 Cue:T2 Source:T1
T5	Discard 40 44	more
"""


def test_the_events_of_a_coder_are_read():
    assert list(coded_by(ANN)) == [Coded((Span(8, 12), Span(0, 7)), (Span(13, 20), Span(25, 30)))]


@pytest.mark.parametrize(
    ("anchors", "pieces", "expected"),
    [
        ([Span(8, 12)], (Span(13, 20), Span(25, 30)), 1.0),
        ([Span(8, 12)], (Span(13, 20),), 7 / 12),
        ([Span(8, 12)], (Span(25, 30),), 0.0),
        ([Span(50, 52)], (Span(13, 20), Span(25, 30)), 0.0),
    ],
)
def test_a_proposal_agrees_by_the_words_it_shares(anchors, pieces, expected):
    [coded] = coded_by(ANN)
    assert agreement(anchors, pieces, coded) == pytest.approx(expected)
