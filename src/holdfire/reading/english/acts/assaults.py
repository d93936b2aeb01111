"""Force without a shot: stones thrown, weapons pointed, electric shocks given."""

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.act_words import is_month
from holdfire.reading.english.acts.participants import BODY_PARTS, NO_MEANS, can_act, is_armed, made
from holdfire.reading.english.clauses.moods import negated
from holdfire.reading.english.phrases.noun_phrases import is_person, means_of, thing_of
from holdfire.reading.english.words.companions import BONES, CROWDS
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

AT = frozenset({"at", "on", "against", "toward", "towards"})
ELECTRIC = frozenset({"electric", "electrical"})
GIVEN = frozenset({"give", "administer", "receive", "get"})
STICKS = frozenset({"baton", "lathi", "cane"})
SHOTS = frozenset({"fire", "gunfire", "burst", "shot", "round"})


def _thrown(site: Site[Lexicon]) -> Deed | None:
    """Forms like "they threw stones at the soldiers", "pelted the officers with rocks"."""
    tree, words = site.tree, site.words
    pred = predication(tree, site.anchor)
    things = [*pred.patients, *(t for case, t in pred.obliques if case == "with")]
    found = next((m for t in things if (m := means_of(tree, t, words)) and m[0] == "other"), None)
    if found is None or negated(tree, site.anchor):
        return None
    pelted = [p for p in pred.patients if means_of(tree, p, words) is None]
    aimed = [t for t in (*_aimed_at(pred), *pelted) if _can_be_hit(tree, t, words) and not is_month(tree, t)]
    if not aimed:
        return None
    actors = [a for a in pred.agents if a not in aimed and is_person(tree, a, words)]
    return made(site, "act.thrown", pred, "attack", aimed, means=found, actors=actors)


def _pointed(site: Site[Lexicon]) -> Deed | None:
    """Forms like "soldiers pointed rifles at a farmer"."""
    tree, words = site.tree, site.words
    pred = predication(tree, site.anchor)
    weapon = any((m := means_of(tree, p, words)) and m[0] == "live_fire" for p in pred.patients)
    aimed = [t for t in _aimed_at(pred) if is_person(tree, t, words)]
    if not weapon or not aimed or negated(tree, site.anchor):
        return None
    actors = [a for a in pred.agents if can_act(tree, a, words)]
    shots = next((p for p in pred.patients if tree.lemmas[p] in SHOTS), None)
    if shots is not None:
        means = means_of(tree, shots, words)
        return made(site, "act.pointed", pred, "fire", aimed, means=means or NO_MEANS, actors=actors)
    return made(site, "act.pointed", pred, "point_weapon", aimed, actors=actors)


def _aimed(site: Site[Lexicon]) -> Deed | None:
    """Forms like "they aim at the back": shots, told by where they go."""
    tree, words = site.tree, site.words
    pred = predication(tree, site.anchor)
    at_body = any(tree.lemmas[t] in BODY_PARTS for t in _aimed_at(pred))
    actors = [a for a in pred.agents if can_act(tree, a, words)]
    if tree.lemmas[site.anchor] != "aim" or not at_body or not actors or negated(tree, site.anchor):
        return None
    means = ("live_fire", tree.word(site.anchor))
    return made(site, "act.aimed", pred, "fire", (), means=means, actors=actors)


def _shocked(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the man was given electric shocks"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    electric = tree.has(noun, ELECTRIC, "amod", "compound")
    if not electric or verb < 0 or tree.lemmas[verb] not in GIVEN or negated(tree, verb):
        return None
    pred = predication(tree, verb)
    getting = tree.lemmas[verb] in ("receive", "get")
    whom = pred.agents if getting else [*pred.patients, *pred.recipients]
    whom = [p for p in whom if p != noun and is_person(tree, p, site.words)]
    actors = [] if getting else [a for a in pred.agents if can_act(tree, a, site.words)]
    means = ("less_lethal", tree.word(noun))
    return (
        made(site, "act.shocked", pred, "use_less_lethal", whom, means=means, actors=actors) if whom else None
    )


def _broken(site: Site[Lexicon]) -> Deed | None:
    """Forms like "police broke the arm of a man", "broke a farmer's jaw"; "his" may be its own."""
    tree, words = site.tree, site.words
    pred = predication(tree, site.anchor)
    bones = [p for p in pred.patients if tree.tokens[p].text.lower() in BONES]
    of = (c for b in bones for c in tree.all(b, "nmod") if tree.case(c) == "of")
    whom = [*of, *(c for b in bones for c in tree.all(b, "nmod:poss"))]
    whom = [t for t in whom if tree.tags[t] != "PRP$" and is_person(tree, t, words)]
    own = tree.tags[pred.agents[0]] == "PRP" if pred.agents else False
    actors = [a for a in pred.agents if is_armed(tree, a, words) or own]
    if not whom or not actors or negated(tree, site.anchor):
        return None
    means = ("beating", tree.word(site.anchor))
    return made(site, "act.broken", pred, "beat", whom, harm="injured", means=means, actors=actors)


def _aimed_at(pred: Predication) -> list[int]:
    return [t for case, t in pred.obliques if case in AT]


def _charged(site: Site[Lexicon]) -> Deed | None:
    """Forms like "police baton-charged the crowd", "soldiers charged the marchers"."""
    tree, verb, words = site.tree, site.anchor, site.words
    near = range(max(verb - 2, 0), verb)
    stick = next((t for t in near if tree.lemmas[t] in STICKS), None)
    pred = predication(tree, verb)
    whom = [p for p in pred.patients if is_person(tree, p, words)]
    agents = [a for a in pred.agents if a != stick]
    if stick is not None:
        agents += tree.all(stick, "compound")  # the tree may have "police baton"
    elif len(tree.all(verb, "obj", "iobj")) > 1 or any(case in ("with", "for") for case, _ in pred.obliques):
        return None  # "charged the men with murder", "charged the crowd a fee"
    else:
        whom = [p for p in whom if tree.tokens[p].text.lower() in CROWDS]
    actors = [a for a in agents if is_armed(tree, a, words)]
    if not whom or negated(tree, verb) or not (actors or (stick is not None and pred.voice == "passive")):
        return None
    means = ("beating", tree.word(stick)) if stick is not None else NO_MEANS
    return made(site, "act.charged", pred, "disperse", whom, means=means, actors=actors)


def _can_be_hit(tree: Dependents, token: int, words: Lexicon) -> bool:
    return is_person(tree, token, words) or thing_of(tree, token, words) is not None


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.thrown",
        Frame("cues.wield", tags="V"),
        _thrown,
        (
            Example("Villagers threw stones at the soldiers.", "attack other Villagers > the soldiers"),
            Example("Bottles were thrown at the guards.", "attack other  > the guards"),
            Example(
                "A patrol was pelted with stones by soldiers on December 9.",
                "attack other soldiers > A patrol",
            ),
            Example("The crowd pelted the officers with rocks.", "attack other The crowd > the officers"),
        ),
        ("The boy threw stones into the river.", "The guards did not throw stones at the boat."),
    ),
    Rule(
        "act.broken",
        Frame("cues.bones", tags="V", needs=("obj",), beside=BONES),
        _broken,
        (Example("Police broke the arm of a man.", "beat beating Police > a man"),),
        (
            "The boy broke his arm.",
            "A soldier broke his leg.",
            "Police broke up the march.",
            "The guards broke the arm of the barrier.",
        ),
        note="a bone that a force broke",
    ),
    Rule(
        "act.charged",
        Frame("cues.charge_at", tags="V", needs=("obj|nsubj:pass",)),
        _charged,
        (
            Example("Police baton-charged the crowd.", "disperse beating Police > the crowd"),
            Example("Soldiers charged the crowd.", "disperse None Soldiers > the crowd"),
        ),
        ("Police charged the crowd a fee.", "Prosecutors charged the men."),
    ),
    Rule(
        "act.pointed",
        Frame("cues.point", tags="V", needs=("obj|nsubj:pass",)),
        _pointed,
        (
            Example("Soldiers pointed rifles at a farmer.", "point_weapon None Soldiers > a farmer"),
            Example("Gunmen levelled machine-gun fire at a guard.", "fire live_fire Gunmen > a guard"),
        ),
        ("The guide pointed a stick at the map.", "The soldiers pointed at the farmer."),
        note="a weapon held on people without a shot",
    ),
    Rule(
        "act.aimed",
        Frame("cues.point", tags="V"),
        _aimed,
        (Example("The guards aim at the legs.", "fire live_fire The guards > "),),
        ("The guards aim at peace.", "The guards did not aim at the legs."),
    ),
    Rule(
        "act.shocked",
        Frame("cues.shock", tags="N"),
        _shocked,
        (
            Example(
                "The man was given electric shocks with a stun gun.",
                "use_less_lethal less_lethal  > The man",
            ),
        ),
        ("The news gave the family a shock.",),
    ),
)
