"""Whether people were assembled, and how: "protesters", "a rally", "peaceful", "rioted"."""

from holdfire.model.statement import Bearing
from holdfire.reading.english.circumstances.clauses import bearing, holder, is_denied, may_hold
from holdfire.reading.english.phrases.noun_phrases import is_person
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

LODGE = frozenset(
    {"lodge", "file", "submit", "make", "deliver", "register", "send", "hand", "receive", "reject", "voice"}
)
GATHERED = frozenset({"gather", "assemble", "come", "take", "meet", "march", "pour"})
SHOWN = frozenset({"of"})
"""What follows a demonstration that is none of people: "a demonstration of cameras"."""


def _gathering(site: Site[Lexicon]) -> Bearing | None:
    """Words for an assembly or who is in it: "a protest", "the march", "protesters"; not a lodged protest."""
    tree, noun = site.tree, site.anchor
    if is_person(tree, noun, site.words) and tree.lemmas[noun].endswith(("er", "or")):
        return bearing(site, "gathering.named", "assembly", noun, standing=True)
    verb = tree.heads[noun]
    if tree.tags[noun] in ("NNP", "NNPS") and tree.lemmas[noun] == "march" and tree.one(noun, "det") is None:
        return None
    lodged = verb >= 0 and tree.lemmas[verb] in LODGE and tree.relations[noun] in ("obj", "nsubj:pass")
    shown = tree.lemmas[noun] == "demonstration" and any(
        tree.case(c) in SHOWN for c in tree.all(noun, "nmod")
    )
    if lodged or shown or (tree.lemmas[noun] == "protest" and tree.relations[noun] == "compound"):
        return None
    off = verb >= 0 and tree.has(verb, ("off",), "advmod", "compound:prt")
    return None if off else bearing(site, "gathering.named", "assembly", None)


def _gathered(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "residents were protesting", "had gathered to protest", "thousands marched"."""
    tree, verb = site.tree, site.anchor
    above = tree.heads[verb]
    aimed = tree.relations[verb] in ("advcl", "xcomp") and above >= 0
    if aimed and tree.led_by_to(verb) and tree.lemmas[above] not in GATHERED:
        return None
    who = holder(tree, verb, site.words)
    if who is None or is_denied(tree, verb) or predication(tree, verb).voice == "passive":
        return None
    return bearing(site, "gathering.gathered", "assembly", who)


def _rioting(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "residents rioted", "rioters", "a violent protest", "the rally turned violent"."""
    tree, word = site.tree, site.anchor
    if tree.tags[word][0] == "N":
        who = word if is_person(tree, word, site.words) else None
        return bearing(site, "gathering.rioting", "violent", who)
    if tree.tags[word][0] == "V":
        if is_denied(tree, word):
            return None
        return bearing(site, "gathering.rioting", "violent", holder(tree, word, site.words))
    return _how(site, "violent")


def _peaceful(site: Site[Lexicon]) -> Bearing | None:
    """Forms like "peaceful protesters", "the march had been peaceful", "protesting peacefully"."""
    tree, word = site.tree, site.anchor
    if tree.tags[word] == "RB":
        verb = tree.heads[word]
        if verb < 0 or tree.lemmas[verb] not in site.words.cues["gather"] or is_denied(tree, verb):
            return None
        return bearing(site, "gathering.peaceful", "peaceful", holder(tree, verb, site.words))
    return _how(site, "peaceful")


def _how(site: Site[Lexicon], kind: str) -> Bearing | None:
    """What a gathering, or those in it, are said to be."""
    tree, word = site.tree, site.anchor
    above = tree.heads[word]
    if tree.relations[word] == "amod":
        of = above
    else:
        of = next(iter(tree.all(word, "nsubj") or (tree.all(above, "nsubj") if above >= 0 else [])), -1)
    if of < 0 or is_denied(tree, word):
        return None
    gathering = tree.lemmas[of] in site.words.cues["gathering"]
    if not gathering:
        return None
    who = of if may_hold(tree, of, site.words) and tree.lemmas[of].endswith(("er", "or")) else None
    rule = "gathering.rioting" if kind == "violent" else "gathering.peaceful"
    return bearing(site, rule, kind, who, standing=True)  # type: ignore[arg-type]


RULES: tuple[Rule[Frame, Site[Lexicon], Bearing], ...] = (
    Rule(
        "gathering.named",
        Frame("cues.gathering", tags="N"),
        _gathering,
        (
            Example("Soldiers fired on protesters at the crossing.", "assembly protesters"),
            Example("Two people were killed at a rally.", "assembly "),
        ),
        (
            "The ministry lodged a protest with the embassy.",
            "A demonstration of the new cameras followed.",
            "It happened in March.",
        ),
        note="a word for an assembly, or for those in it",
    ),
    Rule(
        "gathering.gathered",
        Frame("cues.gather", tags="V"),
        _gathered,
        (
            Example(
                "Several hundred people had gathered to protest against the closing.",
                "assembly Several hundred people",
            ),
            Example("Residents were demonstrating in the square.", "assembly Residents"),
        ),
        ("The embassy wants to protest.", "He did not protest."),
        note="people protest, demonstrate or march",
    ),
    Rule(
        "gathering.rioting",
        Frame("cues.rioting", tags="NVJ"),
        _rioting,
        (
            Example("Residents rioted over the price of rice.", "violent Residents"),
            Example("Police fired on a violent protest.", "violent "),
        ),
        ("A violent storm hit the coast.",),
        note="an assembly that is told to be violent",
    ),
    Rule(
        "gathering.peaceful",
        Frame("cues.peaceful", tags="JR"),
        _peaceful,
        (
            Example("Soldiers fired on peaceful protesters.", "peaceful peaceful protesters"),
            Example("The march had been peaceful.", "peaceful "),
        ),
        ("They hope for a peaceful year.",),
        note="an assembly that is told to be peaceful",
    ),
)
