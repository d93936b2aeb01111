"""The rules of reading English → docs/reference/rules.md, from the rules themselves."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from holdfire.reading.english.catalogue import CatalogueEntry, catalogue

PAGE = Path(__file__).parents[1] / "reference" / "rules.md"
SHOWN = 4
HEAD = """\
# The rules

<!-- Written by `make docs` from the rules; change those, not this. -->

Every value in a record names the rule that read it. Here are all of them, with words that they read, what
they make of them (after the arrow), and words that they must not read. The examples are invented and run
as tests.
"""


def reference() -> str:
    """The whole page."""
    entries = list(catalogue().values())
    parts = [HEAD]
    for name, group in groupby(entries, key=lambda entry: entry.name.split(".", 1)[0]):
        parts += [f"## {name}", "", *(line for entry in group for line in _lines(entry))]
    return "\n".join(parts)


def _lines(entry: CatalogueEntry) -> Iterator[str]:
    yield f"**`{entry.name}`** {_plain(entry.note)}".rstrip()
    yield ""
    for example in entry.examples[:SHOWN]:
        yield f"- {_plain(example)}"
    for example in entry.counterexamples[:SHOWN]:
        yield f"- not: {_plain(example)}"
    if entry.examples or entry.counterexamples:
        yield ""


def _plain(words: str) -> str:
    """Words that Markdown takes for nothing else."""
    for char in "\\`*_[]<>|#":
        words = words.replace(char, f"\\{char}")
    return " ".join(words.split())


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
