"""What is lawful, or hangs on leave: "return fire is permissible only on", "is subject to approval"."""

from collections.abc import Sequence

from msgspec.structs import replace

from holdfire.model.span import Span
from holdfire.model.statement import Directive, Norm
from holdfire.reading.english.clauses.conditions import circumstances
from holdfire.reading.english.directives.building import Parts, directive
from holdfire.reading.english.directives.contents import is_use, named_norm
from holdfire.reading.english.directives.forces import Deontic, negated
from holdfire.reading.english.directives.norms import norms
from holdfire.reading.english.directives.powers import is_forceful
from holdfire.reading.english.directives.provisions import SUBJECT
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.rule import Example, Rule

LEAVE = frozenset({
    "approval", "authorisation", "authorization", "clearance", "permission", "consent", "order", "orders",
    "agreement", "decision",
})  # fmt: skip
"""What the use of force may hang on."""
SUBJECTS = (*SUBJECT, "csubj", "csubj:pass")


def _lawful(site: Site[Lexicon]) -> Directive | None:
    """Forms like "return fire is permissible only on an order": a rule of force, by its adjective."""
    tree, word = site.tree, site.anchor
    if tree.one(word, "cop") is None:
        return None
    force = Deontic(site.row, tree.word(word))
    force = force.turned(force.cue, force.rule) if negated(tree, word) else force
    found = _norms(site, tree.all(word, *SUBJECTS), force)
    when = circumstances(tree, word, site.words)
    found = [_under(n, when.conditions) for n in found]
    return _rule(site, "order.lawful", found)


def _subject_to(site: Site[Lexicon]) -> Directive | None:
    """Forms like "aimed fire remains subject to approval at brigade level": force that hangs on leave."""
    tree, word = site.tree, site.anchor
    leave = next((t for t in tree.all(word, "obl") if tree.case(t) == "to" and tree.lemmas[t] in LEAVE), None)
    if leave is None:
        return None
    above = tree.heads[word]
    heads = [word, *((above,) if above >= 0 and tree.lemmas[above] in ("remain", "be", "stay") else ())]
    found = _norms(
        site, [s for h in heads for s in tree.all(h, *SUBJECTS)], Deontic("permission", tree.word(word))
    )
    found = [_under(n, (tree.word(word).joined(tree.clause(leave)),)) for n in found]
    return _rule(site, "order.subject_to", found)


def _norms(site: Site[Lexicon], subjects: Sequence[int], force: Deontic) -> list[Norm]:
    """The norms on the force that is a clause's subject: "return fire", "the use of heavy weapons"."""
    tree, out = site.tree, []
    for each in subjects:
        if tree.tags[each][0] == "V" and is_forceful(tree, each, site.words):
            out += norms(tree, each, force, site.words)
        elif is_use(tree, each, site.words) or tree.lemmas[each] in ("fire", "firing", "shooting"):
            out.append(named_norm(tree, each, force, site.words))
    return out


def _under(norm: Norm, conditions: Sequence[Span]) -> Norm:
    return replace(norm, conditions=(*norm.conditions, *conditions))


def _rule(site: Site[Lexicon], rule: str, found: list[Norm]) -> Directive | None:
    made = replace(site, row=DirectiveWord("obligation", "standing rule", ()))
    return directive(made, rule, Parts(found)) if found else None


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.lawful",
        Frame("cues.lawful", tags="J"),
        _lawful,
        (
            Example("Return fire is permissible only on an order.", "permission fire live_fire"),
            Example("Warning shots are not permissible.", "prohibition fire_warning_shot warning_shot"),
        ),
        ("The delay is permissible.", "The permissible limit was passed after shots were fired."),
        note="kept only where an order is told around it, or a power or a paper says so",
    ),
    Rule(
        "order.subject_to",
        Frame("cues.subject_to", tags="JN"),
        _subject_to,
        (
            Example("Live fire is subject to approval at brigade level.", "permission fire live_fire"),
            Example("The use of heavy weapons is subject to authorisation.", "permission fire live_fire"),
        ),
        ("The deal is subject to approval.", "The guards were subject to fire."),
        note="kept only where an order is told around it, or a power or a paper says so",
    ),
)
