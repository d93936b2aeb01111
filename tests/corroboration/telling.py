"""Records made by hand: what some reports tell of shootings, in a line each."""

from hashlib import sha256
from typing import Any

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.incident import ReportedIncident
from holdfire.model.order import Clause, Relation, ReportedOrder
from holdfire.model.party import Party, Voice
from holdfire.model.place import Place
from holdfire.model.record import ReaderHeader, Record, ReportHeader

TOWNS = {
    "Musan": Place("Musan", "kp:musan", 42.23, 129.21, precision=1),
    "Hoeryong": Place("Hoeryong", "kp:hoeryong", 42.44, 129.75, precision=1),
    "Hyesan": Place("Hyesan", "kp:hyesan", 41.40, 128.18, precision=1),
    "North Hamgyong": Place("North Hamgyong", "kp:nh", 41.9, 129.4, precision=4),
}


def said(value: Any, words: str = "words") -> Grounded[Any]:
    return Grounded(value, words, 0, len(words), rule="test")


def report(
    name: str,
    *told: ReportedIncident | ReportedOrder,
    text: str,
    published: str | None = "2022-01-26",
    outlet: str | None = None,
    title: str | None = None,
) -> Record:
    digest = sha256(f"{name}{text}".encode()).hexdigest()
    header = ReportHeader(digest, title, outlet, None, published, "en", digest, digest, source_id=name)
    things = [msgspec.structs.replace(each, id=f"{name}-{each.id}") for each in told]
    return Record(
        header,
        ReaderHeader("test", "1", "en"),
        incidents=tuple(each for each in things if isinstance(each, ReportedIncident)),
        orders=tuple(each for each in things if isinstance(each, ReportedOrder)),
        text=text,
    )


def shooting(
    text: str,
    *,
    name: str = "i",
    act: str = "fire",
    date: str | None = "2022-01-20",
    town: str | None = "Musan",
    killed: Any = None,
    injured: Any = None,
    actor: str = "guards",
    voice: Voice | None = None,
    salience: Any = "main",
) -> ReportedIncident:
    """A shooting told by the whole of a text."""
    return ReportedIncident(
        name,
        said(act),
        "happened",
        salience,
        date=said(date) if date else None,
        places=(said(TOWNS[town], town),) if town else (),
        actor=(said(Party(actor, "border guard")),),
        means=said("live_fire"),
        killed=said(killed) if killed is not None else None,
        injured=said(injured) if injured is not None else None,
        attribution=(said(voice or Voice("", "narration")),),
        evidence=(Grounded(text, text, 0, len(text)),),
    )


def ordering(
    text: str,
    *,
    name: str = "o",
    issued: str | None = "2022-01-17",
    town: str | None = "Musan",
    norms: tuple[tuple[Any, str], ...] = (("obligation", "flare"), ("prohibition", "live_fire")),
    relation: Relation | None = None,
    voice: Voice | None = None,
) -> ReportedOrder:
    """An order told by the whole of a text."""
    return ReportedOrder(
        name,
        said("order"),
        "main",
        issuer=said(Party("the government", "state")),
        addressees=(said(Party("border guards", "border guard")),),
        clauses=tuple(Clause(modality, said("use"), means=said(means)) for modality, means in norms),
        places=(said(TOWNS[town], town),) if town else (),
        issued=said(issued) if issued else None,
        relation=said(relation) if relation else None,
        attribution=(said(voice or Voice("", "narration")),),
        evidence=(Grounded(text, text, 0, len(text)),),
    )
