"""Fire told by those whom it was aimed at: "the patrol faced fire from smugglers"."""

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.crewed import stands_for_crew
from holdfire.reading.english.acts.participants import can_act, is_armed, made
from holdfire.reading.english.acts.shots import verb_of_fire
from holdfire.reading.english.phrases.noun_phrases import is_person
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

FACING = frozenset({"face", "meet", "draw", "take", "receive", "encounter", "attract"})
"""What those do who are fired at."""


def _faced(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the patrol had to face fire from smugglers", "the boat drew gunfire from the shore"."""
    tree, noun, words = site.tree, site.anchor, site.words
    verb = verb_of_fire(tree, noun, FACING)
    if verb is None:
        return None
    pred = predication(tree, verb)
    near = (*tree.all(verb, "obl"), *tree.all(noun, "nmod"))
    by = [t for t in near if tree.case(t) in ("from", "by")]
    actors = [t for t in by if can_act(tree, t, words) or stands_for_crew(tree, t, words)]
    shot_at = [a for a in pred.agents if is_armed(tree, a, words) or is_person(tree, a, words)]
    armed = any(is_armed(tree, t, words) for t in (*actors, *shot_at))
    if not (actors and shot_at and armed):
        return None  # "the minister drew fire from all sides"
    bare = Predication(verb, pred.lemma, "active", obliques=pred.obliques)
    return made(site, "act.faced", bare, "fire", shot_at, means=("live_fire", tree.word(noun)), actors=actors)


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.faced",
        Frame("cues.gunfire", tags="N"),
        _faced,
        (
            Example("The patrol had to face fire from smugglers.", "fire live_fire smugglers > The patrol"),
            Example("Soldiers drew gunfire from rebels.", "fire live_fire rebels > Soldiers"),
        ),
        (
            "The minister drew fire from lawmakers.",
            "The soldiers faced fire.",
            "The patrol took no fire from the rebels.",
        ),
        note="fire told by those whom it was aimed at",
    ),
)
