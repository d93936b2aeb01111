"""How far people are with a report, from what they decided about it."""

import pytest

from holdfire.judging import standing, state
from holdfire.model.judgement import Accept, Reject, Undo, judgement_id

ID = "a" * 64
HERE = f"report/{ID}"


def at(minute, kind, target=HERE, **more):
    return kind(target=target, who="ada", when=f"2026-01-01T10:{minute:02}", **more)


CHECKED = at(1, Accept, reading="r1")
ASIDE = at(1, Reject, reading="r1")


@pytest.mark.parametrize(
    ("judgements", "reading", "stands"),
    [
        ([], "r1", "new"),
        ([], None, "unread"),
        ([at(1, Accept, f"{HERE}/orders.0", reading="r1")], "r1", "begun"),
        ([at(1, Accept, f"{HERE}/published")], "r1", "begun"),
        ([CHECKED], "r1", "checked"),
        ([CHECKED], "r2", "again"),
        ([CHECKED, at(2, Accept, reading="r2")], "r2", "checked"),
        ([CHECKED, at(2, Undo, judgement_id(CHECKED))], "r1", "new"),
        ([ASIDE], "r1", "aside"),
        ([ASIDE], "r2", "aside"),
        ([at(1, Reject)], None, "aside"),
        ([ASIDE, at(2, Accept, reading="r1")], "r1", "checked"),
        ([at(1, Accept, f"report/{'b' * 64}", reading="r1")], "r1", "new"),
    ],
)
def test_how_a_report_stands(judgements, reading, stands):
    assert standing(state(judgements), ID, reading) == stands
