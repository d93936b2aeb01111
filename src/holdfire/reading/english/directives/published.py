"""Papers that are issued, whatever they say, where what they say holds, and changes made known.

Such a directive is bare: it has no norms of its own, and is joined to the order that it is told of.
"""

from msgspec.structs import replace

from holdfire.model.statement import Directive
from holdfire.reading.english.directives.building import Parts, directive, is_unreal
from holdfire.reading.english.directives.forces import negated
from holdfire.reading.english.directives.life import DEFINITE, PLAIN
from holdfire.reading.english.directives.named import content_of, is_denied
from holdfire.reading.english.directives.powers import UNITS, has_power
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

PAPERS = frozenset({"proclamation", "decree", "notice", "edict", "ordinance", "directive", "circular"})
PUBLISH = frozenset({"issue", "publish", "sign", "release", "proclaim", "promulgate", "post"})
LAYS_OUT = frozenset({"set", "establish", "create", "designate", "define", "declare"})
ANNOUNCED = frozenset({
    "announce", "introduce", "order", "issue", "read", "communicate", "convey", "pass", "approve", "sign",
    "endorse", "make",
})  # fmt: skip


def _issued(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the ministry issued a proclamation titled … on May 2": a paper, whatever it says."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    paper = tree.lemmas[noun] in PAPERS and tree.relations[noun] in ("obj", "nsubj:pass")
    if (
        verb < 0
        or not paper
        or tree.lemmas[verb] not in PUBLISH
        or negated(tree, verb)
        or is_denied(tree, noun)
    ):
        return None
    if content_of(tree, noun) is not None or tree.has(noun, DEFINITE, "det"):
        return None
    giver = next((a for a in predication(tree, verb).agents if has_power(tree, a, site.words)), None)
    if giver is None or is_unreal(tree, verb):
        return None
    return directive(site, "order.issued", Parts((), giver), bare=True)


def _lays_out(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the proclamation sets up a zone along the river": where what a paper says holds."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    if verb < 0 or tree.relations[noun] != "obj" or tree.lemmas[verb] not in LAYS_OUT or negated(tree, verb):
        return None
    paper = next(
        (a for a in predication(tree, verb).agents if tree.lemmas[a] in site.words.directive_nouns), None
    )
    if paper is None or not tree.has(paper, DEFINITE, "det"):
        return None
    return directive(replace(site, row=PLAIN), "order.lays_out", Parts((), document=paper), bare=True)


def _changed(site: Site[Lexicon]) -> Directive | None:
    """Forms like "the change was announced to all companies on May 2"."""
    tree, noun = site.tree, site.anchor
    verb = tree.heads[noun]
    definite = tree.has(noun, DEFINITE, "det")
    if verb < 0 or not definite or tree.relations[noun] != "nsubj:pass" or tree.lemmas[verb] not in ANNOUNCED:
        return None
    if negated(tree, verb):
        return None
    told = [t for case, t in predication(tree, verb).obliques if case in ("to", "at")]
    told = [t for t in told if has_power(tree, t, site.words) or tree.lemmas[t] in UNITS]
    parts = Parts((), next(iter(a for a in predication(tree, verb).agents if a != noun), None), told)
    return directive(replace(site, row=PLAIN), "order.changed", parts, bare=True)


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.issued",
        Frame("directive_nouns", tags="N"),
        _issued,
        (
            Example(
                "The Ministry of Security issued a proclamation titled “On the zone” on May 2.",
                "from The Ministry of Security",
            ),
        ),
        (
            "The ministry issued no decree.",
            "A trader issued a notice.",
            "The ministry issued a notice that guards may shoot.",
            "The army could issue a directive.",
        ),
    ),
    Rule(
        "order.lays_out",
        Frame("cues.zone", tags="N"),
        _lays_out,
        (Example("The proclamation sets up a zone along the river.", "from "),),
        ("The army set up a buffer zone.", "The proclamation names a zone."),
        note="its places are those of the order told beside it",
    ),
    Rule(
        "order.changed",
        Frame("cues.measure", tags="N"),
        _changed,
        (
            Example("The change was announced to companies on May 2.", "from "),
            Example("The change was approved by the general on May 5.", "from the general"),
        ),
        ("A change was announced on May 2.", "The change was not announced."),
    ),
)
