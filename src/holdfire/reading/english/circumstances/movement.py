"""Which way those moved on whom force was used: "as he fled", "was driving away", "approached the post"."""

from holdfire.model.statement import Bearing
from holdfire.reading.english.circumstances.clauses import bearing, holder, is_denied
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

PURSUERS = frozenset({
    "scene", "checkpoint", "patrol", "police", "guard", "soldier", "troop", "officer", "custody", "prison",
    "jail", "camp", "cell", "vehicle", "car", "truck", "bus", "building", "house", "post", "barrier",
    "border", "centre", "center", "fence", "window", "river", "bank", "arrest", "area", "spot",
})  # fmt: skip
"""Whom or what one may flee from or out of when force is used; who flees a war fled long before."""
GUARDED = frozenset({
    "guard", "soldier", "patrol", "troop", "officer", "police", "policeman", "constable", "post", "hut",
    "gate", "checkpoint", "barrier", "fence", "wall", "border", "frontier", "line", "base", "barracks",
    "station", "river", "position", "vehicle", "convoy", "he", "they", "she", "tower", "crossing", "zone",
    "camp",
})  # fmt: skip


def _fled(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "fleeing villagers", "as he fled", "had tried to escape"; not who fled a war."""
    tree, verb = site.tree, site.anchor
    who = holder(tree, verb, site.words)
    if who is None or tree.tags[verb][0] == "N" or is_denied(tree, verb):
        return None
    if tree.tags[verb][0] == "V":
        pred = predication(tree, verb)
        left = [*pred.patients, *(t for case, t in pred.obliques if case in ("from", "out of"))]
        if pred.voice == "passive" or any(tree.lemmas[t] not in PURSUERS for t in left):
            return None
    return bearing(site, "movement.fled", "fleeing", who, standing=_is_standing(tree, verb))


def _is_standing(tree: Dependents, verb: int) -> bool | None:
    """Whoever "tried to escape" did so when something else happened, where that is told beside it."""
    above = tree.heads[verb]
    tried = (
        tree.relations[verb] == "xcomp" and above >= 0 and tree.relations[above].startswith(("advcl", "acl"))
    )
    return True if tried else None


def _went_off(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "was driving away", "as he ran back", "had turned round"."""
    tree, verb = site.tree, site.anchor
    ways = {tree.lemmas[c] for c in tree.all(verb, "advmod", "compound:prt", "obl", "case")}
    who = holder(tree, verb, site.words)
    if ways.isdisjoint(site.row.split()) or who is None or is_denied(tree, verb):
        return None
    if tree.lemmas[verb] in ("drive", "move", "turn") and predication(tree, verb).voice == "passive":
        return None
    return bearing(site, "movement.went_off", "fleeing", who)


def _approached(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "approached the post", "had walked up to the hut", "was coming towards the soldiers"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    who = holder(tree, verb, site.words)
    if who is None or pred.voice == "passive" or is_denied(tree, verb):
        return None
    near = {tree.tokens[c].text.lower() for c in tree.all(verb, "advmod", "compound:prt")}
    led = [t for case, t in pred.obliques if set(case.split()) & {*site.row.split(), "to", "on"}]
    led += tree.all(verb, "xcomp") if near & {"up"} else []
    if site.row and not (
        near & {*site.row.split()} or any(set(c.split()) & {*site.row.split()} for c, _ in pred.obliques)
    ):
        return None
    back = near & {"back", "away", "off"}
    if back or not any(_is_guarded(tree, t) for t in (*pred.patients, *led)):
        return None
    return bearing(site, "movement.approached", "approaching", who)


def _is_guarded(tree: Dependents, token: int) -> bool:
    return any(tree.lemmas[t] in GUARDED for t in (token, *tree.all(token, "compound")))


RULES: tuple[Rule[Frame, Site[Lexicon], Bearing], ...] = (
    Rule(
        "movement.fled",
        Frame("cues.flee", tags="VJ"),
        _fled,
        (
            Example("Soldiers opened fire on fleeing villagers.", "fleeing fleeing villagers"),
            Example("Police fired on the men while they were trying to flee.", "fleeing they"),
            Example("He was shot as he fled.", "fleeing he"),
        ),
        (
            "Refugees who fled the war were shot at.",
            "He did not flee.",
            "The people are fleeing from North Korea.",
        ),
        note="somebody flees from where force is used",
    ),
    Rule(
        "movement.went_off",
        Frame("cues.off_away", tags="V"),
        _went_off,
        (
            Example("The truck was moving away when it was hit.", "fleeing The truck"),
            Example("He was shot in the leg as he was running back towards the river.", "fleeing he"),
        ),
        ("The mayor ran for office.", "The guards were driven back by no one."),
        note="somebody runs, drives or turns away",
    ),
    Rule(
        "movement.approached",
        Frame("cues.approach", tags="V"),
        _approached,
        (
            Example("Guards fired at a man who approached the fence.", "approaching a man"),
            Example("He had walked up to the guard post and did not stop.", "approaching He"),
        ),
        ("The winter approached.", "They approached the ministry for help.", "He came up with a plan."),
        note="somebody comes nearer to those who guard, or to what they guard",
    ),
)
