"""Who "he", "it" and "the source" are: the speaker named before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from holdfire.model.statement import Attribution, Phrase
from holdfire.reading.english.lexicon import Lexicon
from holdfire.reading.english.naming import bare, is_pronoun

_BODIES = """
ministry government authority police army military force agency office commission embassy department
committee council organization group mission monitor network company parliament court radio newspaper union
unit navy
"""
BODIES = frozenset(_BODIES.split())
SINGULAR, NEUTER, PLURAL = frozenset({"he", "she"}), frozenset({"it"}), frozenset({"they"})
LOOKED_BACK = 12


def bind(said: Sequence[Attribution], text: str, words: Lexicon) -> list[Attribution]:
    """Attributions in the order of the words, those whose speaker points back with the one it points to."""
    out: list[Attribution] = []
    for each in sorted(said, key=lambda a: a.cue):
        earlier = next((e for e in reversed(out[-LOOKED_BACK:]) if _meant(each, e, text, words)), None)
        named = earlier.antecedent or earlier if earlier is not None else None
        out.append(replace(each, antecedent=named) if named is not None else each)
    return out


def _meant(later: Attribution, earlier: Attribution, text: str, words: Lexicon) -> bool:
    """Whether the speaker of a later attribution can be that of an earlier one."""
    if later.speaker is None or earlier.speaker is None or earlier.content.contains(earlier.speaker.span):
        return False
    named = earlier.antecedent.speaker if earlier.antecedent is not None else earlier.speaker
    if named is None or is_pronoun(named) or later.content.contains(earlier.speaker.span):
        return False
    if is_pronoun(later.speaker):
        return _agrees(later.speaker.lemma, named, text, words)
    return later.speaker.lemma == named.lemma and _is_short(later.speaker, text) and later.speaker != named


def _agrees(pronoun: str, named: Phrase, text: str, words: Lexicon) -> bool:
    head = named.head.of(text).lower()
    many = head != named.lemma and head.endswith("s") and not head.istitle()
    body = _is_body(named, words)
    if pronoun in SINGULAR:
        return not many and body is not True
    if pronoun in NEUTER:
        return not many and body is not False
    return pronoun in PLURAL and (many or body is True)


def _is_body(named: Phrase, words: Lexicon) -> bool | None:
    """Whether a speaker is a body or a document, and no person; None where that is not known."""
    kind = words.speakers.get(named.lemma)
    if named.lemma in BODIES or kind in ("document", "outlet"):
        return True
    if kind is not None or named.role == "individual":
        return False
    return True if named.role == "organization" else None


def _is_short(speaker: Phrase, text: str) -> bool:
    """Whether a phrase is "the" and a noun, so that it only points back ("the source", "the official")."""
    words = speaker.span.of(text)
    return (
        bool(re.match(r"(?:the|this|that|same)\b", words, re.IGNORECASE))
        and bare(words).lower() == speaker.lemma
    )
