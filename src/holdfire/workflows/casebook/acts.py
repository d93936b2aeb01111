"""An act in a person's words → its code, as orders and incidents have it; DataError where nobody knows it."""

from collections.abc import Iterable
from difflib import get_close_matches

from holdfire.assessment.in_force import OrderLedger
from holdfire.assessment.regulation import FORCE, OPEN, code
from holdfire.errors import DataError
from holdfire.reading.english.words.lexicon import Lexicon


def act_named(said: str, words: Lexicon, *, spoken: Iterable[str] = ()) -> str:
    """The code of an act: `live fire`, `live_fire` and `shooting` are one.

    What no table knows may still be what some clause here speaks of (`spoken`); anything else is a slip of
    the pen, and an answer to it would read as "no order".
    """
    phrase = " ".join(said.replace("_", " ").lower().split())
    known = _codes(words)
    for each in (phrase.replace(" ", "_"), phrase):
        if each in known:
            return each
    act = words.act_verbs.get(phrase) or words.act_nouns.get(phrase)
    if act is not None:
        return act.means or act.act
    if phrase in words.means:
        return words.means[phrase]
    others = frozenset(spoken)
    for each in (said, phrase, phrase.replace(" ", "_")):
        if each in others:
            return each
    near = get_close_matches(phrase, sorted({*known, *words.act_verbs, *words.act_nouns, *others}), n=3)
    remedy = f"nearly: {', '.join(near)}" if near else f"such as {', '.join(FORCE)}"
    raise DataError(f"no act is known by the name {said!r}", remedy=remedy)


def spoken_of(ledger: OrderLedger) -> frozenset[str]:
    """All acts that clauses of a casebook's orders speak of."""
    norms = (clause.value for version in ledger.history.versions for clause in version.order.clauses)
    return frozenset(each for norm in norms for each in (norm.act, code(norm)))


def _codes(words: Lexicon) -> frozenset[str]:
    acts = (each.act for each in (*words.act_verbs.values(), *words.act_nouns.values()))
    return frozenset((*acts, *words.means.values(), *FORCE, *OPEN))
