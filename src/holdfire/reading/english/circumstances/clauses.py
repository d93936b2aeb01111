"""What the rules on circumstances share: whose it is, whether it was so, and whether it was so already."""

from collections.abc import Iterable

from holdfire.model.incident import Circumstance
from holdfire.model.statement import Bearing
from holdfire.reading.english.clauses.moods import bears_no, clause_of, mood_of, negated
from holdfire.reading.english.phrases.counts import NOBODY
from holdfire.reading.english.phrases.noun_phrases import is_person, means_of, named
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Site
from holdfire.reading.grammar.predication import predication

WEAPONS = frozenset({
    "gun", "rifle", "pistol", "handgun", "revolver", "shotgun", "firearm", "weapon", "ak-47", "m-16",
    "machinegun", "launcher", "knife", "machete", "axe", "sword", "bayonet", "dagger", "grenade", "bomb",
    "explosive", "cocktail", "stick", "club", "rod", "hammer",
})  # fmt: skip
"""What somebody may bear: words of the table of means, and not their shots and wounds."""
NO_ONE = NOBODY | {"neither", "nor", "no"}
SINCE = frozenset({"as", "while", "when", "after", "once", "because", "since", "though", "although", "who"})
"""What leads a clause that tells what was so when something else happened."""
NOT_YET = frozenset({"before", "until", "unless", "if", "whether", "lest"})
TRIES = frozenset({"try", "attempt", "begin", "start", "want", "make", "gather", "assemble", "come", "take"})
SUBJECTS = ("nsubj", "nsubj:pass")
_APART = ("conj", "cc", "parataxis", "punct", "ccomp")


def bearing(
    site: Site[Lexicon], rule: str, kind: Circumstance, who: int | None, *, standing: bool | None = None
) -> Bearing | None:
    """A circumstance at a site; None where it is denied of him, or told as what might be."""
    tree, anchor = site.tree, site.anchor
    if _is_unreal(tree, anchor, site.words):
        return None
    top = anchor if tree.one(anchor, "cop", *SUBJECTS) is not None else clause_of(tree, anchor)
    phrase = named(tree, who, site.words) if who is not None else None
    settled = is_standing(tree, anchor) if standing is None else standing
    return Bearing(rule, kind, tree.word(anchor), site.sentence, tree.clause(top, _APART), phrase, settled)


def _is_unreal(tree: Dependents, anchor: int, words: Lexicon) -> bool:
    for token in (anchor, *tree.above(anchor)):
        marks = {tree.lemmas[c] for c in tree.all(token, "mark", "advmod")}
        if marks & NOT_YET and tree.relations[token] in ("advcl", "ccomp", "conj", "acl"):
            return True
    verb = clause_of(tree, anchor)
    tried = tree.relations[verb] in ("xcomp", "advcl") and tree.lemmas[tree.heads[verb]] in TRIES
    return not tried and tree.tags[verb][0] == "V" and mood_of(tree, verb, words) != "happened"


def is_standing(tree: Dependents, anchor: int) -> bool:
    """Whether it was so already when something else happened, by the form of the words."""
    if tree.relations[anchor] in ("amod", "compound", "nmod") or tree.one(anchor, "cop") is not None:
        return True
    for token in (anchor, *tree.above(anchor)):
        if tree.relations[token].startswith("acl"):
            return True
        if tree.relations[token] == "advcl":
            marks = {tree.lemmas[c] for c in tree.all(token, "mark", "advmod")}
            return bool(marks & SINCE) or tree.tags[token] in ("VBG", "VBN", "JJ")
        if _goes_on_or_was_done(tree, token):
            return True
    return False


def _goes_on_or_was_done(tree: Dependents, verb: int) -> bool:
    """Whether a verb stands in the pluperfect or the past progressive."""
    helpers = {tree.lemmas[c] for c in tree.all(verb, "aux")}
    return ("have" in helpers and _is_past(tree, verb)) or ("be" in helpers and tree.tags[verb] == "VBG")


def _is_past(tree: Dependents, verb: int) -> bool:
    return any(tree.tags[c] in ("VBD", "VBN", "VB") for c in tree.all(verb, "aux"))


def holder(tree: Dependents, anchor: int, words: Lexicon) -> int | None:
    """Whom a verb, an adjective or a participle tells of: its subject, or the noun that it stands by."""
    relation, above = tree.relations[anchor], tree.heads[anchor]
    if relation in ("amod", "compound") and above >= 0:
        return above if may_hold(tree, above, words) else None
    if tree.tags[anchor][0] == "V":
        pred = predication(tree, anchor)
        found = pred.patients if pred.voice == "passive" else pred.agents
        found = found or _before_relative(tree, anchor)
        return next((t for t in found if may_hold(tree, t, words)), None)
    for token in (anchor, *tree.above(anchor)):
        subject = tree.one(token, *SUBJECTS)
        if subject is not None:
            return subject if may_hold(tree, subject, words) else None
        if tree.relations[token].startswith("acl"):
            above = tree.heads[token]
            return above if may_hold(tree, above, words) else None
    return None


def _before_relative(tree: Dependents, verb: int) -> list[int]:
    """The noun right before "that" or "who" where the tree does not hang the clause from it."""
    led = (c for c in tree.all(verb, *SUBJECTS) if tree.tags[c] in ("WDT", "WP"))
    return [c - 1 for c in led if c and tree.tags[c - 1][0] == "N"][:1]


def may_hold(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase may name somebody on whom force was used: people, or a vehicle with people in it."""
    if is_person(tree, token, words) or tree.lemmas[token] in NO_ONE:
        return True
    return tree.lemmas[token] == "it" or words.targets.get(tree.lemmas[token]) == "vehicle"


def is_denied(tree: Dependents, anchor: int) -> bool:
    """Whether a verb or a predicate is told not to be so, or of nobody."""
    if negated(tree, anchor):
        return True
    subjects = tree.all(anchor, *SUBJECTS)
    return any(tree.lemmas[s] in NO_ONE or bears_no(tree, s) for s in subjects)


def of_nobody(tree: Dependents, token: int) -> int:
    """Of "none of them" those of whom it is said."""
    whole = (c for c in tree.all(token, "nmod") if tree.case(c) == "of")
    return next(whole, token) if tree.lemmas[token] in NO_ONE else token


def weapon_in(tree: Dependents, tokens: Iterable[int], words: Lexicon) -> int | None:
    """The first of some phrases that names a weapon which somebody may bear."""
    borne = (t for t in tokens if tree.lemmas[t] in WEAPONS)
    return next((t for t in borne if means_of(tree, t, words) is not None), None)
