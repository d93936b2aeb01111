"""Bombs and mines: that went off, that somebody set off, or put where they might go off."""

from holdfire.model.span import Span
from holdfire.model.statement import Deed
from holdfire.reading.english.acts.participants import can_act, made
from holdfire.reading.english.clauses.moods import bears_no, negated
from holdfire.reading.english.phrases.noun_phrases import is_person, means_of, party_of, thing_of
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
CAUSING = frozenset({"cause", "do", "inflict", "deal"})
SIDES = frozenset({"front", "floor", "corner", "entrance", "basement", "corridor", "storey", "story", "rear",
                   "wing", "premises", "hall", "lobby", "door", "gate", "garden", "roof"})  # fmt: skip
DEVICES = frozenset({"device", "package", "parcel", "charge", "letter"})
"""What may explode and is no weapon by its name."""
BLASTING = frozenset({"explosive", "landmine", "less_lethal"})
BURIED = frozenset({"explosive", "landmine"})


def _went_off(site: Site[Lexicon]) -> Deed | None:
    """Forms like "a bomb went off near the station", "… in front of the post office", its target."""
    tree, words = site.tree, site.words
    off = tree.all(site.anchor, "compound:prt", "advmod", "obl", "xcomp")
    if not any(tree.lemmas[c] == "off" for c in off) or negated(tree, site.anchor):
        return None
    pred = predication(tree, site.anchor)
    named = (means_of(tree, a, words) or _plain(tree, a) for a in pred.agents)
    found = next((m for m in named if m is not None and m[0] in BLASTING), None)
    if found is None or is_found_before(tree, site.anchor, words):
        return None
    return made(site, "act.went_off", pred, "explode", things_at(tree, pred, words), means=found)


def things_at(tree: Dependents, pred: Predication, words: Lexicon) -> list[int]:
    """The things that something went off at or in; not towns and roads, which say where."""
    found = (t for case, t in pred.obliques if case in AIMED)
    inner = ((t, _side_of(tree, t)) for t in (*found, *_parts_on(tree, pred, words)))
    return [
        t
        for part, t in inner
        if thing_of(tree, t, words) is not None and (t != part or tree.lemmas[t] not in SCENES)
    ]


def _parts_on(tree: Dependents, pred: Predication, words: Lexicon) -> list[int]:
    """The parts of a thing that something went off on: "on the first floor of the building"."""
    return [t for case, t in pred.obliques if case in ("on", "by") and tree.lemmas[t] in words.cues["part"]]


def is_found_before(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether a bomb did not go off: "was found before it exploded in a bank"."""
    above = tree.heads[verb]
    found = above >= 0 and tree.lemmas[above] in words.cues["forestall"]
    if any(tree.tags[s] != "PRP" for s in tree.all(verb, "nsubj")):
        return False
    return found and tree.relations[verb] == "advcl" and tree.has(verb, ("before",), "mark")


def _burst(site: Site[Lexicon]) -> Deed | None:
    """Forms like "another explosion took place in front of a church", "a blast occurred at a bank"."""
    tree, noun, words = site.tree, site.anchor, site.words
    above = tree.heads[noun]
    if site.row.act != "explode" or bears_no(tree, noun) or (above >= 0 and negated(tree, above)):
        return None
    own = predication(tree, noun)
    if (near := things_at(tree, own, words)) and tree.relations[noun] not in ("compound", "amod"):
        return made(site, "act.burst", own, "explode", near, means=_of_blast(tree, noun, words))
    if above < 0 or tree.relations[noun] != "nsubj":
        return None
    pred, shaken = predication(tree, above), tree.lemmas[above] in words.cues["shake"]
    if not shaken and tree.lemmas[above] not in words.cues["happen"]:
        return None
    hit = [p for p in pred.patients if thing_of(tree, p, words) is not None and tree.lemmas[p] not in SCENES]
    at = hit if shaken else things_at(tree, pred, words)
    means = _of_blast(tree, noun, words)
    if not at and not (shaken and pred.patients):
        return None
    return made(site, "act.burst", pred, "explode", at, means=means)


def _of_blast(tree: Dependents, noun: int, words: Lexicon) -> tuple[str, Span]:
    """The means of a blast: "a dynamite explosion"."""
    before = (means_of(tree, c, words) for c in tree.all(noun, "compound", "amod"))
    return next((m for m in before if m is not None), ("explosive", tree.word(noun)))


def _damaged(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the blast caused damage to several shops"; of a storm nothing is told."""
    tree, noun, words = site.tree, site.anchor, site.words
    above = tree.heads[noun]
    if (
        above < 0
        or tree.lemmas[above] not in CAUSING
        or tree.relations[noun] != "obj"
        or negated(tree, above)
    ):
        return None
    pred = predication(tree, above)
    ways = [*predication(tree, noun).obliques, *pred.obliques]
    things = [t for case, t in ways if case == "to" and thing_of(tree, t, words) is not None]
    means = next((m for a in pred.agents if (m := _blasting(tree, a, words)) is not None), None)
    return made(site, "act.damaged", pred, "attack", things, means=means) if things and means else None


def _blasting(tree: Dependents, token: int, words: Lexicon) -> tuple[str, Span] | None:
    """The means by which a blast, or what went off, did something."""
    found = means_of(tree, token, words)
    if found is not None:
        return found if found[0] in BLASTING else None
    row = words.act_nouns.get(tree.lemmas[token])
    return ("explosive", tree.word(token)) if row is not None and row.act in ("explode", "shell") else None


def _side_of(tree: Dependents, token: int) -> int:
    """What is in front, or what a part is of: of "the front of the office" the office."""
    if tree.lemmas[token] not in SIDES:
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
    plain = (_plain(tree, t) for t in (*pred.agents, *pred.patients))
    return found or next((p for p in plain if p is not None), None)


def _plain(tree: Dependents, token: int) -> tuple[str, Span] | None:
    """What may explode and has no name of a weapon: "a charge", "the device"."""
    return ("explosive", tree.word(token)) if tree.lemmas[token] in DEVICES else None


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
    near = (_side_of(tree, token), token, *(c for c in tree.all(token, "nmod") if tree.case(c) == "of"))
    return next((t for t in near if thing_of(tree, t, words) is not None), None)


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.went_off",
        Frame("cues.go_off", tags="V"),
        _went_off,
        (
            Example("A bomb went off near the station.", "explode explosive  > "),
            Example("A bomb went off in front of the post office.", "explode explosive  > the post office"),
            Example("A charge went off on the first floor of a bank.", "explode explosive  > a bank"),
        ),
        ("The alarm went off.", "The bomb did not go off.", "The bomb was found before it went off."),
    ),
    Rule(
        "act.burst",
        Frame("act_nouns", tags="N"),
        _burst,
        (
            Example("Another explosion took place in front of a church.", "explode explosive  > a church"),
            Example("A dynamite blast occurred at the bank.", "explode explosive  > the bank"),
            Example("There was an explosion at one of the posts.", "explode explosive  > one of the posts"),
            Example("Two explosions shook Arauca on Monday.", "explode explosive  > "),
            Example("A blast rocked the police station.", "explode explosive  > the police station"),
        ),
        (
            "The explosion took place on Friday.",
            "No blast occurred at the bank.",
            "A raid took place at a farm.",
        ),
        note="a blast at something, told by where it was",
    ),
    Rule(
        "act.damaged",
        Frame("cues.damage", tags="N"),
        _damaged,
        (
            Example("The blast caused damage to several shops.", "attack explosive  > several shops"),
            Example("A bomb did heavy damage to the post.", "attack explosive  > the post"),
        ),
        (
            "The storm caused damage to several shops.",
            "The blast did no damage to the talks.",
            "The bomb did not cause damage to the post.",
        ),
    ),
    Rule(
        "act.set_off",
        Frame("cues.set_off", tags="V", needs=("obj|nsubj:pass|obl",)),
        _set_off,
        (
            Example("Two farmers set off a mine.", "explode landmine  > "),
            Example("The car bomb was activated by remote control.", "explode explosive  > "),
            Example("Militants set off a mine.", "explode landmine Militants > "),
            Example(
                "Rebels set off a bomb in the basement of the station.",
                "explode explosive Rebels > the station",
            ),
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
