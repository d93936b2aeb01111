"""Who puts a toll at a number: "a rights group put the toll at 27"."""

from msgspec.structs import replace

from holdfire.model.statement import Attribution
from holdfire.reading.english.saying.shape import Shape, cue_of, speaker_of
from holdfire.reading.english.saying.telling import told
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.rule import Example, Rule

PUTTING = frozenset({"put", "estimate", "give", "set"})


def _put_toll(site: Site[Lexicon]) -> Attribution | None:
    """Forms like "the group later put the death toll at 27"."""
    tree, toll = site.tree, site.anchor
    verb = tree.heads[toll]
    if verb < 0 or tree.lemmas[verb] not in PUTTING or tree.relations[toll] != "obj":
        return None
    source = speaker_of(tree, verb)
    if source is None:
        return None
    content = tuple(t for t in tree.branch(verb) if t >= min(tree.branch(toll)))
    made = told(
        site,
        Shape("put_toll", verb, content, cue_of(tree, verb), source),
        "attribution.put_toll",
        stance="assert",
    )
    return replace(made, cue=tree.word(verb)) if made is not None else None


RULES: tuple[Rule[Frame, Site[Lexicon], Attribution], ...] = (
    Rule(
        "attribution.put_toll",
        Frame("cues.toll", tags="N"),
        _put_toll,
        (Example("A rights group put the toll at 27.", "A rights group"),),
        ("The shelling put the bridge out of use.", "The toll rose to 27."),
        note="whose number of the dead it is",
    ),
)
