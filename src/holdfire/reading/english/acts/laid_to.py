"""An act told by a noun, with whom it is laid to: "the murder", said of those who claim it or are blamed."""

from collections.abc import Iterable

from msgspec.structs import replace

from holdfire.model.span import Span
from holdfire.model.statement import Deed
from holdfire.reading.english.acts.act_words import is_month
from holdfire.reading.english.acts.noun_doers import with_what
from holdfire.reading.english.acts.participants import can_act, made, may_be_doer
from holdfire.reading.english.acts.sides import is_hurt
from holdfire.reading.english.clauses.moods import bears_no
from holdfire.reading.english.phrases.noun_phrases import party_of
from holdfire.reading.english.words.lexicon import ActWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Site
from holdfire.reading.grammar.predication import Predication, predication

TAKING = frozenset({"claim", "take", "accept", "admit", "assume", "acknowledge"})


def behind(
    site: Site[Lexicon], verb: int, doers: Iterable[int], acts: Iterable[int], cases: frozenset[str] | None
) -> Deed | None:
    """The act that is laid to somebody, with the word that does so as its hedge."""
    tree, words = site.tree, site.words
    actors = [t for d in doers if not is_nobody(tree, d) for t in tree.conjuncts(d)]
    claims = tree.lemmas[verb] in TAKING
    actors = [t for t in actors if can_be_blamed(tree, t, words) or (claims and _may_claim(tree, t, words))]
    told_of = (_act_at(tree, t, words) for t in acts if cases is None or tree.case(t) in cases)
    act, row = next(((t, r) for t in told_of if (r := row_of(tree, t, words)) is not None), (verb, None))
    if not actors or row is None:
        return None
    victims = _whom(tree, act, row, actors, words)
    means = with_what(tree, predication(tree, act), row, words)
    told = made(
        site, "act.blamed", Predication(verb, "", "active"), row.act, victims, means=means, actors=actors
    )
    named = tuple(
        replace(p, span=_name(tree, a)) if p.span.contains(tree.word(a)) else p
        for p, a in zip(told.actors, actors, strict=False)
    )
    groups = told.actors[len(named) :]
    before = _before(tree, site.anchor, act)
    return replace(
        told, mood="happened", hedge=tree.word(site.anchor), actors=(*named, *groups), undated=before
    )


def _before(tree: Dependents, verb: int, act: int) -> tuple[Span, ...]:
    """The words before an act, which tell when and where somebody was blamed for it."""
    start, end = tree.tokens[0].start, tree.clause(act).start
    return (Span(start, end),) if verb < act and start < end else ()


def _name(tree: Dependents, token: int) -> Span:
    """The words of a name without the act: "accused the militia of an attack"."""
    own = tree.phrase(token, ("",)).span
    after = range(token + 1, len(tree.tags))
    end = next((tree.tokens[t - 1].end for t in after if tree.tags[t] in ("IN", "JJ")), own.end)
    return Span(own.start, min(own.end, end))


def _act_at(tree: Dependents, token: int, words: Lexicon) -> int:
    """The act that a phrase tells of; a tree may have "murder" before the people in "murder of two men"."""
    before = (c for c in tree.all(token, "compound") if tree.lemmas[c + 1] == "of")
    part = (
        c
        for c in tree.all(token, "nmod")
        if tree.lemmas[token] in words.cues["part_in"] and tree.case(c) == "in"
    )
    return next((c for c in (*before, *part) if row_of(tree, c, words) is not None), token)


def _whom(tree: Dependents, act: int, row: ActWord, actors: list[int], words: Lexicon) -> list[int]:
    """Whom the act that is laid to somebody befell."""
    pred = predication(tree, act)
    victims = [t for case, t in pred.obliques if case in (*row.target, "against", "on")]
    if tree.relations[act] == "compound" and row.target == ("of",):
        victims = [tree.heads[act]]
    return [t for t in victims if t not in actors and is_hurt(tree, t, words) and not is_month(tree, t)]


def row_of(tree: Dependents, token: int, words: Lexicon) -> ActWord | None:
    """The act that a noun names."""
    if tree.tags[token] == "VBG":
        return None
    return words.act_nouns.get(tree.lemmas[token])


def can_be_blamed(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether somebody may be who an act is laid to: a known party, a body or a name."""
    told = party_of(tree, token, words) is not None or tree.lemmas[token] in words.cues["bodies_of"]
    return can_act(tree, token, words) and (told or _is_proper(tree, token))


def is_nobody(tree: Dependents, token: int) -> bool:
    """Whether nobody is meant: "no organization or individual"."""
    first = tree.heads[token] if tree.relations[token] == "conj" else token
    return bears_no(tree, token) or bears_no(tree, first)


def _may_claim(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a name that no table has may be that of those who claim an act: "the extraditables"."""
    known = tree.tags[token] == "NNS" or tree.has(token, ("the",), "det")
    return known and may_be_doer(tree, token, words) and tree.lemmas[token] not in words.speakers


def _is_proper(tree: Dependents, token: int) -> bool:
    return tree.tags[token] in ("NNP", "NNPS")
