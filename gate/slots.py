"""The slots that the gate scores, and its conventions.

A slot counts how many values are right, said and gold, and its figure is F1 = 2 right / (said + gold).

- What the coder left open (null) and the reader filled is neither right nor wrong. Only the clauses of an
  order are coded in full: any further one is wrong. A coded 0 is a value: nothing said is a miss, another
  number is wrong. A reader's entry without a partner is wrong in every slot that it fills.
- Names (issuer, addressees, actor, target, attribution, until_condition) agree when half the words of the
  shorter one are in the other, words like "the" put aside; the reader's name in the record and its quote
  both count, and so does each name that the coder sets apart with a semicolon. Places also put "province",
  "river" and the like aside; a reader's second name for a place that is found ("Musan", "Musan County")
  costs nothing, and places that only draw an area may be right but not wrong.
- Dates agree when at least half of the days of both together are shared, marks of doubt put aside. Counts
  agree when both ends do. `kind`: an order is as good as an instruction. Hours: both times.
- Clauses are compared as the set of (modality, means); clause_acts as the set of (modality, what it is
  about) as far as a short list of acts knows it.
- Circumstances are compared as a set, where the coder coded them: an empty set is coded too.
- An act is compared as `gate.acts` says; hypothetical incidents of the reader's are put aside, and
  so are orders that it reads as denied or only rumoured, which the coding leaves to the reader.
- Attribution coded "narration", or to a document itself ("the notice itself"), is right where the reader
  names nobody, or the narration, or a document. Else any one of the speakers named is enough; naming
  nobody is then wrong, not open.
"""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from gate.acts import accepted_acts, clause_act, counts_some
from gate.gold import GoldIncident, GoldOrder, GoldPractice
from gate.likeness import same_count, same_days, same_name, same_place
from gate.said import NARRATION, Names, area_names, bare, party_names, place_names, speakers
from gate.slot import Slot, equal, one, several
from gate.tally import Tally
from holdfire.model.incident import Practice, ReportedIncident
from holdfire.model.order import ReportedOrder

Placed = tuple[tuple[Names, ...], Names]
ORDERLY = ("order", "instruction")


def _named(names: Names, coded: str) -> bool:
    return any(same_name(name, each) for name in names for each in coded.split(";"))


def _attributed(names: Names, coded: str) -> bool:
    untold = coded.startswith(NARRATION) or coded.endswith(("itself", "themselves"))
    return (untold and bool({NARRATION, "itself"} & set(names))) or _named(names, coded)


def _kind(said: str, coded: str) -> bool:
    return said == coded or (said in ORDERLY and coded in ORDERLY)


def _hours(said: Sequence[str], coded: Sequence[tuple[str, str]]) -> bool:
    return all(any(a in each and b in each for each in said) for a, b in coded)


def _places(said: Placed | None, coded: Names) -> Tally:
    """Each coded place once; what is said of a place that is found costs nothing more."""
    named, drawn = said or ((), ())
    found = [c for c in coded if any(same_place(n, c) for names in (*named, drawn) for n in names)]
    wrong = sum(not any(same_place(n, c) for n in names for c in coded) for names in named)
    return Tally(len(found), len(found) + wrong, len(coded))


def _places_slot(
    said: Callable[[Any], Placed | None], coded: Callable[[Any], tuple[str, ...]]
) -> Slot[Any, Any]:
    return Slot("places", said, lambda g: coded(g) or None, _places, lambda value: len(value[0]))


def _said_places(item: ReportedIncident) -> Placed | None:
    return (place_names(item.places), ()) if item.places else None


def _order_places(order: ReportedOrder) -> Placed | None:
    named, drawn = place_names(order.places), area_names(order.area)
    return (named, drawn) if named or drawn else None


def _clauses(order: ReportedOrder) -> frozenset[tuple[str, str | None]] | None:
    return frozenset((c.modality, bare(c.means)) for c in order.clauses) or None


def _clause_acts(order: ReportedOrder) -> frozenset[tuple[str, str]] | None:
    found = [(c.modality, clause_act(c.act.value, bare(c.means))) for c in order.clauses]
    return frozenset((modality, act) for modality, act in found if act) or None


def _coded_clause_acts(order: GoldOrder) -> frozenset[tuple[str, str]] | None:
    found = [(c.modality, clause_act(c.act, c.means)) for c in order.acts]
    return frozenset((modality, act) for modality, act in found if act) or None


def _coded_hours(order: GoldOrder) -> list[tuple[str, str]] | None:
    return [(h.from_, h.to) for h in order.hours] if order.hours else None


def _circumstances(incident: ReportedIncident) -> frozenset[str] | None:
    return frozenset(each.value for each in incident.circumstances) or None


def _act(said: tuple[str, str | None], coded: tuple[str, bool, bool]) -> bool:
    act, lethal, wounding = coded
    return act in accepted_acts(*said, lethal=lethal, wounding=wounding)


def _coded_act(incident: GoldIncident) -> tuple[str, bool, bool]:
    return incident.act, counts_some(incident.killed), counts_some(incident.injured)


def _relation(order: ReportedOrder) -> str | None:
    return order.relation.value.kind if order.relation else None


def _coded_relation(order: GoldOrder) -> str | None:
    return order.relation.kind if order.relation else None


def _counted(name: str) -> Slot[ReportedIncident, GoldIncident]:
    grounded: Callable[[ReportedIncident], Any] = attrgetter(name)
    coded: Callable[[GoldIncident], Any] = attrgetter(name)
    return one(name, lambda p: bare(grounded(p)), coded, same_count)


ATTRIBUTION: Slot[Any, Any] = one(
    "attribution", lambda p: speakers(p.attribution), lambda g: g.attributed_to, _attributed, telling=False
)
SALIENCE: Slot[Any, Any] = one("salience", lambda p: p.salience, lambda g: g.salience, equal, telling=False)

ORDERS: tuple[Slot[ReportedOrder, GoldOrder], ...] = (
    one("kind", lambda p: p.kind.value, lambda g: g.kind, _kind, telling=False),
    one("issuer", lambda p: party_names([p.issuer]) or None, lambda g: g.issuer, _named),
    one("addressees", lambda p: party_names(p.addressees) or None, lambda g: g.addressees, _named),
    several(
        "clauses", _clauses, lambda g: frozenset((c.modality, c.means) for c in g.acts) or None, closed=True
    ),
    several("clause_acts", _clause_acts, _coded_clause_acts, telling=False),
    _places_slot(_order_places, lambda g: g.place_names),
    one("issued", lambda p: bare(p.issued), lambda g: g.issued, same_days),
    one("effective_from", lambda p: bare(p.effective_from), lambda g: g.effective_from, same_days),
    one("effective_to", lambda p: bare(p.effective_to), lambda g: g.effective_to, same_days),
    one("hours", lambda p: [h.value for h in p.hours] or None, _coded_hours, _hours),
    one("until_condition", lambda p: bare(p.until_condition), lambda g: g.until_condition, same_name),
    one("relation", _relation, _coded_relation, equal),
    ATTRIBUTION,
    SALIENCE,
)  # fmt: skip

INCIDENTS: tuple[Slot[ReportedIncident, GoldIncident], ...] = (
    one("status", lambda p: p.status, lambda g: g.status, equal, telling=False),
    one("date", lambda p: bare(p.date), lambda g: g.date, same_days),
    _places_slot(_said_places, lambda g: g.place_names),
    one("actor", lambda p: party_names(p.actor) or None, lambda g: g.actor, _named),
    one("act", lambda p: (p.act.value, bare(p.means)), _coded_act, _act),
    one("means", lambda p: bare(p.means), lambda g: g.means, equal, telling=False),
    one("target", lambda p: party_names(p.target) or None, lambda g: g.target, _named),
    one("target_type", lambda p: bare(p.target_type), lambda g: g.target_type, equal, telling=False),
    _counted("killed"),
    _counted("injured"),
    _counted("detained"),
    one("warning_given", lambda p: bare(p.warning_given), lambda g: g.warning_given, equal),
    one("aid_given", lambda p: bare(p.aid_given), lambda g: g.aid_given, equal),
    several("circumstances", _circumstances, lambda g: g.circumstances, telling=False),
    ATTRIBUTION,
    SALIENCE,
)  # fmt: skip

PRACTICES: tuple[Slot[Practice, GoldPractice], ...] = (
    one("actor", lambda p: party_names(p.actor) or None, lambda g: g.actor, _named),
    one("means", lambda p: bare(p.means), lambda g: g.means, equal),
    one("target", lambda p: party_names(p.target) or None, lambda g: g.target, _named),
    one("period", lambda p: bare(p.period), lambda g: g.period, same_days),
)
