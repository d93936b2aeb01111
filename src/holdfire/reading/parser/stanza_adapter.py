"""A stanza pipeline as a parser: the same labels from an independent engine, to keep ours honest.

The caller builds the pipeline (`tokenize_pretokenized=True`, processors tokenize, pos, lemma, depparse; a
package trained on EWT or GUM), so nothing here imports stanza.
"""

from collections.abc import Sequence
from typing import Protocol

from holdfire.reading.parser.analysis import Analysis


class StanzaWord(Protocol):
    """A word as stanza gives it; `head` counts from 1, 0 is the root."""

    @property
    def xpos(self) -> str | None:
        """Its Penn tag."""
        ...

    @property
    def lemma(self) -> str | None:
        """Its lemma, where the pipeline makes lemmas."""
        ...

    @property
    def head(self) -> int:
        """Its head."""
        ...

    @property
    def deprel(self) -> str:
        """Its relation."""
        ...


class StanzaSentence(Protocol):
    """A sentence as stanza gives it."""

    @property
    def words(self) -> Sequence[StanzaWord]:
        """Its words."""
        ...


class StanzaDocument(Protocol):
    """A document as stanza gives it."""

    @property
    def sentences(self) -> Sequence[StanzaSentence]:
        """Its sentences."""
        ...


class Pipeline(Protocol):
    """A stanza pipeline for text that is cut into words already."""

    def __call__(self, doc: list[list[str]], /) -> StanzaDocument:
        """The document with its trees."""
        ...


class StanzaParser:
    """Asks a stanza pipeline."""

    name = "stanza"

    def __init__(self, pipeline: Pipeline, *, version: str) -> None:
        self._pipeline = pipeline
        self.version = version

    def analyse(self, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
        """One analysis a sentence, in order."""
        asked = [list(words) for words in sentences if words]
        answers = iter(self._pipeline(asked).sentences if asked else ())
        return [_analysis(next(answers), words) if words else Analysis((), (), ()) for words in sentences]


def _analysis(sentence: StanzaSentence, words: Sequence[str]) -> Analysis:
    if len(sentence.words) != len(words):
        raise ValueError("the stanza pipeline cut the words anew: build it with tokenize_pretokenized=True")
    lemmas = [(word.lemma or form).lower() for word, form in zip(sentence.words, words, strict=True)]
    return Analysis(
        tuple(word.xpos or "X" for word in sentence.words),
        tuple(word.head - 1 for word in sentence.words),
        tuple(word.deprel for word in sentence.words),
        tuple(lemmas),
    )
