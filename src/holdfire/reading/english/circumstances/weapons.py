"""Whether those on whom force was used bore a weapon: "unarmed", "armed with a machete"."""

from holdfire.model.incident import Circumstance
from holdfire.model.statement import Bearing
from holdfire.reading.english.acts.act_words import held_against
from holdfire.reading.english.circumstances.clauses import (
    NO_ONE,
    bearing,
    holder,
    is_denied,
    may_hold,
    of_nobody,
    weapon_in,
)
from holdfire.reading.english.clauses.moods import bears_no
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

OTHER: dict[Circumstance, Circumstance] = {"armed": "unarmed", "unarmed": "armed"}
BESIDE = frozenset({"on", "beside", "with", "near", "by", "in", "next to", "under", "at"})
BODIES = frozenset(
    {"body", "corpse", "pocket", "hand", "bag", "possession", "victim", "dead", "he", "she", "they"}
)
SCENES = frozenset({"it", "scene", "spot", "vehicle", "car", "truck", "boat", "bag"})
STATIVE = frozenset({"have", "hold", "bear", "carry"})


def _by_word(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "an unarmed man", "he was unarmed", "a man armed with a machete", "none was armed"."""
    tree, word = site.tree, site.anchor
    who = holder(tree, word, site.words)
    if who is None:
        return None
    kind: Circumstance = site.row
    denied = is_denied(tree, word) or tree.lemmas[who] in NO_ONE
    return bearing(site, "bearing.armed", OTHER[kind] if denied else kind, of_nobody(tree, who))


def _by_verb(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "was carrying a rifle", "brandished a knife", "carried no weapon"."""
    tree, verb = site.tree, site.anchor
    if tree.relations[verb] == "amod" and verb > 1:
        led = weapon_in(tree, list(range(max(0, verb - 2), verb)), site.words)
        return bearing(site, "bearing.wielding", "armed", tree.heads[verb]) if led is not None else None
    pred = predication(tree, verb)
    weapon = weapon_in(tree, pred.patients, site.words)
    who = holder(tree, verb, site.words)
    if weapon is None or who is None or pred.voice == "passive" or tree.one(verb, "aux:pass") is not None:
        return None
    denied = is_denied(tree, verb) or bears_no(tree, weapon) or tree.lemmas[who] in NO_ONE
    kind: Circumstance = "unarmed" if denied else "armed"
    standing = True if tree.lemmas[verb] in STATIVE else None
    return bearing(site, "bearing.wielding", kind, of_nobody(tree, who), standing=standing)


def _with(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "a man with a knife was shot"; not what force was used with."""
    tree, noun = site.tree, site.anchor
    who = tree.heads[noun]
    if tree.case(noun) != "with" or who < 0 or tree.relations[noun] != "nmod":
        return None
    if not may_hold(tree, who, site.words) or weapon_in(tree, [noun], site.words) is None:
        return None
    verb = tree.heads[who]
    if verb >= 0 and noun in held_against(tree, predication(tree, verb), site.words):
        return None
    return bearing(site, "bearing.with", "armed", who, standing=True)


def _pointed(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "pointed a rifle at the officers"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    who = holder(tree, verb, site.words)
    if weapon_in(tree, pred.patients, site.words) is None or who is None or is_denied(tree, verb):
        return None
    return bearing(site, "threat.pointed", "threat", who, standing=True)


def _found(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "two rifles were found beside their bodies", "no weapon was found"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    weapon = weapon_in(tree, pred.patients, site.words)
    if weapon is None:
        return None
    where = [tree.lemmas[t] for case, t in pred.obliques if case in BESIDE]
    if bears_no(tree, weapon) or is_denied(tree, verb):
        apart = any(place not in BODIES | SCENES for place in where)
        return None if apart else bearing(site, "bearing.found", "unarmed", None, standing=True)
    near = any(place in BODIES for place in where)
    return bearing(site, "bearing.found", "armed", None, standing=True) if near else None


RULES: tuple[Rule[Frame, Site[Lexicon], Bearing], ...] = (
    Rule(
        "bearing.armed",
        Frame("cues.armed", tags="JVN"),
        _by_word,
        (
            Example("Soldiers shot an unarmed man near the fence.", "unarmed an unarmed man"),
            Example("The man was unarmed.", "unarmed The man"),
            Example("None of them was armed.", "unarmed them"),
            Example("A man armed with a machete was shot.", "armed A man armed with a machete"),
            Example("The driver was not armed.", "unarmed The driver"),
        ),
        (
            "An unarmed drone was shot down.",
            "The armed conflict went on.",
            "If he had been armed, they said.",
        ),
        note="a word that says whether somebody bore a weapon",
    ),
    Rule(
        "bearing.wielding",
        Frame("cues.bearing", tags="VJ"),
        _by_verb,
        (
            Example("Guards shot a man who was carrying a rifle.", "armed a man"),
            Example("He brandished a knife.", "armed He"),
            Example("Neither of them was carrying a weapon.", "unarmed them"),
            Example("The boy carried no weapon.", "unarmed The boy"),
        ),
        ("He carried a bag of rice.", "The shop has a knife.", "They would carry rifles."),
        note="a verb of bearing with a weapon, or without one",
    ),
    Rule(
        "bearing.with",
        Frame("means", tags="N"),
        _with,
        (Example("A man with a knife was shot near the gate.", "armed A man"),),
        ("Guards beat a man with a stick.", "He came with a rope."),
        note="somebody with a weapon",
    ),
    Rule(
        "threat.pointed",
        Frame("cues.pointing", tags="V"),
        _pointed,
        (Example("The man pointed a rifle at the officers.", "threat The man"),),
        ("He pointed at the map.", "She did not point a gun at anyone."),
        note="a weapon pointed at somebody",
    ),
    Rule(
        "bearing.found",
        Frame("cues.found", tags="V"),
        _found,
        (
            Example("Two rifles were found beside their bodies.", "armed "),
            Example("No weapon was found in it.", "unarmed "),
        ),
        ("A rifle was found in the market.", "The men found a cave."),
        note="weapons found, or not found, on those who were shot",
    ),
)
