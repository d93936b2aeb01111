"""Fire that falls on somebody: "pounded the village with mortars", "shells fell near the battery"."""

from holdfire.model.statement import Deed
from holdfire.reading.english.acts import sides
from holdfire.reading.english.acts.crewed import is_crewed
from holdfire.reading.english.acts.participants import can_act, made
from holdfire.reading.english.clauses.moods import bears_no, negated
from holdfire.reading.english.phrases.noun_phrases import means_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

WITH = frozenset({"with", "by", "using"})
ON = frozenset({"near", "in", "on", "among", "amid", "inside", "close to", "around", "outside", "into", "at"})
WETTING = frozenset({"spray", "hose", "douse"})
ACTS = {"explosive": "shell", "live_fire": "fire", "less_lethal": "disperse"}
FLYING = frozenset(
    {"shell", "rocket", "missile", "bomb", "round", "grenade", "mortar", "projectile", "munition"}
)


def _plied(site: Site[Lexicon]) -> Deed | None:
    """Forms like "pounded the village with mortars", "were sprayed with bullets"."""
    tree, words = site.tree, site.words
    pred = predication(tree, site.anchor)
    ways = [t for case, t in pred.obliques if case in WITH]
    found = next((m for t in ways if (m := means_of(tree, t, words)) and m[0] in ACTS), None)
    if found is None and pred.lemma in WETTING:
        found = next((("less_lethal", tree.word(t)) for t in ways if tree.lemmas[t] == "water"), None)
    if found is None or negated(tree, site.anchor):
        return None
    aimed = [p for p in pred.patients if sides.is_hurt(tree, p, words)]
    actors = [a for a in pred.agents if can_act(tree, a, words) or is_crewed(tree, a, words)]
    if not aimed or not (pred.agents or pred.voice == "passive"):
        return None
    return made(site, "act.plied", pred, ACTS[found[0]], aimed, means=found, actors=actors)


def _fell(site: Site[Lexicon]) -> Deed | None:
    """Forms like "shells fell near a battery", "a mortar round landed in the yard"."""
    tree, words = site.tree, site.words
    pred = predication(tree, site.anchor)
    if pred.voice == "passive" or negated(tree, site.anchor) or tree.one(site.anchor, "obj") is not None:
        return None
    shells = (
        m
        for a in pred.agents
        if not bears_no(tree, a) and (m := means_of(tree, a, words)) and _flies(tree, a)
    )
    found = next((m for m in shells if m[0] == "explosive"), None)
    if found is None:
        return None
    near = [t for case, t in pred.obliques if case in ON and sides.is_hurt(tree, t, words)]
    near = [t for t in near if tree.tags[t] not in ("NNP", "NNPS")]
    return made(site, "act.fell", pred, "shell", near, means=found)


def _flies(tree: Dependents, token: int) -> bool:
    """Whether a means comes down on somebody: a shell or rocket, and no launcher, drone or plane."""
    return tree.lemmas[token] in FLYING


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.plied",
        Frame("cues.ply", tags="V", needs=("obj|nsubj:pass|nsubj|obl",)),
        _plied,
        (
            Example("Troops pounded the village with mortars.", "shell explosive Troops > the village"),
            Example(
                "Indian forces targeted the civilian population with rockets.",
                "shell explosive Indian forces > the civilian population",
            ),
            Example("Gunmen sprayed the bus with bullets.", "fire live_fire Gunmen > the bus"),
            Example(
                "A Chinese ship sprayed two boats with water.",
                "disperse less_lethal A Chinese ship > two boats",
            ),
        ),
        (
            "The ministry targeted young voters with leaflets.",
            "The cook peppered the fish.",
            "The gardener sprayed the roses with water.",
            "The army targeted smuggling.",
            "Troops did not pound the village with mortars.",
        ),
    ),
    Rule(
        "act.fell",
        Frame("cues.fall", tags="V"),
        _fell,
        (
            Example("Four shells fell near a school.", "shell explosive  > a school"),
            Example("A mortar round landed in their house.", "shell explosive  > their house"),
        ),
        ("The soldiers landed near the school.", "No shells fell.", "Prices fell after the shelling."),
        note="who fired is not told by it",
    ),
)
