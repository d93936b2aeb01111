"""Predicate-argument links annotated by hand before any parse: the floor that the parser must keep."""

from pathlib import Path

from holdfire.reading.syntax import load
from training.syntax.links import read, wrong

LINKS = Path(__file__).parent / "links.tsv"
FLOOR = 0.90


def test_links_stay_above_their_floor() -> None:
    links = read(LINKS)
    missed = wrong(links, load())
    assert 1 - len(missed) / len(links) >= FLOOR, missed


def test_every_word_of_a_link_stands_in_its_sentence() -> None:
    for link in read(LINKS):
        for word in (link.predicate, link.argument):
            assert word.partition("#")[0] in link.sentence
