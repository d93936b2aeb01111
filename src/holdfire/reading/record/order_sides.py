"""Whether two orders are told from two sides: by those who were told one, and by an army for itself."""

import re

from holdfire.model.order import ReportedOrder

_OFFICIAL = re.compile(
    r"\b(?:army|military|ministry|command|headquarters|general staff|police|government|minister|president"
    r"|spokes\w+|forces?|border guard)\b"
)
_OF_THE_RANKS = re.compile(
    r"\b(?:officers?|soldiers?|conscripts?|reservists?|guards|sources?|defectors?|deserters?|sergeants?"
    r"|veterans?|former|gunners?|troops|men|members?)\b"
)
"""Who tells what he was told, not what the army has to say."""


def are_of_two_sides(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether of a rule and an order one is told by soldiers or sources, and one by an army for itself.

    So they are where one forbids what the other bids.
    """
    if (a.kind.value == "standing rule") == (b.kind.value == "standing rule") and not _forbids(a, b):
        return False
    left, right = _voices(a), _voices(b)
    return bool(left) and bool(right) and all(map(_is_official, left)) != any(map(_is_official, right))


def _forbids(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether one forbids force that the other bids."""
    left, right = (_force(a), _force(b))
    bidden = {act for act, modality in left | right if modality == "obligation"}
    return any(
        (act, "obligation") in one and (act, "prohibition") in other
        for act in bidden
        for one, other in ((left, right), (right, left))
    )


def _force(order: ReportedOrder) -> set[tuple[str, str]]:
    return {(c.act.value, c.modality) for c in order.clauses if c.means is not None}


def _voices(order: ReportedOrder) -> set[str]:
    """Those who tell of an order, without its outlet and its paper."""
    kinds = ("narration", "document", "outlet")
    return {v.value.speaker.lower() for v in order.attribution if v.value.kind not in kinds}


def _is_official(speaker: str) -> bool:
    """Whether a speaker is a body with power, or speaks for one."""
    return _OFFICIAL.search(speaker) is not None and _OF_THE_RANKS.search(speaker) is None
