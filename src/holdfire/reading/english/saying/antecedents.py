"""Who "he", "it", "one of them" and "the source" are: the speaker, or the subject, named before."""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from holdfire.model.incident import Count
from holdfire.model.span import Span
from holdfire.model.statement import Attribution, Phrase
from holdfire.reading.english.phrases.naming import bare, is_pronoun
from holdfire.reading.english.phrases.noun_phrases import named
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import PASSIVE_SUBJECTS, SUBJECTS, Dependents

_BODIES = """
ministry government authority police army military force agency office commission embassy department
committee council organization group monitor network company parliament court radio newspaper union
unit navy consulate service bureau directorate administration board headquarters cabinet coalition union
federation mission secretariat presidency party front alliance centre center
"""
BODIES = frozenset(_BODIES.split())
FIRST = frozenset({"i", "we"})
"""Who speaks in his own words: whoever is quoted."""
SINGULAR, NEUTER, PLURAL = frozenset({"he", "she"}), frozenset({"it"}), frozenset({"they"})
_BODIES_OF_MANY = frozenset({"chief", "force"})
LOOKED_BACK = 16
_PLURALS = ("s", "men", "children")
ANY_SUBJECT = frozenset({*SUBJECTS, *PASSIVE_SUBJECTS})
_OF_THEM = re.compile(r"(?:one|some|two|several|most|another) of them\b", re.IGNORECASE)
_SHORT = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Col|Gen|Maj|Capt|Lt|Sgt)\.? |[A-Z][a-z]+ )?[A-Z][\w’'-]+")
"""One name, as somebody is called after his whole name was told."""
_PERSON = re.compile(r"\b[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+|al|bin|de|van|ul)){1,3}$")
"""A whole name of a person, at the end of what he is called: "Police chief Omar Haque"."""
_THE = re.compile(r"(?:the|this|that|same)\b", re.IGNORECASE)


def bind(
    said: Sequence[Attribution],
    topics: Sequence[Phrase],
    text: str,
    words: Lexicon,
    *,
    is_quoted: Callable[[Span], bool] = lambda _: False,
) -> list[Attribution]:
    """Attributions in the order given, those whose speaker points back with the one it points to.

    `topics` are the subjects of sentences that may speak, besides those who do. Who is spoken of in a
    quotation is not who "he" is behind it.
    """
    bound: dict[int, Attribution] = {}
    known: list[Attribution] = []
    events: list[tuple[Span, int | Phrase]] = [
        (a.cue, n) for n, a in enumerate(said) if a.speaker is not None
    ]
    events += [(topic.head, topic) for topic in topics]
    for _, event in sorted(events, key=lambda e: e[0]):
        if isinstance(event, Phrase):
            known.append(_as_named(event))
            continue
        before = known[-LOOKED_BACK:]
        if not is_quoted(said[event].cue):
            before = [k for k in before if not is_quoted(k.cue)]
        earlier = next((k for k in reversed(before) if _meant(said[event], k, text, words)), None)
        if earlier is None:
            known.append(said[event])
        else:
            bound[event] = replace(said[event], antecedent=earlier)
            known.append(_said_on(said[event], earlier))
    out = [bound.get(n, each) for n, each in enumerate(said)]
    return [_as_quoted(each, out) for each in out]


def _said_on(later: Attribution, earlier: Attribution) -> Attribution:
    """A speaker who is known from before, with what he says later, to be pointed back to again."""
    return replace(
        earlier,
        cue=later.cue,
        content=later.content,
        more=later.more,
        antecedent=earlier.antecedent or earlier,
    )


def _as_quoted(said: Attribution, every: Sequence[Attribution]) -> Attribution:
    """An attribution to "I" or "we" with whoever is quoted as saying so."""
    if not _speaks_himself(said):
        return said
    around = [a for a in every if a.hands_on(said.cue) and a.speaker is not None and not _speaks_himself(a)]
    inner = min(around, key=lambda a: (a.content.end - a.content.start, -a.cue.start), default=None)
    return said if inner is None else replace(said, antecedent=inner.antecedent or inner)


def _speaks_himself(said: Attribution) -> bool:
    """Whether somebody tells of himself: "I saw", "we heard"."""
    return said.speaker is not None and said.speaker.lemma.lower() in FIRST


def topics_of(tree: Dependents, words: Lexicon) -> Iterator[Phrase]:
    """The subjects of a sentence's main clauses, if they may speak."""
    for token, relation in enumerate(tree.relations):
        if relation in ANY_SUBJECT:
            head = tree.heads[token]
            lemma = tree.lemmas[token]
            speaks = lemma in words.speakers or lemma in words.parties or lemma in BODIES
            if tree.relations[head] in ("root", "conj") and (speaks or tree.tags[token].startswith("NNP")):
                yield named(tree, token, words)


def _as_named(topic: Phrase) -> Attribution:
    """A topic as what an attribution may point back to: it has said nothing yet."""
    return Attribution(topic, topic.head, Span(topic.head.start, topic.head.start), "assert")


def _meant(later: Attribution, earlier: Attribution, text: str, words: Lexicon) -> bool:
    """Whether the speaker of a later attribution can be that of an earlier one."""
    speaker, meant = later.speaker, earlier.speaker
    if speaker is None or meant is None or is_pronoun(meant) or meant == speaker:
        return False
    if later.hands_on(meant.span) or later.hands_on(earlier.cue):
        return False
    said = speaker.span.of(text)
    if _OF_THEM.match(said):
        return _is_many(meant, text)
    if is_pronoun(speaker):
        return agrees(speaker.lemma, meant, text, words)
    if _SHORT.fullmatch(said) is not None:
        return said.split()[-1] in _own_names(meant, text)
    pointing = _THE.match(said) is not None and bare(said).lower() == speaker.lemma
    return pointing and speaker.lemma == meant.lemma and not _OF_THEM.match(meant.span.of(text))


def _own_names(meant: Phrase, text: str) -> Sequence[str]:
    """The first and the last of somebody's names, by which he may be called alone: "Kim Yong-hwa"."""
    whole = bare(meant.span.of(text))
    found = _PERSON.search(whole)
    names = found[0].split() if found is not None else []
    return (names[0], names[-1]) if meant.role != "organization" and names else ()


def agrees(pronoun: str, meant: Phrase, text: str, words: Lexicon) -> bool:
    """Whether a pronoun may stand for a phrase: "he" for one and no body, "they" for a body or for many."""
    many, body = _is_many(meant, text), _is_body(meant, words)
    if pronoun in SINGULAR:
        return not many and body is not True
    if pronoun in NEUTER:
        return not many and body is not False
    return pronoun in PLURAL and (many or body is True)


def _is_many(meant: Phrase, text: str) -> bool:
    if isinstance(meant.count, Count) or (meant.count or 0) > 1:
        return True
    if meant.role == "organization" and meant.lemma in _BODIES_OF_MANY:
        return False  # "the Joint Chiefs of Staff said it had ordered"
    head = meant.head.of(text).lower()
    return head == "people" or (head != meant.lemma and head.endswith(_PLURALS))


def _is_body(meant: Phrase, words: Lexicon) -> bool | None:
    """Whether a speaker is a body or a document, and no person; None where that is not known."""
    kind = words.speakers.get(meant.lemma)
    if meant.lemma in BODIES or kind in ("document", "outlet"):
        return True
    if kind is not None or meant.role == "individual":
        return False
    return True if meant.role == "organization" else None
