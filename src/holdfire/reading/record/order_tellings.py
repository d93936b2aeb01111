"""Which tellings of orders in a report tell of one and the same order."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from holdfire.geography.peoples import countries_in
from holdfire.model.grounded import Grounded
from holdfire.model.order import ReportedOrder
from holdfire.model.party import ARMED, FORCES, UNARMED, Party
from holdfire.reading.english.phrases.naming import is_pronoun
from holdfire.reading.record.order_sides import are_of_two_sides
from holdfire.reading.record.order_standing import NEAR, PROVISIONS
from holdfire.reading.record.sameness import dates_agree, parties_agree
from holdfire.reading.resolving.orders import OrderTelling

STRENGTH = {
    "order": 0,
    "instruction": 1,
    "standing rule": 1,
    "proclamation": 0,
    "agreement": 0,
    "proposal": 2,
    "threat": 2,
}
SORTS = {"standing rule": "rule", "agreement": "agreement", "proposal": "proposal", "threat": "threat"}
GOES_ON = 1000
"""Code points: how far behind a dated order a telling may stand that has no giver and no day of its own."""
BESIDE = 2
"""Sentences: how far apart two tellings may stand that have nothing else in common."""
DATED = "order.dated"
"""The rule for the day that a paper bears, which is that of its order whatever day it was read on."""
LISTED = "order.compound"
"""The rule for an order told by what it is on, of which a sentence may name several."""
KEPT_UP = ("extend", "prolong", "renew", "widen", "tighten", "reissue", "reinstate")
"""How an order is changed that goes on."""
MEASURES = frozenset({"order.curfew", "order.zone", "order.off_limits"})
"""Rules for measures that are for whoever is there."""
CURFEW = "order.curfew"
_STAY_IN = re.compile(
    r"\b(?:remain|remaining|stay|staying|keep|kept)\b[^.;]{0,20}"
    r"\b(?:indoors|inside|at home|in (?:their|the) (?:homes|houses))\b"
)
"""What a curfew comes to for those in it, told in other words."""
_OTHER_SIDE = re.compile(
    r"(?:on the other side|across the (?:line|river|border)|for (?:its|their) part|elsewhere|separately)\b",
    re.IGNORECASE,
)
EMPTY = frozenset({"the", "a", "an", "of", "all", "its", "their", "his", "and", "in", "each", "every", "any"})
_NAME = re.compile(r"[A-Z]\w+ [A-Z]\w+")
_UNIT = re.compile(
    r"\b(?:brigade|battalion|regiment|division|corps|company|platoon|squadron|units?)\b", re.IGNORECASE
)
"""What may be a part of those who are told besides, and is no other body."""
_NEWLY = re.compile(
    r"(?:Under|According to|In line with) (?:the|its|their) (?:new|revised|changed|amended)\b"
)


@dataclass(slots=True)
class Known:
    """The tellings of one order, and what they come to together."""

    tellings: list[OrderTelling]
    order: ReportedOrder

    def add(self, telling: OrderTelling, order: ReportedOrder) -> None:
        """Take in one more telling, with what all come to now."""
        self.tellings.append(telling)
        self.order = order


def _is_over_it(telling: OrderTelling) -> bool:
    """Whether the order that is changed stands before the verb: "the ban on fishing was lifted"."""
    return any(span.start < telling.told.cue.start for span in telling.told.content)


def is_change_of(telling: OrderTelling, other: OrderTelling) -> bool:
    """Whether one tells only that an order is changed, by the very word by which the other tells it."""
    told = telling.told
    if told.rule != "order.related" or told.relation is None or told.sentence != other.told.sentence:
        return False
    if not telling.order.kind.quote.lower().startswith(KEPT_UP):
        return False
    changed = told.relation[2]
    return changed is not None and bool(other.order.clauses) and changed.contains(other.told.cue)


def of_paper_before(telling: OrderTelling, known: Sequence[Known]) -> ReportedOrder:
    """An order that "it" gives beside another, with the giver and the day of the paper told before."""
    made, paper = telling.order, telling.told.document
    if paper is None or not is_pronoun(paper) or not known or made.issuer is not None:
        return made
    last = known[-1]
    of_paper = last.tellings[0].told.document is not None
    if not of_paper or telling.told.sentence - last.tellings[-1].told.sentence > BESIDE:
        return made
    return replace(made, issuer=last.order.issuer, issued=made.issued or last.order.issued)


def known_as(telling: OrderTelling, known: Sequence[Known]) -> int | None:
    """The number of the known order that a telling is of, the last first; None where it is of none.

    A provision is of an order that holds before one that held; "the rules" are of a rule before an order.
    """
    numbers = list(reversed(range(len(known))))
    if telling.order.kind.rule in PROVISIONS or not telling.order.clauses:
        numbers.sort(key=lambda n: not _is_said_by_giver(known[n].order, telling.order))
        numbers.sort(key=lambda n: known[n].order.salience != "main")
    if telling.order.kind.rule == "order.related" and _is_over_it(telling):
        numbers.sort(key=lambda n: telling.told.sentence != known[n].tellings[-1].told.sentence)
    changed = (n for n in numbers if any(is_change_of(telling, t) for t in known[n].tellings))
    if (at := next(changed, None)) is not None:
        return at
    if not telling.order.clauses and telling.told.definite is not None:
        numbers.sort(key=lambda n: known[n].order.kind.value != telling.order.kind.value)
    return next((n for n in numbers if same(known[n], telling)), None)


def _is_told_of(a: ReportedOrder, telling: OrderTelling) -> bool:
    """Whether words that only tell of an order tell of one near them, and bring no new one.

    "Has also given instructions to the troops" brings a new one.
    """
    b = telling.order
    if b.kind.rule == "order.handed" and telling.told.definite is False and a.clauses:
        return False
    alike = (a.kind.value == "agreement") == (b.kind.value == "agreement")
    dated = b.kind.rule == DATED or dates_agree(a.issued, b.issued)
    return alike and b.kind.start - a.kind.start < NEAR and dated


def _is_said_by_giver(known: ReportedOrder, telling: ReportedOrder) -> bool:
    """Whether who says what is provided is named as the giver of an order told before."""
    giver = _words([known.issuer]) if known.issuer is not None else set()
    return any(giver & {*v.value.speaker.lower().split()} for v in telling.attribution)


def same(known: Known, telling: OrderTelling) -> bool:
    """Whether a telling may be of a known order: something speaks for it, and nothing against it."""
    a, b = known.order, telling.order
    if a.status != b.status or (STRENGTH[a.kind.value] == 2) != (STRENGTH[b.kind.value] == 2):
        return False
    if a.salience == "main" and b.salience == "background" and b.issued is not None and a.issued is None:
        return False
    if not a.clauses or not b.clauses:
        return _is_told_of(a, telling)
    if _is_of_other_time(known, telling):
        return False
    if b.kind.rule in PROVISIONS:
        return _goes_on(a, b)
    apart = _is_other(a, b) or (telling.told.definite is not True and are_of_two_sides(a, b))
    at_once = _are_of_one_paper(known, telling) or _is_agreed_at_once(known, telling)
    at_once = at_once or _are_listed(known, telling) or _tells_of_staying_in(known, telling)
    return not apart and (at_once or _speaks_for(known, telling))


def _goes_on(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether a provision may be of an order told before it."""
    if a.kind.value == "agreement" and b.addressees and {p.value.kind for p in b.addressees} <= UNARMED:
        return False  # what motorists must do is not what two sides agreed on
    sides = a.kind.value == b.kind.value == "agreement"
    if not sides and (_bind_other_kinds(a, b) or _is_proclaimed_by_another(a, b)):
        return False
    armed = bool(a.addressees) and {p.value.kind for p in a.addressees} <= ARMED
    people = bool(b.addressees) and {p.value.kind for p in b.addressees} <= UNARMED
    people = people and not any("crew" in p.value.name.lower() for p in b.addressees)
    if armed and people and a.kind.value != "proclamation":
        return False
    if armed and b.issuer is not None and _tells_of_measure(a, b):
        return False  # a governor closes a road, which soldiers were told nothing of
    return a.kind.rule in PROVISIONS or b.kind.start - a.kind.start < NEAR


def _is_of_other_time(known: Known, telling: OrderTelling) -> bool:
    """Whether one is told as what held before, and the other as what holds."""
    a, b = known.order, telling.order
    if telling.told.tense == "former" and (a.salience == "main" or not _are_over(known)):
        return True
    over = a.salience == "background" and b.salience == "main" and b.kind.rule not in PROVISIONS
    return over and _are_over(known)


def _are_over(known: Known) -> bool:
    """Whether all tellings of an order that say what it says tell it as one of before."""
    return all(t.told.tense == "former" for t in known.tellings if t.order.clauses)


def _is_other(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether the dates, the parties or the time of two tellings speak against their being one."""
    apart = not (dates_agree(a.issued, b.issued) and dates_agree(a.effective_from, b.effective_from))
    other_side = _OTHER_SIDE.match(b.evidence[0].quote) is not None or _contradict(a, b)
    if other_side or (apart and not _is_given_again(a, b)):
        return True
    if _of_other_countries(a, b) or _is_to_other_body(a, b) or _are_threats_of_two(a, b):
        return True
    newly = b.issued is not None and a.issued is None and a.kind.value == b.kind.value
    unsaid = a.issuer is None and b.issuer is not None and (a.kind.rule in PROVISIONS or newly)
    if unsaid and _is_told_by_another(a, b):
        return True
    if (a.kind.value == "agreement") != (b.kind.value == "agreement") and (
        b.issuer or b.issued or _are_sides(b)
    ):
        return True  # what a commander tells his men is not what two sides agreed on
    if a.kind.value == b.kind.value == "agreement" or _is_given_again(a, b):
        return False  # "both sides" may be any that agree, and a minister repeats what the staff ordered
    issuers = (a.issuer.value if a.issuer else None, b.issuer.value if b.issuer else None)
    told = [(x, y) for x in _armed_or_named(a) for y in _armed_or_named(b)]
    sides = _serve_two_sides(_armed_or_named(a), _armed_or_named(b))
    agree = not told or any(parties_agree(x, y) for x, y in told)
    return sides or not agree or not parties_agree(*issuers)


def _serve_two_sides(a: Sequence[Party], b: Sequence[Party]) -> bool:
    """Whether those of one order are of an armed group, and those of the other of a state's forces."""
    kinds = [{p.kind for p in each} for each in (a, b)]
    return any(
        one <= {"armed group"} and other <= FORCES and one and other for one, other in (kinds, kinds[::-1])
    )


def _contradict(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether of two, of which one is over, one bids what the other lets the armed do "only when shot at"."""
    for one, other in ((a, b), (b, a)):
        bidden = {c.act.value for c in one.clauses if c.modality == "obligation" and c.means is not None}
        lets = {c.act.value for c in other.clauses if c.condition and c.condition.value.startswith("only")}
        if bidden & lets and "background" in (one.salience, other.salience):
            return True
    return False


def _are_sides(order: ReportedOrder) -> bool:
    """Whether an agreement names those whom it binds."""
    return order.kind.value == "agreement" and bool(order.addressees)


def _bind_other_kinds(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether a provision binds a force of another kind than the order before it: police, peacekeepers."""
    pairs = [(x.value, y.value) for x in a.addressees for y in b.addressees]
    armed = all(x.kind in ARMED and y.kind in ARMED for x, y in pairs)
    return bool(pairs) and armed and not any(parties_agree(x, y) for x, y in pairs)


def _is_given_again(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether an order told before is repeated, on a later day: "on Wednesday he repeated the order to"."""
    again = b.relation is not None and b.relation.value.kind == "reaffirms"
    return again and bool(_acts(a) & _acts(b))


def _acts(order: ReportedOrder) -> set[tuple[str, str]]:
    return {(c.modality, c.act.value) for c in order.clauses}


def _is_proclaimed_by_another(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether somebody else than the giver of an order to armed men says what will befall whoever comes."""
    if b.issuer is None or a.issuer is None or b.kind.value != "proclamation" or not a.addressees:
        return False
    return not (_words([a.issuer]) & _words([b.issuer]))


def _are_threats_of_two(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether two bodies that share no word of their names each say what they will do."""
    if not a.kind.value == b.kind.value == "threat" or a.issuer is None or b.issuer is None:
        return False
    return not (_words([a.issuer]) & _words([b.issuer]))


def _are_of_two_givers(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether two orders are given under names that share no word, or by one not known to give any."""
    if a.issuer is None or b.issuer is None or "agreement" in (a.kind.value, b.kind.value):
        return False
    apart = "unknown" in (a.issuer.value.kind, b.issuer.value.kind)
    apart = apart or all(_NAME.search(giver.value.name) for giver in (a.issuer, b.issuer))
    return apart and _words([a.issuer]).isdisjoint(_words([b.issuer]))


def _is_told_by_another(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether somebody tells what is provided, and nobody tells of the order that has a giver."""
    voices = {
        v.value.speaker for v in a.attribution if v.value.kind not in ("narration", "document", "outlet")
    }
    others = {
        v.value.speaker for v in b.attribution if v.value.kind not in ("narration", "document", "outlet")
    }
    return bool(voices) and not others and b.clauses != ()


def _is_to_other_body(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether both tell somebody, one of them a body by its name, to do what they do not share."""
    if not a.addressees or not b.addressees or _share_a_name(a.addressees, b.addressees):
        return False
    every = [p.quote for p in (*a.addressees, *b.addressees)]
    named = any(_NAME.search(said) and not _UNIT.search(said) for said in every)
    return named and {c.act.value for c in a.clauses}.isdisjoint(c.act.value for c in b.clauses)


def _armed_or_named(order: ReportedOrder) -> list[Party]:
    """Who is told, without "their men", who are whatever their commander is."""
    return [p.value for p in order.addressees if p.value.name.lower() not in ("men", "man")]


def _of_other_countries(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether both name whose forces give or get an order, and no country of the one is of the other."""
    left, right = (countries_in(" ; ".join(p.value.name for p in _parties(each))) for each in (a, b))
    return bool(left) and bool(right) and left.isdisjoint(right)


def _parties(order: ReportedOrder) -> tuple[Grounded[Party], ...]:
    return (*((order.issuer,) if order.issuer is not None else ()), *order.addressees)


def _speaks_for(known: Known, telling: OrderTelling) -> bool:
    """Whether two tellings have an act in common, or words that tie them together."""
    a, b = known.order, telling.order
    if _acts(a) & _acts(b):
        return telling.told.definite is not False or not _aim_apart(a, b)
    if a.kind.rule in PROVISIONS and b.kind.start - a.kind.start < NEAR and a.salience == b.salience:
        return True
    if telling.told.document is not None and is_pronoun(telling.told.document):
        return b.kind.start - a.kind.start < NEAR and a.salience == b.salience
    if SORTS.get(a.kind.value) != SORTS.get(b.kind.value) or a.salience != b.salience:
        return _takes_up(known, telling)
    if telling.told.definite is not None:
        return telling.told.definite
    apart = min(abs(telling.told.sentence - t.told.sentence) for t in known.tellings)
    together = not _tells_of_measure(a, b) or any(telling.paragraph == t.paragraph for t in known.tellings)
    near = apart <= BESIDE and together and not _stands_alone(a, b) and not _are_of_two_givers(a, b)
    return near or _share_a_name(a.addressees, b.addressees) or _is_part(a, b)


def _tells_of_staying_in(known: Known, telling: OrderTelling) -> bool:
    """Whether a telling says what a curfew told before comes to: "the notice bids people stay indoors"."""
    near = telling.told.sentence - known.tellings[-1].told.sentence <= BESIDE
    curfew = any(t.told.rule == CURFEW for t in known.tellings)
    said = telling.order.clauses
    return near and curfew and bool(said) and all(_STAY_IN.search(c.act.quote) for c in said)


def _tells_of_measure(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether of two only one is of a measure for whoever is there: a closed road, a curfew, a zone."""
    measures = MEASURES | {"order.closed", "order.kept_out"}
    return (a.kind.rule in measures) != (b.kind.rule in measures)


def _is_agreed_at_once(known: Known, telling: OrderTelling) -> bool:
    """Whether the very words for those who agree say both: "agreed to a truce and to pull back".

    What two forces pledge each other in one sentence is one agreement.
    """
    giver = telling.told.issuer
    if telling.order.kind.value != "agreement" or giver is None:
        return False
    given = [t.told for t in known.tellings if t.told.issuer is not None]
    if any(told.issuer is not None and told.issuer.span == giver.span for told in given):
        return True
    return any(told.sentence == telling.told.sentence and told.kind == "agreement" for told in given)


def _are_listed(known: Known, telling: OrderTelling) -> bool:
    """Whether a sentence names several bans in a row: "a ban on drones and a ban on fire"."""
    last, told = known.tellings[-1].told, telling.told
    return last.sentence == told.sentence and last.rule == told.rule == LISTED


def _are_of_one_paper(known: Known, telling: OrderTelling) -> bool:
    """Whether the very words for a paper say both: "a decree that bans movement and lets patrols shoot"."""
    paper = telling.told.document
    return paper is not None and any(
        t.told.document is not None and t.told.document.span == paper.span for t in known.tellings
    )


def _takes_up(known: Known, telling: OrderTelling) -> bool:
    """Whether "the new rules" are what was told not far before: "under the new rules, posts must …"."""
    near = telling.told.sentence - known.tellings[-1].told.sentence <= BESIDE
    return near and _NEWLY.match(telling.order.evidence[0].quote) is not None


def _aim_apart(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether each says on whom force is to be used, and no word is in both: "anyone", "the boatmen"."""
    left, right = (_words([c.target for c in o.clauses if c.target is not None]) for o in (a, b))
    return bool(left) and bool(right) and left.isdisjoint(right)


def _stands_alone(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether a telling has a day and those told, beside an order by somebody to nobody in particular."""
    own = bool(b.addressees) and b.issued is not None and b.issuer is None
    return own and a.issuer is not None and not a.addressees and a.issued is None


def _is_part(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether a telling without a giver or a day of its own goes on with a dated order not far before it."""
    alone = b.issuer is None and b.issued is None and b.effective_from is None and bool(b.addressees)
    alone = alone and (a.kind.rule not in MEASURES or bool(a.addressees))
    return alone and a.issued is not None and 0 < b.kind.start - a.kind.start < GOES_ON


def _share_a_name(a: Iterable[Grounded[Party]], b: Iterable[Grounded[Party]]) -> bool:
    return bool(_words(a) & _words(b))


def _words(parties: Iterable[Grounded[Party]]) -> set[str]:
    return {w for p in parties for w in p.value.name.lower().split()} - EMPTY
