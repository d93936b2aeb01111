"""Every stage → trail: the steps by which values came about, in the order of the words; drops nothing.

They are worked out when somebody asks, for most readings are never explained.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from holdfire.model.derivation import Rival, Step
from holdfire.model.span import Span
from holdfire.model.statement import Deed, Directive, Statement
from holdfire.reading.english.dates import ResolvedDate
from holdfire.reading.mentions import Mentions, PlaceMention
from holdfire.reading.resolving import Resolved

RIVALS = 3
"""How many other places of a name are told."""
Trail = Callable[[], tuple[Step, ...]]


def trail(mentions: Mentions, statements: Sequence[Statement], resolved: Resolved) -> Trail:
    """What gives the steps of one reading."""
    return partial(_steps, mentions, statements, resolved)


def _steps(mentions: Mentions, statements: Sequence[Statement], resolved: Resolved) -> tuple[Step, ...]:
    steps = [*_dates(resolved.scene.dates), *_places(mentions), *_statements(statements)]
    return tuple(sorted(steps, key=lambda step: (step.start, step.end)))


def _dates(dates: Sequence[ResolvedDate]) -> Iterator[Step]:
    for dated in dates:
        span, date, rule = dated.mention.span, dated, dated.mention.rule
        rivals = tuple(
            Rival(value, rule, span.start, span.end, f"chosen: {date.because or 'the stated date'}")
            for value in date.rivals
        )
        because = f" ({date.basis}: {date.because})" if date.because else ""
        yield Step("dates", rule, span.start, span.end, f"{date.value or 'no date'}{because}", rivals)


def _places(mentions: Mentions) -> Iterator[Step]:
    for found in mentions.places:
        place, span = found.place, found.span
        where = (
            f"{place.id}, {place.level}, precision {place.precision}" if place.id else "not in the gazetteer"
        )
        rivals = tuple(
            Rival(name, found.rule, span.start, span.end, "less likely here") for name in _others(found)
        )
        yield Step("places", found.rule, span.start, span.end, f"{place.name} ({where})", rivals)


def _others(found: PlaceMention) -> Iterator[str]:
    """The likeliest other places of a name."""
    others = sorted((c for c in found.candidates if c is not found.entry), key=lambda c: -c.population)
    for entry in others[:RIVALS]:
        yield f"{entry.name}, {entry.province or entry.country} ({entry.level})"


def _statements(statements: Sequence[Statement]) -> Iterator[Step]:
    for told in statements:
        for said in told.attribution:
            cue = said.cue
            yield Step("statements", said.rule, cue.start, cue.end, f"handed on ({said.stance})")
        if isinstance(told, Directive):
            yield Step(
                "statements",
                told.rule,
                told.cue.start,
                told.cue.end,
                f"{told.kind} with {len(told.norms)} {'clause' if len(told.norms) == 1 else 'clauses'}",
            )
            for norm in told.norms:
                yield Step("statements", norm.rule, *_ends(norm.act_span), f"{norm.modality}: {norm.act}")
        elif isinstance(told, Deed):
            yield Step("statements", told.rule, *_ends(told.cue), f"{told.act}, {told.mood}")
        else:
            yield Step("statements", told.rule, *_ends(told.cue), told.kind)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
