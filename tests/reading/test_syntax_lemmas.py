"""Lemmas: irregular forms, regular ones, and forms that look like something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.reading.english.words.lemmas import lemma


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("shot", "VBD", "shoot"),
        ("shot", "NN", "shot"),
        ("shots", "NNS", "shot"),
        ("Fired", "VBN", "fire"),
        ("firing", "VBG", "fire"),
        ("firing", "NN", "firing"),
        ("killed", "VBD", "kill"),
        ("told", "VBD", "tell"),
        ("ordered", "VBN", "order"),
        ("patrolling", "VBG", "patrol"),
        ("stopped", "VBD", "stop"),
        ("fled", "VBD", "flee"),
        ("dying", "VBG", "die"),
        ("agreed", "VBD", "agree"),
        ("planned", "VBD", "plan"),
        ("opened", "VBD", "open"),
        ("seized", "VBD", "seize"),
        ("issued", "VBD", "issue"),
        ("used", "VBN", "use"),
        ("carried", "VBD", "carry"),
        ("warns", "VBZ", "warn"),
        ("crosses", "VBZ", "cross"),
        ("passed", "VBD", "pass"),
        ("approaches", "VBZ", "approach"),
        ("lay", "VBD", "lie"),
        ("lay", "VB", "lay"),
        ("found", "VBD", "find"),
        ("found", "VB", "found"),
        ("left", "VBD", "leave"),
        ("left", "JJ", "left"),
        ("beat", "VBD", "beat"),
        ("beaten", "VBN", "beat"),
        ("is", "VBZ", "be"),
        ("'s", "VBZ", "be"),
        ("’s", "POS", "'s"),
        ("n’t", "RB", "not"),
        ("wo", "MD", "will"),
        ("has", "VBZ", "have"),
        ("men", "NNS", "man"),
        ("policemen", "NNS", "policeman"),
        ("children", "NNS", "child"),
        ("wives", "NNS", "wife"),
        ("knives", "NNS", "knife"),
        ("bodies", "NNS", "body"),
        ("bases", "NNS", "base"),
        ("buses", "NNS", "bus"),
        ("troops", "NNS", "troop"),
        ("clashes", "NNS", "clash"),
        ("forces", "NNS", "force"),
        ("them", "PRP", "they"),
        ("Him", "PRP", "he"),
        ("better", "JJR", "good"),
        ("largest", "JJS", "large"),
        ("heavier", "JJR", "heavy"),
        ("greater", "JJR", "great"),
        ("later", "RBR", "late"),
        ("stronger", "JJR", "strong"),
        ("best", "RBS", "well"),
        ("her", "PRP", "she"),
        ("her", "PRP$", "her"),
        ("those", "DT", "that"),
        ("Iraqis", "NNPS", "iraqi"),
        ("1990s", "NNS", "1990s"),
        ("s", "VBZ", "s"),
        ("United", "NNP", "united"),
        ("bleeding", "VBG", "bleed"),
        ("crackdowns", "NNS", "crackdown"),
        ("red-tagged", "VBN", "red-tag"),
    ],
)
def test_forms_have_their_lemmas(form: str, tag: str, expected: str) -> None:
    assert lemma(form, tag) == expected


@given(
    st.text(min_size=1, max_size=12),
    st.sampled_from(["NN", "NNS", "VBD", "VBZ", "VBG", "VBN", "JJR", "RB", "PRP"]),
)
def test_a_lemma_is_never_empty_and_lower_case(form: str, tag: str) -> None:
    found = lemma(form, tag)
    assert found and found == found.lower()
