"""Fire told by its noun beside another verb: "fire was directed at", "came under fire"; or no shot at all."""

from collections.abc import Container

from holdfire.geography.peoples import is_country, peoples
from holdfire.model.party import ARMED
from holdfire.model.statement import Deed
from holdfire.reading.english.acts.crewed import stands_for_crew
from holdfire.reading.english.acts.participants import NO_MEANS, can_act, forces_in, is_armed, made
from holdfire.reading.english.clauses.moods import bears_no, negated
from holdfire.reading.english.phrases.noun_phrases import is_person, means_of, party_of, thing_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import Predication, predication
from holdfire.reading.grammar.rule import Example, Rule

AT = frozenset({"at", "on", "against", "toward", "towards", "into"})
SHOTS = frozenset({"shot", "round", "bullet", "cartridge"})
LETTING_OFF = frozenset({"make", "take", "let", "loose", "crack"})
BLAMED = frozenset({"for", "over", "as"})
"""What follows "under fire" where it is blame and not shots."""
ALMOST = frozenset({"nearly", "almost", "narrowly"})
"""What says that an act was not done: "nearly came to blows", or that nobody died: "was nearly lynched"."""
LENGTHS = frozenset({"minute", "hour", "day", "night", "week", "time", "while", "moment"})
HEAVY = frozenset({"explosive"})
SHELLS = frozenset({"shelling", "bombardment", "shellfire"})
STRONG = frozenset({
    "heavy", "intense", "direct", "sustained", "indiscriminate", "unprovoked", "renewed", "sporadic", "fresh",
    "automatic", "small",
})  # fmt: skip
FIRING = frozenset({"fire", "gunfire", "shot", "shellfire", "shelling", "salvo", "bullet", "blow", "volley"})


def is_no_shot(tree: Dependents, pred: Predication) -> bool:
    """Whether what is fired is no shot ("no shots were fired", "fired not a single round")."""
    return any(tree.lemmas[p] in SHOTS and _is_none(tree, p) for p in pred.patients)


def _is_none(tree: Dependents, noun: int) -> bool:
    below = (tree.lemmas[c] for c in tree.children[noun])
    return bears_no(tree, noun) or any(lemma in ("not", "no") for lemma in below)


def _directed(site: Site[Lexicon]) -> Deed | None:
    """Forms like "small-arms fire was directed at the drone", "they directed their fire at the boat"."""
    tree, noun, words = site.tree, site.anchor, site.words
    verb = tree.heads[noun]
    if verb < 0 or tree.lemmas[verb] not in words.cues["direct"] or bears_no(tree, noun):
        return None
    if tree.relations[noun] not in ("obj", "nsubj:pass") or negated(tree, verb):
        return None
    pred = predication(tree, verb)
    aimed = [t for case, t in pred.obliques if case in AT and can_be_shot_at(tree, t, words)]
    actors = [a for a in pred.agents if can_act(tree, a, words)]
    means = ("live_fire", tree.word(noun))
    return made(site, "act.directed", pred, "fire", aimed, means=means, actors=actors) if aimed else None


def verb_of_fire(tree: Dependents, noun: int, verbs: Container[str]) -> int | None:
    """The verb, one of some, that has fire or shots for its object; None where it is denied."""
    verb = tree.heads[noun]
    if verb < 0 or tree.lemmas[verb] not in verbs or tree.relations[noun] != "obj":
        return None
    return None if bears_no(tree, noun) or negated(tree, verb) else verb


def _let_off(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the guards made several shots", "soldiers let off a volley at the boat"."""
    tree, noun, words = site.tree, site.anchor, site.words
    verb = verb_of_fire(tree, noun, LETTING_OFF)
    if verb is None:
        return None
    pred = predication(tree, verb)
    actors = [a for a in pred.agents if is_armed(tree, a, words)]
    aimed = [t for case, t in pred.obliques if case in AT and can_be_shot_at(tree, t, words)]
    aimed += [c for c in tree.all(noun, "nmod") if tree.case(c) in AT and can_be_shot_at(tree, c, words)]
    if not actors or (tree.lemmas[verb] == "take" and not aimed):
        return None  # who "took a bullet" was hit
    into_the_air = any(tree.lemmas[t] in ("air", "sky") for _, t in pred.obliques)
    act, means = ("fire_warning_shot", "warning_shot") if into_the_air else ("fire", "live_fire")
    return made(site, "act.let_off", pred, act, aimed, means=(means, tree.word(noun)), actors=actors)


def _under_fire(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the patrol came under fire from the hills", "was subjected to small-arms fire"."""
    tree, noun, words = site.tree, site.anchor, site.words
    subjected = tree.case(noun) == "to" and tree.lemmas[tree.heads[noun]] in ("subject", "expose")
    how = [t for t in tree.all(noun, "amod") if not _is_of_guns(tree, t)]
    if not subjected and (tree.case(noun) != "under" or how):
        return None
    verb = noun if tree.one(noun, "cop") is not None else tree.heads[noun]
    if verb < 0 or negated(tree, verb):
        return None
    if not subjected and verb != noun and tree.lemmas[verb] not in ("come", "be"):
        return None
    subjects = [t for s in tree.all(verb, "nsubj", "nsubj:pass") for t in tree.conjuncts(s)]
    if not subjects and tree.tags[verb][0] == "V":  # "the convoy left the base and came under fire"
        subjects = [*predication(tree, verb).agents]
    armed = any(means_of(tree, t, words) is not None for t in tree.all(noun, "compound"))
    shot_at = [
        t for t in subjects if _may_be_under_fire(tree, t, words) or (armed and is_person(tree, t, words))
    ]
    beside = (*tree.all(verb, "obl"), *tree.all(noun, "nmod", "obl"))
    whose = forces_in(tree, noun, words) if tree.tags[noun] == "NN" else []
    if not (shot_at or whose) or any(
        tree.case(b) in BLAMED and tree.tags[b][0] != "C" for b in _no_times(tree, beside)
    ):
        return None
    by = [b for b in beside if tree.case(b) in ("from", "by")]
    actors = whose or [b for b in by if is_armed(tree, b, words) or stands_for_crew(tree, b, words)]
    pred = Predication(verb, tree.lemmas[verb], "active", obliques=predication(tree, verb).obliques)
    shells = tree.lemmas[noun] in SHELLS
    means = ("explosive" if shells else "live_fire", tree.word(noun))
    act = "shell" if shells else "fire"
    return made(site, "act.under_fire", pred, act, shot_at, means=means, actors=actors)


def _is_of_guns(tree: Dependents, token: int) -> bool:
    """Whether an adjective before "fire" tells of guns and of no critics: "heavy", "direct", "Indian"."""
    return tree.lemmas[token] in STRONG or tree.tokens[token].text in peoples()


def _may_be_under_fire(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase names a force or a thing; ministers and firms come under another fire."""
    party = party_of(tree, token, words)
    kind = party.kind if party is not None else None
    return kind in ARMED or (party is None and thing_of(tree, token, words) is not None)


def _no_times(tree: Dependents, tokens: tuple[int, ...]) -> list[int]:
    """Without lengths of time ("for an hour")."""
    return [t for t in tokens if tree.lemmas[t] not in LENGTHS]


def can_be_shot_at(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase names somebody or something that fire may be at: a party, a thing, a pronoun."""
    if tree.tags[token] == "PRP":
        return True
    return party_of(tree, token, words) is not None or thing_of(tree, token, words) is not None


def _not_drawn(site: Site[Lexicon]) -> Deed | None:
    """Forms like "no weapon was drawn", "the guards drew no weapons"."""
    tree, words = site.tree, site.words
    pred = predication(tree, site.anchor)
    weapons = [p for p in pred.patients if (m := means_of(tree, p, words)) and m[0] == "live_fire"]
    if not any(_is_none(tree, p) for p in weapons) and not (weapons and negated(tree, site.anchor)):
        return None
    actors = [a for a in pred.agents if can_act(tree, a, words)]
    return made(site, "restraint.not_drawn", pred, "hold_fire", (), actors=actors)


def _opened_up(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the forces opened up on the crowd", "a gunner opened up with a machine gun"."""
    tree, words = site.tree, site.words
    if tree.lemmas[site.anchor] != "open" or negated(tree, site.anchor):
        return None
    if not tree.has(site.anchor, ("up",), "compound:prt"):
        return None
    pred = predication(tree, site.anchor)
    actors = [a for a in pred.agents if is_armed(tree, a, words)]
    aimed = [t for case, t in pred.obliques if case in AT and can_be_shot_at(tree, t, words)]
    ways = (t for case, t in pred.obliques if case == "with")
    means = next((m for t in ways if (m := means_of(tree, t, words)) is not None), None)
    if not actors or tree.one(site.anchor, "obj") is not None or not (aimed or means):
        return None
    means = means or ("live_fire", tree.word(site.anchor))
    return made(site, "act.opened_up", pred, "fire", aimed, means=means, actors=actors)


def _exchanged(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the armies exchanged artillery fire", "border guards traded shots with smugglers"."""
    tree, verb, words = site.tree, site.anchor, site.words
    found = next((o for o in tree.all(verb, "obj") if is_fired(tree, o, words)), None)
    if found is None or negated(tree, verb):
        return None
    pred = predication(tree, verb)
    own = tree.all(verb, "nsubj")
    sides = [t for s in own for t in tree.conjuncts(s)] or [*pred.agents]
    actors = [a for a in sides if can_act(tree, a, words) or tree.tokens[a].text[:1].isupper()]
    actors += [t for case, t in pred.obliques if case == "with" and can_act(tree, t, words)]
    if not actors:
        return None
    kinds = [means_of(tree, t, words) for t in (found, *tree.all(found, "compound", "conj"))]
    heavy = next((m for m in kinds if m is not None and m[0] in HEAVY), None)
    act, means = ("shell", heavy) if heavy is not None else ("fire", ("live_fire", tree.word(found)))
    return made(site, "act.exchanged", pred, act, (), means=means, actors=actors)


def _clashed(site: Site[Lexicon]) -> Deed | None:
    """Forms like "border guards and troops clashed", "fought rebels with rockets": two armed sides."""
    tree, verb, words = site.tree, site.anchor, site.words
    own = [t for s in tree.all(verb, "nsubj") for t in tree.conjuncts(s)]
    if not own or tree.one(verb, "obj") is not None or negated(tree, verb):
        return None
    blows = [t for t in tree.all(verb, "obl", "advcl", "xcomp") if site.row and tree.lemmas[t] == site.row]
    if site.row and not blows:
        return None  # "came to blows", and nothing else that comes
    pred = predication(tree, verb)
    other = [t for case, t in pred.obliques if case in ("with", "against") and is_armed(tree, t, words)]
    if any(tree.case(t) == "over" for t in tree.all(verb, "obl")) or tree.has(verb, ALMOST, "advmod"):
        return None
    if not all(may_fight(tree, t, words) for t in own) or not (
        other or len(own) > 1 or are_two(tree, own[0])
    ):
        return None
    ways = [t for case, t in pred.obliques if case in ("with", "using")]
    ways += [t for b in blows for t in tree.all(b, "obl", "nmod") if tree.case(t) == "with"]
    means = next((m for t in ways if (m := means_of(tree, t, words)) is not None), None)
    act = "shell" if means is not None and means[0] in HEAVY else "attack" if site.row else "fire"
    actors = [*own, *other]
    return made(site, "act.clashed", pred, act, (), means=means or NO_MEANS, actors=actors)


def may_fight(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase may name a side of a fight: a force, or a state by its name."""
    return is_armed(tree, token, words) or is_country(tree.tokens[token].text)


def are_two(tree: Dependents, token: int) -> bool:
    """Whether a phrase names forces of two nations: "Thai and Cambodian troops"."""
    before = [t for t in tree.all(token, "amod", "compound") if tree.tags[t] in ("JJ", "NNP")]
    several = len(before) > 1 and "and" in tree.lemmas[before[0] : before[-1]]
    return several or any(tree.one(c, "conj") is not None for c in before)


def is_fired(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether an object is fire, or names what is fired."""
    if tree.lemmas[token] in FIRING:
        return tree.lemmas[token] != "blow"
    found = means_of(tree, token, words)
    return found is not None and found[0] in ("live_fire", "explosive") and tree.tags[token][0] == "N"


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.exchanged",
        Frame("cues.swap", tags="V", needs=("obj",)),
        _exchanged,
        (
            Example("The two armies exchanged artillery fire.", "shell explosive The two armies > "),
            Example(
                "Border guards traded shots with smugglers.",
                "fire live_fire Border guards, smugglers > ",
            ),
            Example(
                "Ten people died as the militaries of two countries exchanged fire.",
                "fire live_fire the militaries of two countries > ",
            ),
        ),
        ("The two armies exchanged prisoners.", "The leaders traded blows.", "They did not exchange fire."),
        note="fire from two sides, told as one act",
    ),
    Rule(
        "act.clashed",
        Frame("cues.clash", tags="V"),
        _clashed,
        (
            Example(
                "Border police and Pakistani troops clashed at the gate.",
                "fire None Border police, Pakistani troops > ",
            ),
            Example(
                "Thai and Cambodian troops fought with rockets near the temple.",
                "shell explosive Thai and Cambodian troops > ",
            ),
            Example("Soldiers clashed with rebels on Monday.", "fire None Soldiers, rebels > "),
            Example(
                "Chinese and Indian troops came to blows at the lake.",
                "attack None Chinese and Indian troops > ",
            ),
        ),
        (
            "The ministers clashed over the budget.",
            "France and Spain clashed over fish.",
            "The two armies nearly came to blows at the lake.",
            "Chinese and Indian troops came to the lake.",
            "Police clashed with fans.",
            "Firemen fought the fire.",
            "The troops did not clash.",
        ),
        note="two armed sides that fought each other",
    ),
    Rule(
        "act.opened_up",
        Frame("cues.light", tags="V", needs=("compound:prt",)),
        _opened_up,
        (
            Example("Turkish forces opened up on the crowd.", "fire live_fire Turkish forces > the crowd"),
            Example("A sniper opened up with a rifle.", "fire live_fire A sniper > "),
        ),
        (
            "The army opened up a road.",
            "The minister opened up on his fears.",
            "Troops did not open up on them.",
        ),
    ),
    Rule(
        "act.directed",
        Frame("cues.gunfire", tags="N"),
        _directed,
        (
            Example("Small-arms fire was directed at the drone.", "fire live_fire  > the drone"),
            Example("The soldiers directed their fire at a boat.", "fire live_fire The soldiers > a boat"),
        ),
        ("The film was directed at the young.", "No fire was directed at the boat."),
    ),
    Rule(
        "act.let_off",
        Frame("cues.let_off", tags="N"),
        _let_off,
        (
            Example(
                "The border guards made several shots using rifles.", "fire live_fire The border guards > "
            ),
            Example("Soldiers let off a volley at the boat.", "fire live_fire Soldiers > the boat"),
            Example("A guard took a shot at a man.", "fire live_fire A guard > a man"),
        ),
        ("A guard took a bullet.", "The crew made shots of the river.", "The guards made no shots."),
    ),
    Rule(
        "act.under_fire",
        Frame("cues.gunfire", tags="N"),
        _under_fire,
        (
            Example("A patrol came under fire from the hills.", "fire live_fire  > A patrol"),
            Example("The post was under fire for an hour.", "fire live_fire  > The post"),
            Example("The convoy left the base and came under fire.", "fire live_fire  > The convoy"),
            Example("Villagers came under machine-gun fire.", "fire live_fire  > Villagers"),
            Example("The drone was subjected to small-arms fire.", "fire live_fire  > The drone"),
            Example("Two areas came under Indian fire.", "fire live_fire Indian > "),
            Example("The post came under heavy shelling.", "shell explosive  > The post"),
        ),
        (
            "The police came under fire for their slowness.",
            "The film came under fire.",
            "The minister came under fire again.",
        ),
    ),
    Rule(
        "restraint.not_drawn",
        Frame("cues.draw", tags="V", needs=("obj|nsubj:pass",)),
        _not_drawn,
        (Example("The guards drew no weapons.", "hold_fire None The guards > "),),
        ("The guards drew their weapons.", "No lots were drawn."),
    ),
)
