"""Every shape in which a tree may hand words on.

A shape is proposed wherever the tree has it. Whether anyone says, thinks or wants something there is for the
rules (by their word tables) or the weights to judge.
"""

from collections.abc import Iterator

from holdfire.reading.english.saying.nominals import shapes_of_adjective, shapes_of_noun
from holdfire.reading.english.saying.rows import according, around_speech, hearsay, label
from holdfire.reading.english.saying.shape import Shape
from holdfire.reading.english.saying.verbs import shapes_of_verb
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents

ACCORDING = frozenset({"according", "accord"})
LONGEST_LABEL = 10


def shapes(tree: Dependents, words: Lexicon) -> Iterator[Shape]:
    """The shapes of a sentence, in the order of their anchors."""
    adverbs = words.telling.get("adverb", {})
    for anchor, tag in enumerate(tree.tags):
        if tag.startswith("V"):
            yield from shapes_of_verb(tree, anchor)
            if tree.lemmas[anchor] in words.speech:
                yield from around_speech(tree, anchor)
            if tree.lemmas[anchor] in ACCORDING:
                yield from according(tree, anchor)
        elif tag in ("NN", "NNS"):
            yield from shapes_of_noun(tree, anchor)
        elif tag.startswith("JJ"):
            yield from shapes_of_adjective(tree, anchor)
        elif tree.lemmas[anchor] in adverbs:
            yield from hearsay(tree, anchor)
        elif tree.lemmas[anchor] in ACCORDING:
            yield from according(tree, anchor)
        elif tree.tokens[anchor].text == ":" and 0 < anchor < LONGEST_LABEL:
            yield from label(tree, anchor)
