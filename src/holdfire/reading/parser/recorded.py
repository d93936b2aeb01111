"""Trees written down as CoNLL-U → analyses: for tests, and for trees that another program made."""

from collections.abc import Mapping, Sequence

from holdfire.errors import DataError
from holdfire.reading.parser.analysis import Analysis

_COLUMNS = 10
_REMEDY = "a row has ten columns divided by tabs, the seventh a number"


def _analysis(rows: list[list[str]], where: str) -> tuple[tuple[str, ...], Analysis]:
    for row in rows:
        if len(row) != _COLUMNS or not row[6].isdigit():
            raise DataError(f"no row of CoNLL-U: {' '.join(row)}", where=where, remedy=_REMEDY)
    column = list(zip(*rows, strict=True))
    lemmas = tuple(lemma.lower() for lemma in column[2])
    heads = tuple(int(head) - 1 for head in column[6])
    return column[1], Analysis(column[4], heads, column[7], lemmas)


def trees_of(conllu: str, *, where: str = "") -> dict[tuple[str, ...], Analysis]:
    """The analyses of a CoNLL-U text by their words, without rows of several tokens and empty nodes."""
    blocks = (block.splitlines() for block in conllu.split("\n\n"))
    sentences = ([line.split("\t") for line in block if line and line[0] != "#"] for block in blocks)
    plain = ([row for row in rows if row[0].isdigit()] for rows in sentences)
    return dict(_analysis(rows, where) for rows in plain if rows)


class RecordedParser:
    """A parser that knows only the sentences it was given."""

    name = "recorded"
    version = "1"

    def __init__(self, conllu: str, *, where: str = "") -> None:
        self._known: Mapping[tuple[str, ...], Analysis] = trees_of(conllu, where=where)

    def analyse(self, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
        """The recorded analysis of each sentence; DataError for one that is not recorded."""
        missing = [words for words in sentences if tuple(words) not in self._known]
        if missing:
            raise DataError(f"no recorded tree for: {' '.join(missing[0])}", remedy="record it as CoNLL-U")
        return [self._known[tuple(words)] for words in sentences]
