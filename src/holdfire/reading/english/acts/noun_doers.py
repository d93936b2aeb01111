"""Who did an act that a noun names, and with what: "an attack by rebels", "carried out with grenades"."""

from holdfire.model.span import Span
from holdfire.reading.english.acts.participants import (
    LANDS,
    Means,
    can_act,
    forces_in,
    is_armed,
    may_be_doer,
)
from holdfire.reading.english.acts.sides import is_of_itself
from holdfire.reading.english.phrases.noun_phrases import means_of
from holdfire.reading.english.words.lexicon import ActWord, Lexicon
from holdfire.reading.grammar.dependents import CLAUSAL, Dependents
from holdfire.reading.grammar.predication import Predication, predication

BESIDE_IT = frozenset({"victim", "witness", "survivor", "bystander"})
FORCEFUL = frozenset({"live_fire", "explosive", "landmine", "blade", "less_lethal", "beating"})


def doers(tree: Dependents, pred: Predication, words: Lexicon) -> list[int]:
    """Who did an act that a noun names."""
    by = [t for case, t in pred.obliques if case == "by" and means_of(tree, t, words) is None]
    by = by or _by_beside(tree, pred.head, words) or by_deeper(tree, pred.head, words)
    before = forces_in(tree, pred.head, words) if pred.lemma != "death" else []
    own = [t for case, t in pred.obliques if case == "poss" and is_armed(tree, t, words)]
    light = _light_doers(tree, pred.head, words)
    found = dict.fromkeys((*by, *(t for t in before if not _is_of(tree, t)), *own, *light))
    return [t for t in found if tree.lemmas[t] not in LANDS]


def _is_of(tree: Dependents, token: int) -> bool:
    """Whether somebody is one of those whom an act is of: "the murders of judges, officials and farmers"."""
    first = tree.heads[token] if tree.relations[token] == "conj" and not tree.case(token) else token
    return tree.case(first) == "of"


def _by_beside(tree: Dependents, noun: int, words: Lexicon) -> list[int]:
    """Who did it where a tree hangs it from the verb: "died in attacks by members of the front"."""
    above = tree.heads[noun]
    near = tree.all(above, "obl", "obl:agent", "nmod") if above >= 0 else []
    first = next((t for t in near if tree.case(t) == "by" and min(tree.branch(t)) == noun + 1), None)
    return [t for t in tree.conjuncts(first) if can_act(tree, t, words)] if first is not None else []


def by_deeper(tree: Dependents, noun: int, words: Lexicon) -> list[int]:
    """Who did it where a tree hangs it from the place: "an attack on the post near the river by rebels"."""
    found = (t for t in tree.branch(noun, CLAUSAL) if tree.case(t) == "by" and is_armed(tree, t, words))
    first = next((t for t in found if t > noun), None)
    return tree.conjuncts(first) if first is not None else []


def _light_doers(tree: Dependents, noun: int, words: Lexicon) -> list[int]:
    """Forms like "rebels carried out an attack", "the murder committed by soldiers"."""
    above = tree.heads[noun]
    found: list[int] = []
    if above >= 0 and _is_laid_to(tree, tree.heads[above], words):
        return found  # "was charged with committing the murder" is told with its charge
    if tree.case(noun) == "behind":
        return [t for t in tree.all(noun, "nsubj") if can_act(tree, t, words)]
    if above >= 0 and tree.tags[above][0] == "V" and tree.lemmas[above] in words.cues["commit"]:
        inside = tree.relations[noun] == "obj" or tree.case(noun) == "in"
        did = predication(tree, above)
        found += did.agents if inside and did.voice == "active" else did.patients if inside else []
        found += [
            t
            for t in tree.all(above, "obl:agent", "obl")
            if tree.relations[noun] == "nsubj:pass" and tree.case(t) == "by"
        ]
    for below in (*tree.all(noun, "acl", "acl:relcl"), *_late(tree, noun)):
        if tree.lemmas[below] in words.cues["commit"]:
            found += [t for t in tree.all(below, "obl:agent", "obl") if tree.case(t) == "by"]
    return [
        t for t in found if t != noun and (_may_have_done(tree, t, words) or is_of_itself(tree, t, words))
    ]


def _is_laid_to(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a word says that somebody is accused: "was charged with", "is suspected of"."""
    if token < 0:
        return False
    accuse = words.cues["accuse"]
    return tree.lemmas[token] in accuse or tree.tokens[token].text.lower() in accuse


def _may_have_done(tree: Dependents, token: int, words: Lexicon) -> bool:
    if tree.lemmas[token] in BESIDE_IT:
        return False  # "victims and witnesses involved in seven incidents"
    led = tree.case(token) == "by" and may_be_doer(tree, token, words)
    return led or can_act(tree, token, words)


def _late(tree: Dependents, noun: int) -> list[int]:
    """A participle told of a noun behind a comma: "the murder of a guard, carried out by rebels"."""
    above = tree.heads[noun]
    near = tree.all(above, "parataxis", "advcl", "conj") if above >= 0 else []
    bare = (v for v in near if v > noun and tree.one(v, "nsubj", "nsubj:pass", "obj", "aux") is None)
    return [v for v in bare if tree.lemmas[v - 1] == "," and tree.tags[v] in ("VBN", "VBD")]


def with_what(tree: Dependents, pred: Predication, entry: ActWord, words: Lexicon) -> Means:
    """The means of an act named by a noun: "a bomb attack", "an attack with rifles"."""
    near = [pred.head, *(t for case, t in pred.obliques if case in ("compound", "amod", "with", "by"))]
    near += _light_means(tree, pred.head, words)
    found = next((m for t in near if (m := means_of(tree, t, words)) and m[0] in FORCEFUL), None)
    found = found or _cause_of(tree, pred.head, words)
    if found is not None:
        return found
    return entry.means, (tree.word(pred.head) if entry.means else None)


def _cause_of(tree: Dependents, noun: int, words: Lexicon) -> tuple[str, Span] | None:
    """Forms like "the bombs caused the destruction of the houses"."""
    above = tree.heads[noun]
    if above < 0 or tree.lemmas[above] != "cause" or tree.relations[noun] != "obj":
        return None
    doing = predication(tree, above).agents
    return next((m for t in doing if (m := means_of(tree, t, words)) and m[0] in FORCEFUL), None)


def _light_means(tree: Dependents, noun: int, words: Lexicon) -> list[int]:
    """What an act is carried out with: "the attack was carried out with grenades"."""
    doing = (tree.heads[noun], *tree.all(noun, "acl", "acl:relcl"))
    doing = tuple(v for v in doing if v >= 0 and tree.lemmas[v] in words.cues["commit"])
    return [t for v in doing for t in tree.all(v, "obl") if tree.case(t) == "with"]
