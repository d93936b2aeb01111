"""Rules for sources named beside what they say: according to, based on, a name and a colon."""

from collections.abc import Container

from holdfire.model.statement import Attribution
from holdfire.reading.english.saying.nesting import ACCORDING
from holdfire.reading.english.saying.rows import label
from holdfire.reading.english.saying.shape import Shape
from holdfire.reading.english.saying.telling import REPORTS, told
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.rule import Example, Rule
from holdfire.reading.grammar.voice import FINITE

LONGEST_LABEL = 4
WITHIN = frozenset({"acl", "acl:relcl", "advcl"})
BODIES = frozenset({
    "group", "organization", "organisation", "association", "network", "centre", "center", "charity",
    "mission", "council", "union", "team", "activist", "lawyer", "monitor", "observer", "campaigner",
    "analyst", "expert", "researcher", "figure", "tally", "data", "count", "table", "paper", "magazine",
    "observatory", "service", "institute", "foundation", "directorate", "administration", "secretariat",
    "command", "headquarters", "bureau", "federation", "initiative", "project", "body", "watchdog",
    "platform",
})  # fmt: skip
"""Who and what tells after "according to", besides those that the tables know."""


def _according(site: Site[Lexicon]) -> Attribution | None:
    """The rest of the clause around "according to X"."""
    tree, cue = site.tree, site.anchor
    source = tree.heads[cue]
    if tree.relations[cue] != "case" or source < 0 or tree.heads[source] < 0:
        return None
    if not _can_speak(tree, source, site.words):
        return None
    own = {*tree.branch(source), cue, *tree.all(cue, "fixed")}
    content = tuple(t for t in tree.branch(_clause_around(tree, source, own)) if t not in own)
    words = (cue, *tree.all(cue, "fixed"))
    return told(site, Shape("according_to", cue, content, words, source), ACCORDING)


def _clause_around(tree: Dependents, source: int, own: Container[int]) -> int:
    """The verb of what a source tells: of the whole sentence, where it is named at the end."""
    above = tree.heads[source]
    last = max(t for t in range(len(tree.tags)) if tree.relations[t] != "punct")
    while last in own and tree.relations[above] in WITHIN and tree.heads[above] >= 0:
        above = tree.heads[above]
    said = tree.heads[above]
    if tree.relations[above] == "ccomp" and min(source, above) < said < max(source, above):
        return said  # "a lawmaker said", which stands between the source and what the lawmaker says
    return above


def _based_on(site: Site[Lexicon]) -> Attribution | None:
    """The rest of the clause around "based on X's report"."""
    tree, cue = site.tree, site.anchor
    on = cue + 1
    if on >= len(tree.tokens) or tree.lemmas[on] not in ("on", "upon"):
        return None
    source = tree.heads[on]
    above = tree.heads[cue] if tree.heads[cue] != source else tree.heads[source]
    if source < 0 or above < 0 or tree.lemmas[source] not in REPORTS:
        return None
    own = {*tree.branch(cue), *tree.branch(source)}
    content = tuple(t for t in tree.branch(above) if t not in own)
    return told(site, Shape("based_on", cue, content, (cue, on), source), "attribution.based_on")


def _can_speak(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether a phrase names someone or something that tells: a person, a body, a document, a name."""
    known = tree.lemmas[token] in words.speakers or tree.lemmas[token] in words.parties
    return known or tree.lemmas[token] in REPORTS | BODIES or tree.tags[token] in ("NNP", "NNPS", "PRP")


def _by_account(site: Site[Lexicon]) -> Attribution | None:
    """The rest of the clause around "by the army's account", "in the words of one driver"."""
    tree, noun = site.tree, site.anchor
    above = tree.heads[noun]
    if tree.case(noun) != site.row or above < 0 or tree.tags[above][0] != "V":
        return None
    of = next((c for c in tree.all(noun, "nmod") if tree.case(c) == "of"), None)
    owner = tree.one(noun, "nmod:poss")
    source = of if owner is None else owner
    if source is None:
        return None
    own = set(tree.branch(noun))
    content = tuple(t for t in tree.branch(above) if t not in own)
    cue = tuple(
        t for t in tree.branch(noun) if t == noun or (tree.relations[t] == "case" and tree.heads[t] == noun)
    )
    return told(site, Shape("according_to", noun, content, cue, source), "attribution.by_account")


def _label(site: Site[Lexicon]) -> Attribution | None:
    """A speaker, a colon, and what is said: transcripts and headlines."""
    tree, colon = site.tree, site.anchor
    if colon > LONGEST_LABEL or any(tree.tags[t].startswith(("V", "MD")) for t in range(colon)):
        return None
    shape = next(label(tree, colon), None)
    if shape is None or shape.source is None or not _is_speaker(tree, shape.source, colon, site.words):
        return None
    return told(site, shape, "attribution.label")


def _is_speaker(tree: Dependents, source: int, colon: int, words: Lexicon) -> bool:
    """Whether what stands before a colon names someone who speaks, and not a topic."""
    if any(tree.tags[t] in FINITE for t in range(colon)):
        return False  # "the state of emergency was eased: …"
    kind = words.speakers.get(tree.lemmas[source]) or words.speakers.get(tree.tokens[source].text.lower())
    if kind is not None:
        return kind not in ("document", "outlet")
    return colon > 1 and all(tree.tags[t] in ("NNP", "NNPS", "IN", "DT") for t in range(colon))


RULES: tuple[Rule[Frame, Site[Lexicon], Attribution], ...] = (
    Rule(
        ACCORDING,
        Frame("according", tags="VIR"),
        _according,
        (
            Example("According to the source, soldiers shot a trader.", "the source"),
            Example("Soldiers shot a trader, according to the ministry’s statement.", "the ministry"),
            Example("Soldiers shot a trader, a lawmaker said, according to the paper.", "the paper"),
        ),
        ("Soldiers were paid according to rank and served two years.",),
        note="“according to” someone who can tell",
    ),
    Rule(
        "attribution.by_account",
        Frame("cues.by_account", tags="N"),
        _by_account,
        (
            Example("By the army's account, soldiers fired at the men.", "the army"),
            Example("In the words of one driver, soldiers shot at the bus.", "one driver"),
        ),
        ("Soldiers took money from the army's account.", "The soldiers fired in other words."),
        note="“by X's account”, “in the words of X”",
    ),
    Rule(
        "attribution.based_on",
        Frame("based", tags="VI"),
        _based_on,
        (Example("Based on the source’s report, the troops fired flares.", "the source"),),
        ("Based on the coast, the troops fired flares.",),
        note="“based on” a report",
    ),
    Rule(
        "attribution.label",
        Frame("label", tags=":"),
        _label,
        (Example("Minister: The guards fired into the water.", "Minister"),),
        (
            "Shots: the guards fired two.",
            "The rules are clear: nobody may fire.",
            "Photo: guards at the river.",
        ),
        note="a speaker's name and a colon",
    ),
)
