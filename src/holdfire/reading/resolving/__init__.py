"""Statements + mentions → reported orders, events and settings, one a statement.

Adds parties, dates and places with their words; drops nothing. `record` brings together what tells of the
same thing.
"""

from holdfire.reading.resolving.resolver import Resolved, resolve
from holdfire.reading.resolving.scene import Scene

__all__ = ["Resolved", "Scene", "resolve"]
