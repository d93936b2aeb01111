"""Attributions beyond their sentence: over the whole of a quotation, and on into the sentences after."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from msgspec.structs import replace

from holdfire.model.span import Span
from holdfire.model.statement import Attribution
from holdfire.reading.english.saying.perceived import PERCEIVED
from holdfire.reading.english.saying.proposals import quoted_in, with_followers
from holdfire.reading.english.saying.quotations import Quotation, Quotations, joined

BACKWARDS = 10
SENTENCES_ON, DENIED_WITHIN, NAMED_WITHIN, SPEAKERS_BACK = 6, 3, 8, 2
CARRIED_ON = "attribution.carried_on"
DENYING = (
    "denied", "denies", "reject", "dismiss", "disputed", "refuted", "baseless", "groundless", "unfounded",
    "fabricat", "untrue", " false", " lie", " no such ", " any such ",
)  # fmt: skip
_DENIAL = re.compile(
    r"\b(?:denied|denies|rejected|rejects|dismissed|dismisses|disputed|refuted)"
    r" (?:it|this|that|the|these|those|such|any)\b"
    r"|\b(?:claim|report|accusation|allegation|account|charge|story|figure)s?\b[^.\n]{0,30}"
    r"\b(?:baseless|groundless|unfounded|fabricat\w+|untrue|false|lies?)\b"
    r"|\b(?:no|any) such (?:order|directive|instruction|policy|rule|command|circular|memo|incident|attack)\b"
)
_BACK = re.compile(
    r"\b(?:he|she|it|they|(?:one|some|several) of them"
    r"|the (?:[a-z]+ )?(?:source|resident|official|officer|spokes\w+|witness|villager|soldier))"
    r" (?:also |then |later )?(?:said|says?|told|added|explained|reported|continued|noted)\b"
    r"|\b(?:said|says|added|according to) (?:he|she|the [a-z]+)\b",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    r"\b(?:told|confirmed|reported|announced|admitted|acknowledged|disclosed|revealed)\b[^.\n]{0,40}?"
    r"\b(?:it|this)\b|\b(?:said|says|say) so\b"
    r"|\b(?:[Tt]his|[Ii]t|[Tt]hat) was (?:also |later )?"
    r"(?:told|confirmed|reported|announced|said|stated|disclosed|revealed)\b"
    r"|\bma(?:d|k)es? (?:the|this|that) (?:announcement|disclosure|statement|remarks?|comments?|revelation)\b"
)
_LABEL = re.compile(r"[A-Z][^\W\d]+(?: [A-Z][^\W\d]+){0,3}: ")
_SPEECH = re.compile(r"\b(?:said|says?|told|tells?|reported|according to|announced|added|confirmed|stated)\b")


def carriers(quotations: Quotations, numbers: Iterable[int]) -> set[int]:
    """The sentences, besides those given, that may name who speaks in quotations over those given."""
    out: set[int] = set()
    given, found = set(numbers), quotations.carriers
    for number in given:
        if number not in found:
            found[number] = frozenset(_carriers(number, quotations))
        out |= found[number]
    return out - given


def _carriers(number: int, quotations: Quotations) -> Iterator[int]:
    """The sentences that may name who speaks in one."""
    for quotation in quotations.over(quotations.span(number)):
        yield from _carriers_of(quotation, quotations)
    ahead = number - 1
    if ahead >= 0 and quotations.ends_in_colon(ahead):
        yield ahead
    yield from _speakers_before(number, quotations)
    if number + 1 < quotations.sentences and quotations.has(_OF_IT, number + 1):
        yield number + 1
    for at in _denials(quotations.words):
        denial = quotations.sentence(at)
        if 0 < denial - number <= DENIED_WITHIN:
            yield denial


@lru_cache(maxsize=4)
def _denials(words: str) -> tuple[int, ...]:
    """Where something told before is denied."""
    if not any(start in words for start in DENYING):
        return ()
    return tuple(found.start() for found in _DENIAL.finditer(words))


def _speakers_before(number: int, quotations: Quotations) -> Iterator[int]:
    """The sentence whose voice may speak on, and those that may name who "he" and "the source" are."""
    yield from _pointed_at(number, quotations)
    for before in range(number - 1, max(-1, number - 1 - SENTENCES_ON), -1):
        if not quotations.goes_on(before, number):
            return
        if _speaks(before, quotations):
            yield before
            yield from _pointed_at(before, quotations)
            return


def _pointed_at(number: int, quotations: Quotations) -> Iterator[int]:
    """Where a sentence says "he said": the one before it, and the last few in which someone speaks."""
    if not quotations.has(_SPEECH, number) or not quotations.has(_BACK, number):
        return
    if number and quotations.same_paragraph(number - 1, number):
        yield number - 1
    before = range(number - 1, max(-1, number - 1 - NAMED_WITHIN), -1)
    yield from islice((n for n in before if quotations.has(_SPEECH, n)), SPEAKERS_BACK)


def _speaks(number: int, quotations: Quotations) -> bool:
    """Whether a sentence has a word of speech, or begins with a speaker and a colon."""
    if quotations.has(_SPEECH, number):
        return True
    return _LABEL.match(quotations.words, quotations.span(number).start) is not None


def carried_on(
    number: int, said: Mapping[int, Sequence[Attribution]], quotations: Quotations
) -> list[Attribution]:
    """The voice of the sentences before, where one of a paragraph names none: speech goes on till broken.

    Disputed words go no further than their own, nor do direct quotations by themselves: whoever spoke before
    one and in it speaks on behind it.
    """
    quoting: Attribution | None = None
    own = quotations.around(quotations.span(number))
    own = own if own is not None and quotations.fills_paragraph(own) else None
    for before in range(number - 1, max(-1, number - 1 - SENTENCES_ON), -1):
        if not quotations.goes_on(before, number):
            return []
        if own is not None and own.holds(quotations.span(before)):
            continue  # what it says in it is not who says it
        if told := said.get(before):
            last = max(told, key=lambda a: a.content.end - a.content.start)
            carries = last.speaker is not None and last.stance in ("assert", "confirm")
            carries = carries and last.rule != PERCEIVED
            quoted = quoted_in([last.content], last.cue, quotations)
            if carries and quoted and own is None:
                quoting = quoting or last
                continue
            same = quoting is None or _is_same_voice(last, quoting)
            return [_on(last, quotations.span(number))] if carries and same else []
    return []


def _is_same_voice(one: Attribution, other: Attribution) -> bool:
    """Whether two are told by one speaker, a pronoun bound to whom it means."""
    left, right = (one.antecedent or one).speaker, (other.antecedent or other).speaker
    return left is not None and right is not None and (left.span == right.span or left.lemma == right.lemma)


def _on(said: Attribution, span: Span) -> Attribution:
    """A voice that speaks on over a later sentence."""
    because = ("the sentences before are theirs",)
    first = said.antecedent or said
    on = replace(said, content=span, more=(), hearer=None, antecedent=first)
    return replace(on, rule=CARRIED_ON, because=because)


def _carriers_of(quotation: Quotation, quotations: Quotations) -> Iterator[int]:
    first, last = quotations.sentence(quotation.start), quotations.sentence(quotation.end - 1)
    if not quotations.alone(quotation):
        if first != last:
            yield from (first, last)
        return
    led = quotation
    for _ in range(BACKWARDS):
        before = quotations.before(led)
        if before is None:
            break
        led = before
    yield quotations.sentence(led.start)
    yield quotations.sentence(led.end - 1)
    ahead = quotations.sentence(led.start) - 1
    if ahead >= 0 and quotations.ends_in_colon(ahead):
        yield ahead


def drawn_out(said: Attribution, sentence: int, quotations: Quotations) -> Attribution:
    """An attribution over the whole of the quotations that it hands on, and those that follow alone."""
    if not quotations.all and said.content.start < said.content.end:
        return said
    if said.content.start == said.content.end:
        return _next(said, sentence, quotations)
    spans = [said.content, *said.more]
    quoted = quoted_in(spans, said.cue, quotations)
    if not quoted:
        return said
    pieces = [p for each in with_followers(quoted, quotations) for p in each.pieces]
    whole = joined(quotations.words, [*spans, *pieces])
    return replace(said, content=whole[0], more=whole[1:])


def _next(said: Attribution, sentence: int, quotations: Quotations) -> Attribution:
    """The sentence, or the quotation, after one that ends in a colon."""
    after = quotations.after(sentence)
    if after is None:
        return said
    quoted = quotations.around(Span(after.start, after.start + 1))
    if quoted is None:
        return replace(said, content=after)
    pieces = [p for each in with_followers([quoted], quotations) for p in each.pieces]
    return replace(said, content=pieces[0], more=tuple(pieces[1:]))
