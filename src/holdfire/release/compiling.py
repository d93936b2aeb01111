"""Incidents, orders, a policy, what was said before → Release: all that leaves; what stays, and why."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from holdfire.assessment.units import Units
from holdfire.model.corroborated import Incident, Order
from holdfire.model.record import ReportHeader
from holdfire.release.candidates import Candidate, Sources, candidate, first_account
from holdfire.release.coarsening import Days, Regions, days_of
from holdfire.release.disclosure import Cell, cells
from holdfire.release.frozen import Kept, known_again, remembered, repeated
from holdfire.release.jigsaw import unique
from holdfire.release.orders import released_order
from holdfire.release.pages import published_page
from holdfire.release.policy import Policy
from holdfire.release.released import Group, Outcome, Page, ReleasedOrder, Row, Telling, Withheld

Name = Callable[[str], str]
"""Makes an id that says nothing of what it stands for, always the same for the same thing."""
ALONE = "fewer than k stand together, however coarse"
UNDATED = "has no date and no page's date: it may be going on"


class Release(msgspec.Struct, frozen=True):
    """All that leaves. `withdrawn` are rows of earlier releases that are not told again.

    `unique` are rows that fit one incident of the public pages alone; `kept` is what later releases go by.
    """

    rows: tuple[Row, ...]
    orders: tuple[ReleasedOrder, ...]
    groups: tuple[Group, ...]
    pages: tuple[Page, ...]
    withheld: tuple[Withheld, ...]
    withdrawn: tuple[str, ...]
    unique: tuple[str, ...]
    kept: tuple[Kept, ...]


class Given(msgspec.Struct, frozen=True):
    """What a release is compiled from. `today` is a proleptic day number."""

    incidents: Iterable[Incident]
    orders: Iterable[Order]
    headers: Sequence[ReportHeader]
    policy: Policy
    regions: Regions
    units: Units
    today: int
    name: Name
    earlier: Sequence[Kept] = ()


def compiled(given: Given) -> Release:
    """All that may leave."""
    pages = _pages(given)
    sources = Sources(given.policy, given.regions, given.units, {r: page.url for r, page in pages.items()})
    why: Counter[tuple[str, str]] = Counter()
    candidates = list(_candidates(given, sources, why))
    again, new = known_again(given.earlier, candidates)
    told_again, gone = repeated(again, given.policy)
    why.update(("incident", reason) for _, reason in gone)
    found, alone = cells(new, given.policy)
    why.update(("incident", ALONE) for _ in alone)
    fresh = _fresh(found, given)
    rows = sorted((*(row for _, row in told_again), *(kept.row for kept, _ in fresh)), key=lambda row: row.id)
    members = [(row, each.candidate) for each, row in told_again]
    members += [(kept.row, each) for kept, each in fresh]
    orders = list(_orders(given, sources, why))
    urls = {url for _, each in members for url in each.pages} | {url for _, those in orders for url in those}
    cited = _numbered(pages.values(), urls)
    live = {row.id for row in rows}
    return Release(
        rows=tuple(rows),
        orders=tuple(_with_pages(order, urls, cited) for order, urls in orders),
        groups=tuple(_groups(members, cited)),
        pages=tuple(cited.values()),
        withheld=tuple(_withheld(why)),
        withdrawn=tuple(sorted(k.row.id for k in given.earlier if k.row.id not in live)),
        unique=tuple(unique(rows, [c for c in candidates if c.published], given.policy)),
        kept=tuple(remembered(given.earlier, told_again, [kept for kept, _ in fresh])),
    )


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
    for incident in given.incidents:
        late = _too_early(incident, given, published)
        made = late or candidate(incident, sources)
        if isinstance(made, str):
            why["incident", made] += 1
        else:
            yield made


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
    used = {kept.row.id for kept in given.earlier} | {kept.row.group for kept in given.earlier}
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
) -> Iterable[tuple[ReleasedOrder, tuple[str, ...]]]:
    for order in given.orders:
        published = all(report in sources.pages for report in order.reports)
        if not published and given.policy.orders.unpublished == "withhold":
            why["order", "not every report of it is a published page"] += 1
            continue
        name = given.name(f"order/{first_account(order)}")
        pages = tuple(sorted({sources.pages[r] for r in order.reports})) if published else ()
        yield released_order(order, sources, name=name, published=published), pages


def _numbered(pages: Iterable[Page], urls: set[str]) -> dict[str, Page]:
    cited = {page.url: page for page in pages if page.url and page.url in urls}
    ordered = sorted(cited.values(), key=lambda page: (page.published, page.url))
    return {page.url: msgspec.structs.replace(page, number=n) for n, page in enumerate(ordered, 1)}


def _with_pages(order: ReleasedOrder, urls: tuple[str, ...], cited: Mapping[str, Page]) -> ReleasedOrder:
    return msgspec.structs.replace(order, pages=_numbers(urls, cited))


def _numbers(urls: Iterable[str], cited: Mapping[str, Page]) -> tuple[int, ...]:
    return tuple(sorted({cited[url].number for url in urls if url in cited}))


def _groups(members: Iterable[tuple[Row, Candidate]], cited: Mapping[str, Page]) -> Iterable[Group]:
    by_group: dict[str, list[tuple[Row, Candidate]]] = defaultdict(list)
    for row, each in members:
        by_group[row.group].append((row, each))
    for group, those in sorted(by_group.items()):
        urls = {url for _, each in those for url in each.pages}
        outcomes = len({row.outcome for row, _ in those})
        yield Group(group, len(those), those[0][0].published, outcomes, _numbers(urls, cited))


def _withheld(why: Counter[tuple[str, str]]) -> Iterable[Withheld]:
    for (what, reason), number in sorted(why.items()):
        yield Withheld(what, reason, number)  # type: ignore[arg-type]
