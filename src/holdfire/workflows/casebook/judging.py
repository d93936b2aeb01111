"""A person's decision, as they say it → a judgement in the casebook; refused where nothing is to judge."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec

from holdfire.errors import BookError, HoldfireError
from holdfire.judging import HEADER, Decisions, state
from holdfire.judging.state import undone
from holdfire.model.judgement import Embargo, Grade, Judgement, judgement_id, pair
from holdfire.model.period import parse_period
from holdfire.model.record import Record
from holdfire.sources.published import published_date
from holdfire.store.book import Book, Reader
from holdfire.views.values import FRAMES, KINDS, values_of
from holdfire.workflows.casebook.moment import now


class Target(NamedTuple):
    """A value to judge: its path in the casebook, the reading it stands in, and what it is now."""

    target: str
    reading: str | None
    value: Any = None
    text: str = ""


def judge(book: Book, judgement: Judgement) -> str:
    """Keep a judgement; its id."""
    judge_all(book, [judgement])
    return judgement_id(judgement)


def judge_all(book: Book, judgements: Sequence[Judgement]) -> None:
    """Keep judgements of one person, all or none."""
    with book.change(who=judgements[0].who, at=now()) as change:
        for each in judgements:
            change.judge(each)


def decisions(book: Reader, report: str | None = None) -> Decisions:
    """What holds now, in the whole casebook or on one report."""
    return state(book.judgements.all() if report is None else book.judgements.of_report(report))


def target(book: Reader, report: str, path: str = "") -> Target:
    """A report, or a value in its present reading; BookError where there is no such value."""
    stored = book.reports.get(report)
    here = f"report/{stored.id}"
    if not path:
        return Target(here, None)
    if path in HEADER:
        return Target(f"{here}/{path}", None, getattr(stored, path))
    readings = book.readings.of(stored.id)
    if not readings:
        raise BookError("the report was not read", where=stored.id[:12], remedy="see `holdfire show`")
    reading = readings[-1].id
    text = book.reports.opened(stored).words
    return Target(f"{here}/{path}", reading, _value(book.readings.record(reading), path, stored.id), text)


def correction(of: Target, given: str) -> Any:  # noqa: ANN401 - of the type of the value
    """The value that a person gives instead, of the type of what it replaces; JSON where it is no word."""
    slot = next((part for part in reversed(of.target.split(".")) if not part.isdigit()), "")
    if of.target.endswith("/published"):
        return published_date(given)
    if KINDS.get(slot) == "date":
        return parse_period(given).edtf
    try:
        value = msgspec.json.decode(given)
    except msgspec.DecodeError:
        value = given
    try:
        kind = str if of.value is None else type(of.value)
        return msgspec.to_builtins(msgspec.convert(value, kind, strict=False))
    except msgspec.ValidationError as error:
        raise BookError(f"{given!r} cannot stand there: {error}", remedy="give it as JSON") from None


def words(of: Target, given: str) -> tuple[int, int]:
    """Offsets `START:END` in the text, checked."""
    found = re.fullmatch(r"(\d+):(\d+)", given)
    start, end = (int(found[1]), int(found[2])) if found else (1, 0)
    if not start < end <= len(of.text):
        raise BookError(f"{given!r} are no words of the report", remedy="write START:END in characters")
    return start, end


def source(book: Reader, name: str) -> str:
    """What a grade is about: a report by its id, or else a source by its name."""
    if re.fullmatch(r"[0-9a-f]{8,64}", name):
        return f"report/{book.reports.get(name).id}"
    return f"source/{' '.join(name.split())}"


def graded(of: str, reliability: str | None, credibility: int | None, *, who: str, why: str) -> Judgement:
    """A grade on the Admiralty scale; BookError where it is none."""
    letter = reliability.upper() if reliability else None
    if letter not in (None, *"ABCDEF") or (letter is None and credibility is None):
        raise BookError(
            "no grade was given", remedy="give --reliability A to F, or --credibility 1 to 6, or both"
        )
    said = {"reliability": letter, "credibility": credibility}
    told = {name: value for name, value in said.items() if value is not None}
    return msgspec.convert(
        {"kind": "grade", "target": of, "who": who, "when": now(), "why": why, **told}, Grade
    )


def embargo(of: Target, until: str, *, who: str, why: str) -> Judgement:
    """That a report is held back until a day; BookError where that is none."""
    try:
        day = date.fromisoformat(until).isoformat()
    except ValueError:
        raise BookError(f"{until!r} is no day", remedy="write it as 2027-03-01") from None
    return made(Embargo, target=of.target, until=day, who=who, why=why)


class Kept(NamedTuple):
    """A judgement with its id, and whether it still counts."""

    id: str
    judgement: Judgement
    counts: bool


def judged(book: Reader, report: str | None = None) -> list[Kept]:
    """All judgements, or those on one report, in the order in which they were made."""
    of = None if report is None else book.reports.get(report).id
    found = book.judgements.all() if of is None else book.judgements.of_report(of)
    known = {judgement_id(each): each for each in found}
    gone = undone(known)
    kept = [Kept(made, each, made not in gone) for made, each in known.items()]
    return sorted(kept, key=lambda each: (each.judgement.when, each.id))


def things(book: Reader, one: str, other: str) -> tuple[str, str]:
    """Two reported orders or incidents whose ids begin like this, in the order of a pair."""
    first, second = (named_thing(book, each)[0] for each in (one, other))
    if first == second:
        raise BookError("these are one and the same", remedy="name two")
    return pair(first, second)


def named_thing(book: Reader, beginning: str) -> tuple[str, str]:
    """The reported thing of a present reading whose id begins like this, and its report."""
    found = book.readings.things_named(beginning)
    if len(found) != 1:
        what = "more than one reported order or incident" if found else "no reported order or incident"
        remedy = "`holdfire corroborate` lists them"
        raise BookError(f"there is {what} {beginning!r}", remedy=remedy)
    return next(iter(found.items()))


def made(make: Callable[..., Judgement], **said: Any) -> Judgement:  # noqa: ANN401 - the fields of a judgement
    """A judgement of this moment."""
    try:
        return make(when=now(), **said)
    except ValueError as error:
        raise HoldfireError(str(error)) from None


def _value(record: Record, path: str, report: str) -> Any:  # noqa: ANN401 - a value of any type
    for value in values_of(record):
        if value.path == path:
            return value.grounded.value
    name, _, number = path.partition(".")
    if name in FRAMES and (not number or (number.isdigit() and int(number) < len(getattr(record, name)))):
        return None
    remedy = "such as orders.0.clauses.1.act; `holdfire show --format json` has the record"
    raise BookError(f"there is no value {path!r}", where=f"report {report[:12]}", remedy=remedy)
