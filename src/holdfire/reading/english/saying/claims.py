"""Rules for nouns that hand on: the claim that something was done, a denial of it, reports of it."""

from msgspec.structs import replace

from holdfire.model.statement import Attribution
from holdfire.reading.english.saying.denials import CALLING
from holdfire.reading.english.saying.nominals import shapes_of_noun
from holdfire.reading.english.saying.shape import Shape, speaker_of
from holdfire.reading.english.saying.telling import is_negated, told
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.rule import Example, Rule

UNTRUE_THAT, NOT_TRUE = "attribution.untrue_that", "attribution.not_true"
UNTRUE = frozenset({UNTRUE_THAT, NOT_TRUE})


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


def _untrue_that(site: Site[Lexicon]) -> Attribution | None:
    """A denial of what a noun of speech hands on: "said reports that troops fired were not true"."""
    tree, word = site.tree, site.anchor
    if (tree.lemmas[word] in site.words.cues["true"]) != is_negated(tree, word):
        return None
    noun = next((t for t in range(word - 1, -1, -1) if tree.lemmas[t] in site.words.telling["noun"]), None)
    helpers = [c for c in tree.all(word, "cop", "aux", "aux:pass") if noun is not None and c > noun]
    if noun is not None:
        content = range(noun + 1, min((word, *helpers)))
    else:
        clause = next((c for c in tree.all(word, "ccomp", "csubj") if c > word), None)
        own = tree.branch(clause) if clause is not None else ()
        content = range(min(own), max(own) + 1) if own else range(0)
    if not any(tree.tags[t][0] == "V" for t in content):
        return None
    above = (*tree.above(word), *(tree.above(noun) if noun is not None else ()), *tree.all(word, "parataxis"))
    speech = site.words.speech.keys() | CALLING
    telling = (t for t in above if t not in content and tree.lemmas[t] in speech)
    verb = next((t for t in telling if tree.tags[t][0] == "V" and t != word), None)
    source = speaker_of(tree, verb) if verb is not None else None
    shape = Shape("untrue_that", verb if verb is not None else word, tuple(content), (word,), source)
    rule = NOT_TRUE if is_negated(tree, word) else UNTRUE_THAT
    made = told(site, shape, rule, stance="deny")
    return replace(made, stance="deny") if made is not None else None  # also where "true" is negated


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
    *(
        Rule(
            rule,
            Frame(cue, tags=tags),
            _untrue_that,
            examples,
            ("The army said the reports were false.", "The reports that troops fired are true."),
            note="a denial of what reports, claims or accusations say",
        )
        for rule, cue, tags, examples in (
            (
                UNTRUE_THAT,
                "cues.untrue",
                "JVNR",
                (
                    Example("The army said reports that its troops killed two men were false.", "The army"),
                    Example(
                        "The ministry called reports that guards had beaten men baseless.", "The ministry"
                    ),
                ),
            ),
            (
                NOT_TRUE,
                "cues.true",
                "J",
                (
                    Example("It is not true that troops fired, the army said.", "the army"),
                    Example("The army said reports of troops killing men were not true.", "The army"),
                ),
            ),
        )
    ),
)
