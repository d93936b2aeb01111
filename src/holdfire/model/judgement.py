"""What a person decides about a report, a value, or two reported things: appended, never overwritten."""

import hashlib
from typing import Any, Literal

import msgspec

Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal[1, 2, 3, 4, 5, 6]


class Judged(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """Who decided, when (ISO 8601, UTC) and why."""

    who: str
    when: str
    why: str = ""


class OnValue(Judged, frozen=True, kw_only=True, omit_defaults=True):
    """A decision about a value, by its path: `report/<id>/orders.0.clauses.1.act`.

    `reading` is the reading whose record the path leads into; absent for what is known of the report itself
    (`report/<id>/published`).
    """

    target: str
    reading: str | None = None


class Accept(OnValue, frozen=True, kw_only=True, omit_defaults=True, tag="accept"):
    """The value is what the report says."""


class Reject(OnValue, frozen=True, kw_only=True, omit_defaults=True, tag="reject"):
    """The report does not say this."""


class Correct(OnValue, frozen=True, kw_only=True, omit_defaults=True, tag="correct"):
    """The report says another value; `start` and `end` are the words it stands in, where they are others."""

    value: Any
    start: int | None = None
    end: int | None = None


class Add(OnValue, frozen=True, kw_only=True, omit_defaults=True, tag="add"):
    """The report says what was not read: an order, an incident, a practice (`target` ends in its list)."""

    value: dict[str, Any]


class Note(OnValue, frozen=True, kw_only=True, omit_defaults=True, tag="note"):
    """Something to remember about a value or a report; `why` is the note."""


class OnPair(Judged, frozen=True, kw_only=True, omit_defaults=True):
    """A decision about two reported things, by their ids; which is named first does not matter."""

    target: str
    other: str

    def __post_init__(self) -> None:
        if self.target >= self.other:
            raise ValueError("a pair is two different ids in their order")


class Same(OnPair, frozen=True, kw_only=True, omit_defaults=True, tag="same"):
    """Both tell of the same order or incident."""


class Different(OnPair, frozen=True, kw_only=True, omit_defaults=True, tag="different"):
    """They tell of different ones."""


class Grade(Judged, frozen=True, kw_only=True, omit_defaults=True, tag="grade"):
    """How far a source (`source/<name>`) is trusted, or a report (`report/<id>`): the Admiralty scale."""

    target: str
    reliability: Reliability | None = None
    credibility: Credibility | None = None


class Embargo(Judged, frozen=True, kw_only=True, omit_defaults=True, tag="embargo"):
    """Nothing that a report (`report/<id>`) tells may leave before a day (ISO); the last one counts."""

    target: str
    until: str


class Undo(Judged, frozen=True, kw_only=True, omit_defaults=True, tag="undo"):
    """An earlier judgement, by its id, counts no more; an undo can be undone."""

    target: str


Judgement = Accept | Reject | Correct | Add | Note | Same | Different | Grade | Embargo | Undo
Verdict = Accept | Reject | Correct

_decoder: msgspec.json.Decoder[Judgement] = msgspec.json.Decoder(Judgement)


def encoded(judgement: Judgement) -> bytes:
    """A judgement as JSON; the same judgement always gives the same bytes."""
    return msgspec.json.encode(judgement, order="deterministic")


def decoded(body: bytes | str) -> Judgement:
    """A judgement from JSON."""
    return _decoder.decode(body)


def judgement_id(judgement: Judgement) -> str:
    """The SHA-256 of a judgement as JSON: its id."""
    return hashlib.sha256(encoded(judgement)).hexdigest()


def kind_of(judgement: Judgement) -> str:
    """The word for its kind."""
    return str(judgement.__struct_config__.tag)


def pair(one: str, other: str) -> tuple[str, str]:
    """Two ids in the order in which a pair has them."""
    return (one, other) if one < other else (other, one)
