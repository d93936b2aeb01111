"""Who tells of an act, where the tree has the telling in what is said of them."""

from holdfire.model.tree import ROOT
from holdfire.reading.english.mending.told import Telling
from holdfire.reading.english.words.lexicon import shipped
from tests.reading.trees import tree

TELLING = Telling(shipped().speech)
SHOT = "Guards/NNS/nsubj/2 shot/VBD/root/0 two/CD/obj/2 ,/,/punct/6 a/DT/det/6 man/NN/parataxis/2 "
LAST = SHOT + "who/WP/nsubj/10 was/VBD/aux:pass/10 there/EX/expl/10 told/VBN/acl:relcl/6 us/PRP/iobj/10"
SEEN = SHOT + "who/WP/nsubj/8 saw/VBD/acl:relcl/6 it/PRP/obj/8 said/VBD/xcomp/8 ././punct/2"
TOLD = SHOT + "who/WP/nsubj:pass/10 was/VBD/aux:pass/10 then/RB/advmod/10 told/VBN/acl:relcl/6"
SILENT = SHOT + "who/WP/nsubj/8 said/VBD/acl:relcl/6 nothing/NN/obj/8"
PARTED = (
    "Troops/NNS/nsubj/4 ,/,/punct/4 residents/NNS/nsubj/4 say/VBP/root/0 ,/,/punct/4 fired/VBD/ccomp/4 "
    "at/IN/case/8 boats/NNS/obl/6"
)


def test_what_stands_before_a_speaker_of_whom_more_is_told_is_what_is_said() -> None:
    for rows, verb, own in ((LAST, 9, 8), (SEEN, 9, 7)):
        made = TELLING(tree(rows).tree)
        assert (made.heads[verb], made.relations[verb], made.tags[verb]) == (ROOT, "root", "VBD")
        assert (made.heads[1], made.relations[1]) == (verb, "ccomp")
        assert (made.heads[5], made.relations[5]) == (verb, "nsubj")
        assert (made.heads[own], made.relations[own]) == (5, "acl:relcl")


def test_who_is_told_or_says_nothing_tells_nothing() -> None:
    for rows in (TOLD, SILENT):
        given = tree(rows).tree
        assert TELLING(given) is given


def test_what_stands_before_a_speaker_between_commas_does_what_is_told() -> None:
    made = TELLING(tree(PARTED).tree)
    assert (made.heads[0], made.relations[0]) == (5, "nsubj")
    assert made.heads[2] == 3
