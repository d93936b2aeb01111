"""What is to befall those who break an order: "those who disobey will be tried", "violators face jail"."""

from msgspec.structs import replace

from holdfire.model.statement import Directive
from holdfire.reading.english.directives.building import Parts, directive
from holdfire.reading.english.directives.forces import Deontic, negated
from holdfire.reading.english.directives.norms import norms
from holdfire.reading.english.directives.provisions import SUBJECT, is_whoever
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.rule import Example, Rule

BREAKERS = frozenset({"violator", "offender", "violation", "breach", "disobedience"})


def _penalty(site: Site[Lexicon]) -> Directive | None:
    """Forms like "anyone who breaks the order will be tried", "violators face a fine"."""
    tree, word = site.tree, site.anchor
    above = tree.heads[word]
    heads = [word, *((above,) if above >= 0 and tree.relations[word] in ("xcomp", "ccomp") else ())]
    subjects = [s for h in heads for s in tree.all(h, *SUBJECT)]
    subjects += [tree.heads[word]] if tree.relations[word] in ("amod", "acl") and above >= 0 else []
    if negated(tree, word) or not any(_breaks(site, s) for s in subjects) or not _is_set(tree, word):
        return None
    found = norms(tree, word, Deontic("obligation", tree.word(word)), site.words)
    found = [replace(n, means=None, means_span=None) for n in found[:1]]
    made = replace(site, row=DirectiveWord("obligation", "proclamation", ()))
    return directive(made, "order.penalty", Parts(found, content=[word]))


def _is_set(tree: Dependents, word: int) -> bool:
    """Whether a penalty is told as one to come or as one that holds, not as one that was given."""
    if tree.tags[word][0] == "J" or tree.lemmas[word] == "face":
        return True
    helpers = {tree.tokens[c].text.lower() for c in tree.all(word, "aux", "aux:pass")}
    return tree.one(word, "aux:pass") is not None and bool(
        helpers & {"will", "would", "shall", "are", "is", "to"}
    )


def _breaks(site: Site[Lexicon], token: int) -> bool:
    """Whether a phrase means whoever breaks an order: "those who disobey", "violators"."""
    tree = site.tree
    if tree.lemmas[token] in BREAKERS:
        return True
    doing = tree.all(token, "acl:relcl", "acl")
    doing += [c for found in doing for c in tree.all(found, "xcomp", "advcl")]  # "anyone found flouting"
    flout = site.words.cues["flout"]
    bare = tree.tags[site.anchor][0] == "J" or tree.lemmas[site.anchor] == "face"
    return is_whoever(tree, token) and any(bare or tree.lemmas[c] in flout for c in doing)


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.penalty",
        Frame("cues.penalty", tags="VJ"),
        _penalty,
        (
            Example("Those who disobey will be referred to military courts.", "obligation refer None"),
            Example("Violators face a fine.", "obligation face fine None"),
            Example("Violators are liable to imprisonment.", "obligation be liable None"),
        ),
        (
            "Two men who broke the rule were fined.",
            "Violators were not fined.",
            "Those who swim will be referred to a doctor.",
        ),
        note="kept only where an order is told around it",
    ),
)
