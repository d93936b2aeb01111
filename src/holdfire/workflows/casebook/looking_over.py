"""The files of a release, before they take their names → refused where they say what must stay.

A release is built so that nothing else can leave. This looks at what was written as somebody would who has
the casebook beside it, and knows nothing of how it was made: each file is read again from where it was put.
That is done while others are written, and in the end for all that is there and was not looked at as it is.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from holdfire.assessment.units import shipped_units
from holdfire.errors import BookError
from holdfire.exports.released.addresses import page_id
from holdfire.exports.released.formats import files
from holdfire.exports.released.inside import texts
from holdfire.exports.released.sheets import Sheet, printed, words_of
from holdfire.model.record import Record
from holdfire.reading.english.places.place_words import place_words
from holdfire.release.leaks import Allowed, Leak, Leaks, Phrases, Strange, Written, allowed, strange
from holdfire.release.policy import LONGEST_QUOTE
from holdfire.release.publication import Publication
from holdfire.release.quotes import is_quotable
from holdfire.release.secrets import Secret
from holdfire.release.specimen import bare, said_days, specimen
from holdfire.workflows.casebook.pieces import Lot, Piece, Size, files_in, lots, pieces, size
from holdfire.workflows.processes import Processes

MOST = 5
OFTEN = 20
"""One of so many dossiers of a specimen is printed."""
SMALL = 5_000
"""So many incidents are written and looked at before other processes would have begun."""
Answer = Callable[[], Strange]
T = TypeVar("T")


class Look:
    """The last look at a folder, in so many processes."""

    def __init__(self, folder: Path, told: Publication, *, jobs: int = 1) -> None:
        self._folder, self._told, self._jobs = folder, told, jobs
        self._allowed = _allowed(told)
        several = jobs if len(told.incidents) >= SMALL else 1
        self._processes = Processes(partial(_itself, self._allowed), several)
        self._said: dict[str, tuple[Size, list[Answer]]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._processes.stop()

    def bind(self, sheets: Iterable[Sheet]) -> Iterator[bytes]:
        """The dossiers that sheets make."""
        return self._processes.each(_printed, sheets)

    def at(self, file: str) -> None:
        """Look at a file that was written."""
        asked = [self._processes.ask(_strange, piece) for piece in pieces(self._folder, file)]
        self._said[file] = size(self._folder, file), asked

    def hold(self, records: Iterable[Record], beside: Iterable[Secret]) -> None:
        """BookError where the folder says what must stay: it names the field and the file."""
        leaks = Leaks(self._written(), place_words().common)
        found: dict[str, Leak] = {}
        for leak in self._leaks(leaks, records, beside):
            found.setdefault(leak.said, leak)
            if len(found) == MOST:
                break
        if found:
            remedy = "nothing was written; withhold the field, or the page"
            raise BookError(_named(found.values()), remedy=remedy)

    def _written(self) -> Written:
        """What all files say that is not allowed."""
        written = Written(self._allowed)
        there = files_in(self._folder)
        for file in there:
            if file not in self._said or self._said[file][0] != size(self._folder, file):
                self.at(file)
        for file in there:
            for answer in self._said[file][1]:
                written.add(file, answer())
        self._processes.stop()
        return written

    def _leaks(self, leaks: Leaks, records: Iterable[Record], beside: Iterable[Secret]) -> Iterator[Leak]:
        yield from leaks.of(beside)
        phrases = leaks.taken()
        with Processes(partial(_itself, leaks), self._jobs) as processes:
            for found, more in processes.each(_of_lot, lots(records)):
                yield from found
                for said, secret in more.items():
                    phrases.setdefault(said, secret)
        if phrases:
            yield from self._said_in_order(phrases)

    def _said_in_order(self, phrases: dict[str, Secret]) -> Iterator[Leak]:
        """The phrases that files say, and that are none of ours."""
        held, first = Phrases(phrases), dict[int, str]()
        every = [piece for file in files_in(self._folder) for piece in pieces(self._folder, file)]
        with Processes(partial(Phrases, phrases), self._jobs) as processes:
            for piece, numbers in zip(every, processes.each(_numbers, every), strict=True):
                for number in numbers:
                    first.setdefault(number, piece.file)
        ours = held.numbers(_ours(self._told)) if first else set()
        yield from (held.leak(number, file) for number, file in first.items() if number not in ours)


def _itself(made: T) -> T:
    return made


def _printed(_: Allowed, sheet: Sheet) -> bytes:
    return printed(sheet)


def _strange(may_be_said: Allowed, piece: Piece) -> Strange:
    return strange(piece.said(), may_be_said)


def _of_lot(leaks: Leaks, lot: Lot) -> tuple[list[Leak], dict[str, Secret]]:
    return [leak for record in lot for leak in leaks.of_record(record)], leaks.taken()


def _numbers(phrases: Phrases, piece: Piece) -> list[int]:
    return sorted(phrases.numbers(piece.said()))


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
    for file in chain(files(specimen(told, shipped_units()), bind=_some_printed), files(bare(told))):
        yield from _of_pieces(file.path, file.pieces)


def _some_printed(sheets: Iterable[Sheet]) -> Iterator[bytes]:
    """Some dossiers, which say what stands in such a file beside its words; of the others the words alone."""
    for number, sheet in enumerate(sheets):
        yield words_of(sheet).encode() if number % OFTEN else printed(sheet)


def _of_pieces(path: str, pieces: Iterable[bytes]) -> Iterator[str]:
    return texts(path, b"".join(pieces))


def _named(found: Iterable[Leak]) -> str:
    each = (f"{leak.secret.field} of {leak.secret.whose} ({leak.said!r}) in {leak.file}" for leak in found)
    return "what must stay would leave: " + "; ".join(each)
