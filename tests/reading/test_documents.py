"""Texts that are an order themselves are known by their heading."""

import pytest

from holdfire.model.span import Span
from holdfire.model.text import Text
from holdfire.reading.english.directives.documents import find_heading


def heading(words: str):
    first = words.partition("\n\n")[0]
    return find_heading(Text(words, (Span(0, len(first)),)))


@pytest.mark.parametrize(
    ("words", "kind", "issuer"),
    [
        ("NOTICE — Do not cross.\n\nThe zone is closed.", "proclamation", None),
        ("ORDER of the joint commander, 25 July\n\n1. Cease fire.", "order", "the joint commander"),
        ("ORDINANCE of the Minister on a ban\n\n1. No entry.", "proclamation", "the Minister"),
        ("Agreed minutes of the border committee\n\n1. …", "agreement", "the border committee"),
        (
            "NOTICE TO RESIDENTS\n\nBy decision of the council the following rules hold.",
            "proclamation",
            "the council",
        ),
        ("RULES OF ENGAGEMENT\n\nSoldiers shall call out.", "standing rule", None),
    ],
)
def test_a_heading_says_the_kind_and_the_issuer(words, kind, issuer):
    found = heading(words)
    assert found is not None
    assert (found.kind, found.issuer.of(words) if found.issuer else None) == (kind, issuer)


@pytest.mark.parametrize(
    "words",
    [
        "Order was restored in the town on Monday.",
        "Notices hung on every wall.",
        "The order of the commander was obeyed.",
        "Rules change quickly at the border, said a guard.",
        "",
    ],
)
def test_a_sentence_is_no_heading(words):
    assert heading(words) is None if words else find_heading(Text("", ())) is None
