"""How a rule for furniture is written: words around a report that are not its own.

A rule covers a whole line, or only the words that it matches: a "lead" at the start of a paragraph, a "tail"
at its end. Rules are for lines as outlets write them: no sentence of the report may be lost.
"""

import re
from dataclasses import dataclass
from typing import Literal

from holdfire.model.text import FurnitureKind
from holdfire.reading.grammar.rule import Example, Rule

Covers = Literal["line", "lead", "tail"]
LONGEST = 700  # code points; no longer paragraph is furniture
CLUES = (
    "@", "©", "(c)", "photo", "image ", "image:", "pictured", "picture was", "picture:", "video",
    "footage was", "courtesy", "copyright", "credit", "caption", "watch the", "watch this", "read more",
    "read in ", "read this", "read the ", "read or ", "read also", "read next", "read:", "see more",
    "see also", "view in", "subscri", "newsletter", "sign up", "sign in", "log in", "click ",
    "tap here", "follow ", "share ", "related", "recommended", "trending", "updated", "posted",
    "published", "cookies", "privacy", "terms of", "advert", "download", "javascript", "browser",
    "adobe", "contribut", "reporting by", "stay with", "stay tuned", "check back", "this story",
    "this material", "rights reserved", "contact ", "reach ", "got a tip", "get breaking",
    "get alerted", "get the latest", "get our", "a problem sav", "registering", "notification",
    "confirmation", "forward to seeing", "welcome back", "verification", "already have",
    "want to become", "must enter", "friend wanted", "file ", "news staff", "used with", "used by",
    "retold", "translated", "adapted", "abridged", "reprint", "republish", "summari",
    "comment", "( hide", "(hide", "hide )", "leave a reply", "replydelete", "reply delete", "check also",
    "more: ", "message: *", "never miss", "http", "source:", "listen to", "related ",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """A compiled pattern and how much of the paragraph it covers.

    `opening`: only among the first paragraphs. `cased`: only where the text has capitals at all.
    """

    regex: re.Pattern[str]
    covers: Covers = "line"
    opening: bool = False
    cased: bool = False

    def match(self, line: str) -> re.Match[str] | None:
        """Where the shape stands in a trimmed paragraph or line."""
        if self.covers == "line":
            return self.regex.fullmatch(line)
        return self.regex.match(line) if self.covers == "lead" else self.regex.search(line)


Furniture = Rule[Shape, re.Match[str], FurnitureKind]


def furniture(  # noqa: PLR0913 - the parts of a rule, each named where it is given
    name: str,
    reason: FurnitureKind,
    pattern: str,
    *,
    examples: tuple[str, ...],
    but: tuple[str, ...] = (),
    covers: Covers = "line",
    opening: bool = False,
    cased: bool = False,
    without: str = "",
    ignore_case: bool = False,
    note: str = "",
) -> Furniture:
    """A rule that gives `reason` wherever `pattern` stands, save where `without` stands in the same words.

    Example lines for "lead" and "tail" mark the words that are left out with ⟦ and ⟧.
    """
    flags = re.IGNORECASE if ignore_case else re.NOFLAG
    exception = re.compile(without, re.IGNORECASE) if without else None

    def produce(match: re.Match[str]) -> FurnitureKind | None:
        return None if exception and exception.search(match[0]) else reason

    return Rule(
        name=name,
        pattern=Shape(re.compile(pattern, flags), covers, opening, cased),
        produce=produce,
        examples=tuple(_example(line, reason) for line in examples),
        counterexamples=but,
        note=note,
    )


def _example(line: str, reason: FurnitureKind) -> Example:
    marked = re.search("⟦(.*)⟧", line)
    value = f"{reason}: {marked[1]}" if marked else reason
    return Example(line.replace("⟦", "").replace("⟧", ""), value)


# A paragraph is held against the rules where it holds one of these or does not end like a sentence: most
# paragraphs of a report do neither. Every rule's examples are tested to.


def ends_like_a_sentence(line: str) -> bool:
    """Whether a trimmed line ends with a mark that sentences end with, or is too long for furniture."""
    return line[-1] in ".!?\"”’'…" or len(line) > LONGEST
