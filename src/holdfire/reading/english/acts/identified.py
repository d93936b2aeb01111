"""Who the dead, the hurt or the victims were, told in a sentence of its own: "the dead were named as …"."""

from collections.abc import Sequence

from holdfire.model.statement import Deed
from holdfire.reading.english.acts.casualties import harmed
from holdfire.reading.english.acts.participants import made
from holdfire.reading.english.clauses.moods import negated
from holdfire.reading.english.phrases.noun_phrases import is_person
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

HARM_OF = {
    "dead": "killed", "deceased": "killed", "fatality": "killed", "body": "killed", "slain": "killed",
    "kill": "killed", "injured": "injured", "wounded": "injured", "injure": "injured", "wound": "injured",
}  # fmt: skip
VICTIM = "harm.victim"


def _identified(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the dead were identified as Sabir Alam", "police named the wounded man as …"."""
    names = _names(site)
    harm = _harm(site.tree, predication(site.tree, site.anchor).patients)
    if not names or harm is None:
        return None
    return harmed(site, "harm.identified", names, harm)


def _victim(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the victim was identified as Ali Hassan": who suffered an act told before."""
    tree = site.tree
    pred = predication(tree, site.anchor)
    names = _names(site)
    if not names or _harm(tree, pred.patients) or not any(tree.lemmas[p] == "victim" for p in pred.patients):
        return None
    return made(site, VICTIM, pred, "incident", names)


def _is_named_so(site: Site[Lexicon]) -> Deed | None:
    """Forms like "the deceased is Sabir Alam"."""
    tree, dead = site.tree, site.anchor
    name = tree.heads[dead]
    if tree.relations[dead] not in ("nsubj", "amod") or name < dead or tree.one(name, "cop") is None:
        return None
    if tree.tags[name] != "NNP" or tree.lemmas[dead - 1] != "the" or negated(tree, name):
        return None
    return harmed(site, "harm.identified", tree.conjuncts(name), "killed", verb=name)


def _names(site: Site[Lexicon]) -> list[int]:
    """The people named after "as"."""
    tree = site.tree
    if negated(tree, site.anchor):
        return []
    pred = predication(tree, site.anchor)
    below = [
        site.anchor,
        *(t for p in pred.patients for t in (p, *tree.children[p])),
        *(t for _, t in pred.obliques),
    ]
    after = (
        t
        for b in dict.fromkeys(below)
        for t in tree.all(b, "obl", "obl:agent", "nmod")
        if tree.case(t) == "as"
    )
    people = dict.fromkeys(t for a in after for t in tree.conjuncts(a) if t > site.anchor)
    further = {t for p in people for t in tree.names_after(p)}
    return [t for t in people if t not in further and is_person(tree, t, site.words) and _is_named(tree, t)]


def _is_named(tree: Dependents, token: int) -> bool:
    return any(
        tree.tags[t] == "NNP" for t in (token, *tree.all(token, "flat", "appos"), *tree.names_after(token))
    )


def _harm(tree: Dependents, whom: Sequence[int]) -> str | None:
    """What was done to those who are identified, by the words for them."""
    near = (t for w in whom for t in (w, *tree.all(w, "amod", "acl", "acl:relcl")))
    return next((HARM_OF[tree.lemmas[t]] for t in near if tree.lemmas[t] in HARM_OF), None)


RULES: tuple[Rule[Frame, Site[Lexicon], Deed], ...] = (
    Rule(
        "harm.identified",
        Frame("cues.identify", tags="V", needs=("obj|nsubj:pass",)),
        _identified,
        (
            Example(
                "The dead were identified as Sabir Alam and Rina Devi.", "kill None  > Sabir Alam, Rina Devi"
            ),
            Example("Police named the wounded man as Ivan Petrov.", "injure None  > Ivan Petrov"),
        ),
        (
            "The suspect was identified as Ivan Petrov.",
            "The dead were not identified.",
            "The dead were identified as smugglers.",
        ),
    ),
    Rule(
        "harm.named_so",
        Frame("cues.departed", tags="VJN"),
        _is_named_so,
        (Example("The deceased is Sabir Alam.", "kill None  > Sabir Alam"),),
        ("The deceased is a farmer.", "The deceased is not Sabir Alam."),
    ),
    Rule(
        VICTIM,
        Frame("cues.identify", tags="V", needs=("obj|nsubj:pass",)),
        _victim,
        (Example("The victim was identified as Anton Berger.", "incident None  > Anton Berger"),),
        ("The victim was identified by his brother.", "The thief was identified as Anton Berger."),
        note="the name of somebody whom an act told before befell",
    ),
)
