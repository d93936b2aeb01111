"""Resolved statements → record: adds ids that follow from the content, media, and warnings."""

import hashlib
from typing import TypeVar

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.incident import Practice, ReportedIncident
from holdfire.model.order import ReportedOrder
from holdfire.model.record import ReaderHeader, Record, ReportHeader
from holdfire.model.report import Report
from holdfire.model.setting import Review, Zone
from holdfire.model.statement import Setting
from holdfire.model.text import Text
from holdfire.reading.record import incidents, orders, practices, undated
from holdfire.reading.record.doubts import warnings_of
from holdfire.reading.record.media import media_of
from holdfire.reading.record.plain_lines import PlainLines
from holdfire.reading.record.sameness import first
from holdfire.reading.resolving import Resolved
from holdfire.reading.resolving.events import Telling

R = TypeVar("R", ReportedOrder, ReportedIncident, Practice)


def compose(report: Report, text: Text, resolved: Resolved, *, reader: ReaderHeader) -> Record:
    """The record of a report."""
    done = [e for e in resolved.events if isinstance(e, Telling)]
    wont = [e for e in resolved.events if isinstance(e, Practice)]
    acts, habits = undated.each_once(incidents.brought_together(done, resolved), practices.merged(wont))
    found = orders.beside_acts(orders.merged(resolved.orders), acts)
    lines = PlainLines(resolved.scene)
    made = Record(
        report=header(report),
        reader=reader,
        orders=tuple(_identified(lines.along(o), report.id) for o in found),
        incidents=tuple(_identified(lines.along(i), report.id) for i in acts),
        practices=tuple(_identified(lines.along(p), report.id) for p in habits),
        zones=tuple(_zones(resolved.zones)),
        reviews=tuple(_reviews(resolved.reviews, resolved.blames, text.words)),
        expectations=tuple(resolved.expectations),
        media=media_of(text, resolved.scene),
        left_out=text.left_out,
    )
    return msgspec.structs.replace(made, warnings=tuple(warnings_of(report, resolved.scene, made)))


def header(report: Report) -> ReportHeader:
    """Which report was read; the text's hash is over its UTF-8 bytes."""
    return ReportHeader(
        id=report.id,
        title=report.title,
        outlet=report.outlet,
        url=report.url,
        published=report.published,
        language=report.language,
        raw_sha256=report.raw_sha256,
        text_sha256=hashlib.sha256(report.words.encode("utf-8", "surrogatepass")).hexdigest(),
        source_id=report.source_id,
    )


def _identified(item: R, report_id: str) -> R:
    """The item with an id that follows from its report and what tells it apart, not from circumstances."""
    bare = msgspec.structs.replace(item, circumstances=()) if isinstance(item, ReportedIncident) else item
    made = hashlib.sha256(report_id.encode() + msgspec.json.encode(bare)).hexdigest()[:16]
    return msgspec.structs.replace(item, id=made)


def _zones(zones: list[Zone]) -> list[Zone]:
    """Each zone once: a later mention adds what the first left open."""
    out: list[Zone] = []
    for zone in zones:
        if out and (zone.width_km is None or out[0].width_km in (None, zone.width_km)):
            known = out[0]
            out[0] = msgspec.structs.replace(
                known,
                width_km=first(known.width_km, zone.width_km),
                along=first(known.along, zone.along),
                area=first(known.area, zone.area),
                established=first(known.established, zone.established),
            )
        else:
            out.append(zone)
    return out


def _reviews(reviews: list[Review], blames: list[Setting], words: str) -> list[Review]:
    """A report's reviews, with what the authorities found fault with."""
    if not reviews:
        return []
    findings = tuple(
        Grounded(b.span.of(words), b.span.of(words), b.span.start, b.span.end, rule=b.rule) for b in blames
    )
    return [msgspec.structs.replace(reviews[0], finding=findings), *reviews[1:]]
