"""All that one report was read to say: the contract between the reader, the store and other tools."""

from typing import Final, Literal

import msgspec

from holdfire.model.incident import Practice, ReportedIncident
from holdfire.model.order import ReportedOrder
from holdfire.model.setting import Expectation, Media, Review, Zone
from holdfire.model.text import LeftOut

FORMAT: Final = "holdfire-record/1"
IMPORTED: Final = "holdfire-import"
"""The name of the reader where the report is a row of somebody's table."""


class ReportHeader(msgspec.Struct, frozen=True):
    """Which report was read."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    language: str | None
    raw_sha256: str
    text_sha256: str
    source_id: str | None = None


class ReaderHeader(msgspec.Struct, frozen=True, omit_defaults=True):
    """What read it; `own` is the beginning of the hash of the user's own words, places and lines, if any.

    Where a row of a table was imported, `own` stands for the column map and the table.
    """

    name: str
    version: str
    language: str
    own: str | None = None


class Warn(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something that the reader could not decide, at its words."""

    kind: str
    message: str
    quote: str | None = None
    start: int | None = None
    end: int | None = None


class Record(msgspec.Struct, frozen=True):
    """All that one report was read to say (format `holdfire-record/1`)."""

    report: ReportHeader
    reader: ReaderHeader
    orders: tuple[ReportedOrder, ...] = ()
    incidents: tuple[ReportedIncident, ...] = ()
    practices: tuple[Practice, ...] = ()
    zones: tuple[Zone, ...] = ()
    reviews: tuple[Review, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    media: tuple[Media, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[Warn, ...] = ()
    text: str | msgspec.UnsetType = msgspec.UNSET
    format: Literal["holdfire-record/1"] = FORMAT
