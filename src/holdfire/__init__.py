"""Holdfire: reports about armed forces at borders, turned into evidence that can be checked."""

__version__ = "0.1.0"
