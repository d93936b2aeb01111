"""Incidents, orders, a policy, what was said before → Release: all that leaves; what stays, and why."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from holdfire.assessment.units import Units
from holdfire.model.corroborated import Incident, Order
from holdfire.model.record import Record, ReportHeader
from holdfire.release.audience import OURS, Audience
from holdfire.release.candidates import Kins, Sources, candidate, first_account
from holdfire.release.coarsening import Regions, days_of
from holdfire.release.disclosure import Cell, cells
from holdfire.release.frozen import Again, Kept, KeptOrder, Past, Remembered, known_again, remembered
from holdfire.release.jigsaw import Linked, linked
from holdfire.release.microdata import Microdata
from holdfire.release.naming import Names
from holdfire.release.orders import order_again, released_order
from holdfire.release.pages import seen_to
from holdfire.release.policy import Policy
from holdfire.release.published import Pages, Reports, called
from holdfire.release.quotes import FIELD, KeptQuote, Quotes, quoted
from holdfire.release.released import Group, Outcome, ReleasedOrder, Row, Telling, Withheld
from holdfire.release.rows import Alike, Rows, Told
from holdfire.release.together import Together, viewers
from holdfire.release.withdrawing import CHANGED, Repeated, repeated

Name = Callable[[str], str]
"""Makes an id that says nothing of what it stands for, always the same for the same thing."""
ALONE = "fewer than k stand together, however coarse"
HELD = "a report of it is held back"
UNDATED = "has no date and no page's date: it may be going on"


class Release(msgspec.Struct, frozen=True):
    """All that leaves. `withdrawn` are rows and orders of earlier releases that are not told again.

    `linked` are rows that whoever has the public pages can put to one of their incidents; `past` is what
    later releases go by.
    """

    rows: Rows
    orders: tuple[ReleasedOrder, ...]
    groups: tuple[Group, ...]
    pages: Pages
    quotes: Quotes
    withheld: tuple[Withheld, ...]
    withdrawn: tuple[str, ...]
    linked: Linked
    past: Past


class Given(msgspec.Struct, frozen=True):
    """What a release is made from: `today` is a proleptic day number, `pasts` what audiences were told.

    `embargoes` has, by the ids of reports, the day numbers before which nothing of them leaves. Incidents,
    headers and records are gone through once, and not kept; without records nothing is quoted.
    """

    incidents: Iterable[Incident]
    orders: Iterable[Order]
    headers: Iterable[ReportHeader]
    policy: Policy
    regions: Regions
    units: Units
    today: int
    name: Name
    audience: Audience = OURS[0]
    pasts: Sequence[Past] = ()
    names: Names = Names()
    embargoes: Mapping[str, int] = {}
    records: Iterable[Record] = ()

    @property
    def k(self) -> tuple[int, int]:
        """How many must stand together: for what no page tells, for what pages tell."""
        return self.policy.k, self.policy.k_published

    @property
    def past(self) -> Past:
        """What the audience itself was told."""
        none = Past(self.audience.name, self.audience.width, self.k)
        return next((past for past in self.pasts if past.audience == self.audience.name), none)


def compiled(given: Given) -> Release:
    """All that may leave."""
    reports = Reports(given.headers, given.policy, today=given.today, embargoes=given.embargoes)
    sources = Sources(given.policy, given.regions, given.units, reports)
    why: Counter[tuple[str, str]] = Counter()
    data = _microdata(given, sources, why)
    again, new = known_again(given.past.kept, data)
    told_again = _told_again(again, data, given)
    why.update(("incident", reason) for _, reason in told_again.gone)
    kept = remembered(given.past.kept, told_again.again, told_again.batches)
    found, alone = cells(data, new, given.policy, together=_together(data, given, kept))
    if alone:
        why["incident", ALONE] += alone
    rows = Rows(row for _, row in told_again.again)
    groups = _old_groups(told_again.again)
    fresh = _Fresh(rows, data, given)
    groups += [fresh.put(cell) for cell in found]
    orders = list(_orders(given, sources, why))
    cited = _cited(reports.pages, groups, [pages for _, pages in orders], given.names, why)
    past = msgspec.structs.replace(
        given.past,
        k=given.k,
        kept=Remembered(kept, rows, fresh.members, fresh.outcomes, data),
        orders=_kept_orders(given, orders),
    )
    told = rows.sorted()
    quotes = _quotes(given, reports, cited, past, {each.order.id for each, pages in orders if pages})
    past = msgspec.structs.replace(past, quotes=_kept_quotes(given, quotes, cited))
    return Release(
        rows=told,
        orders=tuple(
            msgspec.structs.replace(each.order, pages=cited.numbers(pages)) for each, pages in orders
        ),
        groups=tuple(
            msgspec.structs.replace(group, pages=cited.numbers(pages))
            for group, pages in sorted(groups, key=lambda each: each[0].id)
        ),
        pages=cited.pages,
        quotes=quotes,
        withheld=tuple(_withheld(why)),
        withdrawn=_withdrawn(past, kept, {each.order.id for each, _ in orders}),
        linked=linked(told, data, given.policy),
        past=past,
    )


def _told_again(again: Sequence[Again], data: Microdata, given: Given) -> Repeated:
    known = Together(given.pasts, data, viewers(given.audience, given.k, given.pasts))
    return repeated(given.past.kept, again, given.policy, known)


def _together(data: Microdata, given: Given, kept: Sequence[Kept]) -> Together:
    """What audiences know, with what this release withdraws."""
    own = msgspec.structs.replace(given.past, kept=kept)
    pasts = [own, *(past for past in given.pasts if past.audience != own.audience)]
    return Together(pasts, data, viewers(given.audience, given.k, pasts))


def _withdrawn(past: Past, kept: Iterable[Kept], orders: set[str]) -> tuple[str, ...]:
    gone = {each.row.id for each in kept if each.batch}
    return tuple(sorted(gone | {kept.order.id for kept in past.orders} - orders))


def _microdata(given: Given, sources: Sources, why: Counter[tuple[str, str]]) -> Microdata:
    """What of the incidents could leave at most; and for how many not, and why."""
    data, twice = Microdata(), Kins()
    for incident in given.incidents:
        twice.see(incident)
        held = sources.reports.held
        late = HELD if held and held.intersection(incident.reports) else _too_early(incident, given, sources)
        made = late or candidate(incident, sources)
        if isinstance(made, str):
            why["incident", made] += 1
        else:
            data.add(incident.id, made)
    data.seal(twice.all())
    return data


def _too_early(incident: Incident, given: Given, sources: Sources) -> str | None:
    """Why an incident may not be told of yet: it may be going on."""
    days, wait = days_of(incident.date.value) if incident.date else None, given.policy.event_days
    last = days.last if days is not None else None
    if last is None:
        told = (sources.reports.day(report) for report in incident.reports)
        last = min((day for day in told if day is not None), default=None)
    if last is None:
        return UNDATED if wait else None
    return f"less than {wait} days have passed" if last + wait > given.today else None


class _Fresh:
    """New groups → rows behind the others, under ids that nothing has yet."""

    def __init__(self, rows: Rows, data: Microdata, given: Given) -> None:
        self._rows, self._data, self._name = rows, data, given.name
        earlier = given.past.kept
        self._used = {kept.row.id for kept in earlier} | {kept.row.group for kept in earlier}
        self.members, self.outcomes = array("I"), array("B")

    def put(self, cell: Cell) -> tuple[Group, set[int]]:
        """The rows of a group; the group, and the places of the pages that tell it."""
        data, persons = self._data, cell.persons
        accounts = [data.accounts(each) for each in cell.members]
        name = self._unused(f"group/{min(accounts[0])}")
        alike = Alike(name, cell.published, cell.period, cell.region, persons.role, persons.sex, persons.age)
        outcomes = set[Outcome]()
        for each, of in zip(cell.members, accounts, strict=True):
            told = data.told(each)
            if not cell.outcome:
                told = Told(told.kind, Outcome(), Telling(status=told.telling.status))
            outcomes.add(told.outcome)
            self._rows.put(self._unused(min(of)), alike, told)
        self.members.extend(cell.members)
        self.outcomes.extend([cell.outcome] * len(cell.members))
        pages = {page for each in cell.members for page in data.pages(each)}
        return Group(name, len(accounts), cell.published, len(outcomes)), pages if cell.published else set()

    def _unused(self, seed: str) -> str:
        made = self._name(seed)
        while made in self._used:
            seed += "'"
            made = self._name(seed)
        self._used.add(made)
        return made


def _old_groups(again: Iterable[tuple[Again, Row]]) -> list[tuple[Group, set[int]]]:
    """The groups of rows that are told again, with the places of the pages that tell them."""
    by_group: dict[str, list[tuple[Again, Row]]] = defaultdict(list)
    for each, row in again:
        by_group[row.group].append((each, row))
    return [
        (
            Group(name, len(those), those[0][1].published, len({row.outcome for _, row in those})),
            {page for each, row in those if row.published for page in each.candidate.pages},
        )
        for name, those in by_group.items()
    ]


def _orders(
    given: Given, sources: Sources, why: Counter[tuple[str, str]]
) -> Iterable[tuple[KeptOrder, set[int]]]:
    """The orders that leave, with the accounts that each is known by and the pages that tell it."""
    earlier = {account: kept for kept in given.past.orders for account in kept.accounts}
    taken, held = set[str](), sources.reports.held
    for order in given.orders:
        if held.intersection(order.reports):
            why["order", HELD] += 1
            continue
        pages = sources.reports.pages_of(order.reports)
        if pages is None and given.policy.orders.unpublished == "withhold":
            why["order", "not every report of it is a published page"] += 1
            continue
        before = next((kept for a in order.accounts if (kept := earlier.get(a))), None)
        before = None if before is None or before.order.id in taken else before
        name = before.order.id if before else given.name(f"order/{first_account(order)}")
        now = released_order(order, sources, name=name, published=pages is not None)
        told = now if before is None else order_again(before.order, now, order, sources)
        if told is None:
            why["order", CHANGED] += 1
            continue
        taken.add(name)
        accounts = dict.fromkeys((*(before.accounts if before else ()), *order.accounts))
        yield KeptOrder(told, tuple(accounts)), set(pages or ())


def _kept_orders(given: Given, told: Iterable[tuple[KeptOrder, object]]) -> tuple[KeptOrder, ...]:
    """What releases have said of orders until now."""
    now = {kept.order.id: kept for kept, _ in told}
    old = [now.pop(kept.order.id, kept) for kept in given.past.orders]
    return (*old, *now.values())


class _Cited(NamedTuple):
    """The pages that are cited, each as it may be, and their numbers by their places among all."""

    pages: Pages
    number: Mapping[int, int]

    def numbers(self, places: Iterable[int]) -> tuple[int, ...]:
        """The numbers of some pages."""
        return tuple(sorted({self.number[at] for at in places if at in self.number}))


def _cited(
    pages: Pages,
    groups: Iterable[tuple[Group, set[int]]],
    orders: Iterable[set[int]],
    names: Names,
    why: Counter[tuple[str, str]],
) -> _Cited:
    """The pages that groups and orders cite, in the order of their days; one address is one page."""
    places = sorted(set().union(*(those for _, those in groups), *orders))
    keys = [(page.published, page.url, at) for at in places if (page := pages[at]).url]
    told, number = Pages(), dict[int, int]()
    last = ""
    for _, url, at in sorted(keys):
        if url != last:
            page, reasons = seen_to(pages[at], names)
            told.put(msgspec.structs.replace(page, number=len(told) + 1))
            why.update(("page", reason) for reason in reasons)
        number[at], last = len(told), url
    return _Cited(told, number)


def _quotes(given: Given, reports: Reports, cited: _Cited, past: Past, orders: set[str]) -> Quotes:
    """Short quotes of the pages that are cited, for what they are cited for."""
    most = given.policy.quote_words if given.policy.lets(FIELD) else 0
    if not most:
        return Quotes()
    things = {a: kept.order.id for kept in past.orders if kept.order.id in orders for a in kept.accounts}
    things |= _of_one_act(past.kept)
    before = given.past
    old = frozenset(kept.row.group for kept in before.kept) | {kept.order.id for kept in before.orders}
    found = Quotes()
    said = {(each.of, each.url, each.exact) for each in before.quotes}
    for record in given.records if things else ():
        places = reports.pages_of([called(record.report)]) or ()
        for number in cited.numbers(places):
            url = cited.pages[number - 1].url
            for quote in quoted(record, things, page=number, most=most):
                if quote.of not in old or (quote.of, url, quote.exact) in said:
                    found.put(quote)
    return found


def _of_one_act(kept: Sequence[Kept]) -> dict[str, str]:
    """The groups, by the accounts in them, whose rows are all told by pages and all tell the same act."""
    acts: dict[str, set[str | None]] = defaultdict(set)
    for each in kept:
        if each.row.published and not each.batch:
            acts[each.row.group].add(each.row.outcome.act)
    one = {group: group for group, some in acts.items() if len(some) == 1 and None not in some}
    return {a: one[each.row.group] for each in kept if each.row.group in one for a in each.accounts}


def _kept_quotes(given: Given, quotes: Quotes, cited: _Cited) -> tuple[KeptQuote, ...]:
    """What releases have quoted until now."""
    new = (KeptQuote(each.of, cited.pages[each.page - 1].url, each.exact) for each in quotes)
    return tuple(dict.fromkeys((*given.past.quotes, *new)))


def _withheld(why: Counter[tuple[str, str]]) -> Iterable[Withheld]:
    for (what, reason), number in sorted(why.items()):
        yield Withheld(what, reason, number)  # type: ignore[arg-type]
