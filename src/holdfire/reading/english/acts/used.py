"""What was used: "police used tear gas", "lobbed shells", "answered with machine guns"; firearms not used."""

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.act_words import MANNERS, aimed_at, gravest, is_bare_place
from holdfire.reading.english.acts.crewed import is_crewed
from holdfire.reading.english.acts.participants import Means, is_armed, made, may_be_doer
from holdfire.reading.english.acts.sides import uses_force
from holdfire.reading.english.clauses.moods import bears_no, negated
from holdfire.reading.english.phrases.noun_phrases import is_person
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

AGAINST = frozenset({"at", "on", "against", "into"})
OVERHEAD = frozenset({"over", "above", "near"})
"""What leads to those whom something is dropped on."""
ANSWERS = frozenset({"answer", "respond", "reply", "retaliate"})
TURNED = frozenset({"turn", "train", "drop"})
FROM_ABOVE = frozenset({"explosive", "less_lethal"})
"""What is dropped on somebody."""
OFF = frozenset({"away", "off", "back"})
FIRING = frozenset({"firing", "gunfire", "fire", "shooting"})
ACTS = {"less_lethal": "disperse", "explosive": "explode", "beating": "beat",
        "warning_shot": "fire_warning_shot",
        "flare": "fire_flare", "blank": "fire_blank", "blade": "stab", "landmine": "lay_mines"}  # fmt: skip

HURLED = frozenset({"throw", "hurl", "lob", "toss", "fling", "pelt"})
LAID_DOWN = frozenset({"throw", "lay", "put", "drop", "cast"})


def _used(site: Site[Lexicon]) -> Deed | None:
    """Forms like "police used tear gas", "resorted to firing", "lobbed tear-gas shells"."""
    tree, words = site.tree, site.words
    pred = predication(tree, site.anchor)
    if pred.lemma == "use" and tree.relations[site.anchor] == "advcl" and _is_told(tree, site):
        return None  # "shelled the post, using mortars"
    if pred.lemma in LAID_DOWN and tree.has(site.anchor, ("down", "away"), "compound:prt", "advmod"):
        return None  # "threw down his rifle"
    way = "with" if pred.lemma in ANSWERS else "to"
    things = [*pred.patients, *(t for case, t in pred.obliques if case == way)]
    for thing in things:
        found = gravest(tree, [thing], words)
        if found is None and tree.lemmas[thing] in FIRING:
            found = "live_fire", tree.word(thing)
        if found is None or found[0] in ("arrest", "surveillance", "other") or bears_no(tree, thing):
            continue
        if pred.lemma == "drop" and found[0] not in FROM_ABOVE:
            continue
        if negated(tree, site.anchor):
            return _not_used(site, pred, found)
        if pred.lemma in HURLED and found[0] == "beating":
            found = "other", found[1]  # sticks that are thrown beat nobody
        towards = AGAINST | OVERHEAD if pred.lemma == "drop" else AGAINST
        aimed = [t for t in tree.all(thing, "nmod") if tree.case(t) in towards]
        aimed = aimed or [t for case, t in aimed_at(tree, pred) if case in towards]
        aimed = aimed or [t for case, t in pred.obliques if case in towards - AGAINST]
        aimed = [t for t in aimed if tree.lemmas[t] not in MANNERS and not _of_occasions(tree, t)]
        towns = [t for t in aimed if found[0] != "explosive" and is_bare_place(tree, t, words)]
        beside = [t for p in towns for t in tree.all(p, "nmod") if tree.case(t) in AGAINST]
        aimed = [t for t in (*aimed, *beside) if t not in towns]  # gas is used at a town, rockets hit it
        if not aimed and (pred.lemma in TURNED or (not pred.agents and pred.voice == "active")):
            return None
        act = ACTS.get(found[0], "attack" if found[0] == "other" else "fire")
        actors = [a for a in pred.agents if _may_use(tree, a, words)]
        return made(site, "act.used", pred, act, aimed, means=found, actors=actors)
    return None


def _may_use(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether somebody may have used a weapon: people, a force, or what is crewed by one."""
    return is_crewed(tree, token, words) or may_be_doer(tree, token, words) or is_person(tree, token, words)


def _is_told(tree: Dependents, site: Site[Lexicon]) -> bool:
    """Whether a clause only adds with what the act above it was done."""
    above = tree.lemmas[tree.heads[site.anchor]]
    return above in site.words.act_verbs or above in site.words.cues["break"]


def _not_used(site: Site[Lexicon], pred: Predication, means: Means) -> Deed | None:
    """Forms like "the police did not use firearms": fire held; of other means not used nothing is told."""
    armed = [a for a in pred.agents if is_armed(site.tree, a, site.words)]
    if means[0] != "live_fire" or not armed:
        return None
    return made(site, "restraint.not_used", pred, "hold_fire", (), means=means, actors=armed)


def _of_occasions(tree: Dependents, token: int) -> bool:
    """Whether a number is of times, and of nobody: "on 43 of those occasions"."""
    return tree.has(token, MANNERS, "nmod")


def _driven_off(site: Site[Lexicon]) -> Deed | None:
    """Forms like "guards with batons drove the women away", "pushed the crowd back with tear gas".

    Who is chased off by a force is made to go back, whatever was used.
    """
    tree, words = site.tree, site.words
    pred = predication(tree, site.anchor)
    if not any(tree.lemmas[c] in OFF for c in tree.children[site.anchor]):
        return None
    holding = [c for a in pred.agents for c in tree.all(a, "nmod") if tree.case(c) == "with"]
    found = gravest(tree, [*holding, *(t for case, t in pred.obliques if case == "with")], words)
    whom = [p for p in pred.patients if is_person(tree, p, words)]
    armed = any(uses_force(tree, a, words) for a in pred.agents)
    if not whom or not (armed or pred.voice == "passive") or negated(tree, site.anchor):
        return None
    if found is None:
        if pred.lemma != "chase" or not armed:
            return None
        return made(
            site, "act.driven_off", pred, "push_back", whom,
            means=("other", tree.word(site.anchor)), actors=pred.agents,
        )  # fmt: skip
    return made(site, "act.driven_off", pred, "disperse", whom, means=found, actors=pred.agents)


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.used",
        Frame("cues.wield", tags="V"),
        _used,
        (
            Example("Police lobbed tear-gas shells at the crowd.", "disperse less_lethal Police > the crowd"),
            Example("Police used tear gas against the crowd.", "disperse less_lethal Police > the crowd"),
            Example("The soldiers answered with machine guns.", "fire live_fire The soldiers > "),
            Example(
                "Police used tear gas against migrants at Kuznica.", "disperse less_lethal Police > migrants"
            ),
            Example("Police turned water cannon on the crowd.", "disperse less_lethal Police > the crowd"),
            Example("Planes dropped bombs on the village.", "explode explosive Planes > the village"),
            Example(
                "A drone dropped a stun grenade on a tractor.", "disperse less_lethal A drone > a tractor"
            ),
            Example("The police did not use firearms.", "hold_fire live_fire The police > "),
        ),
        (
            "Police used a new car.",
            "The police did not use tear gas.",
            "No firearms were used.",
            "The rebels turned in their rifles.",
            "The rebels dropped their rifles on the road.",
        ),
    ),
    Rule(
        "act.driven_off",
        Frame("cues.drive_off", tags="V", needs=("obj|nsubj:pass",)),
        _driven_off,
        (
            Example(
                "Guards with batons drove some 60 women away from the gate.",
                "disperse beating Guards > some 60 women",
            ),
            Example("The crowd was driven off with tear gas.", "disperse less_lethal  > The crowd"),
            Example("Sailors chased away the fishermen.", "push_back other Sailors > the fishermen"),
        ),
        (
            "The farmer chased the boys away.",
            "Guards chased the car away.",
            "The guards drove the women away in a bus.",
            "The farmer drove the boys off with a stick.",
        ),
        note="a crowd driven away, with what is told",
    ),
)
