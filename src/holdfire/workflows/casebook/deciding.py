"""Decisions as the workbench takes them → judgements: checked against the record before they are kept."""

from dataclasses import dataclass
from typing import Any

from holdfire.errors import BookError
from holdfire.geography.gazetteer import Gazetteer
from holdfire.judging import Decisions, applied
from holdfire.model.judgement import Accept, Add, Correct, Judgement, Note, Reject, Undo, judgement_id
from holdfire.model.record import Record
from holdfire.store.book import Book
from holdfire.views.values import FRAMES, values_of
from holdfire.workflows.casebook.given import value_given
from holdfire.workflows.casebook.judging import judge, made

_KINDS: dict[str, type[Accept | Reject | Note]] = {"accept": Accept, "reject": Reject, "note": Note}


@dataclass(frozen=True, slots=True)
class Page:
    """The present record of a report with its words: what is decided about."""

    report: str
    reading: str
    record: Record
    words: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of a value: accept, reject, correct or note; the value instead, as they type it."""

    kind: str
    who: str
    why: str = ""
    typed: str = ""
    words: tuple[int, int] | None = None


def decide(book: Book, page: Page, path: str, said: Said, *, places: Gazetteer | None = None) -> Judgement:
    """Keep a decision about a value. BookError or DateError where it cannot be; then nothing is kept."""
    old = require_value(page.record, path)
    about = {
        "target": f"report/{page.report}/{path}",
        "reading": page.reading,
        "who": said.who,
        "why": said.why,
    }
    if said.kind == "correct":
        judgement = made(Correct, **about, **_correction(page, path, old, said, places))
        assert isinstance(judgement, Correct)
        applied(page.record, {path: judgement}, text=page.words)
    elif said.kind not in _KINDS:
        raise BookError(f"{said.kind!r} is no decision", remedy="accept, reject, correct or note")
    elif said.kind == "note" and not said.why:
        raise BookError("the note is empty", remedy="write what is to be remembered")
    else:
        judgement = made(_KINDS[said.kind], **about)
    judge(book, judgement)
    return judgement


def take_back(book: Book, judgement: str, *, who: str, why: str = "") -> Judgement:
    """An earlier judgement counts no more; BookError where there is none."""
    undone = made(Undo, target=judgement_id(book.judgements.get(judgement)), who=who, why=why)
    judge(book, undone)
    return undone


def close_report(book: Book, report: str, reading: str | None, *, checked: bool, who: str) -> Judgement:
    """Say that a report is checked, or else set it aside."""
    said = made(Accept if checked else Reject, target=f"report/{report}", reading=reading, who=who)
    judge(book, said)
    return said


def closings(decided: Decisions, report: str) -> list[str]:
    """The judgements to take back so that a report waits again, by their ids."""
    here = f"report/{report}"
    return [
        judgement_id(each)
        for (target, _), those in decided.about.items()
        if target == here
        for each in those
        if isinstance(each, Accept | Reject)
    ]


def added_to(decided: Decisions, report: str) -> tuple[Add, ...]:
    """What people put in, in the order in which they did."""
    here = f"report/{report}/"
    mine = (those for (target, _), those in decided.about.items() if target.startswith(here))
    found = [each for those in mine for each in those if isinstance(each, Add)]
    return tuple(sorted(found, key=lambda each: (each.when, each.target)))


def require_value(record: Record, path: str) -> Any:  # noqa: ANN401 - a value of any type
    """The value at a path, None for a thing as a whole. BookError where there is neither."""
    for value in values_of(record):
        if value.path == path and value.kind != "evidence":
            return value.grounded.value
    name, _, number = path.partition(".")
    is_number = number.isascii() and number.isdigit()
    if name in FRAMES and is_number and int(number[:9]) < len(getattr(record, name)):
        return None
    remedy = "load the page again"
    raise BookError("there is no such value in the present reading", where=path[:80], remedy=remedy)


def require_words(words: str, span: tuple[int, int]) -> tuple[int, int]:
    """Offsets of words of a report, checked."""
    start, end = span
    if not 0 <= start < end <= len(words):
        raise BookError("these are no words of the report", remedy="select them again")
    return start, end


def _correction(
    page: Page,
    path: str,
    old: Any,  # noqa: ANN401 - a value of any type
    said: Said,
    places: Gazetteer | None,
) -> dict[str, Any]:
    if old is None:
        remedy = "correct one of its values, or reject it"
        raise BookError("a thing as a whole cannot be corrected", remedy=remedy)
    slot = next(part for part in reversed(path.split(".")) if not part.isdigit())
    if said.words is None:
        return {"value": value_given(said.typed, slot=slot, old=old, places=places)}
    start, end = require_words(page.words, said.words)
    value = value_given(said.typed or page.words[start:end], slot=slot, old=old, places=places)
    return {"value": value, "start": start, "end": end}
