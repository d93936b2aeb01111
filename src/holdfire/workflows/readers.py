"""The readers that Holdfire has, each with the knowledge that it needs loaded."""

from functools import partial

from holdfire.reading import syntax
from holdfire.reading.cascade import Knowledge, read
from holdfire.reading.english.lexicon import shipped
from holdfire.reading.english.places import shipped_finder
from holdfire.reading.statements import Grammar
from holdfire.workflows.outcome import Reader


def english_reader() -> Reader:
    """The reader of English reports."""
    return partial(read, knowledge=Knowledge(Grammar(shipped()), syntax.load(), shipped_finder()))
