"""Who is held to account for an act: arrested over it, on trial for it, said to have had a part in it."""

from collections.abc import Iterator

from msgspec.structs import replace

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.laid_to import behind
from holdfire.reading.english.acts.nominal_acts import REFERENCE
from holdfire.reading.english.clauses.moods import bears_no, negated
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

OVER = frozenset({"for", "over", "about"})
INTO = frozenset({"implicate", "involve"})
"""Verbs that lead into the act: "was implicated in the murder"."""
LEADING = {"connection": "with", "relation": "to", "charge": "of", "suspicion": "of", "count": "of"}
"""Nouns between the verb and the act, and what leads from them to it: "in connection with the murder"."""
FOUND = frozenset({"convict", "sentence"})
"""Verbs of a court that has found who did it, where the others leave it open."""
DENYING = frozenset({"deny", "reject", "dismiss", "refute"})
FACING = frozenset({"face", "stand", "await", "go", "put", "bring", "be"})


def _held_for(site: Site[Lexicon]) -> Deed | None:
    """Forms like "two soldiers were arrested over the killing of a boy", "is wanted for the murder"."""
    tree, verb = site.tree, site.anchor
    if negated(tree, verb):
        return None
    pred = predication(tree, verb)
    acts = list(_acts(tree, verb))
    told = behind(site, verb, pred.patients, acts, None) if acts else None
    if told is None:
        return None
    hedge = None if tree.lemmas[verb] in FOUND else told.hedge
    over = next((c for c in tree.all(acts[0], "case")), verb)  # the verb tells of the arrest
    return replace(told, rule=_named("act.held_for", told), hedge=hedge, cue=tree.word(over))


def _named(rule: str, told: Deed) -> str:
    """The rule that an act is kept under: without a victim it takes up one that was told ("the shooting")."""
    return rule if told.targets else REFERENCE


def _acts(tree: Dependents, verb: int) -> Iterator[int]:
    """What somebody is held for: right behind the verb, or behind "in connection with", "on charges of"."""
    pred = predication(tree, verb)
    below = [*pred.obliques, *((tree.case(t), t) for p in pred.patients for t in tree.all(p, "nmod"))]
    for case, token in below:
        way = LEADING.get(tree.lemmas[token])
        if way is not None:
            yield from (t for t in tree.all(token, "nmod") if tree.case(t) in (way, "over"))
        elif case in OVER or (case == "in" and tree.lemmas[verb] in INTO):
            yield token


def _on_trial(site: Site[Lexicon]) -> Deed | None:
    """Forms like "two guards are on trial for the murder", "face charges over the beating of a boy"."""
    tree, noun = site.tree, site.anchor
    above = noun if tree.one(noun, "cop") is not None else tree.heads[noun]
    if above < 0 or negated(tree, above) or bears_no(tree, noun):
        return None
    if above != noun and tree.lemmas[above] not in FACING:
        return None
    pred = predication(tree, above)
    whom = tree.all(noun, "nsubj") if above == noun else pred.agents or pred.patients
    acts = [t for t in (*tree.all(noun, "nmod"), *tree.all(above, "obl")) if tree.case(t) in OVER | {"of"}]
    told = behind(site, above, [t for t in whom if t != noun], acts, None)
    return told and replace(told, rule=_named("act.on_trial", told))


def _part_in(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the involvement of troops in the killing", "the army's role in the massacre"."""
    tree, noun = site.tree, site.anchor
    above = tree.heads[noun]
    if bears_no(tree, noun) or negated(tree, above) or tree.lemmas[above] in DENYING:
        return None
    acts = [t for t in tree.all(noun, "nmod") if tree.case(t) == "in"]
    acts += [t for t in tree.all(above, "obl", "nmod") if t > noun and tree.case(t) == "in"]
    whose = [*tree.all(noun, "nmod:poss"), *(t for t in tree.all(noun, "nmod") if tree.case(t) == "of")]
    told = behind(site, noun, whose, acts, None)
    return told and replace(told, rule=_named("act.part_in", told))


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.held_for",
        Frame("cues.held_for", tags="V"),
        _held_for,
        (
            Example(
                "Two soldiers were arrested over the killing of a boy.", "kill None Two soldiers > a boy"
            ),
            Example("A general is wanted for the massacre.", "kill None A general > "),
            Example(
                "Two guards were detained in connection with the murder of a priest.",
                "kill None Two guards > a priest",
            ),
            Example("Police questioned a soldier about the murder of a nun.", "kill None a soldier > a nun"),
            Example("Two officers are implicated in the murder of a nun.", "kill None Two officers > a nun"),
        ),
        (
            "Two guards were not arrested over the killing.",
            "Two guards were arrested for theft.",
            "A boy was arrested in the raid.",
        ),
        note="whom police, courts or commanders hold to account for an act; the verb stands as the hedge",
    ),
    Rule(
        "act.on_trial",
        Frame("cues.on_trial", tags="N"),
        _on_trial,
        (
            Example("Two guards are on trial for the murder of a boy.", "kill None Two guards > a boy"),
            Example("Three soldiers face charges over the shooting.", "fire live_fire Three soldiers > "),
        ),
        ("The trial over the murder began.", "No soldier faces trial for the murder."),
    ),
    Rule(
        "act.part_in",
        Frame("cues.part_in", tags="N"),
        _part_in,
        (
            Example(
                "He confirmed the involvement of troops in the murder of a nun.", "kill None troops > a nun"
            ),
            Example("The inquiry looked at the army's role in the massacre.", "kill None the army > "),
        ),
        ("The role of the army in the region grew.", "He denied the involvement of troops in the murder."),
    ),
)
