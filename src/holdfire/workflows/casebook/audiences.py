"""Who may be told of what a casebook holds, as its keeper says; each change is in the log."""

import hashlib
import re

import msgspec

from holdfire.errors import BookError
from holdfire.release.audience import WIDTHS, Audience, Said, Width, least_k
from holdfire.store.book import Book, Reader
from holdfire.store.rows import AudienceRow, Entry
from holdfire.workflows.casebook.accounts import Ask, require_right
from holdfire.workflows.casebook.moment import now

_NAME = re.compile(r"[a-z][a-z0-9-]{0,29}")


def set_audience(book: Book, name: str, width: Width, *, who: str, ask: Ask) -> None:
    """Name an audience, and how wide it is. BookError where that will not do."""
    if not _NAME.fullmatch(name) or name in WIDTHS:
        why = "is a width of its own" if name in WIDTHS else "is no name for an audience"
        raise BookError(f"{name!r} {why}", remedy="use up to 30 small letters, digits and hyphens")
    before = book.releases.audiences().get(name)
    told = {past.audience for past in book.releases.pasts()}
    if before is not None and before.width != width and name in told:
        problem = f"{name} was told something already, as {before.width}"
        raise BookError(problem, remedy="what left cannot be called back: take another name")
    _write(book, Said(name, width), who=who, ask=ask)


def set_least(book: Book, width: Width, k: int, *, who: str, ask: Ask) -> None:
    """Say how many must stand together at least before all audiences of a width."""
    if k < least_k(width):
        raise BookError(
            f"k is at least {least_k(width)} for {width}", remedy="nobody else is told of one alone"
        )
    now_k = {each.name: each.k for each in book.releases.audiences().values() if each.name in WIDTHS}
    after = [(now_k | {width: k})[each] for each in WIDTHS]
    if after != sorted(after):
        said = ", ".join(f"{each} {now_k[each]}" for each in WIDTHS)
        raise BookError("a wider audience needs no fewer together than a narrower one", remedy=f"now: {said}")
    _write(book, Said(width, width, k), who=who, ask=ask)


def of_width(name: str) -> Width:
    """A width by its name."""
    found = next((width for width in WIDTHS if width == name), None)
    if found is None:
        raise BookError(
            f"{name!r} is no width", remedy=f"one of {', '.join(WIDTHS)}; k is the same for all of one"
        )
    return found


def audience(book: Reader, name: str) -> Audience:
    """An audience of a casebook; BookError where its keeper named none like this."""
    known = book.releases.audiences()
    if name not in known:
        remedy = f"it has {', '.join(known)}; a keeper names others with `holdfire audience set`"
        raise BookError(f"the casebook has no audience {name!r}", where=book.where, remedy=remedy)
    return known[name]


def _write(book: Book, said: Said, *, who: str, ask: Ask) -> None:
    require_right(book, who, "audiences", ask)
    at, last = now(), book.log.last()
    made = hashlib.sha256(msgspec.json.encode([*said, at, last.seq if last else 0])).hexdigest()
    with book.change(who=who, at=at) as change:
        change.write([Entry(AudienceRow(id=made, name=said.name, width=said.width, k=said.k))])
