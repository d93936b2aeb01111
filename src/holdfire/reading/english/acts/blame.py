"""Who is said to stand behind an act: "claimed responsibility for the attack", "was blamed for it"."""

from collections.abc import Iterable

from msgspec.structs import replace

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.participants import can_act, made
from holdfire.reading.english.clauses.moods import bears_no, negated
from holdfire.reading.english.phrases.noun_phrases import is_person, party_of
from holdfire.reading.english.words.lexicon import ActWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

TAKING = frozenset({"claim", "take", "accept", "admit", "assume", "acknowledge"})
ON = frozenset({"on", "to", "upon"})
FOR = frozenset({"for", "of", "with", "in"})


def _claimed(site: Site[Lexicon]) -> Deed | None:
    """Forms like "rebels claimed responsibility for the attack", "the army was responsible for it"."""
    tree, word = site.tree, site.anchor
    verb = tree.heads[word]
    if tree.one(word, "cop") is not None:
        subjects, above = tree.all(word, "nsubj"), word
    elif verb >= 0 and tree.lemmas[verb] in TAKING and tree.relations[word] == "obj":
        subjects, above = [*predication(tree, verb).agents], verb
    else:
        return None
    if bears_no(tree, word) or negated(tree, above) or negated(tree, word):
        return None
    acts = [*tree.all(word, "nmod", "obl"), *tree.all(above, "obl", "nmod")]
    return _behind(site, above, subjects, acts, FOR)


def _blamed(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the attack was blamed on rebels", "he blamed the army for the murder of the priests"."""
    tree, verb = site.tree, site.anchor
    if negated(tree, verb):
        return None
    pred = predication(tree, verb)
    things = [t for t in pred.patients if _row(tree, t, site.words) is not None]
    if things:
        doers = [t for case, t in pred.obliques if case in ON]
        return _behind(site, verb, doers, things, None)
    acts = [t for case, t in pred.obliques if case in FOR]
    acts += [t for p in pred.patients for t in tree.all(p, "nmod") if tree.case(t) in FOR]
    return _behind(site, verb, pred.patients, acts, FOR)


def _behind(
    site: Site[Lexicon], verb: int, doers: Iterable[int], acts: Iterable[int], cases: frozenset[str] | None
) -> Deed | None:
    """The act that is laid to somebody, with the word that does so as its hedge."""
    tree, words = site.tree, site.words
    actors = [t for d in doers for t in tree.conjuncts(d) if _can_be_blamed(tree, t, words)]
    told_of = (t for t in acts if cases is None or tree.case(t) in cases)
    act, row = next(((t, r) for t in told_of if (r := _row(tree, t, words)) is not None), (verb, None))
    if not actors or row is None:
        return None
    pred = predication(tree, act)
    victims = [t for case, t in pred.obliques if case in (*row.target, "against", "on")]
    victims = [t for t in victims if t not in actors and is_person(tree, t, words)]
    means = (row.means, tree.word(act)) if row.means else (None, None)
    told = made(
        site, "act.blamed", Predication(verb, "", "active"), row.act, victims, means=means, actors=actors
    )
    # "accused the militia of an attack": the act is no part of the name
    named = tuple(
        replace(p, span=tree.phrase(a, ("",)).span) for p, a in zip(told.actors, actors, strict=False)
    )
    return replace(told, mood="happened", hedge=tree.word(site.anchor), actors=named)


def _row(tree: Dependents, token: int, words: Lexicon) -> ActWord | None:
    if tree.tags[token] == "VBG":
        return None
    return words.act_nouns.get(tree.lemmas[token])


def _can_be_blamed(tree: Dependents, token: int, words: Lexicon) -> bool:
    return can_act(tree, token, words) and (party_of(tree, token, words) is not None or _is_name(tree, token))


def _is_name(tree: Dependents, token: int) -> bool:
    return tree.tags[token] in ("NNP", "NNPS")


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.claimed",
        Frame("cues.responsible", tags="NJ"),
        _claimed,
        (
            Example("The rebels claimed responsibility for the attack.", "attack None The rebels > "),
            Example(
                "The army was responsible for the killing of two priests.",
                "kill None The army > two priests",
            ),
        ),
        (
            "The rebels denied responsibility for the attack.",
            "The army was not responsible for the killing.",
            "The ministry is responsible for roads.",
        ),
        note="an act laid to somebody by his own claim or by another's; that word stands as its hedge",
    ),
    Rule(
        "act.blamed",
        Frame("cues.lay_to", tags="V"),
        _blamed,
        (
            Example("The attack was blamed on rebels.", "attack None rebels > "),
            Example("She blamed the army for the murder of the priests.", "kill None the army > the priests"),
            Example("Officials accused the militia of an attack on the post.", "attack None the militia > "),
        ),
        ("The delay was blamed on snow.", "He was not accused of the murder."),
    ),
)
