"""Measure a parser: `python -m training.syntax.evaluate --data DIR [--weights DIR] [--test]`.

Prints accuracy on EWT dev (with `--test` on EWT test), on the held-out GUM documents, from raw text, and on
the hand-made links, then repairs, speed and size.
"""

import argparse
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from holdfire.model.span import Span
from holdfire.model.text import Text
from holdfire.reading.parser.analysis import Analysis
from holdfire.reading.parser.neural import NeuralParser
from holdfire.reading.parser.weights import load
from holdfire.reading.syntax import Parsing, Tree
from holdfire.reading.tokens import split
from training.syntax import links
from training.syntax.data import held_out
from training.syntax.treebank import Example, read

SHIPPED = Path("src/holdfire/reading/parser/weights")
LINKS = Path("tests/reading/links.tsv")
A_REPORT = 15


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares of words with the right tag, head, and head and relation."""

    tag: float
    head: float
    labelled: float

    def __str__(self) -> str:
        return f"tags {self.tag:.2%}, UAS {self.head:.2%}, LAS {self.labelled:.2%}"


def analysed(parser: NeuralParser, trees: Sequence[Example]) -> list[Analysis]:
    """The trees' words parsed, a report's worth at a time."""
    sentences = [[word.form for word in tree.words] for tree in trees]
    groups = [sentences[i : i + A_REPORT] for i in range(0, len(sentences), A_REPORT)]
    return [analysis for group in groups for analysis in parser.analyse(group)]


def gold_tokens(parser: NeuralParser, trees: Sequence[Example]) -> Scores:
    """Accuracy when the tokens are given."""
    n = tags = heads = labelled = 0
    for tree, analysis in zip(trees, analysed(parser, trees), strict=True):
        rows = zip(tree.words, analysis.tags, analysis.heads, analysis.relations, strict=True)
        for word, tag, head, relation in rows:
            n += 1
            tags += tag == word.tag
            heads += head + 1 == word.head
            labelled += head + 1 == word.head and relation == word.relation
    return Scores(tags / n, heads / n, labelled / n)


def raw_text(parser: NeuralParser, trees: Sequence[Example]) -> tuple[Scores, float, float]:
    """F1 of tags, heads and labels when only the text is given; F1 of tokens and of sentence ends."""
    syntax, gold_n, ours_n = Parsing(parser), 0, 0
    right, tokens = [0, 0, 0], 0
    ends = [0, 0, 0]
    for _, group in groupby(trees, key=lambda tree: tree.document):
        words, gold, gold_ends = _document(group)
        sentences = split(Text(words, (Span(0, len(words)),)))
        ours = {span: row for tree in syntax.parse(sentences) for span, row in _rows(tree)}
        gold_n, ours_n = gold_n + len(gold), ours_n + len(ours)
        tokens += len(gold.keys() & ours.keys())
        our_ends = {sentence.end for sentence in sentences}
        ends = [ends[0] + len(gold_ends & our_ends), ends[1] + len(gold_ends), ends[2] + len(our_ends)]
        for span in gold.keys() & ours.keys():
            (tag, head, relation), (our_tag, our_head, our_relation) = gold[span], ours[span]
            same = head == our_head
            right = [
                right[0] + (tag == our_tag),
                right[1] + same,
                right[2] + (same and relation == our_relation),
            ]
    both = gold_n + ours_n
    scores = Scores(*(2 * r / both for r in right))
    return scores, 2 * tokens / both, 2 * ends[0] / (ends[1] + ends[2])


Place = tuple[int, int]
Row = tuple[str, Place | None, str]


def _document(trees: Iterable[Example]) -> tuple[str, dict[Place, Row], set[int]]:
    words, rows, ends = "", dict[Place, Row](), set[int]()
    for tree in trees:
        spans = []
        for word in tree.words:
            spans.append((len(words), len(words) + len(word.form)))
            words += word.form + (" " if word.spaced else "")
        words += "" if words.endswith(" ") else " "
        ends.add(spans[-1][1])
        for word, span in zip(tree.words, spans, strict=True):
            rows[span] = (word.tag, spans[word.head - 1] if word.head else None, word.relation)
    return words, rows, ends


def _rows(tree: Tree) -> list[tuple[Place, Row]]:
    spans = [(token.start, token.end) for token in tree.sentence.tokens]
    return [
        (span, (tag, spans[head] if head >= 0 else None, relation))
        for span, tag, head, relation in zip(spans, tree.tags, tree.heads, tree.relations, strict=True)
    ]


def speed(parser: NeuralParser, trees: Sequence[Example]) -> float:
    """Words a second of processor time, best of three."""
    best = 0.0
    for _ in range(3):
        begun = time.process_time()
        analysed(parser, trees)
        best = max(best, sum(len(tree.words) for tree in trees) / (time.process_time() - begun))
    return best


def main() -> None:
    """Read the options, measure, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--weights", type=Path, default=SHIPPED)
    options.add_argument("--test", action="store_true", help="EWT test instead of EWT dev")
    options.add_argument("--wrong", action="store_true", help="list the links that are wrong")
    given = options.parse_args()
    begun = time.perf_counter()
    parser = NeuralParser(load(given.weights))
    parser.analyse([["Go", "!"]])
    print(f"loaded in {(time.perf_counter() - begun) * 1000:.0f} ms")
    part = "test" if given.test else "dev"
    ewt = read(given.data / "ewt" / f"ewt_{part}.conllu.gz")
    gum = read(given.data / "gum" / "gum_open.conllu.gz")
    away = held_out([tree.document for tree in gum])
    print(f"EWT {part}, gold tokens: {gold_tokens(parser, ewt)}")
    scores, tokens, sentences = raw_text(parser, ewt)
    print(f"EWT {part}, raw text: {scores}; tokens {tokens:.2%}, sentences {sentences:.2%}")
    kept = [tree for tree in gum if tree.document in away]
    print(f"GUM, {len(away)} held-out documents, gold tokens: {gold_tokens(parser, kept)}")
    known = links.read(LINKS)
    missed = links.wrong(known, Parsing(parser))
    print(f"links: {len(known) - len(missed)} of {len(known)}, {1 - len(missed) / len(known):.1%}")
    print(f"{speed(parser, kept):,.0f} words/s")
    if given.wrong:
        for link in missed:
            print(f"  {link.predicate} -{link.relation}-> {link.argument}: {link.sentence}")


if __name__ == "__main__":
    main()
