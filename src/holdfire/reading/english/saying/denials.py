"""Denials of what was told before: "the army rejected the story", "Athens flatly denied it"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from holdfire.model.statement import Attribution, Deed, Statement
from holdfire.reading.english.lexicon import Lexicon
from holdfire.reading.english.naming import bare
from holdfire.reading.english.quotations import Quotations
from holdfire.reading.english.saying.shape import Shape, cue_of, speaker_of
from holdfire.reading.english.saying.telling import told
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.rule import Example, Rule

DENIED_IT = "attribution.denied_it"
SENTENCES_BACK = 3
POINTING = frozenset({"it", "this", "that", "such"})
STORIES = frozenset({"story", "version", "report", "account", "statement", "figure", "news", "involvement"})


def _denied_it(site: Site[Lexicon]) -> Attribution | None:
    """A denial whose object only points back."""
    tree, verb = site.tree, site.anchor
    if site.row != "deny":
        return None
    obj, source = tree.one(verb, "obj"), speaker_of(tree, verb)
    if obj is None or source is None or not _points_back(tree, obj, site.words):
        return None
    shape = Shape("denied_it", verb, tuple(tree.branch(obj)), cue_of(tree, verb), source)
    return told(site, shape, DENIED_IT)


def _points_back(tree: Dependents, obj: int, words: Lexicon) -> bool:
    if tree.one(obj, "acl", "acl:relcl", "ccomp", "nmod") is not None:
        return False
    lemma = tree.lemmas[obj]
    return lemma in POINTING or lemma in STORIES or lemma in words.telling["noun"]


def denied_before(
    statements: Sequence[Statement], said: Mapping[int, Sequence[Attribution]], quotations: Quotations
) -> list[Statement]:
    """The statements; what another then denies has the denial in its chain of voices."""
    denials = [(n, a) for n, some in said.items() for a in some if a.rule == DENIED_IT and a.stance == "deny"]
    if not denials:
        return list(statements)
    return [_with_denial(s, denials, quotations) for s in statements]


def _with_denial(
    statement: Statement, denials: Sequence[tuple[int, Attribution]], quotations: Quotations
) -> Statement:
    if not isinstance(statement, Deed) or not statement.attribution:
        return statement
    for number, denial in denials:
        near = 0 < number - statement.sentence <= SENTENCES_BACK
        if near and not _same_speaker(statement.attribution, denial, quotations.words):
            return replace(statement, attribution=(*statement.attribution, denial))
    return statement


def _same_speaker(voices: Sequence[Attribution], denial: Attribution, words: str) -> bool:
    denier = _name(denial, words)
    return any(_name(v, words) == denier for v in voices)


def _name(said: Attribution, words: str) -> str:
    meant = said.antecedent or said
    return bare(meant.speaker.span.of(words)).lower() if meant.speaker is not None else ""


RULES: tuple[Rule[Frame, Site[Lexicon], Attribution], ...] = (
    Rule(
        DENIED_IT,
        Frame("speech"),
        _denied_it,
        (
            Example("Athens flatly denied it.", "Athens"),
            Example("The foreign ministry rejected the story.", "The foreign ministry"),
        ),
        ("The foreign ministry denied that shots were fired.", "The army rejected a recruit."),
        note="a denial of what was told in the sentences before",
    ),
)
