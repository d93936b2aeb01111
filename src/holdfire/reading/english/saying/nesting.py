"""Who hands on whose words, where several do: the order of a chain of voices, the outermost first."""

from collections.abc import Sequence

from holdfire.model.statement import Attribution

ACCORDING, CITING = "attribution.according_to", "attribution.citing"


def hands_on(outer: Attribution, inner: Attribution) -> bool:
    """Whether one hands on what another says; of two that each hold the other, "according to" does.

    Who denies something hands nothing on, and who is cited is handed on by whoever cites him.
    """
    if outer is inner or outer.stance == "deny" or outer.rule == CITING:
        return False
    if inner.rule == CITING:
        return True
    held = outer.hands_on(inner.cue)
    return held and (outer.rule == ACCORDING or not inner.hands_on(outer.cue))


def chained(said: Sequence[Attribution]) -> list[Attribution]:
    """Attributions of one statement, each behind those that hand it on; else the longest words first."""
    if len(said) < 2:
        return list(said)

    def depth(one: Attribution) -> tuple[int, int]:
        return sum(hands_on(other, one) for other in said), -_length(one)

    return sorted(said, key=depth)


def _length(said: Attribution) -> int:
    return sum(span.end - span.start for span in (said.content, *said.more))
