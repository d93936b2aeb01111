"""Fire that is told by who heard it, as monitors write: "the patrol heard two bursts of machine-gun fire"."""

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.participants import made
from holdfire.reading.english.acts.shots import HEAVY, is_fired
from holdfire.reading.english.clauses.moods import bears_no, negated
from holdfire.reading.english.phrases.noun_phrases import means_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

BLASTS = frozenset({"explosion", "blast", "detonation"})


def _heard(site: Site[Lexicon]) -> Deed | None:
    """Forms like "heard bursts of machine-gun fire", "recorded twelve explosions", "shots were heard"."""
    tree, verb, words = site.tree, site.anchor, site.words
    if negated(tree, verb):
        return None
    pred = predication(tree, verb)
    sounds = [
        s for p in pred.patients for t in tree.conjuncts(p) if (s := _sound(tree, t, words)) is not None
    ]
    if not sounds:
        return None
    kinds = {t: _kind(tree, t, words) for t in sounds}
    fire = max(sounds, key=lambda t: kinds[t][1] in HEAVY)
    act, means = kinds[fire]
    bare = Predication(verb, pred.lemma, "active", obliques=pred.obliques)
    return made(site, "act.heard", bare, act, (), means=(means, tree.word(fire)))


def _sound(tree: Dependents, token: int, words: Lexicon) -> int | None:
    """The fire or the blast that is heard: of "two bursts of fire" the fire."""
    below = (c for c in tree.all(token, "nmod") if tree.case(c) == "of")
    near = [t for t in (token, *below) if not bears_no(tree, t)]
    return next((t for t in near if tree.lemmas[t] in BLASTS or is_fired(tree, t, words)), None)


def _kind(tree: Dependents, token: int, words: Lexicon) -> tuple[str, str]:
    """(act, means) of a sound: a blast explodes, shells are shelling, else it is fire."""
    if tree.lemmas[token] in BLASTS:
        return "explode", "explosive"
    kinds = (means_of(tree, t, words) for t in (token, *tree.all(token, "compound")))
    heavy = any(m is not None and m[0] in HEAVY for m in kinds)
    return ("shell", "explosive") if heavy else ("fire", "live_fire")


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.heard",
        Frame("cues.hear", tags="V", needs=("obj|nsubj:pass",)),
        _heard,
        (
            Example("The patrol heard two bursts of machine-gun fire.", "fire live_fire  > "),
            Example("The camera recorded twelve explosions.", "explode explosive  > "),
            Example("Shots were heard near the bridge.", "fire live_fire  > "),
        ),
        (
            "The patrol heard no shots.",
            "The court heard two witnesses.",
            "The monitors did not record any explosions.",
            "The company recorded a loss.",
        ),
        note="fire and blasts told by who heard or recorded them",
    ),
)
