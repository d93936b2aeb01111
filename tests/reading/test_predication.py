"""Participants are the same whatever the form: active, passive, controlled, relative, elliptical, nominal."""

import pytest

from holdfire.reading.grammar.predication import predication
from tests.reading.trees import tree, words

CASES = {
    "active": (
        "Guards/NNS/nsubj/2 shot/VBD/root/0 two/CD/nummod/4 men/NNS/obj/2",
        "shot",
        ("active", ["Guards"], ["men"]),
    ),
    "passive": (
        "Men/NNS/nsubj:pass/3 were/VBD/aux:pass/3 shot/VBN/root/0 by/IN/case/5 guards/NNS/obl:agent/3",
        "shot",
        ("passive", ["guards"], ["Men"]),
    ),
    "coordinated agents": (
        "Guards/NNS/nsubj/4 and/CC/cc/3 soldiers/NNS/conj/1 shot/VBD/root/0 men/NNS/obj/4",
        "shot",
        ("active", ["Guards", "soldiers"], ["men"]),
    ),
    "object control": (
        "It/PRP/nsubj/2 ordered/VBD/root/0 troops/NNS/obj/2 to/TO/mark/5 shoot/VB/xcomp/2 men/NNS/obj/5",
        "shoot",
        ("active", ["troops"], ["men"]),
    ),
    "coordinated verb": (
        "Guards/NNS/nsubj/2 saw/VBD/root/0 men/NNS/obj/2 and/CC/cc/5 fired/VBD/conj/2",
        "fired",
        ("active", ["Guards"], []),
    ),
    "participle that the tree hangs too high": (
        "Men/NNS/nsubj/5 shot/VBN/ccomp/7 by/IN/case/4 guards/NNS/obl:agent/2 died/VBD/ccomp/7 "
        "he/PRP/nsubj/7 said/VBD/root/0",
        "shot",
        ("passive", ["guards"], ["Men"]),
    ),
    "participle as a noun": (
        "Police/NNS/nsubj/2 seek/VBP/root/0 tips/NNS/obj/2 on/IN/mark/7 a/DT/det/6 workplace/NN/nmod/3 "
        "shooting/VBG/advcl/2",
        "shooting",
        ("active", [], []),
    ),
    "participle told of one more object": (
        "Guards/NNS/nsubj/2 found/VBD/root/0 men/NNS/obj/2 dead/JJ/xcomp/2 and/CC/cc/7 a/DT/det/7 "
        "boy/NN/conj/3 hurt/VBN/conj/2",
        "hurt",
        ("passive", [], ["boy"]),
    ),
    "verb of one of whom others tell": (
        "Guards/NNS/nsubj/2 seek/VBP/root/0 a/DT/det/4 man/NN/obj/2 they/PRP/nsubj/6 said/VBD/acl:relcl/4 "
        "shot/VBD/advcl/2 boys/NNS/obj/7",
        "shot",
        ("active", ["man"], ["boys"]),
    ),
    "concession between commas": (
        "Guards/NNS/nsubj/2 fire/VBP/root/0 ,/,/punct/4 whoever/WP/obj/2 it/PRP/nsubj/4 may/MD/aux/4 "
        "be/VB/cop/4 ,/,/punct/4 at/IN/case/10 people/NNS/obl/2",
        "fire",
        ("active", ["Guards"], []),
    ),
    "whoever with a clause of its own": (
        "Guards/NNS/nsubj/2 arrest/VBP/root/0 whoever/WP/obj/2 crosses/VBZ/acl:relcl/3",
        "arrest",
        ("active", ["Guards"], ["whoever"]),
    ),
    "ellipsis whose subject hangs from the verb before": (
        "One/CD/nsubj:pass/3 was/VBD/aux:pass/3 killed/VBN/root/0 "
        "and/CC/cc/6 two/CD/nummod/6 men/NNS/nsubj:pass/3 held/VBN/xcomp/3",
        "held",
        ("passive", [], ["men"]),
    ),
    "the verb before that ellipsis": (
        "One/CD/nsubj:pass/3 was/VBD/aux:pass/3 killed/VBN/root/0 "
        "and/CC/cc/6 two/CD/nummod/6 men/NNS/nsubj:pass/3 held/VBN/xcomp/3",
        "killed",
        ("passive", [], ["One"]),
    ),
    "no ellipsis without an auxiliary before": (
        "Guards/NNS/nsubj/2 shot/VBD/root/0 one/CD/obj/2 and/CC/cc/5 wounded/VBD/conj/2 another/DT/obj/5",
        "wounded",
        ("active", ["Guards"], ["another"]),
    ),
    "ellipsis": (
        "One/CD/nsubj:pass/3 was/VBD/aux:pass/3 killed/VBN/root/0 "
        "and/CC/cc/6 two/CD/nsubj:pass/6 held/VBN/conj/3",
        "held",
        ("passive", [], ["two"]),
    ),
    "relative": (
        "Troops/NNS/root/0 who/WP/nsubj/3 fired/VBD/acl:relcl/1 at/IN/case/5 men/NNS/obl/3",
        "fired",
        ("active", ["Troops"], []),
    ),
    "reduced relative": (
        "Men/NNS/nsubj/5 shot/VBN/acl/1 by/IN/case/4 guards/NNS/obl/2 died/VBD/root/0",
        "shot",
        ("passive", [], ["Men"]),
    ),
    "participle": (
        "Guards/NNS/nsubj/2 fired/VBD/root/0 killing/VBG/advcl/2 two/CD/obj/3",
        "killing",
        ("active", ["Guards"], ["two"]),
    ),
}


@pytest.mark.parametrize(("notation", "verb", "expected"), CASES.values(), ids=CASES)
def test_a_verb_finds_its_participants(notation, verb, expected):
    made = tree(notation)
    head = next(n for n, t in enumerate(made.tokens) if t.text == verb)
    found = predication(made, head)
    assert (found.voice, words(made, found.agents), words(made, found.patients)) == expected


def test_a_noun_lists_its_phrases_by_preposition():
    made = tree("The/DT/det/2 shooting/NN/root/0 of/IN/case/4 men/NNS/nmod/2 by/IN/case/6 guards/NNS/nmod/2")
    found = predication(made, 1)
    assert [(case, made.tokens[t].text) for case, t in found.obliques] == [("of", "men"), ("by", "guards")]


def test_a_phrase_is_a_name_without_its_clauses_and_places():
    made = tree(
        "Two/CD/nummod/2 men/NNS/root/0 of/IN/case/5 the/DT/det/5 village/NN/nmod/2 "
        "near/IN/case/8 the/DT/det/8 river/NN/nmod/2"
    )
    words_of = "Two men of the village near the river"
    assert made.phrase(1).span.of(words_of) == "Two men of the village"


def test_a_quotation_mark_stays_with_the_words_that_it_closes():
    made = tree("conduct/VB/root/0 “/``/punct/3 surveillance/NN/obj/1 ”/''/punct/3 daily/RB/advmod/1")
    assert made.clause(0, ("advmod",)).of("conduct “ surveillance ” daily") == "conduct “ surveillance ”"


def test_names_after_a_title_or_a_name_belong_to_it_wherever_the_tree_hangs_them():
    made = tree(
        "murder/NN/root/0 of/IN/case/3 candidate/NN/nmod/1 Luis/NNP/nmod/1 Carlos/NNP/flat/4 Galan/NNP/list/1"
    )
    assert words(made, made.names_after(2)) == ["Luis", "Carlos", "Galan"]
    assert made.phrase(2).span.of("murder of candidate Luis Carlos Galan") == "candidate Luis Carlos Galan"


def test_a_day_and_the_name_of_the_next_clause_are_no_part_of_a_name():
    killed = tree("they/PRP/nsubj/2 shot/VBD/root/0 John/NNP/obj/2 Tuesday/NNP/obl:unmarked/2")
    assert killed.names_after(2) == []
    farmer = tree("the/DT/det/2 farmer/NN/root/0 Ali/NNP/nsubj/4 saw/VBD/acl:relcl/2")
    assert farmer.names_after(1) == []
