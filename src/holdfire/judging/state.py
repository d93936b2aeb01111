"""Judgements → Decisions: adds who decided last; drops what was undone.

The order of arrival does not matter: judgements count in the order in which they were made, and, made at the
same moment, in that of their ids.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from holdfire.model.judgement import (
    Accept,
    Add,
    Correct,
    Different,
    Embargo,
    Grade,
    Judgement,
    Note,
    OnPair,
    OnValue,
    Reject,
    Same,
    Undo,
    Verdict,
    judgement_id,
    pair,
)

Subject = tuple[str, str | None]
"""A target with its reading, or a pair of ids."""


class Decisions(NamedTuple):
    """The judgements that count, by what they are about, in the order in which they were made."""

    about: Mapping[Subject, tuple[Judgement, ...]]

    def verdicts(self, target: str, reading: str | None = None) -> tuple[Verdict, ...]:
        """The last verdict of each person on a value, the latest last."""
        last: dict[str, Verdict] = {}
        for each in self.about.get((target, reading), ()):
            if isinstance(each, Accept | Reject | Correct):
                last.pop(each.who, None)
                last[each.who] = each
        return tuple(last.values())

    def verdict(self, target: str, reading: str | None = None) -> Verdict | None:
        """The latest verdict on a value."""
        return (self.verdicts(target, reading) or (None,))[-1]

    def is_disputed(self, target: str, reading: str | None = None) -> bool:
        """Whether people's last verdicts on a value differ."""
        return len({_said(each) for each in self.verdicts(target, reading)}) > 1

    def of(self, who: str) -> "Decisions":
        """The decisions of one person alone."""
        mine = {key: tuple(each for each in those if each.who == who) for key, those in self.about.items()}
        return Decisions({key: those for key, those in mine.items() if those})

    def pair(self, one: str, other: str) -> Same | Different | None:
        """The latest judgement on whether two reported things are the same."""
        said = [each for each in self.about.get(pair(one, other), ()) if isinstance(each, Same | Different)]
        return said[-1] if said else None

    def pairs(self) -> dict[tuple[str, str], Same | Different]:
        """The latest judgement on every pair that was judged."""
        found = (each[-1] for each in self.about.values())
        return {(each.target, each.other): each for each in found if isinstance(each, Same | Different)}

    def grade(self, target: str) -> Grade | None:
        """The latest grade of a source or a report."""
        said = [each for each in self.about.get((target, None), ()) if isinstance(each, Grade)]
        return said[-1] if said else None

    def embargoes(self) -> dict[str, str]:
        """Until which day each report is held back, by its id."""
        said = (each for those in self.about.values() for each in those if isinstance(each, Embargo))
        return {each.target.removeprefix("report/"): each.until for each in said}

    def added(self, target: str, reading: str | None = None) -> tuple[Add, ...]:
        """What people added to a list of a record."""
        return tuple(each for each in self.about.get((target, reading), ()) if isinstance(each, Add))

    def notes(self, target: str, reading: str | None = None) -> tuple[Note, ...]:
        """The notes on a value or a report."""
        return tuple(each for each in self.about.get((target, reading), ()) if isinstance(each, Note))


def state(judgements: Iterable[Judgement], *, as_of: str | None = None) -> Decisions:
    """What holds, of all judgements or of those made up to a moment."""
    known = {judgement_id(each): each for each in judgements if as_of is None or each.when <= as_of}
    gone = undone(known)
    about: dict[Subject, list[Judgement]] = {}
    for made, each in sorted(known.items(), key=lambda item: (item[1].when, item[0])):
        if made not in gone and not isinstance(each, Undo):
            about.setdefault(subject(each), []).append(each)
    return Decisions({key: tuple(those) for key, those in about.items()})


def subject(judgement: Judgement) -> Subject:
    """What a judgement is about."""
    if isinstance(judgement, OnPair):
        return judgement.target, judgement.other
    return judgement.target, judgement.reading if isinstance(judgement, OnValue) else None


def undone(known: Mapping[str, Judgement]) -> frozenset[str]:
    """Which of the judgements, by their ids, count no more; an undo of an undo gives back what it undid.

    An undo names an id, and ids follow from content: no circle can be made.
    """
    by: dict[str, list[str]] = {}
    for made, each in known.items():
        if isinstance(each, Undo):
            by.setdefault(each.target, []).append(made)
    counts: dict[str, bool] = {}
    for made in known:
        ahead = [made]
        while ahead:
            waiting = [undo for undo in by.get(ahead[-1], ()) if undo not in counts]
            if waiting:
                ahead += waiting
                continue
            this = ahead.pop()
            counts[this] = not any(counts[undo] for undo in by.get(this, ()))
    return frozenset(made for made, does in counts.items() if not does)


def _said(verdict: Verdict) -> str:
    return f"correct {verdict.value!r}" if isinstance(verdict, Correct) else type(verdict).__name__
