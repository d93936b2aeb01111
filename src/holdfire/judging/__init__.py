"""Judgements → decisions: what holds now, as a pure function of all that was ever decided."""

from holdfire.judging.applying import HEADER, applied
from holdfire.judging.standing import Standing, standing
from holdfire.judging.state import Decisions, state

__all__ = ["HEADER", "Decisions", "Standing", "applied", "standing", "state"]
