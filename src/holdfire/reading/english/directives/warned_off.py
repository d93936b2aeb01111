"""What people are warned off by those with power: "warned residents not to return", "against going near"."""

from collections.abc import Callable

from msgspec.structs import replace

from holdfire.model.party import ARMED
from holdfire.model.statement import Directive
from holdfire.reading.english.clauses.calls import warned_off
from holdfire.reading.english.directives.building import Parts, directive, is_foretold, is_unreal
from holdfire.reading.english.directives.forces import Deontic, negated
from holdfire.reading.english.directives.infinitives import is_at_edge
from holdfire.reading.english.directives.norms import norms
from holdfire.reading.english.directives.powers import can_order, is_state
from holdfire.reading.english.phrases.noun_phrases import is_kind
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule


def _warned_off(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the army warned residents not to return", "cautioned them against moving south"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    found = warned_off(tree, pred)
    if found is None or negated(tree, verb) or is_unreal(tree, verb) or is_foretold(tree, verb):
        return None
    content, told = found
    speaker = next((a for a in pred.agents if _speaks_for(site, a, can_order)), None)
    if speaker is None or any(can_order(tree, t, site.words) for t in told):
        return None
    if not (_speaks_for(site, speaker, _is_armed_or_state) or is_at_edge(tree, content)):
        return None
    against = tree.has(content, ("against",), "mark", "case")
    force = Deontic("prohibition" if against else "obligation", tree.word(verb))
    made = replace(site, row=DirectiveWord("prohibition", "proclamation", ()))
    parts = Parts(norms(tree, content, force, site.words), speaker, told, [content])
    return directive(made, "order.warned_off", parts)


def _speaks_for(site: Site[Lexicon], token: int, test: Callable[[Dependents, int, Lexicon], bool]) -> bool:
    """Whether somebody is such a one or speaks for him: "the army's spokesman"."""
    near = (token, *site.tree.all(token, "nmod:poss", "nmod", "compound"))
    return any(test(site.tree, t, site.words) for t in near)


def _is_armed_or_state(tree: Dependents, token: int, words: Lexicon) -> bool:
    return is_kind(tree, token, words, ARMED) or is_state(tree, token, words)


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.warned_off",
        Frame("cues.warn_off", tags="V"),
        _warned_off,
        (
            Example("The army warned residents not to return to the villages.", "prohibition return None"),
            Example(
                "The army's spokesman cautioned residents against moving south of the river.",
                "prohibition move None",
            ),
            Example(
                "The ministry warned farmers not to approach the fence.", "prohibition approach fence None"
            ),
        ),
        (
            "The army warned of an attack.",
            "The ministry warned drivers not to travel in the snow.",
            "The army warned the neighbour not to cross the line.",
            "The guards warned two men not to go on.",
            "A farmer warned others not to go near the fence.",
        ),
    ),
)
