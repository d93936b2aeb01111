"""Tokens and sentences: how a text is cut before it is read."""

from dataclasses import dataclass
from functools import cached_property

import msgspec


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word or mark of punctuation, cut as the English treebanks cut it ("did" "n't", "Korea" "'s")."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence's tokens, and the number of the paragraph it stands in."""

    tokens: tuple[Token, ...]
    paragraph: int

    @cached_property
    def said(self) -> frozenset[str]:
        """Its words in lower case, to see at once whether one of some is among them."""
        return frozenset(map(str.lower, [token.text for token in self.tokens]))

    def joins(self, mark: int) -> bool:
        """Whether a mark, by the number of its token, stands between two words without a space.

        "machine-gun" is cut into three tokens.
        """
        if not 0 < mark < len(self.tokens) - 1:
            return False
        before, own, after = self.tokens[mark - 1 : mark + 2]
        return before.end == own.start and own.end == after.start

    @property
    def start(self) -> int:
        """Where its first token begins in the text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where its last token ends in the text."""
        return self.tokens[-1].end
