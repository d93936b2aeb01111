"""Rules for what is said by nobody in particular, and for accusations."""

from holdfire.model.statement import Attribution
from holdfire.reading.english.phrases.noun_phrases import party_of
from holdfire.reading.english.saying.nesting import CITING
from holdfire.reading.english.saying.rows import hearsay
from holdfire.reading.english.saying.shape import Shape, agent_of, cue_of, speaker_of
from holdfire.reading.english.saying.telling import told
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import PASSIVE_SUBJECTS, SUBJECTS, Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.rule import Example, Rule
from holdfire.reading.grammar.voice import is_passive


def _is_said_to(site: Site[Lexicon]) -> Attribution | None:
    """Forms like "is said to have fired", "are believed to be held": the subject with what is said of it."""
    tree, verb = site.tree, site.anchor
    subject = tree.one(verb, *PASSIVE_SUBJECTS, *SUBJECTS)
    under = tree.one(verb, "xcomp", "ccomp")
    if subject is None or under is None or not is_passive(tree, verb):
        return None
    if not tree.led_by_to(under):
        return None
    content = tuple(sorted({*tree.branch(subject), *tree.branch(under)}))
    shape = Shape("is_said_to", verb, content, cue_of(tree, verb), agent_of(tree, verb))
    return told(site, shape, "attribution.is_said_to")


def _accused(site: Site[Lexicon]) -> Attribution | None:
    """Someone accused of something, with the accuser where one is named."""
    tree, verb = site.tree, site.anchor
    charge = next((c for c in tree.all(verb, "advcl", "obl", "xcomp") if _of(tree, c)), None)
    if charge is None:
        return None
    if is_passive(tree, verb):
        accused, source = tree.one(verb, *PASSIVE_SUBJECTS), agent_of(tree, verb)
    else:
        accused, source = tree.one(verb, "obj"), speaker_of(tree, verb)
    whom = tree.branch(accused) if accused is not None else []
    content = tuple(sorted({*whom, *tree.branch(charge)}))
    return told(site, Shape("accused", verb, content, cue_of(tree, verb), source), "attribution.accused")


def _of(tree: Dependents, child: int) -> bool:
    return tree.has(child, ("of", "for", "with"), "case", "mark")


def _reportedly(site: Site[Lexicon]) -> Attribution | None:
    """An adverb that says that others say so."""
    shape = next(hearsay(site.tree, site.anchor), None)
    return told(site, shape, "attribution.reportedly") if shape is not None else None


def _citing(site: Site[Lexicon]) -> Attribution | None:
    """A report that cites a source: what is reported is also the source's."""
    tree, verb = site.tree, site.anchor
    above, source = tree.heads[verb], tree.one(verb, "obj")
    if tree.tags[verb] != "VBG" or tree.relations[verb] != "advcl" or source is None:
        return None
    clause = tree.one(above, "ccomp")
    saying = any(tree.lemmas[t] in site.words.speech for t in tree.above(verb))
    if not saying and not _may_be_source(site, source):
        return None  # "closed the road, citing operations"
    within = tree.branch(clause if clause is not None else above)
    own = set(tree.branch(verb))
    content = tuple(t for t in within if t not in own)
    shape = Shape("citing", verb, content, cue_of(tree, verb), source)
    return told(site, shape, CITING)


def _may_be_source(site: Site[Lexicon], token: int) -> bool:
    """Whether what is cited may tell something: a person, a body, a paper; not a reason."""
    tree, words = site.tree, site.words
    named = tree.tags[token] in ("NNP", "NNPS", "PRP")
    return named or tree.lemmas[token] in words.speakers or party_of(tree, token, words) is not None


RULES: tuple[Rule[Frame, Site[Lexicon], Attribution], ...] = (
    Rule(
        "attribution.is_said_to",
        Frame("telling.raised", needs=("xcomp|ccomp",)),
        _is_said_to,
        (
            Example("Soldiers are said to have shot a trader.", ""),
            Example("The man was believed to have been shot by border guards.", ""),
        ),
        ("Soldiers were told to shoot the traders.", "The ministry said that guards had shot a man."),
        note="someone is said, reported, believed to have done something",
    ),
    Rule(
        "attribution.accused",
        Frame("telling.accusation"),
        _accused,
        (
            Example("Residents accused the guards of beating a trader.", "Residents"),
            Example("Two guards were accused by residents of beating a trader.", "residents"),
            Example("The guards are accused of shooting two villagers.", ""),
        ),
        ("The accused guards left the court.",),
        note="someone is accused of something",
    ),
    Rule(
        "attribution.reportedly",
        Frame("telling.adverb", tags="R"),
        _reportedly,
        (Example("Guards reportedly shot a trader near Hyesan.", ""),),
        ("Guards quickly shot a trader near Hyesan.",),
        note="an adverb says that others say so",
    ),
    Rule(
        CITING,
        Frame("telling.citing"),
        _citing,
        (
            Example(
                "The agency reported, citing a relative of the man, that guards had shot him.",
                "a relative of the man",
            ),
        ),
        ("The agency cited three reasons.", "The army closed the road, citing military operations."),
        note="a report names its source",
    ),
)  # fmt: skip
