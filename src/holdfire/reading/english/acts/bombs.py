"""Bombs and mines: that went off, that somebody set off, or put where they might go off."""

from holdfire.model.span import Span
from holdfire.model.statement import Deed
from holdfire.reading.english.acts.participants import can_act, made
from holdfire.reading.english.clauses.moods import negated
from holdfire.reading.english.phrases.noun_phrases import is_person, longest, means_of, party_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

AIMED = frozenset({"at", "in", "inside", "outside", "under", "against", "opposite", "in front of", "beside"})
SCENES = frozenset(
    {"town", "city", "village", "neighborhood", "neighbourhood", "road", "highway", "railway", "market",
     "camp", "building", "port", "airport", "farm"}
)  # fmt: skip
"""Things that are rather the scene of an act than its target."""
AT = frozenset({"at", "in", "near", "outside", "under", "on", "beside", "inside", "in front of", "behind"})


def _went_off(site: Site[Lexicon]) -> Deed | None:
    """Forms like "a bomb went off near the station", "… in front of the post office", its target."""
    tree, words = site.tree, site.words
    off = tree.all(site.anchor, "compound:prt", "advmod", "obl", "xcomp")
    if not any(tree.lemmas[c] == "off" for c in off) or negated(tree, site.anchor):
        return None
    pred = predication(tree, site.anchor)
    found = next((m for a in pred.agents if (m := means_of(tree, a, words)) and m[0] in BLASTING), None)
    if found is None:
        return None
    return made(site, "act.went_off", pred, "explode", things_at(tree, pred, words), means=found)


def things_at(tree: Dependents, pred: Predication, words: Lexicon) -> list[int]:
    """The things that something went off at or in; not towns and roads, which say where."""
    found = (t for case, t in pred.obliques if case in AIMED)
    inner = (_side_of(tree, t) for t in found)
    return [t for t in inner if longest(tree, t, words.targets) is not None and tree.lemmas[t] not in SCENES]


def _side_of(tree: Dependents, token: int) -> int:
    """What is in front: of "the front of the office" the office."""
    if tree.lemmas[token] != "front":
        return token
    return next((t for t in tree.all(token, "nmod", "obl") if tree.case(t) == "of"), token)


def device(tree: Dependents, pred: Predication, words: Lexicon) -> tuple[str, Span] | None:
    """What went off where no weapon is the subject: "a device exploded", "a truck packed with dynamite"."""
    row = words.act_verbs.get(pred.lemma)
    if row is None or row.act != "explode":
        return None
    loads = [t for p in pred.patients for c in tree.all(p, "acl") for t in tree.all(c, "obl")]
    things = (*pred.patients, *(t for t in loads if tree.case(t) == "with"))
    found = next((m for t in things if (m := means_of(tree, t, words))), None)
    plain = next((t for t in (*pred.agents, *pred.patients) if tree.lemmas[t] in DEVICES), None)
    return found or (("explosive", tree.word(plain)) if plain is not None else None)


DEVICES = frozenset({"device", "package", "parcel", "charge", "letter"})
"""What may explode and is no weapon by its name."""
BLASTING = frozenset({"explosive", "landmine", "less_lethal"})


BURIED = frozenset({"explosive", "landmine"})


def _set_off(site: Site[Lexicon]) -> Deed | None:
    """Forms like "two farmers set off a mine", "the car bomb was activated by remote control"."""
    tree, words = site.tree, site.words
    pred = predication(tree, site.anchor)
    off = tree.has(site.anchor, ("off",), "compound:prt", "advmod")
    if (site.row == "off" and not off) or negated(tree, site.anchor):
        return None
    after = tree.all(site.anchor, "obl") if not pred.patients else ()
    things = (*pred.patients, *(t for t in after if not tree.case(t)))  # a tree may have no object here
    found = next((m for p in things if (m := means_of(tree, p, words)) and m[0] in BURIED), None)
    if found is None:
        return None
    stepped = found[0] == "landmine"
    actors = [a for a in pred.agents if can_act(tree, a, words) and not (stepped and _steps(tree, a, words))]
    at = things_at(tree, pred, words)
    return made(site, "act.set_off", pred, "explode", at, means=found, actors=actors)


def _steps(tree: Dependents, agent: int, words: Lexicon) -> bool:
    """Whether who sets off a mine is rather whom it hurts: a farmer, a patrol; not rebels."""
    party = party_of(tree, agent, words)
    return party is None or party.kind != "armed group"


def _stepped_on(site: Site[Lexicon]) -> Deed | None:
    """Forms like "two rangers stepped on a mine": it is told that it went off by what came of it."""
    tree, words = site.tree, site.words
    pred = predication(tree, site.anchor)
    ways = (t for case, t in pred.obliques if case in ("on", "upon"))
    found = next((m for t in ways if (m := means_of(tree, t, words)) and m[0] in BURIED), None)
    if found is None or negated(tree, site.anchor):
        return None
    victims = [a for a in pred.agents if is_person(tree, a, words)]
    return made(site, "act.stepped_on", pred, "explode", victims, means=found)


def _planted(site: Site[Lexicon]) -> Deed | None:
    """Forms like "unknown men placed two bombs at the town hall"."""
    tree, words = site.tree, site.words
    pred = predication(tree, site.anchor)
    found = next((m for p in pred.patients if (m := means_of(tree, p, words)) and m[0] in BURIED), None)
    around = (t for case, t in pred.obliques if case in AT)
    where = [w for t in around if (w := _thing_of(tree, t, words)) is not None]
    if found is None or negated(tree, site.anchor):
        return None
    actors = [a for a in pred.agents if can_act(tree, a, words)]
    act = "lay_mines" if found[0] == "landmine" else "use_explosive"
    return (
        made(site, "act.planted", pred, act, where, means=found, actors=actors) if actors or where else None
    )


def _thing_of(tree: Dependents, token: int, words: Lexicon) -> int | None:
    """The thing at a place, or that the place is of: "in the garden of a hotel"."""
    near = (token, *(c for c in tree.all(token, "nmod") if tree.case(c) == "of"))
    return next((t for t in near if longest(tree, t, words.targets) is not None), None)


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.went_off",
        Frame("cues.go_off", tags="V"),
        _went_off,
        (
            Example("A bomb went off near the station.", "explode explosive  > "),
            Example("A bomb went off in front of the post office.", "explode explosive  > the post office"),
        ),
        ("The alarm went off.", "The bomb did not go off."),
    ),
    Rule(
        "act.set_off",
        Frame("cues.set_off", tags="V", needs=("obj|nsubj:pass|obl",)),
        _set_off,
        (
            Example("Two farmers set off a mine.", "explode landmine  > "),
            Example("The car bomb was activated by remote control.", "explode explosive  > "),
            Example("Militants set off a mine.", "explode landmine Militants > "),
            Example("Rebels set off a bomb in the basement of the station.", "explode explosive Rebels > "),
        ),
        ("The farmers set off for the market.", "The alarm was activated.", "They did not set off the bomb."),
    ),
    Rule(
        "act.stepped_on",
        Frame("cues.tread", tags="V"),
        _stepped_on,
        (Example("A ranger stepped on a mine near the temple.", "explode landmine  > A ranger"),),
        ("The ranger stepped on a nail.", "Nobody has trodden on the grass.", "He did not step on the mine."),
    ),
    Rule(
        "act.planted",
        Frame("cues.plant", tags="V", needs=("obj|nsubj:pass",)),
        _planted,
        (
            Example(
                "Unknown men placed two bombs at the bank.", "use_explosive explosive Unknown men > the bank"
            ),
            Example(
                "The bomb was placed by groups of smugglers.",
                "use_explosive explosive groups of smugglers > ",
            ),
            Example(
                "Men placed a bomb in the garden of the station.", "use_explosive explosive Men > the station"
            ),
        ),
        ("The men placed two chairs at the door.", "Nobody placed bombs."),
        note="a bomb put where people are, whether or not it went off",
    ),
)
