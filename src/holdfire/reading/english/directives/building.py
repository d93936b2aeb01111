"""What all forms of order have in common: from a site, its norms and its parties to a Directive."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from holdfire.model.span import Span
from holdfire.model.statement import Directive, Norm, Phrase
from holdfire.reading.english.clauses.moods import clause_of
from holdfire.reading.english.directives.norms import Deontic, Modality, negated
from holdfire.reading.english.directives.relations import relation_of
from holdfire.reading.english.phrases.noun_phrases import named, party_of
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Site

AUTHORITY = frozenset({"state", "army", "border guard", "police"})
DIVISIONS = frozenset({"province", "county", "district", "region", "state", "prefecture", "governorate"})
DIVISION_WITHIN = 40
FORMER = frozenset({"former", "last", "previous", "earlier", "old", "past"})
UNREAL = frozenset({"could", "can", "would", "might", "may"})


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
    row: DirectiveWord = site.row
    return Directive(
        rule,
        row.kind,
        tree.word(site.anchor),
        site.sentence,
        tree.clause(verb),
        tuple(parts.norms),
        named(tree, parts.issuer, site.words) if parts.issuer is not None else None,
        tuple(_told(tree, a, site.words) for a in parts.addressees),
        tuple(tree.clause(c) for c in parts.content),
        purpose_of(tree, [site.anchor, *parts.content]),
        relation_of(tree, site.anchor, site.words),
        named(tree, parts.document, site.words) if parts.document is not None else None,
        tense=tense_of(tree, verb) or ("former" if is_former(tree, site.anchor) else None),
    )


def _told(tree: Dependents, token: int, words: Lexicon) -> Phrase:
    """Who is told, with all the divisions they are in ("units in North Hamgyong and Yanggang provinces")."""
    phrase = named(tree, token, words)
    last = next((c for c in tree.all(token, "conj") if tree.lemmas[c] in DIVISIONS), None)
    if last is None or tree.word(last).start - phrase.span.end > DIVISION_WITHIN:
        return phrase
    return replace(phrase, span=phrase.span.joined(tree.word(last)))


def is_told_in_art(tree: Dependents, words: Lexicon) -> bool:
    """Whether a sentence is about a novel, a film or a game."""
    return not words.cues["fiction"].keys().isdisjoint(tree.lemmas)


def is_asked(tree: Dependents, verb: int) -> bool:
    """Whether a clause is a question, or hangs under "whether" or "if"."""
    if any(t.text == "?" for t in tree.tokens[-2:]):
        return True
    chain = [verb, *tree.above(verb)]
    return any(tree.tokens[m].text.lower() == "whether" for token in chain for m in tree.all(token, "mark"))


def tense_of(tree: Dependents, verb: int) -> str | None:
    """Whether a clause lies before the past that is told ("had ordered")."""
    return "pluperfect" if any(tree.tokens[c].text.lower() == "had" for c in tree.all(verb, "aux")) else None


def is_former(tree: Dependents, anchor: int) -> bool:
    """Whether an order is called the former, last or earlier one."""
    beside = [c for c in tree.branch(anchor, ("acl", "acl:relcl", "conj")) if c != anchor]
    return tree.tags[anchor][0] == "N" and any(tree.lemmas[c] in FORMER for c in beside)


def purpose_of(tree: Dependents, heads: Sequence[int]) -> Span | None:
    """Forms like "to reduce incidents", "so that …": why the order was given."""
    for head in heads:
        for clause in tree.all(head, "advcl"):
            mark = tree.one(clause, "mark")
            if mark is not None and clause > head and tree.lemmas[mark] in ("to", "so"):
                return tree.clause(clause)
    return None


def force_of(site: Site[Lexicon], verb: int) -> Deontic:
    """The force of a directive word, turned where its verb is negated."""
    modality: Modality = site.row.modality
    force = Deontic(modality, site.tree.word(site.anchor))
    return force.turned(force.cue, force.rule) if negated(site.tree, verb) else force


def can_be_told(tree: Dependents, token: int, words: Lexicon) -> bool:
    """Whether someone is named who can carry out an order: a party, a name or a pronoun."""
    return party_of(tree, token, words) is not None or tree.tags[token] in ("NNP", "NNPS", "PRP", "DT")


def has_power(tree: Dependents, token: int | None, words: Lexicon) -> bool:
    """Whether a phrase names an authority or an armed force."""
    party = party_of(tree, token, words) if token is not None else None
    return party is not None and party.kind in AUTHORITY


def is_unreal(tree: Dependents, verb: int) -> bool:
    """Whether the giving of the order itself is only possible ("no president can order them")."""
    return any(tree.lemmas[c] in UNREAL for c in tree.all(verb, "aux"))
