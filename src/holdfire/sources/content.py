"""What a form of report (page, PDF, DOCX, entry of a feed) gives: its words, and what it says of itself."""

from typing import NamedTuple


class Content(NamedTuple):
    """The words of a report and what it says of itself; dates are EDTF.

    `created` is when the file says it was made, which nobody has checked. `pages` are the offsets in the
    words where each page begins. `faults` say in a few words each what of it could not be read.
    """

    words: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    created: str | None = None
    pages: tuple[int, ...] = ()
    faults: tuple[str, ...] = ()
