"""What all forms of order have in common: from a site, its norms and its parties to a Directive."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from msgspec.structs import replace

from holdfire.model.span import Span
from holdfire.model.statement import Directive, Norm, Phrase
from holdfire.reading.english.clauses.moods import bears_no, clause_of
from holdfire.reading.english.clauses.times import TIMES, dating_no_order
from holdfire.reading.english.directives.forces import (
    NEGATIONS,
    Deontic,
    is_nobody,
    is_of_before,
    negated,
)
from holdfire.reading.english.directives.powers import is_state, meant_by
from holdfire.reading.english.directives.relations import is_former, kept_order, relation_of
from holdfire.reading.english.phrases.noun_phrases import named
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Site

DRAFT = frozenset({"draft", "proposed", "planned"})
DIVISIONS = frozenset({"province", "county", "district", "region", "state", "prefecture", "governorate"})
DIVISION_WITHIN = 40
COURTS = frozenset(
    {"court", "judge", "jury", "tribunal", "justice", "injunction", "ruling", "verdict", "judiciary"}
)
LED = frozenset({"in", "at", "during", "after", "on"})
UNREAL = frozenset({"could", "can", "might", "may", "should"})
OBEY = frozenset({
    "obey", "disobey", "defy", "ignore", "refuse", "follow", "execute", "implement", "flout", "disregard",
    "question", "reject", "heed", "violate", "carry",
})  # fmt: skip
"""What those do with an order who are given it: "two conscripts disobeyed an order to fire"."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an order, by token: who gives it, who is told, its verbs, the paper that says it."""

    norms: Sequence[Norm]
    issuer: int | None = None
    addressees: Sequence[int] = ()
    content: Sequence[int] = ()
    document: int | None = None


def directive(site: Site[Lexicon], rule: str, parts: Parts, *, bare: bool = False) -> Directive | None:
    """A directive, or None where nothing is ordered or it is only asked or supposed.

    A `bare` one has no norms of its own: it says of an order who gave it or from when it holds.
    """
    tree = site.tree
    verb = clause_of(tree, site.anchor)
    if not (parts.norms or bare) or is_asked(tree, verb) or is_told_in_art(tree, site.words):
        return None
    if parts.issuer is not None and _is_judge(tree, parts) and not any(n.means for n in parts.norms):
        return None
    if is_wished(tree, verb, site.words) or (parts.issuer is not None and is_nobody(tree, parts.issuer)):
        return None
    row: DirectiveWord = site.row
    kind = kind_of(tree, row, site.anchor, parts.document, site.words)
    return Directive(
        rule,
        "proclamation" if _is_declared_alone(tree, site.anchor, parts) else kind,
        tree.word(site.anchor),
        site.sentence,
        tree.clause(verb),
        tuple(parts.norms),
        _giver(tree, parts.issuer, row, site.words) if _may_give(parts.issuer, tree) else None,
        tuple(_told(tree, a, site.words) for a in parts.addressees if tree.lemmas[a] not in TIMES),
        tuple(tree.clause(c) for c in parts.content),
        purpose_of(tree, [site.anchor, *parts.content]),
        relation_of(tree, site.anchor, site.words) or kept_order(tree, parts.content, row, site.words),
        named(tree, parts.document, site.words) if parts.document is not None else None,
        tense="former" if _is_over(tree, site, parts.document, parts.content) else tense_of(tree, verb),
        definite=_is_definite(tree, site.anchor if tree.tags[site.anchor][0] == "N" else parts.document),
        undated=dating_no_order(tree, site.anchor, parts.content, site.words),
    )


def _may_give(issuer: int | None, tree: Dependents) -> TypeGuard[int]:
    """Whether who gives an order is named, and is no talk that a tree has for him: "IN A MEETING, …"."""
    return issuer is not None and not (tree.relations[issuer] == "nsubj" and tree.case(issuer) in LED)


def _giver(tree: Dependents, issuer: int, row: DirectiveWord, words: Lexicon) -> Phrase:
    """Who gives an order; of an agreement all who make it, as one phrase: "Armenia and Azerbaijan"."""
    phrase = named(tree, issuer, words)
    others = tree.all(issuer, "conj") if row.kind == "agreement" else []
    if not others:
        return phrase
    span = phrase.span
    for other in others:
        span = span.joined(tree.phrase(other).span)
    role = "organization" if is_state(tree, issuer, words) else phrase.role
    return replace(phrase, span=span, kind=phrase.kind or "state", role=role)


def _is_judge(tree: Dependents, parts: Parts) -> bool:
    """Whether a court orders, whose orders are of another kind."""
    if parts.issuer is None:
        return False
    titles = tree.all(parts.issuer, "compound", "nmod:desc", "appos")
    return any(tree.lemmas[t] in COURTS for t in (parts.issuer, *titles))


def _is_over(tree: Dependents, site: Site[Lexicon], document: int | None, content: Sequence[int]) -> bool:
    """Whether an order, or the paper that gives it, is told as one of before."""
    if is_of_before(tree, clause_of(tree, site.anchor)):
        return True
    papers: tuple[int, ...] = (site.anchor,) if document is None else (site.anchor, document)
    papers += tuple(t for c in content for t in tree.all(c, "obl") if tree.case(t) == "under")
    return any(is_former(tree, paper, site.words) for paper in papers)


def is_wished(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether an order is only asked or hoped for ("asked the governor to order", "refused to order")."""
    above = tree.heads[verb]
    if above < 0 or tree.relations[verb] not in ("xcomp", "ccomp", "advcl", "acl", "conj"):
        return False
    if tree.tags[verb] == "VB" == tree.tags[above] and tree.led_by_to(verb):
        return is_wished(tree, above, words)  # "urged it to investigate, to order its guards not to shoot"
    if tree.relations[verb] == "conj" or tree.one(above, "compound:prt") is not None:
        return False  # "must call out before firing"
    heeded = tree.lemmas[verb] in OBEY  # "refused to obey an order to fire", which was given
    return tree.lemmas[above] in words.cues["wish"] or (
        tree.lemmas[above] in words.cues["refuse"] and not heeded
    )


def _is_definite(tree: Dependents, noun: int | None) -> bool | None:
    """Whether a noun takes up an order told before ("the order"), or brings a new one ("an order")."""
    if noun is None:
        return None
    if tree.lemmas[noun] in ("it", "this", "which"):
        return True
    determined = {tree.tokens[c].text.lower() for c in tree.all(noun, "det")}
    if determined & {"the", "this", "that", "these", "those"}:
        return True
    return tree.one(noun, "nmod:poss") is not None


def _is_declared_alone(tree: Dependents, anchor: int, parts: Parts) -> bool:
    """Whether a declaration is of one who makes it known, and not of two who agree on it."""
    issuer = parts.issuer
    noun = anchor if parts.document is None else parts.document
    if issuer is None or tree.lemmas[noun] != "declaration" or tree.has(noun, ("joint", "common"), "amod"):
        return False
    return tree.tags[issuer] in ("NN", "NNP") and not tree.all(issuer, "conj")


def kind_of(tree: Dependents, row: DirectiveWord, anchor: int, document: int | None, words: Lexicon) -> str:
    """The kind of an order: what the law lets guards do is a standing rule, what a draft does a proposal."""
    paper = words.directive_nouns.get(tree.lemmas[document]) if document is not None else None
    if row.kind in ("threat", "proposal"):
        return row.kind
    noun = anchor if paper is None or document is None else document
    near = {tree.tokens[c].text.lower() for c in tree.all(noun, "compound", "amod")}
    if paper is not None and not DRAFT.isdisjoint(near):
        return "proposal"
    if tree.tags[noun][0] == "N" and "standing" in near:
        return "standing rule"
    return row.kind if paper is None else paper.kind


def _told(tree: Dependents, token: int, words: Lexicon) -> Phrase:
    """Who is told, with all the divisions they are in ("units in North Hamgyong and Yanggang provinces")."""
    phrase = named(tree, meant_by(tree, token, words), words)
    last = next((c for c in tree.all(token, "conj") if tree.lemmas[c] in DIVISIONS), None)
    if last is None or tree.word(last).start - phrase.span.end > DIVISION_WITHIN:
        return phrase
    return replace(phrase, span=phrase.span.joined(tree.word(last)))


def is_told_in_art(tree: Dependents, words: Lexicon) -> bool:
    """Whether a sentence is about a novel, a film or a game."""
    fiction = words.cues["fiction"]
    return any(lemma in fiction and tree.tags[n][0] == "N" for n, lemma in enumerate(tree.lemmas))


def is_asked(tree: Dependents, verb: int) -> bool:
    """Whether a clause is a question, or hangs under "whether"; or stands in a condition with "if"."""
    if any(t.text == "?" for t in tree.tokens[verb:]):
        return True
    if tree.has(verb, ("if", "unless"), "mark"):
        return tree.relations[verb] == "advcl"
    chain = [verb, *tree.above(verb)]
    return any(tree.tokens[m].text.lower() == "whether" for token in chain for m in tree.all(token, "mark"))


def tense_of(tree: Dependents, verb: int) -> str | None:
    """Whether a clause lies before the past that is told ("had ordered")."""
    return "pluperfect" if any(tree.tokens[c].text.lower() == "had" for c in tree.all(verb, "aux")) else None


def purpose_of(tree: Dependents, heads: Sequence[int]) -> Span | None:
    """Forms like "to reduce incidents", "so that …": why the order was given."""
    for head in heads:
        for clause in tree.all(head, "advcl"):
            mark = tree.one(clause, "mark")
            if mark is not None and clause > head and tree.lemmas[mark] in ("to", "so"):
                return tree.clause(clause)
    return None


def force_of(site: Site[Lexicon], verb: int) -> Deontic:
    """The force of a directive word, turned where its verb is negated ("no longer allowed to").

    What is "not banned" is permitted, and no duty.
    """
    modality: Any = site.row.modality
    force = Deontic(modality, site.tree.word(site.anchor))
    if not _is_negated_before(site.tree, verb):
        return force
    free = modality == "prohibition"
    return replace(force, modality="permission") if free else force.turned(force.cue, force.rule)


def is_not_given(site: Site[Lexicon]) -> bool:
    """Whether it is told that no order was given: "were not ordered to fire", "no order telling them to"."""
    if _is_of_none(site.tree, site.anchor):
        return True
    return bool(site.row.modality == "obligation" and _is_negated_before(site.tree, site.anchor))


def _is_of_none(tree: Dependents, verb: int) -> bool:
    """Whether what orders is told not to be: "there was no directive or policy telling troopers to …"."""
    above = tree.heads[verb]
    if above < 0:
        return False
    if tree.relations[verb] in ("acl", "acl:relcl"):
        return bears_no(tree, above)
    joined = tree.relations[verb] == "conj" and tree.tags[verb] == "VBG" and tree.one(verb, "aux") is None
    none = any(bears_no(tree, c) for c in tree.all(above, "nsubj"))
    return joined and none and tree.one(above, "expl") is not None


def _is_negated_before(tree: Dependents, verb: int) -> bool:
    """Whether a verb is negated, and not only one that follows it ("was ordered to fire and could not")."""
    if not negated(tree, verb):
        return False
    found = [c for c in tree.all(verb, "advmod", "neg") if tree.lemmas[c] in NEGATIONS]
    return not found or any(c < verb for c in found)


def is_unreal(tree: Dependents, verb: int) -> bool:
    """Whether the giving of the order itself is only possible ("no president can order them")."""
    return any(c < verb and tree.lemmas[c] in UNREAL for c in tree.all(verb, "aux"))


def is_foretold(tree: Dependents, verb: int) -> bool:
    """Whether an order is only promised or drafted ("he would authorize", "the bill would let")."""
    return tree.has(verb, ("would",), "aux") and not negated(tree, verb)
