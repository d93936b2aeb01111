"""Things set on fire: "set fire to a bus", "surrounded the tractor and set it alight"."""

from holdfire.model.statement import Deed
from holdfire.reading.english.acts import sides
from holdfire.reading.english.acts.participants import can_act, made
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

ALIGHT = frozenset({"fire", "ablaze", "afire", "alight"})


def _set_fire(site: Site[Lexicon]) -> Deed | None:
    """Forms like "rebels set fire to a bus", "set two houses ablaze", "set it alight"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    near = [*pred.patients, *tree.all(verb, "xcomp", "advmod", "compound", "compound:prt", "obl", "advcl")]
    if not any(tree.lemmas[c] in ALIGHT for c in near):
        return None
    burnt = [p for p in pred.patients if tree.lemmas[p] not in ALIGHT]
    burnt += [t for case, t in pred.obliques if case == "to"]
    burnt = [t for t in burnt if sides.may_be_hit(tree, t, site.words)]
    actors = [a for a in pred.agents if can_act(tree, a, site.words)]
    return made(site, "act.set_fire", pred, "burn", burnt, actors=actors) if burnt else None


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.set_fire",
        Frame("cues.kindle", tags="V"),
        _set_fire,
        (
            Example("Rebels set fire to a bus.", "burn None Rebels > a bus"),
            Example("The mob set two houses ablaze.", "burn None The mob > two houses"),
            Example("A mob had set two shops on fire there.", "burn None A mob > two shops"),
            Example("Settlers stopped a tractor and set it alight.", "burn None Settlers > it"),
        ),
        ("The army set a date.",),
    ),
)
