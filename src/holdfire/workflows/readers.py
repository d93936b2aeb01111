"""The readers that Holdfire has, each with the knowledge that it needs loaded."""

from functools import partial

from holdfire.reading import syntax
from holdfire.reading.cascade import Knowledge, read
from holdfire.reading.statements import Grammar
from holdfire.workflows.outcome import Reader
from holdfire.workflows.own.folder import NOTHING, Own
from holdfire.workflows.own.lines import lines_of
from holdfire.workflows.own.places import finder_of
from holdfire.workflows.own.words import words_of


def english_reader(own: Own = NOTHING) -> Reader:
    """The reader of English reports, with a user's own words, places and lines where they are given.

    DataError where one of them is malformed: no record is made without what it should have been made with.
    """
    grammar = Grammar(words_of(own))
    known = Knowledge(grammar, syntax.load(), finder_of(own), lines=lines_of(own), own=own.digest)
    return partial(read, knowledge=known)
