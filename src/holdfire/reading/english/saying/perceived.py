"""Rules for who saw, heard or filmed it: "the Mission saw", "footage shows", "a reporter watched as"."""

from holdfire.model.party import ARMED
from holdfire.model.statement import Attribution
from holdfire.reading.english.saying.rows import at_the_end
from holdfire.reading.english.saying.shape import Shape, cue_of, speaker_of
from holdfire.reading.english.saying.telling import is_negated, told
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.rule import Example, Rule
from holdfire.reading.grammar.voice import is_passive

PERCEIVED = "attribution.perceived"
OBSERVERS = frozenset({
    "mission", "monitor", "observer", "peacekeeper", "patrol", "camera", "drone", "reporter",
    "correspondent", "journalist", "photographer", "activist", "team", "delegation", "group",
    "organization", "organisation", "charity", "volunteer", "lawyer", "crew", "passenger", "image",
    "picture", "recording", "clip", "medic", "paramedic", "visitor", "inspector", "association",
    "network", "observatory",
})  # fmt: skip
"""Who and what sees or records an act, besides those that the tables know."""
SHOWING = frozenset({"show", "capture"})
DOCUMENTS = frozenset({"image", "picture", "recording", "clip", "camera", "drone"})
SEEN = ("obj", "xcomp", "ccomp", "parataxis")
STANDING = ("root", "conj", "ccomp", "parataxis")
"""Where a verb stands that tells what somebody saw; not "ran when they heard the shots"."""
FURTHER = ("conj", "cc")


def _perceived(site: Site[Lexicon]) -> Attribution | None:
    """What is seen, heard or recorded, with the words for it, by who is no armed man."""
    tree, verb = site.tree, site.anchor
    standing = tree.relations[verb] in STANDING and not is_passive(tree, verb)
    source = speaker_of(tree, verb) if standing else None
    if source is None or is_negated(tree, verb) or not _observes(tree, source, verb, site.words):
        return None
    if (row := at_the_end(tree, verb)) is not None:
        return told(site, row, PERCEIVED)
    if not any(c > verb and (tree.relations[c] in SEEN or _is_while(tree, c)) for c in tree.children[verb]):
        return None
    own = set(tree.branch(source))
    content = tuple(t for t in tree.branch(verb, FURTHER) if t not in own)
    return told(site, Shape("perceived", verb, content, cue_of(tree, verb), source), PERCEIVED)


def _is_while(tree: Dependents, child: int) -> bool:
    """Whether a clause tells what somebody watched: "watched as police fired", "while soldiers beat him"."""
    return tree.relations[child] == "advcl" and tree.has(child, ("as", "while", "how"), "mark", "advmod")


def _observes(tree: Dependents, source: int, verb: int, words: Lexicon) -> bool:
    """Whether a subject tells what it saw: an observer, a resident, a film; not the armed who act on it."""
    lemma = tree.lemmas[source]
    kind = words.speakers.get(lemma)
    if tree.lemmas[verb] in SHOWING:
        return kind == "document" or lemma in DOCUMENTS
    if lemma in OBSERVERS:
        return True
    party = words.parties.get(lemma)
    if kind == "military" or (party is not None and party.kind in ARMED) or lemma == "police":
        return False
    return kind is not None or party is not None or tree.tags[source] in ("NNP", "PRP")


RULES: tuple[Rule[Frame, Site[Lexicon], Attribution], ...] = (
    Rule(
        PERCEIVED,
        Frame("telling.seeing", tags="V"),
        _perceived,
        (
            Example("The Mission saw a soldier fire two shots into the air.", "The Mission"),
            Example("A patrol of monitors observed soldiers firing at a car.", "A patrol of monitors"),
            Example("A reporter watched as police fired tear gas at the crowd.", "A reporter"),
            Example("Footage posted by a group shows guards beating a man.", "Footage"),
            Example("One driver saw a guard fire again at the man.", "One driver"),
            Example("The camera recorded twelve explosions.", "The camera"),
            Example("Activists documented the killing of a shepherd.", "Activists"),
            Example("Two men were shot at the gate, a photographer saw.", "a photographer"),
        ),
        (
            "The guards saw two men run and opened fire.",
            "The Mission did not see the soldiers fire.",
            "The soldiers watched as a gang beat him.",
            "The man was seen by soldiers.",
        ),
        note="who saw, heard or filmed an act tells of it",
    ),
)
