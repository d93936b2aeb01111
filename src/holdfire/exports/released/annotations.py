"""Publication → W3C Web Annotations: each cited page, with the groups and orders that it tells, in codes.

The bodies are codes of ours. Where a few words of the page may leave, the target is these words (TextQuote)
where they stand in the page's text as it was read (TextPosition); else it is the whole page.
"""

from collections.abc import Iterator

import msgspec

from holdfire.exports.released.addresses import urn
from holdfire.release.publication import Publication
from holdfire.release.quotes import Quote
from holdfire.release.released import Group, ReleasedOrder
from holdfire.views.released import clause, order_title

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotations(told: Publication) -> Iterator[bytes]:
    """One AnnotationCollection with a single page of all annotations, in pieces."""
    total = sum(1 for _ in _all(told))
    encode = msgspec.json.encode
    head = {
        "@context": CONTEXT,
        "id": urn("annotations", told.day),
        "type": "AnnotationCollection",
        "total": total,
    }
    page = {"id": urn("annotations", f"{told.day}:1"), "type": "AnnotationPage", "startIndex": 0}
    yield encode(head)[:-1] + b',"first":' + encode(page)[:-1] + b',"items":['
    for number, each in enumerate(_all(told)):
        yield (b",\n" if number else b"\n") + encode(each)
    yield b"]}}\n"


def _all(told: Publication) -> Iterator[dict[str, object]]:
    quotes = {(quote.of, quote.page): quote for quote in told.quotes}
    things: list[Group | ReleasedOrder] = [*told.groups, *told.orders]
    for thing in things:
        kind = "group" if isinstance(thing, Group) else "order"
        for number in thing.pages:
            page = told.pages[number - 1]
            target: dict[str, object] = {"id": page.url, "type": "Text"}
            if page.language:
                target["language"] = page.language
            made: dict[str, object] = {
                "id": urn("annotation", f"{thing.id}:{number}"),
                "type": "Annotation",
                "motivation": "classifying",
                "created": f"{told.day}T00:00:00Z",
                "generator": {"id": urn("software", "holdfire"), "type": "Software", "name": told.by},
                "body": [
                    {"id": urn(kind, thing.id), "type": "SpecificResource", "source": urn(kind, thing.id),
                     "purpose": "identifying"},
                    {"type": "TextualBody", "value": _said(thing), "format": "text/plain", "language": "en",
                     "purpose": "describing"},
                ],
                "target": _part(target, quotes.get((thing.id, number))),
            }  # fmt: skip
            yield made


def _part(page: dict[str, object], quote: Quote | None) -> dict[str, object]:
    """A page, or the words of it that are quoted."""
    if quote is None:
        return page
    exact = {"type": "TextQuoteSelector", "exact": quote.exact}
    place = {"type": "TextPositionSelector", "start": quote.start, "end": quote.end}
    return {"type": "SpecificResource", "source": page, "selector": [exact, place]}


def _said(thing: Group | ReleasedOrder) -> str:
    if isinstance(thing, Group):
        return f"One of the pages that tell the {thing.size} incidents of this group"
    return "; ".join([order_title(thing), *map(clause, thing.clauses)])
