"""Feeds (RSS, Atom) and their entries."""
