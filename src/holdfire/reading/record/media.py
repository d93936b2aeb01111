"""Captions → media: a picture's place, date and credit, kept away from every event."""

import re
from collections.abc import Sequence

from holdfire.model.grounded import ground
from holdfire.model.setting import Media
from holdfire.model.span import Span
from holdfire.model.text import Text
from holdfire.reading.english.dates import ResolvedDate, resolve_dates
from holdfire.reading.resolving.scene import Scene

CREDIT = re.compile(
    r"(?:image|photo|picture|credit|courtesy)(?: credit)?\s*[:/]\s*(?P<who>[^/\n.]+)"
    r"|\((?P<agency>AP|Reuters|AFP)[ /]",
    re.IGNORECASE,
)


def media_of(text: Text, scene: Scene) -> tuple[Media, ...]:
    """The pictures that a report's captions describe."""
    taken = resolve_dates(text.words, scene.mentions.caption_dates, published=None)
    return tuple(_media(span, scene, taken) for span in text.captions)


def _media(span: Span, scene: Scene, taken: Sequence[ResolvedDate]) -> Media:
    words = scene.words
    places = [p for p in scene.mentions.caption_places if span.contains(p.span)]
    dates = [d for d in taken if span.contains(d.mention.span) and d.value]
    credit = CREDIT.search(words, span.start, span.end)
    name = "who" if credit is not None and credit["who"] else "agency"
    return Media(
        caption=ground(span.of(words), words, span, rule="media.caption"),
        place=scene.place(places[0]) if places else None,
        taken=scene.date(dates[0]) if dates else None,
        credit=ground(
            credit[name].strip(),
            words,
            Span(credit.start(name), credit.start(name) + len(credit[name].strip())),
            rule="media.credit",
        )
        if credit is not None
        else None,
    )
