"""A record and what people decided of it → the record as they have it: adds what they corrected or put in.

What they rejected goes; a value that nothing may lack (what was done, what kind of order) takes what it
belongs to with it. A value that a person gave says so: its rule is `judgement.correct` or `judgement.add`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from holdfire.errors import DataError
from holdfire.model.judgement import Add, Correct, Reject, Verdict
from holdfire.model.record import Record

HEADER = ("title", "outlet", "url", "published")
"""What is known of a report itself, and can be corrected like what was read in it."""
NEEDED = frozenset({"act", "kind", "status", "caption", "content", "name", "reviewer"})
"""Slots without which a reported thing is none."""
_GONE = object()


def applied(
    record: Record, verdicts: Mapping[str, Verdict], added: Iterable[Add] = (), *, text: str = ""
) -> Record:
    """The record with verdicts by path and things put in; DataError where a value cannot stand there."""
    tree: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    for path, verdict in verdicts.items():
        if isinstance(verdict, Correct):
            _correct(tree, path, verdict, text)
    for path, verdict in verdicts.items():
        if isinstance(verdict, Reject):
            _reject(tree, path.split("."))
    for each in added:
        tree.setdefault(each.target.rpartition("/")[2], []).append(each.value)
    _sweep(tree)
    try:
        return msgspec.convert(tree, Record)
    except msgspec.ValidationError as error:
        where = f"report {record.report.id[:12]}"
        raise DataError(f"what was decided makes no record: {error}", where=where) from error


def _correct(tree: dict[str, Any], path: str, verdict: Correct, text: str) -> None:
    if path in HEADER:
        tree["report"][path] = verdict.value
        return
    holder, last = _holder(tree, path.split("."))
    if holder is None or last is None or not isinstance(holder[last], dict):
        return
    because = f"corrected by {verdict.who}{f': {verdict.why}' if verdict.why else ''}"
    said = {"value": verdict.value, "basis": "stated", "rule": "judgement.correct", "because": because}
    if verdict.start is not None and verdict.end is not None:
        said |= {"quote": text[verdict.start : verdict.end], "start": verdict.start, "end": verdict.end}
    holder[last] = {**holder[last], **said}


def _reject(tree: dict[str, Any], path: list[str]) -> None:
    """Mark what is rejected as gone: it is swept out at the end, so that numbers in paths stay true."""
    if path[-1] in NEEDED and len(path) > 2 and path[-2].isdigit():
        path = path[:-1]  # an order without its kind is none, nor is a clause without what it demands
    holder, last = _holder(tree, path)
    if holder is not None and last is not None:
        holder[last] = _GONE


def _holder(tree: Any, path: list[str]) -> tuple[Any, Any]:  # noqa: ANN401 - a dict or a list
    """What holds the value at a path, and its key or number there; None where there is no such value."""
    at = tree
    for part in path[:-1]:
        at = _within(at, part)
    last = path[-1]
    if isinstance(at, dict) and last in at:
        return at, last
    if isinstance(at, list) and last.isdigit() and int(last) < len(at):
        return at, int(last)
    return None, None


def _within(at: Any, part: str) -> Any:  # noqa: ANN401 - any part of a record
    if isinstance(at, dict):
        return at.get(part)
    return at[int(part)] if isinstance(at, list) and part.isdigit() and int(part) < len(at) else None


def _sweep(at: Any) -> None:  # noqa: ANN401 - any part of a record
    """Take out what is gone."""
    if isinstance(at, dict):
        for key in [key for key, value in at.items() if value is _GONE]:
            del at[key]
        for value in at.values():
            _sweep(value)
    elif isinstance(at, list):
        at[:] = [value for value in at if value is not _GONE]
        for value in at:
            _sweep(value)
