"""Whom or what a pronoun points back to on which force was used ("a man came up. A sentry shot him").

The nearest phrase before it that agrees in number, a subject before an object, up to two sentences before.
"""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from holdfire.model.party import ARMED
from holdfire.model.statement import Deed, Harm, Phrase
from holdfire.reading.english.phrases.counts import GROUPS
from holdfire.reading.english.phrases.naming import is_pronoun
from holdfire.reading.english.phrases.noun_phrases import is_person, means_of, named, party_of, thing_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import PASSIVE_SUBJECTS, SUBJECTS, Dependents

ONE = frozenset({"he", "she", "him", "her"})
IT = frozenset({"it"})
SEVERAL = frozenset({"they", "them"})
REACH = 2
"""Sentences before that of the pronoun in which it is looked for whom it points to."""
ROLES = (*SUBJECTS, *PASSIVE_SUBJECTS, "obj", "obl:agent")


def with_meant(deed: Deed, below: Mapping[int, Dependents], words: Lexicon) -> Deed:
    """The deed with whom its pronouns mean, where all those it befell are pronouns."""
    pointing = [t for t in deed.targets if is_pronoun(t) and t.lemma in ONE | SEVERAL | IT]
    if not pointing or len(pointing) < len(deed.targets) or deed.rule.startswith("aid."):
        return deed
    found = _before(deed, pointing[0], below, words)
    return replace(deed, meant=found, harms=_counted(deed, found)) if found else deed


def _counted(deed: Deed, meant: tuple[Phrase, ...]) -> tuple[Harm, ...]:
    """The harms, of "them" with the numbers of those whom it points back to, where all have one."""
    if any(each.count is None for each in meant):
        return deed.harms
    return tuple(
        told
        for h in deed.harms
        for told in (
            [replace(h, phrase=each, pronoun=h.phrase.span) for each in meant]
            if h.phrase.lemma in SEVERAL and h.phrase.count is None
            else [h]
        )
    )


def _before(
    deed: Deed, pronoun: Phrase, below: Mapping[int, Dependents], words: Lexicon
) -> tuple[Phrase, ...]:
    for number in range(deed.sentence, deed.sentence - REACH - 1, -1):
        if number not in below:
            continue
        for phrases in _candidates(below[number], pronoun, words):
            if all(_may_suffer(phrase, deed) for phrase in phrases):
                return phrases
    return ()


def _may_suffer(phrase: Phrase, deed: Deed) -> bool:
    """Whether an act may have befallen somebody: not its actor, nor the armed where no others act."""
    if any(phrase.lemma == a.lemma or phrase.span == a.span for a in deed.actors):
        return False
    if phrase.kind not in ARMED:
        return True
    return bool(deed.actors) and all(a.kind != phrase.kind and a.lemma not in SEVERAL for a in deed.actors)


def _candidates(tree: Dependents, pronoun: Phrase, words: Lexicon) -> Iterator[tuple[Phrase, ...]]:
    """The people of a sentence whom a pronoun after them may mean, subjects first; for "it" a thing.

    "Them" are all who are named side by side ("a man and his son").
    """
    if pronoun.lemma in IT:
        for thing in _things(tree, pronoun, words):
            yield (thing,)
        return
    tokens = [
        n for n, r in enumerate(tree.relations) if r in ROLES and tree.tags[n] not in ("PRP", "WP", "DT")
    ]
    tokens = [n for n in tokens if tree.tokens[n].end <= pronoun.span.start and _is_somebody(tree, n, words)]
    for n in sorted(tokens, key=lambda n: tree.relations[n] in ("obj", "obl:agent")):
        if is_several(tree, n, words) == (pronoun.lemma in SEVERAL):
            yield tuple(named(tree, t, words) for t in tree.conjuncts(n))


def _things(tree: Dependents, pronoun: Phrase, words: Lexicon) -> Iterator[Phrase]:
    """The things of a sentence that "it" may mean: objects and subjects, then what fire was aimed at."""
    before = [n for n, t in enumerate(tree.tokens) if t.end <= pronoun.span.start]
    before = [n for n in before if thing_of(tree, n, words) is not None]
    own = [n for n in before if tree.relations[n] in ROLES]
    aimed = [n for n in before if tree.relations[n] == "obl" and tree.case(n) in ("at", "on", "into")]
    for n in (*reversed(own), *reversed(aimed)):
        if not is_several(tree, n, words):
            yield named(tree, n, words)


def _is_somebody(tree: Dependents, token: int, words: Lexicon) -> bool:
    group = tree.lemmas[token] in GROUPS and tree.tags[token] == "NN" and _is_many(tree, token, words)
    people = group or is_person(tree, token, words)
    return people and means_of(tree, token, words) is None


def _is_many(tree: Dependents, token: int, words: Lexicon) -> bool:
    return named(tree, token, words).count not in (None, 0, 1)


def is_several(tree: Dependents, token: int, words: Lexicon) -> bool | None:
    """Whether a phrase names more than one person; None for a body, which is neither."""
    party = party_of(tree, token, words)
    if tree.lemmas[token] not in GROUPS and party is not None and party.role == "organization":
        return None
    return (
        _is_many(tree, token, words) or tree.tags[token] in ("NNS", "NNPS") or bool(tree.all(token, "conj"))
    )
