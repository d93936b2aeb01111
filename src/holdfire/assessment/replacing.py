"""What may replace each clause of an order, wherever it holds: worked out once for all questions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from holdfire.assessment.authority import at_least
from holdfire.assessment.history import History, later_than
from holdfire.assessment.reason import Reason
from holdfire.assessment.regulation import LETHAL, code, excludes
from holdfire.assessment.versions import Version
from holdfire.model.corroborated import Norm
from holdfire.model.truth import Truth

Gone = tuple[Reason | None, str | None]
"""What replaced a clause, with why and the id of the order."""
NOTHING: Gone = (None, None)
Found = tuple[Version, Truth, str, str]


@dataclass(frozen=True, slots=True)
class Replacing:
    """A later order that may replace a clause where it holds, with how and why.

    `surely` and `possibly` are the answers where it does so for sure, or may; `again` are still later orders
    that take up the earlier one again.
    """

    later: Version
    truth: Truth
    surely: Gone
    possibly: Gone
    again: tuple[Version, ...]


def replacing(version: Version, given: History) -> tuple[tuple[Replacing, ...], ...]:
    """For each clause of an order what may replace it: those said to, then those that exclude it."""
    told, excluding = tuple(_told(version, given)), given.excluding(version)
    return tuple(
        tuple(_of(version, (*told, *_implied(version, norm.value, excluding)), given))
        for norm in version.order.clauses
    )


def _of(version: Version, found: Iterable[Found], given: History) -> Iterator[Replacing]:
    for later, truth, state, because in found:
        sure = truth & later.given
        if sure is not Truth.NO:
            answers = [(Reason("replaced", t, because, state), later.id) for t in (Truth.YES, Truth.POSSIBLY)]
            yield Replacing(later, sure, answers[0], answers[1], tuple(_again(version, later, given)))


def _told(version: Version, given: History) -> Iterator[Found]:
    for tie in given.upon.get(version.id, ()):
        later = given.by_id.get(tie.order)
        if later is not None and tie.kind == "replaces":
            yield later, Truth.YES, "replaced", f"replaced by order {later.id[:8]}, as reports say"


def _implied(version: Version, norm: Norm, excluding: Iterable[Version]) -> Iterator[Found]:
    for later in excluding:
        clash = Truth.NO
        for other in later.order.clauses:
            clash |= excludes(other.value, norm)
        higher = at_least(later.rank, version.rank)
        doubt = "; which of the two stands higher is not told" if higher is Truth.POSSIBLY else ""
        by, state = f"replaced by implication by order {later.id[:8]}", "replaced by implication"
        follows = later_than(later, version) & higher
        if clash is Truth.NO and _ordered_instead_of(norm, version, later):
            because = f"{by}, which orders again what it was told instead of{doubt}"
            yield later, Truth.POSSIBLY & follows, state, because
        else:
            yield later, clash & follows, state, f"{by}, which excludes it{doubt}"


def _ordered_instead_of(norm: Norm, version: Version, later: Version) -> bool:
    """Whether a clause orders gentler means instead of others, which a later order orders.

    "Flares instead of live rounds": where live rounds are ordered again, the flares may have gone with them.
    """
    if norm.modality == "prohibition" or norm.means is None or norm.means in LETHAL:
        return False
    forbidden = (each.value for each in version.order.clauses if each.value.modality == "prohibition")
    lethal = [each for each in forbidden if code(each) in LETHAL]
    return any(excludes(each.value, no) is not Truth.NO for no in lethal for each in later.order.clauses)


def _again(version: Version, later: Version, given: History) -> Iterator[Version]:
    for tie in given.upon.get(version.id, ()):
        again = given.by_id.get(tie.order)
        if tie.kind != "reaffirms" or again is None or again is later or again.given is Truth.NO:
            continue
        if later_than(again, later) is Truth.YES:
            yield again
