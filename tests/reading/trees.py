"""Trees written by hand for tests: one word a line as `word/TAG/relation/head`, heads counted from 1."""

from holdfire.model.sentence import Sentence, Token
from holdfire.model.tree import ROOT, Tree
from holdfire.reading.english.words.lemmas import lemma
from holdfire.reading.grammar.dependents import Dependents


def tree(notation: str) -> Dependents:
    """The dependents of a hand-made tree; tokens stand one space apart."""
    tokens, tags, relations, heads, at = [], [], [], [], 0
    for part in notation.split():
        word, tag, relation, head = part.rsplit("/", 3)
        tokens.append(Token(word, at, at + len(word)))
        at += len(word) + 1
        tags.append(tag)
        relations.append(relation)
        heads.append(int(head) - 1 if int(head) else ROOT)
    lemmas = tuple(lemma(t.text, tag) for t, tag in zip(tokens, tags, strict=True))
    return Dependents(Tree(Sentence(tuple(tokens), 0), tuple(tags), lemmas, tuple(heads), tuple(relations)))


def words(made: Dependents, tokens) -> list[str]:
    return [made.tokens[t].text for t in tokens]
