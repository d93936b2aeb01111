"""The bytes of a report as they were got, and how they were got."""

from typing import Literal

import msgspec

Way = Literal["file", "pipe", "http", "warc", "feed"]


class Tool(msgspec.Struct, frozen=True):
    """A program that got the bytes."""

    name: str
    version: str | None = None


class Redirect(msgspec.Struct, frozen=True):
    """A step on the way to the bytes: the URL that was asked, and the status with which it sent us on."""

    url: str
    status: int


class Within(msgspec.Struct, frozen=True, omit_defaults=True):
    """The place of a capture in the file or answer that holds it.

    `offset` and `length` count bytes of `container` (of its `member`, in an archive of archives) as it lies
    on the disk, compressed or not; `outer` is the place of the container itself, where it lies in another.
    """

    container: str
    member: str | None = None
    offset: int | None = None
    length: int | None = None
    outer: "Within | None" = None


class TableRow(msgspec.Struct, frozen=True):
    """A row of somebody's table: its line, the table's hash, and the map that says what its columns mean."""

    line: int
    file_sha256: str
    columns: str
    columns_sha256: str


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """What others than the report say about it: a feed of its entry, a person of a file; EDTF `published`."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None

    def before(self, other: "Told") -> "Told":
        """What is told here, and where nothing is, what is told there."""
        both = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
        return Told(*(here or there for here, there in both))


UNTOLD = Told()


class Capture(msgspec.Struct, frozen=True, omit_defaults=True):
    """A report's bytes as they were got: the same bytes always give the same report.

    `raw` is the body with its transfer and content codings undone. `origin` is the path as the user named
    it, or the URL. `media_type` is what the sender called it, with its charset, and may be a lie. `got_at`
    is an ISO 8601 instant in UTC, None where nobody noted it. `headers` and `request` (those that were sent)
    are as they came, in their order. `faults` say in a few words each what is known to be wrong
    with it. `row` is set where it is a row of a table.
    """

    raw: bytes
    origin: str
    way: Way
    media_type: str | None = None
    got_at: str | None = None
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    redirects: tuple[Redirect, ...] = ()
    request: tuple[tuple[str, str], ...] = ()
    tool: Tool | None = None
    within: Within | None = None
    told: Told = UNTOLD
    faults: tuple[str, ...] = ()
    row: TableRow | None = None

    @property
    def url(self) -> str | None:
        """The address that the bytes came from, None where they came from a file."""
        return self.origin if self.origin.lower().startswith(("http://", "https://")) else None

    @property
    def where(self) -> str:
        """Where to find the bytes again, on one line."""
        return self.origin if self.within is None else f"{place(self.within)} ({self.origin})"


def place(within: Within) -> str:
    """A place in a container, on one line."""
    container = "/".join(filter(None, (within.container, within.member)))
    outer = f"{place(within.outer)}: " if within.outer else ""
    return f"{outer}{container}" + ("" if within.offset is None else f", byte {within.offset}")
