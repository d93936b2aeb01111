"""Proposals → features: what the weights are asked about, as short names that can be read."""

from collections.abc import Iterator

from holdfire.model.span import Span
from holdfire.reading.english.saying.proposals import Proposal
from holdfire.reading.english.saying.quotations import Quotations
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents

NEGATIONS = frozenset({"not", "n't", "never"})
MOSTLY, MANY = 0.6, 5


def features(proposal: Proposal, quotations: Quotations, under: list[str], words: Lexicon) -> Iterator[str]:
    """The features of a proposal; `under` are the verbs of the clauses handed on that it stands in."""
    shape, tree = proposal.shape, proposal.tree
    anchor, name = shape.anchor, shape.name
    lemma, tag = tree.lemmas[anchor], tree.tags[anchor]
    who = kind_of(tree, shape.source, words)
    yield from (f"shape={name}", f"word={lemma}", f"{name} {lemma}", f"{name} tag={tag}", f"who={who}")
    yield from (f"{name} who={who}", f"{name} relation={tree.relations[anchor]}")
    yield f"{name} quoted={_share_quoted(tree, shape.content, quotations)}"
    yield f"{name} length={min(len(shape.content).bit_length(), 5)}"
    first, last = proposal.pieces[0].start, proposal.pieces[-1].end - 1
    yield f"{name} sentences={min(3, quotations.sentence(last) - quotations.sentence(first))}"
    yield f"early={int(anchor < 3)}"
    if proposal.sentence == 0 and quotations.sentences > MANY:
        yield "title"
    if quotations.around(proposal.anchor) is not None:
        yield "in quotation"
    yield from (f"under={verb}" for verb in under)
    yield from _of_content(tree, shape.content, name)
    yield from _beside(tree, anchor, name)


def kind_of(tree: Dependents, source: int | None, words: Lexicon) -> str:
    """What kind of thing may be speaking."""
    if source is None:
        return "none"
    lemma, tag = tree.lemmas[source], tree.tags[source]
    if tag.startswith("PRP"):
        return lemma
    if tag in ("NNP", "NNPS"):
        return "name"
    if lemma in words.speakers:
        return "speaker"
    return "party" if lemma in words.parties else "plural" if tag == "NNS" else "other"


def _share_quoted(tree: Dependents, content: tuple[int, ...], quotations: Quotations) -> int:
    """0 for nothing quoted, 1 for some, 2 for most."""
    if not content or not quotations.all:
        return 0
    spans = [Span(tree.tokens[t].start, tree.tokens[t].end) for t in content]
    over = quotations.over(Span(spans[0].start, spans[-1].end))
    quoted = sum(any(q.holds(s) for q in over) for s in spans)
    return 0 if not quoted else 1 if quoted < MOSTLY * len(content) else 2


def _of_content(tree: Dependents, content: tuple[int, ...], name: str) -> Iterator[str]:
    inside = frozenset(content)
    tops = [t for t in content if tree.heads[t] not in inside and tree.relations[t] != "punct"]
    if tops:
        mark = tree.one(tops[-1], "mark")
        yield f"{name} top={tree.tags[tops[-1]][:2]}"
        yield f"{name} mark={tree.lemmas[mark] if mark is not None else '-'}"


def _beside(tree: Dependents, anchor: int, name: str) -> Iterator[str]:
    for child in tree.children[anchor]:
        lemma, tag = tree.lemmas[child], tree.tags[child]
        if lemma in NEGATIONS:
            yield "negated"
        elif tag == "MD":
            yield f"modal={lemma}"
        elif tree.relations[child] == "compound:prt":
            yield f"{tree.lemmas[anchor]} {lemma}"
        elif tree.tags[anchor].startswith("NN") and tag in ("DT", "PRP$"):
            yield f"{name} determiner={lemma}"
    above = tree.heads[anchor]
    if tree.tags[anchor].startswith("NN") and above >= 0 and not tree.tags[above].startswith("NNP"):
        yield f"noun under={tree.lemmas[above]}"
