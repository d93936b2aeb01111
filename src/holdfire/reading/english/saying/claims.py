"""Rules for nouns that hand on: the claim that something was done, a denial of it, reports of it."""

from holdfire.model.statement import Attribution
from holdfire.reading.english.saying.nominals import shapes_of_noun
from holdfire.reading.english.saying.shape import Shape
from holdfire.reading.english.saying.telling import told
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.rule import Example, Rule


def _claim_that(site: Site[Lexicon]) -> Attribution | None:
    """A noun of speech with the clause that it hands on."""
    shapes = (s for s in shapes_of_noun(site.tree, site.anchor) if s.name == "claim_that")
    shape = next((s for s in shapes if _introduced(site.tree, s)), None)
    return told(site, shape, "attribution.claim_that") if shape is not None else None


def _claim_of(site: Site[Lexicon]) -> Attribution | None:
    """A noun of speech with the deed that it is about; a report of a person is none."""
    if site.row == "assert":
        return None
    shapes = (s for s in shapes_of_noun(site.tree, site.anchor) if s.name == "claim_of")
    shape = next((s for s in shapes if _is_deed(site, s)), None)
    return told(site, shape, "attribution.claim_of") if shape is not None else None


def _introduced(tree: Dependents, shape: Shape) -> bool:
    """Whether the clause begins with "that" (and is no "claim that he made")."""
    first = shape.content[0]
    return tree.lemmas[first] == "that" and tree.relations[first] == "mark"


def _is_deed(site: Site[Lexicon], shape: Shape) -> bool:
    inside = frozenset(shape.content)
    tops = [t for t in shape.content if site.tree.heads[t] not in inside]
    words = site.words
    return any(site.tree.lemmas[t] in words.act_nouns or site.tree.lemmas[t] in words.act_verbs for t in tops)


RULES: tuple[Rule[Frame, Site[Lexicon], Attribution], ...] = (
    Rule(
        "attribution.claim_that",
        Frame("telling.noun", tags="N"),
        _claim_that,
        (
            Example("The army repeated its claim that the rebels shot first.", "its"),
            Example("There were reports that soldiers opened fire on the crowd.", ""),
        ),
        ("The claim that he filed was lost.", "The report was published on Friday."),
        note="a noun of speech with a clause",
    ),
    Rule(
        "attribution.claim_of",
        Frame("telling.noun", tags="N"),
        _claim_of,
        (Example("Rumors of shootings at the river spread.", ""),),
        ("A report of forty pages spread.",),
        note="a noun of speech with a deed",
    ),
)
