"""One published or given account."""

from bisect import bisect_right

import msgspec


class Report(msgspec.Struct, frozen=True, omit_defaults=True):
    """A report's own words as decoded, and what is known about it.

    `words` is the decoded source, or the main text of a page; `id` is the SHA-256 of the raw bytes and so
    the same wherever the file lies. `published` is EDTF. `source_id` is the caller's own name for it.
    `encoding` is the name of the charset the bytes were decoded with, empty where they are no text (a PDF);
    `undecodable` are the byte offsets of bytes that it could not read (shown as U+FFFD in `words`).
    `created` (EDTF) is when the file says it was made: unchecked, and never taken for `published`. `pages`
    are the offsets in `words` where its pages begin. `faults` say what of it could not be got or read.
    """

    id: str
    words: str
    raw_sha256: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    source_id: str | None = None
    encoding: str = "utf-8"
    undecodable: tuple[int, ...] = ()
    created: str | None = None
    pages: tuple[int, ...] = ()
    faults: tuple[str, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """The page that an offset in the words stands on, counted from 1; None where there are no pages."""
        return bisect_right(self.pages, offset) if self.pages else None
