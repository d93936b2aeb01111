"""The gold reports as their coder left them: `gold/NNN.txt` beside `gold/NNN.json`."""

import hashlib
from pathlib import Path
from typing import Literal

import msgspec

from holdfire.model.incident import Count

GOLD = Path(__file__).resolve().parents[1] / "gold"
Number = int | Count | None


class Hours(msgspec.Struct, frozen=True):
    """A time of day that comes back, and what holds then."""

    from_: str = msgspec.field(name="from")
    to: str
    what: str | None = None


class GoldClause(msgspec.Struct, frozen=True):
    """One thing obliged, forbidden or permitted; `act` in the coder's words."""

    modality: Literal["obligation", "prohibition", "permission"]
    act: str
    means: str | None
    condition: str | None = None
    exception: str | None = None


class GoldRelation(msgspec.Struct, frozen=True):
    """How an order stands to an earlier one."""

    kind: Literal["reaffirms", "replaces", "implements", "amends"]
    to: str | None = None


class GoldOrder(msgspec.Struct, frozen=True):
    """An order as coded; `salience` "rumour" marks one that a reader may leave out."""

    order_key: str
    salience: str
    kind: Literal["order", "instruction", "proclamation", "standing rule", "agreement", "threat", "proposal"]
    issuer: str | None
    addressees: str | None
    acts: tuple[GoldClause, ...]
    place_names: tuple[str, ...]
    issued: str | None
    effective_from: str | None
    effective_to: str | None
    hours: tuple[Hours, ...] | None
    until_condition: str | None
    relation: GoldRelation | None
    attributed_to: str | None
    evidence_spans: tuple[tuple[int, int], ...]


class GoldIncident(msgspec.Struct, frozen=True):
    """An incident as coded; those that share an `event_key` are rival accounts of one."""

    event_key: str
    salience: Literal["main", "background"]
    status: Literal["happened", "alleged", "denied"]
    date: str | None
    place_names: tuple[str, ...]
    actor: str | None
    act: str
    means: str | None
    target: str | None
    target_type: Literal["person", "animal", "vehicle", "object", "unknown"] | None
    killed: Number
    injured: Number
    detained: Number
    warning_given: Literal["yes", "no"] | None
    aid_given: Literal["yes", "no"] | None
    attributed_to: str | None
    evidence_spans: tuple[tuple[int, int], ...]
    circumstances: frozenset[str] | None = None


class GoldPractice(msgspec.Struct, frozen=True):
    """Conduct without a day of its own, as coded."""

    actor: str | None
    act: str
    means: str | None
    place_names: tuple[str, ...]
    target: str | None
    status: Literal["happened", "alleged", "denied"]
    period: str | None
    evidence_spans: tuple[tuple[int, int], ...]


class GoldReport(msgspec.Struct, frozen=True):
    """All that the coder read in one report."""

    id: str
    published: str
    orders: tuple[GoldOrder, ...]
    incidents: tuple[GoldIncident, ...]
    practices: tuple[GoldPractice, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing is to be found in it."""
        return not (self.orders or self.incidents or self.practices)


def gold_reports(folder: Path = GOLD) -> list[tuple[Path, GoldReport]]:
    """Each report's text file with its coding, in the order of their numbers."""
    return [
        (text, msgspec.json.decode(text.with_suffix(".json").read_bytes(), type=GoldReport))
        for text in sorted(folder.glob("*.txt"))
    ]


def corpus_digest(folder: Path = GOLD) -> str:
    """SHA-256 over the names, lengths and bytes of every text and coding."""
    digest = hashlib.sha256()
    for path in sorted([*folder.glob("*.txt"), *folder.glob("*.json")]):
        data = path.read_bytes()
        digest.update(f"{path.name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()
