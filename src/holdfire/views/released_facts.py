"""A publication → what stands at its head: its title, a sentence, a few numbers, licence and citation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from holdfire.release.coarsening import days_of
from holdfire.release.licences import LICENCES
from holdfire.release.publication import Publication
from holdfire.views.dates import say_date
from holdfire.views.released import country

MOST_NAMED = 4
HEADLINE = "What armed forces were ordered to do, and what they did"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and the page that shows it."""

    number: str
    words: str
    to: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The head of a publication, in words; `least` is the least k that its rows were grouped by."""

    title: str
    kicker: str
    headline: str
    sentence: str
    figures: tuple[Figure, ...]
    span_sentence: str
    least: int
    made: str
    licence: str
    licence_url: str
    citation: str


def facts(told: Publication) -> Facts:
    """The head of a publication."""
    where, when = _countries(told), _span(told)
    about = ", ".join(filter(None, (where, when)))
    title = f"Force at the border: {about}" if about else "Force at the border"
    day, by = say_date(told.day), f"{told.publisher}: " if told.publisher else ""
    name, url = LICENCES.get(told.licence, ("", ""))
    return Facts(
        title=title,
        kicker=" · ".join(filter(None, ("Force at the border", where, when))),
        headline=HEADLINE,
        sentence=_sentence(told, where, when),
        figures=tuple(_figures(told)),
        span_sentence=f"All that is shown lies in {when}." if when else "No date is published.",
        least=min((told.k[row.published] for row, _, _ in told.incidents.counted()), default=0),
        made=f"Compiled by {told.by} on {day}{f' for {told.publisher}' if told.publisher else ''}.",
        licence=f"Licence of this data: {name}." if name else "No licence is given: ask who published this.",
        licence_url=url,
        citation=f"{by}{title}. Compiled with {told.by}, {day}.",
    )


def _countries(told: Publication) -> str:
    regions = {row.region for row, _, _ in told.incidents.counted()}
    regions |= {region for order in told.orders for region in order.regions}
    codes = {code for region in regions if region is not None for code in region.country.split("/")}
    names = sorted(map(country, codes))
    return _listed(names) if len(names) <= MOST_NAMED else f"{len(names)} countries"


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _span(told: Publication) -> str:
    years = sorted({year for period in _periods(told) for year in _years(period)})
    return "" if not years else f"{years[0]}" if years[0] == years[-1] else f"{years[0]} to {years[-1]}"


def _periods(told: Publication) -> Iterator[str]:
    yield from {row.period for row, _, _ in told.incidents.counted()}
    for order in told.orders:
        yield from (order.issued, order.effective_from)


def _years(period: str) -> Iterable[int]:
    days = days_of(period) if period else None
    return () if days is None else {date.fromordinal(day).year for day in (days.first, days.last)}


def _sentence(told: Publication, where: str, when: str) -> str:
    counted = [_many(len(told.incidents), "incident"), _many(len(told.orders), "order")]
    things = " and ".join(each for each in counted if each)
    place = f" in {where}" if where else ""
    pages = _many(len(told.pages), "published page")
    by = f"as {pages} tell{'s' if len(told.pages) == 1 else ''} them" if pages else "as accounts tell them"
    return f"{things}{place}{f', {when},' if when else ''} {by}."


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}" if number else ""


def _figures(told: Publication) -> Iterator[Figure]:
    yield Figure(f"{len(told.incidents):,}", "incidents", "incidents.html")
    told_as_fact = (
        (each.outcome.killed, number)
        for _, each, number in told.incidents.counted()
        if each.telling.status == "happened"
    )
    least = sum((toll.low or 0) * number for toll, number in told_as_fact if toll is not None)
    if least:
        yield Figure(f"{least:,}", "killed, adding up the least that is told as fact", "incidents.html")
    if told.orders:
        yield Figure(f"{len(told.orders):,}", "orders", "orders.html")
    yield Figure(f"{len(told.pages):,}", "published pages cited", "sources.html")
