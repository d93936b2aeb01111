"""A casebook → lists for an estimate: each outlet's own lines of testimony, and the incidents they tell of.

A line belongs to the outlet that had it first: whoever copies it has no list of their own for it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from holdfire.analysis.happenings import days_between, happening
from holdfire.analysis.lists import Lists, lists_of
from holdfire.analysis.occurrences import towns_of
from holdfire.errors import HoldfireError
from holdfire.model.corroborated import Incident, Line
from holdfire.model.record import ReportHeader
from holdfire.model.truth import Truth
from holdfire.workflows.analysis.casebook_trend import Asked, day_given
from holdfire.workflows.analysis.counting import UNNAMED
from holdfire.workflows.casebook.selecting import Held, in_places, of_kind, places_named, published

MOST_NAMED = 4
"""So many outlets are lists by themselves; all others are one more."""
OTHERS = "(other outlets)"


def lists_in(held: Held, asked: Asked) -> tuple[Lists, str, tuple[str, ...]]:
    """The lists of a casebook's incidents, what they are of in words, and what was left out."""
    headers = held.named
    incidents = of_kind(held.case.told.incidents, asked.kinds)
    chosen = list(_chosen(held, asked, incidents))
    on = [frozenset(_outlet(line, headers) for line in each.lines) for each in chosen]
    if not on:
        raise HoldfireError("no incident here is of that kind, place and time", remedy="ask for more of them")
    often = Counter(name for names in on for name in names)
    order = [name for name, _ in sorted(often.items(), key=lambda one: (-one[1], one[0]))]
    first, rest = (order, []) if len(order) <= MOST_NAMED + 1 else (order[:MOST_NAMED], order[MOST_NAMED:])
    together = [frozenset(OTHERS if name in rest else name for name in names) for names in on]
    names = (*first, *((OTHERS,) if rest else ()))
    return lists_of(names, together), _title(asked), tuple(_notes(len(incidents) - len(chosen), rest, often))


def _chosen(held: Held, asked: Asked, incidents: Iterable[Incident]) -> Iterator[Incident]:
    """The incidents that are surely in the places asked about, and within the time."""
    places = places_named(asked.places, held.own)
    where = in_places(places, held.case.ledger)
    since, until = day_given(asked.since), day_given(asked.until)
    for incident in incidents:
        if places and where(towns_of(incident)) is not Truth.YES:
            continue
        if since or until:
            found = happening(incident, published(held, incident))
            if found is None or (since and found.first < since[0]) or (until and found.last > until[1]):
                continue
        yield incident


def _outlet(line: Line, headers: Mapping[str, ReportHeader]) -> str:
    """The outlet of the report of a line that came out first."""
    known = [headers[report] for report in line.reports if report in headers]
    first = min(known, key=_came_out, default=None)
    return (first.outlet if first else None) or UNNAMED


def _came_out(header: ReportHeader) -> tuple[int, str]:
    days = days_between(header.published) if header.published else None
    return (days[0] if days else 10**7, header.id)


def _title(asked: Asked) -> str:
    kinds = ", ".join(asked.kinds) or "use of force"
    where = f" in {', '.join(asked.places)}" if asked.places else ""
    since = f" from {asked.since}" if asked.since else ""
    until = f" to {asked.until}" if asked.until else ""
    return (
        f"Incidents ({kinds}){where}{since}{until}, by the outlets whose own lines of testimony tell of them"
    )


def _notes(left_out: int, rest: Sequence[str], often: Mapping[str, int]) -> Iterator[str]:
    yield "Outlets that share a source are one line here only where the reports show it."
    if rest:
        told = ", ".join(rest[:4]) + (" …" if len(rest) > 4 else "")
        yield f"{len(rest)} outlets are one list together: {told}."
    if often.get(UNNAMED):
        yield f"Reports that name no outlet are taken for one; incidents told by them: {often[UNNAMED]}."
    if left_out:
        yield f"Left out, for they may lie elsewhere or at another time: {left_out}."
