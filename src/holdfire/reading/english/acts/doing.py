"""Who "he", "they" or "it" is that did something ("the soldiers came at dawn. They shot two men").

The subject before it that agrees in number, in its own sentence or the one before: one of the armed before
others, nobody who only tells of it, and in a quotation from outside of it only one of the armed.
"""

from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace

from holdfire.model.party import ARMED, FORCES
from holdfire.model.span import Span
from holdfire.model.statement import Deed, Phrase
from holdfire.reading.english.acts.pointed_to import IT, ONE, SEVERAL, is_several
from holdfire.reading.english.phrases.naming import is_pronoun
from holdfire.reading.english.phrases.noun_phrases import named, party_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import PASSIVE_SUBJECTS, SUBJECTS, Dependents

ALL_SUBJECTS = frozenset({*SUBJECTS, *PASSIVE_SUBJECTS})


def with_doers(
    deed: Deed, below: Mapping[int, Dependents], words: Lexicon, quotation: Callable[[Span], object]
) -> Deed:
    """The deed with whom the pronoun means that did it, where a pronoun alone did.

    `quotation` gives the quotation that words stand in, if any.
    """
    if len(deed.actors) != 1 or not is_pronoun(deed.actors[0]):
        return deed
    pronoun = deed.actors[0]
    for number in (deed.sentence, deed.sentence - 1):
        found = _doers(below[number], pronoun, deed, words) if number in below else ()
        if found and _is_heard(found[0], pronoun, quotation):
            return replace(deed, doers=found)
    return deed


def _is_heard(doer: Phrase, pronoun: Phrase, quotation: Callable[[Span], object]) -> bool:
    """Whether who speaks may mean somebody: "“They shot two men,” he said", of soldiers named before."""
    around, within = quotation(doer.head), quotation(pronoun.head)
    return around == within or (around is None and doer.kind in ARMED)


def _doers(tree: Dependents, pronoun: Phrase, deed: Deed, words: Lexicon) -> tuple[Phrase, ...]:
    found = [t for t in _subjects(tree, pronoun, words) if not _is_hit(tree, t, deed)]
    found = [t for t in found if tree.lemmas[t] not in {target.lemma for target in deed.targets}]
    armed = [t for t in found if (p := party_of(tree, t, words)) is not None and p.kind in ARMED]
    if any(target.kind in FORCES for target in deed.targets):  # "they attacked the troops"
        found, armed = [t for t in found if t not in armed], []
    first = next(iter((*armed, *found)), None)
    return () if first is None else tuple(named(tree, each, words) for each in tree.conjuncts(first))


def _subjects(tree: Dependents, pronoun: Phrase, words: Lexicon) -> Iterator[int]:
    """The parties before a pronoun that it may mean, first to last."""
    for token, relation in enumerate(tree.relations):
        if relation not in ALL_SUBJECTS or tree.tokens[token].end > pronoun.span.start:
            continue
        party = party_of(tree, token, words)
        if party is None or tree.tags[token] == "PRP":
            continue
        tells = tree.lemmas[tree.heads[token]] in words.speech and party.kind not in ARMED
        if not tells and _agrees(tree, token, pronoun, words):
            yield token


def _agrees(tree: Dependents, token: int, pronoun: Phrase, words: Lexicon) -> bool:
    several = is_several(tree, token, words)  # None for a body
    if pronoun.lemma in ONE:
        return several is False
    return several is not False if pronoun.lemma in SEVERAL else pronoun.lemma in IT and several is None


def _is_hit(tree: Dependents, token: int, deed: Deed) -> bool:
    """Whether a party is one whom the act befell."""
    span = tree.word(token)
    return any(t.span.contains(span) for t in deed.targets)
