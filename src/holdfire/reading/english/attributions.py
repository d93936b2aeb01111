"""Who says so: speech verbs, "according to", and the words that they hand on.

Rules are values; `RULES` lists them with examples and counter-examples that the tests execute.
"""

from holdfire.model.span import Span
from holdfire.model.statement import Attribution, Phrase
from holdfire.reading.english.lexicon import Lexicon
from holdfire.reading.english.noun_phrases import named
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import SUBJECTS, predication
from holdfire.reading.grammar.rule import Example, Rule

CONTENT = ("ccomp", "parataxis")
HEARERS = ("iobj", "obj")


def _attribution(site: Site[Lexicon], content: Span, rule: str, speaker: Phrase | None) -> Attribution:
    tree = site.tree
    heard = next((c for c in tree.all(site.anchor, *HEARERS) if tree.tags[c].startswith(("NN", "PRP"))), None)
    hearer = named(tree, heard, site.words) if heard is not None else None
    return Attribution(speaker, tree.word(site.anchor), content, site.row, hearer, rule)


def _speaker(site: Site[Lexicon]) -> Phrase | None:
    tree, verb = site.tree, site.anchor
    pred = predication(tree, verb)
    if pred.voice == "passive":
        by = tree.one(verb, "obl:agent")
        return named(tree, by, site.words) if by is not None else None
    return named(tree, pred.agents[0], site.words) if pred.agents else None


def _said_that(site: Site[Lexicon]) -> Attribution | None:
    """A verb of speech with a speaker and what was said: before, after or around it."""
    tree, verb = site.tree, site.anchor
    speaker = _speaker(site)
    content = _said(tree, verb)
    if content is None:
        return None
    if speaker is None and tree.relations[verb] not in ("root", "conj", "ccomp"):
        return None
    return _attribution(site, content, "attribution.said_that", speaker)


def _said(tree: Dependents, verb: int) -> Span | None:
    """The words that a verb of speech hands on."""
    content = tree.one(verb, "ccomp")
    if content is None:
        content = next((c for c in tree.all(verb, "parataxis") if c > verb), None)
    if content is not None:
        return tree.clause(content)
    if tree.relations[verb] != "parataxis" or tree.one(verb, *SUBJECTS) is None:
        return None
    own = set(tree.branch(verb))
    return tree.span([t for t in tree.branch(tree.heads[verb]) if t not in own])


def _according(site: Site[Lexicon]) -> Attribution | None:
    """Forms like "According to X, …" and "based on X's report": the rest of the clause is X's."""
    tree, cue = site.tree, site.anchor
    speaker = tree.heads[cue]
    if tree.relations[cue] != "case" or speaker < 0 or tree.heads[speaker] < 0:
        return None
    own = set(tree.branch(speaker))
    rest = [t for t in tree.branch(tree.heads[speaker]) if t not in own]
    words = tree.span(sorted([cue, *tree.all(cue, "fixed")]))
    if not _can_speak(tree, speaker, site.words):
        return None
    voice = next((c for c in tree.all(speaker, "nmod:poss") if tree.lemmas[speaker] in REPORTS), speaker)
    return Attribution(
        named(tree, voice, site.words), words, tree.span(rest), "assert", None, "attribution.according_to"
    )


def _can_speak(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase names someone or something that tells: a person, a body, a document, a name."""
    known = tree.lemmas[token] in words.speakers or tree.lemmas[token] in words.parties
    return known or tree.lemmas[token] in REPORTS or tree.tags[token] in ("NNP", "NNPS", "PRP")


def _based_on(site: Site[Lexicon]) -> Attribution | None:
    """Forms like "Based on the source's report, …"."""
    tree, verb = site.tree, site.anchor
    above = tree.heads[verb]
    on = verb + 1
    if on >= len(tree.tokens) or tree.tokens[on].text.lower() not in ("on", "upon"):
        return None
    token = tree.heads[on]
    if above == token:
        above = tree.heads[token]
    if token < 0 or above < 0 or tree.lemmas[token] not in REPORTS:
        return None
    own = set(tree.branch(verb)) | set(tree.branch(token))
    rest = [t for t in tree.branch(above) if t not in own]
    voice = tree.one(token, "nmod:poss", "nmod")
    phrase = named(tree, voice if voice is not None else token, site.words)
    return Attribution(phrase, tree.word(verb), tree.span(rest), "assert", None, "attribution.based_on")


REPORTS = frozenset({"report", "account", "testimony", "word", "statement", "information", "claim", "source"})

RULES: tuple[Rule[Frame, Site[Lexicon], Attribution], ...] = (
    Rule(
        "attribution.said_that",
        Frame("speech"),
        _said_that,
        (
            Example("A source told the outlet on Tuesday that the army had shot two men.", "A source"),
            Example("The ministry said guards fired at the boat.", "The ministry"),
            Example("Guards opened fire on the boat, a witness said.", "a witness"),
            Example("Guards, a witness said, opened fire on the boat.", "a witness"),
            Example("The commander said: “Shoot anyone who crosses.”", "The commander"),
        ),
        ("The guards shot two men near the river.",),
    ),
    Rule(
        "attribution.according_to",
        Frame("according", tags="VIR"),
        _according,
        (Example("According to the source, soldiers shot a trader.", "the source"),),
        ("Soldiers were paid according to rank and served two years.",),
    ),
    Rule(
        "attribution.based_on",
        Frame("based", tags="VI"),
        _based_on,
        (Example("Based on the source’s report, the troops fired flares.", "the source"),),
        ("Based on the coast, the troops fired flares.",),
    ),
)
