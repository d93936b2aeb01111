"""Settings → zones, reviews and expectations."""

from typing import Any

from holdfire.model.grounded import ground
from holdfire.model.setting import Expectation, Review, Zone
from holdfire.model.span import Span
from holdfire.model.statement import Setting
from holdfire.reading.english.phrases.widths import find_widths
from holdfire.reading.resolving.parties import Cast
from holdfire.reading.resolving.scene import Scene
from holdfire.reading.resolving.strips import zone_strip

NEAR = 25
ALONG_WITHIN = 60


def zone(told: Setting, scene: Scene, cast: Cast) -> Zone:
    """A zone with its width, the line it follows and when it was set up."""
    span = told.content or told.cue
    whole = scene.sentence(told.sentence)
    widths = [w for w in find_widths(scene.words, whole) if _gap(w[0], span) < NEAR]
    if widths and widths[0][0].overlaps(span):
        span = span.joined(widths[0][0])
    along = [p for p in scene.places_in(whole) if 0 <= p.span.start - span.end < ALONG_WITHIN]
    dates = scene.dates_of(told)
    strip = (
        zone_strip(widths[0][1], along[0], span.joined(along[0].span), scene) if widths and along else None
    )
    return Zone(
        name=ground(span.of(scene.words), scene.words, span, rule=told.rule),
        width_km=ground(widths[0][1], scene.words, widths[0][0], rule="width.length") if widths else None,
        along=scene.place(along[0]) if along else None,
        area=strip,
        closed_hours=scene.hours_in(whole),
        established=scene.date(dates[0]) if dates else None,
        attribution=cast.voices(told.attribution, told.cue),
    )


def review(told: Setting, scene: Scene, cast: Cast) -> Review | None:
    """An authority's review of its forces, with the time that it covers."""
    if told.about is None:
        return None
    span = told.content or told.cue
    covered = next(iter(scene.dates_in(span)), None)
    return Review(
        of=cast.party(told.about, told.rule),
        reviewer=cast.issuer_of(told.holder, told.rule),
        period=scene.date(covered) if covered is not None and covered.value else None,
        attribution=cast.voices(told.attribution, told.cue),
    )


def expectation(told: Setting, scene: Scene, cast: Cast) -> Expectation | None:
    """What someone fears, hopes or predicts."""
    content = scene.quoted(told.content, told.rule)
    if content is None:
        return None
    kind: Any = told.kind
    holder = cast.bound(told.holder, cast.issuer, told.rule) if told.holder is not None else None
    return Expectation(content, holder, kind, cast.voices(told.attribution, told.cue))


def _gap(left: Span, right: Span) -> int:
    if left.overlaps(right):
        return 0
    return max(left.start, right.start) - min(left.end, right.end)
