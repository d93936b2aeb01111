"""Two words of a means, joined in a tree that took them apart."""

from holdfire.model.tree import ROOT, Tree
from holdfire.reading.english.mending.joined import Joining
from holdfire.reading.english.words.lexicon import shipped
from tests.reading.trees import tree

RINGED = "units/NNS/nsubj/2 levelled/VBD/ccomp/4 machinegun/NN/obj/2 fire/VB/root/0 at/IN/case/6 us/PRP/obl/4"
APART = "units/NNS/nsubj/2 levelled/VBD/root/0 machinegun/NN/obj/2 fire/VB/ccomp/2 at/IN/case/6 us/PRP/obl/4"


def ends(made: Tree) -> bool:
    """Whether every word hangs from the root in the end."""

    def above(token: int) -> int:
        for _ in made.heads:
            if token == ROOT:
                break
            token = made.heads[token]
        return token

    return all(above(token) == ROOT for token in range(len(made.heads)))


def test_the_words_of_a_means_are_one_noun() -> None:
    made = Joining(shipped().means)(tree(APART).tree)
    assert (made.tags[3], made.relations[2], made.heads[2]) == ("NN", "compound", 3)
    assert ends(made)


def test_a_noun_that_would_hang_from_itself_is_left_as_it_is() -> None:
    given = tree(RINGED).tree
    made = Joining(shipped().means)(given)
    assert made == given
    assert ends(made)
