"""One contract for every syntax: a tree a sentence, one root, no cycle, all tuples as long as the tokens."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfire.errors import DataError
from holdfire.model.span import Span
from holdfire.model.text import Text
from holdfire.reading.parser.network import LONGEST
from holdfire.reading.parser.neural import NeuralParser
from holdfire.reading.parser.recorded import RecordedParser
from holdfire.reading.parser.stanza_adapter import StanzaParser
from holdfire.reading.parser.weights import load as load_weights
from holdfire.reading.parser.weights import shipped
from holdfire.reading.syntax import ROOT, Parsing, Syntax, Tree, load
from holdfire.reading.tokens import Sentence, Token, split

WORDS = "Guards shot him. They fled. Stop!"
CONLLU = """# text = Guards shot him.
1\tGuards\tguard\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tshot\tshoot\tVERB\tVBD\t_\t0\troot\t_\t_
3\thim\tHe\tPRON\tPRP\t_\t2\tobj\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\tfled\tflee\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

1\tStop\tstop\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_
"""


def sentences(words: str) -> tuple[Sentence, ...]:
    return split(Text(words, (Span(0, len(words)),)))


def spaced(words: list[str]) -> Sentence:
    """A sentence of exactly these words."""
    return Sentence(tuple(Token(word, 100 * i, 100 * i + len(word)) for i, word in enumerate(words)), 0)


@dataclass
class Word:
    xpos: str | None
    lemma: str | None
    head: int
    deprel: str


@dataclass
class Cut:
    words: list[Word]


@dataclass
class Document:
    sentences: list[Cut]


class Chain:
    """A pipeline in stanza's shape that hangs each word on the one before."""

    def __call__(self, doc: list[list[str]]) -> Document:
        return Document(
            [Cut([Word(None, None, i, "dep" if i else "root") for i in range(len(s))]) for s in doc]
        )


IMPLEMENTATIONS = [
    pytest.param(load(), id="neural"),
    pytest.param(Parsing(RecordedParser(CONLLU)), id="recorded"),
    pytest.param(Parsing(StanzaParser(Chain(), version="0")), id="stanza"),
]


def assert_tree(tree: Tree) -> None:
    n = len(tree.sentence.tokens)
    assert len(tree.tags) == len(tree.lemmas) == len(tree.heads) == len(tree.relations) == n
    assert [i for i, head in enumerate(tree.heads) if head == ROOT] == [tree.relations.index("root")]
    assert tree.relations.count("root") == 1
    for start in range(n):
        at, steps = start, 0
        while at != ROOT:
            assert 0 <= at < n
            at, steps = tree.heads[at], steps + 1
            assert steps <= n


@pytest.mark.parametrize("syntax", IMPLEMENTATIONS)
def test_every_syntax_gives_a_tree_a_sentence(syntax: Syntax) -> None:
    given_ = sentences(WORDS)
    trees = syntax.parse(given_)
    assert [tree.sentence for tree in trees] == list(given_)
    for tree in trees:
        assert_tree(tree)
        assert all(lemma == lemma.lower() for lemma in tree.lemmas)
    assert syntax.name and syntax.version


@pytest.mark.parametrize("syntax", IMPLEMENTATIONS)
def test_no_sentences_give_no_trees(syntax: Syntax) -> None:
    assert syntax.parse([]) == []


def test_the_neural_syntax_reads_a_plain_sentence() -> None:
    (tree,) = load().parse(sentences("The soldiers were ordered to shoot anyone who crossed the river."))
    words = {token.text: i for i, token in enumerate(tree.sentence.tokens)}
    assert tree.heads[words["ordered"]] == ROOT
    assert (tree.heads[words["soldiers"]], tree.relations[words["soldiers"]]) == (
        words["ordered"],
        "nsubj:pass",
    )
    assert (tree.heads[words["shoot"]], tree.relations[words["shoot"]]) == (words["ordered"], "xcomp")
    assert (tree.heads[words["anyone"]], tree.relations[words["anyone"]]) == (words["shoot"], "obj")
    assert tree.relations[words["crossed"]] == "acl:relcl"
    assert tree.lemmas[:4] == ("the", "soldier", "be", "order")


def test_loading_gives_the_same_object() -> None:
    assert load() is load()


@given(st.lists(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=12), max_size=6))
@settings(max_examples=40)
def test_any_words_at_all_give_trees(words: list[list[str]]) -> None:
    for tree in load().parse([spaced(w) for w in words]):
        assert_tree(tree)


def test_a_parse_does_not_depend_on_what_else_is_parsed() -> None:
    links = (Path(__file__).parent / "links.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t")[0] for line in links if not line.startswith("#")]
    given_ = [s for words in dict.fromkeys(rows) for s in sentences(words)]
    together = load().parse(given_)
    assert [load().parse([s])[0] for s in given_] == together
    assert load().parse(given_[::-1])[::-1] == together


@pytest.mark.slow
@pytest.mark.parametrize("length", [LONGEST - 1, LONGEST, 700, 2500])
def test_very_long_sentences_are_parsed_in_pieces(length: int) -> None:
    words = [("guards" if i % 7 else ",") for i in range(length)]
    (tree,) = load().parse([spaced(words)])
    assert_tree(tree)


def test_weights_that_do_not_match_their_digest_are_refused(tmp_path: Path) -> None:
    for name in ("manifest.json", "words.txt", "network.npz"):
        (tmp_path / name).write_bytes((shipped() / name).read_bytes())
    assert load_weights(tmp_path).version
    (tmp_path / "words.txt").write_bytes(b"the\nof")
    with pytest.raises(DataError, match="digest"):
        load_weights(tmp_path)


@pytest.mark.parametrize("manifest", [b"", b"{}", b"[]", b'{"sha256": 5}', b"\xff\xfe"])
def test_malformed_weights_are_refused(tmp_path: Path, manifest: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(manifest)
    with pytest.raises(DataError):
        load_weights(tmp_path)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="missing") as raised:
        load_weights(tmp_path)
    assert "manifest.json" in raised.value.where


def test_making_a_parser_reads_nothing() -> None:
    parser = NeuralParser()
    assert "_weights" not in vars(parser)


def test_shipped_weights_are_finite_and_small() -> None:
    weights = load_weights(shipped())
    assert all(np.isfinite(array).all() for array in weights.arrays.values())
    assert sum(len((shipped() / name).read_bytes()) for name in ("network.npz", "words.txt")) < 8_000_000


@pytest.mark.parametrize("conllu", ["1\tGuards\tguard", "1\ta\ta\t_\tDT\t_\tx\tdet\t_\t_"])
def test_recorded_trees_must_be_conllu(conllu: str) -> None:
    with pytest.raises(DataError):
        RecordedParser(conllu)


def test_a_sentence_that_is_not_recorded_is_named() -> None:
    with pytest.raises(DataError, match="They shot"):
        Parsing(RecordedParser(CONLLU)).parse(sentences("They shot."))


def test_a_pipeline_that_cuts_words_anew_is_refused() -> None:
    def anew(doc: list[list[str]]) -> Document:
        return Document([Cut([Word("X", "x", 0, "root")]) for _ in doc])

    with pytest.raises(ValueError, match="pretokenized"):
        Parsing(StanzaParser(anew, version="0")).parse(sentences("They shot."))
