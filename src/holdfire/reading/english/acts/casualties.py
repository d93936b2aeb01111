"""The dead and the hurt told by other words than verbs of harm: "left three dead", "two dead"."""

from collections.abc import Sequence

from msgspec.structs import replace

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.by_side import on_each_side, on_sides
from holdfire.reading.english.acts.participants import force_behind, made
from holdfire.reading.english.clauses.moods import negated
from holdfire.reading.english.phrases.noun_phrases import NUMBERS, is_person, longest
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import PASSIVE_SUBJECTS, SUBJECTS, Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import gapped, predication
from holdfire.reading.grammar.rule import Example, Rule

HARM_OF = {"dead": "killed", "lifeless": "killed", "wounded": "injured", "injured": "injured",
           "unconscious": "injured", "hurt": "injured"}  # fmt: skip
UNHURT = frozenset({"unhurt", "unharmed"})
ACTS = {"killed": "kill", "injured": "injure"}
HURTS = frozenset({"injury", "wound", "cut", "burn", "fracture", "bruise"})
PUTTING = frozenset({"put", "place", "estimate", "raise", "bring"})
GRAVE = frozenset({"critical", "serious", "stable", "grave", "fair", "guarded"})
OF_HARM = {
    "injury": "injured",
    "wound": "injured",
    "casualty": "killed",
    "fatality": "killed",
    "loss": "killed",
    "death": "killed",
}
WRECKED = frozenset({"capsize", "shipwreck", "sink", "overturn"})
SENDING = frozenset({"send", "put", "land", "leave"})
BODIES = frozenset({"body", "corpse", "remains"})
BEING = frozenset({"be", "report", "confirm", "cause"})
NO = frozenset({"no", "without"})
HAVING = frozenset({"report", "suffer", "have", "take", "record", "sustain"})
GRADES = frozenset({"serious", "major", "grave", "severe", "heavy", "further", "more", "other", "additional"})
DEADLY = frozenset({"death", "fatality"})
OUTCOMES = {"result": "in", "end": "in", "lead": "to", "culminate": "in"}


def harmed(
    site: Site[Lexicon], rule: str, victims: Sequence[int], harm: str, verb: int | None = None
) -> Deed:
    """A deed that tells who was killed or injured, with the force and the means told beside it."""
    tree = site.tree
    clause = verb if verb is not None else site.anchor
    pred = predication(tree, clause)
    actors, means = force_behind(tree, clause, site.words)
    every = on_sides(tree, victims, site.anchor, harm)
    told = made(site, rule, pred, ACTS[harm], every, harm=harm, means=means, actors=actors)
    return on_each_side(tree, told)


def _state(site: Site[Lexicon]) -> Deed | None:
    """Forms like "left three dead", "was found dead", "two dead and five wounded", "he is dead"."""
    tree, state = site.tree, site.anchor
    lemma = tree.lemmas[state]
    if lemma in UNHURT or (tree.tags[state][0] == "N" and gapped(tree, state) is None):
        return None
    above = tree.heads[state]
    if above >= 0 and tree.lemmas[above] in site.words.act_verbs and tree.relations[state] != "conj":
        return None
    if above >= 0 and tree.lemmas[above] in site.words.cues["fearing"]:
        return None  # "are feared dead"
    whom = _bearers(tree, state, site.words)
    whom = [t for t in whom if t < state or not _has_own_plight(tree, t)]
    if not whom:
        return None
    verb = above if tree.relations[state] in ("xcomp", "ccomp") and above >= 0 else state
    return harmed(site, "harm.state", whom, HARM_OF[lemma], verb)


def _bearers(tree: Dependents, state: int, words: Lexicon) -> Sequence[int]:
    """Who is dead or hurt: the subject, what is left so, the noun after it, or its own number."""
    relation, above = tree.relations[state], tree.heads[state]
    own = tree.all(state, *SUBJECTS, *PASSIVE_SUBJECTS)
    if own:
        return [t for s in own for t in tree.conjuncts(s) if is_person(tree, t, words)]
    if relation in ("xcomp", "ccomp", "advcl") and above >= 0:
        pred = predication(tree, above)
        return pred.patients
    if relation == "amod" and above >= 0 and is_person(tree, above, words):
        counted = tree.one(above, "nummod") is not None or tree.tags[above] == "CD"
        among = tree.conjuncts(above) if tree.has(state, ("among",), "case") else [above]
        return among if counted else []
    gap, before = gapped(tree, state), state - 1
    if gap is not None or (before >= 0 and tree.tags[before] == "CD" and relation != "amod"):
        return [before]
    if tree.one(state, "nummod") is not None and tree.one(state, "det") is None:
        return [state]
    return []


def _has_own_plight(tree: Dependents, people: int) -> bool:
    """Whether of some it is told what they had: "brought in dead, two with bullets in the head"."""
    return any(tree.case(t) == "with" for t in tree.all(people, "nmod"))


def _bled(site: Site[Lexicon]) -> Deed | None:
    """Forms like "two men bled to death near the fence"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    if not any(case == "to" and tree.lemmas[t] == "death" for case, t in pred.obliques):
        return None
    whom = [a for a in pred.agents if is_person(tree, a, site.words)]
    return harmed(site, "harm.bled", whom, "killed") if whom and not negated(tree, verb) else None


def _life(site: Site[Lexicon]) -> Deed | None:
    """Forms like "claimed the life of a girl", "lost his life", "embraced martyrdom"."""
    tree, verb = site.tree, site.anchor
    near = tree.all(verb, "obj", "iobj", "nsubj", "nsubj:pass", "ccomp")
    life = next((o for o in near if tree.lemmas[o] in ("life", "martyrdom")), None)
    if life is None:
        return None
    pred = predication(tree, verb)
    owners = [t for t in tree.all(life, "nmod") if tree.case(t) == "of"]
    owners += [t for t in tree.all(life, "nmod:poss") if tree.tags[t] not in ("PRP$", "PRP")]
    if tree.one(life, "nummod") is not None:
        owners = [life]
    if not owners and (tree.lemmas[verb] in ("lose", "take") or tree.lemmas[life] == "martyrdom"):
        owners = [a for a in pred.agents if is_person(tree, a, site.words)]
    return harmed(site, "harm.life", owners, "killed") if owners else None


def _bodies(site: Site[Lexicon]) -> Deed | None:
    """Forms like "found two bodies", "the bodies of three men were found", "a man's body was recovered"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    body = next((p for p in (*pred.patients, *pred.agents) if tree.lemmas[p] in BODIES), None)
    if body is None or negated(tree, verb) or _after_wreck(tree, verb):
        return None
    owners = [t for t in tree.all(body, "nmod") if tree.case(t) == "of"]
    owners += [t for t in tree.all(body, "nmod:poss") if tree.tags[t] not in ("PRP$", "PRP")]
    owners = [t for t in owners if is_person(tree, t, site.words)]
    counted = tree.one(body, "nummod") is not None
    whom = owners or ([body] if counted else [])
    told = harmed(site, "harm.bodies", whom, "killed", verb) if whom else None
    if told is not None and any(_is_of_those(tree, t) for t in owners):
        return replace(told, undated=(tree.clause(verb),))  # the day is that on which they were found
    return told


def _after_wreck(tree: Dependents, verb: int) -> bool:
    """Whether those found drowned: "recovered eleven bodies after a dinghy capsized"."""
    wrecks = (c for c in tree.all(verb, "advcl", "obl") if tree.lemmas[c] in WRECKED)
    return any(tree.one(c, "obj", "nsubj:pass") is None for c in wrecks)


def _is_of_those(tree: Dependents, people: int) -> bool:
    """Whether people are some of those told before: "two of the men", "the two men"."""
    of = (c for c in tree.all(people, "nmod") if tree.case(c) == "of")
    return any(tree.has(t, ("the", "these", "those"), "det") for t in (people, *of))


def _toll(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the death toll rose to five"."""
    tree, toll = site.tree, site.anchor
    verb = tree.heads[toll]
    put = verb >= 0 and tree.relations[toll] == "obj" and tree.lemmas[verb] in PUTTING
    if verb < 0 or not (put or tree.relations[toll].startswith("nsubj")):
        return None
    if tree.lemmas[toll] != "toll" and tree.one(toll, "compound") is None and not _of_dead(tree, toll):
        return None
    numbers = [
        t for t in tree.all(verb, "obl", "obj") if tree.tags[t] == "CD" or tree.one(t, "nummod") is not None
    ]
    if tree.tags[verb] == "CD":
        numbers = [verb]
    return harmed(site, "harm.toll", numbers[:1], "killed", verb) if numbers else None


def _of_dead(tree: Dependents, number: int) -> bool:
    """Forms like "the number of people killed", "the number of dead"."""
    below = [t for t in tree.all(number, "nmod") if tree.case(t) == "of"]
    near = [*below, *(t for b in below for t in tree.all(b, "acl", "amod"))]
    return any(tree.lemmas[t] in ("kill", "dead", "fatality", "victim", "death") for t in near)


def _condition(site: Site[Lexicon]) -> Deed | None:
    """Forms like "a man is in critical condition"."""
    tree, condition = site.tree, site.anchor
    if not tree.has(condition, GRAVE, "amod", "compound"):
        return None
    own = tree.all(condition, *SUBJECTS)
    if not own and tree.relations[condition] in ("obl", "nmod"):
        pred = predication(tree, tree.heads[condition])
        own = [*(pred.patients if pred.voice == "passive" else pred.agents)]
    whom = [t for s in own for t in tree.conjuncts(s) if is_person(tree, t, site.words)]
    return harmed(site, "harm.condition", whom, "injured") if whom else None


def _sent_to_hospital(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the shooting sent four people to the hospital"."""
    tree, ward = site.tree, site.anchor
    verb = tree.heads[ward]
    if verb >= 0 and tree.tags[verb][0] == "N":
        verb = tree.heads[verb]
    if verb < 0 or tree.lemmas[verb] not in SENDING or tree.case(ward) not in ("to", "in", "into"):
        return None
    pred = predication(tree, verb)
    whom = [p for p in pred.patients if is_person(tree, p, site.words)]
    return harmed(site, "harm.sent_to_hospital", whom, "injured", verb) if whom else None


def _cared_for(site: Site[Lexicon]) -> Deed | None:
    """Forms like "two were treated for wounds", "in hospital after an attack", "were hospitalized"."""
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    hurt = any(case in ("for", "with") and tree.lemmas[t] in HURTS for case, t in pred.obliques)
    if not hurt and any(tree.lemmas[t] in site.words.cues["ward"] for _, t in pred.obliques):
        acts = (t for case, t in pred.obliques if case in ("after", "following"))
        words = site.words
        hurt = any(
            tree.lemmas[t] in words.act_nouns or tree.lemmas[t] in words.cues["attacking"] for t in acts
        )
    if pred.voice != "passive" or not (hurt or tree.lemmas[verb].startswith("hosp")):
        return None
    whom = [p for p in pred.patients if is_person(tree, p, site.words)]
    told = harmed(site, "harm.cared_for", whom, "injured") if whom else None
    if told is None or told.mood != "habitual":
        return told
    return replace(told, mood="happened")  # who "are being treated" were hurt once


def _loss(site: Site[Lexicon]) -> Deed | None:
    """Forms like "no casualties were reported", "there were three deaths", "12 attacks, with two deaths"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    harm = OF_HARM[tree.lemmas[noun]]
    neither = _of_neither(tree, noun)
    none = neither or tree.has(noun, NO, "det", "case")
    if none and tree.has(noun, GRADES, "amod"):
        return None  # "no serious injuries" leaves open whether there were others
    counted = tree.one(noun, "nummod") is not None
    if not (none or counted) or longest(tree, noun, site.words.means) is not None:
        return None
    if tree.lemmas[noun] == "loss" and not (none and tree.tags[noun] == "NNS"):
        return None
    beside = tree.lemmas[noun] in DEADLY and tree.case(noun) == "with"
    if verb >= 0 and tree.lemmas[verb] not in BEING and not (none or beside or _comes_of(tree, noun)):
        return None
    others = _beside(tree, noun) if _comes_of(tree, noun) else []
    if noun in others:
        return None  # "in one death and four injuries": told with the death
    told = harmed(site, "harm.loss", [noun], harm, noun)
    for other in others:
        more = harmed(site, "harm.loss", [other], OF_HARM[tree.lemmas[other]], other)
        told = replace(told, targets=(*told.targets, *more.targets), harms=(*told.harms, *more.harms))
    nobody = tuple(replace(h, phrase=replace(h.phrase, count=0)) for h in told.harms)
    return replace(told, targets=(), harms=nobody) if neither else told


def _comes_of(tree: Dependents, noun: int) -> bool:
    """Forms like "resulted in one death and four injuries", "leading to two fatalities"."""
    first = tree.heads[noun] if tree.relations[noun] == "conj" else noun
    verb = tree.heads[first]
    leads = OUTCOMES.get(tree.lemmas[verb]) if verb >= 0 else None
    return leads is not None and tree.case(first) == leads


def _beside(tree: Dependents, noun: int) -> list[int]:
    """The counted losses told behind the first: "one death and four injuries"."""
    first = tree.heads[noun] if tree.relations[noun] == "conj" else noun
    return [
        t
        for t in tree.conjuncts(first)
        if t != first and tree.lemmas[t] in OF_HARM and tree.one(t, "nummod") is not None
    ]


def _of_neither(tree: Dependents, noun: int) -> bool:
    """Forms like "neither side reported casualties"."""
    verb = tree.heads[noun]
    if verb < 0 or tree.relations[noun] != "obj" or tree.lemmas[verb] not in HAVING:
        return False
    subjects = tree.all(verb, "nsubj")
    return any(tree.lemmas[c] == "neither" for s in subjects for c in (s, *tree.all(s, "det")))


def _fatally(site: Site[Lexicon]) -> Deed | None:
    """Forms like "four were shot, one fatally"."""
    tree, adverb = site.tree, site.anchor
    above = tree.heads[adverb]
    if above < 0 or tree.relations[adverb] != "advmod":
        return None
    one = adverb - 1 if adverb > 0 and tree.tokens[adverb - 1].text.lower() in NUMBERS else None
    return harmed(site, "harm.fatally", [one], "killed") if one is not None else None


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "harm.state",
        Frame("cues.state", tags="JN"),
        _state,
        (
            Example("The shooting left three people dead.", "kill None  > three people"),
            Example("Among the dead are two nurses and a driver.", "kill None  > two nurses, a driver"),
            Example("The farmer was found dead.", "kill None  > The farmer"),
            Example("Three men were brought in dead and eight with bullet wounds.", "kill None  > Three men"),
            Example("Two dead, five wounded in a shooting.", "kill None  > Two"),
            Example(
                "A clash left two dead on the Thai side and three on the other side.",
                "kill None  > two, three",
            ),
        ),
        ("The dead river stank.", "The talks are dead."),
    ),
    Rule(
        "harm.bled",
        Frame("cues.bleed", tags="V", needs=("obl",)),
        _bled,
        (Example("Two men bled to death near the fence.", "kill None  > Two men"),),
        ("The cow bled to death.", "The man bled from the nose."),
    ),
    Rule(
        "harm.life",
        Frame("cues.life", tags="V", needs=("obj|nsubj",)),
        _life,
        (
            Example("The attack claimed the life of a girl.", "kill None  > a girl"),
            Example("The attack claimed twelve lives.", "kill None  > twelve lives"),
            Example("Two soldiers embraced martyrdom.", "kill None  > Two soldiers"),
        ),
        ("The work took a year.", "She embraced her son."),
    ),
    Rule(
        "harm.bodies",
        Frame("cues.bodies", tags="V", beside=BODIES),
        _bodies,
        (
            Example("A search found two unidentified bodies.", "kill None  > two unidentified bodies"),
            Example("The bodies of three men were found near the river.", "kill None  > three men"),
        ),
        (
            "The police found two bags.",
            "His body was found on Monday.",
            "Guards recovered eleven bodies after a dinghy capsized.",
            "The committee is a body of experts.",
        ),
    ),
    Rule(
        "harm.toll",
        Frame("cues.toll", tags="N"),
        _toll,
        (
            Example("The death toll rose to five.", "kill None  > five"),
            Example("The police put the toll at five.", "kill None  > five"),
        ),
        ("The road toll is five dollars.",),
    ),
    Rule(
        "harm.condition",
        Frame("cues.condition", tags="N"),
        _condition,
        (Example("The man is in critical condition.", "injure None  > The man"),),
        ("The road is in good condition.",),
    ),
    Rule(
        "harm.sent_to_hospital",
        Frame("cues.ward", tags="N"),
        _sent_to_hospital,
        (Example("A shooting sent four people to the hospital.", "injure None  > four people"),),
        ("The hospital sent four people a bill.",),
    ),
    Rule(
        "harm.cared_for",
        Frame("cues.care", tags="V"),
        _cared_for,
        (
            Example("Two men were treated for gunshot wounds.", "injure None  > Two men"),
            Example(
                "Three peacekeepers are being treated in hospital after an assault by police.",
                "injure None police > Three peacekeepers",
            ),
        ),
        ("The matter was treated with care.", "Two men were treated in hospital after a meal."),
    ),
    Rule(
        "harm.loss",
        Frame("cues.loss", tags="N"),
        _loss,
        (
            Example("No casualties were reported.", "kill None  > No casualties"),
            Example("Neither side reported casualties.", "kill None  > "),
            Example("The shooting resulted in four injuries.", "injure None  > four injuries"),
            Example("There were 300 violations of the truce, with 18 deaths.", "kill None  > 18 deaths"),
        ),
        (
            "No serious injuries were reported.",
            "The injury kept him at home.",
            "He came to the clinic with two injuries.",
        ),
    ),
    Rule(
        "harm.fatally",
        Frame("cues.fatally", tags="R"),
        _fatally,
        (Example("Four people were shot, one fatally.", "kill None  > one"),),
        ("The plan was fatally flawed.",),
    ),
)
