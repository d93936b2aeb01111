"""Two things made one, or one thing taken apart: what would come of it, and the judgements that say so."""

from collections.abc import Iterable, Sequence
from itertools import product

from holdfire.corroboration.clusters import Decisions as Pairs
from holdfire.corroboration.corroborating import Corroborated, Corroboration
from holdfire.errors import BookError
from holdfire.model.judgement import Different, Judgement, Same, pair
from holdfire.store.book import Book, Reader
from holdfire.workflows.casebook.bringing import decided_pairs
from holdfire.workflows.casebook.corrected import decided_records
from holdfire.workflows.casebook.judging import decisions, judge_all, made


def previewed(book: Reader, reports: Iterable[str], said: Sequence[Same | Different]) -> Corroborated:
    """What some reports would tell together if people said this too; nothing is kept."""
    decided = decisions(book)
    records = list(decided_records(book, decided, only=sorted(set(reports))))
    of = {each.report.id: each for each in records}
    few = Corroboration()
    few.take(of)
    now = decided_pairs(book, decided, few.named, of.get)
    new = {
        pair(a, b): each
        for each in said
        for a, b in product(few.named(each.target), few.named(each.other))
        if a != b
    }
    same = {each for each in now.same if each not in new} | {p for p, s in new.items() if isinstance(s, Same)}
    different = {each for each in now.different if each not in new}
    different |= {p for p, s in new.items() if isinstance(s, Different)}
    return few.all_told(Pairs(frozenset(same), frozenset(different)), lambda keys: ((k, of[k]) for k in keys))


def one_thing(one: Sequence[str], other: Sequence[str], *, who: str, why: str = "") -> list[Judgement]:
    """The judgement that two things, given by their accounts, are one."""
    return [_said(Same, one[0], other[0], who, why)]


def two_things(one: Sequence[str], other: Sequence[str], *, who: str, why: str = "") -> list[Judgement]:
    """The judgements that they are two: every account of one against every account of the other."""
    return [_said(Different, a, b, who, why) for a, b in product(one, other)]


def taken_out(accounts: Sequence[str], out: Sequence[str], *, who: str, why: str = "") -> list[Judgement]:
    """The judgements by which some accounts of a thing tell of another; BookError where none is left."""
    leaving = [each for each in accounts if each in out]
    staying = [each for each in accounts if each not in out]
    if not leaving or not staying:
        raise BookError("one thing stays and one goes", remedy="choose some of the accounts, and not all")
    return two_things(staying, leaving, who=who, why=why)


def keep(book: Book, said: Sequence[Judgement]) -> None:
    """Keep judgements, all or none."""
    judge_all(book, said)


def _said(kind: type[Same | Different], one: str, other: str, who: str, why: str) -> Judgement:
    first, second = pair(one, other)
    return made(kind, target=first, other=second, who=who, why=why)
