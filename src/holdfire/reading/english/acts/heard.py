"""Fire that is told by who heard it, as monitors write: "the patrol heard two bursts of machine-gun fire"."""

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.crewed import is_crewed
from holdfire.reading.english.acts.participants import forces_in, made
from holdfire.reading.english.acts.shots import HEAVY, can_be_shot_at, is_fired
from holdfire.reading.english.clauses.moods import bears_no, negated
from holdfire.reading.english.phrases.noun_phrases import means_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

LANDING = frozenset({"land", "strike", "hit", "fall", "pass", "impact"})
NEAR = frozenset({"near", "close to", "over", "beside", "around"})
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
    by = forces_in(tree, fire, words)
    beside = _beside(tree, fire, words)
    if pred.lemma == "report" and not (by or beside):
        return None  # "residents reported gunfire" may be of anybody's
    return made(site, "act.heard", bare, act, beside, means=(means, tree.word(fire)), actors=by)


def _beside(tree: Dependents, fire: int, words: Lexicon) -> list[int]:
    """Whom fire came near: "ten rounds that landed near their post", "struck fifty metres from them"."""
    fired = [t for t in (fire, tree.heads[fire], *tree.all(fire, "nmod")) if t >= 0]
    came = [v for t in fired for v in tree.all(t, "acl:relcl", "acl")]
    near = (t for v in came if tree.lemmas[v] in LANDING for t in tree.all(v, "obl") if tree.case(t) in NEAR)
    return [t for t in near if can_be_shot_at(tree, t, words) or is_crewed(tree, t, words)]


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
            Example(
                "A patrol reported ten rounds of fire that landed near their post.",
                "fire live_fire  > their post",
            ),
            Example("A patrol reported gunfire from the Israeli side.", "fire live_fire the Israeli side > "),
        ),
        (
            "The patrol heard no shots.",
            "The court heard two witnesses.",
            "The monitors did not record any explosions.",
            "The company recorded a loss.",
            "Residents reported gunfire on Monday.",
        ),
        note="fire and blasts told by who heard or recorded them",
    ),
)
