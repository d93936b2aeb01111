"""Records in lines → what they tell together."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from holdfire.corroboration.corroborating import Corroborated, corroborate
from holdfire.model.record import Record


@dataclass(slots=True)
class RecordLines:
    """Lines of records; `complain` is told of each that holds none, and the rest goes on."""

    lines: Iterable[bytes]
    complain: Callable[[str], None]
    failed: int = field(default=0, init=False)

    def __iter__(self) -> Iterator[Record]:
        decoder = msgspec.json.Decoder(Record)
        for number, line in enumerate(self.lines, 1):
            if not line.strip():
                continue
            try:
                yield decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                self.failed += 1
                self.complain(_problem(number, line, error))


def corroborated(records: Iterable[Record]) -> Corroborated:
    """What the records tell together; a record that comes twice counts once."""
    once = {(record.report.source_id, record.report.id): record for record in records}
    return corroborate(once.values())


def _problem(number: int, line: bytes, error: Exception) -> str:
    if line.lstrip().startswith(b'{"id"') and b'"error"' in line:
        return f"line {number} is a report that could not be read: left out"
    remedy = "give lines of `holdfire read --format json --with-text --jsonl`"
    return f"line {number} is no record ({error}); {remedy}"
