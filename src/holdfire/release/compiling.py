"""Incidents, orders, a policy, what was said before → Release: all that leaves; what stays, and why."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from holdfire.assessment.units import Units
from holdfire.model.corroborated import Incident, Order
from holdfire.model.record import ReportHeader
from holdfire.release.audience import OURS, Audience
from holdfire.release.candidates import Candidate, Sources, candidate, first_account, kins
from holdfire.release.coarsening import Days, Regions, days_of
from holdfire.release.disclosure import Cell, cells
from holdfire.release.frozen import Again, Kept, KeptOrder, Past, known_again, remembered
from holdfire.release.jigsaw import unique
from holdfire.release.naming import Names
from holdfire.release.orders import order_again, released_order
from holdfire.release.pages import published_page, seen_to
from holdfire.release.policy import Policy
from holdfire.release.released import Group, Outcome, Page, ReleasedOrder, Row, Telling, Withheld
from holdfire.release.together import Together, viewers
from holdfire.release.withdrawing import CHANGED, Repeated, repeated

Name = Callable[[str], str]
"""Makes an id that says nothing of what it stands for, always the same for the same thing."""
ALONE = "fewer than k stand together, however coarse"
HELD = "a report of it is held back"
UNDATED = "has no date and no page's date: it may be going on"


class Release(msgspec.Struct, frozen=True):
    """All that leaves. `withdrawn` are rows and orders of earlier releases that are not told again.

    `unique` are rows that fit one incident of the public pages alone; `past` is what later releases go by.
    """

    rows: tuple[Row, ...]
    orders: tuple[ReleasedOrder, ...]
    groups: tuple[Group, ...]
    pages: tuple[Page, ...]
    withheld: tuple[Withheld, ...]
    withdrawn: tuple[str, ...]
    unique: tuple[str, ...]
    past: Past


class Given(msgspec.Struct, frozen=True):
    """What a release is made from: `today` is a proleptic day number, `pasts` what audiences were told.

    `embargoes` has, by the ids of reports, the day numbers before which nothing of them leaves.
    """

    incidents: Sequence[Incident]
    orders: Iterable[Order]
    headers: Sequence[ReportHeader]
    policy: Policy
    regions: Regions
    units: Units
    today: int
    name: Name
    audience: Audience = OURS[0]
    pasts: Sequence[Past] = ()
    names: Names = Names()
    embargoes: Mapping[str, int] = {}

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
    pages = _pages(given)
    sources = Sources(given.policy, given.regions, given.units, {r: page.url for r, page in pages.items()})
    why: Counter[tuple[str, str]] = Counter()
    candidates = list(_candidates(given, sources, why))
    again, new = known_again(given.past.kept, candidates)
    told_again = _told_again(again, candidates, given)
    why.update(("incident", reason) for _, reason in told_again.gone)
    kept = remembered(given.past.kept, told_again.again, told_again.batches, ())
    found, alone = cells(new, given.policy, together=_together(candidates, given, kept))
    why.update(("incident", ALONE) for _ in alone)
    fresh = _fresh(found, given)
    members = [(row, each.candidate) for each, row in told_again.again]
    members += [(kept.row, each) for kept, each in fresh]
    rows = sorted((row for row, _ in members), key=lambda row: row.id)
    orders = list(_orders(given, sources, why))
    urls = {url for row, each in members for url in each.pages if row.published}
    cited = _numbered(pages.values(), urls | {url for _, those in orders for url in those}, given.names, why)
    past = msgspec.structs.replace(
        given.past, k=given.k, kept=(*kept, *(new for new, _ in fresh)), orders=_kept_orders(given, orders)
    )
    return Release(
        rows=tuple(rows),
        orders=tuple(_with_pages(each.order, urls, cited) for each, urls in orders),
        groups=tuple(_groups(members, cited)),
        pages=tuple(cited.values()),
        withheld=tuple(_withheld(why)),
        withdrawn=_withdrawn(past, {row.id for row in rows}, {each.order.id for each, _ in orders}),
        unique=tuple(unique(rows, [c for c in candidates if c.published], given.policy)),
        past=past,
    )


def _told_again(again: Sequence[Again], candidates: Sequence[Candidate], given: Given) -> Repeated:
    known = Together(given.pasts, candidates, viewers(given.audience, given.k, given.pasts))
    return repeated(given.past.kept, again, given.policy, known)


def _together(candidates: Sequence[Candidate], given: Given, kept: Sequence[Kept]) -> Together:
    """What audiences know, with what this release withdraws."""
    own = msgspec.structs.replace(given.past, kept=tuple(kept))
    pasts = [own, *(past for past in given.pasts if past.audience != own.audience)]
    return Together(pasts, candidates, viewers(given.audience, given.k, pasts))


def _withdrawn(past: Past, rows: set[str], orders: set[str]) -> tuple[str, ...]:
    gone = {kept.row.id for kept in past.kept} - rows
    return tuple(sorted(gone | {kept.order.id for kept in past.orders} - orders))


def _pages(given: Given) -> dict[str, Page]:
    """The published pages, by what incidents and orders call their reports.

    Where several reports have one name, it stands for a page only if they are all that page.
    """
    found: dict[str, list[Page | None]] = defaultdict(list)
    for header in given.headers:
        found[_called(header)].append(published_page(header, given.policy, today=given.today))
    return {name: each[0] for name, each in found.items() if each[0] and all(p == each[0] for p in each)}


def _called(header: ReportHeader) -> str:
    return header.source_id or header.id


def _candidates(given: Given, sources: Sources, why: Counter[tuple[str, str]]) -> Iterable[Candidate]:
    published = {_called(header): days_of(header.published or "") for header in given.headers}
    twice, held = kins(given.incidents), _held(given)
    for incident in given.incidents:
        late = HELD if held.intersection(incident.reports) else _too_early(incident, given, published)
        made = late or candidate(incident, sources, kin=twice.get(incident.id, incident.id))
        if isinstance(made, str):
            why["incident", made] += 1
        else:
            yield made


def _held(given: Given) -> frozenset[str]:
    """What incidents and orders call the reports that are held back today."""
    ahead = {report for report, day in given.embargoes.items() if given.today < day}
    return frozenset(_called(header) for header in given.headers if header.id in ahead)


def _too_early(incident: Incident, given: Given, published: Mapping[str, Days | None]) -> str | None:
    """Why an incident may not be told of yet: it may be going on."""
    days = days_of(incident.date.value) if incident.date else None
    if days is None:
        told = [each for report in incident.reports if (each := published.get(report)) is not None]
        days = min(told, key=lambda each: each.last, default=None)
    wait = given.policy.event_days
    if days is None:
        return UNDATED if wait else None
    return f"less than {wait} days have passed" if days.last + wait > given.today else None


def _fresh(found: Iterable[Cell], given: Given) -> list[tuple[Kept, Candidate]]:
    earlier = given.past.kept
    used = {kept.row.id for kept in earlier} | {kept.row.group for kept in earlier}
    made: list[tuple[Kept, Candidate]] = []
    for cell in found:
        group = _unused(f"group/{min(cell.members[0].accounts)}", given.name, used)
        for each in cell.members:
            row = _row(_unused(min(each.accounts), given.name, used), group, each, cell)
            made.append((Kept(row, each.accounts, cell.outcome), each))
    return made


def _unused(seed: str, name: Name, used: set[str]) -> str:
    made = name(seed)
    while made in used:
        seed += "'"
        made = name(seed)
    used.add(made)
    return made


def _row(name: str, group: str, each: Candidate, cell: Cell) -> Row:
    return Row(
        id=name,
        group=group,
        kind=each.kind,
        published=each.published,
        outcome=each.outcome if cell.outcome else Outcome(),
        told=each.told if cell.outcome else Telling(status=each.told.status),
        period=cell.period,
        region=cell.region,
        role=cell.persons.role,
        sex=cell.persons.sex,
        age=cell.persons.age,
    )


def _orders(
    given: Given, sources: Sources, why: Counter[tuple[str, str]]
) -> Iterable[tuple[KeptOrder, tuple[str, ...]]]:
    """The orders that leave, with the accounts that each is known by and the pages that tell it."""
    earlier = {account: kept for kept in given.past.orders for account in kept.accounts}
    taken, held = set[str](), _held(given)
    for order in given.orders:
        if held.intersection(order.reports):
            why["order", HELD] += 1
            continue
        published = all(report in sources.pages for report in order.reports)
        if not published and given.policy.orders.unpublished == "withhold":
            why["order", "not every report of it is a published page"] += 1
            continue
        before = next((kept for a in order.accounts if (kept := earlier.get(a))), None)
        before = None if before is None or before.order.id in taken else before
        name = before.order.id if before else given.name(f"order/{first_account(order)}")
        now = released_order(order, sources, name=name, published=published)
        told = now if before is None else order_again(before.order, now, order, sources)
        if told is None:
            why["order", CHANGED] += 1
            continue
        taken.add(name)
        pages = tuple(sorted({sources.pages[r] for r in order.reports})) if published else ()
        accounts = dict.fromkeys((*(before.accounts if before else ()), *order.accounts))
        yield KeptOrder(told, tuple(accounts)), pages


def _kept_orders(given: Given, told: Iterable[tuple[KeptOrder, object]]) -> tuple[KeptOrder, ...]:
    """What releases have said of orders until now."""
    now = {kept.order.id: kept for kept, _ in told}
    old = [now.pop(kept.order.id, kept) for kept in given.past.orders]
    return (*old, *now.values())


def _numbered(
    pages: Iterable[Page], urls: set[str], names: Names, why: Counter[tuple[str, str]]
) -> dict[str, Page]:
    """The pages that are cited, by their addresses: each as it may be, with its number."""
    cited = {page.url: page for page in pages if page.url and page.url in urls}
    ordered = sorted(cited.values(), key=lambda page: (page.published, page.url))
    told: dict[str, Page] = {}
    for number, page in enumerate(ordered, 1):
        told[page.url], reasons = seen_to(page, names)
        told[page.url] = msgspec.structs.replace(told[page.url], number=number)
        why.update(("page", reason) for reason in reasons)
    return told


def _with_pages(order: ReleasedOrder, urls: tuple[str, ...], cited: Mapping[str, Page]) -> ReleasedOrder:
    return msgspec.structs.replace(order, pages=_numbers(urls, cited))


def _numbers(urls: Iterable[str], cited: Mapping[str, Page]) -> tuple[int, ...]:
    return tuple(sorted({cited[url].number for url in urls if url in cited}))


def _groups(members: Iterable[tuple[Row, Candidate]], cited: Mapping[str, Page]) -> Iterable[Group]:
    by_group: dict[str, list[tuple[Row, Candidate]]] = defaultdict(list)
    for row, each in members:
        by_group[row.group].append((row, each))
    for group, those in sorted(by_group.items()):
        urls = {url for row, each in those for url in each.pages if row.published}
        outcomes = len({row.outcome for row, _ in those})
        yield Group(group, len(those), those[0][0].published, outcomes, _numbers(urls, cited))


def _withheld(why: Counter[tuple[str, str]]) -> Iterable[Withheld]:
    for (what, reason), number in sorted(why.items()):
        yield Withheld(what, reason, number)  # type: ignore[arg-type]
