"""What can go wrong, each with its place and its remedy.

    HoldfireError
    ├── SourceError        a report that cannot be got or read (missing, empty, binary, too large, wordless)
    ├── LanguageError      a report in a language that Holdfire cannot read
    ├── DateError          a date given by the user that is no date
    ├── PlaceError         places that do not fit together: a town far from the line it is said to stand on
    ├── DataError          a data file (words, gazetteer, weights, line) that is malformed
    └── BookError          a casebook that cannot be opened or trusted: missing, locked, damaged, newer

Every error says what is wrong, where, and what to do; `cli` prints it as one line.
"""


class HoldfireError(Exception):
    """The root of all errors that Holdfire raises on purpose.

    `kind` is a stable word for programs; `where` names a file, line or offset; `remedy` says what to do.
    """

    kind = "error"

    def __init__(self, problem: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.remedy})" if self.remedy else ""
        return f"{place}{self.problem}{advice}"


class SourceError(HoldfireError):
    """A report that cannot be got or read."""

    kind = "source"


class LanguageError(HoldfireError):
    """A report in a language that Holdfire cannot read."""

    kind = "language"


class DateError(HoldfireError):
    """A date given by the user that is no date."""

    kind = "date"


class PlaceError(HoldfireError):
    """Places that do not fit together, such as a corridor whose ends lie on two lines."""

    kind = "place"


class DataError(HoldfireError):
    """A data file that is malformed: words, gazetteer, weights or a border line."""

    kind = "data"


class BookError(HoldfireError):
    """A casebook that cannot be opened, written or trusted, or that does not hold what was asked for."""

    kind = "book"
