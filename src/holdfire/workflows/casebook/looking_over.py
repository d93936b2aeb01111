"""The files of a release, before they take their names → refused where they say what must stay.

A release is built so that nothing else can leave. This looks at what was written as somebody would who has
the casebook beside it, and knows nothing of how it was made.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from holdfire.assessment.units import shipped_units
from holdfire.errors import BookError
from holdfire.exports.released.addresses import page_id
from holdfire.exports.released.formats import files
from holdfire.exports.released.inside import texts
from holdfire.model.record import Record
from holdfire.reading.english.places.place_words import place_words
from holdfire.release.leaks import Allowed, Leak, Leaks, Phrases, Written, allowed
from holdfire.release.policy import LONGEST_QUOTE
from holdfire.release.publication import Publication
from holdfire.release.quotes import is_quotable
from holdfire.release.secrets import Secret
from holdfire.release.specimen import said_days, specimen

AT_ONCE = 1 << 20
MOST = 5


def look_over(folder: Path, told: Publication, records: Iterable[Record], beside: Iterable[Secret]) -> None:
    """BookError where a folder of files says what must stay: it names the field and the file."""
    written = Written(_allowed(told))
    for file, text in _texts(folder):
        written.take(file, text)
    leaks = Leaks(written, place_words().common)
    found: dict[str, Leak] = {}
    for leak in _leaks(folder, told, leaks, records, beside):
        found.setdefault(leak.said, leak)
        if len(found) == MOST:
            break
    if found:
        raise BookError(_named(found.values()), remedy="nothing was written; withhold the field, or the page")


def _leaks(
    folder: Path, told: Publication, leaks: Leaks, records: Iterable[Record], beside: Iterable[Secret]
) -> Iterator[Leak]:
    yield from leaks.of(beside)
    for record in records:
        yield from leaks.of_record(record)
    if leaks.phrases:
        phrases = Phrases(leaks.phrases)
        for text in _ours(told):
            phrases.allow(text)
        for file, text in _texts(folder):
            yield from phrases.leaks(file, text)


def _allowed(told: Publication) -> Allowed:
    """What a release may say: what ours say in any, and what its pages are called."""
    regions = {alike.region for alike, _, _ in told.incidents.counted() if alike.region}
    points = {str(each) for region in regions for each in (region.lat, region.lon)}
    ids = chain(
        told.incidents.ids(),
        (group.id for group in told.groups),
        (order.id for order in told.orders),
        map(page_id, told.pages),
        told.withdrawn,
    )
    return allowed(_ours(told), days=said_days(told), points=points, ids=ids)


def _ours(told: Publication) -> Iterator[str]:
    """All that is ours in a release, and what its pages are called."""
    for page in told.pages:
        yield f"{page.title} {page.outlet} {page.url} {page.language}"
    yield from (quote.exact for quote in told.quotes if is_quotable(quote.exact, most=LONGEST_QUOTE))
    for file in files(specimen(told, shipped_units())):
        yield from _of_pieces(file.path, file.pieces)


def _of_pieces(path: str, pieces: Iterable[bytes]) -> Iterator[str]:
    return texts(path, b"".join(pieces))


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    """What the files of a folder say, with their paths; a large text comes in parts that end with a line."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        name = str(path.relative_to(folder))
        with path.open("rb") as handle:
            head = handle.read(8)
            handle.seek(0)
            if head[:4] in (b"%PDF", b"PAR1", b"\x89PNG") or head[:2] in (b"PK", b"\x1f\x8b"):
                yield from ((name, text) for text in texts(name, handle.read()))
                continue
            while part := handle.read(AT_ONCE):
                part += handle.readline()
                yield from ((name, text) for text in texts(name, part))


def _named(found: Iterable[Leak]) -> str:
    each = (f"{leak.secret.field} of {leak.secret.whose} ({leak.said!r}) in {leak.file}" for leak in found)
    return "what must stay would leave: " + "; ".join(each)
