"""Clusters of accounts → incidents and orders: adds attested slots; drops nothing that a report said."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from holdfire.corroboration import attestation as attest
from holdfire.corroboration.attestation import Lines, Said
from holdfire.corroboration.families import families
from holdfire.corroboration.testimony import Teller, lines, teller
from holdfire.model.corroborated import Attested, Incident, Norm, Order, PossiblySame, StandsTo, norm_of
from holdfire.model.grounded import Grounded
from holdfire.model.incident import ALLEGED, ReportedIncident, Status
from holdfire.model.order import ReportedOrder, Salience
from holdfire.model.party import Party
from holdfire.model.record import ReportHeader

T = TypeVar("T")
R = TypeVar("R", ReportedIncident, ReportedOrder)


class Told(msgspec.Struct, frozen=True):
    """A thing as one report tells it; `published` is an ordinal day, 0 where it is not known."""

    account: str
    header: ReportHeader
    thing: ReportedIncident | ReportedOrder
    published: int
    prints: frozenset[int]

    @property
    def report(self) -> str:
        """The report by the name its sender gave it, else by its id."""
        return self.header.source_id or self.header.id


def incident(told: Sequence[Told], *, possibly_same: Sequence[PossiblySame] = ()) -> Incident:
    """One incident out of its accounts."""
    among = _Accounts(told)
    status, act = among.plain("status"), among.act()
    if status is None or act is None:
        raise ValueError("an incident needs an account")
    return Incident(
        id=among.ids[0],
        accounts=among.ids,
        reports=among.reports,
        lines=among.lines,
        salience=among.salience,
        status=status,
        act=act,
        date=attest.date(among.said("date"), among.line),
        time=among.one("time"),
        places=attest.places(among.said("places"), among.line),
        actor=attest.parties(among.actors(told_as=status.value), among.line),
        means=among.one("means"),
        target=attest.parties(among.said("target"), among.line),
        target_type=among.one("target_type"),
        killed=attest.count(among.said("killed"), among.line),
        injured=attest.count(among.said("injured"), among.line),
        detained=attest.count(among.said("detained"), among.line),
        warning_given=among.one("warning_given"),
        aid_given=among.one("aid_given"),
        circumstances=attest.listed(among.said("circumstances"), among.line),
        attribution=attest.voices(among.said("attribution"), among.line),
        possibly_same=tuple(possibly_same),
    )


def order(told: Sequence[Told], *, possibly_same: Sequence[PossiblySame] = ()) -> Order:
    """One order out of its accounts."""
    among = _Accounts(told)
    kind = among.one("kind")
    if kind is None:
        raise ValueError("an order needs an account")
    return Order(
        id=among.ids[0],
        accounts=among.ids,
        reports=among.reports,
        lines=among.lines,
        salience=among.salience,
        kind=kind,
        issuer=attest.party(among.said("issuer"), among.line),
        addressees=attest.parties(among.said("addressees"), among.line),
        clauses=attest.listed(among.mapped("clauses", norm_of), among.line, key=_but_for_words),
        places=attest.places(among.said("places"), among.line),
        areas=attest.listed(among.said("area"), among.line),
        issued=attest.date(among.said("issued"), among.line),
        effective_from=attest.date(among.said("effective_from"), among.line),
        effective_to=attest.date(among.said("effective_to"), among.line),
        until_condition=attest.listed(among.said("until_condition"), among.line),
        hours=attest.listed(among.said("hours"), among.line),
        purpose=attest.listed(among.said("purpose"), among.line),
        relations=attest.listed(among.mapped("relation", _standing), among.line),
        attribution=attest.voices(among.said("attribution"), among.line),
        possibly_same=tuple(possibly_same),
    )


class _Accounts:
    """The accounts of one thing, and what each says of a slot."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._told = sorted(told, key=lambda each: each.account)
        self.ids = tuple(each.account for each in self._told)
        self.reports = tuple(sorted({each.report for each in self._told}))
        self.lines = lines([*_tellers(self._told)])
        self.line: Lines = {report: n for n, line in enumerate(self.lines) for report in line.reports}

    @property
    def salience(self) -> Salience:
        """Main where it is so in some report."""
        return "main" if any(each.thing.salience == "main" for each in self._told) else "background"

    def plain(self, slot: str) -> Attested[Any] | None:
        """A slot whose value stands in no words of its own."""
        return attest.attested(self._said(slot, lambda value: value), self.line)

    def act(self) -> Attested[str] | None:
        """What was done; acts of one family do not contradict each other: who is killed was fired at."""
        return attest.attested(self.said("act"), self.line, agrees=_of_one_family, finer=_says_more)

    def one(self, slot: str) -> Attested[Any] | None:
        """A slot with one value."""
        return attest.attested(self.said(slot), self.line)

    def said(self, slot: str) -> Iterator[Said[Any]]:
        """What each account says of a slot, one value or several."""
        return self._said(slot, lambda grounded: grounded.value)

    def mapped(self, slot: str, made: Callable[[Any], T]) -> Iterator[Said[T]]:
        """The same, each value made into another."""
        return self._said(slot, made)

    def actors(self, *, told_as: Status) -> Iterator[Said[Party]]:
        """Who acted; of what is told as having happened, a report may only allege, or deny, who did it."""
        for each in self._told:
            if not isinstance(each.thing, ReportedIncident):
                continue
            outright = each.thing.status == "happened"
            for actor in each.thing.actor:
                alleged = told_as == "happened" and (not outright or actor.rule == ALLEGED)
                yield Said(actor.value, each.report, each.published, alleged)

    def _said(self, slot: str, made: Callable[[Any], T]) -> Iterator[Said[T]]:
        for each in self._told:
            filled = getattr(each.thing, slot, None)
            for value in filled if isinstance(filled, tuple) else (filled,):
                if value is not None:
                    yield Said(made(value), each.report, each.published)


def _says_more(act: str) -> float:
    """Whoever was killed or hurt was also fired at: the outcome says more than the deed."""
    return {"kill": 2.0, "injure": 1.0, "hit": 1.0}.get(act, 0.0)


def _of_one_family(one: str, other: str) -> bool:
    return families([one]) == families([other])


def _tellers(told: Sequence[Told]) -> Iterator[Teller]:
    """Each report once, with all the voices and prints of its accounts."""
    of: dict[str, list[Told]] = {}
    for each in told:
        of.setdefault(each.report, []).append(each)
    for accounts in of.values():
        voices = [voice for each in accounts for voice in each.thing.attribution]
        prints = frozenset(print_ for each in accounts for print_ in each.prints)
        yield teller(accounts[0].header, voices, prints)


def _but_for_words(norm: Norm) -> str:
    """What makes two clauses the same, in whatever words they are told."""
    return repr(msgspec.structs.replace(norm, words=None))


def _standing(relation: Grounded[Any]) -> StandsTo:
    return StandsTo(relation.value.kind, relation.value.to)
