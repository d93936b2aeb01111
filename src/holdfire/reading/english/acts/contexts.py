"""Where the words of force mean something else: film, sport, office, accident, a manner of speaking."""

from holdfire.reading.english.acts.tallies import is_kind_of_case
from holdfire.reading.english.phrases.counts import ORDINALS
from holdfire.reading.english.phrases.noun_phrases import is_person, means_of, thing_of
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import PASSIVE_SUBJECTS, Dependents
from holdfire.reading.grammar.dependents import SUBJECTS as ACTIVE_SUBJECTS
from holdfire.reading.grammar.predication import Predication

DYING = frozenset({
    "die", "kill", "perish", "succumb", "injure", "hurt", "sustain", "suffer", "receive",
})  # fmt: skip
COLLIDING = frozenset({"collide", "crash", "overturn", "derail", "capsize"})
BLOWS = frozenset({"hit", "strike", "kill", "injure", "hurt", "crush"})
WARS = frozenset({"war", "conflict", "insurgency", "uprising", "revolution", "genocide"})
SHOTS = frozenset({"shoot", "fire", "hit", "strike", "beat", "open", "gun"})
SCORES = frozenset({"goal", "point", "run", "vote", "percent", "game", "set", "wicket", "margin"})
ROUNDS = frozenset({"shot", "round", "bullet", "shell", "volley", "burst", "salvo", "gun", "weapon"})
SHOWING = frozenset({"show", "capture"})
SENT_OUT = frozenset({"expel", "deport", "recall", "remove", "repatriate"})
REMAINS = frozenset({"body", "corpse", "remains", "coffin"})
ENVOYS = frozenset({"ambassador", "diplomat", "envoy", "consul", "attaché", "attache", "embassy", "student"})
"""Who is expelled from a capital or a school, and put back over no line."""
POINTING = frozenset({"such", "this"})
SUBJECTS = ACTIVE_SUBJECTS + PASSIVE_SUBJECTS
OFFICES = frozenset({"from", "as", "for"})


def is_elsewhere(tree: Dependents, pred: Predication, words: Lexicon) -> bool:
    """Whether what stands beside a verb makes it no act of force."""
    if any(tree.lemmas[t] in words.cues["abstract"] for t in (*pred.patients, *pred.agents)):
        return True
    if pred.lemma in SENT_OUT and any(tree.lemmas[p] in ENVOYS | REMAINS for p in pred.patients):
        return True
    if pred.lemma in SHOTS and (_is_staged(tree, words) or _shoots_up(tree, pred, words)):
        return True
    if pred.lemma == "fire":
        return _is_dismissal(tree, pred, words)
    if pred.lemma == "beat" and any(case == "by" and tree.lemmas[t] in SCORES for case, t in pred.obliques):
        return True
    return _is_wars_toll(tree, pred) or is_accident(tree, pred, words)


def _is_wars_toll(tree: Dependents, pred: Predication) -> bool:
    """Whether a whole war is said to have killed people: "a month-long war that killed 1,200"."""
    return pred.lemma in BLOWS and any(tree.lemmas[a] in WARS for a in pred.agents)


def _is_staged(tree: Dependents, words: Lexicon) -> bool:
    """Whether a sentence tells of a film, a sport or an exercise; not of a film that shows an act."""
    staged = words.cues["elsewhere"].keys()
    if staged.isdisjoint(tree.lemmas):
        return False
    said = (token for token, lemma in enumerate(tree.lemmas) if lemma in staged)
    return any(tree.tags[token][0] != "V" and not _shows(tree, token) for token in said)


def _shows(tree: Dependents, film: int) -> bool:
    """Forms like "film shows officers beating men"."""
    above = tree.heads[film]
    return above >= 0 and tree.relations[film] == "nsubj" and tree.lemmas[above] in SHOWING


def _shoots_up(tree: Dependents, pred: Predication, words: Lexicon) -> bool:
    """Forms like "prices shot up", "shot off a letter"."""
    if tree.one(pred.head, "compound:prt") is None:
        return False
    if any(thing_of(tree, p, words) is not None for p in pred.patients):
        return False  # "the drone was shot down"
    return not any(is_person(tree, t, words) for t in (*pred.patients, *pred.agents))


def _is_dismissal(tree: Dependents, pred: Predication, words: Lexicon) -> bool:
    """Forms like "the president fired the minister": a person as object and nothing fired at."""
    if any(tree.lemmas[p] in ROUNDS or means_of(tree, p, words) for p in pred.patients):
        return False  # "fired a round from a pistol"
    if pred.voice == "passive" and _is_aimed(tree, pred.head):
        return False
    people = [p for p in pred.patients if is_person(tree, p, words)]
    return bool(people) or (bool(pred.patients) and any(case in OFFICES for case, _ in pred.obliques))


def _is_aimed(tree: Dependents, verb: int) -> bool:
    """Whether a preposition ends a passive: "the post was fired upon"."""
    after = verb + 1
    alone = after in tree.children[verb] and not tree.children[after]
    return alone and tree.lemmas[after] in ("on", "upon", "at") and tree.relations[after] != "case"


def is_accident(tree: Dependents, pred: Predication, words: Lexicon) -> bool:
    """Forms like "died of an overdose", "killed in a crash", "hit by a car"."""
    if pred.lemma in DYING:
        causes = [t for case, t in pred.obliques if case in ("of", "in", "from", "to", "by", "with", "after")]
        if any(is_natural(tree, t, words) for t in causes):
            return True
        clauses = tree.all(pred.head, "advcl")
        if any(tree.lemmas[c] in COLLIDING or tree.has(c, COLLIDING, "advcl") for c in clauses):
            return True  # "died after being pulled from the sea when a boat capsized"
    if pred.voice == "active" and any(is_natural(tree, a, words) for a in pred.agents):
        return True  # "the crash killed 120"
    if pred.lemma in BLOWS and not _comes_of_fire(tree, pred, words):
        doers = [*pred.agents, *(t for case, t in pred.obliques if case == "by")]
        return any(words.targets.get(tree.lemmas[t]) == "vehicle" for t in doers)
    return False


def _comes_of_fire(tree: Dependents, pred: Predication, words: Lexicon) -> bool:
    """Whether harm came of an act told above it: "a patrol boat opened fire, injuring the captain"."""
    above = tree.heads[pred.head]
    if above < 0 or not pred.controlled:
        return False
    return tree.lemmas[above] in words.act_verbs or tree.lemmas[above] in words.cues["light"]


def is_natural(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a cause of harm is an illness, an accident or the like, and no force."""
    near = (token, *tree.all(token, "compound", "amod", "nmod"))
    return any(tree.lemmas[t] in words.cues["natural"] for t in near)


def only_ranks(tree: Dependents, verb: int) -> bool:
    """Whether a participle only says the how-manieth it was: "he is the third villager killed here"."""
    noun = tree.heads[verb]
    if noun < 0 or tree.relations[verb] not in ("acl", "acl:relcl") or not tree.has(noun, ORDINALS, "amod"):
        return False
    return tree.one(noun, "cop") is not None or tree.relations[noun] == "appos"


def _is_hyphened(tree: Dependents, token: int) -> bool:
    """Whether a verb is a part of a longer word: "a shoot-on-sight order", "a six-shot revolver"."""
    after = token + 1
    if after < len(tree.tags) and tree.tags[after] == "HYPH":
        return tree.tokens[after].start == tree.tokens[token].end
    return token > 1 and tree.tags[token - 1] == "HYPH" and tree.tags[token - 2] == "CD"


def is_noun(tree: Dependents, token: int) -> bool:
    """Whether a participle is a noun or an attribute: "such shooting strays", "a six-shot revolver"."""
    if _is_hyphened(tree, token):
        return True
    if tree.lemmas[token] == "shoot" and tree.tags[token] in ("VBD", "VBN") and token > 0:
        return tree.lemmas[token - 1] in ORDINALS | {"first", "last"} and tree.one(token, *SUBJECTS) is None
    if tree.tags[token] != "VBG":
        return False
    return (token > 0 and tree.lemmas[token - 1] in POINTING) or is_kind_of_case(tree, token)
