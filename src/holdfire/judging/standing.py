"""Decisions on a report → how far people are with it: new, begun, checked, set aside, or read again since.

A person says that a report is checked by accepting it as a whole (`report/<id>`), under the reading that they
checked; by rejecting it they set it aside. A later reading asks to be checked again.
"""

from typing import Literal

from holdfire.judging.state import Decisions
from holdfire.model.judgement import Accept, Reject

Standing = Literal["new", "begun", "checked", "aside", "again", "unread"]


def standing(decided: Decisions, report: str, reading: str | None) -> Standing:
    """How far people are with a report whose present reading is this one; None where it could not be read."""
    here = f"report/{report}"
    whole = {of: decided.verdict(here, of) for target, of in decided.about if target == here}
    if any(isinstance(each, Reject) for each in whole.values()):
        return "aside"
    if reading is None:
        return "unread"
    if isinstance(whole.get(reading), Accept):
        return "checked"
    if any(isinstance(each, Accept) for each in whole.values()):
        return "again"
    return "begun" if any(target.startswith(f"{here}/") for target, _ in decided.about) else "new"
