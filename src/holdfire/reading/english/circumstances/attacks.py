"""What those did on whom force was used: "fired first", "lunged at", "threw stones", "posed no threat"."""

from holdfire.model.incident import Circumstance
from holdfire.model.statement import Bearing
from holdfire.reading.english.circumstances.clauses import (
    NO_ONE,
    SINCE,
    bearing,
    holder,
    is_denied,
    is_standing,
    may_hold,
    weapon_in,
)
from holdfire.reading.english.clauses.moods import bears_no, clause_of
from holdfire.reading.english.phrases.counts import NOBODY
from holdfire.reading.english.phrases.noun_phrases import is_person, means_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

STONES = frozenset({"stone", "rock", "brick", "bottle", "missile", "projectile", "object", "stick"})
POSE = frozenset({"pose", "present", "constitute", "be", "represent"})
LIVES = frozenset({"life", "safety"})
BURNING = frozenset({"explosive"})


def _first(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "had opened fire first", "shot at them first"."""
    tree, verb = site.tree, site.anchor
    last = any(tree.lemmas[c] == "first" and c > verb for c in tree.all(verb, "advmod"))
    if not last or is_denied(tree, verb) or predication(tree, verb).voice == "passive":
        return None
    if tree.lemmas[verb] == "open" and not tree.has(verb, ("fire",), "obj"):
        return None
    who = holder(tree, verb, site.words)
    return bearing(site, "attack.first", "attacking", who, standing=True) if who is not None else None


def _answered(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "returned fire", "fired back", "after coming under fire": others had fired."""
    tree, verb = site.tree, site.anchor
    if site.row == "fire":
        below = {tree.lemmas[c]: tree.relations[c] for c in tree.children[verb]}
        fits = below.get("fire") == "obj"
    elif site.row == "under":
        under = [t for case, t in predication(tree, verb).obliques if case == "under"]
        fits = any(tree.lemmas[t] in ("fire", "attack") for t in under) and is_standing(tree, verb)
    else:
        fits = verb + 1 < len(tree.lemmas) and tree.lemmas[verb + 1] == "back"
    if not fits or is_denied(tree, verb):
        return None
    return bearing(site, "attack.answered", "attacking", None, standing=True)


def _exchange(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "died in an exchange of fire", "killed in a shootout"."""
    tree, noun = site.tree, site.anchor
    fire = tree.has(noun, ("fire", "gunfire", "shot"), "nmod", "compound")
    if tree.lemmas[noun] == "exchange" and not fire:
        return None
    above = tree.heads[noun]
    hurt = site.words.act_verbs.get(tree.lemmas[above]) if above >= 0 else None
    inside = tree.case(noun) in ("in", "during") and hurt is not None and hurt.act != "detain"
    return bearing(site, "attack.exchange", "attacking", None, standing=True) if inside else None


def _lunged(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "lunged at an officer", "charged at them with a machete", "came at him with an axe"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    who = holder(tree, verb, site.words)
    aimed = [t for case, t in pred.obliques if case in ("at", "on", "towards", "toward")]
    aimed = [t for t in aimed if is_person(tree, t, site.words)]
    if not aimed or who is None or pred.voice == "passive" or is_denied(tree, verb):
        return None
    armed = weapon_in(tree, _with(tree, verb), site.words) is not None
    if site.row == "at" and not armed:
        return None
    return bearing(site, "attack.lunged", "attacking", who, standing=True)


def _lunged_armed(site: Site[Lexicon]) -> Bearing | None:
    """The weapon in the same forms."""
    made = _lunged(site)
    armed = weapon_in(site.tree, _with(site.tree, site.anchor), site.words) is not None
    who = holder(site.tree, site.anchor, site.words)
    return bearing(site, "attack.weapon", "armed", who, standing=True) if made is not None and armed else None


def _with(tree: Dependents, verb: int) -> list[int]:
    """The phrases with "with" in a clause, which a tree may hang from another phrase."""
    return [t for t in tree.branch(verb) if tree.case(t) == "with"]


def _threw(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "threw stones at the post", "pelted soldiers with bottles", "hurled a grenade"."""
    tree, verb = site.tree, site.anchor
    if is_denied(tree, verb):
        return None
    pred = predication(tree, verb)
    thrown = [*pred.patients, *_with(tree, verb)]
    who = next((t for t in pred.agents if may_hold(tree, t, site.words)), None)
    what = next((k for t in thrown if (k := _kind_of(tree, t, site.words)) is not None), None)
    if what is None or who is None:
        return None
    return bearing(site, "attack.threw", what, who)


def _kind_of(tree: Dependents, thing: int, words: Lexicon) -> Circumstance | None:
    if any(tree.lemmas[t] in STONES for t in (thing, *tree.all(thing, "conj"))):
        return "stones"
    means = means_of(tree, thing, words)
    return "attacking" if means is not None and means[0] in BURNING else None


def _stone_throwing(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "stone-throwing youths", "stone-pelters"."""
    tree, word = site.tree, site.anchor
    before = word - 2 if word > 1 and tree.tags[word - 1] == "HYPH" else word - 1
    if before < 0 or tree.lemmas[before] not in ("stone", "rock"):
        return None
    who = word if tree.tags[word][0] == "N" and tree.relations[word] not in ("compound", "amod") else None
    who = who if who is not None else holder(tree, word, site.words)
    return bearing(site, "attack.stones", "stones", who, standing=True) if who is not None else None


def _attacked(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "after they had attacked the post", "who stormed the gate"; not what is told by itself."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    who = holder(tree, verb, site.words)
    if who is None or pred.voice == "passive" or not pred.patients or is_denied(tree, verb):
        return None
    marks = {tree.lemmas[c] for c in tree.all(verb, "mark", "advmod")}
    led = tree.relations[verb] == "advcl" and bool(marks & SINCE)
    if not (led or tree.relations[verb].startswith("acl")):
        return None
    return bearing(site, "attack.attacked", "attacking", who, standing=True)


def _driven_at(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "the truck had been driven at them", "drove into the soldiers"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    hit = [t for case, t in pred.obliques if case in ("at", "into") and is_person(tree, t, site.words)]
    found = pred.patients if pred.voice == "passive" else pred.agents
    who = next((t for t in found if may_hold(tree, t, site.words)), None)
    if not hit or who is None or is_denied(tree, verb):
        return None
    return bearing(site, "attack.driven_at", "attacking", who)


def _threat(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "posed no threat", "was a danger to the patrol", "nobody was in danger"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    cop = tree.one(noun, "cop") is not None
    led = verb >= 0 and tree.lemmas[verb] in POSE and tree.relations[noun] == "obj"
    if not (cop or led) or tree.has(noun, ("death",), "nmod"):
        return None
    top = noun if cop else verb
    inside = tree.case(noun) == "in"
    if inside and tree.lemmas[noun] != "danger":
        return None
    subject = tree.one(top, "nsubj", "nsubj:pass")
    no = (
        bears_no(tree, noun)
        or is_denied(tree, top)
        or (subject is not None and tree.lemmas[subject] in NO_ONE)
    )
    if inside:
        lives = subject is not None and tree.lemmas[subject] in {*LIVES, *NOBODY, "one"}
        who = None
        if not lives:
            return None
    else:
        who = subject if subject is not None and may_hold(tree, subject, site.words) else None
        if who is None:
            return None
    return bearing(site, "threat.posed", "no_threat" if no else "threat", who, standing=True)


def _self_defence(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "fired in self-defence"."""
    tree, noun = site.tree, site.anchor
    whole = tree.lemmas[noun].startswith("self") or tree.has(noun, ("self",), "compound", "amod")
    if not whole or tree.case(noun) != "in" or is_denied(tree, clause_of(tree, noun)):
        return None
    return bearing(site, "threat.self_defence", "threat", None, standing=True)


def _feared(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "the officer feared for his life", "fearing for their lives"."""
    tree, verb = site.tree, site.anchor
    lives = any(case == "for" and tree.lemmas[t] in LIVES for case, t in predication(tree, verb).obliques)
    return bearing(site, "threat.feared", "threat", None, standing=True) if lives else None


RULES: tuple[Rule[Frame, Site[Lexicon], Bearing], ...] = (
    Rule(
        "attack.first",
        Frame("cues.first_to", tags="V", beside=frozenset({"first"})),
        _first,
        (Example("The men had opened fire first, it said.", "attacking The men"),),
        ("Soldiers first fired tear gas.", "The shop opened first."),
        note="somebody fired or attacked first",
    ),
    Rule(
        "attack.answered",
        Frame("cues.back_at", tags="V"),
        _answered,
        (
            Example("The patrol returned fire.", "attacking "),
            Example("The guards fired back.", "attacking "),
            Example("They fired after coming under fire.", "attacking "),
        ),
        ("He returned the book.", "The men came under a tree.", "They did not fire back."),
        note="fire is answered, so that others had fired",
    ),
    Rule(
        "attack.exchange",
        Frame("cues.exchange", tags="N"),
        _exchange,
        (
            Example("The seven died in an exchange of fire.", "attacking "),
            Example("Two men were killed in a shootout with police.", "attacking "),
        ),
        ("They met for an exchange of prisoners.", "The exchange of words went on."),
        note="an exchange of fire",
    ),
    Rule(
        "attack.lunged",
        Frame("cues.lunge", tags="V"),
        _lunged,
        (
            Example("A suspect lunged at a constable with a kitchen knife.", "attacking A suspect"),
            Example("He came at the guards with an axe.", "attacking He"),
        ),
        ("The lawyer came at noon.", "They rushed to the hospital."),
        note="somebody goes at another, as with a knife",
    ),
    Rule(
        "attack.weapon",
        Frame("cues.lunge", tags="V"),
        _lunged_armed,
        (Example("A suspect lunged at a constable with a kitchen knife.", "armed A suspect"),),
        ("A suspect lunged at a constable.",),
        note="the weapon with which somebody goes at another",
    ),
    Rule(
        "attack.threw",
        Frame("cues.hurl", tags="V"),
        _threw,
        (
            Example("Some of the protesters threw stones at the post.", "stones Some of the protesters"),
            Example("Youths pelted soldiers with bottles.", "stones Youths"),
            Example("The men hurled a grenade at the patrol.", "attacking The men"),
        ),
        ("The children threw a party.", "They did not throw stones."),
        note="stones, bottles, grenades thrown",
    ),
    Rule(
        "attack.stones",
        Frame("cues.stones", tags="NJV"),
        _stone_throwing,
        (Example("Soldiers fired at stone-throwing youths.", "stones stone-throwing youths"),),
        note="words for those who throw stones",
    ),
    Rule(
        "attack.attacked",
        Frame("cues.attacking", tags="V"),
        _attacked,
        (
            Example("They were shot after they had attacked the post with grenades.", "attacking they"),
            Example("Guards shot a man who had stabbed a soldier.", "attacking a man"),
        ),
        ("Rebels attacked the post.", "A storm hit the coast."),
        note="an attack told as what came before",
    ),
    Rule(
        "attack.driven_at",
        Frame("cues.driven_at", tags="V"),
        _driven_at,
        (Example("The truck had been driven at them.", "attacking The truck"),),
        ("He drove into town.",),
        note="a vehicle driven at somebody",
    ),
    Rule(
        "threat.posed",
        Frame("cues.threat", tags="N"),
        _threat,
        (
            Example("The driver posed no threat to anyone.", "no_threat The driver"),
            Example("He did not pose a danger.", "no_threat He"),
            Example("The man was a threat to the patrol.", "threat The man"),
        ),
        (
            "None of the wounded was in danger of death.",
            "Neither was in danger.",
            "The threat of floods is real.",
        ),
        note="whether somebody posed a threat, in these words",
    ),
    Rule(
        "threat.self_defence",
        Frame("cues.self_defence", tags="N"),
        _self_defence,
        (Example("They said that they had fired in self-defence.", "threat "),),
        ("The ministry of defence said so.", "He teaches self-defence."),
        note="force told as self-defence: a threat, as they tell it",
    ),
    Rule(
        "threat.feared",
        Frame("cues.fearing", tags="V"),
        _feared,
        (Example("The officer feared for his life and fired.", "threat "),),
        ("They fear a flood.",),
        note="fear for one's life",
    ),
)
