"""What a decision or a new report costs where many were brought together: `python -m benchmarks.bringing`.

The reports are those of `benchmarks.world` (10,000, or as many as are given). CPU time, one core: all of them
at once, and then each thing that may come in by itself.
"""

import sys
import time
from collections.abc import Sequence

import msgspec

from benchmarks.world import told
from holdfire.corroboration.clusters import Decisions
from holdfire.corroboration.corroborating import Changes, Corroboration
from holdfire.model.judgement import pair
from holdfire.model.record import Record

NUMBER = 10_000


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER
    records = {record.report.id: record for record in told(number + 1)}
    *first, last = records

    def asked(keys: Sequence[str]) -> list[tuple[str, Record]]:
        return [(key, records[key]) for key in keys]

    def again(name: str, changed: Sequence[str], decisions: Decisions) -> Changes:
        started = time.process_time()
        corroboration.take({key: records[key] for key in changed})
        made = corroboration.again(decisions, asked)
        things = f"{len(made.incidents):,} incidents and {len(made.orders):,} orders made"
        print(f"{name:34}{time.process_time() - started:9.2f} s   {things}", flush=True)
        return made

    corroboration = Corroboration()
    made = again(f"{number:,} reports at once", first, Decisions())
    several = next(each for each in made.incidents if len(each.accounts) > 1)
    decided = Decisions(different=frozenset([pair(*several.accounts[:2])]))
    again("two are different", (), decided)
    key = corroboration.key_of(several.accounts[0])
    (incident,) = records[key].incidents
    records[key] = msgspec.structs.replace(
        records[key], incidents=(msgspec.structs.replace(incident, means=None),)
    )
    again("a value is rejected", [key], decided)
    again("a report is new", [last], decided)


if __name__ == "__main__":
    main()
