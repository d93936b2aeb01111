"""One dimension of an answer: whether it holds, and why, in a sentence."""

from typing import Literal

import msgspec

from holdfire.model.truth import Truth

Dimension = Literal["given", "time", "place", "unit", "act", "replaced"]


class Reason(msgspec.Struct, frozen=True):
    """An answer in one dimension. `state` is a fixed word where it is no plain yes ("not yet in force")."""

    dimension: Dimension
    truth: Truth
    because: str
    state: str = ""
