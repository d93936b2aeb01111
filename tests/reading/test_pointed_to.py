"""Whom a pronoun means on whom force was used: those told just before who agree in number."""

import pytest

MEANT = {
    "A man ran from a post on Sunday and did not stop. A sentry shot him in the leg.": "man",
    "The boy was herding goats when a soldier shot him dead.": "boy",
    "A soldier chased a farmer and shot him.": "farmer",
    "A guard told his officer that he had been shot at by rebels.": "guard",
}


@pytest.mark.parametrize(("words", "name"), MEANT.items())
def test_a_pronoun_is_bound_to_whom_it_means(words, name, incidents):
    (one,) = incidents(words)
    (target,) = one.target
    assert target.value.name == name
    assert (target.basis, target.quote) == ("resolved", words[target.start : target.end])
    assert target.quote in ("him", "he")


COUNTED = {
    "Soldiers stopped two men near Uri and shot them.": ("injured", 2),
    "Two men came to the fence near Uri. Soldiers shot them dead.": ("killed", 2),
    "Police stopped a group of 22 near Tychero and locked them in a shed.": ("detained", 22),
}


@pytest.mark.parametrize(("words", "expected"), COUNTED.items())
def test_as_many_as_a_pronoun_means_are_counted_and_it_says_so(incidents, words, expected):
    slot, number = expected
    found = getattr(incidents(words)[0], slot)
    assert (found.value, found.basis) == (number, "resolved")
    assert "taken for" in found.because


def test_two_groups_are_not_two_people(incidents):
    one, *_ = incidents("Two groups met near Uri. Soldiers shot them.")
    assert one.injured is None


NOBODY = (
    "Two smugglers ran off on Monday. A soldier shot him in the leg.",
    "The guards said that a sniper shot her near the gate.",
    "Guards struck a man at the gate on Monday. At dawn all of them were pushed back.",
)


@pytest.mark.parametrize("words", NOBODY)
def test_a_pronoun_that_nobody_told_before_agrees_with_is_left_open(words, incidents):
    targets = [t for one in incidents(words) for t in one.target]
    assert all(t.basis == "stated" for t in targets)
