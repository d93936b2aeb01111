"""Dogs as a means: "set dogs on a group", "police dogs bit three men"."""

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.participants import can_act, is_armed, made
from holdfire.reading.english.clauses.moods import negated
from holdfire.reading.english.phrases.noun_phrases import is_person
from holdfire.reading.english.words.companions import DOGS
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

AT = frozenset({"on", "at", "upon", "against", "onto"})
OF_FORCE = frozenset({"police", "army", "military", "guard", "patrol", "service", "border", "attack"})
GROUPS = frozenset({"group", "crowd", "family"})
TO = frozenset({"attack", "bite", "maul", "chase"})


def _set_on(site: Site[Lexicon]) -> Deed | None:
    """Forms like "guards set dogs on a group", "a dog was unleashed on them", "let their dogs bite him"."""
    tree, verb, words = site.tree, site.anchor, site.words
    pred = predication(tree, verb)
    dogs = [p for p in (*pred.patients, *pred.recipients) if tree.lemmas[p] == "dog"]
    if not dogs or negated(tree, verb):
        return None
    under = (c for d in dogs for c in tree.all(d, "nmod"))
    aimed = [t for case, t in pred.obliques if case in AT and t > verb] + [
        c for c in under if tree.case(c) in AT
    ]
    aimed += [o for c in tree.all(verb, "xcomp", "ccomp") if tree.lemmas[c] in TO for o in tree.all(c, "obj")]
    whom = [t for t in aimed if is_person(tree, t, words) or tree.lemmas[t] in GROUPS]
    actors = [a for a in pred.agents if can_act(tree, a, words)]
    if not whom:
        return None
    return made(
        site, "act.dogs_set_on", pred, "attack", whom, means=("other", tree.word(dogs[0])), actors=actors
    )


def _bitten(site: Site[Lexicon]) -> Deed | None:
    """Forms like "police dogs bit three men", "two were bitten by the guards' dogs"."""
    tree, verb, words = site.tree, site.anchor, site.words
    pred = predication(tree, verb)
    dogs = [d for a in pred.agents if (d := _dog(tree, a)) is not None]
    whom = [p for p in pred.patients if is_person(tree, p, words)]
    if not whom or negated(tree, verb):
        return None
    set_on = any(tree.lemmas[a] == "it" for a in pred.agents)
    owners = [o for d in dogs for o in tree.all(d, "nmod:poss", "compound") if is_armed(tree, o, words)]
    if not dogs or not (set_on or owners or any(_is_of_force(tree, d) for d in dogs)):
        return None
    means = ("other", tree.word(dogs[0]))
    return made(site, "act.dogs_bit", pred, "injure", whom, harm="injured", means=means, actors=owners)


def _dog(tree: Dependents, token: int) -> int | None:
    """The dogs that a phrase names, "it" for one told before: "police dogs", "one of the dogs"."""
    if tree.lemmas[token] == "it":
        return next((t for t in range(token) if tree.lemmas[t] == "dog"), None)
    of = (c for c in tree.all(token, "nmod") if tree.case(c) == "of")
    return next((t for t in (token, *of) if tree.lemmas[t] == "dog"), None)


def _is_of_force(tree: Dependents, dog: int) -> bool:
    """Whether dogs are a force's, or those told of before: "police dogs", "their dogs", "the dogs"."""
    if any(
        tree.lemmas[c] in OF_FORCE or tree.tags[c] == "PRP$" for c in tree.all(dog, "compound", "nmod:poss")
    ):
        return True
    known = tree.has(dog, ("the",), "det")
    return (
        known and tree.tags[dog] == "NNS" and tree.one(dog, "nmod", "nmod:poss", "amod", "compound") is None
    )


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "act.dogs_set_on",
        Frame("cues.unleash", tags="V", beside=DOGS),
        _set_on,
        (
            Example("Guards set dogs on a group of men.", "attack other Guards > a group of men"),
            Example("Officers unleashed their dogs on the migrants.", "attack other Officers > the migrants"),
            Example("Dogs were set on them.", "attack other  > them"),
        ),
        (
            "The guards set the dogs free.",
            "The guards did not set dogs on them.",
            "A farmer let his dog on the field.",
        ),
        note="dogs that a force sets on people",
    ),
    Rule(
        "act.dogs_bit",
        Frame("cues.bite", tags="V", beside=DOGS),
        _bitten,
        (
            Example("Police dogs bit three men near the fence.", "injure other Police > three men"),
            Example("One of the dogs bit a boy.", "injure other  > a boy"),
            Example("Two men were bitten by army dogs.", "injure other army > Two men"),
        ),
        ("A dog bit a postman.", "The village's dogs bit a man.", "The police dog bit into the bone."),
        note="people bitten by the dogs of a force",
    ),
)
