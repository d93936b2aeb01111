"""Orders for something named by a noun: "ordered a halt to firing", "authorized the use of force"."""

from dataclasses import replace

from holdfire.model.statement import Directive, Norm
from holdfire.reading.english.clauses.conditions import circumstances
from holdfire.reading.english.directives.building import (
    Parts,
    can_be_told,
    directive,
    force_of,
    is_foretold,
    is_not_given,
    is_unreal,
)
from holdfire.reading.english.directives.contents import named_norm
from holdfire.reading.english.directives.forces import Deontic
from holdfire.reading.english.directives.told import giver
from holdfire.reading.english.phrases.noun_phrases import means_of, named
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site
from holdfire.reading.grammar.predication import predication
from holdfire.reading.grammar.rule import Example, Rule

END = frozenset({"halt", "end", "stop", "cessation", "moratorium"})
AIMED = frozenset({"on", "at", "against"})


def _object(site: Site[Lexicon]) -> Directive | None:
    """Forms like "X ordered a halt to firing", "the use of rubber bullets was authorized"."""
    tree, verb = site.tree, site.anchor
    if "object" not in site.row.complements or is_unreal(tree, verb) or is_not_given(site):
        return None
    if tree.one(verb, "xcomp", "ccomp") is not None and not _ends(site):
        return None
    pred = predication(tree, verb)
    things = [p for p in pred.patients if _is_ordered(site, p)]
    if not things:
        return None
    force = force_of(site, verb)
    outer = circumstances(tree, verb, site.words)
    found = [_norm(site, t, force) for t in things]
    found = [
        replace(n, conditions=(*n.conditions, *outer.conditions), exception=n.exception or outer.exception)
        for n in found
    ]
    told = [t for t in (*pred.recipients, *_for(tree, verb)) if can_be_told(tree, t, site.words)]
    issuer, document = giver(site, pred)
    if is_foretold(tree, verb):
        site = replace(site, row=replace(site.row, kind="proposal"))
    return directive(site, "order.object", Parts(found, issuer, told, things, document))


def _ends(site: Site[Lexicon]) -> bool:
    return any(site.tree.lemmas[o] in END for o in site.tree.all(site.anchor, "obj", "nsubj:pass"))


def _for(tree: Dependents, verb: int) -> list[int]:
    """Forms like "approved the use of rubber bullets for police"."""
    return [t for case, t in predication(tree, verb).obliques if case in ("for", "by")]


def _is_ordered(site: Site[Lexicon], token: int) -> bool:
    """Whether a noun names something done: fire, an evacuation, a halt to patrols, the use of a means."""
    tree, words = site.tree, site.words
    lemma = tree.lemmas[token]
    if tree.tags[token][:2] not in ("NN", "VB"):
        return False
    if lemma == "use":
        return any(means_of(tree, c, words) is not None for c in tree.all(token, "nmod"))
    if lemma in END or lemma in words.cues["doing"] or lemma == "fire":
        return True
    return lemma in words.act_nouns and words.act_nouns[lemma].act not in ("incident", "kill", "injure")


def _norm(site: Site[Lexicon], token: int, force: Deontic) -> Norm:
    """The norm on a thing that is ordered; a halt to it forbids it; fire "on" someone is aimed at him."""
    tree, words = site.tree, site.words
    if tree.lemmas[token] in END:
        below = [*tree.all(token, "nmod", "acl"), *tree.all(site.anchor, "advcl", "obl")]
        of = [c for c in below if _led_by(tree, c) in ("of", "to", "on")]
        if of:
            return named_norm(tree, of[0], force.turned(tree.word(token), "norm.cease"), words)
    made = named_norm(tree, token, force, words)
    aimed = next(
        (c for h in (token, site.anchor) for c in tree.all(h, "nmod", "obl") if tree.case(c) in AIMED), None
    )
    return replace(made, target=named(tree, aimed, words)) if aimed is not None else made


def _led_by(tree: Dependents, token: int) -> str:
    mark = tree.one(token, "mark")
    return tree.case(token) or (tree.lemmas[mark] if mark is not None else "")


RULES: tuple[Rule[Frame, Site[Lexicon], Directive], ...] = (
    Rule(
        "order.object",
        Frame("directive_verbs"),
        _object,
        (
            Example("The president ordered a halt to firing along the line.", "prohibition fire live_fire"),
            Example("The council authorized the use of lethal force.", "permission fire live_fire"),
            Example("The use of rubber bullets was approved.", "permission use_less_lethal less_lethal"),
            Example("The army ordered the evacuation of two villages.", "obligation evacuate village None"),
            Example("The capital has ordered fire on people who cross.", "obligation fire live_fire"),
        ),
        (
            "The army ordered fire trucks from abroad.",
            "The council approved the use of the hall.",
            "The general ordered lunch.",
            "The soldiers ordered a round of beer.",
        ),
    ),
)
