"""Proposals → attributions: those likely enough, the likeliest first, none across another's words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from holdfire.model.span import Span
from holdfire.model.tree import Tree
from holdfire.reading.english.saying.features import features
from holdfire.reading.english.saying.proposals import Proposal, proposed
from holdfire.reading.english.saying.quotations import Quotations
from holdfire.reading.english.saying.shapes import shapes
from holdfire.reading.english.saying.weights import THRESHOLD, score
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents

AROUND = frozenset({"said_that", "said_aside", "said_before", "said_beside"})
OUTER = ("under=", "in quotation")
BY_TABLE = 0.8
"""What the tables of words add to the score, set by hand: small snippets are unlike whole news reports."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A proposal with its features and score; `alone` is the score as if nothing stood around it."""

    proposal: Proposal
    features: tuple[str, ...]
    score: float
    alone: float


def weigh(
    trees: Sequence[Tree], quotations: Quotations, words: Lexicon, weights: Mapping[str, float]
) -> Iterator[Weighed]:
    """Every proposal of a text with its score."""
    for number, tree in enumerate(trees):
        for proposal, named in featured(Dependents(tree), number, quotations, words):
            context = [f for f in named if f.startswith(OUTER)]
            whole = score(named, weights) + (BY_TABLE if by_table(proposal, words) else 0.0)
            yield Weighed(proposal, named, whole, whole - score(context, weights))


def by_table(proposal: Proposal, words: Lexicon) -> bool:
    """Whether a proposal is what a rule with its table of words would read."""
    name, lemma = proposal.shape.name, proposal.tree.lemmas[proposal.shape.anchor]
    spoken = name in ("said_that", "said_aside", "as_said") and lemma in words.speech
    return spoken or name == "according_to"


def featured(
    tree: Dependents, number: int, quotations: Quotations, words: Lexicon
) -> Iterator[tuple[Proposal, tuple[str, ...]]]:
    """The proposals of one sentence with their features."""
    made = list(shapes(tree, words))
    under: dict[int, list[str]] = {}
    for shape in made:
        if shape.name in AROUND:
            for token in shape.content:
                under.setdefault(token, []).append(tree.lemmas[shape.anchor])
    beside: dict[int, list[str]] = {}
    for shape in made:
        beside.setdefault(shape.anchor, []).append(shape.name)
    for shape in made:
        proposal = proposed(shape, tree, number, quotations)
        if proposal is not None:
            above = under.get(shape.anchor, [])
            rivals = (f"{shape.name} beside={n}" for n in beside[shape.anchor] if n != shape.name)
            yield proposal, (*features(proposal, quotations, above, words), *rivals)


def outermost(weighed: Sequence[Weighed]) -> list[Weighed]:
    """The likely proposals that do not stand in one another's words, in the order of the text."""
    kept: list[Weighed] = []
    likely = (w for w in weighed if w.score >= THRESHOLD)
    for one in sorted(likely, key=lambda w: -w.score):
        if not any(_in_the_way(one.proposal, other.proposal) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda w: w.proposal.anchor)


def inner(outer: Weighed, weighed: Sequence[Weighed], words: Lexicon) -> list[Weighed]:
    """What is handed on within the words of another: the next links of the chain, by verbs of speech."""
    inside = [
        w
        for w in weighed
        if w.alone >= THRESHOLD
        and holds(outer.proposal, w.proposal.anchor)
        and all(holds(outer.proposal, piece) for piece in w.proposal.pieces)
        and w.proposal.tree.lemmas[w.proposal.shape.anchor] in words.speech
    ]
    kept: list[Weighed] = []
    for one in sorted(inside, key=lambda w: -w.alone):
        if not any(_in_the_way(one.proposal, other.proposal) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda w: w.proposal.anchor)


def holds(proposal: Proposal, span: Span) -> bool:
    """Whether words lie within what a proposal hands on."""
    return any(piece.contains(span) for piece in proposal.pieces)


def cue_words(proposal: Proposal) -> list[Span]:
    """The words of a proposal's cue."""
    return [proposal.tree.word(t) for t in proposal.shape.cue]


def _in_the_way(one: Proposal, other: Proposal) -> bool:
    if one.anchor == other.anchor:
        return True
    mine, theirs = cue_words(one), cue_words(other)
    across = any(piece.overlaps(word) for word in mine for piece in other.pieces)
    across = across or any(piece.overlaps(word) for word in theirs for piece in one.pieces)
    return across or any(a.overlaps(b) for a in mine for b in theirs)
