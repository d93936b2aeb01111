"""A text's trees → all attributions in it, the outermost with those inside: an answer by itself."""

from collections.abc import Mapping, Sequence
from typing import cast

from holdfire.model.span import Span
from holdfire.model.statement import Attribution, Stance
from holdfire.model.text import Text
from holdfire.model.tree import Tree
from holdfire.reading.english.phrases.noun_phrases import named
from holdfire.reading.english.saying.antecedents import bind, topics_of
from holdfire.reading.english.saying.choosing import Weighed, cue_words, inner, outermost, weigh
from holdfire.reading.english.saying.proposals import Proposal, runs
from holdfire.reading.english.saying.quotations import Quotations, joined
from holdfire.reading.english.saying.shape import Shape
from holdfire.reading.english.saying.weights import telling
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents


def attributions_of(
    text: Text, trees: Sequence[Tree], *, words: Lexicon, weights: Mapping[str, float]
) -> list[Attribution]:
    """Who says, thinks or wants what, in the order of the words."""
    quotations = Quotations(text.words, text.paragraphs, [tree.sentence for tree in trees])
    weighed = list(weigh(trees, quotations, words, weights))
    made = [
        attribution(one, words, weights, text.words, within=inner(one, weighed, words))
        for one in outermost(weighed)
    ]
    topics = [topic for tree in trees for topic in topics_of(Dependents(tree), words)]
    return bind(made, topics, text.words, words)


def attribution(
    one: Weighed, words: Lexicon, weights: Mapping[str, float], text: str, *, within: Sequence[Weighed] = ()
) -> Attribution:
    """A weighed proposal as an attribution, with the features that told."""
    proposal = one.proposal
    shape, tree = proposal.shape, proposal.tree
    cue = joined(text, cue_words(proposal))
    return Attribution(
        speaker=named(tree, shape.source, words) if shape.source is not None else None,
        cue=tree.word(shape.anchor),
        content=proposal.pieces[0],
        stance=stance_of(tree, shape, words),
        rule=f"attribution.{shape.name}",
        more=proposal.pieces[1:],
        source=source_of(proposal),
        signal=cue,
        because=telling(one.features, weights),
        inner=tuple(attribution(each, words, weights, text) for each in within),
    )


def stance_of(tree: Dependents, shape: Shape, words: Lexicon) -> Stance:
    """How a source stands to its words: by the table of its cue's class, else an attitude."""
    lemma = tree.lemmas[shape.anchor]
    if shape.name.startswith(("according", "label")):
        return "assert"
    if tree.tags[shape.anchor].startswith("NN"):
        found = words.telling["noun"].get(lemma)
    else:
        found = words.speech.get(lemma) or words.telling["adverb"].get(lemma)
    return cast("Stance", found or "attitude")


def source_of(proposal: Proposal) -> tuple[Span, ...]:
    """All words about the source: its name with appositions and clauses."""
    shape, tree = proposal.shape, proposal.tree
    if shape.source is None:
        return ()
    apart = {*shape.content, *shape.cue}
    return tuple(runs(tree, [t for t in tree.branch(shape.source) if t not in apart]))
