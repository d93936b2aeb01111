"""Linked data (JSON-LD) in a page → what it says of the article: headline, publisher, date."""

import html
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any, NamedTuple

import msgspec

_KIND = "application/ld+json"
_MOST_BLOCKS = 20
_LONGEST = 200_000  # characters of a block; the longest articles, text and all, stay below
_MOST_OBJECTS = 2_000
_ARTICLE = re.compile(r".*(?:Article|Posting|Report)")


class Linked(NamedTuple):
    """What linked data says of the article on a page."""

    headline: str | None = None
    publisher: str | None = None
    published: str | None = None


NOTHING = Linked()


def linked_data(source: str) -> Linked:
    """What the page's linked data says of its article; blocks that are no JSON are passed over."""
    objects = list(islice(_objects(list(_blocks(source))), _MOST_OBJECTS))
    articles = [each for each in objects if _is_article(each)] or [
        each for each in objects if "datePublished" in each
    ]
    if not articles:
        return NOTHING
    article = articles[0]
    named = {each["@id"]: each for each in objects if isinstance(each.get("@id"), str) and "name" in each}
    return Linked(
        _text(article.get("headline")),
        _name(article.get("publisher"), named),
        _text(article.get("datePublished")),
    )


def _blocks(source: str) -> Iterator[Any]:
    at = 0
    for _ in range(_MOST_BLOCKS):
        kind = source.find(_KIND, at)
        start = source.find(">", kind) + 1
        at = source.find("</script", start, start + _LONGEST)
        if kind < 0 or not start or at < 0:
            return
        with suppress(msgspec.DecodeError, RecursionError, UnicodeEncodeError):
            yield msgspec.json.decode(source[start:at].strip())


def _objects(values: list[Any]) -> Iterator[dict[str, Any]]:
    """All objects within, those further out first."""
    for value in values:  # grows while it is walked
        if isinstance(value, dict):
            yield value
            values.extend(value.values())
        elif isinstance(value, list):
            values.extend(value)


def _is_article(each: dict[str, Any]) -> bool:
    kinds = each.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE.fullmatch(kind) for kind in kinds)


def _name(publisher: object, named: dict[str, dict[str, Any]]) -> str | None:
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    if isinstance(publisher, dict):
        return _text(publisher.get("name") or named.get(str(publisher.get("@id")), {}).get("name"))
    return _text(publisher)


def _text(value: object) -> str | None:
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None
