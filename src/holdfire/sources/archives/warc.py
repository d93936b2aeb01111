"""A web archive (WARC, plain or packed) → captures: adds each record's place; drops what is no report.

What is damaged comes as one SourceError with its offset, in its place; the rest is given.
"""

import re
from collections.abc import Iterator
from typing import IO

from holdfire.errors import SourceError
from holdfire.model.capture import Capture, Tool, Within, place
from holdfire.sources.archives.answers import archived
from holdfire.sources.archives.records import Gap, records_of

_TOOL = re.compile(rb"^software:[ \t]*([^\s/;,(]+)(?:[/ ]v?(\d[\w.+-]*))?", re.IGNORECASE | re.MULTILINE)


def captures_in_warc(stream: IO[bytes], container: Within) -> Iterator[Capture | SourceError]:
    """The captures in an archive that is `container`, in their order."""
    tool: Tool | None = None
    for found in records_of(stream):
        within = Within(container.container, container.member, found.at, outer=container.outer)
        if isinstance(found, Gap):
            yield SourceError(found.problem, where=place(within), remedy="get the archive again, if you can")
        elif found.headers["warc-type"] == "warcinfo":
            tool = _tool(found.block)
        elif found.block:
            try:
                capture = archived(found, within=within, tool=tool)
            except SourceError as error:
                yield error
            else:
                yield from [capture] if capture else []


def _tool(block: bytes) -> Tool | None:
    """The program that made the archive, as it names itself."""
    found = _TOOL.search(block)
    return (
        Tool(found[1].decode("utf-8", "replace"), found[2].decode() if found[2] else None) if found else None
    )
