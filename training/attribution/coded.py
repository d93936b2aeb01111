"""Lines of {text, ann: [BRAT standoff of each coder]} → texts with the attributions that people coded."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from holdfire.model.report import Report
from holdfire.model.span import Span
from holdfire.sources.json_lines import given

_BOUND = re.compile(r"^(T\d+)\t\S+ ([\d ;]+)\t", re.MULTILINE)
_EVENT = re.compile(r"^E\d+\t(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Coded:
    """One coded attribution: the stretches of its parts."""

    touching: tuple[Span, ...]
    content: tuple[Span, ...]


def coded_texts(path: Path) -> Iterator[tuple[Report, list[Coded]]]:
    """Each text with what all its coders coded, one after the other."""
    with gzip.open(path, "rb") as lines:
        for line in lines:
            row = json.loads(line)
            wanted = {k: row.get(k) for k in ("id", "text", "published")}
            coded = [each for ann in row["ann"] for each in coded_by(ann)]
            yield given(json.dumps(wanted).encode()), coded


def coded_by(ann: str) -> Iterator[Coded]:
    """What one coder coded."""
    bound = {m[1]: _spans(m[2]) for m in _BOUND.finditer(ann)}
    for event in _EVENT.finditer(ann):
        roles = [argument.split(":") for argument in event[1].split()]
        parts = [(role.rstrip("0123456789"), bound.get(name, ())) for role, name in roles]
        touching = tuple(s for role, spans in parts if role in ("Cue", "Source") for s in spans)
        content = tuple(s for role, spans in parts if role == "Content" for s in spans)
        if touching or content:
            yield Coded(touching, content)


def agreement(anchors: list[Span], pieces: tuple[Span, ...], coded: Coded) -> float:
    """How much of what both hand on they share; 0 where no cue or source touches, or it is under half."""
    if not any(a.overlaps(t) for a in anchors for t in coded.touching):
        return 0.0
    if not coded.content:
        return 0.5
    mine, theirs = _letters(pieces), _letters(coded.content)
    shared = len(mine & theirs)
    return shared / len(mine | theirs) if 2 * shared >= max(len(mine), len(theirs)) else 0.0


def _letters(spans: tuple[Span, ...]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def _spans(where: str) -> tuple[Span, ...]:
    pieces = [tuple(map(int, piece.split())) for piece in where.split(";")]
    return tuple(Span(start, end) for start, end in pieces)
