"""Trees under construction: a node with what stands left and right of it, and how it becomes an example."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from training.syntax.treebank import Example, Word

PUNCTUATION = {
    ".": ".", "?": ".", "!": ".", ",": ",", ":": ":", ";": ":", "–": ":", "—": ":", "...": ":",
    "“": "``", "”": "''", '"': "``", "(": "-LRB-", ")": "-RRB-", "-": "HYPH",
}  # fmt: skip
_VOWEL = re.compile(r"[aeioAEIO]|[uU]n|(?:8|11|18)(?!\d)|8\d(?!\d)")
GLUED_BEFORE = frozenset([".", ",", "?", "!", ":", ";", ")", "”", "-"])
GLUED_AFTER = frozenset(["(", "“", "$", "-"])


@dataclass(eq=False, slots=True)
class Node:
    """A word with its dependents in order; `plural` is its number as a subject."""

    form: str
    tag: str
    relation: str
    left: list["Node"] = field(default_factory=list)
    right: list["Node"] = field(default_factory=list)
    plural: bool = False
    glued: bool = False

    def before(self, *nodes: "Node | None") -> "Node":
        """Put dependents in front of all the others."""
        self.left = [node for node in nodes if node] + self.left
        return self

    def near(self, *nodes: "Node | None") -> "Node":
        """Put dependents directly in front of the word."""
        self.left += [node for node in nodes if node]
        return self

    def after(self, *nodes: "Node | None") -> "Node":
        """Put dependents at the end."""
        self.right += [node for node in nodes if node]
        return self

    def next(self, *nodes: "Node | None") -> "Node":
        """Put dependents directly after the word."""
        self.right = [node for node in nodes if node] + self.right
        return self

    def adjective(self, described: "Node") -> "Node":
        """Put an adjective before the nouns that the word is compounded with."""
        at = next((i for i, child in enumerate(self.left) if child.relation == "compound"), len(self.left))
        self.left.insert(at, described)
        return self

    def to(self, relation: str) -> "Node":
        """The node under another relation."""
        self.relation = relation
        return self


def node(form: str, tag: str, relation: str, *left: Node) -> Node:
    """A node with some dependents before it."""
    return Node(form, tag, relation, list(left))


def mark(sign: str) -> Node:
    """A punctuation mark."""
    return Node(sign, PUNCTUATION[sign], "punct", glued=sign in GLUED_BEFORE)


def closing(sign: str) -> Node:
    """A closing straight or curly quote."""
    return Node(sign, "''", "punct", glued=True)


def _in_order(root: Node, head: Node | None) -> Iterator[tuple[Node, Node | None]]:
    for child in root.left:
        yield from _in_order(child, root)
    yield root, head
    for child in root.right:
        yield from _in_order(child, root)


def _spaced(this: Node, following: Node | None) -> bool:
    opening = this.form in GLUED_AFTER or (this.form == '"' and this.tag == "``")
    return not (opening or (following is not None and following.glued))


def _tidied(words: Iterable[tuple[Node, Node | None]]) -> list[tuple[Node, Node | None]]:
    """Without a comma that directly precedes another mark which takes its place."""
    row = list(words)
    kept = []
    for i, (this, head) in enumerate(row):
        following = row[i + 1][0].form if i + 1 < len(row) else ""
        if not (this.form == "," and following in (",", ".", "?", "!", ";", ")", "–")):
            if this.form in ("a", "an"):
                this.form = "an" if _VOWEL.match(following) else "a"
            kept.append((this, head))
    return kept


def example(root: Node, *, capital: bool = True) -> Example:
    """The finished tree."""
    row = _tidied(_in_order(root, None))
    number = {id(this): i for i, (this, _) in enumerate(row, 1)}
    words = []
    for i, (this, head) in enumerate(row):
        following = row[i + 1][0] if i + 1 < len(row) else None
        form = this.form
        if capital and all(w.tag in ("``", "-LRB-") for w, _ in row[:i]):
            form = form[:1].upper() + form[1:]
        relation = this.relation if head else "root"
        words.append(
            Word(form, "_", this.tag, number[id(head)] if head else 0, relation, _spaced(this, following))
        )
    return Example("generated", tuple(words))
