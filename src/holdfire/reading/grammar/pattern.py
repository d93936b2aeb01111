"""Patterns as data: expressions written with named fragments, and the anchors where they are tried."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_FRAGMENT = re.compile(r"<([a-z_]+)>")
_CLASS_OR_SPACE = re.compile(r"\[(?:\\.|[^\]\\])*\]| ")
_GAP = r"(?:[ \t\n\u00a0]{1,4})"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression over lower-cased words, tried only at the named classes of anchors.

    It is kept as text, so that a grammar costs nothing until it is used.
    """

    anchors: tuple[str, ...]
    regex: str


@dataclass(frozen=True, slots=True)
class Seam:
    """How two neighbouring values join: the kinds of each, and the words between them.

    `before`, where given, must stand right before the left value and becomes part of the whole.
    """

    left: tuple[str, ...]
    between: re.Pattern[str]
    right: tuple[str, ...]
    before: re.Pattern[str] | None = None


def expression(template: str, fragments: Mapping[str, str]) -> str:
    """Write out a template in which `<name>` is a fragment and a space is any gap within a line or two.

    `(?P<name>…)` stays a named group. A match ends where a word ends.
    """
    return f"(?:{spelled_out(template, fragments)})(?!\\w)"


def spelled_out(template: str, fragments: Mapping[str, str]) -> str:
    """Put the fragments and the gaps into a template."""
    kept = template.replace("(?P<", "(?P\0")
    filled = _FRAGMENT.sub(lambda m: f"(?:{fragments[m.group(1)]})", kept)
    return _CLASS_OR_SPACE.sub(_gapped, filled.replace("(?P\0", "(?P<"))


def _gapped(piece: re.Match[str]) -> str:
    """Widen a space to any gap; within a character class to any one character of a gap."""
    text = piece.group()
    return _GAP if text == " " else text.replace(" ", " \\t\\n\\u00a0")


def word_set(line: str) -> frozenset[str]:
    """Cut a line into the set of its words: how tables of words are written."""
    return frozenset(line.split())


def any_of(words: Iterable[str]) -> str:
    """Write an expression that matches any of the words, sharing their beginnings so that it is fast."""
    trie: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = trie
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(trie)


def _branches(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    parts = [
        (letter if letter == " " else re.escape(letter)) + _branches(below)
        for letter, below in node.items()
        if letter
    ]
    if not parts:
        return ""
    inner = parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
    return f"(?:{inner})?" if "" in node else inner
