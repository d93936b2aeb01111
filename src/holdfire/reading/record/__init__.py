"""Resolved statements → record: brings together what tells of the same thing; drops only repetitions."""

from holdfire.reading.record.composing import compose, header

__all__ = ["compose", "header"]
