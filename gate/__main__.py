"""`python -m gate`: read the gold reports, show how well, and fail where a slot is below its floor."""

import argparse
import sys
from collections.abc import Sequence

from gate import floors
from gate.development import development
from gate.errors import differences, listed
from gate.floors import Floors, Result
from gate.gold import corpus_digest
from gate.run import Run, run
from gate.scoring import summed
from gate.table import moves, slot_table
from gate.tally import total
from holdfire.workflows.readers import english_reader

PASSED, FAILED = 0, 1
CHANGED = "the gold reports have changed since the floors were pinned: look at the table, then --accept"
NONE_YET = "no floors are pinned yet: look at the table, then --accept"
OWN_COMMIT = "This is to be a commit of its own, with its reason in the message."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; the exit status is 1 where it does not pass."""
    wanted = _arguments().parse_args(arguments)
    runs = run(english_reader())
    if wanted.errors:
        say(*listed(list(differences(runs))))
        return PASSED
    result, pinned = result_of(runs), floors.load()
    say(*slot_table(result, pinned))
    if pinned is not None:
        say(*moves(result, pinned))
    for line in development(quick=not wanted.development):
        say(line)
    unread = [f"{each.gold.id} could not be read: {each.problem}" for each in runs if each.problem]
    say(*unread)
    if wanted.accept and not unread:
        return accept(result, pinned)
    status = judged(result, pinned, raising=wanted.raising)
    return FAILED if unread else status


def result_of(runs: Sequence[Run]) -> Result:
    """The counts of a run, by slot and by report."""
    reports = {each.gold.id: total(each.scores.values()) for each in runs}
    return Result(corpus_digest(), summed([each.scores for each in runs]), reports)


def judged(result: Result, pinned: Floors | None, *, raising: bool) -> int:
    """Hold a result against the floors, and pin it where it may only raise them."""
    if pinned is None:
        say(NONE_YET)
        return FAILED
    if result.corpus != pinned.last.corpus:
        say(CHANGED)
        return FAILED
    if under := floors.below(result, pinned.floors):
        say(f"below the floor: {', '.join(under)}")
        return FAILED
    if raising:
        floors.save(floors.raised(result, pinned))
        say("floors raised")
    return PASSED


def accept(result: Result, pinned: Floors | None) -> int:
    """Pin a result as it is, whatever it lowers."""
    new = floors.accepted(result)
    floors.save(new)
    for slot, (before, after) in floors.lowered(new, pinned).items():
        say(f"lowered: {slot} from {before:.2f} to {after:.2f}")
    if pinned is not None and pinned.last.corpus != result.corpus:
        say("another corpus is pinned")
    say(OWN_COMMIT)
    return PASSED


def say(*lines: str) -> None:
    """Print each line at once."""
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m gate", description=__doc__)
    parser.add_argument("--development", action="store_true", help="also run every scorer in ../shared/tools")
    parser.add_argument("--errors", action="store_true", help="show each difference instead of the table")
    pinning = parser.add_mutually_exclusive_group()
    pinning.add_argument("--raise", dest="raising", action="store_true", help="pin higher floors")
    pinning.add_argument("--accept", action="store_true", help="pin lower floors or another corpus")
    return parser


if __name__ == "__main__":
    sys.exit(main())
