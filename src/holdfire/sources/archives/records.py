"""The bytes of a web archive → its records: adds where each lies; names each place that cannot be read.

FastWARC raises nothing where an archive is cut off, so lengths are compared; at damage it raises and stops,
so the next record is looked for from there. A record is given only once the one after it was found in its
place, or its end was found to be sound.
"""

from collections.abc import Generator, Iterator
from typing import IO, NamedTuple

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from holdfire.sources.archives.digests import agrees
from holdfire.sources.archives.resync import (
    begins_within,
    end_of_record,
    is_one_piece,
    is_packed,
    next_record,
)
from holdfire.sources.limits import REPORT

_ADDRESSED = WarcRecordType.response | WarcRecordType.resource
_WANTED = _ADDRESSED | WarcRecordType.warcinfo


class Record(NamedTuple):
    """A record: where it begins, how many bytes it takes there, and what it holds.

    `headers` have their names in lower case. `block` is empty for kinds of records that hold no report.
    Neither offset nor length is known in an archive that was packed in one piece. `doubts` are reasons to
    think that it is not whole.
    """

    headers: dict[str, str]
    block: bytes
    at: int | None = None
    length: int | None = None
    doubts: tuple[str, ...] = ()


class Gap(NamedTuple):
    """A place that cannot be read, and why."""

    at: int | None
    problem: str


class _Held(NamedTuple):
    """A record that was read and waits for what follows it."""

    at: int
    size: int
    record: Record


class _UnusableError(Exception):
    """A record that cannot be given; its text says why."""


_Run = Generator[Record | Gap, None, int | None]


def records_of(stream: IO[bytes]) -> Iterator[Record | Gap]:
    """The records of an archive one after another, with the gaps between them."""
    if is_one_piece(stream):
        for found in _OnePiece(stream).run(0):
            yield (
                found._replace(at=None, length=None) if isinstance(found, Record) else found._replace(at=None)
            )
        return
    archive = _Archive(stream)
    at: int | None = 0
    while at is not None and at < archive.size:
        at = yield from archive.run(at)


class _Archive:
    """An archive that can be entered at any of its records."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.size = stream.seek(0, 2)
        self._stream = stream
        stream.seek(0)
        self._packed = is_packed(stream.read(3))

    def run(self, start: int) -> _Run:
        """Give records from an offset on until the archive ends or is damaged; then, where to go on."""
        self._stream.seek(start)
        records = iter(ArchiveIterator(self._stream, parse_http=False))
        held: _Held | None = None
        while True:
            try:
                found = next(records, None)
            except OSError as error:
                return (yield from self._break(held, start, str(error)))
            if found is None:
                return (yield from self._end(held, start))
            if held is not None:
                yield held.record._replace(length=found.stream_pos - held.at)
            try:
                held = _read(found, sealed=self._packed)
            except (OSError, _UnusableError) as error:
                yield Gap(found.stream_pos, f"the record is damaged: {error}")
                return self.past(found.stream_pos, found.content_length)

    def _break(self, held: _Held | None, start: int, problem: str) -> _Run:
        """What follows `held` is no record: give it if it is sound, and name the place."""
        end = self.end_of(held.at, held.size) if held else None
        swallowed = held is not None and not self._packed and begins_within(held.record.block)
        if held is None or end is None or swallowed:
            at = held.at if held else start
            yield Gap(at, f"the record is damaged: {problem}")
            return self.past(at, None)
        doubts = () if self._packed else ("what follows it in the archive is damaged: it may not be whole",)
        yield held.record._replace(length=end - held.at, doubts=doubts)
        following = self.past(end - 1, None)
        if following != end:
            yield Gap(end, f"is no record: {problem}")
        return following

    def _end(self, held: _Held | None, start: int) -> _Run:
        """The archive seems to end after `held`: make sure that it does."""
        if held is None:
            yield Gap(start, "the record is damaged: it is cut off in its header")
            return self.past(start, None)
        end = self.end_of(held.at, held.size)
        if end is not None or self._packed:  # packed: all that it holds is there, only its checksum is not
            yield held.record._replace(length=(end or self.size) - held.at)
        if end is None:
            yield Gap(held.at, "the record is cut off at its end")
            return self.past(held.at, None)
        return end

    def end_of(self, at: int, length: int) -> int | None:
        """Where a record ends, None where it is not whole."""
        return end_of_record(self._stream, at, length, packed=self._packed)

    def past(self, at: int, length: int | None) -> int | None:
        """Where the first record after the one at `at` begins; its length is believed if a record follows."""
        end = self.end_of(at, length) if length is not None and not self._packed else None
        if end is not None and next_record(self._stream, end, packed=False) == end:
            return end
        return next_record(self._stream, at + 1, packed=self._packed)


class _OnePiece(_Archive):
    """An archive that was packed as a whole: it cannot be entered, nor can its records be placed."""

    def end_of(self, _at: int, _length: int) -> int | None:
        return self.size

    def past(self, _at: int, _length: int | None) -> int | None:
        return None


def _read(record: WarcRecord, *, sealed: bool) -> _Held:
    """A record with its block, made sure to be whole; `sealed`: gzip has held it against a checksum."""
    size = record.content_length
    if size > REPORT:
        raise _UnusableError(f"it is too large ({size / 1e6:,.0f} MB; the limit is {REPORT / 1e6:,.0f} MB)")
    headers = {name.lower(): value for name, value in record.headers.to_tuples()}
    if not {"warc-type", "content-length"} <= headers.keys():
        raise _UnusableError("its header is not whole")
    if record.record_type & WarcRecordType.unknown:
        raise _UnusableError(f'it is of no known kind ("{headers["warc-type"]}")')
    if record.record_type & _ADDRESSED and "warc-target-uri" not in headers:
        raise _UnusableError("its header gives no address")
    block = record.reader.read() if record.record_type & _WANTED else b""
    if record.record_type & _WANTED and len(block) != size:
        raise _UnusableError(f"it is cut off: {len(block):,} of its {size:,} bytes are there")
    if not sealed and agrees(block, headers.get("warc-block-digest", "")) is False:
        raise _UnusableError("its bytes do not have the digest that the archive gives for them")
    return _Held(record.stream_pos, size, Record(headers, block, record.stream_pos))
