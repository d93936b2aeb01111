"""Who did an act, told by itself: "the murderers were soldiers", "the crime was committed by smugglers"."""

from collections.abc import Iterable

from msgspec.structs import replace

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.participants import can_act, made, may_be_doer
from holdfire.reading.english.clauses.moods import hedge_of, negated
from holdfire.reading.english.phrases.noun_phrases import is_person
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all"})
TELLING = frozenset({"identify", "describe", "name", "recognise", "recognize"})


def _were(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the murderers of the two farmers were soldiers", "… were identified as guards"."""
    tree, noun, words = site.tree, site.anchor, site.words
    above = tree.heads[noun]
    if above < 0 or not tree.relations[noun].startswith("nsubj") or negated(tree, above):
        return None
    if not tree.has(noun, DEFINITE, "det", "nmod:poss"):
        return None
    if tree.one(above, "cop") is not None and tree.tags[above][0] == "N":
        told: Iterable[int] = tree.conjuncts(above)
    elif tree.lemmas[above] in TELLING:
        told = [t for case, t in predication(tree, above).obliques if case == "as"]
    else:
        return None
    actors = [t for t in told if can_act(tree, t, words) and tree.lemmas[t] not in words.cues["doers"]]
    if not actors:
        return None
    pred = predication(tree, noun)
    victims = [t for case, t in pred.obliques if case in ("of", "poss") and is_person(tree, t, words)]
    deed = made(site, "act.doers", pred, site.row, victims, actors=actors)
    return replace(deed, mood="happened", hedge=hedge_of(tree, above, words))


def _committed(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the crime was committed by armed men", told of an act before."""
    tree, noun, words = site.tree, site.anchor, site.words
    verbs = [v for v in (tree.heads[noun], *tree.all(noun, "acl")) if v >= 0]
    verb = next((v for v in verbs if tree.lemmas[v] in words.cues["commit"]), None)
    if verb is None or negated(tree, verb):
        return None
    if not tree.has(noun, DEFINITE, "det", "nmod:poss"):
        return None
    pred = predication(tree, verb)
    actors = [a for a in pred.agents if may_be_doer(tree, a, words)]
    if pred.voice != "passive" or noun not in pred.patients or not actors:
        return None
    deed = made(site, "act.committed", pred, "incident", (), actors=actors)
    return replace(deed, cue=tree.word(noun))


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.doers",
        Frame("cues.doers", tags="N"),
        _were,
        (
            Example(
                "The murderers of the two farmers were soldiers.", "kill None soldiers > the two farmers"
            ),
            Example("The attackers were identified as border guards.", "attack None border guards > "),
        ),
        (
            "The attackers were young.",
            "The murderers were not soldiers.",
            "Attackers were seen at the bridge.",
            "The killers were murderers.",
        ),
        note="those who did an act told before are said to be somebody",
    ),
    Rule(
        "act.committed",
        Frame("cues.misdeeds", tags="N"),
        _committed,
        (
            Example("The crime was committed by armed men.", "incident None armed men > "),
            Example("The crime was committed by professionals.", "incident None professionals > "),
            Example("He condemned the crime committed by soldiers.", "incident None soldiers > "),
        ),
        (
            "The crime was not committed by soldiers.",
            "Crimes are committed by men.",
            "The crime shook the town.",
        ),
        note="who did what was told before under another name",
    ),
)
